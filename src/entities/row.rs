//! A row of an entity: what the server stores, the feed carries and the local copy keeps.

use super::view::{Selection, View};
use super::{Entity, Field, Surface, Value};
use crate::base::Timestamp;
use rust_decimal::Decimal;
use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde::{Serialize, Serializer};
use std::fmt;

/// A row: one value for each field of its entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    entity: &'static Entity,
    values: Vec<Value>,
}

static NULL: Value = Value::Null;

impl Row {
    /// A row whose values are all null.
    #[must_use]
    pub fn new(entity: &'static Entity) -> Self {
        Self {
            entity,
            values: vec![Value::Null; entity.fields().len()],
        }
    }

    /// A row of these values, one for each field in the entity's order.
    pub(super) fn of_values(entity: &'static Entity, values: Vec<Value>) -> Self {
        debug_assert_eq!(values.len(), entity.fields().len(), "{}", entity.name);
        Self { entity, values }
    }

    /// What it is a row of.
    #[must_use]
    pub fn entity(&self) -> &'static Entity {
        self.entity
    }

    /// The row's id; 0 before it has one (also that of the provider's own company).
    #[must_use]
    pub fn id(&self) -> i64 {
        self.integer("id").unwrap_or_default()
    }

    /// The value of a field of this row's entity: the quick way where many rows are read.
    #[must_use]
    pub fn value(&self, field: &Field) -> &Value {
        self.values.get(field.position).unwrap_or(&NULL)
    }

    /// The value of the field of that name. Names in code are meant to exist.
    #[must_use]
    pub fn get(&self, name: &str) -> &Value {
        let field = self.entity.field(name);
        debug_assert!(field.is_some(), "{} has no field {name}", self.entity.name);
        field.map_or(&NULL, |field| self.value(field))
    }

    /// Sets the field of that name. Names in code are meant to exist, values to be of the field's type.
    pub fn set(&mut self, name: &str, value: impl Into<Value>) {
        let field = self.entity.field(name);
        debug_assert!(field.is_some(), "{} has no field {name}", self.entity.name);
        if let Some(field) = field {
            self.put(field, value.into());
        }
    }

    /// Sets a field of this row's entity.
    pub fn put(&mut self, field: &Field, value: Value) {
        debug_assert!(
            value.fits(field.kind),
            "{value:?} in {}.{}",
            self.entity.name,
            field.name
        );
        if let Some(slot) = self.values.get_mut(field.position) {
            *slot = value;
        }
    }

    /// The whole number in that field.
    #[must_use]
    pub fn integer(&self, name: &str) -> Option<i64> {
        match self.get(name) {
            Value::Integer(number) => Some(*number),
            _ => None,
        }
    }

    /// The number with decimals in that field.
    #[must_use]
    pub fn decimal(&self, name: &str) -> Option<Decimal> {
        match self.get(name) {
            Value::Decimal(number) => Some(*number),
            _ => None,
        }
    }

    /// The text in that field.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.get(name) {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The moment in that field.
    #[must_use]
    pub fn time(&self, name: &str) -> Option<Timestamp> {
        match self.get(name) {
            Value::Time(moment) => Some(*moment),
            _ => None,
        }
    }

    /// The truth value in that field.
    #[must_use]
    pub fn boolean(&self, name: &str) -> Option<bool> {
        match self.get(name) {
            Value::Boolean(truth) => Some(*truth),
            _ => None,
        }
    }

    /// The row as a surface gives it, with the selected fields.
    #[must_use]
    pub fn view<'a>(&'a self, selection: &'a Selection) -> View<'a> {
        View::new(self, selection)
    }

    /// Reads a row from what [`Row`] serialises to. Unknown names are left out, absent ones are null.
    ///
    /// # Errors
    /// When it is no object, or a value doesn't fit its field; the text names the field.
    pub fn from_json(entity: &'static Entity, json: serde_json::Value) -> Result<Self, serde_json::Error> {
        RowSeed(entity).deserialize(json)
    }
}

/// All fields, as Tandem's own routes give them.
impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.view(&Selection::all(self.entity, Surface::Tandem))
            .serialize(serializer)
    }
}

/// Reads a row of this entity out of any serde format.
#[derive(Clone, Copy, Debug)]
pub struct RowSeed(pub &'static Entity);

impl<'de> DeserializeSeed<'de> for RowSeed {
    type Value = Row;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Row, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for RowSeed {
    type Value = Row;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a {} as a JSON object", self.0.name)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Row, A::Error> {
        let mut row = Row::new(self.0);
        while let Some(name) = map.next_key::<std::borrow::Cow<'de, str>>()? {
            match self.0.field(&name) {
                Some(field) => row.put(
                    field,
                    Value::from_json(field, map.next_value()?).map_err(A::Error::custom)?,
                ),
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::{COMPANY, TICKET, TIME_ENTRY};
    use serde_json::json;

    #[test]
    fn a_row_survives_the_wire() {
        let mut row = Row::new(&TICKET);
        row.set("id", 7_i64);
        row.set("title", "Printer \"3\" \u{202e}");
        row.set("isShared", true);
        row.set("estimatedHours", Decimal::new(125, 2));
        row.set("createDate", Timestamp::from_millis(1_763_632_800_120));
        let json = serde_json::to_value(&row).unwrap();
        assert_eq!(json["estimatedHours"], json!("1.25"));
        assert_eq!(json["createDate"], json!("2025-11-20T10:00:00.120Z"));
        assert_eq!(json["queueID"], json!(null));
        assert_eq!(Row::from_json(&TICKET, json).unwrap(), row);
        let text = serde_json::to_string(&row).unwrap();
        assert_eq!(
            RowSeed(&TICKET)
                .deserialize(&mut serde_json::Deserializer::from_str(&text))
                .unwrap(),
            row
        );
    }

    #[test]
    fn a_row_is_read_whatever_the_case_of_its_names_and_without_those_unknown() {
        let row = Row::from_json(
            &COMPANY,
            json!({"ID": "0", "companyname": "Northwind", "colour": {"x": [1]}}),
        )
        .unwrap();
        assert_eq!((row.id(), row.text("companyName")), (0, Some("Northwind")));
        let error = Row::from_json(&TIME_ENTRY, json!({"minutes": "many"})).unwrap_err();
        assert!(error.to_string().contains("minutes"), "{error}");
    }
}
