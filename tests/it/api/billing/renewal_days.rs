//! A contract and the one that renews it never bill the same services on one day.

use super::super::autotask::Integration;
use super::world::*;
use crate::support::{Answer, Desk, Person};
use serde_json::{Value as Json, json};

/// Acme's contract of November and its renewal of a year, with three units of a service that both bill.
async fn renewed(desk: &Desk, ada: &Person) -> (i64, i64) {
    let wanted = Wanted {
        end: Some("2026-11-30"),
        ..calendar(desk.acme)
    };
    let old = contract(desk, wanted).await;
    let backup = service(desk, "Backup", 2).await;
    let body = json!({"sold": {"service": backup}, "units": 3, "from": "2026-11-01"});
    ada.write(&format!("contracts/{old}/services"), body).await.ok();
    let renewed = ada.write(&format!("contracts/{old}/renew"), json!({})).await.ok();
    (old, renewed["id"].as_i64().unwrap())
}

async fn put(ada: &Person, contract: i64, start: &str, end: Json) -> Answer {
    let fields = json!({"name": "Managed", "start": start, "end": end, "isApproved": true, "anchor": "calendar"});
    ada.put(&format!("contracts/{contract}"), fields).await
}

#[tokio::test]
async fn a_contract_that_was_renewed_does_not_go_on_beside_its_renewal() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let (old, new) = renewed(&desk, &ada).await;
    for end in [Json::Null, json!("2027-06-30"), json!("2026-12-01")] {
        let refused = put(&ada, old, "2026-11-01", end).await;
        assert_eq!(refused.error(), (422, "renewal_overlaps".to_owned()));
        assert_eq!(refused.json()["field"], "end");
    }
    let refused = put(&ada, new, "2026-11-15", json!("2027-11-30")).await;
    assert_eq!(refused.error(), (422, "renewal_overlaps".to_owned()));
    assert_eq!(refused.json()["field"], "start");
    // Where the renewal begins later the old one may go on until then, and it may always end earlier.
    put(&ada, new, "2026-12-16", json!("2027-11-30")).await.ok();
    put(&ada, old, "2026-11-01", json!("2026-12-15")).await.ok();
    put(&ada, old, "2026-11-01", json!("2026-11-20")).await.ok();
    let billing = billing(&ada, desk.acme, "2026-12-20").await;
    assert_eq!(billing["statements"].as_array().unwrap().len(), 1, "{billing}");
}

#[tokio::test]
async fn nor_does_it_by_autotasks_routes() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let (old, _) = renewed(&desk, &ada).await;
    let api = Integration::new(&desk).await;
    let longer = json!({"id": old, "endDate": "2027-06-30"});
    let refused = api.patch("Contracts", longer).await;
    assert_eq!(refused.status, 500);
    assert!(refused.json()["errors"][0].as_str().unwrap().contains("2026-12-01"));
    let shorter = json!({"id": old, "endDate": "2026-11-29"});
    api.patch("Contracts", shorter).await.ok();
}

#[tokio::test]
async fn prepaid_hours_that_were_renewed_may_last_longer() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let hours = |end: &str, minutes: i64| json!({"name": "Hours", "start": "2026-11-01", "end": end, "isApproved": true, "minutes": minutes});
    let body = json!({"kind": "support_hours", "scope": "org_unit", "fields": hours("2026-11-30", 60)});
    let old = ada
        .write(&format!("companies/{}/contracts", desk.acme), body)
        .await
        .ok();
    ada.write(&format!("contracts/{}/renew", old["id"]), json!({}))
        .await
        .ok();
    let longer = ada
        .put(&format!("contracts/{}", old["id"]), hours("2026-12-15", 60))
        .await;
    assert_eq!(longer.code(), "contracts_overlap", "the rule of its scope says so");
}
