//! The query language by HTTP: every operator, every leniency, every error.

use super::integration::{Integration, ids, refusal, said};
use crate::support::Desk;
use reqwest::Method;
use serde_json::{Value as Json, json};

/// Four tickets: Alpha, Beta and Gamma of Acme, alpine of Globex.
async fn tickets(desk: &Desk, api: &Integration) -> [i64; 4] {
    [
        api.ticket(
            desk,
            json!({"title": "Alpha", "priority": 1, "externalID": "X-1", "dueDateTime": "2026-12-01T10:00:00Z", "estimatedHours": 1.5}),
        )
        .await,
        api.ticket(desk, json!({"title": "Beta", "priority": 2, "queueID": 6, "dueDateTime": "2026-12-02T10:00:00Z"}))
            .await,
        api.ticket(desk, json!({"title": "Gamma", "priority": 3, "isVisibleToComanaged": true})).await,
        api.ticket(desk, json!({"title": "alpine", "priority": 4, "companyID": desk.globex, "estimatedHours": 4}))
            .await,
    ]
}

fn condition(op: &str, field: &str, value: Json) -> Json {
    json!([{"op": op, "field": field, "value": value}])
}

#[tokio::test]
async fn every_operator_selects_what_it_says() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let all = tickets(&desk, &api).await;
    let acme = desk.acme.0;
    let cases: Vec<(Json, Vec<usize>)> = vec![
        (condition("eq", "title", json!("ALPHA")), vec![0]),
        (condition("noteq", "externalID", json!("X-1")), vec![1, 2, 3]),
        (condition("gt", "priority", json!(2)), vec![2, 3]),
        (condition("gte", "priority", json!(2)), vec![1, 2, 3]),
        (condition("lt", "dueDateTime", json!("2026-12-02T10:00:00Z")), vec![0]),
        (
            condition("lte", "dueDateTime", json!("2026-12-02T11:00:00+01:00")),
            vec![0, 1],
        ),
        (condition("gt", "estimatedHours", json!(1.5)), vec![3]),
        (condition("beginsWith", "title", json!("al")), vec![0, 3]),
        (condition("endsWith", "title", json!("a")), vec![0, 1, 2]),
        (condition("contains", "title", json!("AMM")), vec![2]),
        (condition("exist", "externalID", Json::Null), vec![0]),
        (json!([{"op": "notExist", "field": "dueDateTime"}]), vec![2, 3]),
        (condition("in", "queueID", json!([6, 8])), vec![1]),
        (condition("notIn", "queueID", json!([6])), vec![0, 2, 3]),
        (condition("in", "title", json!(["beta", "GAMMA"])), vec![1, 2]),
        (condition("eq", "isVisibleToComanaged", json!(true)), vec![2]),
        (
            json!([{"op": "or", "items": [
                {"op": "eq", "field": "title", "value": "beta"},
                {"op": "and", "items": [
                    {"op": "eq", "field": "companyID", "value": acme},
                    {"op": "eq", "field": "priority", "value": 3},
                ]},
            ]}]),
            vec![1, 2],
        ),
        (
            json!([{"op": "gte", "field": "id", "value": 0}, {"op": "eq", "field": "companyID", "value": acme}]),
            vec![0, 1, 2],
        ),
        // As lenient as the real service.
        (json!([]), vec![0, 1, 2, 3]),
        (json!({"OP": "EQ", "Field": "PRIORITY", "Value": "1"}), vec![0]),
        (
            json!([{"op": "notexist", "field": "DUEDATETIME", "value": null}]),
            vec![2, 3],
        ),
        (condition("eq", "isVisibleToComanaged", json!("True")), vec![2]),
        (condition("eq", "externalID", Json::Null), vec![1, 2, 3]),
    ];
    for (filter, expected) in cases {
        let expected: Vec<i64> = expected.iter().map(|index| all[*index]).collect();
        let body = json!({"filter": filter});
        let page = api.post("Tickets/query", body.clone()).await.ok();
        assert_eq!(ids(&page), expected, "{filter}");
        let count = api.post("Tickets/query/count", body.clone()).await;
        assert_eq!(count.text, format!("{{\"queryCount\":{}}}", expected.len()), "{filter}");
        for (path, answer) in [("Tickets/query", page), ("Tickets/query/count", count.json())] {
            let get = api.search(path, "SEARCH", &body);
            assert_eq!(api.send(get).await.ok(), answer, "{filter}");
        }
    }
}

