//! Writes: allowed, refused, forbidden, invisible, stale, repeated.

use crate::support::Desk;
use serde_json::json;
use std::time::Duration;
use tandem::base::ids::{Ids, UniqueIds};
use tandem::domain::SecurityLevel;
use tandem::server::operations::people::{NewContact, NewPortalUser};

#[tokio::test]
async fn a_ticket_is_created_escalated_and_completed_over_http() {
    let desk = Desk::new().await;
    let (ana, tina) = (desk.person("ana").await, desk.person("tina").await);
    let answer = ana
        .write("tickets", json!({"companyID": desk.acme, "title": "Printer hums"}))
        .await;
    assert_eq!(answer.status, 201);
    let ticket = answer.json()["ticket"].clone();
    assert_eq!(ticket["ticketNumber"], "T20261120.0001");
    assert_eq!(
        (&ticket["holder"], &ticket["taskfireStatus"]),
        (&json!("taskfire"), &json!(101))
    );
    assert_eq!(ticket["status"], json!(null));
    let escalated = ana.act(&ticket, "escalate", json!({"reason": "too loud"})).await.ok();
    assert_eq!(escalated["ticket"]["holder"], "autotask");
    assert_eq!(escalated["history"][0]["event"], "escalated");
    let completed = tina.act(&ticket, "complete", json!({"resolution": "Oiled"})).await.ok();
    assert_eq!(completed["carryOver"], "setting_off");
    assert_eq!(
        (&completed["ticket"]["status"], &completed["ticket"]["resolution"]),
        (&json!(5), &json!("Oiled"))
    );
}

#[tokio::test]
async fn a_refusal_has_its_code_its_field_and_a_sentence() {
    let desk = Desk::new().await;
    let ana = desk.person("ana").await;
    let ticket = ana.create(json!({"companyID": desk.acme, "title": "Printer"})).await;
    let refused = ana
        .act(&ticket, "note", json!({"audience": "public", "text": "  "}))
        .await;
    assert_eq!(refused.error(), (422, "required".to_owned()));
    assert_eq!(refused.json()["field"], "text");
    assert_eq!(refused.media_type, "application/problem+json");
    assert!(!refused.json()["message"].as_str().unwrap().is_empty());
    ana.act(&ticket, "escalate", json!({})).await.ok();
    let again = ana.act(&ticket, "escalate", json!({})).await;
    assert_eq!(again.error(), (422, "not_holder".to_owned()));
}

#[tokio::test]
async fn what_a_role_may_not_do_is_forbidden_and_what_it_does_not_see_is_absent() {
    let desk = Desk::new().await;
    let (ana, mia, bob) = (
        desk.person("ana").await,
        desk.person("mia").await,
        desk.person("bob").await,
    );
    let (tina, gus) = (desk.person("tina").await, desk.person("gus").await);
    let ticket = ana.create(json!({"companyID": desk.acme, "title": "Private"})).await;
    let note = json!({"audience": "public", "text": "hello"});
    for stranger in [&tina, &gus, &bob] {
        assert_eq!(
            stranger.act(&ticket, "note", note.clone()).await.error(),
            (404, "not_found".to_owned())
        );
    }
    assert_eq!(
        mia.act(&ticket, "escalate", json!({})).await.error(),
        (403, "forbidden".to_owned())
    );
    let absent = tina.act(&json!({"id": 999}), "note", note.clone()).await;
    assert_eq!(
        absent,
        tina.act(&ticket, "note", note).await,
        "absent and invisible look the same"
    );
}

#[tokio::test]
async fn a_change_whose_basis_differs_is_stale_and_shows_the_ticket_as_it_is() {
    let desk = Desk::new().await;
    let (tina, theo) = (desk.person("tina").await, desk.person("theo").await);
    let ticket = tina.create(json!({"companyID": desk.acme, "title": "Printer"})).await;
    tina.act(&ticket, "status", json!({"status": 8})).await.ok();
    let late = theo
        .act(&ticket, "status", json!({"status": 12, "seen": {"status": 1}}))
        .await;
    assert_eq!(late.error(), (409, "stale".to_owned()));
    assert_eq!(
        (&late.json()["current"]["status"], &late.json()["field"]),
        (&json!(8), &json!("status"))
    );
    let elsewhere = theo
        .act(&ticket, "priority", json!({"priority": 1, "seen": {"priority": 2}}))
        .await;
    assert_eq!(elsewhere.status, 200, "another field is no reason");
}

