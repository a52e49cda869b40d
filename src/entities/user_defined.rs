//! User-defined fields: what an administrator adds to an entity while the desk runs. Their definitions are rows; a row of
//! the entity keeps its values in one column, by the definitions' ids, so that a field can be renamed.

use super::{
    COMPANY, CONFIGURATION_ITEM, CONTACT, CONTRACT, Entity, Kind, Row, TICKET, USER_DEFINED_FIELD_DEFINITION,
    USER_DEFINED_FIELD_LIST_ITEM, Value,
};
use crate::base::Timestamp;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use std::str::FromStr;
use std::sync::Arc;

/// The field that holds a row's user-defined values.
pub const USER_DEFINED_FIELDS: &str = "userDefinedFields";
/// Of one line, in characters.
const LINE: u32 = 255;
/// Of several lines, in characters.
const LINES: u32 = 8000;

/// What a user-defined field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UserDefinedKind {
    /// A line of text.
    Line,
    /// Several lines of text.
    Lines,
    /// A number with at most four decimals.
    Number,
    /// A day.
    Date,
    /// One entry of a list.
    List,
}

impl UserDefinedKind {
    /// All of them, with their `dataType`.
    pub const ALL: [(i64, Self); 5] = [
        (1, Self::Line),
        (2, Self::Lines),
        (3, Self::Number),
        (4, Self::Date),
        (5, Self::List),
    ];

    /// The kind of a `dataType`.
    #[must_use]
    pub fn of(data_type: i64) -> Option<Self> {
        let found = Self::ALL.into_iter().find(|(number, _)| *number == data_type);
        found.map(|(_, kind)| kind)
    }

    /// The `dataType` of a kind.
    #[must_use]
    pub fn data_type(self) -> i64 {
        let found = Self::ALL.into_iter().find(|(_, kind)| *kind == self);
        found.map_or(0, |(number, _)| number)
    }

    /// What its values are compared as. An entry of a list is its id.
    #[must_use]
    pub fn compared(self) -> Kind {
        match self {
            Self::Line => Kind::Text { length: LINE },
            Self::Lines => Kind::Text { length: LINES },
            Self::Number => Kind::Decimal,
            Self::Date => Kind::DateTime,
            Self::List => Kind::Long,
        }
    }

    /// The name that field information gives.
    #[must_use]
    pub fn type_name(self) -> &'static str {
        match self {
            Self::List => "string",
            other => other.compared().data_type(),
        }
    }

    /// A kept text as what it is compared as; null where it is none of this kind.
    #[must_use]
    pub fn value(self, kept: &str) -> Value {
        match self {
            Self::Line | Self::Lines => Value::Text(kept.to_owned()),
            Self::Number => Decimal::from_str(kept).map_or(Value::Null, Value::decimal),
            Self::Date => Timestamp::parse(kept).map_or(Value::Null, Value::Time),
            Self::List => kept.parse().map_or(Value::Null, Value::Integer),
        }
    }
}

/// The entities that have user-defined fields, with their `udfType`.
pub static USER_DEFINED_TYPES: [(i64, &Entity); 5] = [
    (1, &COMPANY),
    (2, &CONTACT),
    (3, &TICKET),
    (4, &CONFIGURATION_ITEM),
    (5, &CONTRACT),
];

/// The values of a row's user-defined fields, as text, by the definitions' ids.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UserDefinedValues(pub BTreeMap<i64, String>);

impl UserDefinedValues {
    /// Reads what a column keeps; nothing where it is no such text.
    #[must_use]
    pub fn from_kept(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// As a column keeps it.
    #[must_use]
    pub fn to_kept(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The values of a row, none of which it may have.
    #[must_use]
    pub fn of(row: &Row) -> Self {
        match row.entity().field(USER_DEFINED_FIELDS).map(|field| row.value(field)) {
            Some(Value::UserDefined(values)) => values.clone(),
            _ => Self::default(),
        }
    }
}

/// No values are the same as no column.
impl From<UserDefinedValues> for Value {
    fn from(values: UserDefinedValues) -> Self {
        match values.0.is_empty() {
            true => Self::Null,
            false => Self::UserDefined(values),
        }
    }
}

/// One entry of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserDefinedItem {
    /// Which.
    pub id: i64,
    /// What people read.
    pub label: String,
    /// What goes over the wire.
    pub value: String,
    /// Whether it may still be chosen.
    pub is_active: bool,
}

/// A user-defined field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserDefinedField {
    /// The definition's id, under which rows keep their values.
    pub id: i64,
    /// What people call it.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// What it holds.
    pub kind: UserDefinedKind,
    /// Must be given when a row is created.
    pub is_required: bool,
    /// What a new row has where nothing is said, as it goes over the wire.
    pub default: Option<String>,
    /// How many decimals a number may have.
    pub decimals: Option<u32>,
    /// The entries of a list.
    pub items: Vec<UserDefinedItem>,
    sort_order: i64,
}

