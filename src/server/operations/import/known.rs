//! What the other desk said about a ticket so far, and what one more row changes about it: each difference becomes a
//! line of history, with the words of the other desk.

use super::check;
use crate::domain::history::Event;
use crate::domain::{Priority, StatusKind, Statuses};
use crate::wire::ext::import::ImportRow;

/// One line of history, without when and by whom: that is the row's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// What happened.
    pub event: Event,
    /// The field, where the event doesn't say it.
    pub field: Option<String>,
    /// The value before, in the other desk's words.
    pub before: Option<String>,
    /// The value after.
    pub after: Option<String>,
}

impl Line {
    /// An event that says all.
    fn plain(event: Event) -> Self {
        Self {
            event,
            field: None,
            before: None,
            after: None,
        }
    }
}

/// Lays a row over what is known; what it doesn't say stays.
pub(super) fn learn(known: &mut ImportRow, row: &ImportRow) {
    macro_rules! lay {
        ($($field:ident),*) => {$(
            if row.$field.is_some() {
                known.$field.clone_from(&row.$field);
            }
        )*};
    }
    lay!(
        at,
        by,
        opened_at,
        resolved_at,
        closed_at,
        company,
        contact,
        title,
        description,
        item,
        queue,
        assignee,
        request_type,
        status,
        status_there,
        priority,
        reassignments,
        reopenings,
        met_agreement
    );
    known.number.clone_from(&row.number);
    known.digest.clone_from(&row.digest);
    known.others.extend(row.others.clone());
    known.fields.extend(row.fields.clone());
}

/// The history of a ticket's first row.
pub(super) fn creation(known: &ImportRow, statuses: &Statuses) -> Vec<Line> {
    let mut lines = vec![Line::plain(Event::Created)];
    if is_complete(known, statuses) {
        lines.push(Line::plain(Event::Closed));
    }
    lines
}

/// The history of a later row: what differs between what was known and what is.
pub(super) fn differences(before: &ImportRow, after: &ImportRow, statuses: &Statuses) -> Vec<Line> {
    let mut lines = Vec::new();
    status(&mut lines, before, after, statuses);
    queue(&mut lines, before, after);
    labels(&mut lines, before, after);
    others(&mut lines, before, after);
    if lines.is_empty() {
        // Somebody touched it, and nothing that is kept differs.
        lines.push(Line::plain(Event::Edited));
    }
    lines
}

/// Whether the status is of kind complete.
pub(super) fn is_complete(known: &ImportRow, statuses: &Statuses) -> bool {
    let status = known.status.as_deref().and_then(|label| check::status(statuses, label));
    status.is_some_and(|status| status.kind == StatusKind::Complete)
}

/// The status in the other desk's words, and whether it closed or reopened the ticket. A reopening that only the other
/// desk's count tells is one too.
fn status(lines: &mut Vec<Line>, before: &ImportRow, after: &ImportRow, statuses: &Statuses) {
    if before.status_there != after.status_there {
        lines.push(Line {
            event: Event::AutotaskStatus,
            field: None,
            before: before.status_there.clone(),
            after: after.status_there.clone(),
        });
    }
    let (was, is) = (is_complete(before, statuses), is_complete(after, statuses));
    let counted = after.reopenings.unwrap_or_default() - before.reopenings.unwrap_or_default();
    let reopened = counted.max(i64::from(was && !is));
    lines.extend((0..reopened).map(|_| Line::plain(Event::Reopened)));
    if is && !was {
        lines.push(Line::plain(Event::Closed));
    }
}

/// The queue; and a reassignment that only the other desk's count tells, since the group itself wasn't known.
fn queue(lines: &mut Vec<Line>, before: &ImportRow, after: &ImportRow) {
    if before.queue != after.queue {
        lines.push(Line {
            event: Event::Moved,
            field: None,
            before: before.queue.clone(),
            after: after.queue.clone(),
        });
    } else if after.reassignments > before.reassignments {
        lines.push(Line {
            event: Event::Moved,
            field: Some("reassignments".to_owned()),
            before: before.reassignments.map(|count| count.to_string()),
            after: after.reassignments.map(|count| count.to_string()),
        });
    }
}

