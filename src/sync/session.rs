//! A session: the tasks that keep one person's copy and the server alike, and what they can be told.

use super::download::{self, NotReceived, Wanted};
use super::line::{Access, Line};
use super::{News, NotDone, SyncError, administer, fetch, pull, push};
use crate::base::ids::{ChangeId, TicketId};
use crate::base::{Clock, Secret};
use crate::query::{Filter, ListOrder};
use crate::records::administration::{Administration, Answer, Question};
use crate::records::windows::ListWindow;
use crate::remote::{Remote, RemoteError};
use crate::replica::Replica;
use futures_util::Stream;
use futures_util::stream::BoxStream;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

/// News that wait for a slow listener before the session waits too.
const WAITING: usize = 256;

/// A running session. Dropped, its tasks end where they are, which loses nothing.
pub struct Session {
    line: Arc<Line>,
    tasks: Mutex<Vec<JoinHandle<()>>>,
}

impl Session {
    /// Begins: pulls, follows the feed, pushes the outbox. Must be called within a runtime.
    #[must_use]
    pub fn start(replica: Arc<Replica>, remote: Remote, clock: Arc<dyn Clock>) -> (Self, mpsc::Receiver<News>) {
        Self::with(replica, Access::Open(remote), clock)
    }

    /// Begins, but leaves the server alone until [`Session::resume`]. Must be called within a runtime.
    #[must_use]
    pub fn start_paused(replica: Arc<Replica>, remote: Remote, clock: Arc<dyn Clock>) -> (Self, mpsc::Receiver<News>) {
        Self::with(replica, Access::Paused(remote), clock)
    }

    fn with(replica: Arc<Replica>, access: Access, clock: Arc<dyn Clock>) -> (Self, mpsc::Receiver<News>) {
        let (news, received) = mpsc::channel(WAITING);
        // Where nothing may be changed, what waits in the outbox goes on waiting.
        let may_write = !access.is_read_only();
        let line = Arc::new(Line::new(replica, access, clock, news));
        let mut tasks = vec![
            tokio::spawn(pull::run(Arc::clone(&line))),
            tokio::spawn(pull::index(Arc::clone(&line))),
        ];
        if may_write {
            tasks.push(tokio::spawn(push::run(Arc::clone(&line))));
        }
        let tasks = Mutex::new(tasks);
        (Self { line, tasks }, received)
    }

    /// The outbox has something new.
    pub fn push(&self) {
        self.line.outbox.notify_one();
        self.line.back.notify_one();
        self.line.words.notify_one();
    }

    /// The server should be asked again at once, whatever pause is going on.
    pub fn reconnect(&self) {
        self.line.again.notify_one();
        self.line.push_again.notify_one();
    }

    /// The server has moved: an embedded one that another process took over. Where it is still there, nothing happens:
    /// the pauses that are going on are meant for it.
    pub fn moved(&self, url: &str) {
        let is_elsewhere = |remote: &Remote| remote.url() != url.trim_end_matches('/');
        let has_moved = self.line.access.send_if_modified(|access| match access {
            Access::Open(remote) | Access::SignInNeeded(remote) | Access::Paused(remote) if is_elsewhere(remote) => {
                *remote = remote.clone().moved(url);
                true
            }
            _ => false,
        });
        if has_moved {
            self.reconnect();
        }
    }

    /// Somebody has signed in: the same person, whose copy this is.
    pub fn sign_in(&self, token: Secret) {
        self.line.access.send_modify(|access| {
            if let Access::Open(remote) | Access::SignInNeeded(remote) | Access::Paused(remote) = access {
                *access = Access::Open(remote.clone().signed_in(token));
            }
        });
        self.reconnect();
    }

    /// Leaves the server alone until [`Session::resume`], and gives the lease to whoever wants it.
    ///
    /// # Errors
    /// When the copy fails.
    pub async fn pause(&self) -> Result<(), SyncError> {
        self.line.access.send_modify(|access| {
            if let Access::Open(remote) = access {
                *access = Access::Paused(remote.clone());
            }
        });
        self.give_back_lease().await
    }

