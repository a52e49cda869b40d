//! What days bring by themselves: periods begin, administrators are told, each once.

use super::world::*;
use crate::support::{Desk, Person};
use serde_json::{Value as Json, json};

/// What somebody was told of contracts, with what it names.
async fn told(person: &Person, event: &str) -> Vec<Json> {
    let all = person.get("notifications").await.ok();
    let items = all["items"].as_array().cloned().unwrap_or_default();
    let texts = items.into_iter().filter(|item| item["event"] == event).map(|item| {
        let parameters: Json = serde_json::from_str(item["parameters"].as_str().unwrap()).unwrap();
        parameters["text"].clone()
    });
    texts.collect()
}

async fn days_pass(desk: &Desk, days: u32) -> Person {
    let ada = pass(desk, days).await;
    desk.operations().tick().await.unwrap();
    desk.operations().tick().await.unwrap();
    ada
}

fn fields(end: &str, notice: Json) -> Json {
    json!({"name": "Care", "start": "2026-11-01", "end": end, "isApproved": true, "anchor": "calendar",
        "renewalNoticeDays": notice})
}

#[tokio::test]
async fn administrators_are_told_once_that_the_contract_which_bills_licences_has_ended() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let wanted = Wanted {
        end: Some("2026-11-22"),
        ..calendar(desk.acme)
    };
    let (contract, _) = automate(&desk, &ada, wanted).await;
    let ada = days_pass(&desk, 2).await;
    assert_eq!(told(&ada, "automation_contract_expired").await, [] as [Json; 0]);
    days_pass(&desk, 1).await;
    let ada = days_pass(&desk, 1).await;
    assert_eq!(
        told(&ada, "automation_contract_expired").await,
        [json!("Acme (Taskfire 2026)")],
        "N12"
    );
    let tina = desk.person("tina").await;
    assert_eq!(told(&tina, "automation_contract_expired").await, [] as [Json; 0]);
    // It goes on, and ends a second time.
    ada.put(&format!("contracts/{contract}"), fields("2026-11-26", Json::Null))
        .await
        .ok();
    let ada = days_pass(&desk, 4).await;
    assert_eq!(told(&ada, "automation_contract_expired").await.len(), 2);
}

#[tokio::test]
async fn administrators_are_told_once_that_a_contract_is_to_be_renewed() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let path = format!("companies/{}/contracts", desk.acme);
    for days in [0, 367] {
        let body = json!({"kind": "recurring", "fields": fields("2026-12-31", json!(days))});
        let refused = ada.write(&path, body).await;
        assert_eq!(refused.error(), (422, "out_of_range".to_owned()));
        assert_eq!(refused.json()["field"], "renewalNoticeDays");
    }
    for notice in [json!(30), Json::Null] {
        let body = json!({"kind": "recurring", "fields": fields("2026-12-31", notice)});
        ada.write(&path, body).await.ok();
    }
    let renewed = json!({"kind": "recurring", "fields": fields("2026-12-31", json!(30))});
    let renewed = ada.write(&path, renewed).await.ok();
    ada.write(&format!("contracts/{}/renew", renewed["id"]), json!({}))
        .await
        .ok();
    let ada = days_pass(&desk, 10).await;
    assert_eq!(told(&ada, "contract_renewal_due").await, [] as [Json; 0]);
    days_pass(&desk, 1).await;
    let ada = days_pass(&desk, 1).await;
    assert_eq!(told(&ada, "contract_renewal_due").await, [json!("Acme (Care)")]);
}

#[tokio::test]
async fn what_has_to_end_runs_for_twelve_months_where_nobody_says() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let path = format!("companies/{}/contracts", desk.acme);
    let made = |kind: &str, scope: Json| {
        let mut fields = fields("", Json::Null);
        fields["end"] = Json::Null;
        json!({"kind": kind, "scope": scope, "fields": fields})
    };
    let support = ada.write(&path, made("subscription", json!("org_unit"))).await.ok();
    assert_eq!(support["fields"]["end"], "2027-10-31");
    let recurring = ada.write(&path, made("recurring", Json::Null)).await.ok();
    assert_eq!(recurring["fields"]["end"], Json::Null, "it may go on for ever");
    let mut endless = fields("", Json::Null);
    endless["end"] = Json::Null;
    let refused = ada.put(&format!("contracts/{}", support["id"]), endless).await;
    assert_eq!(refused.error(), (422, "required".to_owned()));
}

#[tokio::test]
async fn periods_that_went_by_unseen_are_made_up_and_what_is_planned_stays() {
    let desk = Desk::new().await;
    let contract = contract(&desk, calendar(desk.acme)).await;
    let support = service(&desk, "Support", 2).await;
    let planned = put_on(&desk, contract, support, 200_000).await;
    change_units(&desk, desk.acme, planned, "2026-11-01", 1).await;
    change_units(&desk, desk.acme, planned, "2027-01-10", 2).await;
    let plain = put_on(&desk, contract, service(&desk, "Backup", 2).await, 200_000).await;
    change_units(&desk, desk.acme, plain, "2026-11-01", 4).await;
    let segment = |first: &str, last: &str, units| (first.to_owned(), last.to_owned(), units);
    let all = [
        segment("2026-11-01", "2026-11-30", 1),
        segment("2026-12-01", "2026-12-31", 1),
        segment("2027-01-01", "2027-01-09", 1),
        segment("2027-01-10", "2027-01-31", 3),
    ];
    assert_eq!(segments(&desk, planned).await, all);
    days_pass(&desk, 1).await;
    // Another change today leaves the plan alone too.
    change_units(&desk, desk.acme, planned, "2026-11-01", 0).await;
    assert_eq!(segments(&desk, planned).await, all);
    assert_eq!(segments(&desk, plain).await.len(), 1);
    days_pass(&desk, 62).await;
    assert_eq!(
        segments(&desk, plain).await,
        [
            segment("2026-11-01", "2026-11-30", 4),
            segment("2026-12-01", "2026-12-31", 4),
            segment("2027-01-01", "2027-01-31", 4),
        ]
    );
    assert_eq!(segments(&desk, planned).await, all);
}
