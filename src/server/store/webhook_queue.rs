//! What webhooks have still to send: events in their order, a lane for each ticket of a channel, and how each channel's
//! receiver does. Nothing of it is kept in memory.

use super::StoreError;
use crate::base::{Secret, Timestamp};
use crate::entities::{Entity, by_name};
use rusqlite::{Connection, OptionalExtension};

/// The lane of what is about a webhook itself.
pub const OF_ITSELF: i64 = 0;
/// How many events a chore looks at in one go.
const CHORE: i64 = 500;

/// What a webhook's row does not show.
#[derive(Clone, Debug)]
pub struct Channel {
    /// Its own id.
    pub id: i64,
    /// What the webhook is a row of.
    pub entity: &'static Entity,
    /// The webhook's id.
    pub webhook: i64,
    /// What its callouts are signed with.
    pub secret: Secret,
    /// Failures since the last success.
    pub failures: u32,
    /// When the first of them was.
    pub failing_since: Option<Timestamp>,
    /// When it may be tried again.
    pub due: Timestamp,
    /// When the administrators were last told that it fails.
    pub told_at: Option<Timestamp>,
}

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

/// Whether any webhook is there that says what happens.
///
/// # Errors
/// The database's.
pub fn is_listening(connection: &Connection) -> Result<bool, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM ticket_webhook WHERE is_active AND is_ready)
             OR EXISTS (SELECT 1 FROM ticket_note_webhook WHERE is_active AND is_ready)",
    )?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

/// Gives a new webhook its channel.
///
/// # Errors
/// The database's.
pub fn open(connection: &Connection, entity: &Entity, webhook: i64, secret: &Secret) -> Result<(), StoreError> {
    let mut statement =
        connection.prepare_cached("INSERT INTO webhook_channel (entity, webhook_id, secret) VALUES (?1, ?2, ?3)")?;
    statement.execute((entity.name, webhook, secret.expose()))?;
    Ok(())
}

/// Changes what callouts are signed with.
///
/// # Errors
/// The database's.
pub fn set_secret(connection: &Connection, entity: &Entity, webhook: i64, secret: &Secret) -> Result<(), StoreError> {
    let mut statement =
        connection.prepare_cached("UPDATE webhook_channel SET secret = ?3 WHERE entity = ?1 AND webhook_id = ?2")?;
    statement.execute((entity.name, webhook, secret.expose()))?;
    Ok(())
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

/// All channels: as many as there are webhooks, and those of deleted ones of which something is left.
///
/// # Errors
/// The database's.
pub fn channels(connection: &Connection) -> Result<Vec<Channel>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, entity, webhook_id, secret, failures, failing_since, due, told_at FROM webhook_channel ORDER BY id",
    )?;
    let mut rows = statement.query([])?;
    let mut channels = Vec::new();
    while let Some(row) = rows.next()? {
        let name: String = row.get(1)?;
        let entity = by_name(&name);
        channels.push(Channel {
            id: row.get(0)?,
            entity: entity.ok_or_else(|| StoreError::Corrupt(format!("webhook_channel: no entity {name}")))?,
            webhook: row.get(2)?,
            secret: Secret::new(row.get::<_, String>(3)?),
            failures: row.get(4)?,
            failing_since: row.get::<_, Option<i64>>(5)?.map(Timestamp::from_millis),
            due: Timestamp::from_millis(row.get(6)?),
            told_at: row.get::<_, Option<i64>>(7)?.map(Timestamp::from_millis),
        });
    }
    Ok(channels)
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

/// Notes that a channel's receiver answers.
///
/// # Errors
/// The database's.
pub fn recover(connection: &Connection, channel: i64) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(
        "UPDATE webhook_channel SET failures = 0, failing_since = NULL, due = 0 WHERE id = ?1 AND failures > 0",
    )?;
    statement.execute([channel])?;
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

/// Keeps how a channel's receiver does.
///
/// # Errors
/// The database's.
pub fn keep_failures(connection: &Connection, channel: &Channel) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(
        "UPDATE webhook_channel SET failures = ?2, failing_since = ?3, due = ?4, told_at = ?5 WHERE id = ?1",
    )?;
    statement.execute((
        channel.id,
        channel.failures,
        channel.failing_since.map(Timestamp::millis),
        channel.due.millis(),
        channel.told_at.map(Timestamp::millis),
    ))?;
    Ok(())
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

/// Writes some of what waits behind a webhook that is switched off into the error log; whether that may be all.
///
/// # Errors
/// The database's.
pub fn log_waiting(connection: &Connection, channel: i64, error: &str, now: Timestamp) -> Result<bool, StoreError> {
    let mut statement = connection.prepare_cached(
        "UPDATE webhook_delivery SET error = ?2, failed_at = ?3 WHERE id IN (
           SELECT id FROM webhook_delivery WHERE channel = ?1 AND error IS NULL AND ticket_id <> ?4 LIMIT ?5)",
    )?;
    let logged = statement.execute((channel, error, now.millis(), OF_ITSELF, CHORE))?;
    Ok(i64::try_from(logged).unwrap_or(CHORE) < CHORE)
}

