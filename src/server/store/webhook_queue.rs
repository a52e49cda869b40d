//! What webhooks have still to send: events in their order, a lane for each ticket of a channel, and how each channel's
//! receiver does. Nothing of it is kept in memory.

mod channels;
mod chores;

pub use channels::{Channel, channels, is_listening, keep_failures, open, recover, resume, set_secret};
pub use chores::{forget_deleted, forget_old, has_lanes, has_unlogged, log_waiting};

use super::StoreError;
use crate::base::Timestamp;
use crate::entities::Entity;
use rusqlite::{Connection, OptionalExtension};

/// The lane of what is about a webhook itself.
pub const OF_ITSELF: i64 = 0;

/// An event of a webhook, before it has its number.
#[derive(Clone, Debug)]
pub struct Event<'a> {
    /// What the webhook is a row of.
    pub entity: &'static Entity,
    /// The webhook's id.
    pub webhook: i64,
    /// The ticket that it is about, or [`OF_ITSELF`].
    pub ticket: i64,
    /// Where it goes, if not to the webhook's address.
    pub address: Option<&'a str>,
    /// When it happened.
    pub at: Timestamp,
}

/// An event that is to be sent.
#[derive(Clone, Debug)]
pub struct Delivery {
    /// Which.
    pub id: i64,
    /// Where it goes, if not to the webhook's address.
    pub address: Option<String>,
    /// What is sent.
    pub payload: String,
}

/// How often a ticket's next event was tried in vain, and since when.
#[derive(Clone, Copy, Debug)]
pub struct Lane {
    /// How often.
    pub attempts: u32,
    /// Since when.
    pub failing_since: Option<Timestamp>,
}

/// Puts an event behind the others of its ticket. `payload` makes its text of its number, which counts the webhook's
/// events without a gap.
///
/// # Errors
/// The database's.
pub fn push(
    connection: &Connection,
    event: &Event<'_>,
    payload: impl FnOnce(i64) -> Result<String, StoreError>,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(
        "UPDATE webhook_channel SET last_sequence = last_sequence + 1 WHERE entity = ?1 AND webhook_id = ?2
         RETURNING id, last_sequence",
    )?;
    let (channel, sequence): (i64, i64) =
        statement.query_row((event.entity.name, event.webhook), |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut statement = connection.prepare_cached(
        "INSERT INTO webhook_delivery (channel, ticket_id, sequence, address, payload, at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    let at = event.at.millis();
    statement.execute((channel, event.ticket, sequence, event.address, payload(sequence)?, at))?;
    let mut statement = connection.prepare_cached(
        "INSERT INTO webhook_lane (channel, ticket_id, due) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
    )?;
    statement.execute((channel, event.ticket, at))?;
    Ok(())
}

/// Wakes whoever sends, once this is committed.
///
/// # Errors
/// The database's.
pub fn signal(connection: &Connection) -> Result<(), StoreError> {
    connection
        .prepare_cached("UPDATE webhook_signal SET value = value + 1 WHERE id = 1")?
        .execute([])?;
    Ok(())
}

/// What whoever sends waits for to change.
///
/// # Errors
/// The database's.
pub fn signalled(connection: &Connection) -> Result<i64, StoreError> {
    let mut statement = connection.prepare_cached("SELECT value FROM webhook_signal WHERE id = 1")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

/// The tickets of a channel whose next event may be sent now, those that wait longest first.
///
/// # Errors
/// The database's.
pub fn due(connection: &Connection, channel: i64, now: Timestamp, limit: usize) -> Result<Vec<i64>, StoreError> {
    let mut statement = connection
        .prepare_cached("SELECT ticket_id FROM webhook_lane WHERE channel = ?1 AND due <= ?2 ORDER BY due LIMIT ?3")?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let tickets = statement.query_map((channel, now.millis(), limit), |row| row.get(0))?;
    Ok(tickets.collect::<Result<_, _>>()?)
}

/// When a channel's next event that can't be sent yet may be.
///
/// # Errors
/// The database's.
pub fn next_due(connection: &Connection, channel: i64, now: Timestamp) -> Result<Option<Timestamp>, StoreError> {
    let mut statement = connection
        .prepare_cached("SELECT due FROM webhook_lane WHERE channel = ?1 AND due > ?2 ORDER BY due LIMIT 1")?;
    let due = statement.query_row((channel, now.millis()), |row| row.get(0));
    Ok(due.optional()?.map(Timestamp::from_millis))
}

/// When the lane of what is about the webhook itself may be sent, where anything is there.
///
/// # Errors
/// The database's.
pub fn own_due(connection: &Connection, channel: i64) -> Result<Option<Timestamp>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT due FROM webhook_lane WHERE channel = ?1 AND ticket_id = ?2")?;
    let due = statement.query_row((channel, OF_ITSELF), |row| row.get(0));
    Ok(due.optional()?.map(Timestamp::from_millis))
}

/// The first event of a lane.
///
/// # Errors
/// The database's.
pub fn head(connection: &Connection, channel: i64, ticket: i64) -> Result<Option<Delivery>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, address, payload FROM webhook_delivery WHERE channel = ?1 AND ticket_id = ?2 ORDER BY id LIMIT 1",
    )?;
    let delivery = statement.query_row((channel, ticket), |row| {
        Ok(Delivery {
            id: row.get(0)?,
            address: row.get(1)?,
            payload: row.get(2)?,
        })
    });
    Ok(delivery.optional()?)
}

