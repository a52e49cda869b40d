//! A contract that isn't approved, or has ended, bills no licences: it can't be chosen for them, and what they hang on stays
//! approved.

use super::world::*;
use crate::support::{Desk, Person};
use serde_json::{Value as Json, json};

/// A recurring contract of Acme's that nobody has approved yet.
async fn draft(desk: &Desk, ada: &Person, end: Json) -> i64 {
    let fields = json!({"name": "Draft", "start": "2026-11-01", "end": end, "isApproved": false, "anchor": "calendar"});
    let body = json!({"kind": "recurring", "fields": fields});
    let made = ada
        .write(&format!("companies/{}/contracts", desk.acme), body)
        .await
        .ok();
    made["id"].as_i64().unwrap()
}

/// A service on a contract, as it is chosen for automation.
async fn choice(desk: &Desk, contract: i64, name: &'static str) -> Json {
    let fee = service(desk, name, 2).await;
    let sold = put_on(desk, contract, fee, 200_000).await;
    json!({"contract": contract, "contractService": sold})
}

/// Why the page says that a contract's service can't be chosen.
async fn offered(desk: &Desk, ada: &Person, contract: i64) -> Json {
    let page = ada.get(&format!("companies/{}/automation", desk.acme)).await.ok();
    let contracts = page["contracts"].as_array().unwrap();
    let found = contracts.iter().find(|other| other["id"] == contract).unwrap();
    found["services"][0]["refusal"].clone()
}

#[tokio::test]
async fn licences_are_not_pointed_at_a_contract_that_is_not_approved() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    automate(&desk, &ada, calendar(desk.acme)).await;
    let draft = draft(&desk, &ada, Json::Null).await;
    let choice = choice(&desk, draft, "Other fee").await;
    assert_eq!(offered(&desk, &ada, draft).await, "contract_not_approved");
    let refused = save(&ada, desk.acme, choice.clone()).await;
    assert_eq!(refused.error(), (422, "contract_not_approved".to_owned()));
    assert_eq!(refused.json()["field"], "contract");
    let billed = async || {
        let december = billing(&ada, desk.acme, "2026-12-20").await;
        let statements = december["statements"].as_array().unwrap().iter();
        let billing = statements.filter(|statement| !lines(statement).is_empty());
        let contracts: Vec<Json> = billing.map(|statement| statement["contract"].clone()).collect();
        (december["total"].clone(), contracts)
    };
    let before = billed().await;
    assert_eq!(before.0, "40.00");
    let fields = json!({"name": "Draft", "start": "2026-11-01", "end": null, "isApproved": true, "anchor": "calendar"});
    ada.put(&format!("contracts/{draft}"), fields).await.ok();
    save(&ada, desk.acme, choice).await.ok();
    let after = billed().await;
    assert_eq!(after.0, "40.00");
    assert_ne!(after.1, before.1, "the other one bills");
}

#[tokio::test]
async fn a_contract_that_bills_the_licences_stays_approved_before_there_are_any() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    for name in ["ana", "bea"] {
        give(&desk, &ada, name, 1).await;
    }
    let wanted = Wanted {
        start: "2026-12-01",
        ..calendar(desk.acme)
    };
    let (contract, _) = automate(&desk, &ada, wanted).await;
    let fields = json!({"name": "Taskfire 2026", "start": "2026-12-01", "end": null, "isApproved": false,
        "anchor": "calendar"});
    let path = format!("contracts/{contract}");
    let refused = ada.put(&path, fields.clone()).await;
    assert_eq!(refused.error(), (422, "units_on_contract".to_owned()));
    let stop = format!("companies/{}/automation/stop", desk.acme);
    ada.write(&stop, json!({})).await.ok();
    ada.put(&path, fields).await.ok();
}

#[tokio::test]
async fn what_a_contract_without_approval_does_not_bill_is_said_to_lack_it() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let draft = draft(&desk, &ada, Json::Null).await;
    choice(&desk, draft, "Backup").await;
    let page = billing(&ada, desk.acme, "2026-11-20").await;
    let lines = page["notBilled"].as_array().unwrap();
    let line = lines.iter().find(|line| line["contract"] == draft).unwrap();
    assert_eq!(
        (&line["reason"], &line["on"]),
        (&json!("contract_not_approved"), &Json::Null)
    );
}

#[tokio::test]
async fn a_contract_that_has_ended_is_not_chosen_where_nothing_billed_before() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let wanted = Wanted {
        start: "2025-01-01",
        end: Some("2026-06-30"),
        ..calendar(desk.acme)
    };
    let ended = contract(&desk, wanted).await;
    let choice = choice(&desk, ended, "Fee").await;
    let refused = save(&ada, desk.acme, choice).await;
    assert_eq!(refused.error(), (422, "contract_ended".to_owned()));
    assert_eq!(offered(&desk, &ada, ended).await, "contract_ended");
}

#[tokio::test]
async fn the_renewal_of_a_contract_without_approval_has_none_either() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let draft = draft(&desk, &ada, json!("2026-12-31")).await;
    let renewed = ada.write(&format!("contracts/{draft}/renew"), json!({})).await.ok();
    assert_eq!(renewed["fields"]["isApproved"], false);
    let fields = json!({"name": "Draft", "start": "2026-11-01", "end": "2026-12-31", "isApproved": true,
        "anchor": "calendar"});
    ada.put(&format!("contracts/{draft}"), fields).await.ok();
    let path = format!("contracts/{draft}/clone");
    let copy = ada
        .write(&path, json!({"company": desk.globex, "name": "Copy"}))
        .await
        .ok();
    assert_eq!(copy["fields"]["isApproved"], true);
}
