//! One person's line to their server, as the console knows it: a sync session, its news as the console's events, and on
//! the embedded desk what keeps it alive without anybody's doing.

use super::keeper::Keeper;
use crate::base::Secret;
use crate::base::ids::{ChangeId, TicketId};
use crate::query::Filter;
use crate::records::administration::people::TwoFactorState;
use crate::records::administration::{Administration, Answer, NotAdministered, Question};
use crate::records::windows::{Freshness, ListWindow};
use crate::remote::Remote;
use crate::sentences::{Sentences, Spoken};
use crate::sync::download::Wanted;
use crate::sync::{News, Session, Settled, SyncError};
use crate::tui::effect::{ListRequest, TicketFile};
use crate::tui::msg::{self, Event, Saying, Weight};
use crate::tui::runner::door::{Line, Pieces};
use futures_util::future::BoxFuture;
use futures_util::{FutureExt as _, StreamExt as _};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{RwLock, mpsc, watch};
use tokio::task::JoinHandle;

/// How long to wait before looking for the embedded backend again, where none could be had.
const LOOK: Duration = Duration::from_secs(1);
/// Events that wait for a slow console before the session waits too.
const WAITING: usize = 256;

/// A session that ends once, whoever ends it.
pub struct SessionLine {
    session: RwLock<Option<Session>>,
    spoken: Spoken,
    /// Whether what the person sees first was read.
    shown: watch::Sender<bool>,
}

impl SessionLine {
    /// The line of this session.
    #[must_use]
    pub fn new(session: Session, spoken: Spoken) -> Arc<Self> {
        Arc::new(Self {
            session: RwLock::new(Some(session)),
            spoken,
            shown: watch::Sender::new(false),
        })
    }

    /// Leaves the server alone for a while.
    pub async fn pause(&self) {
        if let Some(session) = &*self.session.read().await
            && let Err(error) = session.pause().await
        {
            tracing::warn!(%error, "the outbox could not be handed over");
        }
    }

    /// Goes on, at that address where it has another one now.
    pub async fn resume(&self, url: Option<&str>) {
        if let Some(session) = &*self.session.read().await {
            if let Some(url) = url {
                session.moved(url);
            }
            session.resume();
        }
    }

    /// Goes on in another session of the same person.
    async fn sign_in(&self, token: Secret) {
        if let Some(session) = &*self.session.read().await {
            session.sign_in(token);
        }
    }

    async fn is_over(&self) -> bool {
        self.session.read().await.is_none()
    }
}

impl Line for SessionLine {
    fn shown(&self) {
        self.shown.send_replace(true);
    }

    fn push(&self) {
        // Where it can't be had at once it is about to end.
        if let Ok(session) = self.session.try_read()
            && let Some(session) = &*session
        {
            session.push();
        }
    }

    fn fetch(&self, ticket: TicketId) -> BoxFuture<'_, Result<(), String>> {
        async move {
            match &*self.session.read().await {
                Some(session) => session
                    .fetch_ticket(ticket)
                    .await
                    .map_err(|error| error.said(&self.spoken.now())),
                None => Ok(()),
            }
        }
        .boxed()
    }

    fn search(&self, filter: Filter, request: ListRequest) -> BoxFuture<'_, Result<ListWindow, String>> {
        async move {
            match &*self.session.read().await {
                Some(session) => {
                    let found = session.search(&filter, &request.order, request.limit).await;
                    found.map_err(|error| error.said(&self.spoken.now()))
                }
                None => Err(SyncError::NoLine.said(&self.spoken.now())),
            }
        }
        .boxed()
    }

    fn administer(&self, key: ChangeId, act: Administration) -> BoxFuture<'_, Result<(), NotAdministered>> {
        async move {
            let no_line = || NotAdministered::NoLine(SyncError::NoLine.said(&self.spoken.now()));
            match &*self.session.read().await {
                Some(session) => session
                    .administer(key, &act)
                    .await
                    .map_err(|why| why.told(&self.spoken.now())),
                None => Err(no_line()),
            }
        }
        .boxed()
    }

    fn ask(&self, question: Question) -> BoxFuture<'_, Result<Answer, String>> {
        async move {
            match &*self.session.read().await {
                Some(session) => session
                    .ask(&question)
                    .await
                    .map_err(|error| error.said(&self.spoken.now())),
                None => Err(SyncError::NoLine.said(&self.spoken.now())),
            }
        }
        .boxed()
    }

    fn attachment(&self, file: TicketFile) -> BoxFuture<'_, Result<Pieces, String>> {
        async move {
            let Some(session) = &*self.session.read().await else {
                return Err(SyncError::NoLine.said(&self.spoken.now()));
            };
            let parts = session.attachment(Wanted {
                ticket: file.ticket,
                attachment: file.attachment,
                size: file.size,
                digest: file.digest,
            });
            let spoken = self.spoken.clone();
            let parts = parts.map(move |part| part.map_err(|error| error.said(&spoken.now())));
            Ok(parts.boxed())
        }
        .boxed()
    }

    fn audit_lines(&self) -> BoxFuture<'_, Result<Pieces, String>> {
        async move {
            let Some(session) = &*self.session.read().await else {
                return Err(SyncError::NoLine.said(&self.spoken.now()));
            };
            let pieces = session.audit_lines().await;
            let pieces = pieces.map_err(|error| error.said(&self.spoken.now()))?;
            let spoken = self.spoken.clone();
            let owned = pieces.map(move |piece| match piece {
                Ok(piece) => Ok(piece.as_ref().to_vec()),
                Err(error) => Err(error.said(&spoken.now())),
            });
            Ok(owned.boxed())
        }
        .boxed()
    }

    fn stop(&self) -> BoxFuture<'_, ()> {
        async move {
            let session = self.session.write().await.take();
            if let Some(session) = session
                && let Err(error) = session.stop().await
            {
                tracing::warn!(%error, "the session ended in disorder");
            }
        }
        .boxed()
    }
}

