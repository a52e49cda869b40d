//! What is in a file goes before the act that attaches it, a piece at a time, so that other tickets' changes go between.

use super::SyncError;
use super::line::Line;
use crate::domain::{Act, Change};
use crate::remote::{Remote, RemoteError, Sending};
use crate::replica::FilePiece;

/// How far a change's file is.
pub(super) enum Uploaded {
    /// There is none, or the server has all of it.
    Whole,
    /// The server has more of it than before.
    Part,
    /// This piece did not get through.
    Failed(RemoteError),
}

/// Sends the next piece of the file that a change attaches.
pub(super) async fn piece(line: &Line, remote: &Remote, change: &Change) -> Result<Uploaded, SyncError> {
    let Act::Attach { digest, .. } = &change.act else {
        return Ok(Uploaded::Whole);
    };
    let id = change.id;
    let Some(piece) = line.copy(move |replica| replica.next_piece(id)).await? else {
        return Ok(Uploaded::Whole);
    };
    let FilePiece { offset, size, bytes } = piece;
    if bytes.is_empty() {
        return Ok(Uploaded::Whole);
    }
    let file = Sending {
        ticket: change.ticket,
        digest: digest.clone(),
        size,
    };
    match remote.send_piece(&file, offset, bytes).await {
        Ok(state) => {
            let received = state.received;
            line.copy(move |replica| replica.uploaded(id, received)).await?;
            Ok(Uploaded::Part)
        }
        Err(error) => Ok(Uploaded::Failed(error)),
    }
}

/// The server has not got what it had: the file is sent afresh.
pub(super) async fn afresh(line: &Line, change: &Change) -> Result<(), SyncError> {
    let id = change.id;
    line.copy(move |replica| {
        replica.uploaded(id, 0)?;
        replica.not_sent(id)
    })
    .await
}
