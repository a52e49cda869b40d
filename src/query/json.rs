//! A filter as Autotask writes it, read leniently (names and operators in any case) and written strictly. On Tandem's
//! surface it also takes the operator `words`, and the fields that only exist there.

use super::tree::{Comparison, Condition, Filter, Join, Node, Part, Test, words};
use super::{FilterError, PAGE_SIZE, limits};
use crate::entities::{Entity, Field, FieldError, Surface, Value};
use serde_json::{Map, Value as Json, json};

impl Filter {
    /// Reads the list of conditions, all of which must hold; a single one may stand without its list.
    ///
    /// # Errors
    /// When it is no filter of this entity on this surface, or too large.
    pub fn from_json(entity: &'static Entity, surface: Surface, json: &Json) -> Result<Self, FilterError> {
        let reader = Reader { entity, surface };
        let root = match json {
            Json::Array(items) => Node::all(reader.nodes(items, 0)?),
            item => reader.node(item, 0)?,
        };
        let filter = Self::new(entity, root);
        limits::check(&filter)?;
        Ok(filter)
    }

    /// Writes the list that [`Filter::from_json`] reads.
    #[must_use]
    pub fn to_json(&self) -> Json {
        match self.root() {
            Node::Group(Join::All, nodes) => nodes.iter().map(write).collect(),
            node => json!([write(node)]),
        }
    }
}

struct Reader {
    entity: &'static Entity,
    surface: Surface,
}

impl Reader {
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
            lower => {
                let field = self.field(object)?;
                let value = get(object, "value").unwrap_or(&Json::Null);
                let test = test(lower, field, value)?.ok_or_else(|| FilterError::Operator { op: op.to_owned() })?;
                Ok(Node::Condition(Condition::new(field, test)?))
            }
        }
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
        let name = get(object, "field").and_then(Json::as_str);
        let name = name.ok_or(FilterError::Form {
            part: "field",
            form: "the name of a field",
        })?;
        if matches!(get(object, "udf"), Some(Json::Bool(true))) {
            return Err(FilterError::UserDefined { field: name.to_owned() });
        }
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

/// The test that an operator in lower case makes of a value; `None` when there is no such operator.
fn test(op: &str, field: &'static Field, value: &Json) -> Result<Option<Test>, FilterError> {
    let compare = |comparison| Ok(Some(Test::Compare(comparison, Value::from_json(field, value.clone())?)));
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
        "in" => Ok(Some(Test::In(list("in", field, value)?))),
        "notin" => Ok(Some(Test::NotIn(list("notIn", field, value)?))),
        _ => Ok(None),
    }
}

fn text(op: &'static str, field: &'static Field, value: &Json) -> Result<String, FilterError> {
    match value {
        Json::String(text) => Ok(text.clone()),
        Json::Number(number) => Ok(number.to_string()),
        _ => Err(FilterError::Value {
            op,
            field: field.name,
            needs: "a text",
        }),
    }
}

fn list(op: &'static str, field: &'static Field, value: &Json) -> Result<Vec<Value>, FilterError> {
    let items = value.as_array().ok_or(FilterError::Value {
        op,
        field: field.name,
        needs: "a list of values",
    })?;
    if items.len() > PAGE_SIZE {
        return Err(FilterError::TooManyValues { field: field.name });
    }
    items
        .iter()
        .map(|item| Ok(Value::from_json(field, item.clone())?))
        .collect()
}

fn write(node: &Node) -> Json {
    match node {
        Node::Group(join, nodes) => {
            let op = if *join == Join::All { "and" } else { "or" };
            json!({"op": op, "items": nodes.iter().map(write).collect::<Vec<_>>()})
        }
        Node::Words(words) => json!({"op": "words", "value": words.join(" ")}),
        Node::Condition(Condition { field, test }) => {
            let mut object = Map::new();
            object.insert("op".to_owned(), json!(test.op()));
            object.insert("field".to_owned(), json!(field.name));
            match test {
                Test::Compare(_, value) => drop(object.insert("value".to_owned(), json!(value))),
                Test::Text(_, text) => drop(object.insert("value".to_owned(), json!(text))),
                Test::In(values) | Test::NotIn(values) => drop(object.insert("value".to_owned(), json!(values))),
                Test::Exist | Test::NotExist => {}
            }
            Json::Object(object)
        }
    }
}

