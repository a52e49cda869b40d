//! One user-defined field: what it takes, how it keeps it, and what is read of it.

use super::{UserDefinedError, UserDefinedKind, UserDefinedValues};
use crate::base::Timestamp;
use crate::entities::{Row, Value, stored, value};
use rust_decimal::Decimal;
use std::str::FromStr;

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
    pub(super) sort_order: i64,
}

impl UserDefinedField {
    /// Reads a definition; none of a kind that this version doesn't know.
    pub(super) fn of(definition: &Row, items: Vec<UserDefinedItem>) -> Option<Self> {
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
        let decimals = self.decimals.unwrap_or(value::DECIMAL_PLACES);
        if value.scale() > decimals {
            return Err(UserDefinedError::Decimals {
                field: self.name.clone(),
                value,
                decimals,
            });
        }
        match stored::scaled(value) {
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
        let kept = UserDefinedValues::in_row(row).and_then(|values| values.0.get(&self.id));
        kept.map_or(Value::Null, |kept| self.kind.value(kept))
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
