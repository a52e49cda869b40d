//! Bodies as Autotask's clients send them, and those that nobody should.

use super::integration::{Integration, ids, refusal, said};
use crate::support::Desk;
use reqwest::Method;
use serde_json::json;

#[tokio::test]
async fn names_without_quotes_and_spare_commas_are_read_everywhere() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let id = api.ticket(&desk, json!({})).await;
    let send = async |method: Method, path: &str, body: String| {
        let request = api.request(method, path).header("content-type", "application/json");
        api.send(request.body(body)).await
    };
    let body = format!(r#"{{ID: "{id}", Title: "Scanner", nothing: [1,], }}"#);
    assert_eq!(send(Method::PATCH, "Tickets", body).await.ok(), json!({"itemId": id}));
    let filter = r#"{MaxRecords: "5", IncludeFields: ["id", "TITLE",], filter: [{OP: "Eq", field: "title", value: "scanner",},],}"#;
    let page = send(Method::POST, "Tickets/query", filter.to_owned()).await.ok();
    assert_eq!(page["items"], json!([{"id": id, "title": "Scanner"}]));
    let search = api.bare(Method::GET, "/ATServicesRest/V1.0/Tickets/query");
    let url = search.build().unwrap().url().clone();
    let url = reqwest::Url::parse_with_params(url.as_str(), [("search", filter)]).unwrap();
    let path = url.as_str().split_once("/V1.0/").unwrap().1.to_owned();
    assert_eq!(ids(&api.get(&path).await.ok()), [id]);
}

