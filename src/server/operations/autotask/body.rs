//! The body of a write, checked against its entity's table.

use super::user_defined::values;
use super::{Asked, Caller, WriteError};
use crate::entities::{
    Entity, Field, FieldError, Partial, Picklist, Picklists, Row, Surface, USER_DEFINED_FIELDS, Value, Write, by_name,
};
use crate::server::operations::picklists::LivePicklists;
use crate::server::operations::{OperationError, read};
use crate::server::store::Writing;

/// A body whose values fit their fields.
pub struct Body {
    /// The row that is meant; none for a new one.
    pub id: Option<i64>,
    /// The row below which it lies.
    pub parent: Option<i64>,
    /// How it is meant.
    pub write: Write,
    /// The fields that it sets; of a replacement all that may be set.
    pub values: Partial,
}

impl Body {
    /// Reads and checks a body. Clients send back whole rows that they have read: what they may not set is passed over.
    pub fn read(writing: &Writing<'_>, asked: Asked) -> Result<Self, WriteError> {
        let Asked {
            entity,
            parent,
            write,
            mut body,
        } = asked;
        let user_defined = values::take(&mut body);
        let mut values = Partial::from_json(entity, Surface::Autotask, body).map_err(WriteError::Fields)?;
        let id = match (write, values.get("id")) {
            (Write::Create, _) => None,
            (_, Some(Value::Integer(id))) => Some(*id),
            _ => return Err(FieldError::Required { field: "id" }.into()),
        };
        // The address says below which row it lies, whatever the body says.
        if let (Some(parent), Some(place)) = (parent, entity.parent) {
            values.set(place.field, parent);
        }
        values.leave_out_read_only(write);
        values
            .check(write, &LivePicklists::named_by(writing, &values)?)
            .map_err(WriteError::Fields)?;
        if write == Write::Replace {
            empty_others(&mut values);
        }
        if let Some(merged) = values::merged(writing, entity, write, id, user_defined)? {
            values.set(USER_DEFINED_FIELDS, merged);
        }
        Ok(Self {
            id,
            parent,
            write,
            values,
        })
    }

    /// What it is a row of.
    pub fn entity(&self) -> &'static Entity {
        self.values.entity()
    }

    /// The row that a change is of.
    pub fn target(&self) -> Result<i64, WriteError> {
        self.id.ok_or(OperationError::NotFound.into())
    }
}

/// A replacement empties what it leaves out.
fn empty_others(values: &mut Partial) {
    let writable = |field: &&'static Field| !field.read_only && !field.required && field.name != "id";
    for field in values.entity().fields_on(Surface::Autotask).filter(writable) {
        if values.get(field.name).is_none() {
            values.put(field, Value::Null);
        }
    }
}

/// The fields whose values differ from the row's. An empty text and none are the same.
pub fn differing(values: &Partial, row: &Row) -> Partial {
    let is_nothing = |value: &Value| value.is_null() || matches!(value, Value::Text(text) if text.is_empty());
    selected(values, |field, value| {
        let now = row.value(field);
        now != value && !(is_nothing(now) && is_nothing(value))
    })
}

/// The fields that are not among these.
pub fn without(values: &Partial, names: &[&str]) -> Partial {
    selected(values, |field, _| !names.contains(&field.name))
}

fn selected(values: &Partial, keep: impl Fn(&'static Field, &Value) -> bool) -> Partial {
    let mut kept = Partial::new(values.entity());
    for (field, value) in values.iter().filter(|(field, value)| keep(field, value)) {
        kept.put(field, value.clone());
    }
    kept
}

/// The whole number that a field is set to.
pub fn integer(values: &Partial, name: &str) -> Option<i64> {
    match values.get(name) {
        Some(Value::Integer(number)) => Some(*number),
        _ => None,
    }
}

/// The text that a field is set to; empty for none.
pub fn text(values: &Partial, name: &str) -> String {
    match values.get(name) {
        Some(Value::Text(text)) => text.clone(),
        _ => String::new(),
    }
}

/// Refuses ids of rows that don't exist, or that the caller doesn't see. What this server keeps no rows of is stored
/// unchecked (13.1).
pub fn check_references(writing: &Writing<'_>, caller: &Caller, values: &Partial) -> Result<(), WriteError> {
    for (field, value) in values.iter() {
        let (Some(target), Value::Integer(id)) = (field.reference.and_then(by_name), value) else {
            continue;
        };
        if read::get(writing, &caller.reader(writing)?, target, *id)?.is_none() {
            let message = format!("Value [{id}] does not exist for {}.", field.name);
            return Err(WriteError::about(field.name, message));
        }
    }
    Ok(())
}

/// Refuses values whose picklist hangs on another field, and that don't belong to the value there.
pub fn check_parents(writing: &Writing<'_>, row: &Row) -> Result<(), WriteError> {
    for field in row.entity().fields() {
        let (Some(Picklist::Live(list)), Some(parent), Value::Integer(value)) =
            (field.picklist, field.picklist_parent, row.value(field))
        else {
            continue;
        };
        let parent = row.integer(parent).map(|parent| parent.to_string()).unwrap_or_default();
        let values = LivePicklists::of(writing, row.entity())?.values(list);
        let text = value.to_string();
        if !values
            .iter()
            .any(|entry| entry.value == text && entry.parent_value == parent)
        {
            return Err(FieldError::Picklist {
                field: field.name,
                value: text,
            }
            .into());
        }
    }
    Ok(())
}