/// Why a value doesn't fit a user-defined field, in the words that Autotask's clients know of other fields.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UserDefinedError {
    /// A required field is absent or null.
    #[error("Value does not exist for the required field {field}")]
    Required {
        /// The field.
        field: String,
    },
    /// A text is too long. It is never cut.
    #[error("The value of {field} has {length} characters; it may have {limit} at most.")]
    Length {
        /// The field.
        field: String,
        /// The text's characters.
        length: usize,
        /// The field's limit.
        limit: u32,
    },
    /// A value is of another type.
    #[error("The value {value} of {field} is not of type {expected}.")]
    Type {
        /// The field.
        field: String,
        /// What it holds.
        expected: &'static str,
        /// What was given, cut to a readable length.
        value: String,
    },
    /// A number has more decimals than the field.
    #[error("The value {value} of {field} has more than {decimals} decimals.")]
    Decimals {
        /// The field.
        field: String,
        /// What was given.
        value: Decimal,
        /// How many it may have.
        decimals: u32,
    },
    /// A value is not in the field's list, or no longer active.
    #[error("Picklist value [{value}] does not exist for {field}.")]
    Item {
        /// The field.
        field: String,
        /// What was given.
        value: String,
    },
    /// The entity has no such user-defined field.
    #[error("Unable to find {name} in the {entity} Entity.")]
    Unknown {
        /// What was asked for.
        name: String,
        /// The entity, in the singular.
        entity: &'static str,
    },
    /// The values are in another form.
    #[error("userDefinedFields must be a list of objects with name and value.")]
    Form,
}

impl UserDefinedField {
    /// Reads a definition; none of a kind that this version doesn't know.
    fn of(definition: &Row, items: Vec<UserDefinedItem>) -> Option<Self> {
        let text = |name: &str| definition.text(name).map(str::to_owned);
        Some(Self {
            id: definition.id(),
            name: text("name")?,
            description: text("description").unwrap_or_default(),
            kind: UserDefinedKind::of(definition.integer("dataType")?)?,
            is_required: definition.boolean("isRequired") == Some(true),
            default: text("defaultValue").filter(|value| !value.is_empty()),
            decimals: definition
                .integer("numberOfDecimalPlaces")
                .and_then(|places| u32::try_from(places).ok()),
            items,
            sort_order: definition.integer("sortOrder").unwrap_or(i64::MAX),
        })
    }

    /// Reads a value from its text into the text that is kept.
    ///
    /// # Errors
    /// When it doesn't fit the field.
    pub fn keep(&self, text: &str) -> Result<String, UserDefinedError> {
        match self.kind {
            UserDefinedKind::Line | UserDefinedKind::Lines => self.keep_text(text),
            UserDefinedKind::Number => self.keep_number(text),
            UserDefinedKind::Date => match Timestamp::parse(text.trim()) {
                Ok(moment) => Ok(moment.date().midnight().to_string()),
                Err(_) => Err(self.wrong_type(text)),
            },
            UserDefinedKind::List => match self.item(text) {
                Some(item) if item.is_active => Ok(item.id.to_string()),
                _ => Err(UserDefinedError::Item {
                    field: self.name.clone(),
                    value: readable(text),
                }),
            },
        }
    }

    fn keep_text(&self, text: &str) -> Result<String, UserDefinedError> {
        let (length, limit) = (text.chars().count(), self.kind.compared().length());
        if u32::try_from(length).is_ok_and(|length| length <= limit) {
            return Ok(text.to_owned());
        }
        Err(UserDefinedError::Length {
            field: self.name.clone(),
            length,
            limit,
        })
    }

    fn keep_number(&self, text: &str) -> Result<String, UserDefinedError> {
        let number = Decimal::from_str(text.trim()).map_err(|_| self.wrong_type(text))?;
        let value = number.normalize();
        let decimals = self.decimals.unwrap_or(super::value::DECIMAL_PLACES);
        if value.scale() > decimals {
            return Err(UserDefinedError::Decimals {
                field: self.name.clone(),
                value,
                decimals,
            });
        }
        match super::stored::scaled(value) {
            Some(_) => Ok(value.to_string()),
            None => Err(self.wrong_type(text)),
        }
    }

