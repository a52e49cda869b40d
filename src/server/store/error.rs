//! What can go wrong in the database.

use crate::query::FilterError;
use crate::sentences::{Sentences, Value};
use refinery::error::Kind;
use rusqlite::ErrorCode;
use std::path::PathBuf;

/// The database failed. Nothing of the write that met it was kept.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite refused.
    #[error("sqlite: {0}")]
    Sqlite(rusqlite::Error),
    /// What was read took longer than it may, and was stopped.
    #[error("took-too-long")]
    TookTooLong,
    /// The file could not be opened.
    #[error("open: {}: {source}", path.display())]
    Open {
        /// The file.
        path: PathBuf,
        /// What SQLite says.
        source: rusqlite::Error,
    },
    /// The tables could not be brought up to date.
    #[error("migration: {0}")]
    Migration(Box<refinery::Error>),
    /// The transaction that held the write could not be committed.
    #[error("commit: {0}")]
    Commit(String),
    /// The write failed in a way that nobody foresaw.
    #[error("broken")]
    Broken,
    /// The database is being closed.
    #[error("closed")]
    Closed,
    /// A filter of the server's own doesn't fit its entity.
    #[error("filter: {0}")]
    Filter(#[from] FilterError),
    /// A stored text is not what it should be.
    #[error("corrupt: {0}")]
    Corrupt(String),
}

impl StoreError {
    /// Whether the same may succeed a little later: the disk is full, another process holds the database.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        use ErrorCode::{CannotOpen, DatabaseBusy, DatabaseLocked, DiskFull};
        match self {
            Self::Sqlite(error) => matches!(
                error.sqlite_error_code(),
                Some(DatabaseBusy | DatabaseLocked | DiskFull | CannotOpen)
            ),
            Self::Commit(_) | Self::Closed => true,
            _ => false,
        }
    }

    /// The sentence that says so to whoever works at the database itself, and what to do. Over the wire nobody is told.
    #[must_use]
    pub fn said(&self, sentences: &Sentences) -> String {
        let say = |key: &str, arguments: &[(&str, Value<'_>)]| sentences.say(key, arguments).into_owned();
        let because = |key: &str, reason: String| say(key, &[("reason", reason.into())]);
        match self {
            Self::Sqlite(error) => because("store-refused", error.to_string()),
            Self::TookTooLong => say("server-query_too_long", &[]),
            Self::Open { path, source } => {
                let path = path.display().to_string();
                say(
                    "store-open",
                    &[("path", path.into()), ("reason", source.to_string().into())],
                )
            }
            Self::Migration(error) => match error.kind() {
                Kind::MissingVersion(newest) => because("store-newer", newest.to_string()),
                _ => because("store-migration", error.to_string()),
            },
            Self::Commit(reason) => because("store-commit", reason.clone()),
            Self::Broken => say("store-broken", &[]),
            Self::Closed => say("store-closed", &[]),
            Self::Filter(error) => because("store-refused", error.to_string()),
            Self::Corrupt(reason) => because("store-corrupt", reason.clone()),
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::OperationInterrupted) => Self::TookTooLong,
            _ => Self::Sqlite(error),
        }
    }
}

impl From<refinery::Error> for StoreError {
    fn from(error: refinery::Error) -> Self {
        Self::Migration(Box::new(error))
    }
}
