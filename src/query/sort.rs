//! In which order rows come, and where a page ended, so that the next one begins there whatever was added meanwhile.
//!
//! Rows without a value come last in either direction. A picklist is sorted by the rank of its values (priority: most
//! urgent first), a text without regard to case. The id settles what is equal.

use super::FilterError;
use crate::base::fold::{compare_case, fold_case};
use crate::entities::{Entity, Field, FieldError, Row, Value};
use serde_json::{Value as Json, json};
use std::cmp::Ordering;

/// Upwards or downwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Small, early, urgent first.
    Ascending,
    /// Large, late, least urgent first.
    Descending,
}

impl Direction {
    fn of(self, order: Ordering) -> Ordering {
        match self {
            Self::Ascending => order,
            Self::Descending => order.reverse(),
        }
    }
}

/// An order of an entity's rows: fields by importance, the id last.
#[derive(Clone, Debug, PartialEq)]
pub struct Sort {
    entity: &'static Entity,
    keys: Vec<(&'static Field, Direction)>,
}

impl Sort {
    /// By ascending id, the only order that Autotask has.
    #[must_use]
    pub fn by_id(entity: &'static Entity) -> Self {
        Self {
            entity,
            keys: entity
                .field("id")
                .into_iter()
                .map(|id| (id, Direction::Ascending))
                .collect(),
        }
    }

    /// By these fields, the most important first.
    ///
    /// # Errors
    /// When a field doesn't exist or may not be sorted by.
    pub fn by(entity: &'static Entity, fields: &[(&str, Direction)]) -> Result<Self, FilterError> {
        let mut keys: Vec<(&'static Field, Direction)> = Vec::with_capacity(fields.len() + 1);
        for (name, direction) in fields {
            let unknown = || FieldError::Unknown {
                name: (*name).to_owned(),
                entity: entity.name,
            };
            let field = entity.field(name).ok_or_else(unknown)?;
            if !field.queryable && field.name != "id" {
                return Err(FilterError::NotQueryable { field: field.name });
            }
            // A field that came before has settled the order already; behind the id nothing is equal.
            if keys.iter().all(|(key, _)| *key != field && key.name != "id") {
                keys.push((field, *direction));
            }
        }
        if keys.iter().all(|(key, _)| key.name != "id") {
            keys.extend(Self::by_id(entity).keys);
        }
        Ok(Self { entity, keys })
    }

    /// Reads Tandem's `sort`: `[{"field": "dueDateTime", "descending": true}]`.
    ///
    /// # Errors
    /// When it has another form, or as [`Sort::by`].
    pub fn from_json(entity: &'static Entity, json: &Json) -> Result<Self, FilterError> {
        let form = FilterError::Form {
            part: "sort",
            form: "a list of at most 8 objects with field and descending",
        };
        let items = json
            .as_array()
            .filter(|items| items.len() <= 8)
            .ok_or_else(|| form.clone())?;
        let mut keys = Vec::with_capacity(items.len());
        for item in items {
            let field = item.get("field").and_then(Json::as_str).ok_or_else(|| form.clone())?;
            let direction = match item.get("descending").unwrap_or(&Json::Null) {
                Json::Null | Json::Bool(false) => Direction::Ascending,
                Json::Bool(true) => Direction::Descending,
                _ => return Err(form),
            };
            keys.push((field, direction));
        }
        Self::by(entity, &keys)
    }

    /// What [`Sort::from_json`] reads.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let key = |(field, direction): &(&Field, Direction)| json!({"field": field.name, "descending": *direction == Direction::Descending});
        Json::Array(self.keys.iter().map(key).collect())
    }

    /// The fields with their directions, the most important first; the last one is the id.
    #[must_use]
    pub fn keys(&self) -> &[(&'static Field, Direction)] {
        &self.keys
    }

    /// What it is an order of.
    #[must_use]
    pub fn entity(&self) -> &'static Entity {
        self.entity
    }

