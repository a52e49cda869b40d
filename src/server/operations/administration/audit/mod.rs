//! The log of administrative acts: entries are only ever added, each one's digest covers it and the digest before it.

mod read;
mod verify;

pub use read::{Batch, batch};
pub use verify::{Fault, Sound, verify};

use super::{Asker, Done, LOCAL};
use crate::base::secret::digest;
use crate::server::operations::OperationError;
use crate::server::store::{StoreError, Writing};
use rusqlite::{Connection, OptionalExtension};
use serde_json::json;

/// What stands before the first entry.
pub const BEGINNING: &str = "0000000000000000000000000000000000000000000000000000000000000000";
/// Who acted where nobody was asked: the command line on the server, an import, the demo desk.
const SYSTEM: &str = "system";

/// An entry as the database has it; its digest covers everything else of it.
struct Kept<'a> {
    id: i64,
    at: i64,
    actor: &'a str,
    actor_name: &'a str,
    origin: &'a str,
    act: &'a str,
    company: Option<i64>,
    subject: &'a str,
    before: &'a str,
    after: &'a str,
}

impl Kept<'_> {
    /// The digest of this entry, which follows the one with that digest.
    fn digest(&self, before_digest: &str) -> String {
        // An array, so that no two entries can be written the same way.
        let covered = json!([
            before_digest,
            self.id,
            self.at,
            self.actor,
            self.actor_name,
            self.origin,
            self.act,
            self.company,
            self.subject,
            self.before,
            self.after
        ]);
        digest(covered.to_string().as_bytes())
    }
}

/// Adds an entry about what somebody did.
///
/// # Errors
/// The database's.
pub fn append(writing: &Writing<'_>, asker: &Asker, act: &str, done: &Done) -> Result<(), OperationError> {
    let actor = asker.actor.person.to_string();
    add(writing, (&actor, &asker.actor.name, &asker.origin), act, done)
}

/// Adds an entry about what was done on the server's own host, past its routes.
///
/// # Errors
/// The database's.
pub fn append_local(writing: &Writing<'_>, act: &str, done: &Done) -> Result<(), OperationError> {
    add(writing, (SYSTEM, SYSTEM, LOCAL), act, done)
}

fn add(
    writing: &Writing<'_>,
    (actor, actor_name, origin): (&str, &str, &str),
    act: &str,
    done: &Done,
) -> Result<(), OperationError> {
    let (last, before_digest) = head(writing)?;
    let (before, after) = (done.before.to_string(), done.after.to_string());
    let entry = Kept {
        id: last + 1,
        at: writing.at().millis(),
        actor,
        actor_name,
        origin,
        act,
        company: done.company.map(|company| company.0),
        subject: &done.subject,
        before: &before,
        after: &after,
    };
    let digest = entry.digest(&before_digest);
    writing
        .prepare_cached(
            "INSERT INTO audit_entry (id, at, actor, actor_name, origin, act, company_id, subject, before, after, digest)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute((
            entry.id,
            entry.at,
            entry.actor,
            entry.actor_name,
            entry.origin,
            entry.act,
            entry.company,
            entry.subject,
            entry.before,
            entry.after,
            &digest,
        ))?;
    writing
        .prepare_cached("INSERT OR REPLACE INTO audit_head (id, entry_id, digest) VALUES (1, ?1, ?2)")?
        .execute((entry.id, digest))?;
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