/// Takes the first event out of its lane, and lets the next one be sent.
///
/// # Errors
/// The database's.
pub fn pop(
    connection: &Connection,
    (channel, ticket): (i64, i64),
    delivery: i64,
    now: Timestamp,
) -> Result<(), StoreError> {
    connection
        .prepare_cached("DELETE FROM webhook_delivery WHERE id = ?1")?
        .execute([delivery])?;
    let statement = match head(connection, channel, ticket)? {
        Some(_) => {
            "UPDATE webhook_lane SET due = ?3, attempts = 0, failing_since = NULL WHERE channel = ?1 AND ticket_id = ?2"
        }
        None => "DELETE FROM webhook_lane WHERE channel = ?1 AND ticket_id = ?2 AND ?3 IS NOT NULL",
    };
    connection
        .prepare_cached(statement)?
        .execute((channel, ticket, now.millis()))?;
    Ok(())
}

/// Notes that an event could not be sent; `wait` says how long it waits after so many attempts. Answers how the lane does.
///
/// # Errors
/// The database's.
pub fn postpone(
    connection: &Connection,
    (channel, ticket): (i64, i64),
    now: Timestamp,
    wait: impl FnOnce(u32) -> i64,
) -> Result<Option<Lane>, StoreError> {
    let mut statement = connection.prepare_cached(
        "UPDATE webhook_lane SET attempts = attempts + 1, failing_since = coalesce(failing_since, ?3)
         WHERE channel = ?1 AND ticket_id = ?2 RETURNING attempts, failing_since",
    )?;
    let lane = statement.query_row((channel, ticket, now.millis()), |row| {
        Ok(Lane {
            attempts: row.get(0)?,
            failing_since: row.get::<_, Option<i64>>(1)?.map(Timestamp::from_millis),
        })
    });
    let Some(lane) = lane.optional()? else {
        return Ok(None);
    };
    let due = now.millis().saturating_add(wait(lane.attempts));
    connection
        .prepare_cached("UPDATE webhook_lane SET due = ?3 WHERE channel = ?1 AND ticket_id = ?2")?
        .execute((channel, ticket, due))?;
    Ok(Some(lane))
}

/// Writes into the error log why an event could not be sent.
///
/// # Errors
/// The database's.
pub fn log(connection: &Connection, delivery: i64, error: &str, now: Timestamp) -> Result<(), StoreError> {
    let mut statement =
        connection.prepare_cached("UPDATE webhook_delivery SET error = ?2, failed_at = ?3 WHERE id = ?1")?;
    statement.execute((delivery, error, now.millis()))?;
    Ok(())
}
