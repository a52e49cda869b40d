//! The log of administrative acts: entries are only ever added, each one's digest covers it and the digest before it.

use super::{Asker, Done};
use crate::base::secret::digest;
use crate::server::operations::OperationError;
use crate::server::store::{StoreError, Writing};
use rusqlite::{Connection, OptionalExtension};
use serde_json::json;

/// What stands before the first entry.
pub const BEGINNING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// Adds an entry.
///
/// # Errors
/// The database's.
pub fn append(writing: &Writing<'_>, asker: &Asker, act: &str, done: &Done) -> Result<(), OperationError> {
    let (last, before_digest) = head(writing)?;
    let id = last + 1;
    let actor = asker.actor.person.to_string();
    let (before, after) = (done.before.to_string(), done.after.to_string());
    let company = done.company.map(|company| company.0);
    // An array, so that no two entries can be written the same way.
    let covered = json!([
        before_digest,
        id,
        writing.at().millis(),
        actor,
        asker.actor.name,
        asker.origin,
        act,
        company,
        done.subject,
        before,
        after
    ]);
    let digest = digest(covered.to_string().as_bytes());
    writing
        .prepare_cached(
            "INSERT INTO audit_entry (id, at, actor, actor_name, origin, act, company_id, subject, before, after, digest)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute((
            id,
            writing.at().millis(),
            actor,
            &asker.actor.name,
            &asker.origin,
            act,
            company,
            &done.subject,
            before,
            after,
            &digest,
        ))?;
    writing.execute(
        "INSERT OR REPLACE INTO audit_head (id, entry_id, digest) VALUES (1, ?1, ?2)",
        (id, digest),
    )?;
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
