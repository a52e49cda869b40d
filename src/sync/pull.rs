//! Pulling: the first sync, page by page and resumable; then the feed, again and again.

use super::follow::{self, Ended};
use super::line::{Line, Watching};
use super::{News, SyncError, decide, details};
use crate::entities::{Entity, TICKET};
use crate::query::{Comparison, Filter, FilterError, Query};
use crate::records::windows::Freshness;
use crate::remote::{FeedEnd, FeedEvent, Pauses, Remote, RemoteError};
use crate::replica::{self, Page, Place, Replica, Step};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;

/// Tickets whose words are indexed in one go.
const INDEXED_AT_ONCE: usize = 200;
/// How long to wait when the copy itself is in trouble.
const TROUBLE: Duration = Duration::from_secs(5);
/// How long a feed must have been followed for the line to count as good: a way that opens feeds and cuts them at once
/// gets longer and longer pauses.
const GOOD: Duration = Duration::from_secs(5);

/// Pulls until the session ends.
pub(super) async fn run(line: Arc<Line>) {
    let mut pauses = Pauses::default();
    let mut watching = Watching::new(&line);
    while let Some(remote) = watching.open().await {
        let ended = tokio::select! {
            ended = keep_up(&line, &remote, &mut pauses) => ended,
            () = watching.changed() => Err(SyncError::NoLine),
        };
        let pause = match ended {
            Ok(Ended::Restarted) => pauses.longer(),
            Ok(Ended::Cut(error)) => lost(&line, &remote, &error, &mut pauses).await,
            Err(SyncError::Remote(error)) => lost(&line, &remote, &error, &mut pauses).await,
            Err(SyncError::Replica(error)) => {
                line.tell(News::Trouble(Arc::new(error))).await;
                TROUBLE
            }
            Err(SyncError::NoLine) => continue,
        };
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            () = line.again.notified() => pauses.reset(),
            () = watching.changed() => {}
        }
    }
}

/// The line is gone: says so, and how long to wait.
async fn lost(line: &Line, remote: &Remote, error: &RemoteError, pauses: &mut Pauses) -> Duration {
    if matches!(error, RemoteError::SignInNeeded(_)) {
        line.session_over(remote, error).await;
        return Duration::ZERO;
    }
    let as_of = line.copy(|replica| Ok(replica.place()?.as_of)).await;
    line.tell(News::Freshness(Freshness::Offline(as_of.ok().flatten())))
        .await;
    pauses.after(error)
}

/// Brings the copy up to date and keeps it so, until something ends it.
async fn keep_up(line: &Line, remote: &Remote, pauses: &mut Pauses) -> Result<Ended, SyncError> {
    let mut place = begin(line, remote).await?;
    if place.step < Step::Details {
        fill(line, remote, &mut place).await?;
    }
    let mut feed = remote.feed(place.feed.as_deref()).await?;
    let opened = Instant::now();
    line.back.notify_one();
    line.outbox.notify_one();
    let is_whole = place.step == Step::Complete;
    if is_whole {
        live(line).await?;
    }
    let details = async {
        if !is_whole {
            details::fill(line, remote).await?;
            live(line).await?;
        }
        // Nothing more to do: the feed alone says when this is over.
        std::future::pending::<Result<Ended, SyncError>>().await
    };
    let ended = tokio::select! {
        ended = follow::run(line, &mut feed) => ended?,
        ended = details => ended?,
    };
    if opened.elapsed() >= GOOD {
        pauses.reset();
    }
    if let Ended::Cut(error) = &ended
        && decide::was_fresh(error)
    {
        confirm(line).await?;
    }
    Ok(ended)
}

async fn live(line: &Line) -> Result<(), SyncError> {
    confirm(line).await?;
    line.tell(News::Freshness(Freshness::Live)).await;
    Ok(())
}

