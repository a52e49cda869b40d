//! Why the copy can't be brought up to date at the moment.

use crate::remote::RemoteError;
use crate::replica::ReplicaError;

/// Why the copy can't be brought up to date at the moment.
#[derive(Debug, thiserror::Error)]
pub enum SyncError {
    /// The server, or the line to it.
    #[error(transparent)]
    Remote(#[from] RemoteError),
    /// The copy.
    #[error(transparent)]
    Replica(#[from] ReplicaError),
    /// The program is about to end, or nobody is signed in.
    #[error("there is no line to the server at the moment")]
    NoLine,
}
