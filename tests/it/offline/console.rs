//! A console without a screen: a copy, a session, and what it is told.

use super::Line;
use crate::support::Desk;
use std::sync::Arc;
use std::time::Duration;
use tandem::base::ids::{ChangeId, Ids, TicketId, UniqueIds};
use tandem::base::{Clock, ManualClock, Secret, SystemClock};
use tandem::domain::note::Audience;
use tandem::domain::{Act, Actor, Change, Seen};
use tandem::entities::{Row, Surface, TICKET, TICKET_NOTE, TIME_ENTRY};
use tandem::query::{Filter, Query};
use tandem::records::views::OutboxState;
use tandem::remote::{Client, Remote, Way};
use tandem::replica::{Followers, LEASE_LENGTH, Replica, Step};
use tandem::sync::{News, Session};
use tempfile::TempDir;
use tokio::sync::mpsc::Receiver;

/// Longer than anything here takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// A person's console.
pub struct Console {
    pub replica: Arc<Replica>,
    pub session: Session,
    pub remote: Remote,
    pub actor: Actor,
    clock: Arc<ManualClock>,
    news: Receiver<News>,
    folder: Arc<TempDir>,
}

/// A way to the server for a person, past or along a line.
pub async fn remote(desk: &Desk, user_name: &str, url: &str) -> (Remote, Actor) {
    remote_by(&Way::default(), desk, user_name, url).await
}

/// The same that goes this way.
pub async fn remote_by(way: &Way, desk: &Desk, user_name: &str, url: &str) -> (Remote, Actor) {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let who = desk.operations().somebody(Some(user_name.to_owned())).await.unwrap();
    let session = desk.operations().begin_session(who).await.unwrap();
    let remote = Remote::new(Client::new(way).unwrap(), url).signed_in(Secret::new(session.token));
    (remote, session.me.actor())
}

impl Console {
    /// A console that begins with nothing.
    pub async fn new(desk: &Desk, line: &Line, user_name: &str) -> Self {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        let (remote, actor) = remote(desk, user_name, &line.url()).await;
        let clock = Arc::new(ManualClock::new(SystemClock.now()));
        Self::open(folder, remote, actor, clock)
    }

    fn open(folder: Arc<TempDir>, remote: Remote, actor: Actor, clock: Arc<ManualClock>) -> Self {
        let replica = Arc::new(Replica::open(&folder.path().join("copy.sqlite")).unwrap());
        replica.sign_in(&actor).unwrap();
        let (session, news) = Session::start(Arc::clone(&replica), remote.clone(), clock.clone());
        Self {
            replica,
            session,
            remote,
            actor,
            clock,
            news,
            folder,
        }
    }

    /// Another console of the same person on the same file, which changes nothing at the server.
    pub async fn another_read_only(&self, desk: &Desk, line: &Line, user_name: &str) -> Self {
        let way = Way {
            read_only: true,
            ..Way::default()
        };
        let (remote, actor) = remote_by(&way, desk, user_name, &line.url()).await;
        Self::open(Arc::clone(&self.folder), remote, actor, Arc::clone(&self.clock))
    }

    /// Another console of the same person on the same file.
    pub fn another(&self) -> Self {
        Self::open(
            Arc::clone(&self.folder),
            self.remote.clone(),
            self.actor.clone(),
            Arc::clone(&self.clock),
        )
    }

    /// The console is killed and started again once its lease is over: nothing is told to anybody before.
    pub fn restarted(self) -> Self {
        let (folder, remote, actor) = (Arc::clone(&self.folder), self.remote.clone(), self.actor.clone());
        let clock = Arc::clone(&self.clock);
        drop(self);
        clock.advance(LEASE_LENGTH + Duration::from_secs(1));
        Self::open(folder, remote, actor, clock)
    }

    /// Waits for news of which something holds.
    pub async fn hear<T>(&mut self, wanted: impl Fn(&News) -> Option<T>) -> T {
        let hearing = async {
            loop {
                let news = self.news.recv().await.expect("the session goes on");
                if let Some(found) = wanted(&news) {
                    return found;
                }
            }
        };
        tokio::time::timeout(PATIENCE, hearing)
            .await
            .expect("it is told in time")
    }

    /// Waits until something holds, looking again whenever something is told.
    pub async fn until(&mut self, what: &str, mut holds: impl AsyncFnMut(&Self) -> bool) {
        let deadline = tokio::time::Instant::now() + PATIENCE;
        while !holds(self).await {
            let news = tokio::time::timeout_at(deadline, self.news.recv()).await;
            assert!(news.is_ok(), "{what}: {:?}", self.replica.outbox().unwrap());
        }
    }

    /// Waits until everything is here.
    pub async fn filled(&mut self) {
        self.until("the copy is filled", async |console| {
            console.replica.place().unwrap().step == Step::Complete
        })
        .await;
    }

    /// Waits until nothing is on its way any more: the outbox is empty, or all that is left waits for the person.
    pub async fn at_rest(&mut self) {
        self.until("the outbox comes to rest", async |console| {
            console.replica.next_to_send(1).unwrap().is_empty()
        })
        .await;
    }

    /// Puts a change into the outbox and has it pushed.
    pub fn record(&self, ticket: TicketId, act: Act) -> (ChangeId, TicketId) {
        let change = Change {
            id: UniqueIds.change(),
            ticket,
            seen: Seen::new(),
            act,
            written_at: SystemClock.now(),
        };
        let recorded = self.replica.record(&change).unwrap();
        self.session.push();
        (change.id, recorded.ticket)
    }

    /// Throws away every change that waits for a decision; gives how many there were.
    pub fn discard_stopped(&self) -> usize {
        let stopped = |state: &OutboxState| matches!(state, OutboxState::Stopped { .. });
        let mut discarded = 0;
        while let Some(line) = self
            .replica
            .outbox()
            .unwrap()
            .into_iter()
            .find(|line| stopped(&line.state))
        {
            self.replica
                .discard(line.change.id, Followers::Keep, SystemClock.now())
                .unwrap();
            discarded += 1;
        }
        self.session.push();
        discarded
    }

    /// Whether the copy has exactly the tickets, notes and time that the server shows this person.
    pub async fn is_like(&self, server: &Remote) -> bool {
        for entity in [&TICKET, &TICKET_NOTE, &TIME_ENTRY] {
            let query = Query::new(Filter::all(entity), Surface::Tandem);
            let rows = server.page(&query, None).await.unwrap().items;
            if self.replica.rows(entity).unwrap() != rows {
                return false;
            }
        }
        true
    }
}

/// The notes with this text on the server.
pub async fn notes_with(server: &Remote, text: &str) -> Vec<Row> {
    let filter = Filter::eq(&TICKET_NOTE, "description", text).unwrap();
    server
        .page(&Query::new(filter, Surface::Tandem), None)
        .await
        .unwrap()
        .items
}

/// A note that the own side reads.
pub fn note(text: &str) -> Act {
    Act::AddNote {
        audience: Audience::Internal,
        title: String::new(),
        text: text.to_owned(),
    }
}

/// A new ticket of Acme.
pub fn create(desk: &Desk, title: &str) -> Act {
    let new = serde_json::json!({"companyID": desk.acme, "title": title});
    Act::Create(Box::new(serde_json::from_value(new).unwrap()))
}

/// A change that somebody makes at once, past any line.
pub async fn change(server: &Remote, ticket: TicketId, act: Act) -> TicketId {
    let change = Change {
        id: UniqueIds.change(),
        ticket,
        seen: Seen::new(),
        act,
        written_at: SystemClock.now(),
    };
    TicketId(server.change(&change).await.unwrap().ticket.id())
}
