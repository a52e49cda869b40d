//! What follows from what came back: pure, so that every case stands in a table below.

use crate::remote::{FeedEvent, FeedItem, Problem, RemoteError, Settled};
use crate::replica::{FeedRow, Refused};

/// What becomes of a change that was sent.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// The server carried it out.
    Settle,
    /// The server's last word: the person decides.
    Stop(Box<Refused>),
    /// It certainly did not arrive; its turn comes again once there is a line.
    NotSent,
    /// Nobody knows whether it was carried out: it is sent again with the same key, by which the server knows it.
    Unknown,
    /// It makes something choke on the way: sent again later, while other tickets go on.
    Aside,
    /// It waits for sign-in.
    SignIn,
}

/// What becomes of a change whose answer is this.
#[must_use]
pub fn after_push(answer: &Result<Settled, RemoteError>) -> Verdict {
    let stop = |problem: &Problem, current| {
        Verdict::Stop(Box::new(Refused {
            code: problem.code.clone(),
            message: problem.message.clone(),
            field: problem.field.clone(),
            current,
        }))
    };
    match answer {
        Ok(_) => Verdict::Settle,
        Err(RemoteError::Stale { problem, current }) => stop(problem, current.as_deref().cloned()),
        Err(RemoteError::Refused(problem)) => stop(problem, None),
        Err(RemoteError::SignInNeeded(_)) => Verdict::SignIn,
        // Nothing is sent by the feed.
        Err(RemoteError::Unreachable(_) | RemoteError::ReadOnly | RemoteError::Feed(_)) => Verdict::NotSent,
        Err(RemoteError::TimedOut(_) | RemoteError::Busy { .. }) => Verdict::Unknown,
        Err(RemoteError::Broken(_)) => Verdict::Aside,
    }
}

/// What becomes of events of the feed.
#[derive(Clone, Debug)]
pub enum Follow {
    /// Rows to take, in their order.
    Take(Vec<FeedRow>),
    /// The copy has to begin afresh, from this place of the feed.
    Restart(String),
}

/// What becomes of events that came together. A reset makes those before it worthless.
#[must_use]
pub fn after_events(items: Vec<FeedItem>) -> Follow {
    if let Some(reset) = items.iter().rev().find(|item| item.event == FeedEvent::Reset) {
        return Follow::Restart(reset.place.clone());
    }
    Follow::Take(items.into_iter().filter_map(row).collect())
}

/// An event as the copy takes it; none for what it keeps no table of, and for places.
fn row(item: FeedItem) -> Option<FeedRow> {
    let is_removed = item.event == FeedEvent::Removed;
    let entity = item.entity.filter(|_| is_removed || item.row.is_some())?;
    Some(FeedRow {
        place: item.place,
        entity,
        id: item.id,
        row: item.row.filter(|_| !is_removed),
    })
}

/// Whether the copy was what the server had until the moment at which a feed ended so: a line that was cut was a line
/// until then, a silent one perhaps not.
#[must_use]
pub fn was_fresh(end: &RemoteError) -> bool {
    !matches!(end, RemoteError::TimedOut(_))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::{Entity, Row, TICKET};

    fn problem(code: &str) -> Problem {
        Problem {
            code: code.to_owned(),
            message: "No.".to_owned(),
            field: None,
            current: None,
            details: None,
        }
    }

    #[test]
    fn only_the_servers_own_word_settles_or_stops_a_change() {
        let settled = Settled {
            ticket: Row::new(&TICKET),
            carry_over: None,
            notes: Vec::new(),
            time_entries: Vec::new(),
            history: Vec::new(),
            attachments: Vec::new(),
            checklist_items: Vec::new(),
        };
        let stopped = |code: &str, current| {
            Verdict::Stop(Box::new(Refused {
                code: code.to_owned(),
                message: "No.".to_owned(),
                field: None,
                current,
            }))
        };
        let now = Row::new(&TICKET);
        let stale = RemoteError::Stale {
            problem: problem("stale"),
            current: Some(Box::new(now.clone())),
        };
        let cases = [
            (Ok(settled), Verdict::Settle),
            (Err(stale), stopped("stale", Some(now))),
            (
                Err(RemoteError::Refused(problem("not_found"))),
                stopped("not_found", None),
            ),
            (Err(RemoteError::SignInNeeded(problem("unauthorized"))), Verdict::SignIn),
            (Err(RemoteError::Unreachable(String::new())), Verdict::NotSent),
            (Err(RemoteError::TimedOut(String::new())), Verdict::Unknown),
            (Err(RemoteError::Busy { retry_after: None }), Verdict::Unknown),
            (Err(RemoteError::Broken(String::new())), Verdict::Aside),
        ];
        for (answer, verdict) in cases {
            assert_eq!(after_push(&answer), verdict, "{answer:?}");
        }
    }

    fn item(place: &str, event: FeedEvent, entity: Option<&'static Entity>, row: Option<Row>) -> FeedItem {
        FeedItem {
            place: place.to_owned(),
            event,
            entity,
            id: 3,
            row,
        }
    }

    #[test]
    fn rows_are_taken_in_order_and_what_has_no_table_is_passed_over() {
        let follow = after_events(vec![
            item("1", FeedEvent::Place, None, None),
            item("2", FeedEvent::Changed, Some(&TICKET), Some(Row::new(&TICKET))),
            item("3", FeedEvent::Changed, None, None),
            item("4", FeedEvent::Removed, Some(&TICKET), None),
        ]);
        let Follow::Take(rows) = follow else {
            panic!("{follow:?}")
        };
        let seen: Vec<_> = rows.iter().map(|row| (row.place.as_str(), row.row.is_some())).collect();
        assert_eq!(seen, [("2", true), ("4", false)]);
    }

    #[test]
    fn a_reset_begins_afresh_from_its_own_place() {
        let follow = after_events(vec![
            item("8", FeedEvent::Changed, Some(&TICKET), Some(Row::new(&TICKET))),
            item("9", FeedEvent::Reset, None, None),
        ]);
        assert!(matches!(follow, Follow::Restart(place) if place == "9"));
    }
}
