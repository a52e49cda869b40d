//! A row as a surface gives it: which fields, and how decimals are written.

use super::{
    Entity, Field, FieldError, Row, Surface, USER_DEFINED_FIELDS, UserDefinedField, UserDefinedFields,
    UserDefinedValues, Value,
};
use rust_decimal::prelude::ToPrimitive;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use std::sync::Arc;

/// The fields that a request wants to see. Made once for all rows of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection {
    surface: Surface,
    fields: Vec<&'static Field>,
    /// The user-defined fields, in Autotask's form; none where that key is not wanted.
    user_defined: Option<Vec<Arc<UserDefinedField>>>,
    is_all: bool,
}

impl Selection {
    /// All fields that exist on a surface.
    #[must_use]
    pub fn all(entity: &Entity, surface: Surface) -> Self {
        Self::with_user_defined(entity, surface, &UserDefinedFields::default())
    }

    /// All fields that exist on a surface, and on Autotask's the user-defined ones.
    #[must_use]
    pub fn with_user_defined(entity: &Entity, surface: Surface, user_defined: &UserDefinedFields) -> Self {
        let has_list = surface == Surface::Autotask && entity.has_user_defined_fields();
        Self {
            surface,
            fields: entity.fields_on(surface).collect(),
            user_defined: has_list.then(|| user_defined.iter().cloned().collect()),
            is_all: true,
        }
    }

    /// The named fields only (`IncludeFields`), in the entity's order; on Autotask's surface user-defined ones too.
    ///
    /// # Errors
    /// When the entity has no such field on this surface.
    pub fn of<N: AsRef<str>>(
        entity: &Entity,
        surface: Surface,
        names: &[N],
        user_defined: &UserDefinedFields,
    ) -> Result<Self, FieldError> {
        let mut fields = Vec::with_capacity(names.len());
        let mut listed: Vec<Arc<UserDefinedField>> = Vec::new();
        for name in names.iter().map(AsRef::as_ref) {
            let field = entity.field(name).filter(|field| surface.shows(field.surface));
            let by_administrators = user_defined.find(name).filter(|_| surface == Surface::Autotask);
            match (field, by_administrators) {
                (Some(field), _) => fields.push(field),
                (_, Some(field)) => listed.push(Arc::clone(field)),
                _ => {
                    return Err(FieldError::Unknown {
                        name: name.to_owned(),
                        entity: entity.name,
                    });
                }
            }
        }
        fields.sort_by_key(|field| field.position);
        fields.dedup();
        listed.sort_by_key(|field| field.id);
        listed.dedup();
        Ok(Self {
            surface,
            fields,
            user_defined: (!listed.is_empty()).then_some(listed),
            is_all: false,
        })
    }

    /// The fields that a view takes from rows of this entity.
    #[must_use]
    pub fn wanted(&self, entity: &Entity) -> Wanted {
        if self.is_all {
            return Wanted::All;
        }
        let user_defined = entity
            .field(USER_DEFINED_FIELDS)
            .filter(|_| self.user_defined.is_some());
        Wanted::These(self.fields.iter().copied().chain(user_defined).collect())
    }

    /// The names that [`Selection::of`] makes the same selection of; none where it is everything.
    #[must_use]
    pub fn names(&self) -> Option<Vec<&str>> {
        let user_defined = self.user_defined.iter().flatten().map(|field| field.name.as_str());
        let names = self.fields.iter().map(|field| field.name).chain(user_defined);
        (!self.is_all).then(|| names.collect())
    }
}

/// Which fields of rows are read.
#[derive(Clone, Debug, PartialEq)]
pub enum Wanted {
    /// Every field.
    All,
    /// These; the others are null in the rows that are read.
    These(Vec<&'static Field>),
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
            user_defined,
            ..
        } = self.selection;
        let mut map = serializer.serialize_map(None)?;
        for field in fields {
            let value = if field.write_only {
                &Value::Null
            } else {
                self.row.value(field)
            };
            match value {
                // Of a hundred fields most say nothing; on Tandem's own surface what is absent is null.
                Value::Null if *surface == Surface::Tandem => {}
                // Autotask's numbers are JSON numbers; four decimals survive a binary fraction.
                Value::Decimal(number) if *surface == Surface::Autotask => {
                    map.serialize_entry(field.name, &number.to_f64())?;
                }
                value => map.serialize_entry(field.name, value)?,
            }
        }
        if let Some(user_defined) = user_defined {
            let values = UserDefinedValues::of(self.row);
            let named: Vec<Named<'_>> = user_defined
                .iter()
                .map(|field| Named {
                    name: &field.name,
                    value: values.0.get(&field.id).map(|kept| field.wire(kept)),
                })
                .collect();
            map.serialize_entry(USER_DEFINED_FIELDS, &named)?;
        }
        map.end()
    }
}

/// A user-defined field's value as Autotask's routes give it: always text, or null.
#[derive(Serialize)]
struct Named<'a> {
    name: &'a str,
    value: Option<&'a str>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::user_defined::tests::fields;
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
        let selection = Selection::of(&TICKET, Surface::Autotask, &["Title", "ID", "id"], &fields(&TICKET)).unwrap();
        assert_eq!(
            serde_json::to_string(&row.view(&selection)).unwrap(),
            r#"{"id":7,"title":null}"#
        );
        for name in ["companyName", "taskfireStatus"] {
            let error = Selection::of(&TICKET, Surface::Autotask, &[name], &fields(&TICKET)).unwrap_err();
            assert_eq!(
                error.to_string(),
                format!("Unable to find {name} in the Ticket Entity.")
            );
        }
        assert!(Selection::of(&TICKET, Surface::Tandem, &["taskfireStatus"], &fields(&TICKET)).is_ok());
    }

    #[test]
    fn user_defined_fields_come_as_a_list_of_names_and_texts() {
        let mut row = Row::new(&TICKET);
        let values = [(13, "1.5".to_owned()), (15, "22".to_owned())];
        row.set(USER_DEFINED_FIELDS, UserDefinedValues(values.into()));
        let all = Selection::with_user_defined(&TICKET, Surface::Autotask, &fields(&TICKET));
        assert_eq!(
            serde_json::to_value(row.view(&all)).unwrap()["userDefinedFields"],
            json!([
                {"name": "Asset Tag", "value": null},
                {"name": "Directions", "value": null},
                {"name": "Renewal", "value": null},
                {"name": "Score", "value": "1.5"},
                {"name": "Tier", "value": "T"},
            ])
        );
        let some = Selection::of(&TICKET, Surface::Autotask, &["tier", "ID"], &fields(&TICKET)).unwrap();
        assert_eq!(
            serde_json::to_value(row.view(&some)).unwrap(),
            json!({"id": null, "userDefinedFields": [{"name": "Tier", "value": "T"}]})
        );
        assert_eq!(some.names(), Some(vec!["id", "Tier"]));
        assert_eq!(
            serde_json::to_value(&row).unwrap()["userDefinedFields"],
            json!({"13": "1.5", "15": "22"})
        );
    }

    #[test]
    fn a_password_is_never_given_out() {
        let mut row = Row::new(&CLIENT_PORTAL_USER);
        row.set("password", "correct horse");
        assert_eq!(serde_json::to_value(&row).unwrap()["password"], json!(null));
    }
}
