//! What somebody else did since this person last opened a ticket.

use crate::base::Timestamp;
use crate::base::ids::TicketId;
use crate::domain::{Actor, Person};
use crate::entities::Row;
use crate::records::ticket::side_fields;
use crate::replica::outbox::queue;
use crate::replica::{Replica, Result};
use rusqlite::{Connection, OptionalExtension};

impl Replica {
    /// The person has the ticket before their eyes.
    ///
    /// # Errors
    /// When the database fails.
    pub fn mark_read(&self, ticket: TicketId) -> Result<()> {
        self.write(|transaction| {
            transaction.execute("DELETE FROM unread WHERE ticket_id = ?1", [ticket.0])?;
            Ok(())
        })
    }

    /// How many tickets have something unread.
    ///
    /// # Errors
    /// When the database fails.
    pub fn count_unread(&self) -> Result<u64> {
        self.read(|transaction| Ok(transaction.query_row("SELECT count(*) FROM unread", [], |row| row.get(0))?))
    }
}

fn mark(connection: &Connection, ticket: i64, since: Timestamp) -> Result<()> {
    connection
        .prepare_cached("INSERT OR IGNORE INTO unread (ticket_id, since) VALUES (?1, ?2)")?
        .execute((ticket, since.millis()))?;
    Ok(())
}

/// Since when there is something unread.
pub(in crate::replica) fn since(connection: &Connection, ticket: i64) -> Result<Option<Timestamp>> {
    let since = connection
        .prepare_cached("SELECT since FROM unread WHERE ticket_id = ?1")?
        .query_row([ticket], |row| row.get(0))
        .optional()?;
    Ok(since.map(Timestamp::from_millis))
}

/// A note is unread unless this person wrote it.
pub(super) fn after_note(connection: &Connection, note: &Row, actor: &Actor, now: Timestamp) -> Result<()> {
    let author = match actor.person {
        Person::Resource(_) => note.integer("authorResourceID"),
        Person::Contact(_) => note.integer("authorContactID"),
    };
    match note.integer("ticketID") {
        Some(ticket) if author != Some(actor.person.number()) => {
            mark(connection, ticket, note.time("createDateTime").unwrap_or(now))
        }
        _ => Ok(()),
    }
}

/// A ticket is unread when it is new here, newly this person's, or newly in this side's hands, unless by one of this
/// person's own changes, whose answer may come after its event.
pub(super) fn after_ticket(
    connection: &Connection,
    before: Option<&Row>,
    after: &Row,
    actor: &Actor,
    now: Timestamp,
) -> Result<()> {
    let (assignee, me) = (side_fields(actor.side()).assignee, Some(actor.person.number()));
    let newly = |is: &dyn Fn(&Row) -> bool| is(after) && !before.is_some_and(is);
    let is_new = before.is_none() && !created_by(after, actor);
    let is_mine = newly(&|row| row.integer(assignee) == me);
    let is_ours = newly(&|row| row.text("holder") == Some(actor.side().word()));
    let matters = is_new || (before.is_some() && (is_mine || is_ours));
    if matters && !queue::has_changes(connection, TicketId(after.id()))? {
        mark(connection, after.id(), after.time("lastActivityDate").unwrap_or(now))?;
    }
    Ok(())
}

fn created_by(ticket: &Row, actor: &Actor) -> bool {
    let creator = match actor.person {
        Person::Resource(_) => ticket.integer("creatorResourceID"),
        Person::Contact(_) => ticket.integer("createdByContactID"),
    };
    creator == Some(actor.person.number())
}
