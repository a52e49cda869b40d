//! What can go wrong in the database.

use crate::query::FilterError;
use rusqlite::ErrorCode;
use std::path::PathBuf;

/// The database failed. Nothing of the write that met it was kept.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite refused.
    #[error("the database refused a statement: {0}")]
    Sqlite(rusqlite::Error),
    /// What was read took longer than it may, and was stopped.
    #[error("the query took too long and was stopped")]
    TookTooLong,
    /// The file could not be opened.
    #[error(
        "{} can't be opened as a database: {source}. Check that the folder exists and that this user may write there",
        path.display()
    )]
    Open {
        /// The file.
        path: PathBuf,
        /// What SQLite says.
        source: rusqlite::Error,
    },
    /// The tables could not be brought up to date.
    #[error("the database can't be brought to this version's form: {0}")]
    Migration(Box<refinery::Error>),
    /// The transaction that held the write could not be committed.
    #[error("the write could not be committed: {0}")]
    Commit(String),
    /// The write failed in a way that nobody foresaw.
    #[error("the write broke off")]
    Broken,
    /// The database is being closed.
    #[error("the database is closed")]
    Closed,
    /// A filter of the server's own doesn't fit its entity.
    #[error("a filter of the server doesn't fit: {0}")]
    Filter(#[from] FilterError),
    /// A stored text is not what it should be.
    #[error("the database holds what it should not: {0}")]
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
