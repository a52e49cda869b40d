//! Definitions of user-defined fields.

use super::{save, start_clients_afresh};
use crate::domain::one_line;
use crate::entities::{
    Entity, FieldError, Row, USER_DEFINED_FIELD_DEFINITION, USER_DEFINED_TYPES, UserDefinedFields, Value, Write,
};
use crate::query::Filter;
use crate::server::operations::autotask::body::Body;
use crate::server::operations::autotask::{Caller, WriteError, plain};
use crate::server::operations::{OperationError, user_defined};
use crate::server::store::{StoreError, Writing, rows};

/// Fields that one entity may have (autotask-rest 11).
const MOST: usize = 300;
/// The longest name, in characters.
const LONGEST_NAME: usize = 45;
/// The decimals that are kept.
const DECIMALS: i64 = 4;

pub fn write(writing: &Writing<'_>, caller: &Caller, body: Body) -> Result<i64, WriteError> {
    let (before, mut row) = match body.write {
        Write::Create => (None, plain::prepared(writing, caller, body.values)?),
        Write::Update | Write::Replace => {
            let (before, row) = plain::altered(writing, caller, &body)?;
            (Some(before), row)
        }
    };
    check(writing, before.as_ref(), &row)?;
    save(writing, caller, before.as_ref(), &mut row)?;
    let shown = |row: &Row| (row.boolean("isVisibleToClientPortal"), row.boolean("isActive"));
    if before.is_some_and(|before| shown(&before) != shown(&row)) {
        start_clients_afresh(writing)?;
    }
    Ok(row.id())
}

fn check(writing: &Writing<'_>, before: Option<&Row>, row: &Row) -> Result<(), WriteError> {
    // Rows keep their values as what the field was made for.
    for field in ["dataType", "udfType"] {
        if before.is_some_and(|before| before.get(field) != row.get(field)) {
            return Err(FieldError::ReadOnly { field }.into());
        }
    }
    check_decimals(row)?;
    let entity = entity_of(row).ok_or(OperationError::NotFound)?;
    check_name(writing, entity, row)?;
    check_default(writing, entity, row)
}

fn entity_of(row: &Row) -> Option<&'static Entity> {
    let number = row.integer("udfType")?;
    let found = USER_DEFINED_TYPES.iter().find(|(typed, _)| *typed == number);
    found.map(|(_, entity)| *entity)
}

fn check_decimals(row: &Row) -> Result<(), WriteError> {
    match row.integer("numberOfDecimalPlaces") {
        Some(places) if !(0..=DECIMALS).contains(&places) => {
            let message = format!("numberOfDecimalPlaces must be from 0 to {DECIMALS}.");
            Err(WriteError::about("numberOfDecimalPlaces", message))
        }
        _ => Ok(()),
    }
}

/// A name is one line, no other field's of the entity, and there are not too many.
fn check_name(writing: &Writing<'_>, entity: &'static Entity, row: &Row) -> Result<(), WriteError> {
    let name = row.text("name").unwrap_or_default();
    one_line::checked("name", name, LONGEST_NAME).map_err(OperationError::from)?;
    let all = Filter::eq(&USER_DEFINED_FIELD_DEFINITION, "udfType", row.get("udfType").clone());
    let mut others = rows::find(writing, &all.map_err(StoreError::from)?)?;
    others.retain(|other| other.id() != row.id() || row.get("id").is_null());
    if others.len() >= MOST {
        let message = format!("The {} Entity has {MOST} user-defined fields already.", entity.name);
        return Err(WriteError::about("name", message));
    }
    let folded = name.trim().to_lowercase();
    let is_taken = |other: &Row| other.text("name").unwrap_or_default().trim().to_lowercase() == folded;
    if entity.field(name.trim()).is_some() || others.iter().any(is_taken) {
        let message = format!("The {} Entity has a field {name} already.", entity.name);
        return Err(WriteError::about("name", message));
    }
    Ok(())
}

/// What new rows get fits the field.
fn check_default(writing: &Writing<'_>, entity: &'static Entity, row: &Row) -> Result<(), WriteError> {
    let Value::Text(default) = row.get("defaultValue") else {
        return Ok(());
    };
    let items = user_defined::items_of(writing, row)?;
    let mut used = row.clone();
    used.set("isActive", true);
    if row.get("id").is_null() {
        used.set("id", 0_i64);
    }
    let fields = UserDefinedFields::of(entity, std::slice::from_ref(&used), &items);
    match fields.iter().next().map(|field| field.keep(default)) {
        Some(Err(error)) if !default.is_empty() => Err(WriteError::UserDefined(vec![error])),
        _ => Ok(()),
    }
}
