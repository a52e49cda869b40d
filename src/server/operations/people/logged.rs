//! What is done to people past the server's routes (the command line, the demo desk) stands in the log of administrative
//! acts too.

use super::look_up::{facts, name};
use super::user_name;
use crate::domain::{Person, Side};
use crate::server::operations::OperationError;
use crate::server::operations::administration::{Done, audit};
use crate::server::store::{StoreError, Writing};
use rusqlite::Connection;
use serde_json::{Value as Json, json};

/// Who somebody is, as the log keeps it.
///
/// # Errors
/// The database's.
pub fn described(connection: &Connection, person: Person) -> Result<Json, StoreError> {
    let level = facts(connection, person)?.and_then(|facts| facts.level);
    Ok(json!({
        "person": person.to_string(),
        "userName": user_name(connection, person)?,
        "level": level.map(|level| level.word()),
    }))
}

/// Writes down that a user of the server's host did this to somebody, with who they were and who they are now.
///
/// # Errors
/// The database's.
pub fn local(writing: &Writing<'_>, by: &str, act: &str, person: Person, before: Json) -> Result<(), OperationError> {
    let after = described(writing, person)?;
    log(writing, by, act, person, (before, after))
}

/// The same of what is not kept readable, of which the log only says that it is another one.
///
/// # Errors
/// The database's.
pub fn renewed(
    writing: &Writing<'_>,
    by: &str,
    act: &str,
    person: Person,
    before: Json,
    what: &str,
) -> Result<(), OperationError> {
    let mut after = described(writing, person)?;
    after[what] = json!("renewed");
    log(writing, by, act, person, (before, after))
}

/// The same of something else about somebody: what it was and what it is now.
///
/// # Errors
/// The database's.
pub fn changed(
    writing: &Writing<'_>,
    by: &str,
    act: &str,
    person: Person,
    (before, after): (Json, Json),
) -> Result<(), OperationError> {
    log(writing, by, act, person, (before, after))
}

fn log(
    writing: &Writing<'_>,
    by: &str,
    act: &str,
    person: Person,
    (before, after): (Json, Json),
) -> Result<(), OperationError> {
    let facts = facts(writing, person)?;
    let company = facts.map(|facts| facts.company);
    let done = Done {
        company: company.filter(|_| person.side() == Side::Taskfire),
        subject: name(writing, person)?.unwrap_or_default(),
        before,
        after,
        answer: None,
    };
    audit::append_local(writing, by, act, &done)
}
