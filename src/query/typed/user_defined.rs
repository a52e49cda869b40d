//! `udf:"Asset Tag"=A-17`: user-defined fields by the names that administrators gave them, which other words could be.

use super::error::{Expected, Reason, TypedError};
use super::moment;
use super::names::{Names, nearest};
use super::print::{marker, plain, quoted, sign};
use super::scan::{Scanner, Typed};
use crate::base::fold;
use crate::entities::{Kind, UserDefinedField, UserDefinedKind, Value};
use crate::query::condition::{Comparison, Part, Test};
use crate::query::tree::Node;
use crate::query::{FilterError, UserDefinedCondition};
use std::sync::Arc;

/// Reads what stands behind `udf:`. A name alone asks for any value.
pub(super) fn read(scanner: &mut Scanner<'_>, in_parentheses: bool, names: &dyn Names) -> Result<Node, TypedError> {
    let (name, comparison) = scanner.named()?;
    let field = field(&name, names)?;
    let Some(comparison) = comparison else {
        return condition(&field, Test::Exist, &name);
    };
    let is_text = matches!(field.kind.compared(), Kind::Text { .. });
    let values = scanner.values(is_text && comparison.is_none(), in_parentheses)?;
    match (comparison, values.as_slice()) {
        (Some(comparison), [typed]) => {
            condition(&field, Test::Compare(comparison, value(&field, typed, names)?), typed)
        }
        (Some(_), [_, second, ..]) => Err(wrong(&field, second, Expected::OneValue)),
        (_, values) => any(&field, values, names),
    }
}

fn field(name: &Typed, names: &dyn Names) -> Result<Arc<UserDefinedField>, TypedError> {
    let fields = names.user_defined();
    fields.find(&name.text).cloned().ok_or_else(|| TypedError {
        span: name.span.clone(),
        reason: Reason::UnknownField {
            name: name.text.clone(),
            nearest: nearest(&name.text, fields.iter().map(|field| field.name.as_str())),
        },
    })
}

/// Rows that have one of these values.
fn any(field: &Arc<UserDefinedField>, values: &[Typed], names: &dyn Names) -> Result<Node, TypedError> {
    let is_text = matches!(field.kind.compared(), Kind::Text { .. });
    let (mut equal, mut nodes) = (Vec::new(), Vec::new());
    for typed in values {
        let word = if typed.quoted { "" } else { typed.text.as_str() };
        let part = match typed.marker {
            Some('^') => Part::Begins,
            Some('$') => Part::Ends,
            _ => Part::Contains,
        };
        match (word.to_ascii_lowercase().as_str(), typed.marker) {
            ("none", None) => nodes.push(condition(field, Test::NotExist, typed)?),
            ("any", None) => nodes.push(condition(field, Test::Exist, typed)?),
            (_, marker) if is_text && marker != Some('=') => {
                nodes.push(condition(field, Test::Text(part, typed.text.clone()), typed)?);
            }
            _ => equal.push(value(field, typed, names)?),
        }
    }
    if let (false, [typed, ..]) = (equal.is_empty(), values) {
        nodes.insert(0, condition(field, Test::In(equal), typed)?);
    }
    Ok(Node::any(nodes))
}

/// A value as it was typed: of a list by its name, of a day by its date or a word like `today`.
fn value(field: &UserDefinedField, typed: &Typed, names: &dyn Names) -> Result<Value, TypedError> {
    if field.kind == UserDefinedKind::Date {
        let of_moment = || moment::exact(typed, names).map(|moment| moment.date());
        let day = moment::day(typed, names).or_else(of_moment);
        let day = day.ok_or_else(|| wrong(field, typed, Expected::Day))?;
        return Ok(day.midnight().into());
    }
    field.read(&typed.text).map_err(|error| TypedError {
        span: typed.span.clone(),
        reason: FilterError::from(error).into(),
    })
}

fn condition(field: &Arc<UserDefinedField>, test: Test, typed: &Typed) -> Result<Node, TypedError> {
    let condition = UserDefinedCondition::new(Arc::clone(field), test);
    condition.map(Node::UserDefined).map_err(|error| TypedError {
        span: typed.span.clone(),
        reason: error.into(),
    })
}

fn wrong(field: &UserDefinedField, typed: &Typed, expected: Expected) -> TypedError {
    TypedError {
        span: typed.span.clone(),
        reason: Reason::Value {
            field: field.name.clone(),
            expected,
        },
    }
}

/// Writes what [`read`] reads.
pub(super) fn print(condition: &UserDefinedCondition) -> String {
    let UserDefinedCondition { field, test } = condition;
    let name = quoted(&field.name);
    let value = |value: &Value| equal(field, value);
    let list = |values: &[Value]| values.iter().map(value).collect::<Vec<_>>().join(",");
    match test {
        Test::Compare(Comparison::Equal, wanted) => format!("udf:{name}={}", value(wanted)),
        Test::Compare(Comparison::NotEqual, wanted) => format!("-udf:{name}={}", value(wanted)),
        Test::Compare(comparison, Value::Text(text)) => format!("udf:{name}{}{}", sign(*comparison), quoted(text)),
        Test::Compare(comparison, bound) => format!("udf:{name}{}{}", sign(*comparison), typed(field, bound)),
        Test::Text(part, wanted) => format!("udf:{name}={}{}", marker(*part), quoted(wanted)),
        Test::Exist => format!("udf:{name}=any"),
        Test::NotExist => format!("udf:{name}=none"),
        Test::In(values) => format!("udf:{name}={}", list(values)),
        Test::NotIn(values) => format!("-udf:{name}={}", list(values)),
    }
}

fn equal(field: &UserDefinedField, value: &Value) -> String {
    match value {
        Value::Text(text) => format!("={}", quoted(text)),
        other => typed(field, other),
    }
}

fn typed(field: &UserDefinedField, value: &Value) -> String {
    match (value, field.kind) {
        (Value::Integer(item), UserDefinedKind::List) => quoted(field.wire(&item.to_string())),
        (Value::Decimal(number), _) => quoted(&number.to_string()),
        (value, _) => plain(value),
    }
}

/// What may stand behind `udf:`: names of fields, and behind `=` entries of a list.
pub(super) fn suggestions(written: &str, names: &dyn Names) -> Vec<String> {
    let folded = |text: &str| fold::fold(text.trim_matches('"'));
    if let Some((name, value)) = written.rsplit_once('=') {
        let field = names.user_defined().find(name.trim_matches('"'));
        let items = field
            .into_iter()
            .flat_map(|field| field.items.iter())
            .filter(|item| item.is_active);
        let fitting = items.filter(|item| fold::fold(&item.label).starts_with(&folded(value)));
        return fitting.map(|item| format!("{name}={}", quoted(&item.label))).collect();
    }
    let fields = names.user_defined().iter();
    let fitting = fields.filter(|field| fold::fold(&field.name).starts_with(&folded(written)));
    fitting.map(|field| format!("{}=", quoted(&field.name))).collect()
}
