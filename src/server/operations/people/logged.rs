//! What is done to people past the server's routes (the command line, the demo desk) stands in the log of administrative
//! acts too.

use super::look_up::{facts, name};
use super::user_name;
use crate::domain::{Person, Side};
use crate::server::operations::OperationError;
use crate::server::operations::administration::{Done, audit};
use crate::server::store::Writing;
use serde_json::json;

/// Writes down that this was done to somebody, with who they are now.
///
/// # Errors
/// The database's.
pub fn local(writing: &Writing<'_>, act: &str, person: Person) -> Result<(), OperationError> {
    let facts = facts(writing, person)?;
    let level = facts.and_then(|facts| facts.level).map(|level| level.word());
    let done = Done {
        company: facts
            .map(|facts| facts.company)
            .filter(|_| person.side() == Side::Taskfire),
        subject: name(writing, person)?.unwrap_or_default(),
        before: json!(null),
        after: json!({"person": person.to_string(), "userName": user_name(writing, person)?, "level": level}),
    };
    audit::append_local(writing, act, &done)
}
