//! What was said on a ticket, what was worked, and what happened to it.

use super::rows::{SHOWN, Table};
use super::unread;
use crate::base::Timestamp;
use crate::base::ids::{ChangeId, TicketId};
use crate::domain::history::Event;
use crate::domain::note::Readers;
use crate::domain::{Actor, Person, Side};
use crate::entities::{Row, TICKET_HISTORY, TICKET_NOTE, TIME_ENTRY};
use crate::records::views::{Content, ConversationEntry, Delivery, HistoryLine, TimeLine};
use crate::replica::outbox::overlay;
use crate::replica::{Replica, Result, place};
use rusqlite::{Connection, OptionalExtension};

/// The least time between writing and arriving that a reader is told of.
const NOTICEABLE_MINUTES: i64 = 5;

impl Replica {
    /// A ticket's conversation, oldest first: its description, notes, hand-overs with their reasons, and resolution.
    ///
    /// # Errors
    /// When the database fails.
    pub fn conversation(&self, ticket: TicketId) -> Result<Vec<ConversationEntry>> {
        self.read(|transaction| conversation(transaction, ticket))
    }

    /// The time on a ticket that this person may see, oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn time(&self, ticket: TicketId) -> Result<Vec<TimeLine>> {
        self.read(|transaction| {
            let mut lines = Vec::new();
            for row in Table::of(&TIME_ENTRY).of_ticket(transaction, ticket.0)? {
                lines.push(TimeLine {
                    worked_on: row
                        .time("dateWorked")
                        .or(row.time("createDateTime"))
                        .unwrap_or(Timestamp::from_millis(0)),
                    author: text(&row, "authorName"),
                    minutes: row.integer("minutes").unwrap_or_default(),
                    summary: text(&row, "summaryNotes"),
                    internal_notes: text(&row, "internalNotes"),
                    covered: row.integer("coveredMinutes"),
                    uncovered: row.integer("uncoveredMinutes"),
                    delivery: delivery(transaction, row.id())?,
                });
            }
            lines.sort_by_key(|line| (line.worked_on, line.delivery != Delivery::Delivered));
            Ok(lines)
        })
    }

    /// A ticket's history, oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn history(&self, ticket: TicketId) -> Result<Vec<HistoryLine>> {
        self.read(|transaction| {
            let mut rows = Table::of(&TICKET_HISTORY).of_ticket(transaction, ticket.0)?;
            rows.sort_by_key(|row| (row.time("date"), row.id()));
            Ok(rows.iter().map(history_line).collect())
        })
    }
}

fn text(row: &Row, name: &str) -> String {
    row.text(name).unwrap_or_default().to_owned()
}

fn side(row: &Row) -> Option<Side> {
    row.text("side").and_then(Side::from_word)
}

fn history_line(row: &Row) -> HistoryLine {
    let optional = |name: &str| row.text(name).filter(|text| !text.is_empty()).map(str::to_owned);
    HistoryLine {
        at: row.time("date").unwrap_or(Timestamp::from_millis(0)),
        author: text(row, "authorName"),
        side: side(row),
        event: text(row, "event"),
        field: optional("field"),
        before: optional("before"),
        after: optional("after"),
        detail: text(row, "detail"),
    }
}

/// The conversation of a ticket.
pub(super) fn conversation(connection: &Connection, ticket: TicketId) -> Result<Vec<ConversationEntry>> {
    let Some(row) = SHOWN.load(connection, ticket.0)? else {
        return Ok(Vec::new());
    };
    let reader = Reader {
        actor: place::actor(connection)?,
        unread_since: unread::since(connection, ticket.0)?,
    };
    let mut entries = Vec::new();
    for note in Table::of(&TICKET_NOTE).of_ticket(connection, ticket.0)? {
        let delivery = delivery(connection, note.id())?;
        entries.push(reader.note(&note, delivery));
    }
    let history = Table::of(&TICKET_HISTORY).of_ticket(connection, ticket.0)?;
    entries.extend(history.iter().filter_map(|row| reader.hand_over(row)));
    // What is not delivered yet comes last, whatever this machine's clock says.
    entries.sort_by_key(|entry| (entry.delivery != Delivery::Delivered, entry.at));
    if let Some(description) = description(&row) {
        entries.insert(0, description);
    }
    entries.extend(resolution(&row, &history));
    Ok(entries)
}

/// The newest entries of a conversation, oldest first, without description and resolution: for the preview.
pub(super) fn last_words(entries: Vec<ConversationEntry>, count: usize) -> Vec<ConversationEntry> {
    let said: Vec<_> = entries
        .into_iter()
        .filter(|entry| !matches!(entry.content, Content::Description(_) | Content::Resolution(_)))
        .collect();
    let skipped = said.len().saturating_sub(count);
    said.into_iter().skip(skipped).collect()
}

struct Reader {
    actor: Option<Actor>,
    unread_since: Option<Timestamp>,
}

impl Reader {
    fn is_me(&self, row: &Row) -> bool {
        let author = match self.actor.as_ref().map(|actor| actor.person) {
            Some(Person::Resource(me)) => {
                let field = match row.entity() == &TICKET_NOTE {
                    true => "authorResourceID",
                    false => "resourceID",
                };
                row.integer(field).map(|id| id == me.0)
            }
            Some(Person::Contact(me)) => row.integer("authorContactID").map(|id| id == me.0),
            None => None,
        };
        author.unwrap_or_default()
    }

    fn is_unread(&self, row: &Row, at: Timestamp) -> bool {
        !self.is_me(row) && self.unread_since.is_some_and(|since| at >= since)
    }