fn labels(lines: &mut Vec<Line>, before: &ImportRow, after: &ImportRow) {
    let priority = |row: &ImportRow| row.priority.map(Priority::label).map(str::to_owned);
    let verdict = |row: &ImportRow| row.met_agreement.map(|met| met.to_string());
    let edited = |field: &str| (Event::Edited, Some(field.to_owned()));
    let compared = [
        ((Event::Assigned, None), before.assignee.clone(), after.assignee.clone()),
        ((Event::Prioritised, None), priority(before), priority(after)),
        (edited("companyID"), before.company.clone(), after.company.clone()),
        (edited("contactID"), before.contact.clone(), after.contact.clone()),
        (edited("title"), before.title.clone(), after.title.clone()),
        (edited("item"), before.item.clone(), after.item.clone()),
        (
            edited("issueType"),
            before.request_type.clone(),
            after.request_type.clone(),
        ),
        (
            edited("serviceLevelAgreementHasBeenMet"),
            verdict(before),
            verdict(after),
        ),
    ];
    for ((event, field), before, after) in compared {
        if before != after {
            lines.push(Line {
                event,
                field,
                before,
                after,
            });
        }
    }
    // Long texts are named, not repeated.
    if before.description != after.description {
        lines.push(Line {
            field: Some("description".to_owned()),
            ..Line::plain(Event::Edited)
        });
    }
}

fn others(lines: &mut Vec<Line>, before: &ImportRow, after: &ImportRow) {
    let others = after.others.iter().map(|told| (told, &before.others));
    let fields = after.fields.iter().map(|told| (told, &before.fields));
    for ((label, value), before) in others.chain(fields) {
        let was = before.get(label);
        if was != Some(value) {
            lines.push(Line {
                event: Event::Edited,
                field: Some(label.clone()),
                before: was.cloned(),
                after: Some(value.clone()),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(status: (&str, &str), queue: Option<&str>, counts: (i64, i64)) -> ImportRow {
        ImportRow {
            status_there: Some(status.0.to_owned()),
            status: Some(status.1.to_owned()),
            queue: queue.map(str::to_owned),
            reassignments: Some(counts.0),
            reopenings: Some(counts.1),
            ..ImportRow::default()
        }
    }

    fn events(rows: &[ImportRow]) -> Vec<Vec<Event>> {
        let statuses = Statuses::standard();
        let mut known = rows[0].clone();
        let step = |row: &ImportRow| {
            let before = known.clone();
            learn(&mut known, row);
            let lines = differences(&before, &known, &statuses);
            lines.into_iter().map(|line| line.event).collect()
        };
        rows[1..].iter().map(step).collect()
    }

    #[test]
    fn reassignments_and_reopenings_are_told_even_where_only_the_count_knows_of_them() {
        let told = events(&[
            row(("New", "New"), Some("Group 1"), (0, 0)),
            row(("Active", "In Progress"), Some("Group 2"), (1, 0)),
            row(("Resolved", "Complete"), None, (2, 0)),
            row(("Active", "In Progress"), None, (2, 1)),
            row(("Active", "In Progress"), None, (2, 1)),
            row(("Active", "In Progress"), None, (2, 2)),
            row(("Resolved", "Complete"), None, (2, 2)),
            row(("Closed", "Complete"), None, (2, 2)),
        ]);
        assert_eq!(
            told,
            [
                vec![Event::AutotaskStatus, Event::Moved],
                vec![Event::AutotaskStatus, Event::Closed, Event::Moved],
                vec![Event::AutotaskStatus, Event::Reopened],
                vec![Event::Edited],
                vec![Event::Reopened],
                vec![Event::AutotaskStatus, Event::Closed],
                vec![Event::AutotaskStatus],
            ]
        );
    }

    #[test]
    fn what_a_row_does_not_say_keeps_its_last_known_value() {
        let mut known = row(("New", "New"), Some("Group 1"), (0, 0));
        learn(&mut known, &ImportRow::default());
        assert_eq!(known, row(("New", "New"), Some("Group 1"), (0, 0)));
    }
}