/// A copy that is whole was what the server has until this moment.
async fn confirm(line: &Line) -> Result<(), SyncError> {
    let now = line.clock.now();
    line.copy(move |replica| match replica.place()?.step {
        Step::Complete => replica.confirm(now),
        _ => Ok(()),
    })
    .await
}

/// How far the copy has come. One that has not begun takes its place in the feed before the first page, so that what
/// happens while the pages come is in the feed behind that place.
async fn begin(line: &Line, remote: &Remote) -> Result<Place, SyncError> {
    let place = line.copy(|replica| replica.place()).await?;
    if place.feed.is_some() {
        return Ok(place);
    }
    line.tell(News::Freshness(Freshness::Connecting(place.as_of))).await;
    let first = remote.feed(None).await?.next().await?;
    if !matches!(first.event, FeedEvent::Place | FeedEvent::Reset) {
        return Err(RemoteError::Feed(FeedEnd::NoPlace).into());
    }
    line.copy(move |replica| {
        replica.begin(&first.place)?;
        replica.place()
    })
    .await
}

/// Takes the pages of names and tickets that are still missing.
async fn fill(line: &Line, remote: &Remote, place: &mut Place) -> Result<(), SyncError> {
    let of = Some(
        remote
            .count(&Query::new(Filter::all(&TICKET), crate::entities::Surface::Tandem))
            .await?,
    );
    let mut done = 0;
    while let Some(entity) = place.step.entity() {
        let rows = remote
            .page(&rows_after(entity, place.after).map_err(unexpected)?, None)
            .await?;
        let page = Page {
            step: place.step,
            after: place.after,
            is_last: rows.next.is_none(),
            rows: rows.items,
        };
        let (is_tickets, count) = (place.step == Step::Tickets, page.rows.len());
        *place = line
            .copy(move |replica| {
                replica.take_page(&page)?;
                replica.place()
            })
            .await?;
        if is_tickets {
            done += u64::try_from(count).unwrap_or_default();
            line.words.notify_one();
            line.tell(News::Freshness(Freshness::Filling { done, of })).await;
            line.tell(News::Changed(Vec::new())).await;
        } else if place.after < 0 {
            line.tell(News::Names).await;
        }
    }
    Ok(())
}

/// The rows with the next higher ids.
fn rows_after(entity: &'static Entity, after: i64) -> Result<Query, FilterError> {
    let filter = Filter::compare(entity, "id", Comparison::Greater, after)?;
    Ok(Query::new(filter, crate::entities::Surface::Tandem))
}

/// Every entity has an id; a filter on it that fails means that the program contradicts itself.
pub(super) fn unexpected(error: FilterError) -> SyncError {
    RemoteError::Broken(error.to_string()).into()
}

/// Indexes a little more of what is not indexed yet; none is left where it gives 0. Orders come first: they are soon done.
fn index_next(replica: &Replica) -> replica::Result<u64> {
    match replica.index_order()? {
        true => Ok(1),
        false => replica.index_some(INDEXED_AT_ONCE),
    }
}

/// Makes orders quick and words searchable whenever there is something to index, a little at a time, so that nothing else
/// waits long. Lists of hits may have more after a filling, which is said once; what the feed brings is indexed before it
/// is told.
pub(super) async fn index(line: Arc<Line>) {
    let mut watching = Watching::new(&line);
    let mut is_filling = false;
    while !watching.is_stopped() {
        match line.copy(index_next).await {
            Ok(0) => {
                if std::mem::take(&mut is_filling) {
                    line.tell(News::Changed(Vec::new())).await;
                }
                tokio::select! {
                    () = line.words.notified() => {}
                    () = watching.stopped() => {}
                }
            }
            Ok(_) => {
                is_filling = true;
                tokio::task::yield_now().await;
            }
            Err(_) => tokio::select! {
                () = tokio::time::sleep(TROUBLE) => {}
                () = watching.stopped() => {}
            },
        }
    }
}
