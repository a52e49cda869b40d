//! The change feed of one reader: what was written behind a place, as far as this person may see it now, and what left
//! their view (tandem-api 4).

use super::backend::Backend;
use super::operations::administration::admission::admit;
use super::operations::{OperationError, read, sessions};
use super::reader::Reader;
use super::store::{StoreError, feed, rows};
use super::visible;
use crate::base::Timestamp;
use crate::domain::{Actor, Person, Side};
use crate::entities::{CONTACT, RESOURCE, Row, TICKET};
use crate::wire::ext::feed::{FeedData, FeedEvent};
use rusqlite::Connection;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::MissedTickBehavior;

/// Places that are looked at in one go.
const BATCH: usize = 200;
/// How often a silent line is proved to be there.
const PROOF: Duration = Duration::from_secs(30);
/// Events that wait for a slow reader before the feed waits too.
const WAITING: usize = 64;

/// What goes to a reader.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// An event at its place.
    Event(FeedEvent, i64, FeedData),
    /// Nothing happened, but the line is there.
    Proof,
}

/// Follows the feed for a session from the place that its reader saw last; none for one who begins now. It ends with
/// the session, with the server, and when the reader has gone.
pub fn follow(backend: &Arc<Backend>, session: i64, seen: Option<i64>) -> mpsc::Receiver<Message> {
    let (messages, received) = mpsc::channel(WAITING);
    let following = Following {
        backend: Arc::clone(backend),
        session,
        messages,
        place: 0,
        told: 0,
    };
    tokio::spawn(following.run(seen));
    received
}

struct Following {
    backend: Arc<Backend>,
    session: i64,
    messages: mpsc::Sender<Message>,
    /// Up to where everything was looked at.
    place: i64,
    /// The last place that the reader was told.
    told: i64,
}

/// Why a feed ends.
enum End {
    /// The reader has gone.
    Gone,
    /// The session is over, or the database failed; the reader finds out when it asks again.
    Over,
}

impl From<OperationError> for End {
    fn from(error: OperationError) -> Self {
        if let OperationError::Store(error) = error {
            tracing::error!(%error, "a feed ends because the database failed");
        }
        Self::Over
    }
}

impl Following {
    async fn run(mut self, seen: Option<i64>) {
        // Whatever ends it, the reader resumes from the last place that it was told.
        let _ = self.follow(seen).await;
    }

    async fn follow(&mut self, seen: Option<i64>) -> Result<(), End> {
        let mut tip = self.backend.operations.database().tip();
        let mut proof = tokio::time::interval(PROOF);
        proof.set_missed_tick_behavior(MissedTickBehavior::Delay);
        proof.reset();
        self.begin(seen).await?;
        loop {
            tip.mark_unchanged();
            while self.send_next().await? {}
            tokio::select! {
                changed = tip.changed() => changed.map_err(|_| End::Over)?,
                _ = proof.tick() => self.prove().await?,
                () = self.messages.closed() => return Err(End::Gone),
                () = self.backend.closing.cancelled() => break,
            }
        }
        while self.send_next().await? {}
        self.tell_place().await
    }

    /// Finds out where to begin: after what was seen, or afresh.
    async fn begin(&mut self, seen: Option<i64>) -> Result<(), End> {
        let oldest = feed::oldest(self.backend.operations.now());
        let read = self.backend.operations.read(move |connection| {
            let tip = feed::tip(connection)?;
            let resumes = match seen {
                Some(place) => Some(feed::can_resume(connection, place, oldest)?),
                None => None,
            };
            Ok((tip, resumes))
        });
        let (tip, resumes) = read.await?;
        match (seen, resumes) {
            (Some(place), Some(true)) => {
                (self.place, self.told) = (place, place);
                Ok(())
            }
            (Some(_), _) => {
                self.place = tip;
                self.send(FeedEvent::Reset, tip, FeedData::default()).await
            }
            (None, _) => {
                self.place = tip;
                self.send(FeedEvent::Place, tip, FeedData::default()).await
            }
        }
    }

    /// Sends what lies behind the place; whether there may be more.
    async fn send_next(&mut self) -> Result<bool, End> {
        let (session, place, now) = (self.session, self.place, self.backend.operations.now());
        let batch = self
            .backend
            .operations
            .read(move |connection| batch(connection, session, place, now))
            .await?;
        for (event, place, data) in batch.events {
            self.send(event, place, data).await?;
        }
        self.place = self.place.max(batch.looked_at);
        Ok(batch.is_full)
    }

