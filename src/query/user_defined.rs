//! Conditions on user-defined fields: the same tests as on other fields, on values that lie together in one column.

use super::condition::{Comparison, Test, normal, opposite};
use super::tree::Node;
use super::{FilterError, json};
use crate::entities::{Entity, Kind, Row, UserDefinedField, UserDefinedKind, Value};
use rusqlite::types::{FromSqlResult, Value as SqlValue, ValueRef};
use serde_json::Value as Json;
use std::sync::Arc;

/// A condition on a user-defined field.
#[derive(Clone, Debug, PartialEq)]
pub struct UserDefinedCondition {
    /// The field.
    pub field: Arc<UserDefinedField>,
    /// What holds for its value.
    pub test: Test,
}

impl UserDefinedCondition {
    /// A condition whose operator goes with the field and whose values are of its kind.
    pub(super) fn new(field: Arc<UserDefinedField>, test: Test) -> Result<Self, FilterError> {
        let op = test.op();
        let test = normal(test);
        let kind = field.kind.compared();
        let is_ordered = |comparison: Comparison| !matches!(comparison, Comparison::Equal | Comparison::NotEqual);
        let goes = match &test {
            Test::Text(..) => matches!(kind, Kind::Text { .. }),
            Test::Compare(comparison, value) => {
                let is_list = field.kind == UserDefinedKind::List;
                value.fits(kind) && !value.is_null() && !(is_list && is_ordered(*comparison))
            }
            Test::In(values) | Test::NotIn(values) => values.iter().all(|value| value.fits(kind) && !value.is_null()),
            Test::Exist | Test::NotExist => true,
        };
        if goes {
            return Ok(Self { field, test });
        }
        Err(FilterError::UserDefinedOperator {
            op,
            field: field.name.clone(),
            kind: field.kind.type_name(),
        })
    }

    /// Reads what an operator in lower case makes of a value.
    pub(super) fn from_json(
        field: &Arc<UserDefinedField>,
        op: &str,
        value: &Json,
    ) -> Result<Option<Self>, FilterError> {
        let read = |value: &Json| match value {
            Json::Null => Ok(Value::Null),
            Json::String(text) => field.read(text).map_err(FilterError::from),
            other => field.read(&other.to_string()).map_err(FilterError::from),
        };
        let test = json::test(op, field.name.as_str(), value, &read)?;
        test.map(|test| Self::new(Arc::clone(field), test)).transpose()
    }

    /// What selects exactly the rows that this condition doesn't.
    pub(super) fn negated(self) -> Result<Node, FilterError> {
        let Self { field, test } = self;
        let node = |test| {
            Node::UserDefined(Self {
                field: Arc::clone(&field),
                test,
            })
        };
        Ok(Node::any(opposite(test)?.into_iter().map(node).collect()))
    }

    /// The row's value that is tested.
    pub(super) fn value(&self, row: &Row) -> Value {
        self.field.value(row)
    }

    /// The same value in SQL, by the function that [`super::sql::register`] makes.
    pub(super) fn column(&self, entity: &Entity) -> String {
        let UserDefinedField { id, kind, .. } = *self.field;
        format!("{FUNCTION}({}.{COLUMN}, {id}, {})", entity.table, kind.data_type())
    }

    /// A value of the condition as it goes over the wire: an entry of a list by its name there.
    pub(super) fn wire(&self, value: &Value) -> Json {
        match (value, self.field.kind) {
            (Value::Integer(item), UserDefinedKind::List) => Json::from(self.field.wire(&item.to_string())),
            (value, _) => serde_json::to_value(value).unwrap_or_default(),
        }
    }
}

/// `user_defined(column, id, dataType)`: one value of a row, as it is compared.
pub(super) const FUNCTION: &str = "user_defined";
/// The column of every table that has such values.
const COLUMN: &str = "user_defined_fields";

/// What [`FUNCTION`] does.
pub(super) fn extract(kept: ValueRef<'_>, id: i64, data_type: i64) -> FromSqlResult<SqlValue> {
    let (Some(text), Some(kind)) = (kept.as_str_or_null()?, UserDefinedKind::of(data_type)) else {
        return Ok(SqlValue::Null);
    };
    let values = crate::entities::UserDefinedValues::from_kept(text);
    let value = values.0.get(&id).map(|kept| kind.value(kept));
    Ok(value.as_ref().map_or(SqlValue::Null, SqlValue::from))
}
