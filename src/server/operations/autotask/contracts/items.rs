//! Configuration items. Their company never changes here; `/tandem/v1` gives one without an owner to somebody (13.1).

use super::super::body::Body;
use super::super::{Caller, WriteError};
use super::{draft, save};
use crate::server::store::Writing;

/// Creates or changes an item.
pub fn write(writing: &Writing<'_>, caller: &Caller, body: Body) -> Result<i64, WriteError> {
    let draft = draft(writing, caller, body)?;
    if draft.before.is_some() && draft.row.integer("parentConfigurationItemID") == Some(draft.row.id()) {
        let message = "An item can't be its own parent.";
        return Err(WriteError::about("parentConfigurationItemID", message));
    }
    save(writing, draft)
}
