//! Notes, time and history of open and recently closed tickets, after the tickets themselves and while the feed is
//! followed already.

use super::line::Line;
use super::pull::unexpected;
use super::{News, SyncError};
use crate::base::Timestamp;
use crate::base::ids::TicketId;
use crate::entities::{
    Entity, Row, Surface, TICKET_ATTACHMENT, TICKET_CHECKLIST_ITEM, TICKET_HISTORY, TICKET_NOTE, TIME_ENTRY,
};
use crate::query::{Filter, Query};
use crate::records::windows::Freshness;
use crate::remote::Remote;
use crate::replica::{Details, Step};

/// How long closed tickets keep their details here, in minutes: 90 days.
const KEPT: i64 = 90 * 24 * 60;
/// Tickets that are asked about at once.
const AT_ONCE: usize = 100;

/// Fetches what is still missing.
pub(super) async fn fill(line: &Line, remote: &Remote) -> Result<(), SyncError> {
    let closed_since = line.clock.now().plus_minutes(-KEPT);
    let (mut after, of) = line
        .copy(move |replica| {
            let after = replica.place()?.after;
            Ok((after, replica.count_without_details(after, closed_since)?))
        })
        .await?;
    let mut done = 0;
    loop {
        let filling = Freshness::Filling { done, of: Some(of) };
        line.tell(News::Freshness(filling)).await;
        let tickets = next(line, after, closed_since).await?;
        let count = tickets.len();
        after = tickets.last().map_or(after, |ticket| ticket.0);
        let details = fetch(remote, tickets).await?;
        let step = line
            .copy(move |replica| {
                replica.take_details_step(&details)?;
                Ok(replica.place()?.step)
            })
            .await?;
        line.words.notify_one();
        if count == 0 || step == Step::Complete {
            return Ok(());
        }
        done += u64::try_from(count).unwrap_or_default();
    }
}

async fn next(line: &Line, after: i64, closed_since: Timestamp) -> Result<Vec<TicketId>, SyncError> {
    line.copy(move |replica| replica.next_without_details(after, closed_since, AT_ONCE))
        .await
}

/// The details of some tickets.
pub(super) async fn fetch(remote: &Remote, tickets: Vec<TicketId>) -> Result<Details, SyncError> {
    if tickets.is_empty() {
        return Ok(Details::default());
    }
    let (notes, time_entries, history, attachments, checklist_items) = tokio::try_join!(
        all(remote, &TICKET_NOTE, &tickets),
        all(remote, &TIME_ENTRY, &tickets),
        all(remote, &TICKET_HISTORY, &tickets),
        all(remote, &TICKET_ATTACHMENT, &tickets),
        all(remote, &TICKET_CHECKLIST_ITEM, &tickets),
    )?;
    Ok(Details {
        tickets,
        notes,
        time_entries,
        history,
        attachments,
        checklist_items,
    })
}

async fn all(remote: &Remote, entity: &'static Entity, tickets: &[TicketId]) -> Result<Vec<Row>, SyncError> {
    let ids = tickets.iter().map(|ticket| ticket.0);
    let query = Query::new(
        Filter::one_of(entity, "ticketID", ids).map_err(unexpected)?,
        Surface::Tandem,
    );
    let mut rows = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let page = remote.page(&query, after.as_deref()).await?;
        rows.extend(page.items);
        match page.next {
            Some(next) => after = Some(next),
            None => return Ok(rows),
        }
    }
}
