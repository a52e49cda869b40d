//! Where the embedded desk lies.

use crate::config::Paths;
use std::fs::OpenOptions;
use std::io;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::PathBuf;

/// The files of the embedded desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// The database.
    pub database: PathBuf,
    /// Whoever holds the lock on it serves.
    pub lock: PathBuf,
    /// Address and credential of whoever serves.
    pub address: PathBuf,
}

impl Places {
    /// The files below these folders.
    #[must_use]
    pub fn of(paths: &Paths) -> Self {
        Self {
            database: paths.data.join("desk.db"),
            lock: paths.data.join("desk.lock"),
            address: paths.runtime.join("desk.json"),
        }
    }

    /// Makes the database file, if it is missing, for this user only; what SQLite puts beside it follows suit.
    pub(super) fn private_database(&self) -> io::Result<()> {
        let mut options = OpenOptions::new();
        options.append(true).create(true).mode(0o600);
        options.open(&self.database).map(drop)
    }
}
