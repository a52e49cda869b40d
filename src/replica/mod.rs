//! This machine's copy of the desk, one SQLite file per server and person: a mirror that can be rebuilt, the outbox
//! of changes that the server has not answered, and drafts. Everything here blocks; whoever must not wait calls it on
//! a pool of threads.

mod drafts;
mod error;
mod file;
#[cfg(test)]
mod fixture;
mod kept_answers;
mod mirror;
mod outbox;
mod place;
#[cfg(test)]
mod probe;
mod stopwatches;
#[cfg(test)]
mod tests;
mod unanswered;

pub use error::ReplicaError;
pub use mirror::names::TypedNames;
pub use mirror::take::{Details, FeedRow, Page};
pub use outbox::decide::Followers;
pub use outbox::files::FilePiece;
pub use outbox::lease::{LEASE_LENGTH, new_holder};
pub use outbox::queue::Waiting;
pub use outbox::record::Recorded;
pub use outbox::settle::{Answer, Refused, Settlement};
pub use place::{Place, Step};

use crate::base::Storage;
use outbox::own::Given;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What every call here gives.
pub type Result<T, E = ReplicaError> = std::result::Result<T, E>;

/// An open copy. One connection writes, two read, so that a list never waits for a sync that is writing. But for the first
/// reader each is opened when it is needed: at a start that would only take time.
#[derive(Debug)]
pub struct Replica {
    path: PathBuf,
    storage: Storage,
    writer: Mutex<Option<Connection>>,
    reader: Mutex<Connection>,
    second_reader: Mutex<Option<Connection>>,
    /// What the last settled changes gave.
    settled: Mutex<VecDeque<Given>>,
}

impl Replica {
    /// Opens the copy at this path, and makes it where there is none.
    ///
    /// # Errors
    /// When the file can't be made or read, or a newer program wrote it.
    pub fn open(path: &Path) -> Result<Self> {
        let storage = file::prepare(path)?;
        let mut reader = file::connect(path, storage)?;
        file::migrate(path, &mut reader)?;
        Ok(Self {
            path: path.to_owned(),
            storage,
            writer: Mutex::new(None),
            reader: Mutex::new(reader),
            second_reader: Mutex::new(None),
            settled: Mutex::new(VecDeque::new()),
        })
    }

    /// Where the file lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What kind of disk it lies on.
    #[must_use]
    pub fn storage(&self) -> Storage {
        self.storage
    }

    /// Runs something in one transaction that writes: all of it happens or nothing.
    fn write<T>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T>) -> Result<T> {
        let mut writer = lock(&self.writer);
        let connection = self.opened(&mut writer)?;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let result = work(&transaction)?;
        transaction.commit()?;
        Ok(result)
    }

    /// Runs something while nothing of this process writes to the copy: a process that is stopped with a write under
    /// way would keep every other console from it.
    pub fn while_still<T>(&self, work: impl FnOnce() -> T) -> T {
        let _writer = lock(&self.writer);
        work()
    }

    /// Runs something on one unchanging state of the copy.
    fn read<T>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T>) -> Result<T> {
        if let Ok(mut connection) = self.reader.try_lock() {
            return work(&connection.transaction()?);
        }
        let mut second = lock(&self.second_reader);
        work(&self.opened(&mut second)?.transaction()?)
    }

    fn opened<'a>(&self, connection: &'a mut Option<Connection>) -> Result<&'a mut Connection> {
        Ok(match connection {
            Some(connection) => connection,
            closed => closed.insert(file::connect(&self.path, self.storage)?),
        })
    }
}

/// A panic of another thread leaves a connection as usable as before: its transaction was rolled back.
fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
