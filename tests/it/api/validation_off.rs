//! Requests while none needs a contract: nothing is held then (D-25), neither what comes nor what waited before.

use super::support::{Scene, TODAY, time};
use serde_json::{Value as Json, json};

async fn switch(scene: &Scene, is_active: bool) {
    let switch = json!({"isActive": is_active});
    scene.ada.put("contracts/validation", switch).await.ok();
}

#[tokio::test]
async fn what_waits_for_a_contract_opens_when_requests_need_none_any_more() {
    let scene = Scene::new(true).await;
    let contract = scene.contract(TODAY, false).await;
    let ticket = scene.tina.create(scene.request("Waits")).await;
    assert!(scene.is_held(&ticket).await);
    let refused = scene.tina.act(&ticket, "time", time(15)).await;
    assert_eq!(refused.error(), (422, "request_held".to_owned()));
    switch(&scene, false).await;
    assert!(!scene.is_held(&ticket).await);
    scene.tina.act(&ticket, "time", time(15)).await.ok();
    // It keeps the contract that it waited for, which pays once it holds.
    let row = scene.tina.get(&format!("tickets/{}", ticket["id"])).await.ok();
    assert_eq!(row["contractID"], json!(contract));
    let approve = format!("contracts/{contract}/approve");
    scene.ada.write(&approve, json!({})).await.ok();
    assert_eq!(scene.minutes(&json!(contract)).await, 15);
    // Needing one again concerns new requests alone (LT-17).
    switch(&scene, true).await;
    assert!(!scene.is_held(&ticket).await);
}

#[tokio::test]
async fn a_request_that_lost_the_contract_it_waited_for_opens_too() {
    let scene = Scene::new(true).await;
    let contract = scene.contract("2026-12-01", false).await;
    let ticket = scene.tina.create(scene.request("Waits")).await;
    let ended =
        json!({"name": "Care", "start": "2026-11-01", "end": "2026-11-19", "isApproved": false, "minutes": 600});
    scene.ada.put(&format!("contracts/{contract}"), ended).await.ok();
    let row = scene.tina.get(&format!("tickets/{}", ticket["id"])).await.ok();
    assert_eq!(
        (&row["contractID"], &row["isHeldForContract"]),
        (&Json::Null, &json!(true))
    );
    switch(&scene, false).await;
    assert!(!scene.is_held(&ticket).await);
}

#[tokio::test]
async fn a_request_is_not_held_for_the_contract_that_is_made_with_it() {
    let later = || json!({"form": "subscription", "start": "2026-12-01"});
    let scene = Scene::new(true).await;
    let ticket = scene.covered(later()).await;
    assert_eq!(ticket["isHeldForContract"], json!(true));
    let scene = Scene::new(false).await;
    let ticket = scene.covered(later()).await;
    assert_eq!(ticket["isHeldForContract"], json!(false));
    assert_ne!(ticket["contractID"], Json::Null);
}
