//! What is fetched only when somebody wants it: an old ticket's details, and what only the server finds.

use super::line::Line;
use super::{SyncError, details};
use crate::base::ids::TicketId;
use crate::entities::{Surface, TICKET};
use crate::query::{Filter, ListOrder, PAGE_SIZE, Query};
use crate::records::windows::{Count, ListWindow};

/// Fetches a ticket with its details into the copy.
pub(super) async fn ticket(line: &Line, ticket: TicketId) -> Result<(), SyncError> {
    let remote = line.open()?;
    let (row, details) = tokio::try_join!(
        async { remote.row(&TICKET, ticket.0).await.map_err(SyncError::from) },
        details::fetch(&remote, vec![ticket]),
    )?;
    line.copy(move |replica| {
        replica.take_rows(&[row])?;
        replica.take_details(&details)
    })
    .await?;
    line.words.notify_one();
    Ok(())
}

/// Asks the server for the first lines of a list; what it finds is in the copy then, and sorted there. A server sorts by
/// tickets' own fields alone: by names only a list is sorted of which nothing is missing, since the first by name could be
/// among what is.
pub(super) async fn search(
    line: &Line,
    filter: &Filter,
    order: &ListOrder,
    limit: usize,
) -> Result<ListWindow, SyncError> {
    let remote = line.open()?;
    let mut query = Query::new(filter.clone(), Surface::Tandem);
    query.sort = order.sort().clone();
    query.max_records = limit.clamp(1, PAGE_SIZE);
    let (page, number) = tokio::try_join!(remote.page(&query, None), remote.count(&query))?;
    let is_end = page.next.is_none();
    let is_by_fields_only = !is_end && order.standing().is_some();
    let order = match is_by_fields_only {
        true => order.sort().clone().into(),
        false => order.clone(),
    };
    let lines = line
        .copy(move |replica| {
            replica.take_rows(&page.items)?;
            let ids: Vec<_> = page.items.iter().map(|row| TicketId(row.id())).collect();
            replica.lines(&replica.in_order(&ids, &order)?)
        })
        .await?;
    Ok(ListWindow {
        lines,
        is_start: true,
        is_end,
        total: Count { number, or_more: false },
        is_by_fields_only,
    })
}