/// The member of that name, whatever its case, the last one of several; null counts as absent.
pub(super) fn get<'a>(object: &'a Map<String, Json>, name: &str) -> Option<&'a Json> {
    let member = object.iter().rev().find(|(key, _)| key.eq_ignore_ascii_case(name));
    member.map(|(_, value)| value).filter(|value| !value.is_null())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::{TICKET, TICKET_HISTORY};

    fn read(json: Json) -> Result<Filter, FilterError> {
        Filter::from_json(&TICKET, Surface::Autotask, &json)
    }

    fn refusal(json: Json) -> String {
        read(json).unwrap_err().to_string()
    }

    #[test]
    fn names_and_operators_are_read_in_any_case_and_values_as_text() {
        let strict = read(json!([{"op": "notIn", "field": "queueID", "value": [5, 6]}]));
        assert_eq!(
            read(json!({"OP": "NOTIN", "Field": "QUEUEID", "Value": ["5", "6"]})),
            strict
        );
        assert_eq!(
            read(json!([{"op": "eq", "field": "queueID", "value": null}])),
            read(json!([{"op": "notExist", "field": "queueid"}]))
        );
        assert_eq!(read(json!([])), Ok(Filter::all(&TICKET)));
    }

    #[test]
    fn what_is_wrong_is_said_in_autotasks_words() {
        assert_eq!(
            refusal(json!([{"op": "eq", "field": "companyName", "value": 1}])),
            "Unable to find companyName in the Ticket Entity."
        );
        assert_eq!(
            refusal(json!([{"op": "eq", "field": "taskfireStatus", "value": 1}])),
            "Unable to find taskfireStatus in the Ticket Entity."
        );
        assert_eq!(
            refusal(json!([{"op": "eq", "field": "creatorType", "value": 1}])),
            "The field creatorType is not queryable."
        );
        assert_eq!(
            refusal(json!([{"op": "words", "value": "printer"}])),
            "The operator words is not valid here."
        );
        assert_eq!(
            refusal(json!([{"op": "like", "field": "title", "value": "x"}])),
            "The operator like is not valid here."
        );
        assert_eq!(
            refusal(json!([{"op": "contains", "field": "queueID", "value": "1"}])),
            "The operator contains is not valid for queueID, which is of type integer."
        );
        assert!(refusal(json!([{"op": "gt", "field": "isVisibleToComanaged", "value": true}])).contains("not valid"));
        assert!(refusal(json!([{"op": "eq", "field": "x", "value": 1, "udf": true}])).contains("user-defined"));
        assert!(refusal(json!([{"op": "in", "field": "queueID", "value": [1, null]}])).contains("needs a value"));
        assert!(
            Filter::from_json(
                &TICKET_HISTORY,
                Surface::Autotask,
                &json!([{"op": "gte", "field": "id", "value": 0}])
            )
            .is_err()
        );
    }

    #[test]
    fn too_large_filters_are_refused() {
        let condition = json!({"op": "eq", "field": "queueID", "value": 5});
        let many = |count: usize| vec![condition.clone(); count];
        assert!(read(json!([{"op": "or", "items": many(500)}])).is_ok());
        assert_eq!(
            read(json!([{"op": "or", "items": many(501)}])),
            Err(FilterError::TooManyAlternatives)
        );
        let halves = json!([{"op": "or", "items": many(251)}, {"op": "or", "items": many(250)}]);
        assert_eq!(read(halves), Err(FilterError::TooManyAlternatives));
        assert_eq!(read(Json::Array(many(501))), Err(FilterError::TooManyConditions));
        let ids: Vec<i64> = (0..501).collect();
        assert!(matches!(
            read(json!([{"op": "in", "field": "id", "value": ids}])),
            Err(FilterError::TooManyValues { .. })
        ));
        let nested = (0..100).fold(condition, |inner, _| json!({"op": "and", "items": [inner]}));
        assert_eq!(read(json!([nested])), Err(FilterError::TooDeep));
        let words = json!([{"op": "words", "value": "a ".repeat(33)}]);
        assert_eq!(
            Filter::from_json(&TICKET, Surface::Tandem, &words),
            Err(FilterError::TooManyWords)
        );
    }
}
