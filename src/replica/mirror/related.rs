//! What hangs on a ticket besides its conversation: files and links, and the checklist.

use super::conversation::delivery;
use super::rows::Table;
use crate::base::Timestamp;
use crate::base::ids::{ChecklistItemId, TicketId};
use crate::domain::checklist::Tick;
use crate::domain::note::Readers;
use crate::domain::{Act, Side};
use crate::entities::{Row, TICKET_ATTACHMENT, TICKET_CHECKLIST_ITEM};
use crate::records::attachment::{FILE, size};
use crate::records::views::{AttachmentLine, ChecklistLine, Delivery, Related};
use crate::replica::outbox::{files, overlay, queue};
use crate::replica::{Replica, Result};
use rusqlite::Connection;

impl Replica {
    /// A ticket's checklist and its files, with what is not sent yet.
    ///
    /// # Errors
    /// When the database fails.
    pub fn related(&self, ticket: TicketId) -> Result<Related> {
        self.read(|transaction| {
            Ok(Related {
                checklist: checklist(transaction, ticket)?,
                attachments: attachments(transaction, ticket)?,
            })
        })
    }
}

fn attachments(connection: &Connection, ticket: TicketId) -> Result<Vec<AttachmentLine>> {
    let rows = Table::of(&TICKET_ATTACHMENT).of_ticket(connection, ticket.0)?;
    let mut lines = rows
        .iter()
        .map(|row| attachment(connection, row))
        .collect::<Result<Vec<_>>>()?;
    // What is on its way comes last, whatever this machine's clock says.
    lines.sort_by_key(|line| (line.delivery != Delivery::Delivered, line.at, line.id.abs()));
    Ok(lines)
}

fn attachment(connection: &Connection, row: &Row) -> Result<AttachmentLine> {
    let text = |name: &str| row.text(name).unwrap_or_default().to_owned();
    let is_file = row.text("attachmentType") == Some(FILE);
    let delivery = delivery(connection, row.id())?;
    Ok(AttachmentLine {
        id: row.id(),
        name: text("title"),
        link: (!is_file).then(|| text("fullPath")),
        size: size(row),
        digest: text("digest"),
        author: text("authorName"),
        side: row.text("side").and_then(Side::from_word).unwrap_or(Side::Autotask),
        readers: row
            .text("audience")
            .and_then(Readers::from_word)
            .unwrap_or(Readers::Public),
        at: row.time("attachDate").unwrap_or(Timestamp::from_millis(0)),
        sent: match delivery {
            Delivery::Delivered => size(row),
            _ => files::sent(connection, overlay::position_of(row.id()))?,
        },
        delivery,
    })
}

fn checklist(connection: &Connection, ticket: TicketId) -> Result<Vec<ChecklistLine>> {
    let mut rows = Table::of(&TICKET_CHECKLIST_ITEM).of_ticket(connection, ticket.0)?;
    rows.sort_by_key(|row| (row.integer("position"), row.id()));
    let ticks = unsent_ticks(connection, ticket)?;
    Ok(rows.iter().map(|row| item(row, &ticks)).collect())
}

/// What was ticked and is not settled, oldest first. What was refused is not shown as if it had happened.
fn unsent_ticks(connection: &Connection, ticket: TicketId) -> Result<Vec<(Tick, Delivery)>> {
    let items = queue::of(connection, ticket)?;
    let ticks = items
        .into_iter()
        .filter(queue::Item::is_shown)
        .filter_map(|item| match item.change.act {
            Act::Tick { item: id, is_completed } => {
                let tick = Tick { item: id, is_completed };
                Some((tick, Delivery::Queued(item.change.id)))
            }
            _ => None,
        });
    Ok(ticks.collect())
}

fn item(row: &Row, ticks: &[(Tick, Delivery)]) -> ChecklistLine {
    let id = ChecklistItemId(row.id());
    let truth = |name: &str| row.boolean(name).unwrap_or_default();
    let kept = ChecklistLine {
        id,
        name: row.text("itemName").unwrap_or_default().to_owned(),
        is_completed: truth("isCompleted"),
        is_important: truth("isImportant"),
        completed_by: row.text("completedByName").map(str::to_owned),
        completed_at: row.time("completedDateTime"),
        delivery: Delivery::Delivered,
    };
    match ticks.iter().rev().find(|(tick, _)| tick.item == id) {
        Some((tick, delivery)) => ChecklistLine {
            is_completed: tick.is_completed,
            completed_by: None,
            completed_at: None,
            delivery: delivery.clone(),
            ..kept
        },
        None => kept,
    }
}
