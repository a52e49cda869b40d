//! Why the copy could not do something.

use crate::base::ids::{ChangeId, TicketId};
use crate::domain::Refusal;
use crate::sentences::{Sentences, Value};
use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// What is done with the file of a copy, or its folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Making the folder.
    Make,
    /// Opening the file.
    Open,
    /// Keeping others from reading it.
    MakePrivate,
    /// Finding out what kind of disk it lies on.
    LookAt,
}

/// Why the copy could not do something. Whatever it was, nothing was half done.
#[derive(Debug, thiserror::Error)]
pub enum ReplicaError {
    /// A file or folder can't be made or opened.
    #[error("{}: {source}", path.display())]
    File {
        /// What was tried.
        action: Action,
        /// On what.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file is of another program's version, or damaged.
    #[error("{}: {reason}", path.display())]
    Migration {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// The disk is full; the change was not taken.
    #[error("disk-full")]
    DiskFull,
    /// The rules refuse the change.
    #[error("{0}")]
    Refused(Refusal),
    /// Nobody has signed in to this copy yet.
    #[error("nobody")]
    NobodySignedIn,
    /// The ticket isn't here.
    #[error("ticket: {0}")]
    NoSuchTicket(TicketId),
    /// The change isn't in the outbox: it was settled or discarded.
    #[error("settled: {0}")]
    NoSuchChange(ChangeId),
    /// The change is on its way: what the server makes of it is not known yet.
    #[error("sending: {0}")]
    OnItsWay(ChangeId),
    /// The copy holds something that it should not.
    #[error(transparent)]
    Unreadable(#[from] serde_json::Error),
    /// The database failed.
    #[error(transparent)]
    Database(rusqlite::Error),
}

impl ReplicaError {
    /// Whether what stands in the file is damaged: then nothing helps but to begin afresh.
    #[must_use]
    pub fn is_damaged(&self) -> bool {
        match self {
            Self::Unreadable(_) => true,
            Self::Database(error) => is_broken(error),
            _ => false,
        }
    }

    /// The sentence that says so, and what to do.
    #[must_use]
    pub fn said(&self, sentences: &Sentences) -> String {
        let say = |key: &str, arguments: &[(&str, Value<'_>)]| sentences.say(key, arguments).into_owned();
        let because = |key: &str, reason: String| say(key, &[("reason", reason.into())]);
        let file = |key: &str, path: &Path, reason: String| {
            let path = path.display().to_string();
            say(key, &[("path", path.into()), ("reason", reason.into())])
        };
        match self {
            Self::File { action, path, source } => {
                let key = match action {
                    Action::Make => "copy-make",
                    Action::Open => "copy-open",
                    Action::MakePrivate => "copy-make-private",
                    Action::LookAt => "copy-look-at",
                };
                file(key, path, source.to_string())
            }
            Self::Migration { path, reason } => file("copy-migration", path, reason.clone()),
            Self::DiskFull => say("copy-disk-full", &[]),
            Self::Refused(refusal) => {
                let sentence = sentences.refusal(refusal.code(), &refusal.arguments());
                sentence.map_or_else(|| refusal.code().to_owned(), Cow::into_owned)
            }
            Self::NobodySignedIn => say("copy-nobody", &[]),
            Self::NoSuchTicket(ticket) => say("copy-no-ticket", &[("ticket", ticket.to_string().into())]),
            Self::NoSuchChange(_) => say("copy-no-change", &[]),
            Self::OnItsWay(_) => say("copy-on-its-way", &[]),
            Self::Unreadable(error) => because("copy-unreadable", error.to_string()),
            Self::Database(error) if is_locked(error) => say("copy-locked", &[]),
            Self::Database(error) => because("copy-database", error.to_string()),
        }
    }
}

/// Whether the database says that its file is damaged, or is none.
fn is_broken(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
    matches!(error.sqlite_error_code(), Some(DatabaseCorrupt | NotADatabase))
}

/// Whether another process has kept the file to itself for too long.
fn is_locked(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode::{DatabaseBusy, DatabaseLocked};
    matches!(error.sqlite_error_code(), Some(DatabaseBusy | DatabaseLocked))
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