#[tokio::test]
async fn a_name_that_comes_twice_is_refused_whatever_its_case_and_depth() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let id = api.ticket(&desk, json!({})).await;
    let before = api.row(&format!("Tickets/{id}")).await;
    let twice = |name: &str| said(&format!("The JSON can't be understood: the name {name} comes twice."));
    for (method, path, body, name) in [
        (
            Method::PATCH,
            "Tickets",
            format!(r#"{{"id": {id}, "title": "A", "Title": "B"}}"#),
            "Title",
        ),
        (
            Method::PATCH,
            "Tickets",
            format!(r#"{{id: {id}, title: "A", TITLE: "B",}}"#),
            "TITLE",
        ),
        (
            Method::PUT,
            "Tickets",
            format!(r#"{{"id": {id}, "userDefinedFields": [{{"name": "a", "value": "b", "value": "c"}}]}}"#),
            "value",
        ),
        (
            Method::POST,
            "Tickets/query",
            r#"{"filter": [{"op": "or", "items": [{"op": "eq", "field": "id", "value": 1, "VALUE": 999}]}]}"#
                .to_owned(),
            "VALUE",
        ),
        (
            Method::POST,
            "Tickets/query/count",
            r#"{"filter": [], "MaxRecords": 0, "maxrecords": 5}"#.to_owned(),
            "maxrecords",
        ),
    ] {
        let answer = api.send(api.request(method, path).body(body.clone())).await;
        assert_eq!(refusal(&answer), twice(name), "{body}");
    }
    let path = "ATServicesRest/V1.0/Tickets/query?search=%7B%22filter%22:[],%22FILTER%22:[]%7D";
    let path = path.trim_start_matches("ATServicesRest/V1.0/");
    assert_eq!(refusal(&api.get(path).await), twice("FILTER"));
    assert_eq!(api.row(&format!("Tickets/{id}")).await, before);
}

#[tokio::test]
async fn a_nul_is_refused_with_the_name_of_its_field() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let id = api.ticket(&desk, json!({})).await;
    let before = api.row(&format!("Tickets/{id}")).await;
    let refused = |field: &str| {
        said(&format!(
            "The value of {field} has a NUL (U+0000), which no text may have."
        ))
    };
    let changed = api.patch("Tickets", json!({"id": id, "title": "a\0b"})).await;
    assert_eq!(refusal(&changed), refused("title"));
    let note = json!({"title": "t", "description": "\0", "noteType": 1, "publish": 1});
    let path = format!("Tickets/{id}/Notes");
    assert_eq!(refusal(&api.post(&path, note).await), refused("description"));
    let own = json!({"id": id, "userDefinedFields": [{"name": "Asset", "value": "\0"}]});
    assert_eq!(refusal(&api.patch("Tickets", own).await), refused("value"));
    assert_eq!(api.row(&format!("Tickets/{id}")).await, before);
}

#[tokio::test]
async fn a_number_beyond_64_bits_is_said_as_it_was_sent() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let id = api.ticket(&desk, json!({})).await;
    for number in [
        "18446744073709551616",
        "-9223372036854775809",
        "123456789012345678901234567890123",
        "1e19",
    ] {
        let body = format!(r#"{{"id": {id}, "queueID": {number}}}"#);
        let answer = api.send(api.request(Method::PATCH, "Tickets").body(body)).await;
        let expected = said(&format!("The value {number} of queueID is out of range."));
        assert_eq!(refusal(&answer), expected);
        let body = format!(r#"{{filter: [{{op: "eq", field: "queueID", value: {number}}}]}}"#);
        let answer = api.send(api.request(Method::POST, "Tickets/query").body(body)).await;
        assert_eq!(refusal(&answer), expected);
    }
}

#[tokio::test]
async fn hostile_bodies_are_refused_and_nothing_is_kept() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let id = api.ticket(&desk, json!({})).await;
    let before = api.row(&format!("Tickets/{id}")).await;
    let groups = |depth: usize| {
        let open = r#"{"op":"and","items":["#.repeat(depth);
        format!(
            r#"{{"filter":[{open}{{"op":"exist","field":"id"}}{}]}}"#,
            "]}".repeat(depth)
        )
    };
    let many = |op: &str, count: usize| {
        let items = vec![json!({"op": "eq", "field": "id", "value": 1}); count];
        json!({"filter": [{"op": op, "items": items}]}).to_string()
    };
    let query = Method::POST;
    for (method, path, body, said) in [
        (query.clone(), "Tickets/query", groups(10_000), "recursion limit"),
        (query.clone(), "Tickets/query", groups(40), "nested 32 deep"),
        (
            query.clone(),
            "Tickets/query",
            many("or", 501),
            "500 or fewer 'OR' conditions",
        ),
        (
            query.clone(),
            "Tickets/query",
            many("and", 501),
            "500 or fewer conditions",
        ),
        (query.clone(), "Tickets/query", "[".repeat(100_000), "recursion limit"),
        (query.clone(), "Tickets/query", "{a:".repeat(100_000), "understood"),
        (query.clone(), "Tickets/query", "[]".to_owned(), "must be an object"),
        (query.clone(), "Tickets/query", "{}".to_owned(), "filter must be given"),
        (query.clone(), "Tickets/query", String::new(), "understood"),
        (
            query.clone(),
            "Tickets/query",
            r#"{"filter":[{"op":"eq","field":"id","value":18446744073709551616}]}"#.to_owned(),
            "out of range",
        ),
        (
            query.clone(),
            "Tickets/query",
            format!(
                r#"{{"filter":[{{"op":"eq","field":"id","value":1e{}}}]}}"#,
                "9".repeat(400)
            ),
            "understood",
        ),
        (
            query.clone(),
            "Tickets/query",
            r#"{"filter":[{"op":"eq","field":"title","value":"\ud800"}]}"#.to_owned(),
            "hex escape",
        ),
        (
            Method::PATCH,
            "Tickets",
            format!(r#"{{"id":{id},"title":"\udc00"}}"#),
            "surrogate in hex escape",
        ),
        (
            Method::PATCH,
            "Tickets",
            format!(r#"{{"id":{id},"queueID":9223372036854775808}}"#),
            "out of range",
        ),
        (
            Method::PATCH,
            "Tickets",
            format!(r#"{{"id":{id},"estimatedHours":1e300}}"#),
            "not of type",
        ),
        (
            Method::PATCH,
            "Tickets",
            format!(r#"{{"id":{id},"title":{}1{}}}"#, "[".repeat(126), "]".repeat(126)),
            "",
        ),
        (Method::PATCH, "Tickets", "\u{0}".repeat(1000), "understood"),
    ] {
        let answer = api.send(api.request(method, path).body(body.clone())).await;
        let (status, errors) = refusal(&answer);
        assert_eq!((status, errors.len()), (500, 1), "{answer:?}");
        assert!(errors[0].contains(said), "{errors:?}");
    }
    let answer = api
        .send(
            api.request(Method::PATCH, "Tickets")
                .body(b"{\"id\": \"\xff\"}".to_vec()),
        )
        .await;
    assert_eq!(answer.status, 500);
    assert_eq!(api.row(&format!("Tickets/{id}")).await, before);
}
