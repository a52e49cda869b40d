//! Switching Taskfire off: the preview, the typed name, and what becomes of tickets, people and licences.

use crate::support::{Answer, Desk, Person, accept_agreement};
use serde_json::{Value as Json, json};
use std::time::Duration;

async fn disable(desk: &Desk, person: &Person, name: &str) -> Answer {
    let path = format!("companies/{}/taskfire/disable", desk.acme);
    person.write(&path, json!({"companyName": name})).await
}

/// One of Acme's tickets in each situation: returned, kept, archived, closed.
struct Tickets {
    transferred: Json,
    escalated: Json,
    internal: Json,
    closed: Json,
}

async fn tickets(desk: &Desk, tina: &Person, ana: &Person) -> Tickets {
    let bob = desk.id("bob").await.number();
    let body = |title: &str| json!({"companyID": desk.acme, "title": title, "contactID": bob});
    let internal = ana.create(body("Internal")).await;
    ana.act(
        &internal,
        "assign",
        json!({"assignee": {"contact": desk.id("ana").await.number()}}),
    )
    .await
    .ok();
    let escalated = ana.create(body("Escalated")).await;
    ana.act(
        &escalated,
        "assign",
        json!({"assignee": {"contact": desk.id("ana").await.number()}}),
    )
    .await
    .ok();
    ana.act(&escalated, "escalate", json!({})).await.ok();
    tina.act(&escalated, "status", json!({"status": 8})).await.ok();
    let transferred = tina.create(body("Transferred")).await;
    tina.act(&transferred, "transfer", json!({})).await.ok();
    let closed = ana.create(body("Closed")).await;
    ana.act(&closed, "escalate", json!({})).await.ok();
    ana.act(&closed, "complete", json!({})).await.ok();
    tina.act(&closed, "complete", json!({})).await.ok();
    Tickets {
        transferred,
        escalated,
        internal,
        closed,
    }
}

async fn ticket(person: &Person, ticket: &Json) -> Json {
    person.get(&format!("tickets/{}", ticket["id"])).await.ok()
}

#[tokio::test]
async fn switching_off_does_what_the_preview_says() {
    let desk = Desk::new().await;
    let (ada, tina, ana) = (
        desk.person("ada").await,
        desk.person("tina").await,
        desk.person("ana").await,
    );
    let tickets = tickets(&desk, &tina, &ana).await;
    let path = format!("companies/{}/taskfire/disable", desk.acme);
    let preview = ada.get(&path).await.ok();
    let expected = json!({"returnedTickets": 1, "keptTickets": 1, "users": 2, "licences": 2});
    assert_eq!(preview, expected);
    for wrong in ["", "Globex", "Acm"] {
        let refused = disable(&desk, &ada, wrong).await;
        assert_eq!(refused.error(), (422, "not_confirmed".to_owned()));
    }
    assert_eq!(
        disable(&desk, &tina, "Acme").await.error(),
        (403, "forbidden".to_owned())
    );
    assert_eq!(ada.get(&path).await.ok(), expected);
    let closed = ticket(&tina, &tickets.closed).await;
    desk.clock.advance(Duration::from_secs(60));
    let done = disable(&desk, &ada, " ACME ").await.ok();
    assert_eq!((&done["isTaskfireActive"], &done["done"]), (&json!(false), &preview));

    let returned = ticket(&tina, &tickets.transferred).await;
    assert_eq!(
        (&returned["holder"], &returned["status"]),
        (&json!("autotask"), &json!(1))
    );
    assert_eq!(returned["taskfireStatus"], json!(120));
    let kept = ticket(&tina, &tickets.escalated).await;
    assert_eq!((&kept["holder"], &kept["status"]), (&json!("autotask"), &json!(8)));
    assert_eq!(kept["taskfireAssignedContactID"], Json::Null);
    assert_eq!(ticket(&tina, &tickets.closed).await, closed);
    let state = ada.get(&format!("companies/{}/taskfire", desk.acme)).await.ok();
    assert_eq!(state["enabled"], false);
    assert_eq!(
        state["intervals"],
        json!([{"from": "2026-11-20T09:00:00Z", "to": "2026-11-20T09:01:00Z"}])
    );
    // The provider alone closes what stayed.
    let completed = tina.act(&tickets.escalated, "complete", json!({})).await.ok();
    assert_ne!(completed["ticket"]["closedDate"], Json::Null);
    assert_eq!(completed["ticket"]["taskfireStatus"], json!(120));
    let history = tina
        .get(&format!("tickets/{}/history", tickets.transferred["id"]))
        .await
        .ok();
    let events: Vec<_> = history["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["event"].clone())
        .collect();
    assert!(events.contains(&json!("taskfire_disabled")), "{events:?}");
    let again = disable(&desk, &ada, "Acme").await;
    assert_eq!(again.error(), (422, "taskfire_not_enabled".to_owned()));
    assert_eq!(ada.get(&path).await.error(), (422, "taskfire_not_enabled".to_owned()));
}

#[tokio::test]
async fn people_fall_back_to_their_former_level_and_are_told() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let operations = desk.operations();
    // Mia, a manager, becomes a technician of the client for a while.
    let mia = desk.id("mia").await;
    operations
        .set_level(mia, tandem::domain::SecurityLevel::TaskfireResource)
        .await
        .unwrap();
    disable(&desk, &ada, "Acme").await.ok();
    let level = async |who: tandem::domain::Person| {
        let contact = ada.get(&format!("contacts/{}", who.number())).await.ok();
        contact["securityLevel"].as_i64()
    };
    assert_eq!(level(mia).await, Some(3));
    assert_eq!(level(desk.id("ana").await).await, Some(1));
    assert_eq!(level(desk.id("avi").await).await, Some(2));
    for who in ["ana", "bea", "mia"] {
        let told = desk.person(who).await.get("notifications").await.ok();
        assert_eq!(told["items"][0]["event"], "taskfire_disabled", "{who}");
    }
    assert_eq!(
        desk.person("avi").await.get("notifications").await.ok()["items"],
        json!([])
    );
    assert_eq!(ada.get("notifications").await.ok()["items"], json!([]));
    accept_agreement(operations, desk.acme).await;
    assert_eq!(level(mia).await, Some(3), "no level comes back by itself");
}

