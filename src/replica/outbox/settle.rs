//! The server's answers: a change is settled or stops.

use super::own::Given;
use super::{overlay, queue};
use crate::base::ids::{ChangeId, TicketId};
use crate::domain::Act;
use crate::entities::Row;
use crate::replica::mirror::rows::SHOWN;
use crate::replica::mirror::take;
use crate::replica::{Replica, Result, drafts, lock, stopwatches};
use rusqlite::Connection;

/// What the server answered to a change that it carried out: the rows as they are now.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The ticket.
    pub ticket: Row,
    /// Notes, time and history that were added.
    pub added: Vec<Row>,
}

/// Why the server did not carry out a change.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// The stable code; `stale` where the ticket changed meanwhile.
    pub code: String,
    /// The server's sentence.
    pub message: String,
    /// The field that it is about.
    pub field: Option<String>,
    /// For `stale`: the ticket as it is now.
    pub current: Option<Row>,
}

/// What a settled change was about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settlement {
    /// The ticket.
    pub ticket: TicketId,
    /// Its temporary id until now, if the change has created it.
    pub was: Option<TicketId>,
}

impl Replica {
    /// Takes the answer to a change and takes the change out of the outbox. An answer that came twice changes
    /// nothing more.
    ///
    /// # Errors
    /// When the database fails.
    pub fn settle(&self, change: ChangeId, answer: &Answer) -> Result<Settlement> {
        let (settlement, given) = self.write(|transaction| {
            let ticket = TicketId(answer.ticket.id());
            let item = queue::find(transaction, change)?;
            let given = match (&item, SHOWN.load(transaction, ticket.0)?) {
                (Some(item), Some(shown)) => Some(Given::by(&item.change, ticket, &shown, &answer.ticket)?),
                _ => None,
            };
            transaction.execute("DELETE FROM outbox WHERE change_id = ?1", [change.to_string()])?;
            let created = item
                .filter(|item| matches!(item.change.act, Act::Create(_)))
                .map(|item| item.change.ticket);
            take::take(transaction, &answer.ticket)?;
            for row in &answer.added {
                take::take(transaction, row)?;
            }
            if let Some(temporary) = created {
                renumber(transaction, temporary, ticket, &answer.ticket)?;
            }
            overlay::lay(transaction, ticket)?;
            Ok((Settlement { ticket, was: created }, given))
        })?;
        if let Some(given) = given {
            given.remember(&mut lock(&self.settled));
        }
        Ok(settlement)
    }

    /// Notes that the server refused a change, or that it is stale: it waits for the person's decision, and so do
    /// those behind it on its ticket.
    ///
    /// # Errors
    /// When the change is no longer there.
    pub fn stop(&self, change: ChangeId, refused: &Refused) -> Result<TicketId> {
        self.write(|transaction| {
            let item = queue::expect(transaction, change)?;
            let stop = queue::Stop {
                code: refused.code.clone(),
                message: refused.message.clone(),
                field: refused.field.clone(),
                current: refused.current.as_ref().map(serde_json::to_value).transpose()?,
            };
            transaction.execute(
                "UPDATE outbox SET state = 'stopped', stop = ?2 WHERE position = ?1",
                (item.position, serde_json::to_string(&stop)?),
            )?;
            if let Some(current) = &refused.current {
                take::take(transaction, current)?;
            }
            overlay::lay(transaction, item.change.ticket)?;
            Ok(item.change.ticket)
        })
    }
}

/// Lets everything that follows a ticket made here follow it to its number.
fn renumber(connection: &Connection, from: TicketId, to: TicketId, row: &Row) -> Result<()> {
    take::forget_ticket(connection, from.0)?;
    connection.execute(
        "UPDATE outbox SET ticket_id = ?2, number = ?3 WHERE ticket_id = ?1",
        (from.0, to.0, row.text("ticketNumber").unwrap_or_default()),
    )?;
    connection.execute(
        "INSERT OR REPLACE INTO renumbered (temporary_id, ticket_id) VALUES (?1, ?2)",
        (from.0, to.0),
    )?;
    connection.execute("INSERT OR IGNORE INTO held (ticket_id) VALUES (?1)", [to.0])?;
    stopwatches::renumber(connection, from, to)?;
    drafts::renumber(connection, from, to)
}
