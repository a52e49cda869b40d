//! Why the copy could not do something.

use crate::base::ids::{ChangeId, TicketId};
use crate::domain::Refusal;
use std::path::PathBuf;

/// Why the copy could not do something. Whatever it was, nothing was half done.
#[derive(Debug, thiserror::Error)]
pub enum ReplicaError {
    /// A file or folder can't be made or opened.
    #[error("can't {action} {}: {source}. Check who owns it and that the disk is there.", path.display())]
    File {
        /// What was tried.
        action: &'static str,
        /// On what.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file is of another program's version, or damaged.
    #[error("the local copy {} can't be brought up to date: {reason}. Use the program that wrote it, or move it away; unsent changes are in it.", path.display())]
    Migration {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// The disk is full; the change was not taken.
    #[error("no space left on the disk of the local copy: nothing was saved. Make room and do it again.")]
    DiskFull,
    /// The rules refuse the change.
    #[error("{0}")]
    Refused(Refusal),
    /// Nobody has signed in to this copy yet.
    #[error("nobody has signed in yet: sign in once while the server answers")]
    NobodySignedIn,
    /// The ticket isn't here.
    #[error("ticket {0} is not in the local copy")]
    NoSuchTicket(TicketId),
    /// The change isn't in the outbox: it was settled or discarded.
    #[error("change {0} is no longer in the outbox")]
    NoSuchChange(ChangeId),
    /// The change is on its way: what the server makes of it is not known yet.
    #[error("change {0} is on its way to the server; wait for the answer")]
    OnItsWay(ChangeId),
    /// The copy holds something that it should not.
    #[error("the local copy holds something unreadable: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// The database failed.
    #[error("the local copy failed: {0}")]
    Database(rusqlite::Error),
}

impl From<rusqlite::Error> for ReplicaError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ffi::{SQLITE_FULL, SQLITE_IOERR_SHMSIZE, SQLITE_IOERR_WRITE};
        // Of a quota that is used up SQLite knows only that nothing could be written.
        match error.sqlite_error().map(|error| error.extended_code) {
            Some(SQLITE_FULL | SQLITE_IOERR_SHMSIZE | SQLITE_IOERR_WRITE) => Self::DiskFull,
            _ => Self::Database(error),
        }
    }
}

impl From<Refusal> for ReplicaError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}