    /// How two rows stand to one another.
    #[must_use]
    pub fn compare(&self, left: &Row, right: &Row) -> Ordering {
        let mut orders = self
            .keys
            .iter()
            .map(|(field, direction)| compare(field, *direction, left.value(field), right.value(field)));
        orders.find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
    }
}

/// How two values of a field stand to one another; none comes last in either direction.
fn compare(field: &Field, direction: Direction, left: &Value, right: &Value) -> Ordering {
    match (left, right) {
        (Value::Null, Value::Null) => Ordering::Equal,
        (Value::Null, _) => Ordering::Greater,
        (_, Value::Null) => Ordering::Less,
        (Value::Integer(left), Value::Integer(right)) => direction.of(rank(field, *left).cmp(&rank(field, *right))),
        (left, right) => direction.of(compare_values(left, right).unwrap_or(Ordering::Equal)),
    }
}

/// Where a number stands: by its rank in a fixed picklist (unknown values behind all of them), else by itself.
pub(super) fn rank(field: &Field, value: i64) -> i64 {
    let Some(entries) = field.entries() else { return value };
    i64::try_from(field.rank(value).unwrap_or(entries.len())).unwrap_or(i64::MAX)
}

/// How two values that are there compare; `None` when they are of different types.
pub(super) fn compare_values(left: &Value, right: &Value) -> Option<Ordering> {
    match (left, right) {
        (Value::Boolean(left), Value::Boolean(right)) => Some(left.cmp(right)),
        (Value::Integer(left), Value::Integer(right)) => Some(left.cmp(right)),
        (Value::Decimal(left), Value::Decimal(right)) => Some(left.cmp(right)),
        (Value::Text(left), Value::Text(right)) => Some(compare_case(left, right)),
        (Value::Time(left), Value::Time(right)) => Some(left.cmp(right)),
        _ => None,
    }
}

/// Where a row stands in an order: what the last row of a page leaves for the next one.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The row's values of the order's fields.
    values: Vec<Value>,
}

impl Place {
    /// Where this row stands.
    #[must_use]
    pub fn of(sort: &Sort, row: &Row) -> Self {
        let value = |(field, _): &(&'static Field, Direction)| match row.value(field) {
            // Only its folded form counts.
            Value::Text(text) => Value::Text(fold_case(text)),
            other => other.clone(),
        };
        Self {
            values: sort.keys.iter().map(value).collect(),
        }
    }

    /// The values, one for each of the order's fields.
    pub fn values(&self) -> &[Value] {
        &self.values
    }

    /// The place for a paging token.
    #[must_use]
    pub fn to_json(&self) -> Json {
        json!(self.values)
    }

    /// Reads what [`Place::to_json`] gave, for the same order.
    ///
    /// # Errors
    /// When it belongs to another order.
    pub fn from_json(sort: &Sort, json: &Json) -> Result<Self, FilterError> {
        let form = FilterError::Form {
            part: "place",
            form: "one that this server gave for the same sort",
        };
        let items = json
            .as_array()
            .filter(|items| items.len() == sort.keys.len())
            .ok_or(form)?;
        let value = |((field, _), json): (&(&'static Field, Direction), &Json)| Value::from_json(field, json.clone());
        Ok(Self {
            values: sort.keys.iter().zip(items).map(value).collect::<Result<_, _>>()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::{CLIENT_PORTAL_USER, TICKET};

    #[test]
    fn priorities_sort_by_urgency_and_none_comes_last_in_either_direction() {
        let row = |priority: Option<i64>| {
            let mut row = Row::new(&TICKET);
            row.set("priority", priority);
            row
        };
        for (direction, expected) in [
            (Direction::Ascending, [Some(4), Some(1), Some(2), Some(3), None]),
            (Direction::Descending, [Some(3), Some(2), Some(1), Some(4), None]),
        ] {
            let sort = Sort::by(&TICKET, &[("priority", direction)]).unwrap();
            let mut rows = [None, Some(1), Some(3), Some(4), Some(2)].map(row);
            rows.sort_by(|left, right| sort.compare(left, right));
            assert_eq!(rows.map(|row| row.integer("priority")), expected);
        }
    }

    #[test]
    fn an_order_ends_with_the_id_and_survives_json() {
        let sort = Sort::by(
            &TICKET,
            &[
                ("dueDateTime", Direction::Descending),
                ("DUEDATETIME", Direction::Ascending),
            ],
        )
        .unwrap();
        assert_eq!(
            sort.keys().iter().map(|(field, _)| field.name).collect::<Vec<_>>(),
            ["dueDateTime", "id"]
        );
        assert_eq!(Sort::from_json(&TICKET, &sort.to_json()), Ok(sort));
        assert!(Sort::by(&CLIENT_PORTAL_USER, &[("password", Direction::Ascending)]).is_err());
        for bad in [
            json!({}),
            json!([1]),
            json!([{"field": 1}]),
            json!([{"field": "id", "descending": "yes"}]),
        ] {
            assert!(Sort::from_json(&TICKET, &bad).is_err(), "{bad}");
        }
    }
}
