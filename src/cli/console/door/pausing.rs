//! A process that is about to stop holds nothing that others would wait for, and takes it again when it goes on.

use super::ConsoleDoor;
use crate::replica::Replica;
use std::sync::Arc;
use tokio::sync::oneshot;

impl ConsoleDoor {
    /// Gives up what others would wait for: the line, the copy, the embedded desk.
    pub(super) async fn leave(&self) {
        if let Some(current) = &mut *self.current.lock().await {
            current.line.pause().await;
            current.still = Some(keep_still(&current.replica).await);
        }
        if let Some(keeper) = &self.keeper {
            keeper.leave().await;
        }
    }

    /// Takes it again.
    pub(super) async fn come_back(&self) {
        let address = match &self.keeper {
            Some(keeper) => match keeper.come_back().await {
                Ok(address) => Some(address),
                Err(error) => {
                    tracing::error!(%error, "the embedded desk can't be had again");
                    None
                }
            },
            None => None,
        };
        if let Some(current) = &mut *self.current.lock().await {
            current.still = None;
            current
                .line
                .resume(address.as_ref().map(|address| address.url.as_str()))
                .await;
        }
    }
}

/// Keeps this process from writing to the copy until the sender is dropped; comes back once nothing is being written.
async fn keep_still(replica: &Arc<Replica>) -> oneshot::Sender<()> {
    let (still, until) = oneshot::channel();
    let (entered, begun) = oneshot::channel();
    let replica = Arc::clone(replica);
    tokio::task::spawn_blocking(move || {
        replica.while_still(|| {
            let _ = entered.send(());
            // An error is the usual end: the sender was dropped.
            let _ = until.blocking_recv();
        });
    });
    let _ = begun.await;
    still
}