/// What the embedded desk's line needs to keep itself alive.
#[derive(Clone)]
pub struct Care {
    /// Where the backend is.
    pub keeper: Arc<Keeper>,
    /// For signing in anew.
    pub remote: Remote,
    /// Whose line it is.
    pub user_name: String,
}

/// Whether a line's backend is known to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// It is.
    AtOnce,
    /// It has to be found or started; the line is paused until then.
    OnceThere,
}

/// Passes the session's news on as the console's events. `delete_copy` is called, and what it says is told, once the
/// person is not active any more.
pub fn pass_on(
    line: &Arc<SessionLine>,
    mut news: mpsc::Receiver<News>,
    care: Option<Care>,
    beginning: Beginning,
    delete_copy: impl FnOnce() -> String + Send + 'static,
) -> mpsc::Receiver<Event> {
    let (events, received) = mpsc::channel(WAITING);
    let line = Arc::clone(line);
    tokio::spawn(async move {
        let mut delete_copy = Some(delete_copy);
        // Whoever looks for the backend; one at a time.
        let mut finding: Option<JoinHandle<()>> = None;
        if let (Some(care), Beginning::OnceThere) = (&care, beginning) {
            finding = Some(tokio::spawn(begin(Arc::clone(&line), care.clone(), events.clone())));
        }
        while let Some(news) = news.recv().await {
            match (&care, &news) {
                // Nobody has a password on the embedded desk: the credential signs in again.
                (Some(care), News::SignInNeeded) => {
                    tokio::spawn(sign_in_again(Arc::clone(&line), care.clone(), events.clone()));
                    continue;
                }
                (_, News::Deactivated) => {
                    if let Some(delete_copy) = delete_copy.take()
                        && let Ok(sentence) = tokio::task::spawn_blocking(delete_copy).await
                    {
                        let _ = events.send(warning(sentence.clone())).await;
                        let _ = events.send(Event::SignInNeeded(Some(sentence))).await;
                    }
                    continue;
                }
                (Some(care), News::Freshness(Freshness::Offline(_)))
                    if finding.as_ref().is_none_or(JoinHandle::is_finished) =>
                {
                    finding = Some(tokio::spawn(find(Arc::clone(&line), care.clone(), events.clone())));
                }
                _ => {}
            }
            // Another console of this person may have brought the copy forward meanwhile.
            let caught_up = matches!(news, News::Freshness(Freshness::Live));
            if events.send(event(news, &line.spoken.now())).await.is_err() {
                return;
            }
            if caught_up {
                let _ = events.send(Event::Changed(Vec::new())).await;
            }
        }
    });
    received
}

/// Looks for the embedded backend once the person has a list to look at: making one takes all that the machine has.
async fn begin(line: Arc<SessionLine>, care: Care, events: mpsc::Sender<Event>) {
    // The line holds the sender.
    let _ = line.shown.subscribe().wait_for(|shown| *shown).await;
    find(line, care, events).await;
}

/// Looks for the embedded backend until there is one; takes over where nobody serves any more. What is in the way is
/// said once.
async fn find(line: Arc<SessionLine>, care: Care, events: mpsc::Sender<Event>) {
    let mut said = false;
    while !line.is_over().await {
        match care.keeper.look_again().await {
            Ok(Some(address)) => return line.resume(Some(&address.url)).await,
            Ok(None) => return,
            Err(error) => {
                if !std::mem::replace(&mut said, true) {
                    let _ = events.send(warning(error.said(&line.spoken.now()))).await;
                }
                tokio::time::sleep(LOOK).await;
            }
        }
    }
}

/// Signs in again by the credential, but for who has something to do first: they are asked.
async fn sign_in_again(line: Arc<SessionLine>, care: Care, events: mpsc::Sender<Event>) {
    while !line.is_over().await {
        if let Ok(Some(address)) = care.keeper.look_again().await {
            let remote = care.remote.clone().moved(&address.url);
            if let Ok(session) = remote.become_person(&address.credential, Some(&care.user_name)).await {
                if session.me.must_change_password || session.me.two_factor == TwoFactorState::NotConfigured {
                    let _ = events.send(Event::SignInNeeded(None)).await;
                    return;
                }
                return line.sign_in(Secret::new(session.token)).await;
            }
        }
        tokio::time::sleep(LOOK).await;
    }
}

fn event(news: News, sentences: &Sentences) -> Event {
    match news {
        News::Freshness(freshness) => Event::Freshness(freshness),
        News::Changed(tickets) => Event::Changed(tickets),
        News::Names => Event::Changed(Vec::new()),
        News::Settled(settled) => Event::Settled(self::settled(settled)),
        News::Stopped(stopped) => Event::Stopped(stopped),
        News::Notified(notification) => Event::Notified(notification),
        News::SignInNeeded | News::Deactivated => Event::SignInNeeded(None),
        News::Trouble(error) => warning(error.said(sentences)),
    }
}

fn settled(settled: Settled) -> msg::Settled {
    msg::Settled {
        change: settled.change,
        ticket: settled.ticket,
        was: settled.was,
        number: settled.number,
        act: settled.act,
        carry_over: settled.carry_over,
    }
}

/// A sentence for the message line.
fn warning(text: String) -> Event {
    Event::Said(Saying {
        weight: Weight::Warning,
        text,
    })
}
