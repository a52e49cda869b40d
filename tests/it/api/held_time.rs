//! A request that waits for its contract takes no time of the provider's (row 27), by no route.

use super::autotask::Integration;
use super::support::{Scene, time};
use serde_json::json;

#[tokio::test]
async fn an_older_entry_of_a_held_request_gets_no_longer_by_autotasks_routes() {
    let scene = Scene::new(true).await;
    scene.contract("2026-11-01", true).await;
    let ticket = scene.ada.create(scene.request("Printer")).await;
    scene.ada.act(&ticket, "time", time(60)).await.ok();
    let entry = scene.ada.ids("timeEntries", json!([])).await[0];
    let later = scene.contract_of_all("2026-12-01").await;
    let api = Integration::new(&scene.desk).await;
    api.patch("Tickets", json!({"id": ticket["id"], "contractID": later}))
        .await
        .ok();
    assert_eq!(scene.ada.act(&ticket, "time", time(10)).await.code(), "request_held");
    let longer = api.patch("TimeEntries", json!({"id": entry, "hoursWorked": 8})).await;
    assert_eq!(longer.status, 500, "{}", longer.text);
    let shorter = json!({"id": entry, "hoursWorked": 0.5, "summaryNotes": "half of it was another's"});
    api.patch("TimeEntries", shorter).await.ok();
}
