//! A filter as Autotask writes it, read leniently (names and operators in any case) and written strictly. On Tandem's
//! surface it also takes the operator `words`, and the fields that only exist there.

use super::condition::{Comparison, Condition, Part, Test};
use super::tree::{Filter, Join, Node, words};
use super::user_defined::UserDefinedCondition;
use super::{FilterError, PAGE_SIZE, limits};
use crate::entities::{Entity, Field, FieldError, Surface, UserDefinedFields, Value};
use serde_json::{Map, Value as Json, json};

impl Filter {
    /// Reads the list of conditions, all of which must hold; a single one may stand without its list. No condition is on
    /// a user-defined field.
    ///
    /// # Errors
    /// When it is no filter of this entity on this surface, or too large.
    pub fn from_json(entity: &'static Entity, surface: Surface, json: &Json) -> Result<Self, FilterError> {
        Self::read(entity, surface, &UserDefinedFields::default(), json)
    }

    /// The same with these user-defined fields.
    ///
    /// # Errors
    /// As [`Filter::from_json`].
    pub fn read(
        entity: &'static Entity,
        surface: Surface,
        user_defined: &UserDefinedFields,
        json: &Json,
    ) -> Result<Self, FilterError> {
        let reader = Reader {
            entity,
            surface,
            user_defined,
        };
        let root = match json {
            Json::Array(items) => Node::all(reader.nodes(items, 0)?),
            item => reader.node(item, 0)?,
        };
        let filter = Self::new(entity, root);
        limits::check(&filter)?;
        match surface {
            Surface::Autotask if has_several(&filter) => Err(FilterError::TwoUserDefined),
            _ => Ok(filter),
        }
    }

    /// Writes the list that [`Filter::from_json`] reads.
    #[must_use]
    pub fn to_json(&self) -> Json {
        self.parts().iter().map(write).collect()
    }
}

/// Whether there are conditions on more than one user-defined field.
fn has_several(filter: &Filter) -> bool {
    let mut ids = filter.user_defined().map(|field| field.id);
    ids.next().is_some_and(|first| ids.any(|id| id != first))
}

struct Reader<'a> {
    entity: &'static Entity,
    surface: Surface,
    user_defined: &'a UserDefinedFields,
}

impl Reader<'_> {
    fn nodes(&self, items: &[Json], depth: usize) -> Result<Vec<Node>, FilterError> {
        items.iter().map(|item| self.node(item, depth)).collect()
    }

    fn node(&self, item: &Json, depth: usize) -> Result<Node, FilterError> {
        if depth > limits::DEPTH {
            return Err(FilterError::TooDeep);
        }
        let form = FilterError::Form {
            part: "filter",
            form: "a list of objects with op",
        };
        let object = item.as_object().ok_or_else(|| form.clone())?;
        let op = get(object, "op").and_then(Json::as_str).ok_or(form)?;
        match op.to_ascii_lowercase().as_str() {
            "and" => Ok(Node::all(self.group(object, depth)?)),
            "or" => Ok(Node::any(self.group(object, depth)?)),
            "words" => match (self.surface, get(object, "value").and_then(Json::as_str)) {
                (Surface::Autotask, _) => Err(FilterError::Operator { op: op.to_owned() }),
                (Surface::Tandem, text) => words(
                    self.entity,
                    text.ok_or(FilterError::Form {
                        part: "words",
                        form: "a text",
                    })?,
                ),
            },
            lower => self
                .condition(object, lower)?
                .ok_or_else(|| FilterError::Operator { op: op.to_owned() }),
        }
    }

    /// A condition with an operator in lower case; `None` when there is no such operator.
    fn condition(&self, object: &Map<String, Json>, op: &str) -> Result<Option<Node>, FilterError> {
        let value = value(object, op)?;
        if is_user_defined(object) {
            let field = self.user_defined.get(self.entity, name(object)?)?;
            let condition = UserDefinedCondition::from_json(field, op, value)?;
            return Ok(condition.map(Node::UserDefined));
        }
        let field = self.field(object)?;
        let read = |value: &Json| Ok(Value::from_json(field, value.clone())?);
        let test = test(op, field.name, value, &read)?;
        test.map(|test| Ok(Node::Condition(Condition::new(field, test)?)))
            .transpose()
    }

    fn group(&self, object: &Map<String, Json>, depth: usize) -> Result<Vec<Node>, FilterError> {
        let items = get(object, "items")
            .and_then(Json::as_array)
            .filter(|items| !items.is_empty());
        self.nodes(
            items.ok_or(FilterError::Form {
                part: "items",
                form: "a list that is not empty",
            })?,
            depth + 1,
        )
    }

    fn field(&self, object: &Map<String, Json>) -> Result<&'static Field, FilterError> {
        let name = name(object)?;
        let field = self
            .entity
            .field(name)
            .filter(|field| self.surface.shows(field.surface));
        match field {
            None => Err(FieldError::Unknown {
                name: name.to_owned(),
                entity: self.entity.name,
            }
            .into()),
            Some(field) if !field.queryable => Err(FilterError::NotQueryable { field: field.name }),
            Some(field) => Ok(field),
        }
    }
}

