//! The values of user-defined fields in the body of a write: `[{"name": …, "value": …}]`, only those that change.

use crate::entities::{
    Entity, USER_DEFINED_FIELDS, UserDefinedError, UserDefinedField, UserDefinedFields, UserDefinedValues, Write,
};
use crate::server::operations::autotask::WriteError;
use crate::server::operations::user_defined;
use crate::server::store::{Writing, rows};
use serde_json::{Map, Value as Json};

/// Takes the values out of a body; of several under one name, whatever its case, the last.
pub fn take(body: &mut Map<String, Json>) -> Option<Json> {
    let mut sent = None;
    body.retain(|name, value| {
        let is_meant = name.eq_ignore_ascii_case(USER_DEFINED_FIELDS);
        if is_meant {
            sent = Some(value.take());
        }
        !is_meant
    });
    sent.filter(|sent| !sent.is_null())
}

/// What a row has after a write, given what was sent; none where the write says nothing of it.
///
/// # Errors
/// Every value that doesn't fit its field, and every required one that is missing.
pub fn merged(
    writing: &Writing<'_>,
    entity: &'static Entity,
    write: Write,
    row: Option<i64>,
    sent: Option<Json>,
) -> Result<Option<UserDefinedValues>, WriteError> {
    if !entity.has_user_defined_fields() || (sent.is_none() && write == Write::Update) {
        return Ok(None);
    }
    let fields = user_defined::of(writing, entity)?;
    let before = match row {
        Some(id) => rows::get(writing, entity, id)?,
        None => None,
    };
    let before = before.as_ref().map(UserDefinedValues::of).unwrap_or_default();
    let mut merging = Merging {
        after: beginning(&fields, write, &before),
        before,
        errors: Vec::new(),
    };
    match sent {
        Some(Json::Array(items)) => items.iter().for_each(|item| merging.take(entity, &fields, item)),
        Some(_) => merging.errors.push(UserDefinedError::Form),
        None => {}
    }
    merging.require(&fields, write);
    match merging.errors.is_empty() {
        true => Ok(Some(merging.after)),
        false => Err(WriteError::UserDefined(merging.errors)),
    }
}

/// What a row has before what was sent is looked at: a new one the defaults, a replaced one only what is no longer in use.
fn beginning(fields: &UserDefinedFields, write: Write, before: &UserDefinedValues) -> UserDefinedValues {
    let mut values = before.clone();
    match write {
        Write::Create => {
            let default = |field: &UserDefinedField| Some((field.id, field.keep(field.default.as_ref()?).ok()?));
            values.0.extend(fields.iter().filter_map(|field| default(field)));
        }
        Write::Replace => values.0.retain(|id, _| !fields.iter().any(|field| field.id == *id)),
        Write::Update => {}
    }
    values
}

struct Merging {
    before: UserDefinedValues,
    after: UserDefinedValues,
    errors: Vec<UserDefinedError>,
}

impl Merging {
    fn take(&mut self, entity: &Entity, fields: &UserDefinedFields, item: &Json) {
        match self.read(entity, fields, item) {
            Ok((id, Some(kept))) => drop(self.after.0.insert(id, kept)),
            Ok((id, None)) => drop(self.after.0.remove(&id)),
            Err(error) => self.errors.push(error),
        }
    }

    fn read(
        &self,
        entity: &Entity,
        fields: &UserDefinedFields,
        item: &Json,
    ) -> Result<(i64, Option<String>), UserDefinedError> {
        let object = item.as_object().ok_or(UserDefinedError::Form)?;
        let member = |name: &str| object.iter().rev().find(|(key, _)| key.eq_ignore_ascii_case(name));
        let name = member("name")
            .and_then(|(_, name)| name.as_str())
            .ok_or(UserDefinedError::Form)?;
        let field = fields.get(entity, name)?;
        let text = match member("value").map(|(_, value)| value) {
            None | Some(Json::Null) => return Ok((field.id, None)),
            Some(Json::String(text)) if text.is_empty() => return Ok((field.id, None)),
            Some(Json::String(text)) => text.clone(),
            Some(value @ (Json::Number(_) | Json::Bool(_))) => value.to_string(),
            Some(_) => return Err(UserDefinedError::Form),
        };
        // What a row has already it may keep, also where it could not be chosen any more.
        let had = self.before.0.get(&field.id).filter(|kept| field.wire(kept) == text);
        let kept = had.cloned().map_or_else(|| field.keep(&text), Ok)?;
        Ok((field.id, Some(kept)))
    }

    /// What is required is there after the write; one that changes other values asks for nothing that was missing before.
    fn require(&mut self, fields: &UserDefinedFields, write: Write) {
        let is_missing = |field: &UserDefinedField| {
            let had = write != Write::Update || self.before.0.contains_key(&field.id);
            field.is_required && had && !self.after.0.contains_key(&field.id)
        };
        let missing = fields
            .iter()
            .filter(|field| is_missing(field))
            .map(|field| UserDefinedError::Required {
                field: field.name.clone(),
            });
        let missing: Vec<_> = missing.collect();
        self.errors.extend(missing);
    }
}
