//! User-defined fields: what an administrator adds to an entity while the desk runs. Their definitions are rows; a row of
//! the entity keeps its values in one column, by the definitions' ids, so that a field can be renamed.

mod error;
mod field;

pub use error::UserDefinedError;
pub use field::{UserDefinedField, UserDefinedItem};

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
        Self::in_row(row).cloned().unwrap_or_default()
    }

    /// The same where they are; none where it has none.
    fn in_row(row: &Row) -> Option<&Self> {
        match row.value(row.entity().field(USER_DEFINED_FIELDS)?) {
            Value::UserDefined(values) => Some(values),
            _ => None,
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
pub(crate) mod tests;
