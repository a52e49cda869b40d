//! Who sets webhooks up, and that nobody is given their secrets.

use super::receiver::{Receiver, SECRET, ticket_webhook};
use crate::api::autotask::Integration;
use crate::api::autotask::integration::{refusal, said};
use serde_json::{Value as Json, json};
use tandem::domain::SecurityLevel;

#[tokio::test]
async fn a_secret_is_taken_in_and_never_given_out() {
    let mut receiver = Receiver::new().await;
    let desk = receiver.desk().await;
    let api = Integration::new(&desk).await;
    let mut body = receiver.webhook();
    body.as_object_mut().unwrap().remove("secretKey");
    let missing = api.post("TicketWebhooks", body).await;
    assert_eq!(
        refusal(&missing),
        said("Value does not exist for the required field secretKey")
    );
    let mut body = receiver.webhook();
    body["secretKey"] = json!("another");
    let hook = ticket_webhook(&api, body, &["title"], &[]).await;
    let mut row = api.row(&format!("TicketWebhooks/{hook}")).await;
    assert_eq!(row["secretKey"], Json::Null);
    api.patch("TicketWebhooks", json!({"id": hook, "secretKey": SECRET}))
        .await
        .ok();
    // A row that was read can be sent back whole.
    row["name"] = json!("Other");
    api.put("TicketWebhooks", row).await.ok();
    api.ticket(&desk, json!({})).await;
    let call = receiver.next().await;
    assert_eq!(call.signature, call.expected_signature());

    let ada = desk.person("ada").await;
    let acts = ada.get("audit?act=write_webhook").await.ok();
    let changed = acts["items"].as_array().unwrap();
    assert!(
        changed.iter().any(|act| act["after"].to_string().contains("changed")),
        "{acts}"
    );
    let listed = ada.post("ticketWebhooks/query", json!({"filter": []})).await.ok();
    assert_eq!(listed["items"][0]["name"], "Other");
    for text in [acts.to_string(), listed.to_string()] {
        assert!(!text.contains(SECRET) && !text.contains("another"), "{text}");
    }
}

#[tokio::test]
async fn nobody_but_an_administrator_sets_webhooks_up_or_sees_them() {
    let receiver = Receiver::new().await;
    let desk = receiver.desk().await;
    let tech = Integration::of_level(&desk, SecurityLevel::ProviderTech).await;
    let refused = tech.post("TicketWebhooks", receiver.webhook()).await;
    assert_eq!(refused.status, 500);
    let operations = desk.operations();
    let made = operations.write(|writing| {
        let mut row = tandem::entities::Row::new(&tandem::entities::TICKET_WEBHOOK);
        row.set("webhookUrl", "https://hooks.example.test/?key=x");
        Ok(writing.insert(&mut row)?)
    });
    let hook = made.await.unwrap();
    assert_eq!(tech.row(&format!("TicketWebhooks/{hook}")).await, Json::Null);
    for (method, path) in [("patch", "TicketWebhooks"), ("put", "TicketWebhooks")] {
        let mut body = receiver.webhook();
        body["id"] = json!(hook);
        let answer = match method {
            "patch" => tech.patch(path, body).await,
            _ => tech.put(path, body).await,
        };
        assert_eq!(refusal(&answer), refusal(&refused));
    }
    assert_eq!(tech.delete(&format!("TicketWebhooks/{hook}")).await.status, 500);
    for who in ["tina", "ana"] {
        let seen = desk
            .person(who)
            .await
            .post("ticketWebhooks/query", json!({"filter": []}))
            .await
            .ok();
        assert_eq!(seen["items"], json!([]), "{who}");
    }
}

#[tokio::test]
async fn fields_of_a_webhook_are_changed_and_each_is_named_once() {
    let receiver = Receiver::new().await;
    let desk = receiver.desk().await;
    let api = Integration::new(&desk).await;
    let hook = ticket_webhook(&api, receiver.webhook(), &["title"], &[]).await;
    let at = format!("TicketWebhooks/{hook}/Fields");
    let fields = api.get(&at).await.ok();
    let field = &fields["items"][0];
    assert_eq!(
        (&field["isSubscribedField"], &field["webhookID"]),
        (&json!(true), &json!(hook))
    );
    let twice = api.post(&at, json!({"fieldID": field["fieldID"]})).await;
    let text = format!("The webhook has the fieldID [{}] already.", field["fieldID"]);
    assert_eq!(refusal(&twice), said(&text));
    api.patch(&at, json!({"id": field["id"], "isSubscribedField": false}))
        .await
        .ok();
    assert_eq!(api.row(&format!("TicketWebhooks/{hook}")).await["isReady"], false);
    let elsewhere = api
        .patch(
            "TicketWebhooks/999/Fields",
            json!({"id": field["id"], "isSubscribedField": true}),
        )
        .await;
    assert_eq!(refusal(&elsewhere), said("No matching records found."));
}