    fn wrong_type(&self, text: &str) -> UserDefinedError {
        UserDefinedError::Type {
            field: self.name.clone(),
            expected: self.kind.type_name(),
            value: readable(text),
        }
    }

    /// The entry of the list that a text means: by what goes over the wire, else by what people read.
    #[must_use]
    pub fn item(&self, text: &str) -> Option<&UserDefinedItem> {
        let by_value = self.items.iter().find(|item| item.value == text);
        by_value.or_else(|| self.items.iter().find(|item| item.label.eq_ignore_ascii_case(text)))
    }

    /// Reads a value to compare with, from its text.
    ///
    /// # Errors
    /// When it is of another type, or no entry of the list.
    pub fn read(&self, text: &str) -> Result<Value, UserDefinedError> {
        let value = match self.kind {
            UserDefinedKind::List => {
                let item = self.item(text).ok_or_else(|| UserDefinedError::Item {
                    field: self.name.clone(),
                    value: readable(text),
                })?;
                Value::Integer(item.id)
            }
            kind => kind.value(text.trim()),
        };
        match (value, self.kind) {
            (Value::Null, _) => Err(self.wrong_type(text)),
            (Value::Text(_), _) => Ok(Value::Text(text.to_owned())),
            (value, _) => Ok(value),
        }
    }

    /// A row's value as what it is compared as; null for none.
    #[must_use]
    pub fn value(&self, row: &Row) -> Value {
        let field = row.entity().field(USER_DEFINED_FIELDS).map(|field| row.value(field));
        match field {
            Some(Value::UserDefined(values)) => {
                let kept = values.0.get(&self.id);
                kept.map_or(Value::Null, |kept| self.kind.value(kept))
            }
            _ => Value::Null,
        }
    }

    /// A kept text as it goes over the wire.
    #[must_use]
    pub fn wire<'a>(&'a self, kept: &'a str) -> &'a str {
        self.kept_item(kept).map_or(kept, |item| &item.value)
    }

    /// A kept text as people read it: a day without its midnight, an entry by its label.
    #[must_use]
    pub fn label<'a>(&'a self, kept: &'a str) -> &'a str {
        match (self.kind, self.kept_item(kept)) {
            (_, Some(item)) => &item.label,
            (UserDefinedKind::Date, _) => kept.split('T').next().unwrap_or(kept),
            _ => kept,
        }
    }

    fn kept_item(&self, kept: &str) -> Option<&UserDefinedItem> {
        let is_list = self.kind == UserDefinedKind::List;
        let mut items = self.items.iter().filter(|_| is_list);
        items.find(|item| kept.parse() == Ok(item.id))
    }
}

/// A text in a message.
fn readable(text: &str) -> String {
    text.chars().take(60).collect()
}

/// The user-defined fields of an entity that are in use, in the order in which people see them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UserDefinedFields(Vec<Arc<UserDefinedField>>);

impl UserDefinedFields {
    /// The active ones among these definitions, with the entries of their lists among these.
    #[must_use]
    pub fn of(entity: &Entity, definitions: &[Row], items: &[Row]) -> Self {
        let mut lists: HashMap<i64, Vec<UserDefinedItem>> = HashMap::new();
        for row in items {
            let item = UserDefinedItem {
                id: row.id(),
                label: row.text("valueForDisplay").unwrap_or_default().to_owned(),
                value: row.text("valueForExport").unwrap_or_default().to_owned(),
                is_active: row.boolean("isActive") != Some(false),
            };
            lists
                .entry(row.integer("udfFieldId").unwrap_or_default())
                .or_default()
                .push(item);
        }
        let is_meant = |row: &&Row| {
            let of_entity = USER_DEFINED_TYPES
                .iter()
                .any(|(number, typed)| *typed == entity && row.integer("udfType") == Some(*number));
            of_entity && row.boolean("isActive") != Some(false)
        };
        let fields = definitions.iter().filter(is_meant);
        let mut fields: Vec<_> = fields
            .filter_map(|row| UserDefinedField::of(row, lists.remove(&row.id()).unwrap_or_default()))
            .map(Arc::new)
            .collect();
        fields.sort_by(|left, right| (left.sort_order, &left.name).cmp(&(right.sort_order, &right.name)));
        Self(fields)
    }

    /// Those of them for which something holds.
    #[must_use]
    pub fn only(mut self, holds: impl Fn(&UserDefinedField) -> bool) -> Self {
        self.0.retain(|field| holds(field));
        self
    }

