//! What the person was told.

use super::rows::Table;
use crate::base::Timestamp;
use crate::base::ids::TicketId;
use crate::entities::{NOTIFICATION, Row};
use crate::records::views::NotificationLine;
use crate::replica::{Replica, Result};
use rusqlite::{Connection, OptionalExtension};

impl Replica {
    /// The newest notifications, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn notifications(&self, limit: usize) -> Result<Vec<NotificationLine>> {
        self.read(|transaction| {
            let mut statement = transaction.prepare_cached("SELECT id FROM notification ORDER BY id DESC LIMIT ?1")?;
            let ids: Vec<i64> = statement
                .query_map([limit], |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()?;
            let mut lines = Vec::with_capacity(ids.len());
            for id in ids {
                if let Some(row) = Table::of(&NOTIFICATION).load(transaction, id)? {
                    lines.push(line(transaction, &row)?);
                }
            }
            Ok(lines)
        })
    }

    /// One notification.
    ///
    /// # Errors
    /// When the database fails.
    pub fn notification(&self, id: i64) -> Result<Option<NotificationLine>> {
        self.read(|transaction| {
            let row = Table::of(&NOTIFICATION).load(transaction, id)?;
            row.map(|row| line(transaction, &row)).transpose()
        })
    }

    /// Shows a notification as read before the server has said so.
    ///
    /// # Errors
    /// When the database fails.
    pub fn mark_notification_read(&self, id: i64, now: Timestamp) -> Result<()> {
        self.write(|transaction| {
            transaction.execute(
                "UPDATE notification SET read_date_time = ?2 WHERE id = ?1 AND read_date_time IS NULL",
                (id, now.millis()),
            )?;
            Ok(())
        })
    }
}

fn line(connection: &Connection, row: &Row) -> Result<NotificationLine> {
    let ticket = row.integer("ticketID");
    let number = match ticket {
        Some(ticket) => connection
            .prepare_cached("SELECT ticket_number FROM ticket WHERE id = ?1")?
            .query_row([ticket], |row| row.get::<_, Option<String>>(0))
            .optional()?
            .flatten(),
        None => None,
    };
    Ok(NotificationLine {
        id: row.id(),
        event: row.text("event").unwrap_or_default().to_owned(),
        ticket: ticket.map(TicketId),
        number,
        text: added_text(row),
        at: row.time("createDateTime").unwrap_or(Timestamp::from_millis(0)),
        read: row.time("readDateTime").is_some(),
    })
}

/// What the notice adds to its event's sentence.
fn added_text(row: &Row) -> String {
    let parameters = row.text("parameters").unwrap_or_default();
    let parameters: serde_json::Value = serde_json::from_str(parameters).unwrap_or_default();
    let text = parameters.get("text").and_then(serde_json::Value::as_str);
    text.unwrap_or_default().to_owned()
}
