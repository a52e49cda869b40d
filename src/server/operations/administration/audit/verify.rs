//! Whether the log is as it was written. Reads it once from the beginning and holds one entry at a time.

use crate::server::store::StoreError;
use crate::server::store::audit_log::{BEGINNING, Entry, Kept, head};
use rusqlite::{Connection, Row};

/// A log that is whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sound {
    /// How many entries it has.
    pub entries: i64,
    /// The newest one's digest, to be kept elsewhere.
    pub digest: String,
}

/// What is wrong with a log; each names the entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// This entry doesn't follow from what stands before it: it was altered or put in.
    Altered(i64),
    /// Entries are missing from this number on, up to the next one that is there.
    Removed(i64),
    /// The log ends before this entry, which was the newest.
    CutEnd(i64),
    /// This entry stands behind the newest one that the server wrote.
    Added(i64),
    /// The newest digest, which stands outside the log, is not the one of this entry.
    OtherHead(i64),
    /// The digest that was kept elsewhere is of no entry: the log was cut or written anew.
    Unknown,
}

/// Checks the chain of digests over all entries, that it ends where the server wrote last, and, where one is given,
/// that a digest which was kept elsewhere is in it.
///
/// # Errors
/// The database's.
pub fn verify(connection: &Connection, from: Option<&str>) -> Result<Result<Sound, Fault>, StoreError> {
    // One state of both: a server may write between the two.
    let state = connection.unchecked_transaction()?;
    let (newest, newest_digest) = head(&state)?;
    let mut statement = state.prepare(
        "SELECT id, at, actor, actor_name, origin, act, company_id, subject, before, after, digest
         FROM audit_entry ORDER BY id",
    )?;
    let mut rows = statement.query([])?;
    let (mut last, mut digest) = (0, BEGINNING.to_owned());
    let mut found = from.is_none_or(|wanted| wanted == BEGINNING);
    while let Some(row) = rows.next()? {
        let (id, kept, stored) = read(row, &digest)?;
        if id != last + 1 {
            return Ok(Err(Fault::Removed(last + 1)));
        }
        if kept != stored {
            return Ok(Err(Fault::Altered(id)));
        }
        found |= from.is_some_and(|wanted| wanted.eq_ignore_ascii_case(&stored));
        (last, digest) = (id, stored);
    }
    let fault = match () {
        () if last < newest => Some(Fault::CutEnd(newest)),
        () if last > newest => Some(Fault::Added(newest + 1)),
        () if digest != newest_digest => Some(Fault::OtherHead(newest)),
        () if !found => Some(Fault::Unknown),
        () => None,
    };
    Ok(match fault {
        Some(fault) => Err(fault),
        None => Ok(Sound { entries: last, digest }),
    })
}

/// An entry's number, the digest that it must have, and the one that it has.
fn read(row: &Row<'_>, before_digest: &str) -> Result<(i64, String, String), StoreError> {
    let text = |index: usize| -> rusqlite::Result<String> { row.get(index) };
    let (actor, actor_name, origin, act) = (text(2)?, text(3)?, text(4)?, text(5)?);
    let (subject, before, after) = (text(7)?, text(8)?, text(9)?);
    let kept = Kept {
        id: row.get(0)?,
        at: row.get(1)?,
        entry: Entry {
            actor: &actor,
            actor_name: &actor_name,
            origin: &origin,
            act: &act,
            company: row.get(6)?,
            subject: &subject,
        },
        before: &before,
        after: &after,
    };
    Ok((kept.id, kept.digest(before_digest), text(10)?))
}
