//! What is in the files of changes that attach one: it lies here until the server has all of it, so that neither a slow
//! line nor a restart, nor what becomes of the file meanwhile, takes anything of it.

use super::{queue, record};
use crate::base::ids::ChangeId;
use crate::domain::Change;
use crate::domain::attachment::PIECE;
use crate::replica::{Recorded, Replica, Result};
use rusqlite::{Connection, OptionalExtension};

/// The next piece of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilePiece {
    /// Where it begins, in bytes.
    pub offset: u64,
    /// The size of all of it, in bytes.
    pub size: u64,
    /// Its bytes; none where all of it was sent.
    pub bytes: Vec<u8>,
}

impl Replica {
    /// Writes a change that attaches a file to the outbox, with what is in the file.
    ///
    /// # Errors
    /// As [`Replica::record`].
    pub fn record_file(&self, change: &Change, bytes: &[u8]) -> Result<Recorded> {
        self.write(|transaction| {
            let recorded = record::record(transaction, change)?;
            let item = queue::expect(transaction, change.id)?;
            transaction.execute(
                "INSERT INTO outbox_file (position, size, bytes) VALUES (?1, ?2, ?3)",
                (item.position, u64::try_from(bytes.len()).unwrap_or_default(), bytes),
            )?;
            Ok(recorded)
        })
    }

    /// What of a change's file comes next; nothing for a change without one.
    ///
    /// # Errors
    /// When the database fails.
    pub fn next_piece(&self, change: ChangeId) -> Result<Option<FilePiece>> {
        self.read(|transaction| {
            let mut statement = transaction.prepare_cached(
                "SELECT received, size, CAST(coalesce(substr(bytes, received + 1, ?2), X'') AS BLOB) FROM outbox_file
                 WHERE position = (SELECT position FROM outbox WHERE change_id = ?1)",
            )?;
            let piece = statement.query_row((change.to_string(), PIECE), |row| {
                Ok(FilePiece {
                    offset: row.get(0)?,
                    size: row.get(1)?,
                    bytes: row.get(2)?,
                })
            });
            Ok(piece.optional()?)
        })
    }

    /// Notes how much of a change's file the server has.
    ///
    /// # Errors
    /// When the database fails.
    pub fn uploaded(&self, change: ChangeId, received: u64) -> Result<()> {
        self.write(|transaction| {
            transaction.execute(
                "UPDATE outbox_file SET received = min(?2, size)
                 WHERE position = (SELECT position FROM outbox WHERE change_id = ?1)",
                (change.to_string(), received),
            )?;
            Ok(())
        })
    }
}

/// How much of the file of the change at this place of the outbox was sent, in bytes.
pub(in crate::replica) fn sent(connection: &Connection, position: i64) -> Result<u64> {
    let mut statement = connection.prepare_cached("SELECT received FROM outbox_file WHERE position = ?1")?;
    let received = statement.query_row([position], |row| row.get(0)).optional()?;
    Ok(received.unwrap_or_default())
}
