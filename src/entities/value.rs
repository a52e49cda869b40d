//! One value of a field, and how it is read from JSON: as leniently as Autotask reads it.

use super::{Field, FieldError, Kind, UserDefinedValues};
use crate::base::Timestamp;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Serialize, Serializer};
use serde_json::Value as Json;
use std::str::FromStr;

/// One value of a field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    #[default]
    Null,
    /// True or false.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A number with at most four decimals.
    Decimal(Decimal),
    /// A text.
    Text(String),
    /// A moment.
    Time(Timestamp),
    /// The values of user-defined fields, never none.
    UserDefined(UserDefinedValues),
}

/// Decimals have this many places at most; they lie in the database as whole numbers of the last one.
pub(super) const DECIMAL_PLACES: u32 = 4;

impl Value {
    /// A number with decimals, rounded to the four places that are kept (halves away from zero).
    #[must_use]
    pub fn decimal(number: Decimal) -> Self {
        Self::Decimal(number.round_dp_with_strategy(DECIMAL_PLACES, RoundingStrategy::MidpointAwayFromZero))
    }

    /// Whether this is nothing.
    #[must_use]
    pub fn is_null(&self) -> bool {
        *self == Self::Null
    }

    /// Reads a value for a field. Numbers, truth values and moments may come as text (`"7"`, `"True"`), whole numbers
    /// with a zero fraction, and text as a number.
    ///
    /// # Errors
    /// When it is of another type, or beyond what can be kept.
    pub fn from_json(field: &Field, json: Json) -> Result<Self, FieldError> {
        match json {
            Json::Null => Ok(Self::Null),
            Json::Bool(truth) if field.kind == Kind::Boolean => Ok(Self::Boolean(truth)),
            Json::Number(number) if field.kind != Kind::Boolean => Self::parse(field, number.to_string()),
            Json::String(text) => Self::parse(field, text),
            Json::Object(_) if field.kind == Kind::UserDefined => {
                let text = json.to_string();
                let values: UserDefinedValues = serde_json::from_value(json).map_err(|_| wrong_type(field, &text))?;
                Ok(values.into())
            }
            other => Err(wrong_type(field, &other.to_string())),
        }
    }

    /// Reads a value for a field from its text.
    ///
    /// # Errors
    /// As [`Value::from_json`].
    pub fn parse(field: &Field, text: String) -> Result<Self, FieldError> {
        let trimmed = text.trim();
        match field.kind {
            Kind::Text { .. } => Ok(Self::Text(text)),
            Kind::Boolean if trimmed.eq_ignore_ascii_case("true") => Ok(Self::Boolean(true)),
            Kind::Boolean if trimmed.eq_ignore_ascii_case("false") => Ok(Self::Boolean(false)),
            Kind::Boolean | Kind::UserDefined => Err(wrong_type(field, &text)),
            Kind::DateTime => Timestamp::parse(trimmed)
                .map(Self::Time)
                .map_err(|_| wrong_type(field, &text)),
            Kind::Integer | Kind::Long => match trimmed.parse() {
                Ok(number) => Ok(Self::Integer(number)),
                Err(_) => whole(field, &text),
            },
            Kind::Decimal => read_decimal(trimmed)
                .map(Self::decimal)
                .ok_or_else(|| wrong_type(field, &text))
                .and_then(|number| kept(field, number)),
        }
    }

    /// Whether a field of this kind can hold the value.
    #[must_use]
    pub fn fits(&self, kind: Kind) -> bool {
        matches!(
            (self, kind),
            (Self::Null, _)
                | (Self::Boolean(_), Kind::Boolean)
                | (Self::Integer(_), Kind::Integer | Kind::Long)
                | (Self::Decimal(_), Kind::Decimal)
                | (Self::Text(_), Kind::Text { .. })
                | (Self::Time(_), Kind::DateTime)
                | (Self::UserDefined(_), Kind::UserDefined)
        )
    }
}

fn wrong_type(field: &Field, value: &str) -> FieldError {
    FieldError::Type {
        field: field.name,
        expected: field.kind,
        value: cut(value),
    }
}

/// A readable length of what was given.
fn cut(value: &str) -> String {
    value.chars().take(60).collect()
}

