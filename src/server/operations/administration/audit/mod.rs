//! The log of administrative acts: who did what, from where, and what it changed.

mod read;
mod verify;

pub use crate::server::store::audit_log::head;
pub use read::{Batch, batch};
pub use verify::{Fault, Sound, verify};

use super::{Asker, Done};
use crate::server::operations::OperationError;
use crate::server::store::Writing;
use crate::server::store::audit_log::{self, Entry, LOCAL, SYSTEM};

/// Adds an entry about what somebody did; none where it changed nothing.
///
/// # Errors
/// The database's.
pub fn append(writing: &Writing<'_>, asker: &Asker, act: &str, done: &Done) -> Result<(), OperationError> {
    let actor = asker.actor.person.to_string();
    add(writing, (&actor, &asker.actor.name, &asker.origin), act, done)
}

/// Adds an entry about what was done on the server's own host, past its routes, by this user of the host; none where it
/// changed nothing.
///
/// # Errors
/// The database's.
pub fn append_local(writing: &Writing<'_>, by: &str, act: &str, done: &Done) -> Result<(), OperationError> {
    add(writing, (SYSTEM, by, LOCAL), act, done)
}

fn add(
    writing: &Writing<'_>,
    (actor, actor_name, origin): (&str, &str, &str),
    act: &str,
    done: &Done,
) -> Result<(), OperationError> {
    if done.before == done.after {
        return Ok(());
    }
    let entry = Entry {
        actor,
        actor_name,
        origin,
        act,
        company: done.company.map(|company| company.0),
        subject: &done.subject,
    };
    Ok(audit_log::append(
        writing,
        writing.at(),
        entry,
        &done.before,
        &done.after,
    )?)
}
