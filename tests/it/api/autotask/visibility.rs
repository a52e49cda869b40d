//! What an API user sees: what the provider's people see, and nothing of Taskfire's own (D-41, 13.1).

use super::integration::{Integration, refusal, said};
use crate::support::Desk;
use serde_json::{Value as Json, json};

#[tokio::test]
async fn a_clients_own_ticket_does_not_exist_on_any_route() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let ana = desk.person("ana").await;
    let private = ana.create(json!({"companyID": desk.acme, "title": "Payroll"})).await;
    let id = private["id"].as_i64().unwrap();
    ana.act(&private, "note", json!({"audience": "public", "text": "secret"}))
        .await
        .ok();
    ana.act(&private, "time", json!({"workedOn": "2026-11-20", "minutes": 5}))
        .await
        .ok();
    let public = api.ticket(&desk, json!({})).await;

    assert_eq!(api.row(&format!("Tickets/{id}")).await, Json::Null);
    assert_eq!(api.ids("Tickets", json!([])).await, [public]);
    let count = api.post("Tickets/query/count", json!({"filter": []})).await.ok();
    assert_eq!(count, json!({"queryCount": 1}));
    for entity in ["TicketNotes", "TimeEntries"] {
        assert_eq!(api.ids(entity, json!([])).await, [] as [i64; 0], "{entity}");
        assert_eq!(api.row(&format!("{entity}/1")).await, Json::Null);
    }
    let children = api.get(&format!("Tickets/{id}/Notes")).await.ok();
    assert_eq!(children["items"], json!([]));

    let absent = said("No matching records found.");
    let note = json!({"description": "x", "noteType": 1, "publish": 1});
    for id in [id, 999_999] {
        assert_eq!(
            refusal(&api.patch("Tickets", json!({"id": id, "title": "x"})).await),
            absent
        );
        assert_eq!(
            refusal(&api.post(&format!("Tickets/{id}/Notes"), note.clone()).await),
            absent
        );
        let time = json!({"ticketID": id, "resourceID": api.id, "hoursWorked": 1});
        let text = format!("Value [{id}] does not exist for ticketID.");
        assert_eq!(refusal(&api.post("TimeEntries", time).await), said(&text));
        let problem = api.patch("Tickets", json!({"id": public, "problemTicketId": id})).await;
        let text = format!("Value [{id}] does not exist for problemTicketId.");
        assert_eq!(refusal(&problem), said(&text));
    }
}

#[tokio::test]
async fn of_a_shared_ticket_taskfires_own_notes_time_and_fields_stay_hidden() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let (ana, bob) = (desk.person("ana").await, desk.person("bob").await);
    let bobs = bob.create(json!({"companyID": desk.acme, "title": "Mouse"})).await;
    ana.act(&bobs, "note", json!({"audience": "internal", "text": "ours"}))
        .await
        .ok();
    ana.act(&bobs, "note", json!({"audience": "public", "text": "Help"}))
        .await
        .ok();
    bob.act(&bobs, "note", json!({"audience": "public", "text": "Please"}))
        .await
        .ok();
    ana.act(&bobs, "time", json!({"workedOn": "2026-11-20", "minutes": 5}))
        .await
        .ok();
    ana.act(&bobs, "escalate", json!({})).await.ok();
    let id = &bobs["id"];
    let notes = api.get(&format!("Tickets/{id}/Notes")).await.ok();
    let notes: Vec<Json> = notes["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|note| json!([note["description"], note["noteType"], note["publish"]]))
        .collect();
    assert_eq!(json!(notes), json!([["Help", 19, 1], ["Please", 18, 1]]));
    assert_eq!(api.ids("TimeEntries", json!([])).await, [] as [i64; 0]);
    let row = api.row(&format!("Tickets/{id}")).await;
    assert_eq!(
        (&row["status"], &row["queueID"], &row["source"]),
        (&json!(1), &json!(5), &json!(-1))
    );
    assert!(
        row.as_object()
            .unwrap()
            .keys()
            .all(|name| !name.to_lowercase().contains("taskfire"))
    );
}

#[tokio::test]
async fn a_request_type_that_a_client_made_is_no_issue_type_and_stays_when_a_row_is_sent_back() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let ana = desk.person("ana").await;
    let operations = desk.operations();
    let lunch = operations
        .create_request_type("Lunch".to_owned(), None, Some(desk.acme))
        .await
        .unwrap();
    let ticket = ana
        .create(json!({"companyID": desk.acme, "title": "Menu", "issueType": lunch}))
        .await;
    ana.act(&ticket, "escalate", json!({})).await.ok();
    let id = &ticket["id"];
    let mut row = api.row(&format!("Tickets/{id}")).await;
    assert_eq!(row["issueType"], Json::Null);
    let page = api.post("Tickets/query", json!({"filter": []})).await.ok();
    assert_eq!(page["items"][0]["issueType"], Json::Null);
    row["title"] = json!("Menu of the day");
    api.put("Tickets", row).await.ok();
    let kept = ana.get(&format!("tickets/{id}")).await.ok();
    assert_eq!(
        json!([kept["issueType"], kept["title"]]),
        json!([lunch, "Menu of the day"])
    );
}
