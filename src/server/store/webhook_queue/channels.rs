//! The channels of webhooks: what they sign with, and how their receivers do.

use super::signal;
use crate::base::{Secret, Timestamp};
use crate::entities::{Entity, by_name};
use crate::server::store::StoreError;
use rusqlite::Connection;

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
