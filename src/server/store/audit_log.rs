//! The log of administrative acts as it lies in the database: entries are only ever added, each one's digest covers it and
//! the digest before it.

use super::StoreError;
use crate::base::Timestamp;
use crate::base::secret::digest;
use rusqlite::{Connection, OptionalExtension};
use serde_json::{Value as Json, json};

/// What stands before the first entry.
pub const BEGINNING: &str = "0000000000000000000000000000000000000000000000000000000000000000";
/// Who acted where nobody was asked: the command line on the server, an import, the demo desk.
pub const SYSTEM: &str = "system";
/// Where an act comes from that was asked for on the server's own host.
pub const LOCAL: &str = "local";

/// An entry as the database has it; its digest covers everything else of it.
pub struct Kept<'a> {
    /// Counted from 1 without a gap.
    pub id: i64,
    /// Milliseconds since 1970.
    pub at: i64,
    /// What is written.
    pub entry: Entry<'a>,
    /// How it was.
    pub before: &'a str,
    /// How it is since.
    pub after: &'a str,
}

/// What an entry says besides how it was and how it is since.
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    /// Who, as `resource 4`, or [`SYSTEM`].
    pub actor: &'a str,
    /// Their name as of then.
    pub actor_name: &'a str,
    /// From which address, or [`LOCAL`].
    pub origin: &'a str,
    /// The name of the act.
    pub act: &'a str,
    /// The client that it is about.
    pub company: Option<i64>,
    /// What it is about, in words.
    pub subject: &'a str,
}

impl Kept<'_> {
    /// The digest of this entry, which follows the one with that digest.
    #[must_use]
    pub fn digest(&self, before_digest: &str) -> String {
        let entry = &self.entry;
        // An array, so that no two entries can be written the same way.
        let covered = json!([
            before_digest,
            self.id,
            self.at,
            entry.actor,
            entry.actor_name,
            entry.origin,
            entry.act,
            entry.company,
            entry.subject,
            self.before,
            self.after
        ]);
        digest(covered.to_string().as_bytes())
    }
}

/// Adds an entry.
///
/// # Errors
/// The database's.
pub fn append(
    connection: &Connection,
    at: Timestamp,
    entry: Entry<'_>,
    before: &Json,
    after: &Json,
) -> Result<(), StoreError> {
    let (last, before_digest) = head(connection)?;
    let (before, after) = (before.to_string(), after.to_string());
    let kept = Kept {
        id: last + 1,
        at: at.millis(),
        entry,
        before: &before,
        after: &after,
    };
    let digest = kept.digest(&before_digest);
    connection
        .prepare_cached(
            "INSERT INTO audit_entry (id, at, actor, actor_name, origin, act, company_id, subject, before, after, digest)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute((
            kept.id,
            kept.at,
            entry.actor,
            entry.actor_name,
            entry.origin,
            entry.act,
            entry.company,
            entry.subject,
            kept.before,
            kept.after,
            &digest,
        ))?;
    connection
        .prepare_cached("INSERT OR REPLACE INTO audit_head (id, entry_id, digest) VALUES (1, ?1, ?2)")?
        .execute((kept.id, digest))?;
    Ok(())
}

/// The newest entry's number and digest, as kept outside the log.
///
/// # Errors
/// The database's.
pub fn head(connection: &Connection) -> Result<(i64, String), StoreError> {
    let mut statement = connection.prepare_cached("SELECT entry_id, digest FROM audit_head")?;
    let head = statement
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(head.unwrap_or_else(|| (0, BEGINNING.to_owned())))
}
