//! Filters as Autotask writes them: what is read, and what is refused in which words.

use super::*;
use crate::entities::user_defined::tests::fields;
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
    assert_eq!(
        refusal(json!([{"op": "eq", "field": "x", "value": 1, "udf": true}])),
        "Unable to find x in the Ticket Entity."
    );
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
fn a_user_defined_field_is_marked_and_there_is_one_at_most() {
    let fields = fields(&TICKET);
    let read = |surface, json: Json| Filter::read(&TICKET, surface, &fields, &json);
    let condition =
        |op: &str, field: &str, value: Json| json!({"op": op, "field": field, "value": value, "udf": "True"});
    let range = json!([
        condition("gt", "SCORE", json!("1")),
        condition("lte", "Score", json!(2.5))
    ]);
    let filter = read(Surface::Autotask, range).unwrap();
    assert_eq!(read(Surface::Autotask, filter.to_json()), Ok(filter));
    let tier = read(
        Surface::Autotask,
        json!([condition("in", "Tier", json!(["Gold", "T"]))]),
    )
    .unwrap();
    assert_eq!(tier.to_json()[0]["value"], json!(["G", "T"]));
    let two = json!([
        condition("exist", "Tier", Json::Null),
        condition("exist", "Score", Json::Null)
    ]);
    assert_eq!(read(Surface::Autotask, two.clone()), Err(FilterError::TwoUserDefined));
    assert!(read(Surface::Tandem, two).is_ok());
    for (json, said) in [
        (
            condition("eq", "Colour", json!("red")),
            "Unable to find Colour in the Ticket Entity.",
        ),
        (
            condition("eq", "title", json!("x")),
            "Unable to find title in the Ticket Entity.",
        ),
        (
            condition("eq", "Score", json!("x")),
            "The value x of Score is not of type decimal.",
        ),
        (
            condition("eq", "Tier", json!("Iron")),
            "Picklist value [Iron] does not exist for Tier.",
        ),
        (
            condition("gt", "Tier", json!("Gold")),
            "The operator gt is not valid for Tier, which is of type string.",
        ),
        (
            condition("contains", "Renewal", json!("2026")),
            "The operator contains is not valid for Renewal, which is of type datetime.",
        ),
        (
            condition("in", "Score", json!(1)),
            "The operator in on Score needs a list of values.",
        ),
        (
            condition("like", "Score", json!(1)),
            "The operator like is not valid here.",
        ),
    ] {
        assert_eq!(read(Surface::Autotask, json).unwrap_err().to_string(), said);
    }
    let unmarked = read(
        Surface::Autotask,
        json!([{"op": "eq", "field": "Score", "value": 1, "udf": false}]),
    );
    assert_eq!(
        unmarked.unwrap_err().to_string(),
        "Unable to find Score in the Ticket Entity."
    );
}

#[test]
fn a_condition_without_a_value_is_refused_where_its_operator_needs_one() {
    for op in ["eq", "notEq", "gt", "gte", "lt", "lte"] {
        assert_eq!(
            refusal(json!([{"op": op, "field": "queueID"}])),
            "The condition on queueID needs a value.",
            "{op}"
        );
    }
    for op in ["beginsWith", "endsWith", "contains", "in", "notIn"] {
        assert_eq!(
            refusal(json!([{"op": op, "field": "title"}])),
            "The condition on title needs a value.",
            "{op}"
        );
    }
    let own = json!([{"op": "eq", "field": "Tier", "udf": true}]);
    assert_eq!(
        Filter::read(&TICKET, Surface::Autotask, &fields(&TICKET), &own).unwrap_err(),
        FilterError::NoValue {
            field: "Tier".to_owned()
        }
    );
    assert!(read(json!([{"op": "exist", "field": "title"}])).is_ok());
    assert!(read(json!([{"op": "notExist", "field": "title"}])).is_ok());
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
