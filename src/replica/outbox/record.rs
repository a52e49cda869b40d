//! Recording a change: outbox and optimistic view in one transaction.

use super::own::{self, Given};
use super::{overlay, queue};
use crate::base::ids::TicketId;
use crate::domain::outcome::Certainty;
use crate::domain::{Act, Actor, Change, Ticket};
use crate::entities::Row;
use crate::records;
use crate::replica::mirror::facts;
use crate::replica::mirror::rows::SHOWN;
use crate::replica::place;
use crate::replica::{Replica, ReplicaError, Result, lock};
use rusqlite::Connection;

/// What became of a recorded change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// The ticket; for a new one its temporary id.
    pub ticket: TicketId,
    /// Its number, `new-1` for a new one.
    pub number: String,
    /// Whether the view is what the server will answer, or only the server can know.
    pub certainty: Certainty,
}

impl Replica {
    /// Writes a change to the outbox and lays it over the copy: both, or with an error neither. For
    /// [`Act::Create`] the ticket is numbered here (`new-1`), whatever the change says. What the change saw is filled
    /// in where it saw nothing, and where it saw what an earlier change of the same person has made another.
    ///
    /// # Errors
    /// When the rules refuse it, the ticket isn't here, nobody has signed in, or the disk is full.
    pub fn record(&self, change: &Change) -> Result<Recorded> {
        let settled: Vec<Given> = lock(&self.settled).iter().cloned().collect();
        self.write(|transaction| record_after(transaction, change, &settled))
    }
}

/// Records a change that saw nothing inside a transaction.
pub(in crate::replica) fn record(connection: &Connection, change: &Change) -> Result<Recorded> {
    record_after(connection, change, &[])
}

fn record_after(connection: &Connection, change: &Change, settled: &[Given]) -> Result<Recorded> {
    let actor = place::actor(connection)?.ok_or(ReplicaError::NobodySignedIn)?;
    match &change.act {
        Act::Create(_) => create(connection, change.clone(), &actor),
        _ => alter(connection, change.clone(), &actor, settled),
    }
}

fn create(connection: &Connection, mut change: Change, actor: &Actor) -> Result<Recorded> {
    let last: i64 = connection.query_row(
        "UPDATE copy SET last_temporary = last_temporary + 1 RETURNING last_temporary",
        [],
        |row| row.get(0),
    )?;
    change.ticket = TicketId(-last);
    let laid = overlay::open(connection, &change, actor)?;
    let number = laid.row.text("ticketNumber").unwrap_or_default().to_owned();
    insert(connection, &change, &laid.row)?;
    overlay::lay(connection, change.ticket)?;
    Ok(Recorded {
        ticket: change.ticket,
        number,
        certainty: laid.certainty,
    })
}

fn alter(connection: &Connection, mut change: Change, actor: &Actor, settled: &[Given]) -> Result<Recorded> {
    if let Some(numbered) = queue::numbered(connection, change.ticket)? {
        change.ticket = numbered;
    }
    let row = SHOWN
        .load(connection, change.ticket.0)?
        .ok_or(ReplicaError::NoSuchTicket(change.ticket))?;
    let certainty = check(connection, &change.act, &change, &row, actor)?;
    if change.seen.is_empty() {
        change.seen = records::seen::seen(&change.act, actor.side(), &row)?;
    }
    own::follow(connection, &mut change, &row, settled)?;
    insert(connection, &change, &row)?;
    overlay::lay(connection, change.ticket)?;
    Ok(Recorded {
        ticket: change.ticket,
        number: row.text("ticketNumber").unwrap_or_default().to_owned(),
        certainty,
    })
}

/// Asks the rules about a change of the ticket as this row shows it.
pub(super) fn check(
    connection: &Connection,
    act: &Act,
    change: &Change,
    row: &Row,
    actor: &Actor,
) -> Result<Certainty> {
    let ticket: Ticket = records::ticket::read(row, overlay::shown_secondaries(connection, change.ticket)?);
    let company = facts::company_of(act, Some(ticket.company)).unwrap_or(ticket.company);
    let facts = facts::for_act(connection, act, company)?;
    Ok(act.apply(&ticket, actor, &facts, change.written_at)?.certainty)
}

fn insert(connection: &Connection, change: &Change, row: &Row) -> Result<()> {
    connection.execute(
        "INSERT INTO outbox (change_id, ticket_id, change, number, title, state)
         VALUES (?1, ?2, ?3, ?4, ?5, 'queued')",
        (
            change.id.to_string(),
            change.ticket.0,
            serde_json::to_string(change)?,
            row.text("ticketNumber").unwrap_or_default(),
            row.text("title").unwrap_or_default(),
        ),
    )?;
    Ok(())
}
