//! What waits in the outbox, in which order, and whose turn it is.

use super::differences;
use crate::base::ids::{ChangeId, TicketId};
use crate::domain::Change;
use crate::entities::{Row, TICKET};
use crate::records::views::{OutboxLine, OutboxState};
use crate::replica::{Replica, ReplicaError, Result};
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use serde::{Deserialize, Serialize};

/// A change whose turn it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// The change, its ticket being the numbered one as soon as there is one.
    pub change: Change,
    /// Whether it was sent before: its answer may have been lost.
    pub was_sent: bool,
}

/// How far a change is, in the database.
#[derive(Clone, Debug)]
pub(in crate::replica) enum State {
    Queued,
    Sending,
    Stopped(Box<Stop>),
}

/// Why a change stopped, in the database.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(in crate::replica) struct Stop {
    pub(super) code: String,
    pub(super) message: String,
    pub(super) field: Option<String>,
    pub(super) current: Option<serde_json::Value>,
}

/// One row of the outbox.
#[derive(Clone, Debug)]
pub(in crate::replica) struct Item {
    pub(in crate::replica) position: i64,
    pub(in crate::replica) change: Change,
    pub(super) number: String,
    pub(super) title: String,
    pub(super) state: State,
}

impl Item {
    /// Whether it is shown as if it had happened: until it stops.
    pub(in crate::replica) fn is_shown(&self) -> bool {
        matches!(self.state, State::Queued | State::Sending)
    }
}

impl Replica {
    /// The changes whose turn it is, oldest first: of each ticket the oldest one, unless it stopped.
    ///
    /// # Errors
    /// When the database fails.
    pub fn next_to_send(&self, limit: usize) -> Result<Vec<Waiting>> {
        self.read(|transaction| {
            let items = select(
                transaction,
                "WHERE state <> 'stopped' AND NOT EXISTS (
                   SELECT 1 FROM outbox AS earlier
                   WHERE earlier.ticket_id = outbox.ticket_id AND earlier.position < outbox.position
                 ) ORDER BY position LIMIT ?1",
                &[i64::try_from(limit).unwrap_or(i64::MAX)],
            )?;
            let waiting = |item: Item| Waiting {
                change: item.change,
                was_sent: matches!(item.state, State::Sending),
            };
            Ok(items.into_iter().map(waiting).collect())
        })
    }

    /// Notes that a change is on its way.
    ///
    /// # Errors
    /// When it is no longer waiting.
    pub fn sending(&self, change: ChangeId) -> Result<()> {
        self.write(|transaction| set_state(transaction, change, "sending"))
    }

    /// Notes that a change did not get through; its turn comes again.
    ///
    /// # Errors
    /// When it is no longer there.
    pub fn not_sent(&self, change: ChangeId) -> Result<()> {
        self.write(|transaction| set_state(transaction, change, "queued"))
    }

    /// All changes without an answer, oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn outbox(&self) -> Result<Vec<OutboxLine>> {
        self.read(|transaction| {
            let items = select(transaction, "ORDER BY position", &[])?;
            items.into_iter().map(|item| line(transaction, item)).collect()
        })
    }

    /// A ticket's changes without an answer, oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn outbox_of(&self, ticket: TicketId) -> Result<Vec<OutboxLine>> {
        self.read(|transaction| {
            let items = of(transaction, ticket)?;
            items.into_iter().map(|item| line(transaction, item)).collect()
        })
    }

    /// How many changes have no answer, and how many of them wait for a decision.
    ///
    /// # Errors
    /// When the database fails.
    pub fn count_unsent(&self) -> Result<(u64, u64)> {
        self.read(|transaction| {
            Ok(transaction.query_row(
                "SELECT count(*), count(*) FILTER (WHERE state = 'stopped') FROM outbox",
                [],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?)
        })
    }

    /// The ticket that a ticket made here has become, once the server has numbered it.
    ///
    /// # Errors
    /// When the database fails.
    pub fn numbered(&self, temporary: TicketId) -> Result<Option<TicketId>> {
        self.read(|transaction| numbered(transaction, temporary))
    }
}