#[tokio::test]
async fn the_same_key_gets_the_same_bytes_and_the_act_happens_once() {
    let mut desk = Desk::new().await;
    let tina = desk.person("tina").await;
    let ticket = tina.create(json!({"companyID": desk.acme, "title": "Printer"})).await;
    let path = format!("tickets/{}/note", ticket["id"]);
    let (key, body) = (UniqueIds.change(), json!({"audience": "public", "text": "once"}));
    let first = tina.write_as(key, &path, body.clone()).await;
    desk.clock.advance(Duration::from_secs(3600));
    let second = tina.write_as(key, &path, body.clone()).await;
    desk.restart().await;
    let third = tina.write_as(key, &path, body.clone()).await;
    assert_eq!(first.status, 200);
    assert_eq!((&first, &first), (&second, &third));
    let notes = tina.get(&format!("tickets/{}/notes", ticket["id"])).await.ok();
    assert_eq!(notes["items"].as_array().map(Vec::len), Some(1));
    let other_order = json!({"text": "once", "audience": "public"});
    assert_eq!(tina.write_as(key, &path, other_order).await, first);
}

#[tokio::test]
async fn a_key_is_one_persons_and_one_requests() {
    let desk = Desk::new().await;
    let (tina, theo) = (desk.person("tina").await, desk.person("theo").await);
    let body = json!({"companyID": desk.acme, "title": "Printer"});
    let key = UniqueIds.change();
    let first = tina.write_as(key, "tickets", body.clone()).await.ok();
    let others = theo.write_as(key, "tickets", body).await.ok();
    assert_ne!(first["ticket"]["id"], others["ticket"]["id"]);
    let reused = tina
        .write_as(key, "tickets", json!({"companyID": desk.acme, "title": "Scanner"}))
        .await;
    assert_eq!(reused.error(), (409, "key_reused".to_owned()));
}

#[tokio::test]
async fn a_refusal_is_kept_too_even_when_it_would_be_allowed_now() {
    let desk = Desk::new().await;
    let (ana, tina) = (desk.person("ana").await, desk.person("tina").await);
    let ticket = ana.create(json!({"companyID": desk.acme, "title": "Printer"})).await;
    let (key, path) = (UniqueIds.change(), format!("tickets/{}/status", ticket["id"]));
    let invisible = tina.write_as(key, &path, json!({"status": 8})).await;
    assert_eq!(invisible.status, 404);
    ana.act(&ticket, "escalate", json!({})).await.ok();
    assert_eq!(tina.write_as(key, &path, json!({"status": 8})).await, invisible);
    assert_eq!(
        tina.act(&ticket, "status", json!({"status": 8})).await.status,
        200,
        "a new key is a new change"
    );
}

#[tokio::test]
async fn a_write_without_a_key_or_with_a_body_that_is_none_is_turned_away() {
    let desk = Desk::new().await;
    let tina = desk.person("tina").await;
    let body = json!({"companyID": desk.acme, "title": "Printer"});
    assert_eq!(
        tina.post("tickets", body).await.error(),
        (400, "key_required".to_owned())
    );
    for body in [json!([]), json!({"title": 7}), json!({"companyID": desk.acme})] {
        assert_eq!(
            tina.write("tickets", body.clone()).await.error(),
            (400, "bad_request".to_owned()),
            "{body}"
        );
    }
    assert_eq!(tina.write("tickets/1/dance", json!({})).await.status, 404);
    assert_eq!(
        tina.write("tickets/1/create", json!({})).await.error(),
        (404, "not_found".to_owned())
    );
    let huge = json!({"companyID": desk.acme, "title": "x", "description": "y".repeat(600_000)});
    assert_eq!(tina.write("tickets", huge).await.error(), (413, "too_large".to_owned()));
    let unknown = json!({"companyID": 4711, "title": "x"});
    assert_eq!(
        tina.write("tickets", unknown).await.error(),
        (422, "not_usable".to_owned())
    );
}

#[tokio::test]
async fn many_at_once_get_numbers_without_gaps_and_every_change_is_kept() {
    let desk = Desk::new().await;
    let tina = desk.person("tina").await;
    let creations = (0..40).map(|number| {
        let (tina, acme) = (tina.clone(), desk.acme);
        tokio::spawn(async move {
            tina.create(json!({"companyID": acme, "title": format!("No. {number}")}))
                .await
        })
    });
    let mut numbers = Vec::new();
    for creation in creations.collect::<Vec<_>>() {
        let ticket = creation.await.unwrap();
        numbers.push(ticket["ticketNumber"].as_str().unwrap().to_owned());
    }
    numbers.sort();
    let expected: Vec<_> = (1..=40).map(|number| format!("T20261120.{number:04}")).collect();
    assert_eq!(numbers, expected);
}

