//! Where the embedded desk lies.

use crate::config::Paths;
use std::path::PathBuf;

/// The files of the embedded desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// The database.
    pub database: PathBuf,
    /// Whoever holds the lock on it serves.
    pub lock: PathBuf,
    /// What commands hold while they use the server.
    pub guests: PathBuf,
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
            guests: paths.data.join("desk.guests"),
            address: paths.runtime.join("desk.json"),
        }
    }
}