fn is_digits(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn read_decimal(text: &str) -> Option<Decimal> {
    Decimal::from_str(text).or_else(|_| Decimal::from_scientific(text)).ok()
}

/// A whole number that is written with a fraction or an exponent.
fn whole(field: &Field, text: &str) -> Result<Value, FieldError> {
    let text = text.trim();
    let out_of_range = || FieldError::Range {
        field: field.name,
        value: cut(text),
    };
    if is_digits(text) {
        return Err(out_of_range());
    }
    let number = read_decimal(text)
        .filter(Decimal::is_integer)
        .ok_or_else(|| wrong_type(field, text))?;
    i64::try_from(number).map(Value::Integer).map_err(|_| out_of_range())
}

/// Refuses a decimal that the database can't keep.
fn kept(field: &Field, value: Value) -> Result<Value, FieldError> {
    match &value {
        Value::Decimal(number) if super::stored::scaled(*number).is_none() => Err(FieldError::Range {
            field: field.name,
            value: number.to_string(),
        }),
        _ => Ok(value),
    }
}

/// As Tandem's own routes give it: a decimal is a text, so that no reader makes a binary fraction of it.
impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Boolean(truth) => serializer.serialize_bool(*truth),
            Self::Integer(number) => serializer.serialize_i64(*number),
            Self::Decimal(number) => serializer.collect_str(number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Time(moment) => moment.serialize(serializer),
            Self::UserDefined(values) => values.serialize(serializer),
        }
    }
}

macro_rules! from {
    ($($source:ty => $variant:ident),* $(,)?) => {$(
        impl From<$source> for Value {
            fn from(value: $source) -> Self {
                Self::$variant(value.into())
            }
        }
    )*};
}
from! { bool => Boolean, i64 => Integer, i32 => Integer, u32 => Integer, String => Text, &str => Text, Timestamp => Time }

impl From<Decimal> for Value {
    fn from(number: Decimal) -> Self {
        Self::decimal(number)
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::{COMPANY, TICKET, TIME_ENTRY};
    use serde_json::json;

    fn read(field: Option<&Field>, json: Json) -> Result<Value, FieldError> {
        Value::from_json(field.unwrap(), json)
    }

    #[test]
    fn numbers_truth_values_and_moments_may_come_as_text() {
        assert_eq!(read(TICKET.field("id"), json!("0")), Ok(Value::Integer(0)));
        assert_eq!(
            read(TICKET.field("id"), json!(9_007_199_254_740_993_i64)),
            Ok(Value::Integer(9_007_199_254_740_993))
        );
        assert_eq!(read(TICKET.field("queueID"), json!(5.0)), Ok(Value::Integer(5)));
        assert_eq!(read(COMPANY.field("isActive"), json!("True")), Ok(Value::Boolean(true)));
        assert_eq!(
            read(TIME_ENTRY.field("hoursWorked"), json!("1.25")),
            Ok(Value::Decimal(Decimal::new(125, 2)))
        );
        assert_eq!(
            read(TIME_ENTRY.field("hoursWorked"), json!(0.33335)),
            Ok(Value::Decimal(Decimal::new(3334, 4)))
        );
        assert_eq!(
            read(COMPANY.field("phone"), json!(555_123)),
            Ok(Value::Text("555123".into()))
        );
        let moment = Timestamp::parse("2030-01-02T10:00:00Z").unwrap();
        assert_eq!(
            read(TICKET.field("dueDateTime"), json!("2030-01-02T10:00:00")),
            Ok(Value::Time(moment))
        );
    }

    #[test]
    fn what_is_of_another_type_is_refused_with_the_fields_name() {
        for (field, json) in [
            (TICKET.field("queueID"), json!("Level 1")),
            (TICKET.field("queueID"), json!(5.5)),
            (TICKET.field("queueID"), json!([5])),
            (TICKET.field("queueID"), json!(true)),
            (TICKET.field("dueDateTime"), json!("soon")),
            (TICKET.field("title"), json!({"a": 1})),
            (COMPANY.field("isActive"), json!(1)),
            (COMPANY.field("assetValue"), json!(1e300)),
        ] {
            let error = read(field, json.clone()).unwrap_err();
            assert_eq!(error.field(), field.unwrap().name, "{json}");
            assert!(matches!(error, FieldError::Type { .. }), "{error:?}");
        }
        assert!(matches!(
            read(TICKET.field("id"), json!(1e19)),
            Err(FieldError::Range { .. })
        ));
        assert!(matches!(
            read(COMPANY.field("assetValue"), json!(1e20)),
            Err(FieldError::Range { .. })
        ));
    }
}
