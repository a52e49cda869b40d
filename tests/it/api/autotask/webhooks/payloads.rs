//! What a webhook says: only what its owner sees, and of that only what it is about.

use super::receiver::{Receiver, field_id, note_webhook, ticket_webhook};
use crate::api::autotask::Integration;
use serde_json::{Value as Json, json};

#[tokio::test]
async fn a_callout_is_signed_and_tells_what_changed_of_what_it_is_about() {
    let mut receiver = Receiver::new().await;
    let desk = receiver.desk().await;
    let api = Integration::new(&desk).await;
    let hook = ticket_webhook(&api, receiver.webhook(), &["title", "status"], &["ticketNumber"]).await;
    let row = api.row(&format!("TicketWebhooks/{hook}")).await;
    assert_eq!(
        (&row["isReady"], &row["ownerResourceID"]),
        (&json!(true), &json!(api.id))
    );

    let ticket = api
        .ticket(&desk, json!({"title": "Drücker ⚠", "description": "secret"}))
        .await;
    let created = receiver.next().await;
    assert_eq!(created.signature, created.expected_signature());
    assert_eq!(created.path, "/hook");
    let number = api.row(&format!("Tickets/{ticket}")).await["ticketNumber"].take();
    let event = json!({
        "Action": "Create", "Guid": row["webhookGUID"], "EntityType": "Ticket", "Id": ticket,
        "Fields": {"status": 1, "title": "Drücker ⚠", "ticketNumber": number},
        "EventTime": "2026-11-20T09:00:00Z", "SequenceNumber": 1, "PersonID": api.id,
    });
    assert_eq!(created.body, event);

    // Nothing that it is about, then something, which comes second though the other came first.
    api.patch("Tickets", json!({"id": ticket, "description": "other"}))
        .await
        .ok();
    api.patch("Tickets", json!({"id": ticket, "title": "Printer", "priority": 1}))
        .await
        .ok();
    let updated = receiver.next().await;
    assert_eq!(updated.body["Action"], "Update");
    assert_eq!(
        updated.body["Fields"],
        json!({"title": "Printer", "ticketNumber": number})
    );
    assert_eq!((updated.event().1, receiver.rest().len()), (2, 0));
}

#[tokio::test]
async fn user_defined_fields_are_told_by_their_names() {
    let mut receiver = Receiver::new().await;
    let desk = receiver.desk().await;
    let api = Integration::new(&desk).await;
    let definition = json!({"name": "Asset Tag", "dataType": 1, "udfType": 3});
    let definition = Integration::created(&api.post("UserDefinedFieldDefinitions", definition).await);
    let hook = Integration::created(&api.post("TicketWebhooks", receiver.webhook()).await);
    let listed = field_id(&api, "TicketWebhookUdfFields", "udfFieldId", "Asset Tag").await;
    assert_eq!(listed, definition);
    let body = json!({"udfFieldId": listed, "isSubscribedField": true});
    api.post(&format!("TicketWebhooks/{hook}/UdfFields"), body).await.ok();
    let ticket = api.ticket(&desk, json!({})).await;
    assert_eq!(receiver.next().await.body["Fields"], json!({"Asset Tag": null}));
    let values = json!([{"name": "Asset Tag", "value": "A-17"}]);
    api.patch("Tickets", json!({"id": ticket, "userDefinedFields": values}))
        .await
        .ok();
    assert_eq!(receiver.next().await.body["Fields"], json!({"Asset Tag": "A-17"}));
}

