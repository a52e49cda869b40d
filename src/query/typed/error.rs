//! What is wrong with a typed filter, where, and what would be right: said in the language of whoever typed it.

use crate::entities::{FieldError, Kind, UserDefinedError};
use crate::query::FilterError;
use crate::sentences::{Sentences, Value};
use std::ops::Range;

/// What is wrong with a typed filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedError {
    /// The bytes that are meant.
    pub span: Range<usize>,
    /// What is wrong.
    pub reason: Reason,
}

impl TypedError {
    /// The sentence that says so, and what would be right.
    #[must_use]
    pub fn said(&self, sentences: &Sentences) -> String {
        self.reason.said(sentences)
    }
}

/// What is wrong, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// No field has this name.
    UnknownField {
        /// What was typed.
        name: String,
        /// What may have been meant.
        nearest: Option<String>,
    },
    /// Nothing has this name.
    UnknownValue {
        /// The field as it was typed.
        field: String,
        /// What was typed.
        value: String,
        /// What may have been meant.
        nearest: Option<String>,
        /// What there is, where that is little.
        among: Vec<String>,
    },
    /// The value is another than what the field takes.
    Value {
        /// The field as it was typed.
        field: String,
        /// What would be right.
        expected: Expected,
    },
    /// Nothing stands where something must.
    Missing(Missing),
    /// A quotation mark has no partner.
    OpenQuote,
    /// A parenthesis has no partner.
    Parenthesis,
    /// The filter is none, or too large.
    Filter(FilterError),
}

/// What would be right where a value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A day, a moment, or a time span behind `<` or `>`.
    Moment,
    /// A day.
    Day,
    /// One of the words behind `is:`.
    Flag,
    /// One value only, for there is no more or less than several.
    OneValue,
    /// Names, which are no more or less than others.
    Names,
}

/// What is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// What stands on one side of `OR`.
    Alternative,
    /// What stands in parentheses.
    Group,
    /// What stands behind the field.
    Value,
    /// What stands behind `udf:`.
    UserDefinedField,
}

impl From<FilterError> for Reason {
    fn from(error: FilterError) -> Self {
        Self::Filter(error)
    }
}

impl Reason {
    fn said(&self, sentences: &Sentences) -> String {
        let say = |key: &str, arguments: &[(&str, Value<'_>)]| sentences.say(key, arguments).into_owned();
        match self {
            Self::UnknownField { name, nearest } => match nearest {
                Some(nearest) => say(
                    "typed-unknown-field-nearest",
                    &[("name", name.as_str().into()), ("nearest", nearest.as_str().into())],
                ),
                None => say("typed-unknown-field", &[("name", name.as_str().into())]),
            },
            Self::UnknownValue {
                field,
                value,
                nearest,
                among,
            } => {
                let mut arguments = vec![("field", field.as_str().into()), ("value", value.as_str().into())];
                let key = match nearest {
                    Some(nearest) => {
                        arguments.push(("nearest", nearest.as_str().into()));
                        "typed-unknown-value-nearest"
                    }
                    None if among.is_empty() => "typed-unknown-value",
                    None => {
                        arguments.push(("among", among.join(", ").into()));
                        "typed-unknown-value-among"
                    }
                };
                say(key, &arguments)
            }
            Self::Value { field, expected } => say(expected.key(), &[("field", field.as_str().into())]),
            Self::Missing(missing) => say(missing.key(), &[]),
            Self::OpenQuote => say("typed-open-quote", &[]),
            Self::Parenthesis => say("typed-parenthesis", &[]),
            Self::Filter(error) => of_filter(error, sentences),
        }
    }
}

impl Expected {
    fn key(self) -> &'static str {
        match self {
            Self::Moment => "typed-takes-moment",
            Self::Day => "typed-takes-day",
            Self::Flag => "typed-takes-flag",
            Self::OneValue => "typed-takes-one-value",
            Self::Names => "typed-takes-names",
        }
    }
}

impl Missing {
    fn key(self) -> &'static str {
        match self {
            Self::Alternative => "typed-missing-alternative",
            Self::Group => "typed-missing-group",
            Self::Value => "typed-missing-value",
            Self::UserDefinedField => "typed-missing-user-defined-field",
        }
    }
}

/// What Autotask's clients are answered in English; here a person asks.
fn of_filter(error: &FilterError, sentences: &Sentences) -> String {
    let say = |key: &str, arguments: &[(&str, &str)]| {
        let arguments: Vec<(&str, Value<'_>)> =
            arguments.iter().map(|(name, value)| (*name, (*value).into())).collect();
        sentences.say(key, &arguments).into_owned()
    };
    let about = |key: &str, field: &str| say(key, &[("field", field)]);
    let given = |key: &str, field: &str, value: &str| say(key, &[("field", field), ("value", value)]);
    match error {
        FilterError::NotNegatable => say("typed-not-negatable", &[]),
        FilterError::TooDeep => say("typed-too-deep", &[]),
        FilterError::TooManyWords => say("typed-too-many-words", &[]),
        FilterError::TooManyAlternatives => say("typed-too-many-alternatives", &[]),
        FilterError::TooManyConditions => say("typed-too-many-conditions", &[]),
        FilterError::TooManyValues { field } => about("typed-too-many-values", field),
        FilterError::Mismatch { field, .. } => about("typed-not-compared", field),
        FilterError::UserDefinedOperator { field, .. } => about("typed-not-compared", field),
        FilterError::Field(FieldError::Type { field, expected, .. }) => about(takes(*expected), field),
        FilterError::Field(FieldError::Range { field, value }) => given("typed-out-of-range", field, value),
        FilterError::UserDefined(UserDefinedError::Type { field, .. }) => about("typed-takes-number", field),
        FilterError::UserDefined(UserDefinedError::Item { field, value }) => given("typed-unknown-value", field, value),
        // No typed filter is refused for these.
        other => say("typed-refused", &[("reason", &other.to_string())]),
    }
}

fn takes(kind: Kind) -> &'static str {
    match kind {
        Kind::Integer | Kind::Long => "typed-takes-whole-number",
        Kind::Decimal => "typed-takes-number",
        Kind::Boolean => "typed-takes-boolean",
        Kind::DateTime => Expected::Moment.key(),
        Kind::Text { .. } | Kind::UserDefined => "typed-takes-text",
    }
}
