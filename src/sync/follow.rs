//! Following the feed: events into the copy as they come, several at once where they come so.

use super::decide::{self, Follow};
use super::line::Line;
use super::{News, SyncError};
use crate::base::ids::TicketId;
use crate::entities::user_defined::USER_DEFINED_ENTITIES;
use crate::entities::{
    COMPANY, CONTACT, NOTIFICATION, QUEUE, REQUEST_TYPE, RESOURCE, Row, STATUS, TICKET, TICKET_ATTACHMENT,
    TICKET_CHECKLIST_ITEM, TICKET_HISTORY, TICKET_NOTE, TICKET_SECONDARY_RESOURCE, TIME_ENTRY,
};
use crate::remote::{Feed, FeedItem, RemoteError};
use crate::replica::FeedRow;

/// Events that are taken together.
const AT_ONCE: usize = 256;
/// Tickets that are named one by one when they change.
const NAMED: usize = 64;

/// How following ended.
pub(super) enum Ended {
    /// The copy has to begin afresh.
    Restarted,
    /// The line is gone.
    Cut(RemoteError),
}

/// Takes events until the feed ends.
pub(super) async fn run(line: &Line, feed: &mut Feed) -> Result<Ended, SyncError> {
    loop {
        let first = match feed.next().await {
            Ok(item) => item,
            Err(error) => return Ok(Ended::Cut(error)),
        };
        let mut items: Vec<FeedItem> = vec![first];
        while items.len() < AT_ONCE
            && let Some(item) = feed.ready()
        {
            items.push(item);
        }
        match decide::after_events(items) {
            Follow::Take(rows) => take(line, rows).await?,
            Follow::Restart(place) => {
                line.copy(move |replica| replica.begin(&place)).await?;
                return Ok(Ended::Restarted);
            }
        }
    }
}

async fn take(line: &Line, rows: Vec<FeedRow>) -> Result<(), SyncError> {
    let rows: Vec<FeedRow> = rows.into_iter().filter(is_kept).collect();
    if rows.is_empty() {
        return Ok(());
    }
    let (tickets, names) = (tickets(&rows), rows.iter().any(is_name));
    let told: Vec<i64> = (rows.iter().filter(|row| row.entity == &NOTIFICATION))
        .filter(|row| row.row.as_ref().is_some_and(|row| row.time("readDateTime").is_none()))
        .map(|row| row.id)
        .collect();
    let now = line.clock.now();
    let notifications = line
        .copy(move |replica| {
            replica.take_events(&rows, now)?;
            replica.index_some(rows.len())?;
            told.into_iter()
                .map(|id| replica.notification(id))
                .collect::<Result<Vec<_>, _>>()
        })
        .await?;
    line.words.notify_one();
    // Another console of this person may have recorded something meanwhile.
    line.outbox.notify_one();
    if names {
        line.tell(News::Names).await;
    }
    if !tickets.is_empty() {
        let tickets = if tickets.len() > NAMED { Vec::new() } else { tickets };
        line.tell(News::Changed(tickets)).await;
    }
    for notification in notifications.into_iter().flatten() {
        line.tell(News::Notified(notification)).await;
    }
    Ok(())
}

/// What the copy has a table for.
fn is_kept(row: &FeedRow) -> bool {
    let of_tickets = [
        &TICKET,
        &TICKET_NOTE,
        &TIME_ENTRY,
        &TICKET_HISTORY,
        &TICKET_ATTACHMENT,
        &TICKET_CHECKLIST_ITEM,
        &TICKET_SECONDARY_RESOURCE,
        &NOTIFICATION,
    ];
    is_name(row) || of_tickets.contains(&row.entity)
}

fn is_name(row: &FeedRow) -> bool {
    let names = [&STATUS, &QUEUE, &REQUEST_TYPE, &COMPANY, &RESOURCE, &CONTACT];
    names.contains(&row.entity) || USER_DEFINED_ENTITIES.contains(&row.entity)
}

/// The tickets that the rows belong to. A part that is gone doesn't say whose it was: its ticket's own event does.
fn tickets(rows: &[FeedRow]) -> Vec<TicketId> {
    let of_part = |row: &Row| row.entity().field("ticketID").and_then(|_| row.integer("ticketID"));
    let ticket = |row: &FeedRow| match (&row.row, row.entity == &TICKET) {
        (_, true) => Some(row.id),
        (Some(row), false) => of_part(row),
        (None, false) => None,
    };
    let mut tickets: Vec<i64> = rows.iter().filter_map(ticket).collect();
    tickets.sort_unstable();
    tickets.dedup();
    tickets.into_iter().map(TicketId).collect()
}
