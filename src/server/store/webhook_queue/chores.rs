//! What is done from time to time with what nobody takes: it goes into the error log, and is forgotten at last.

use super::{OF_ITSELF, own_due};
use crate::base::Timestamp;
use crate::server::store::StoreError;
use rusqlite::{Connection, OptionalExtension};

/// How many events a chore looks at in one go.
const CHORE: i64 = 500;
/// How many old events are forgotten in one go.
const FORGOTTEN: i64 = 20_000;

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