    /// Proves the line, and tells the place where others' changes have moved it on.
    async fn prove(&mut self) -> Result<(), End> {
        self.backend.operations.keep_session(self.session).await?;
        self.tell_place().await?;
        self.messages.send(Message::Proof).await.map_err(|_| End::Gone)
    }

    async fn tell_place(&mut self) -> Result<(), End> {
        if self.told < self.place {
            self.send(FeedEvent::Place, self.place, FeedData::default()).await?;
        }
        Ok(())
    }

    async fn send(&mut self, event: FeedEvent, place: i64, data: FeedData) -> Result<(), End> {
        let message = Message::Event(event, place, data);
        self.messages.send(message).await.map_err(|_| End::Gone)?;
        self.told = place;
        Ok(())
    }
}

/// A stretch of the feed as one reader is given it.
struct Batch {
    events: Vec<(FeedEvent, i64, FeedData)>,
    looked_at: i64,
    is_full: bool,
}

fn batch(connection: &Connection, session: i64, place: i64, now: Timestamp) -> Result<Batch, OperationError> {
    let actor = sessions::actor(connection, session, now)?.ok_or(OperationError::Unauthorized)?;
    admit(connection, &actor)?;
    let reader = Reader::of(connection, &actor, now)?;
    let places = feed::behind(connection, place, BATCH)?;
    let mut batch = Batch {
        events: Vec::new(),
        looked_at: places.last().map_or(place, |last| last.number),
        is_full: places.len() == BATCH,
    };
    for place in places {
        if is_restart_of(&reader, &place) || level_changed(connection, &reader, &place)? {
            // What was collected so far says nothing to a reader who starts afresh from the newest place.
            let tip = feed::tip(connection)?;
            batch.events = vec![(FeedEvent::Reset, tip, FeedData::default())];
            batch.looked_at = tip;
            batch.is_full = false;
            return Ok(batch);
        }
        if place.restarts {
            continue;
        }
        if let Some((event, data)) = event(connection, &reader, &place)? {
            batch.events.push((event, place.number, data));
        }
    }
    Ok(batch)
}

/// Whether this place is where the people of the reader's company start afresh.
fn is_restart_of(reader: &Actor, place: &feed::Place) -> bool {
    place.restarts && reader.side() == Side::Taskfire && reader.company.0 == place.row
}

/// Whether this write gave the reader another level than the one they have now, or another company.
fn level_changed(connection: &Connection, reader: &Actor, place: &feed::Place) -> Result<bool, StoreError> {
    let own = match reader.person {
        Person::Resource(resource) => *place.entity == RESOURCE && place.row == resource.0,
        Person::Contact(contact) => *place.entity == CONTACT && place.row == contact.0,
    };
    let Some(before) = place.before.as_ref().filter(|_| own) else {
        return Ok(false);
    };
    let now = rows::get(connection, place.entity, place.row)?;
    let differs = |now: &Row| {
        let mut fields = visible::deciding_fields(place.entity).iter();
        fields.any(|name| before.get(name) != now.get(name))
    };
    Ok(now.as_ref().is_none_or(differs))
}

/// What a place means to a reader now: a row that they see, one that has left their view, or nothing.
fn event(
    connection: &Connection,
    reader: &Reader,
    place: &feed::Place,
) -> Result<Option<(FeedEvent, FeedData)>, OperationError> {
    let mut data = FeedData {
        entity: place.entity.name.to_owned(),
        id: place.row,
        version: None,
        row: None,
    };
    if let Some(row) = read::get(connection, reader, place.entity, place.row)? {
        if *place.entity == TICKET {
            data.version = row.integer("version");
        }
        let json = serde_json::to_value(&row).map_err(|error| StoreError::Corrupt(error.to_string()))?;
        data.row = Some(json);
        return Ok(Some((FeedEvent::Changed, data)));
    }
    // Whoever did not see it before must not learn that it exists (D-41).
    let Some(before) = &place.before else {
        return Ok(None);
    };
    let visible = visible::of(reader, place.entity).map_err(StoreError::from)?;
    let ticket = match before.entity().field("ticketID").filter(|_| visible.needs_ticket()) {
        Some(_) => rows::get(connection, &TICKET, before.integer("ticketID").unwrap_or_default())?,
        None => None,
    };
    let was_seen = visible.shows(before, ticket.as_ref());
    Ok(was_seen.then_some((FeedEvent::Removed, data)))
}