fn name(object: &Map<String, Json>) -> Result<&str, FilterError> {
    let name = get(object, "field").and_then(Json::as_str);
    name.ok_or(FilterError::Form {
        part: "field",
        form: "the name of a field",
    })
}

/// The value of a condition. Null is one; where none is given, the operator has to be one that needs none.
fn value<'a>(object: &'a Map<String, Json>, op: &str) -> Result<&'a Json, FilterError> {
    let given = object.iter().find(|(key, _)| key.eq_ignore_ascii_case("value"));
    match given {
        Some((_, value)) => Ok(value),
        None if matches!(op, "exist" | "notexist") => Ok(&Json::Null),
        None => Err(FilterError::NoValue {
            field: name(object)?.to_owned(),
        }),
    }
}

/// Whether a condition is marked as one on a user-defined field.
fn is_user_defined(object: &Map<String, Json>) -> bool {
    match get(object, "udf") {
        Some(Json::Bool(truth)) => *truth,
        Some(Json::String(text)) => text.eq_ignore_ascii_case("true"),
        _ => false,
    }
}

/// Whether a query, read or not, has a condition on a user-defined field.
#[must_use]
pub fn names_user_defined(json: &Json) -> bool {
    match json {
        Json::Array(items) => items.iter().any(names_user_defined),
        Json::Object(object) => is_user_defined(object) || object.values().any(names_user_defined),
        _ => false,
    }
}

/// How a value is read for a field.
type Read<'a> = &'a dyn Fn(&Json) -> Result<Value, FilterError>;

/// The test that an operator in lower case makes of a value; `None` when there is no such operator.
pub(super) fn test(op: &str, field: &str, value: &Json, read: Read<'_>) -> Result<Option<Test>, FilterError> {
    let compare = |comparison| Ok(Some(Test::Compare(comparison, read(value)?)));
    match op {
        "eq" => compare(Comparison::Equal),
        "noteq" => compare(Comparison::NotEqual),
        "lt" => compare(Comparison::Less),
        "lte" => compare(Comparison::LessOrEqual),
        "gt" => compare(Comparison::Greater),
        "gte" => compare(Comparison::GreaterOrEqual),
        "beginswith" => Ok(Some(Test::Text(Part::Begins, text("beginsWith", field, value)?))),
        "endswith" => Ok(Some(Test::Text(Part::Ends, text("endsWith", field, value)?))),
        "contains" => Ok(Some(Test::Text(Part::Contains, text("contains", field, value)?))),
        "exist" => Ok(Some(Test::Exist)),
        "notexist" => Ok(Some(Test::NotExist)),
        "in" => Ok(Some(Test::In(list("in", field, value, read)?))),
        "notin" => Ok(Some(Test::NotIn(list("notIn", field, value, read)?))),
        _ => Ok(None),
    }
}

fn text(op: &'static str, field: &str, value: &Json) -> Result<String, FilterError> {
    match value {
        Json::String(text) => Ok(text.clone()),
        Json::Number(number) => Ok(number.to_string()),
        _ => Err(FilterError::Value {
            op,
            field: field.to_owned(),
            needs: "a text",
        }),
    }
}

fn list(op: &'static str, field: &str, value: &Json, read: Read<'_>) -> Result<Vec<Value>, FilterError> {
    let items = value.as_array().ok_or_else(|| FilterError::Value {
        op,
        field: field.to_owned(),
        needs: "a list of values",
    })?;
    if items.len() > PAGE_SIZE {
        return Err(FilterError::TooManyValues {
            field: field.to_owned(),
        });
    }
    items.iter().map(read).collect()
}

fn write(node: &Node) -> Json {
    match node {
        Node::Group(join, nodes) => {
            let op = if *join == Join::All { "and" } else { "or" };
            json!({"op": op, "items": nodes.iter().map(write).collect::<Vec<_>>()})
        }
        Node::Words(words) => json!({"op": "words", "value": words.join(" ")}),
        Node::Condition(Condition { field, test }) => written(field.name, test, &|value| json!(value)),
        Node::UserDefined(condition) => {
            let mut json = written(&condition.field.name, &condition.test, &|value| condition.wire(value));
            json["udf"] = json!(true);
            json
        }
    }
}

fn written(field: &str, test: &Test, value: &dyn Fn(&Value) -> Json) -> Json {
    let mut json = json!({"op": test.op(), "field": field});
    match test {
        Test::Compare(_, wanted) => json["value"] = value(wanted),
        Test::Text(_, text) => json["value"] = json!(text),
        Test::In(values) | Test::NotIn(values) => json["value"] = values.iter().map(value).collect(),
        Test::Exist | Test::NotExist => {}
    }
    json
}

/// The member of that name, whatever its case, the last one of several; null counts as absent.
pub(super) fn get<'a>(object: &'a Map<String, Json>, name: &str) -> Option<&'a Json> {
    let member = object.iter().rev().find(|(key, _)| key.eq_ignore_ascii_case(name));
    member.map(|(_, value)| value).filter(|value| !value.is_null())
}

#[cfg(test)]
mod tests;