#[tokio::test]
async fn a_clients_own_ticket_is_an_archive_until_taskfire_is_on_again() {
    let desk = Desk::new().await;
    let (ada, tina, ana) = (
        desk.person("ada").await,
        desk.person("tina").await,
        desk.person("ana").await,
    );
    let tickets = tickets(&desk, &tina, &ana).await;
    disable(&desk, &ada, "Acme").await.ok();
    let (avi, bob, mia) = (
        desk.person("avi").await,
        desk.person("bob").await,
        desk.person("mia").await,
    );
    for reader in [&avi, &bob, &mia] {
        let kept = ticket(reader, &tickets.internal).await;
        assert_eq!(
            (&kept["holder"], &kept["taskfireStatus"]),
            (&json!("taskfire"), &json!(101))
        );
        let refused = reader
            .act(
                &tickets.internal,
                "note",
                json!({"audience": "public", "text": "Still?"}),
            )
            .await;
        assert_eq!(refused.error(), (422, "ticket_archived".to_owned()));
    }
    assert_eq!(
        tina.get(&format!("tickets/{}", tickets.internal["id"])).await.status,
        404
    );
    // Ana was half way through an escalation.
    let late = ana
        .act(&tickets.internal, "escalate", json!({"seen": {"holder": "taskfire"}}))
        .await;
    assert_eq!(late.error(), (422, "taskfire_not_enabled".to_owned()));
    accept_agreement(desk.operations(), desk.acme).await;
    let noted = avi
        .act(
            &tickets.internal,
            "note",
            json!({"audience": "public", "text": "Again"}),
        )
        .await;
    assert_eq!(noted.status, 200, "{noted:?}");
}

#[tokio::test]
async fn a_contacts_answer_reopens_a_closed_ticket_also_while_taskfire_is_off() {
    let desk = Desk::new().await;
    let (ada, tina, ana) = (
        desk.person("ada").await,
        desk.person("tina").await,
        desk.person("ana").await,
    );
    let tickets = tickets(&desk, &tina, &ana).await;
    let bob = desk.person("bob").await;
    let note = json!({"audience": "public", "text": "It is broken again"});
    tina.act(&tickets.transferred, "complete", json!({})).await.ok();
    ana.act(&tickets.transferred, "complete", json!({})).await.ok();
    let reopened = bob.act(&tickets.transferred, "note", note.clone()).await.ok();
    assert_eq!(
        (&reopened["ticket"]["holder"], &reopened["ticket"]["taskfireStatus"]),
        (&json!("taskfire"), &json!(108))
    );
    assert_eq!(reopened["ticket"]["closedDate"], Json::Null);
    ana.act(&tickets.transferred, "complete", json!({})).await.ok();
    disable(&desk, &ada, "Acme").await.ok();
    for closed in [&tickets.transferred, &tickets.closed] {
        let reopened = bob.act(closed, "note", note.clone()).await.ok();
        assert_eq!(
            (&reopened["ticket"]["holder"], &reopened["ticket"]["status"]),
            (&json!("autotask"), &json!(8))
        );
        assert_eq!(reopened["ticket"]["closedDate"], Json::Null);
    }
    let created = bob.create(json!({"companyID": desk.acme, "title": "New"})).await;
    assert_eq!(
        (&created["holder"], &created["status"]),
        (&json!("autotask"), &json!(1))
    );
}
