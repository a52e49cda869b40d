//! What becomes of what does not arrive: it is sent again, in its order, until it does or the webhook is switched off.

use super::receiver::{Receiver, ticket_webhook};
use crate::api::autotask::Integration;
use crate::support::Desk;
use serde_json::{Value as Json, json};
use std::time::Duration;

const HOUR: Duration = Duration::from_secs(60 * 60);

/// Changes a ticket's title.
async fn rename(api: &Integration, ticket: i64, title: &str) {
    api.patch("Tickets", json!({"id": ticket, "title": title})).await.ok();
}

/// The events that the error log has, by their numbers.
async fn logged(api: &Integration) -> Vec<i64> {
    let page = api
        .post("WebhookEventErrorLogs/query", json!({"filter": []}))
        .await
        .ok();
    let items = page["items"].as_array().unwrap();
    items
        .iter()
        .filter_map(|item| item["sequenceNumber"].as_i64())
        .collect()
}

/// The events of notifications about no ticket.
async fn told(desk: &Desk, who: &str) -> Vec<Json> {
    let page = desk.person(who).await.get("notifications").await.ok();
    let items = page["items"].as_array().unwrap();
    let events = items.iter().filter(|item| item["ticketID"].is_null());
    events.map(|item| item["event"].clone()).collect()
}

#[tokio::test]
async fn one_tickets_events_wait_for_one_another_and_for_no_other_ticket() {
    let mut receiver = Receiver::new().await;
    let desk = receiver.desk().await;
    let api = Integration::new(&desk).await;
    ticket_webhook(&api, receiver.webhook(), &["title"], &[]).await;
    let (stuck, other) = (api.ticket(&desk, json!({})).await, api.ticket(&desk, json!({})).await);
    let made = [receiver.next().await, receiver.next().await];
    assert!(made.iter().all(|call| call.body["Action"] == "Create"));
    receiver.answer(move |call| Some(if call.body["Id"] == stuck { 500 } else { 200 }));
    for title in ["A", "B", "C"] {
        rename(&api, stuck, title).await;
    }
    rename(&api, other, "D").await;
    let mut seen = [receiver.next().await, receiver.next().await];
    seen.sort_by_key(|call| call.body["Id"].as_i64());
    assert_eq!(
        [&seen[0].body["Fields"]["title"], &seen[1].body["Fields"]["title"]],
        ["A", "D"]
    );

    // What fails is sent again as it was, what is behind it not at all.
    desk.clock.when_pausing(1).await;
    desk.clock.advance(Duration::from_secs(30));
    let again = receiver.next().await;
    assert_eq!((again.event(), &again.bytes), (seen[0].event(), &seen[0].bytes));
    desk.clock.when_pausing(1).await;
    receiver.answer(|_| Some(204));
    rename(&api, stuck, "E").await;
    desk.clock.advance(Duration::from_secs(60));
    for title in ["A", "B", "C", "E"] {
        assert_eq!(receiver.next().await.body["Fields"]["title"], title);
    }
    desk.clock.when_pausing(0).await;
    assert_eq!(receiver.rest().len(), 0);
}

#[tokio::test]
async fn nobody_is_followed_elsewhere_and_nobody_waited_for() {
    let mut receiver = Receiver::new().await;
    let desk = receiver.desk().await;
    let api = Integration::new(&desk).await;
    ticket_webhook(&api, receiver.webhook(), &["title"], &[]).await;
    let mut answers = [Some(302), None, Some(200)].into_iter();
    receiver.answer(move |_| answers.next().unwrap());
    api.ticket(&desk, json!({})).await;
    for wait in [30, 60, 0] {
        assert_eq!(receiver.next().await.path, "/hook");
        if wait > 0 {
            desk.clock.when_pausing(1).await;
            desk.clock.advance(Duration::from_secs(wait));
        }
    }
    desk.clock.when_pausing(0).await;
    assert_eq!(receiver.rest().len(), 0);
}