    fn note(&self, row: &Row, delivery: Delivery) -> ConversationEntry {
        let at = row.time("createDateTime").unwrap_or(Timestamp::from_millis(0));
        let written_at = row.time("writtenDateTime");
        ConversationEntry {
            at,
            written_at: written_at.filter(|written| at.minutes_since(*written) >= NOTICEABLE_MINUTES),
            author: text(row, "authorName"),
            side: side(row).unwrap_or(Side::Autotask),
            readers: row
                .text("audience")
                .and_then(Readers::from_word)
                .unwrap_or(Readers::Public),
            content: Content::Note {
                title: text(row, "title"),
                text: text(row, "description"),
            },
            delivery,
            unread: self.is_unread(row, at),
        }
    }

    /// A hand-over as part of the conversation. Declining also leaves its reason as a note; the note says it then.
    fn hand_over(&self, row: &Row) -> Option<ConversationEntry> {
        let event = row.text("event").and_then(Event::from_word)?;
        if !matches!(
            event,
            Event::Escalated | Event::Transferred | Event::Declined | Event::Recalled
        ) {
            return None;
        }
        let at = row.time("date").unwrap_or(Timestamp::from_millis(0));
        Some(ConversationEntry {
            at,
            written_at: None,
            author: text(row, "authorName"),
            side: actor_side(event),
            readers: Readers::Public,
            content: Content::HandOver {
                event: event.word().to_owned(),
                reason: reason(row),
            },
            delivery: Delivery::Delivered,
            unread: self.is_unread(row, at),
        })
    }
}

/// Who alone can do this to a ticket (rows 4, 6, 7, 8 of 2.4).
fn actor_side(event: Event) -> Side {
    match event {
        Event::Escalated | Event::Recalled => Side::Taskfire,
        _ => Side::Autotask,
    }
}

/// The reason that was given; without one, the entry's line only repeats the event.
fn reason(row: &Row) -> String {
    row.text("detail").unwrap_or_default().to_owned()
}

fn description(ticket: &Row) -> Option<ConversationEntry> {
    let words = ticket.text("description").filter(|text| !text.trim().is_empty())?;
    let by_contact = ticket.integer("createdByContactID").is_some();
    Some(ConversationEntry {
        at: ticket.time("createDate").unwrap_or(Timestamp::from_millis(0)),
        written_at: None,
        author: text(ticket, "createdByName"),
        side: if by_contact { Side::Taskfire } else { Side::Autotask },
        readers: Readers::Public,
        content: Content::Description(words.to_owned()),
        delivery: Delivery::Delivered,
        unread: false,
    })
}

/// The resolution, by whoever wrote it last; of one that came from elsewhere, by whoever closed the ticket.
fn resolution(ticket: &Row, history: &[Row]) -> Option<ConversationEntry> {
    let words = ticket.text("resolution").filter(|text| !text.trim().is_empty())?;
    let holder = ticket
        .text("holder")
        .and_then(Side::from_word)
        .unwrap_or(Side::Autotask);
    let newest = |is_meant: &dyn Fn(&&Row) -> bool| {
        history
            .iter()
            .filter(is_meant)
            .max_by_key(|row| (row.time("date"), row.id()))
    };
    let written = newest(&|row| row.text("field") == Some("resolution"));
    let closed = || newest(&|row| row.text("event") == Some(Event::Closed.word()));
    let by = written.or_else(closed);
    let at = ticket.time("closedDate").or(ticket.time("completedDate"));
    Some(ConversationEntry {
        at: at
            .or(ticket.time("lastActivityDate"))
            .unwrap_or(Timestamp::from_millis(0)),
        written_at: None,
        author: by.map_or_else(String::new, |row| text(row, "authorName")),
        side: by.and_then(side).unwrap_or(holder),
        readers: Readers::Public,
        content: Content::Resolution(words.to_owned()),
        delivery: Delivery::Delivered,
        unread: false,
    })
}

/// How far a row has come: those that changes of the outbox added have negative ids.
pub(in crate::replica) fn delivery(connection: &Connection, id: i64) -> Result<Delivery> {
    if id >= 0 {
        return Ok(Delivery::Delivered);
    }
    let found: Option<(String, String)> = connection
        .prepare_cached("SELECT change_id, state FROM outbox WHERE position = ?1")?
        .query_row([overlay::position_of(id)], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((id, state)) = found else {
        return Ok(Delivery::Delivered);
    };
    let change = ChangeId(id.parse().unwrap_or_default());
    Ok(match state.as_str() {
        "stopped" => Delivery::Stopped(change),
        _ => Delivery::Queued(change),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::TICKET;

    fn happened(at: i64, event: Event, field: Option<&str>, author: &str) -> Row {
        let mut row = Row::new(&TICKET_HISTORY);
        row.set("date", Timestamp::from_millis(at));
        row.set("event", event.word());
        row.set("side", Side::Taskfire.word());
        row.set("authorName", author);
        if let Some(field) = field {
            row.set("field", field);
        }
        row
    }

    #[test]
    fn a_resolution_is_its_last_writers_and_without_one_the_closers() {
        let mut ticket = Row::new(&TICKET);
        ticket.set("resolution", "Fuser swapped.");
        let closed = happened(9, Event::Closed, None, "Maria Keller");
        let written = happened(5, Event::Edited, Some("resolution"), "Tom Reyes");
        let author = |history: &[Row]| resolution(&ticket, history).map(|entry| (entry.author, entry.side));
        let tom = Some(("Tom Reyes".to_owned(), Side::Taskfire));
        assert_eq!(author(&[written, closed.clone()]), tom);
        let maria = Some(("Maria Keller".to_owned(), Side::Taskfire));
        assert_eq!(author(&[closed]), maria);
        assert_eq!(author(&[]), Some((String::new(), Side::Autotask)));
    }
}
