//! The conversation that Autotask's documents end with, step by step.

use super::integration::{Integration, refusal, said};
use crate::support::Desk;
use reqwest::Method;
use serde_json::{Value as Json, json};

#[tokio::test]
async fn the_documented_conversation_goes_as_documented() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let origin = &api.origin;

    let zone = api.bare(
        Method::GET,
        "/ATServicesRest/V1.0/zoneInformation?user=api@northwind.test",
    );
    assert_eq!(
        api.send(zone).await.text,
        format!(r#"{{"zoneName":"Local","url":"{origin}/ATServicesRest/","webUrl":"{origin}/","ci":1}}"#)
    );

    let fields = api.get("Tickets/entityInformation/fields").await.ok();
    let status = fields["fields"]
        .as_array()
        .unwrap()
        .iter()
        .find(|field| field["name"] == "status")
        .unwrap()
        .clone();
    let mut shortened = status.clone();
    shortened["picklistValues"].as_array_mut().unwrap().truncate(1);
    assert_eq!(
        shortened.to_string(),
        r#"{"name":"status","dataType":"integer","length":0,"isRequired":true,"isReadOnly":false,"isQueryable":true,"isReference":false,"referenceEntityType":"","isPickList":true,"picklistValues":[{"value":"1","label":"New","isDefaultValue":false,"sortOrder":1,"parentValue":"","isActive":true,"isSystem":true}],"picklistParentValueField":"","isSupportedWebhookField":true}"#
    );

    let company = desk.acme;
    let new = json!({"companyID": company, "title": "Printer offline", "status": 1, "priority": 2, "queueID": 5, "dueDateTime": "2030-01-02T10:00:00Z"});
    let created = api.post("Tickets", new).await;
    let id = Integration::created(&created);
    assert_eq!((created.status, created.text), (200, format!(r#"{{"itemId":{id}}}"#)));

    let patched = api.patch("Tickets", json!({"id": id, "status": 8})).await;
    assert_eq!((patched.status, patched.text), (200, format!(r#"{{"itemId":{id}}}"#)));

    let note = json!({"title": "Call", "description": "Rang the user", "noteType": 1, "publish": 1});
    let noted = api.post(&format!("Tickets/{id}/Notes"), note).await;
    let note_id = Integration::created(&noted);
    assert_eq!(noted.text, format!(r#"{{"itemId":{note_id}}}"#));

    let query = json!({"MaxRecords": 500, "IncludeFields": ["id", "title"], "Filter": [
        {"op": "or", "items": [{"op": "eq", "field": "status", "value": 1}, {"op": "eq", "field": "status", "value": 8}]},
        {"op": "gte", "field": "createDate", "value": "2026-01-01T00:00:00Z"},
    ]});
    assert_eq!(
        api.post("Tickets/query", query).await.text,
        format!(
            r#"{{"items":[{{"id":{id},"title":"Printer offline"}}],"pageDetails":{{"count":1,"requestCount":500,"prevPageUrl":null,"nextPageUrl":null}}}}"#
        )
    );

    let absent = api.get("Tickets/999999").await;
    assert_eq!((absent.status, absent.text.as_str()), (200, r#"{"item":null}"#));

    let wrong = json!({"companyID": company, "title": "x", "status": 1, "priority": 99});
    assert_eq!(
        refusal(&api.post("Tickets", wrong).await),
        said("Picklist value [99] does not exist for priority.")
    );

    let mut other = api.clone();
    other.credential.secret = tandem::base::Secret::new("another");
    let refused = other.get("Tickets/1").await;
    assert_eq!((refused.status, refused.text.as_str()), (401, ""));

    let wrong_verb = api.delete(&format!("Tickets/{id}")).await;
    assert_eq!(
        (wrong_verb.status, wrong_verb.text.as_str()),
        (
            405,
            r#"{"Message":"The requested resource does not support http method 'DELETE'."}"#
        )
    );

    let row = api.row(&format!("Tickets/{id}")).await;
    for (field, expected) in [
        ("title", json!("Printer offline")),
        ("status", json!(8)),
        ("dueDateTime", json!("2030-01-02T10:00:00Z")),
        ("creatorResourceID", json!(api.id)),
        ("firstResponseDateTime", json!("2026-11-20T09:00:00Z")),
        ("userDefinedFields", json!([])),
        ("taskfireStatus", Json::Null),
    ] {
        assert_eq!(row[field], expected, "{field}");
    }
}
