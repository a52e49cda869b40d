//! Time that its contract didn't cover, carried to the next one of its scope (LT-05, D-28), by whichever way that one is
//! made, and what is said of it until then.

use super::autotask::Integration;
use super::support::{Scene, TODAY, time};
use crate::support::Person;
use serde_json::{Value as Json, json};
use std::time::Duration;

/// A desk on which the item's first contract of two hours is used up and half an hour waits for the next one.
async fn waiting() -> Scene {
    let scene = Scene::new(false).await;
    let ticket = scene.covered(json!({"form": "support_hours", "minutes": 120})).await;
    logged(&scene, &ticket).await;
    scene
}

/// Two hours and a half on a request.
async fn logged(scene: &Scene, ticket: &Json) {
    let saved = scene.tina.act(ticket, "time", time(150)).await.ok()["timeEntries"][0].take();
    let minutes = ["coveredMinutes", "uncoveredMinutes", "carriedMinutes"].map(|field| saved[field].clone());
    assert_eq!(minutes, [json!(120), json!(30), json!(30)]);
}

/// What a contract has bought and used, and the hours of its blocks with those that were approved of each.
async fn standing(reader: &Person, contract: &Json) -> (Json, Json) {
    let row = reader.get(&format!("contracts/{contract}")).await.ok();
    let filter = json!({"filter": [{"op": "eq", "field": "contractID", "value": contract}]});
    let blocks = reader.post("contractBlocks/query", filter).await.ok();
    let blocks = blocks["items"].as_array().unwrap().iter();
    (
        json!([row["minutesBought"], row["minutesUsed"], row["minutesCarried"]]),
        blocks
            .map(|block| json!([block["hours"], block["hoursApproved"]]))
            .collect(),
    )
}

/// Five hours of which half an hour was carried there.
fn taken() -> (Json, Json) {
    (json!([300, 30, 30]), json!([["5", "0.5"]]))
}

async fn make(scene: &Scene, kind: &str, scope: Json, more: Json) -> Json {
    let mut fields = json!({"name": "Next", "start": TODAY, "end": null, "isApproved": true});
    for (name, value) in more.as_object().unwrap() {
        fields[name] = value.clone();
    }
    let path = format!("companies/{}/contracts", scene.desk.acme);
    let body = json!({"kind": kind, "scope": scope, "fields": fields});
    scene.ada.write(&path, body).await.ok()["id"].take()
}

#[tokio::test]
async fn the_next_hours_that_are_bought_take_what_waits() {
    for (kind, end) in [("support_hours", Json::Null), ("time_limited", json!("2027-11-19"))] {
        let scene = waiting().await;
        let more = json!({"minutes": 300, "end": end});
        let next = make(&scene, kind, json!({"item": scene.item}), more).await;
        assert_eq!(standing(&scene.ada, &next).await, taken(), "{kind}");
    }
}

#[tokio::test]
async fn hours_that_are_fewer_than_what_waits_are_used_up_and_the_rest_waits_on() {
    let scene = waiting().await;
    let scope = || json!({"item": scene.item});
    let small = make(&scene, "support_hours", scope(), json!({"minutes": 20})).await;
    assert_eq!(
        standing(&scene.ada, &small).await,
        (json!([20, 20, 20]), json!([["0.3333", "0.3333"]]))
    );
    let next = make(&scene, "support_hours", scope(), json!({"minutes": 300})).await;
    assert_eq!(standing(&scene.ada, &next).await.0, json!([300, 10, 10]), "LT-C33");
}

#[tokio::test]
async fn the_renewal_of_a_contract_that_ended_yesterday_takes_what_waits() {
    let scene = Scene::new(false).await;
    let today_alone = json!({"form": "time_limited", "minutes": 120, "start": TODAY, "end": TODAY});
    let ticket = scene.covered(today_alone).await;
    logged(&scene, &ticket).await;
    scene.desk.clock.advance(Duration::from_secs(24 * 3600));
    let ada = scene.desk.person("ada").await;
    let path = format!("contracts/{}/renew", ticket["contractID"]);
    let renewed = ada.write(&path, json!({})).await.ok();
    assert_eq!(renewed["fields"]["start"], "2026-11-21");
    assert_eq!(
        standing(&ada, &renewed["id"]).await,
        (json!([120, 30, 30]), json!([["2", "0.5"]]))
    );
}

#[tokio::test]
async fn a_contract_that_is_made_with_its_request_or_for_one_that_is_there_takes_what_waits() {
    let five_hours = || json!({"form": "support_hours", "minutes": 300});
    let scene = waiting().await;
    let ticket = scene.covered(five_hours()).await;
    assert_eq!(standing(&scene.ada, &ticket["contractID"]).await, taken(), "D-23");

    let scene = waiting().await;
    let there = scene.tina.create(scene.request("Not covered yet")).await;
    assert_eq!(there["contractID"], Json::Null);
    let path = format!("tickets/{}/contract", there["id"]);
    let made = scene.ada.write(&path, five_hours()).await.ok();
    assert_eq!(standing(&scene.ada, &made["id"]).await, taken());
    assert_eq!((&made["used"], &made["left"]), (&json!(30), &json!(270)));
}

#[tokio::test]
async fn hours_that_an_integration_buys_take_what_waits() {
    let scene = Scene::new(false).await;
    make(&scene, "support_hours", json!("org_unit"), json!({"minutes": 120})).await;
    let of_all = json!({"companyID": scene.desk.acme, "title": "No item"});
    let ticket = scene.tina.create(of_all).await;
    logged(&scene, &ticket).await;
    let api = Integration::new(&scene.desk).await;
    let contract = json!({"companyID": scene.desk.acme, "contractName": "Next", "contractType": 4, "status": 1,
        "startDate": TODAY, "endDate": "2099-12-31", "timeReportingRequiresStartAndStopTimes": 0});
    let id = Integration::created(&api.post("Contracts", contract).await);
    let block = json!({"contractID": id, "startDate": TODAY, "endDate": "2099-12-31", "datePurchased": TODAY,
        "hours": 5, "hourlyRate": 80});
    Integration::created(&api.post(&format!("Contracts/{id}/Blocks"), block).await);
    assert_eq!(standing(&scene.ada, &json!(id)).await, taken());
}

/// How many minutes are said not to be billed, of Acme and of all clients.
async fn not_billed(scene: &Scene) -> [Vec<Json>; 2] {
    let page = scene
        .ada
        .get(&format!("companies/{}/billing", scene.desk.acme))
        .await
        .ok();
    let overview = scene.ada.get("billing").await.ok();
    [page, overview].map(|page| {
        let all = page["notBilled"].as_array().unwrap().iter();
        let uncovered = all.filter(|one| one["reason"] == "uncovered_time");
        uncovered.map(|one| one["count"].clone()).collect()
    })
}

#[tokio::test]
async fn carried_time_is_not_billed_until_a_later_contract_takes_it() {
    let next = [
        ("support_hours", json!({"minutes": 300}), [Vec::new(), Vec::new()]),
        (
            "support_hours",
            json!({"minutes": 20}),
            [vec![json!(10)], vec![json!(10)]],
        ),
        ("subscription", json!({"end": "2027-11-19"}), [Vec::new(), Vec::new()]),
    ];
    for (kind, more, left) in next {
        let scene = waiting().await;
        assert_eq!(not_billed(&scene).await, [vec![json!(30)], vec![json!(30)]]);
        make(&scene, kind, json!({"item": scene.item}), more).await;
        assert_eq!(not_billed(&scene).await, left, "{kind}");
    }
}