#[tokio::test]
async fn a_webhook_that_fails_for_a_day_is_switched_off_and_goes_on_where_it_stopped() {
    let mut receiver = Receiver::new().await;
    let desk = receiver.desk().await;
    let api = Integration::new(&desk).await;
    let hook = ticket_webhook(&api, receiver.webhook(), &["title"], &[]).await;
    receiver.answer(|call| Some(if call.path == "/off" { 200 } else { 503 }));
    let ticket = api.ticket(&desk, json!({})).await;
    rename(&api, ticket, "Second").await;
    let mut attempts = 0;
    let leave = loop {
        let call = receiver.next().await;
        if call.path == "/off" {
            break call;
        }
        attempts += 1;
        assert_eq!(call.event().1, 1);
        if attempts == 4 {
            desk.clock.when_pausing(1).await;
            assert_eq!((logged(&api).await, told(&desk, "ada").await), (vec![], vec![]));
        }
        if attempts == 5 {
            desk.clock.when_pausing(1).await;
            assert_eq!(logged(&api).await, [1]);
            assert_eq!(told(&desk, "ada").await, ["webhook_failing"]);
        }
        if attempts < 25 {
            desk.clock.when_pausing(1).await;
            desk.clock.advance(HOUR);
        }
    };
    assert_eq!(attempts, 25);
    assert_eq!(
        (&leave.body["Action"], &leave.body["PersonID"]),
        (&json!("Deactivated"), &json!(4))
    );
    assert_eq!(api.row(&format!("TicketWebhooks/{hook}")).await["isActive"], false);
    let events = told(&desk, "ada").await;
    assert!(events.contains(&json!("webhook_switched_off")), "{events:?}");
    assert_eq!(told(&desk, "tina").await, [] as [Json; 0]);
    let ada = desk.person("ada").await;
    let acts = ada.get("audit?act=switch_off_webhook").await.ok();
    assert_eq!(
        (&acts["items"][0]["subject"], acts["items"].as_array().unwrap().len()),
        (&json!("Bridge"), 1)
    );

    // Meanwhile nothing is said; what waited is kept, and goes first.
    rename(&api, ticket, "Unsaid").await;
    receiver.answer(|_| Some(200));
    api.patch("TicketWebhooks", json!({"id": hook, "isActive": true}))
        .await
        .ok();
    rename(&api, ticket, "Third").await;
    for (sequence, title) in [(1, "Printer"), (2, "Second"), (4, "Third")] {
        let call = receiver.next().await;
        assert_eq!(
            (call.event().1, &call.body["Fields"]["title"]),
            (sequence, &json!(title))
        );
    }
    desk.clock.when_pausing(0).await;
    assert_eq!(logged(&api).await, [] as [i64; 0]);
}

#[tokio::test]
async fn a_deleted_webhook_takes_leave_and_what_it_had_to_send_is_forgotten() {
    let mut receiver = Receiver::new().await;
    let desk = receiver.desk().await;
    let api = Integration::new(&desk).await;
    let hook = ticket_webhook(&api, receiver.webhook(), &["title"], &[]).await;
    receiver.answer(|call| Some(if call.path == "/off" { 200 } else { 500 }));
    api.ticket(&desk, json!({})).await;
    receiver.next().await;
    desk.clock.when_pausing(1).await;
    api.delete(&format!("TicketWebhooks/{hook}")).await.ok();
    assert_eq!(receiver.next().await.path, "/off");
    desk.clock.when_pausing(0).await;
    assert_eq!(api.row(&format!("TicketWebhooks/{hook}")).await, Json::Null);
    assert_eq!(api.ids("TicketWebhookFields", json!([])).await, [] as [i64; 0]);
    api.ticket(&desk, json!({})).await;
    assert_eq!(receiver.rest().len(), 0);
}

#[tokio::test]
async fn a_webhook_whose_owner_is_not_there_any_more_is_switched_off() {
    let mut receiver = Receiver::new().await;
    let desk = receiver.desk().await;
    let api = Integration::new(&desk).await;
    let tina = desk.id("tina").await.number();
    let mut body = receiver.webhook();
    body["ownerResourceID"] = json!(tina);
    let hook = ticket_webhook(&api, body, &["title"], &[]).await;
    api.ticket(&desk, json!({})).await;
    assert_eq!(receiver.next().await.body["Action"], "Create");
    api.patch("Resources", json!({"id": tina, "isActive": false}))
        .await
        .ok();
    api.ticket(&desk, json!({})).await;
    let leave = receiver.next().await;
    assert_eq!((leave.path.as_str(), receiver.rest().len()), ("/off", 0));
    assert_eq!(api.row(&format!("TicketWebhooks/{hook}")).await["isActive"], false);
}