    /// The fields in their order.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<UserDefinedField>> {
        self.0.iter()
    }

    /// The field of that name, whatever its case.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Arc<UserDefinedField>> {
        let folded = name.trim().to_lowercase();
        self.0.iter().find(|field| field.name.to_lowercase() == folded)
    }

    /// The field of that name.
    ///
    /// # Errors
    /// When the entity has none.
    pub fn get(&self, entity: &Entity, name: &str) -> Result<&Arc<UserDefinedField>, UserDefinedError> {
        self.find(name).ok_or_else(|| UserDefinedError::Unknown {
            name: name.to_owned(),
            entity: entity.name,
        })
    }
}

/// The definitions and the entries of lists, which fields are made of.
pub static USER_DEFINED_ENTITIES: [&Entity; 2] = [&USER_DEFINED_FIELD_DEFINITION, &USER_DEFINED_FIELD_LIST_ITEM];

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Fields of each kind, with the ids 11 to 15; the list has the entries 21 (Gold, `G`) and 22 (Tin, `T`, no longer active).
    pub(crate) fn fields(entity: &Entity) -> UserDefinedFields {
        let (number, _) = USER_DEFINED_TYPES.iter().find(|(_, typed)| *typed == entity).unwrap();
        let definition = |(id, name, kind): (i64, &str, UserDefinedKind)| {
            let mut row = Row::new(&USER_DEFINED_FIELD_DEFINITION);
            row.set("id", id);
            row.set("name", name);
            row.set("udfType", *number);
            row.set("dataType", kind.data_type());
            row
        };
        let definitions = [
            (11, "Asset Tag", UserDefinedKind::Line),
            (12, "Directions", UserDefinedKind::Lines),
            (13, "Score", UserDefinedKind::Number),
            (14, "Renewal", UserDefinedKind::Date),
            (15, "Tier", UserDefinedKind::List),
        ];
        let item = |(id, label, value, is_active): (i64, &str, &str, bool)| {
            let mut row = Row::new(&USER_DEFINED_FIELD_LIST_ITEM);
            row.set("id", id);
            row.set("udfFieldId", 15_i64);
            row.set("valueForDisplay", label);
            row.set("valueForExport", value);
            row.set("isActive", is_active);
            row
        };
        let items = [(21, "Gold", "G", true), (22, "Tin", "T", false)];
        UserDefinedFields::of(entity, &definitions.map(definition), &items.map(item))
    }

    #[test]
    fn values_are_kept_by_kind_and_what_does_not_fit_is_named() {
        let fields = fields(&TICKET);
        let keep = |name: &str, text: &str| fields.find(name).unwrap().keep(text).map_err(|error| error.to_string());
        for (name, text, kept) in [
            ("asset tag", "A-17 ", "A-17 "),
            ("SCORE", " 1.50", "1.5"),
            ("Renewal", "2026-11-20T23:30:00", "2026-11-20T00:00:00Z"),
            ("Renewal", "2026-11-20", "2026-11-20T00:00:00Z"),
            ("Tier", "G", "21"),
            ("Tier", "gold", "21"),
        ] {
            assert_eq!(keep(name, text), Ok(kept.to_owned()), "{name}");
        }
        for (name, text, said) in [
            ("Asset Tag", "x".repeat(256).as_str(), "256 characters; it may have 255"),
            ("Score", "many", "The value many of Score is not of type decimal."),
            ("Score", "1.23456", "has more than 4 decimals"),
            ("Score", "1e30", "not of type decimal"),
            ("Renewal", "soon", "The value soon of Renewal is not of type datetime."),
            ("Tier", "Tin", "Picklist value [Tin] does not exist for Tier."),
            ("Tier", "Silver", "Picklist value [Silver] does not exist for Tier."),
        ] {
            let refused = keep(name, text).unwrap_err();
            assert!(refused.contains(said), "{refused}");
        }
    }

    #[test]
    fn a_kept_value_reads_as_it_was_meant() {
        let fields = fields(&TICKET);
        let tier = fields.find("Tier").unwrap();
        assert_eq!((tier.wire("22"), tier.label("22"), tier.wire("99")), ("T", "Tin", "99"));
        assert_eq!(
            fields.find("Renewal").unwrap().label("2026-11-20T00:00:00Z"),
            "2026-11-20"
        );
        let mut row = Row::new(&TICKET);
        let values = BTreeMap::from([(13, "1.5".to_owned()), (15, "21".to_owned())]);
        row.set(USER_DEFINED_FIELDS, UserDefinedValues(values));
        assert_eq!(tier.value(&row), Value::Integer(21));
        assert_eq!(
            fields.find("Score").unwrap().value(&row),
            Value::decimal(Decimal::new(15, 1))
        );
        assert_eq!(fields.find("Asset Tag").unwrap().value(&row), Value::Null);
    }
}