#[tokio::test]
async fn what_a_client_keeps_to_itself_is_said_once_it_is_shared_and_its_internal_notes_never() {
    let mut receiver = Receiver::new().await;
    let desk = receiver.desk().await;
    let api = Integration::new(&desk).await;
    ticket_webhook(&api, receiver.webhook(), &["title"], &[]).await;
    note_webhook(&api, receiver.webhook(), &["description", "publish"]).await;
    let ana = desk.person("ana").await;
    let private = ana.create(json!({"companyID": desk.acme, "title": "Payroll"})).await;
    ana.act(&private, "note", json!({"audience": "internal", "text": "ours"}))
        .await
        .ok();
    ana.act(&private, "note", json!({"audience": "public", "text": "Help"}))
        .await
        .ok();
    ana.act(&private, "escalate", json!({})).await.ok();
    let mut said = Vec::new();
    for _ in 0..2 {
        let call = receiver.next().await;
        said.push(json!([
            call.body["Action"],
            call.body["EntityType"],
            call.body["Fields"],
            call.body["PersonID"]
        ]));
    }
    said.sort_by_key(Json::to_string);
    assert_eq!(
        said,
        [
            json!(["Create", "Ticket", {"title": "Payroll"}, 4]),
            json!(["Create", "TicketNote", {"description": "Help", "publish": 1}, 4]),
        ]
    );
    let tina = desk.person("tina").await;
    tina.act(&private, "note", json!({"audience": "internal", "text": "Ours too"}))
        .await
        .ok();
    let call = receiver.next().await;
    assert_eq!(call.body["Fields"], json!({"description": "Ours too", "publish": 2}));
    assert_eq!(call.body["PersonID"], desk.id("tina").await.number());
    assert_eq!(receiver.rest().len(), 0);
}

#[tokio::test]
async fn nothing_is_said_of_what_an_excluded_resource_does_or_has_done() {
    let mut receiver = Receiver::new().await;
    let desk = receiver.desk().await;
    let api = Integration::new(&desk).await;
    let hook = ticket_webhook(&api, receiver.webhook(), &["title"], &[]).await;
    let excluded = format!("TicketWebhooks/{hook}/ExcludedResources");
    let id = Integration::created(&api.post(&excluded, json!({"resourceID": api.id})).await);
    let twice = api.post(&excluded, json!({"resourceID": api.id})).await;
    assert!(twice.text.contains("already"), "{twice:?}");
    let ticket = api.ticket(&desk, json!({"title": "By the program"})).await;
    let tinas = api.impersonating(desk.id("tina").await.number());
    tinas.ticket(&desk, json!({"title": "In a name"})).await;
    let tina = desk.person("tina").await;
    tina.create(json!({"companyID": desk.acme, "title": "By Tina"})).await;
    assert_eq!(receiver.next().await.body["Fields"], json!({"title": "By Tina"}));
    api.delete(&format!("{excluded}/{id}")).await.ok();
    api.patch("Tickets", json!({"id": ticket, "title": "Again"})).await.ok();
    assert_eq!(receiver.next().await.body["Fields"], json!({"title": "Again"}));
    assert_eq!(receiver.rest().len(), 0);
}

#[tokio::test]
async fn only_the_kinds_of_event_that_were_asked_for_are_said() {
    let mut receiver = Receiver::new().await;
    let desk = receiver.desk().await;
    let api = Integration::new(&desk).await;
    let mut body = receiver.webhook();
    body["isSubscribedToCreateEvents"] = json!(false);
    let hook = ticket_webhook(&api, body, &["title"], &[]).await;
    let ticket = api.ticket(&desk, json!({})).await;
    api.patch("Tickets", json!({"id": ticket, "title": "Second"}))
        .await
        .ok();
    assert_eq!(receiver.next().await.body["Action"], "Update");

    // Without a field it is about it is not ready, and says nothing.
    let fields = api.ids("TicketWebhookFields", json!([])).await;
    api.delete(&format!("TicketWebhooks/{hook}/Fields/{}", fields[0]))
        .await
        .ok();
    assert_eq!(api.row(&format!("TicketWebhooks/{hook}")).await["isReady"], false);
    api.patch("Tickets", json!({"id": ticket, "title": "Third"})).await.ok();
    api.patch("TicketWebhooks", json!({"id": hook, "isActive": false}))
        .await
        .ok();
    let last = receiver.next().await;
    assert_eq!(
        (last.path.as_str(), &last.body["Action"]),
        ("/off", &json!("Deactivated"))
    );
    assert_eq!((last.event().1, &last.body["Id"]), (2, &json!(hook)));
    assert_eq!(last.signature, last.expected_signature());
}
