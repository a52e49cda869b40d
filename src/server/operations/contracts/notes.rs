//! Notes that the server writes on contracts: every change of units and prices has one (BLX-02).

use crate::base::ids::ResourceId;
use crate::domain::{Actor, Person};
use crate::entities::{CONTRACT_NOTE, Row};
use crate::server::operations::OperationError;
use crate::server::store::Writing;

/// Adds a note, cut to what its fields hold.
///
/// # Errors
/// The database's.
pub fn add(writing: &Writing<'_>, actor: &Actor, contract: i64, title: &str, text: &str) -> Result<(), OperationError> {
    let creator = match actor.person {
        Person::Resource(resource) => Some(resource),
        Person::Contact(_) => None,
    };
    insert(writing, contract, (title, text), creator)
}

/// Adds a note on what follows from something else, which nobody said.
///
/// # Errors
/// The database's.
pub fn add_derived(writing: &Writing<'_>, contract: i64, title: &str, text: &str) -> Result<(), OperationError> {
    insert(writing, contract, (title, text), None)
}

fn insert(
    writing: &Writing<'_>,
    contract: i64,
    (title, text): (&str, &str),
    creator: Option<ResourceId>,
) -> Result<(), OperationError> {
    let mut row = Row::new(&CONTRACT_NOTE);
    row.set("contractID", contract);
    row.set("title", cut(title, "title"));
    row.set("description", cut(text, "description"));
    row.set("createDateTime", writing.at());
    row.set("lastActivityDate", writing.at());
    if let Some(creator) = creator {
        row.set("creatorResourceID", creator.0);
    }
    writing.insert(&mut row)?;
    Ok(())
}

fn cut(text: &str, field: &str) -> String {
    let longest = CONTRACT_NOTE.field(field).map(|field| field.kind.length());
    let longest = usize::try_from(longest.unwrap_or_default()).unwrap_or(usize::MAX);
    text.chars().take(longest).collect()
}
