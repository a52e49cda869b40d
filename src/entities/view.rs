//! A row as a surface gives it: which fields, and how decimals are written.

use super::{Entity, Field, FieldError, Row, Surface, Value};
use rust_decimal::prelude::ToPrimitive;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// The fields that a request wants to see. Made once for all rows of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection {
    surface: Surface,
    fields: Vec<&'static Field>,
    user_defined_fields: bool,
}

impl Selection {
    /// All fields that exist on a surface.
    #[must_use]
    pub fn all(entity: &Entity, surface: Surface) -> Self {
        let user_defined_fields = surface == Surface::Autotask && entity.has_user_defined_fields;
        Self {
            surface,
            fields: entity.fields_on(surface).collect(),
            user_defined_fields,
        }
    }

    /// The named fields only (`IncludeFields`), in the entity's order.
    ///
    /// # Errors
    /// When the entity has no such field on this surface.
    pub fn of<N: AsRef<str>>(entity: &Entity, surface: Surface, names: &[N]) -> Result<Self, FieldError> {
        let mut fields = Vec::with_capacity(names.len());
        for name in names.iter().map(AsRef::as_ref) {
            let field = entity.field(name).filter(|field| surface.shows(field.surface));
            fields.push(field.ok_or_else(|| FieldError::Unknown {
                name: name.to_owned(),
                entity: entity.name,
            })?);
        }
        fields.sort_by_key(|field| field.position);
        fields.dedup();
        Ok(Self {
            surface,
            fields,
            user_defined_fields: false,
        })
    }

    /// The selected fields, in the entity's order.
    #[must_use]
    pub fn fields(&self) -> &[&'static Field] {
        &self.fields
    }
}

/// A row with the selected fields, to be serialised.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    row: &'a Row,
    selection: &'a Selection,
}

impl<'a> View<'a> {
    pub(super) fn new(row: &'a Row, selection: &'a Selection) -> Self {
        Self { row, selection }
    }
}

impl Serialize for View<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Selection {
            surface,
            fields,
            user_defined_fields,
        } = self.selection;
        let mut map = serializer.serialize_map(Some(fields.len() + usize::from(*user_defined_fields)))?;
        for field in fields {
            let value = if field.write_only {
                &Value::Null
            } else {
                self.row.value(field)
            };
            match value {
                // Autotask's numbers are JSON numbers; four decimals survive a binary fraction.
                Value::Decimal(number) if *surface == Surface::Autotask => {
                    map.serialize_entry(field.name, &number.to_f64())?;
                }
                value => map.serialize_entry(field.name, value)?,
            }
        }
        if *user_defined_fields {
            // None are kept yet.
            map.serialize_entry::<_, [(); 0]>("userDefinedFields", &[])?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::{CLIENT_PORTAL_USER, TICKET, TIME_ENTRY};
    use serde_json::json;

    #[test]
    fn autotasks_view_has_no_field_of_tandem_and_numbers_for_decimals() {
        let mut row = Row::new(&TIME_ENTRY);
        row.set("id", 3_i64);
        row.set("hoursWorked", rust_decimal::Decimal::new(3333, 4));
        row.set("minutes", 20_i64);
        let json = serde_json::to_value(row.view(&Selection::all(&TIME_ENTRY, Surface::Autotask))).unwrap();
        assert_eq!((&json["hoursWorked"], json.get("minutes")), (&json!(0.3333), None));
        let ticket = serde_json::to_value(Row::new(&TICKET).view(&Selection::all(&TICKET, Surface::Autotask))).unwrap();
        assert_eq!(ticket["userDefinedFields"], json!([]));
    }

    #[test]
    fn a_selection_has_the_named_fields_only_and_refuses_unknown_ones() {
        let mut row = Row::new(&TICKET);
        row.set("id", 7_i64);
        let selection = Selection::of(&TICKET, Surface::Autotask, &["Title", "ID", "id"]).unwrap();
        assert_eq!(
            serde_json::to_string(&row.view(&selection)).unwrap(),
            r#"{"id":7,"title":null}"#
        );
        for name in ["companyName", "taskfireStatus"] {
            let error = Selection::of(&TICKET, Surface::Autotask, &[name]).unwrap_err();
            assert_eq!(
                error.to_string(),
                format!("Unable to find {name} in the Ticket Entity.")
            );
        }
        assert!(Selection::of(&TICKET, Surface::Tandem, &["taskfireStatus"]).is_ok());
    }

    #[test]
    fn a_password_is_never_given_out() {
        let mut row = Row::new(&CLIENT_PORTAL_USER);
        row.set("password", "correct horse");
        assert_eq!(serde_json::to_value(&row).unwrap()["password"], json!(null));
    }
}
