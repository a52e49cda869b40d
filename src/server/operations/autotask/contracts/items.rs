//! Configuration items. Their company never changes here; `/tandem/v1` gives one without an owner to somebody (13.1).

use super::super::body::Body;
use super::super::{Caller, WriteError};
use super::{draft, save};
use crate::entities::{CONFIGURATION_ITEM, CONTACT, CONTRACT, Entity, Row};
use crate::server::store::{Writing, rows};

/// What belongs to the same company as the item.
const OWNED: [(&str, &Entity); 3] = [
    ("contactID", &CONTACT),
    ("parentConfigurationItemID", &CONFIGURATION_ITEM),
    ("contractID", &CONTRACT),
];

/// Creates or changes an item.
pub fn write(writing: &Writing<'_>, caller: &Caller, body: Body) -> Result<i64, WriteError> {
    let draft = draft(writing, caller, body)?;
    for (field, entity) in OWNED {
        check_owned(writing, &draft.row, field, entity)?;
    }
    if draft.before.is_some() && draft.row.integer("parentConfigurationItemID") == Some(draft.row.id()) {
        let message = "An item can't be its own parent.";
        return Err(WriteError::about("parentConfigurationItemID", message));
    }
    save(writing, draft)
}

fn check_owned(writing: &Writing<'_>, row: &Row, field: &str, entity: &'static Entity) -> Result<(), WriteError> {
    let Some(id) = row.integer(field) else {
        return Ok(());
    };
    let other = rows::get(writing, entity, id)?;
    if other.and_then(|other| other.integer("companyID")) == row.integer("companyID") {
        return Ok(());
    }
    let message = format!("{field} {id} must belong to the item's company.");
    Err(WriteError::about(field, message))
}
