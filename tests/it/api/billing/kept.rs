//! What is said of a line stays true: of one that was billed only what had happened until then, and of automation that
//! ended who ended it.

use super::world::*;
use crate::support::{Desk, Person};
use serde_json::{Value as Json, json};
use tandem::domain::SecurityLevel;
use tandem::entities::COMPANY;
use tandem::server::operations::people::NewResource;

async fn close_through(ada: &Person, through: &str) {
    let seen = ada.get(&format!("billing/closing?through={through}")).await.ok();
    let body = json!({"through": through, "seen": seen["digest"]});
    ada.write("billing/close", body).await.ok();
}

/// The notes of the events behind each line of the first statement.
async fn notes(ada: &Person, desk: &Desk, containing: &str) -> Vec<Vec<String>> {
    let page = billing(ada, desk.acme, containing).await;
    let lines = page["statements"][0]["lines"].as_array().unwrap().iter();
    let notes = lines.map(|line| {
        let events = line["events"].as_array().unwrap().iter();
        events.map(|event| event["note"].as_str().unwrap().to_owned()).collect()
    });
    notes.collect()
}

#[tokio::test]
async fn a_closed_line_opens_only_into_what_had_happened_when_it_was_closed() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let wanted = Wanted {
        start: "2026-09-01",
        ..calendar(desk.acme)
    };
    let id = contract(&desk, wanted).await;
    let print = service(&desk, "Managed Print", 2).await;
    let body = json!({"sold": {"service": print}, "units": 5, "unitPrice": "10", "from": "2026-09-01"});
    let line = ada.write(&format!("contracts/{id}/services"), body).await.ok();
    let path = format!("contractServices/{}/units", line["contractService"]);
    let two = json!({"change": 2, "from": "2026-10-10", "note": "two"});
    ada.write(&path, two).await.ok();
    let before = notes(&ada, &desk, "2026-10-20").await;
    assert_eq!(before[1], ["two"]);
    close_through(&ada, "2026-10-31").await;
    let ada = pass(&desk, 1).await;
    for (change, from) in [(-1, "2026-09-15"), (3, "2026-10-10")] {
        let body = json!({"change": change, "from": from, "note": "late"});
        ada.write(&path, body).await.ok();
    }
    assert_eq!(notes(&ada, &desk, "2026-10-20").await, before);
    let november = notes(&ada, &desk, "2026-11-20").await;
    assert!(november.iter().flatten().any(|note| note == "late"), "{november:?}");
}

async fn otto(desk: &Desk) -> Person {
    desk.operations()
        .create_resource(NewResource {
            user_name: "otto".to_owned(),
            first_name: "Otto".to_owned(),
            last_name: "Stopper".to_owned(),
            email: "otto@northwind.test".to_owned(),
            level: SecurityLevel::ProviderAdmin,
            password: None,
        })
        .await
        .unwrap();
    desk.person("otto").await
}

/// The event that ends automation on the line that it ended.
fn ended(page: &Json) -> (String, String) {
    let mut lines = page["statements"].as_array().unwrap().iter();
    let events = lines.find_map(|statement| {
        let mut lines = statement["lines"].as_array().unwrap().iter();
        lines.find(|line| line["kind"] == "decrease")
    });
    let events = events.unwrap()["events"].as_array().unwrap().iter();
    let mut events = events.filter(|event| event["event"] == "automation_ended");
    let event = events.next().unwrap();
    let text = |name: &str| event[name].as_str().unwrap().to_owned();
    (text("byName"), text("at").chars().take(10).collect())
}

#[tokio::test]
async fn the_line_that_ends_automation_says_who_stopped_it_and_when() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    automate(&desk, &ada, calendar(desk.acme)).await;
    pass(&desk, 5).await;
    let otto = otto(&desk).await;
    let path = format!("companies/{}/automation/stop", desk.acme);
    otto.write(&path, json!({})).await.ok();
    let page = billing(&otto, desk.acme, "2026-11-20").await;
    assert_eq!(ended(&page), ("Otto Stopper".to_owned(), "2026-11-25".to_owned()));
}

#[tokio::test]
async fn the_line_that_ends_automation_says_who_let_another_contract_take_over() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    automate(&desk, &ada, calendar(desk.acme)).await;
    pass(&desk, 5).await;
    let otto = otto(&desk).await;
    let other = contract(&desk, calendar(desk.acme)).await;
    let fee = service(&desk, "Other fee", 2).await;
    let sold = put_on(&desk, other, fee, 200_000).await;
    let choice = json!({"contract": other, "contractService": sold});
    save(&otto, desk.acme, choice).await.ok();
    let page = billing(&otto, desk.acme, "2026-11-20").await;
    assert_eq!(ended(&page), ("Otto Stopper".to_owned(), "2026-11-25".to_owned()));
}

#[tokio::test]
async fn of_automation_that_ended_before_that_was_kept_nobody_is_said_to_have_ended_it() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    automate(&desk, &ada, calendar(desk.acme)).await;
    let ada = pass(&desk, 5).await;
    let path = format!("companies/{}/automation/stop", desk.acme);
    ada.write(&path, json!({})).await.ok();
    desk.operations()
        .write(|writing| {
            writing.execute("UPDATE billing_automation SET ended_by = NULL, ended_at = NULL", [])?;
            Ok(())
        })
        .await
        .unwrap();
    let page = billing(&ada, desk.acme, "2026-11-20").await;
    assert_eq!(ended(&page).0, "");
}

#[tokio::test]
async fn an_invoice_keeps_the_name_that_the_provider_had_when_it_was_made() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    automate(&desk, &ada, calendar(desk.acme)).await;
    let ada = pass(&desk, 12).await;
    close_through(&ada, "2026-11-30").await;
    let made = ada.get("invoices/1").await.ok();
    let rename = |name: &'static str| {
        desk.operations().write(move |writing| {
            let before = tandem::server::store::rows::get(writing, &COMPANY, 0)?.unwrap();
            let mut own = before.clone();
            own.set("companyName", name);
            Ok(writing.update(&before, &own)?)
        })
    };
    rename("Another Name").await.unwrap();
    assert_eq!(ada.get("invoices/1").await.ok()["provider"], made["provider"]);
    assert_ne!(made["provider"], "Another Name");
}
