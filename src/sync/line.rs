//! What the tasks of a session share: the copy, the way to the server, and whom to tell.

use super::{News, SyncError};
use crate::base::Clock;
use crate::remote::{Remote, RemoteError};
use crate::replica::{self, Replica};
use std::sync::Arc;
use tokio::sync::{Notify, mpsc, watch};

/// Whether the server may be asked.
#[derive(Clone, Debug)]
pub(super) enum Access {
    /// Yes, so.
    Open(Remote),
    /// Nobody is signed in; what was the way is kept for who signs in.
    SignInNeeded(Remote),
    /// Not now: the program is suspended.
    Paused(Remote),
    /// Never again.
    Stopped,
}

impl Access {
    /// Whether nothing may be changed there.
    pub(super) fn is_read_only(&self) -> bool {
        match self {
            Self::Open(remote) | Self::SignInNeeded(remote) | Self::Paused(remote) => remote.is_read_only(),
            Self::Stopped => true,
        }
    }
}

/// What the tasks of a session share.
pub(super) struct Line {
    pub(super) replica: Arc<Replica>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) access: watch::Sender<Access>,
    /// The outbox has something, or may be pushed again.
    pub(super) outbox: Notify,
    /// The server should be asked again at once, whatever it asked for.
    pub(super) again: Notify,
    /// The same for the outbox.
    pub(super) push_again: Notify,
    /// A server that could not be reached is worth trying: its feed is open again, or the person wrote something.
    pub(super) back: Notify,
    /// Words wait to be indexed.
    pub(super) words: Notify,
    /// The name under which this console holds the lease.
    pub(super) holder: String,
    news: mpsc::Sender<News>,
}

impl Line {
    pub(super) fn new(replica: Arc<Replica>, access: Access, clock: Arc<dyn Clock>, news: mpsc::Sender<News>) -> Self {
        Self {
            replica,
            clock,
            access: watch::Sender::new(access),
            outbox: Notify::new(),
            again: Notify::new(),
            push_again: Notify::new(),
            back: Notify::new(),
            words: Notify::new(),
            holder: replica::new_holder(),
            news,
        }
    }

    /// Tells; where nobody listens any more, nobody needs to know.
    pub(super) async fn tell(&self, news: News) {
        let _ = self.news.send(news).await;
    }

    /// Does something with the copy on a thread that may wait.
    pub(super) async fn copy<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Replica) -> replica::Result<T> + Send + 'static,
    ) -> Result<T, SyncError> {
        let replica = Arc::clone(&self.replica);
        match tokio::task::spawn_blocking(move || work(&replica)).await {
            Ok(result) => Ok(result?),
            // The runtime is going down.
            Err(_) => Err(SyncError::NoLine),
        }
    }

    /// The way to the server, if it may be asked now.
    pub(super) fn open(&self) -> Result<Remote, SyncError> {
        match &*self.access.borrow() {
            Access::Open(remote) => Ok(remote.clone()),
            _ => Err(SyncError::NoLine),
        }
    }

    /// The session of this remote is over: everything waits for a sign-in, or ends where its person is not active any
    /// more, and is said once. Where somebody has signed in meanwhile there is another session already.
    pub(super) async fn session_over(&self, asked: &Remote, error: &RemoteError) {
        let token = |remote: &Remote| remote.token().map(|token| token.expose().to_owned());
        let is_deactivated = error.is_deactivated();
        let was_open = self.access.send_if_modified(|access| match access {
            Access::Open(remote) if token(remote) == token(asked) => {
                *access = match is_deactivated {
                    true => Access::Stopped,
                    false => Access::SignInNeeded(remote.clone()),
                };
                true
            }
            _ => false,
        });
        if was_open {
            self.tell(match is_deactivated {
                true => News::Deactivated,
                false => News::SignInNeeded,
            })
            .await;
        }
    }
}

/// A task's eye on whether the server may be asked.
pub(super) struct Watching(watch::Receiver<Access>);

impl Watching {
    pub(super) fn new(line: &Line) -> Self {
        Self(line.access.subscribe())
    }

    /// Waits until the server may be asked; none when the session is to end.
    pub(super) async fn open(&mut self) -> Option<Remote> {
        let is_decided = |access: &Access| matches!(access, Access::Open(_) | Access::Stopped);
        match self.0.wait_for(is_decided).await.as_deref() {
            Ok(Access::Open(remote)) => Some(remote.clone()),
            _ => None,
        }
    }

    /// Waits until that is otherwise than it was when it was last waited for.
    pub(super) async fn changed(&mut self) {
        // The sender lives as long as the session's tasks.
        let _ = self.0.changed().await;
    }

    /// Waits for the session's end.
    pub(super) async fn stopped(&mut self) {
        let _ = self.0.wait_for(|access| matches!(access, Access::Stopped)).await;
    }

    /// Whether the session is to end.
    pub(super) fn is_stopped(&self) -> bool {
        matches!(*self.0.borrow(), Access::Stopped)
    }
}
