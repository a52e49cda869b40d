//! Sends what webhooks say: the events of one ticket one after the other, several tickets at a time, each again and again
//! until it arrives. What is to be sent lies in the database; here is only what is on its way.

mod send;

use super::backend::Backend;
use super::operations::OperationError;
use super::operations::webhooks::{Callout, Lane};
use crate::base::{Clock, Timestamp};
use send::Sender;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;
use tokio::task::{Id, JoinError, JoinSet};

/// How many events are on their way at most, of all webhooks together.
const MOST: usize = 16;
/// After what time the database is asked again where it failed.
const AGAIN: Duration = Duration::from_secs(60);

/// Sends until the server stops.
pub async fn run(backend: Arc<Backend>, clock: Arc<dyn Clock>) {
    let mut news = backend.operations.database().callouts();
    let mut sending = Sending {
        sender: Arc::new(Sender::new(backend.limits.callout)),
        backend: Arc::clone(&backend),
        tasks: JoinSet::new(),
        lanes: HashMap::new(),
    };
    loop {
        news.mark_unchanged();
        let next = match sending.begin().await {
            Ok(next) => next,
            Err(error) => {
                tracing::warn!(%error, "what webhooks have to send could not be looked up");
                Some(AGAIN)
            }
        };
        let pause = async {
            match next {
                Some(next) => clock.pause(next).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            () = backend.closing.cancelled() => return,
            changed = news.changed() => {
                if changed.is_err() {
                    return;
                }
            }
            Some(ended) = sending.tasks.join_next_with_id() => sending.end(ended),
            () = pause => {}
        }
    }
}

struct Sending {
    sender: Arc<Sender>,
    backend: Arc<Backend>,
    tasks: JoinSet<()>,
    /// What is on its way.
    lanes: HashMap<Id, Lane>,
}

impl Sending {
    /// Begins to send what can be sent now; after what time there is more, where that is known.
    async fn begin(&mut self) -> Result<Option<Duration>, OperationError> {
        let busy: HashSet<Lane> = self.lanes.values().copied().collect();
        let agenda = self.backend.operations.callouts(busy).await?;
        for channel in &agenda.chores {
            self.backend.operations.tidy_webhook(*channel).await?;
        }
        let room = MOST.saturating_sub(self.lanes.len());
        for callout in agenda.callouts.into_iter().take(room) {
            let lane = callout.lane;
            let sent = send(Arc::clone(&self.backend), Arc::clone(&self.sender), callout);
            let task = self.tasks.spawn(sent);
            self.lanes.insert(task.id(), lane);
        }
        if !agenda.chores.is_empty() {
            return Ok(Some(Duration::ZERO));
        }
        let now = self.backend.operations.now();
        let until = |next: Timestamp| u64::try_from(next.millis() - now.millis()).unwrap_or_default();
        Ok(agenda.next.map(|next| Duration::from_millis(until(next))))
    }

    fn end(&mut self, ended: Result<(Id, ()), JoinError>) {
        let task = match ended {
            Ok((task, ())) => task,
            Err(error) => {
                tracing::error!(%error, "a callout broke off");
                error.id()
            }
        };
        self.lanes.remove(&task);
    }
}

/// Sends one event, and notes what became of it.
async fn send(backend: Arc<Backend>, sender: Arc<Sender>, callout: Callout) {
    let operations = &backend.operations;
    let noted = match sender.send(operations.destinations(), &callout).await {
        Ok(()) => operations.callout_arrived(callout).await,
        Err(error) => {
            tracing::info!(channel = callout.lane.0, ticket = callout.lane.1, %error, "a callout did not arrive");
            operations.callout_failed(callout, error.to_string()).await
        }
    };
    if let Err(error) = noted {
        tracing::warn!(%error, "what became of a callout could not be noted; it is sent again");
    }
}
