//! The body of a write: some fields of an entity, checked against its table.

use super::{Entity, Field, FieldError, Kind, Picklists, Row, Surface, Value};
use serde_json::{Map, Value as Json};

/// How a body is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Write {
    /// `POST`: a new row.
    Create,
    /// `PATCH`: the named fields change.
    Update,
    /// `PUT`: every writable field that is not named becomes null.
    Replace,
}

/// Some fields of an entity with their values, in the order in which they were given.
#[derive(Clone, Debug, PartialEq)]
pub struct Partial {
    entity: &'static Entity,
    values: Vec<(&'static Field, Value)>,
}

impl Partial {
    /// Without any field.
    #[must_use]
    pub fn new(entity: &'static Entity) -> Self {
        Self {
            entity,
            values: Vec::new(),
        }
    }

    /// Reads a body. On Autotask's routes unknown names are passed over, as Autotask does; on Tandem's they are errors.
    ///
    /// # Errors
    /// Every value that doesn't fit its field's type.
    pub fn from_json(
        entity: &'static Entity,
        surface: Surface,
        body: Map<String, Json>,
    ) -> Result<Self, Vec<FieldError>> {
        let mut partial = Self::new(entity);
        let mut errors = Vec::new();
        for (name, json) in body {
            match entity.field(&name).filter(|field| surface.shows(field.surface)) {
                Some(field) => match Value::from_json(field, json) {
                    Ok(value) => partial.put(field, value),
                    Err(error) => errors.push(error),
                },
                None if surface == Surface::Autotask => {}
                None => errors.push(FieldError::Unknown {
                    name,
                    entity: entity.name,
                }),
            }
        }
        if errors.is_empty() { Ok(partial) } else { Err(errors) }
    }

    /// What it is a part of.
    #[must_use]
    pub fn entity(&self) -> &'static Entity {
        self.entity
    }

    /// The named fields and their values.
    pub fn iter(&self) -> impl Iterator<Item = (&'static Field, &Value)> {
        self.values.iter().map(|(field, value)| (*field, value))
    }

    /// The value of the field of that name, null included; `None` where it is not named.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.values
            .iter()
            .find(|(field, _)| field.name.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }

    /// Names a field; a later value replaces an earlier one.
    pub fn put(&mut self, field: &'static Field, value: Value) {
        match self.values.iter_mut().find(|(named, _)| *named == field) {
            Some((_, slot)) => *slot = value,
            None => self.values.push((field, value)),
        }
    }

    /// Names a field by its name, which is meant to exist.
    pub fn set(&mut self, name: &str, value: impl Into<Value>) {
        let field = self.entity.field(name);
        debug_assert!(field.is_some(), "{} has no field {name}", self.entity.name);
        if let Some(field) = field {
            self.put(field, value.into());
        }
    }

    /// Leaves out what this write may not set. Clients send back whole rows that they have read; Autotask takes that.
    pub fn leave_out_read_only(&mut self, write: Write) {
        self.values.retain(|(field, _)| is_writable(field, write));
    }

    /// Checks every value, and that nothing required is missing.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the body, missing fields last.
    pub fn check(&self, write: Write, picklists: &dyn Picklists) -> Result<(), Vec<FieldError>> {
        let mut errors: Vec<FieldError> = self
            .iter()
            .filter_map(|(field, value)| check_value(field, value, write, picklists).err())
            .collect();
        if write != Write::Update {
            let needed = self
                .entity
                .fields()
                .iter()
                .filter(|field| field.required && is_writable(field, write));
            let missing =
                needed.filter(|field| field.surface == Surface::Autotask || self.entity.surface == Surface::Tandem);
            errors.extend(
                missing
                    .filter(|field| self.get(field.name).is_none())
                    .map(|field| FieldError::Required { field: field.name }),
            );
        }
        if errors.is_empty() { Ok(()) } else { Err(errors) }
    }

    /// Writes the named fields into a row; `Replace` empties the other writable ones of the surface.
    pub fn apply(self, row: &mut Row, write: Write, surface: Surface) {
        if write == Write::Replace {
            let writable = self.entity.fields_on(surface).filter(|field| is_writable(field, write));
            writable.for_each(|field| row.put(field, Value::Null));
        }
        for (field, value) in self.values {
            row.put(field, value);
        }
    }
}

/// Whether a write may set a field: ids never, what is required and read-only on create alone.
fn is_writable(field: &Field, write: Write) -> bool {
    field.name != "id" && (!field.read_only || (field.required && write == Write::Create))
}