    /// Goes on after [`Session::pause`]; otherwise nothing happens.
    pub fn resume(&self) {
        let was_paused = self.line.access.send_if_modified(|access| match access {
            Access::Paused(remote) => {
                *access = Access::Open(remote.clone());
                true
            }
            _ => false,
        });
        if was_paused {
            self.reconnect();
        }
    }

    /// Ends the session, once what is being written to the copy is written.
    ///
    /// # Errors
    /// When the copy fails.
    pub async fn stop(&self) -> Result<(), SyncError> {
        self.line.access.send_replace(Access::Stopped);
        for task in self.take_tasks() {
            // A task that panicked has said so already.
            let _ = task.await;
        }
        self.give_back_lease().await
    }

    fn take_tasks(&self) -> Vec<JoinHandle<()>> {
        std::mem::take(&mut *self.tasks.lock().unwrap_or_else(PoisonError::into_inner))
    }

    async fn give_back_lease(&self) -> Result<(), SyncError> {
        let holder = self.line.holder.clone();
        self.line.copy(move |replica| replica.give_back_lease(&holder)).await
    }

    /// Carries out an administrative act with this key; tried again a few times where no answer comes.
    ///
    /// # Errors
    /// When the server can't be asked, doesn't answer, or refuses.
    pub async fn administer(&self, key: ChangeId, act: &Administration) -> Result<(), NotDone> {
        administer::act(&self.line, key, act).await
    }

    /// Asks what only the server knows about administration.
    ///
    /// # Errors
    /// When the server can't be asked or refuses.
    pub async fn ask(&self, question: &Question) -> Result<Answer, SyncError> {
        Ok(self.line.open()?.ask(question).await?)
    }

    /// The log of administrative acts as JSON lines, piece by piece.
    ///
    /// # Errors
    /// When the server can't be asked or refuses; a piece may fail too.
    pub async fn audit_lines(
        &self,
    ) -> Result<impl Stream<Item = Result<impl AsRef<[u8]> + use<>, RemoteError>> + Send + Unpin + use<>, SyncError>
    {
        Ok(self.line.open()?.audit_lines().await?)
    }

    /// What is in a file, part by part; a line that drops is waited for.
    #[must_use]
    pub fn attachment(&self, wanted: Wanted) -> BoxStream<'static, Result<Vec<u8>, NotReceived>> {
        let line = Arc::clone(&self.line);
        download::parts(move || line.open(), wanted)
    }

    /// Fetches a ticket with its notes, time and history into the copy.
    ///
    /// # Errors
    /// When the server can't be asked, or the ticket is absent or invisible.
    pub async fn fetch_ticket(&self, ticket: TicketId) -> Result<(), SyncError> {
        fetch::ticket(&self.line, ticket).await
    }

    /// Asks the server for the first lines of a list, closed tickets, their old notes and all.
    ///
    /// # Errors
    /// When the server can't be asked or refuses the filter.
    pub async fn search(&self, filter: &Filter, order: &ListOrder, limit: usize) -> Result<ListWindow, SyncError> {
        fetch::search(&self.line, filter, order, limit).await
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        for task in self.take_tasks() {
            task.abort();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SystemClock;
    use crate::remote::{Client, Way};

    #[tokio::test]
    async fn a_server_that_is_where_it_was_is_not_asked_anew() {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let folder = tempfile::tempdir().unwrap();
        let replica = Arc::new(Replica::open(&folder.path().join("copy.sqlite")).unwrap());
        let client = Client::new(&Way::default()).unwrap();
        let remote = Remote::new(client, "http://127.0.0.1:9");
        let (session, _news) = Session::start(replica, remote, Arc::new(SystemClock));
        let access = session.line.access.subscribe();
        session.moved("http://127.0.0.1:9/");
        session.resume();
        assert!(!access.has_changed().unwrap());
        session.moved("http://127.0.0.1:10");
        assert!(access.has_changed().unwrap());
        session.stop().await.unwrap();
    }
}