/// The ticket that a ticket made here has become.
pub(super) fn numbered(connection: &Connection, temporary: TicketId) -> Result<Option<TicketId>> {
    let found = connection
        .prepare_cached("SELECT ticket_id FROM renumbered WHERE temporary_id = ?1")?
        .query_row([temporary.0], |row| row.get(0).map(TicketId))
        .optional()?;
    Ok(found)
}

fn set_state(connection: &Connection, change: ChangeId, state: &str) -> Result<()> {
    let count = connection.execute(
        "UPDATE outbox SET state = ?2 WHERE change_id = ?1 AND state <> 'stopped'",
        (change.to_string(), state),
    )?;
    if count == 0 {
        return Err(ReplicaError::NoSuchChange(change));
    }
    Ok(())
}

/// Whether a ticket has changes without an answer.
pub(in crate::replica) fn has_changes(connection: &Connection, ticket: TicketId) -> Result<bool> {
    Ok(connection
        .prepare_cached("SELECT 1 FROM outbox WHERE ticket_id = ?1")?
        .exists([ticket.0])?)
}

/// A ticket's changes, oldest first.
pub(in crate::replica) fn of(connection: &Connection, ticket: TicketId) -> Result<Vec<Item>> {
    select(connection, "WHERE ticket_id = ?1 ORDER BY position", &[ticket.0])
}

/// The change of this id.
pub(super) fn find(connection: &Connection, change: ChangeId) -> Result<Option<Item>> {
    let position: Option<i64> = connection
        .prepare_cached("SELECT position FROM outbox WHERE change_id = ?1")?
        .query_row([change.to_string()], |row| row.get(0))
        .optional()?;
    let Some(position) = position else {
        return Ok(None);
    };
    Ok(select(connection, "WHERE position = ?1", &[position])?.pop())
}

/// The change of this id, which must be there.
pub(super) fn expect(connection: &Connection, change: ChangeId) -> Result<Item> {
    find(connection, change)?.ok_or(ReplicaError::NoSuchChange(change))
}

fn select(connection: &Connection, rest: &str, parameters: &[i64]) -> Result<Vec<Item>> {
    let text = format!("SELECT position, ticket_id, change, number, title, state, stop FROM outbox {rest}");
    let mut statement = connection.prepare_cached(&text)?;
    let mut rows = statement.query(params_from_iter(parameters))?;
    let mut items = Vec::new();
    while let Some(row) = rows.next()? {
        let mut change: Change = serde_json::from_str(&row.get::<_, String>(2)?)?;
        // The ticket may have got its number since the change was written.
        change.ticket = TicketId(row.get(1)?);
        items.push(Item {
            position: row.get(0)?,
            change,
            number: row.get(3)?,
            title: row.get(4)?,
            state: state(&row.get::<_, String>(5)?, row.get(6)?)?,
        });
    }
    Ok(items)
}

fn state(word: &str, stop: Option<String>) -> Result<State> {
    Ok(match (word, stop) {
        (_, Some(stop)) => State::Stopped(serde_json::from_str(&stop)?),
        ("sending", None) => State::Sending,
        _ => State::Queued,
    })
}

fn line(connection: &Connection, item: Item) -> Result<OutboxLine> {
    let followers = connection
        .prepare_cached("SELECT count(*) FROM outbox WHERE ticket_id = ?1 AND position > ?2")?
        .query_row((item.change.ticket.0, item.position), |row| row.get(0))?;
    let state = match item.state {
        State::Queued => OutboxState::Queued,
        State::Sending => OutboxState::Sending,
        State::Stopped(stop) => OutboxState::Stopped {
            differs: match stop.current.clone() {
                Some(current) => {
                    let current = Row::from_json(&TICKET, current)?;
                    differences::of(connection, &item.change.seen, &current)?
                }
                None => Vec::new(),
            },
            code: stop.code,
            message: stop.message,
            field: stop.field,
        },
    };
    Ok(OutboxLine {
        change: item.change,
        number: item.number,
        title: item.title,
        state,
        followers,
    })
}
