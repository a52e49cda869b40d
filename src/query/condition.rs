//! A condition on one field: what holds for its value, and its one form.

use super::FilterError;
use super::tree::Node;
use crate::entities::{Field, FieldError, Kind, Value};

/// A condition on one field.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// The field.
    pub field: &'static Field,
    /// What holds for its value.
    pub test: Test,
}

/// What holds for a field's value. No value in it is null.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// The value compares so to this one.
    Compare(Comparison, Value),
    /// The text has this part, there.
    Text(Part, String),
    /// There is a value.
    Exist,
    /// There is none.
    NotExist,
    /// The value is one of these.
    In(Vec<Value>),
    /// The value is none of these.
    NotIn(Vec<Value>),
}

/// How two values compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// They are the same.
    Equal,
    /// They differ, or there is no value.
    NotEqual,
    /// The row's is smaller, earlier, before.
    Less,
    /// Not greater.
    LessOrEqual,
    /// The row's is greater, later, behind.
    Greater,
    /// Not less.
    GreaterOrEqual,
}

/// Where a text has a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// At the beginning.
    Begins,
    /// At the end.
    Ends,
    /// Anywhere.
    Contains,
}

impl Comparison {
    /// What holds exactly where this one doesn't, among rows that have a value.
    fn opposite(self) -> Self {
        match self {
            Self::Equal => Self::NotEqual,
            Self::NotEqual => Self::Equal,
            Self::Less => Self::GreaterOrEqual,
            Self::LessOrEqual => Self::Greater,
            Self::Greater => Self::LessOrEqual,
            Self::GreaterOrEqual => Self::Less,
        }
    }
}

impl Test {
    /// Autotask's name of the operator.
    #[must_use]
    pub fn op(&self) -> &'static str {
        match self {
            Self::Compare(Comparison::Equal, _) => "eq",
            Self::Compare(Comparison::NotEqual, _) => "noteq",
            Self::Compare(Comparison::Less, _) => "lt",
            Self::Compare(Comparison::LessOrEqual, _) => "lte",
            Self::Compare(Comparison::Greater, _) => "gt",
            Self::Compare(Comparison::GreaterOrEqual, _) => "gte",
            Self::Text(Part::Begins, _) => "beginsWith",
            Self::Text(Part::Ends, _) => "endsWith",
            Self::Text(Part::Contains, _) => "contains",
            Self::Exist => "exist",
            Self::NotExist => "notExist",
            Self::In(_) => "in",
            Self::NotIn(_) => "notIn",
        }
    }
}

impl Condition {
    /// A condition whose operator goes with the field and whose values fit it.
    pub(super) fn new(field: &'static Field, test: Test) -> Result<Self, FilterError> {
        let op = test.op();
        let mismatch = || FilterError::Mismatch {
            op,
            field: field.name,
            kind: field.kind,
        };
        let test = normal(test);
        match &test {
            Test::Text(..) if !matches!(field.kind, Kind::Text { .. }) => return Err(mismatch()),
            Test::Compare(comparison, value) => {
                fits(op, field, value)?;
                let is_ordered = !matches!(comparison, Comparison::Equal | Comparison::NotEqual);
                if is_ordered && field.kind == Kind::Boolean {
                    return Err(mismatch());
                }
            }
            Test::In(values) | Test::NotIn(values) => values.iter().try_for_each(|value| fits(op, field, value))?,
            Test::Text(..) | Test::Exist | Test::NotExist => {}
        }
        Ok(Self { field, test })
    }

    /// What selects exactly the rows that this condition doesn't.
    pub(super) fn negated(self) -> Result<Node, FilterError> {
        let Self { field, test } = self;
        let node = |test| Node::Condition(Self { field, test });
        Ok(Node::any(opposite(test)?.into_iter().map(node).collect()))
    }
}

/// The one form of a test: with null it is `exist` or `notExist`, with a list of one value it is that value.
pub(super) fn normal(test: Test) -> Test {
    match test {
        Test::Compare(Comparison::Equal, Value::Null) => Test::NotExist,
        Test::Compare(Comparison::NotEqual, Value::Null) => Test::Exist,
        Test::In(values) if values.len() == 1 => Test::Compare(Comparison::Equal, take_first(values)),
        Test::NotIn(values) if values.len() == 1 => Test::Compare(Comparison::NotEqual, take_first(values)),
        test => test,
    }
}

/// The tests of which one holds exactly where this one doesn't.
pub(super) fn opposite(test: Test) -> Result<Vec<Test>, FilterError> {
    Ok(match test {
        Test::Compare(comparison @ (Comparison::Equal | Comparison::NotEqual), value) => {
            vec![Test::Compare(comparison.opposite(), value)]
        }
        Test::Compare(comparison, value) => vec![Test::Compare(comparison.opposite(), value), Test::NotExist],
        Test::Text(..) => return Err(FilterError::NotNegatable),
        Test::Exist => vec![Test::NotExist],
        Test::NotExist => vec![Test::Exist],
        Test::In(values) => vec![Test::NotIn(values)],
        Test::NotIn(values) => vec![Test::In(values)],
    })
}

fn take_first(values: Vec<Value>) -> Value {
    values.into_iter().next().unwrap_or_default()
}

fn fits(op: &'static str, field: &'static Field, value: &Value) -> Result<(), FilterError> {
    match value {
        Value::Null => Err(FilterError::Value {
            op,
            field: field.name.to_owned(),
            needs: "a value",
        }),
        value if value.fits(field.kind) => Ok(()),
        other => {
            let value = serde_json::to_string(other).unwrap_or_default();
            Err(FieldError::Type {
                field: field.name,
                expected: field.kind,
                value,
            }
            .into())
        }
    }
}