fn check_value(
    field: &'static Field,
    value: &Value,
    write: Write,
    picklists: &dyn Picklists,
) -> Result<(), FieldError> {
    // The id says which row is meant; in a create it means nothing.
    if field.name == "id" {
        return Ok(());
    }
    if !is_writable(field, write) {
        return Err(FieldError::ReadOnly { field: field.name });
    }
    match (field.kind, value) {
        (_, Value::Null) if field.required => return Err(FieldError::Required { field: field.name }),
        (Kind::Text { length: limit }, Value::Text(text)) => {
            let length = text.chars().count();
            if u32::try_from(length).is_ok_and(|length| length > limit) {
                return Err(FieldError::Length {
                    field: field.name,
                    length,
                    limit,
                });
            }
        }
        (Kind::Integer, Value::Integer(number)) if i32::try_from(*number).is_err() => {
            return Err(FieldError::Range {
                field: field.name,
                value: number.to_string(),
            });
        }
        _ => {}
    }
    match field.picklist {
        Some(picklist) if !picklist.allows(value, picklists) => Err(FieldError::Picklist {
            field: field.name,
            value: plain(value),
        }),
        _ => Ok(()),
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::Integer(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        other => format!("{other:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::{CONTACT, Live, PicklistValue, TICKET};
    use serde_json::json;

    /// A desk with the statuses 1 and 5 and the queue 5.
    struct Desk;

    impl Picklists for Desk {
        fn values(&self, list: Live) -> Vec<PicklistValue> {
            let values: &[i64] = match list {
                Live::AutotaskStatuses => &[1, 5],
                Live::AutotaskQueues => &[5],
                _ => &[],
            };
            let value = |value: &i64| PicklistValue {
                value: value.to_string(),
                label: String::new(),
                is_default_value: false,
                sort_order: 0,
                parent_value: String::new(),
                is_active: true,
                is_system: true,
            };
            values.iter().map(value).collect()
        }
    }

    fn body(entity: &'static Entity, json: Json) -> Partial {
        let Json::Object(object) = json else {
            panic!("an object")
        };
        Partial::from_json(entity, Surface::Autotask, object).unwrap()
    }

    fn errors(partial: &Partial, write: Write) -> Vec<String> {
        partial
            .check(write, &Desk)
            .err()
            .unwrap_or_default()
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn a_create_needs_its_required_fields_and_values_of_the_picklists() {
        let good = json!({"id": 99, "companyid": 7, "TITLE": "Printer", "status": "1", "priority": 2, "queueID": 5, "colour": 1});
        assert_eq!(errors(&body(&TICKET, good), Write::Create), Vec::<String>::new());
        let bad = json!({"title": "x".repeat(256), "priority": 99, "status": 20, "companyID": null});
        assert_eq!(
            errors(&body(&TICKET, bad), Write::Create),
            [
                "The value of title has 256 characters; it may have 255 at most.",
                "Picklist value [99] does not exist for priority.",
                "Picklist value [20] does not exist for status.",
                "Value does not exist for the required field companyID",
            ]
        );
        assert_eq!(
            errors(
                &body(&TICKET, json!({"status": 1, "priority": 1, "title": "t"})),
                Write::Create
            ),
            ["Value does not exist for the required field companyID"]
        );
    }

    #[test]
    fn what_is_given_on_create_alone_is_read_only_later() {
        let contact = body(
            &CONTACT,
            json!({"companyID": 7, "firstName": "Hannah", "lastName": "Ortiz", "isActive": 1}),
        );
        assert_eq!(errors(&contact, Write::Create), Vec::<String>::new());
        assert_eq!(errors(&contact, Write::Update), ["companyID is read only."]);
        let mut lenient = contact;
        lenient.leave_out_read_only(Write::Update);
        assert_eq!(errors(&lenient, Write::Update), Vec::<String>::new());
    }

    #[test]
    fn a_patch_changes_the_named_fields_and_a_put_empties_the_others() {
        let mut row = Row::new(&TICKET);
        row.set("id", 7_i64);
        row.set("title", "Old");
        row.set("queueID", 5_i64);
        row.set("item", "HP M404");
        let mut patched = row.clone();
        body(&TICKET, json!({"title": "New"})).apply(&mut patched, Write::Update, Surface::Autotask);
        assert_eq!(
            (patched.text("title"), patched.integer("queueID")),
            (Some("New"), Some(5))
        );
        body(&TICKET, json!({"title": "New"})).apply(&mut row, Write::Replace, Surface::Autotask);
        assert_eq!(
            (row.text("title"), row.integer("queueID"), row.id()),
            (Some("New"), None, 7)
        );
        assert_eq!(row.text("item"), Some("HP M404"), "Autotask's PUT knows nothing of it");
    }
}