#[tokio::test]
async fn a_query_that_is_none_is_refused_in_autotasks_words() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let condition_of = |number: i64| json!({"op": "eq", "field": "id", "value": number});
    let many: Vec<Json> = (0..501).map(condition_of).collect();
    for (entity, body, text) in [
        (
            "Contacts",
            json!({"filter": condition("eq", "companyName", json!("x"))}),
            "Unable to find companyName in the Contact Entity.",
        ),
        (
            "Tickets",
            json!({"filter": condition("eq", "taskfireStatus", json!(101))}),
            "Unable to find taskfireStatus in the Ticket Entity.",
        ),
        (
            "Tickets",
            json!({"filter": condition("eq", "creatorType", json!(1))}),
            "The field creatorType is not queryable.",
        ),
        (
            "Tickets",
            json!({"filter": [{"op": "words", "value": "printer"}]}),
            "The operator words is not valid here.",
        ),
        (
            "Tickets",
            json!({"filter": condition("like", "title", json!("x"))}),
            "The operator like is not valid here.",
        ),
        (
            "Tickets",
            json!({"filter": condition("contains", "queueID", json!("x"))}),
            "The operator contains is not valid for queueID, which is of type integer.",
        ),
        (
            "Tickets",
            json!({"filter": condition("eq", "queueID", json!("Level 1"))}),
            "The value Level 1 of queueID is not of type integer.",
        ),
        (
            "Tickets",
            json!({"filter": condition("in", "queueID", json!(5))}),
            "The operator in on queueID needs a list of values.",
        ),
        (
            "Tickets",
            json!({"filter": [], "maxRecords": 0}),
            "maxCountOfRecordsToReturn must be between 1 and 500",
        ),
        (
            "Tickets",
            json!({"filter": [], "maxRecords": 501}),
            "maxCountOfRecordsToReturn must be between 1 and 500",
        ),
        (
            "Tickets",
            json!({"filter": [{"op": "or", "items": many}]}),
            "Queries are limited to 500 or fewer 'OR' conditions",
        ),
        (
            "Tickets",
            json!({"filter": [], "includeFields": ["colour"]}),
            "Unable to find colour in the Ticket Entity.",
        ),
        (
            "Tickets",
            json!({"filter": [], "sort": []}),
            "The query's sort must be left out: rows come in ascending id.",
        ),
        ("Tickets", json!({"maxRecords": 5}), "The query's filter must be given."),
        ("Tickets", json!([]), "The query's body must be an object."),
    ] {
        let answer = api.post(&format!("{entity}/query"), body).await;
        assert_eq!(refusal(&answer), said(text));
    }
    let defined = json!({"filter": [{"op": "eq", "field": "Asset Tag", "value": "A-17", "udf": true}]});
    assert_eq!(api.post("Tickets/query", defined).await.status, 500);
    let no_json = api.request(Method::POST, "Tickets/query").body("{filter");
    assert!(
        api.send(no_json)
            .await
            .text
            .starts_with(r#"{"errors":["The JSON can't be understood"#)
    );
    let no_search = api.get("Tickets/query").await;
    assert_eq!(
        refusal(&no_search),
        said("The query must be given in search, as URL-encoded JSON.")
    );
}

#[tokio::test]
async fn an_address_of_more_than_2048_characters_is_refused_and_the_same_by_post_is_not() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let id = api.ticket(&desk, json!({})).await;
    let body = |letters: usize| json!({"filter": condition("noteq", "title", json!("x".repeat(letters)))});
    let get = async |letters: usize| {
        let request = api.search("Tickets/query", "search", &body(letters));
        let length = request.try_clone().unwrap().build().unwrap().url().as_str().len();
        (length, api.send(request).await)
    };
    let (shortest, _) = get(0).await;
    let (length, fits) = get(2048 - shortest).await;
    assert_eq!((length, fits.status), (2048, 200));
    let (length, refused) = get(2049 - shortest).await;
    assert_eq!((length, refused.status), (2049, 500));
    assert!(refused.text.contains("2048"), "{}", refused.text);
    assert_eq!(ids(&api.post("Tickets/query", body(4000)).await.ok()), [id]);
}

#[tokio::test]
async fn included_fields_are_all_that_a_row_has() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    api.ticket(&desk, json!({"title": "Printer"})).await;
    let page = api
        .post(
            "tickets/query",
            json!({"FILTER": [], "INCLUDEFIELDS": ["Title", "queueid"]}),
        )
        .await
        .ok();
    assert_eq!(page["items"], json!([{"queueID": 5, "title": "Printer"}]));
    let whole = api.post("Tickets/query", json!({"filter": []})).await.ok();
    let row = whole["items"][0].as_object().unwrap();
    assert!(row.contains_key("assignedResourceID") && row.contains_key("userDefinedFields"));
    assert!(!row.contains_key("taskfireStatus") && !row.contains_key("version"));
}