#[tokio::test]
async fn a_ticket_that_moves_to_another_client_shows_it_nothing_of_the_former_one() {
    let desk = Desk::new().await;
    let (tina, gus) = (desk.person("tina").await, desk.person("gus").await);
    // Taskfire is off here, so what Ira reports is the provider's.
    let operations = desk.operations();
    let initech = operations.create_company("Initech".to_owned()).await.unwrap();
    let new = NewContact {
        company: initech,
        first_name: "Ira".to_owned(),
        last_name: "Secret".to_owned(),
        email: "ira@client.test".to_owned(),
        phone: None,
        portal: Some(NewPortalUser {
            user_name: "ira".to_owned(),
            level: SecurityLevel::PortalBasic,
            password: None,
        }),
    };
    operations.create_contact(new).await.unwrap();
    let ira = desk.person("ira").await;
    let ticket = ira.create(json!({"companyID": initech, "title": "Printer"})).await;
    ira.act(
        &ticket,
        "note",
        json!({"audience": "public", "text": "our code is 4711"}),
    )
    .await
    .ok();
    tina.act(&ticket, "note", json!({"audience": "public", "text": "Hello Ira"}))
        .await
        .ok();
    let moved = tina.act(&ticket, "edit", json!({"companyID": desk.globex})).await.ok();
    assert_eq!(moved["ticket"]["publicNoteCount"], 0);
    tina.act(&ticket, "note", json!({"audience": "public", "text": "Hello Globex"}))
        .await
        .ok();

    let path = format!("tickets/{}", ticket["id"]);
    let row = gus.get(&path).await.ok();
    assert_eq!(
        json!([row["createdByName"], row["createdByContactID"], row["contactID"]]),
        json!([null, null, null])
    );
    let read = async |part: &str, field: &str| -> Vec<serde_json::Value> {
        let rows = gus.get(&format!("{path}/{part}")).await.ok();
        let rows = rows["items"].as_array().cloned().unwrap();
        rows.iter().map(|row| row[field].clone()).collect()
    };
    assert_eq!(json!(read("notes", "description").await), json!(["Hello Globex"]));
    assert_eq!(json!(read("history", "event").await), json!([]));
    assert_eq!(
        gus.ids("tickets", json!([{"op": "words", "value": "4711"}])).await,
        Vec::<i64>::new()
    );
    let kept = tina.get(&format!("{path}/notes")).await.ok();
    assert_eq!(
        kept["items"].as_array().map(Vec::len),
        Some(3),
        "the provider keeps all"
    );
    assert_eq!(
        json!([kept["items"][0]["audience"], kept["items"][0]["publish"]]),
        json!(["autotask", 2])
    );
}

#[tokio::test]
async fn a_ticket_with_time_on_it_keeps_its_company() {
    let desk = Desk::new().await;
    let tina = desk.person("tina").await;
    let ticket = tina.create(json!({"companyID": desk.acme, "title": "Printer"})).await;
    tina.act(&ticket, "time", json!({"workedOn": "2026-11-20", "minutes": 5}))
        .await
        .ok();
    let refused = tina.act(&ticket, "edit", json!({"companyID": desk.globex})).await;
    assert_eq!(refused.error(), (422, "company_fixed".to_owned()));
    let same = tina
        .act(&ticket, "edit", json!({"companyID": desk.acme, "title": "Mouse"}))
        .await;
    assert_eq!(same.status, 200);
}

#[tokio::test]
async fn what_is_hidden_can_not_be_guessed_by_saying_that_it_was_seen() {
    let desk = Desk::new().await;
    let (ana, tina) = (desk.person("ana").await, desk.person("tina").await);
    let ticket = ana.create(json!({"companyID": desk.acme, "title": "Printer"})).await;
    ana.act(&ticket, "note", json!({"audience": "internal", "text": "ours"}))
        .await
        .ok();
    ana.act(&ticket, "time", json!({"workedOn": "2026-11-20", "minutes": 15}))
        .await
        .ok();
    ana.act(&ticket, "escalate", json!({})).await.ok();
    let guess = async |seen: serde_json::Value| {
        let body = json!({"seen": seen, "priority": 2});
        tina.act(&ticket, "priority", body).await.status
    };
    assert_eq!(guess(json!({"minutesTaskfire": 15})).await, 409);
    assert_eq!(guess(json!({"minutesTaskfire": 16})).await, 409);
    assert_eq!(guess(json!({"noteCount": 1})).await, 409);
    assert_eq!(guess(json!({"noteCount": 0})).await, 200, "as she is given it");
}

#[tokio::test]
async fn whether_another_company_exists_does_not_show_in_a_refusal() {
    let desk = Desk::new().await;
    let ana = desk.person("ana").await;
    let ticket = ana.create(json!({"companyID": desk.acme, "title": "Printer"})).await;
    let (there, absent) = (
        ana.act(&ticket, "edit", json!({"companyID": desk.globex})).await,
        ana.act(&ticket, "edit", json!({"companyID": 9_999})).await,
    );
    assert_eq!(there, absent);
}
