//! Contracts that cover nothing satisfy no validation, and one per request covers one (LT-07, LT-12).

use super::autotask::Integration;
use super::billing::world::{automate, calendar};
use super::support::{Scene, time};
use serde_json::{Value as Json, json};

/// A contract of type 8 by Autotask's route, which names no request, with so many tickets.
async fn tickets(scene: &Scene, api: &Integration, bought: i64) -> i64 {
    let body = json!({"companyID": scene.desk.acme, "contractName": "One ticket", "contractType": 8, "status": 1,
        "startDate": "2026-01-01", "endDate": "2026-12-31", "timeReportingRequiresStartAndStopTimes": 0});
    let contract = Integration::created(&api.post("Contracts", body).await);
    if bought > 0 {
        let purchase = json!({"ticketsPurchased": bought, "perTicketRate": 100, "datePurchased": "2026-01-01",
            "isPaid": false, "startDate": "2026-01-01", "endDate": "2026-12-31"});
        Integration::created(
            &api.post(&format!("Contracts/{contract}/TicketPurchases"), purchase)
                .await,
        );
    }
    contract
}

fn under(scene: &Scene, contract: i64) -> Json {
    json!({"companyID": scene.desk.acme, "title": "Under it", "contractID": contract})
}

#[tokio::test]
async fn a_contract_per_request_that_names_none_is_taken_by_the_first_and_by_no_further_one() {
    let scene = Scene::new(true).await;
    let api = Integration::new(&scene.desk).await;
    let one = tickets(&scene, &api, 1).await;
    let first = scene.tina.create(under(&scene, one)).await;
    scene.tina.act(&first, "time", time(10)).await.ok();
    let cover = scene
        .tina
        .get(&format!("tickets/{}/coverage?minutes=0", first["id"]))
        .await
        .ok();
    assert_eq!(
        (&cover["logged"]["covered"], &cover["logged"]["uncovered"]),
        (&json!(10), &json!(0))
    );
    let bought = api.get(&format!("Contracts/{one}/TicketPurchases")).await.ok();
    assert_eq!(bought["items"][0]["ticketsUsed"].as_f64(), Some(1.0), "{bought}");
    let further = scene.tina.write("tickets", under(&scene, one)).await;
    assert_eq!(further.error(), (422, "contract_required".to_owned()));
    scene.tina.act(&first, "complete", json!({"resolution": "Done"})).await;
    let later = scene.tina.write("tickets", under(&scene, one)).await;
    assert_eq!(later.error(), (422, "contract_required".to_owned()));
}

#[tokio::test]
async fn a_contract_per_request_of_which_no_ticket_was_bought_covers_none() {
    let scene = Scene::new(true).await;
    let api = Integration::new(&scene.desk).await;
    let none = tickets(&scene, &api, 0).await;
    let refused = scene.tina.write("tickets", under(&scene, none)).await;
    assert_eq!(refused.error(), (422, "contract_required".to_owned()));
}

#[tokio::test]
async fn a_request_that_is_linked_later_takes_the_contract_and_keeps_it() {
    let scene = Scene::new(true).await;
    let api = Integration::new(&scene.desk).await;
    let one = tickets(&scene, &api, 1).await;
    scene.contract("2026-11-01", true).await;
    let (mine, other) = (
        scene.tina.create(scene.request("Printer")).await,
        scene.tina.create(scene.request("Plotter")).await,
    );
    let link = |ticket: &Json| json!({"id": ticket["id"], "contractID": one});
    Integration::created(&api.patch("Tickets", link(&mine)).await);
    assert_ne!(api.patch("Tickets", link(&other)).await.status, 200);
    Integration::created(&api.patch("Tickets", link(&mine)).await);
    let row = scene.ada.get(&format!("contracts/{one}")).await.ok();
    assert_eq!(row["ticketID"], mine["id"]);
}

#[tokio::test]
async fn the_contract_that_bills_the_licences_covers_no_request() {
    let scene = Scene::new(true).await;
    let (contract, _) = automate(&scene.desk, &scene.ada, calendar(scene.desk.acme)).await;
    let refused = scene.tina.write("tickets", under(&scene, contract)).await;
    assert_eq!(refused.error(), (422, "contract_required".to_owned()));
}