/// Whether anything waits behind a webhook that is not in the error log.
///
/// # Errors
/// The database's.
pub fn has_unlogged(connection: &Connection, channel: i64) -> Result<bool, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT 1 FROM webhook_delivery WHERE channel = ?1 AND error IS NULL AND ticket_id <> ?2 LIMIT 1",
    )?;
    Ok(statement.exists((channel, OF_ITSELF))?)
}

/// Whether anything waits that is about tickets.
///
/// # Errors
/// The database's.
pub fn has_lanes(connection: &Connection, channel: i64) -> Result<bool, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT 1 FROM webhook_lane WHERE channel = ?1 AND ticket_id > ?2 LIMIT 1")?;
    Ok(statement.exists((channel, OF_ITSELF))?)
}

/// Lets what waits be sent at once: the webhook was switched on again.
///
/// # Errors
/// The database's.
pub fn resume(connection: &Connection, entity: &Entity, webhook: i64, now: Timestamp) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(
        "UPDATE webhook_channel SET failures = 0, failing_since = NULL, due = 0, told_at = NULL
         WHERE entity = ?1 AND webhook_id = ?2 RETURNING id",
    )?;
    let channel: i64 = statement.query_row((entity.name, webhook), |row| row.get(0))?;
    connection
        .prepare_cached(
            "UPDATE webhook_lane SET due = ?2, attempts = 0, failing_since = NULL WHERE channel = ?1 AND attempts > 0",
        )?
        .execute((channel, now.millis()))?;
    signal(connection)
}

/// Forgets some of what a deleted webhook had to send, and at last its channel; whether that is done.
///
/// # Errors
/// The database's.
pub fn forget_deleted(connection: &Connection, channel: i64) -> Result<bool, StoreError> {
    let mut statement = connection.prepare_cached(
        "DELETE FROM webhook_delivery WHERE id IN (
           SELECT id FROM webhook_delivery WHERE channel = ?1 AND ticket_id > ?2 LIMIT ?3)",
    )?;
    let mut forgotten = statement.execute((channel, OF_ITSELF, CHORE))?;
    if forgotten == 0 {
        let mut statement = connection.prepare_cached(
            "DELETE FROM webhook_lane WHERE channel = ?1 AND ticket_id IN (
               SELECT ticket_id FROM webhook_lane WHERE channel = ?1 AND ticket_id > ?2 LIMIT ?3)",
        )?;
        forgotten = statement.execute((channel, OF_ITSELF, CHORE))?;
    }
    if forgotten == 0 && own_due(connection, channel)?.is_none() {
        connection
            .prepare_cached("DELETE FROM webhook_channel WHERE id = ?1")?
            .execute([channel])?;
    }
    Ok(forgotten == 0)
}

/// Forgets some of what was written before `oldest` and waits behind webhooks that are switched off.
///
/// # Errors
/// The database's.
pub fn forget_old(connection: &Connection, oldest: Timestamp) -> Result<(), StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT id FROM webhook_delivery WHERE at >= ?1 ORDER BY id LIMIT 1")?;
    let first = statement
        .query_row([oldest.millis()], |row| row.get::<_, i64>(0))
        .optional()?;
    let mut statement = connection.prepare_cached(
        "DELETE FROM webhook_delivery WHERE id IN (
           SELECT delivery.id FROM webhook_delivery AS delivery
           JOIN webhook_channel AS channel ON channel.id = delivery.channel
           WHERE delivery.id < ?1 AND NOT EXISTS (
             SELECT 1 FROM ticket_webhook AS webhook
             WHERE channel.entity = 'TicketWebhook' AND webhook.id = channel.webhook_id AND webhook.is_active)
           AND NOT EXISTS (
             SELECT 1 FROM ticket_note_webhook AS webhook
             WHERE channel.entity = 'TicketNoteWebhook' AND webhook.id = channel.webhook_id AND webhook.is_active)
           ORDER BY delivery.id LIMIT ?2)",
    )?;
    let forgotten = statement.execute((first.unwrap_or(i64::MAX), FORGOTTEN))?;
    if forgotten > 0 {
        connection.execute(
            "DELETE FROM webhook_lane WHERE NOT EXISTS (
               SELECT 1 FROM webhook_delivery AS delivery
               WHERE delivery.channel = webhook_lane.channel AND delivery.ticket_id = webhook_lane.ticket_id)",
            [],
        )?;
    }
    Ok(())
}

/// How many old events are forgotten in one go.
const FORGOTTEN: i64 = 20_000;
