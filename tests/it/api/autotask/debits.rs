//! What Autotask's routes do to support contracts: time that is changed or deleted, contracts that are linked by hand,
//! requests of programs and of people.

use super::integration::{Integration, refusal};
use crate::support::Desk;
use serde_json::{Value as Json, json};
use tandem::entities::{CONFIGURATION_ITEM, Row};

/// A desk with active contracts, a program, and a request with 100 minutes of support.
struct Scene {
    desk: Desk,
    api: Integration,
    tina: i64,
    item: i64,
    ticket: Json,
}

async fn scene() -> Scene {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let ada = desk.person("ada").await;
    let mut row = Row::new(&CONFIGURATION_ITEM);
    row.set("companyID", desk.acme.0);
    row.set("isActive", true);
    let wrote = desk
        .operations()
        .write(move |writing| Ok(writing.insert(&mut row.clone())?));
    let item = wrote.await.unwrap();
    let option = json!({"timeExpiredOption": "ignore"});
    ada.write("contracts/activate", option).await.ok();
    let ticket = ada
        .create(
            json!({"companyID": desk.acme, "title": "Covered", "configurationItemID": item,
            "newContract": {"form": "support_hours", "minutes": 100}}),
        )
        .await;
    let tina = desk.id("tina").await.number();
    Scene {
        desk,
        api,
        tina,
        item,
        ticket,
    }
}

impl Scene {
    async fn log(&self, minutes: i64) -> i64 {
        let time = json!({"resourceID": self.tina, "ticketID": self.ticket["id"], "dateWorked": "2026-11-20",
            "hoursWorked": format!("{:.4}", f64::from(i32::try_from(minutes).unwrap()) / 60.0)});
        Integration::created(&self.api.post("TimeEntries", time).await)
    }

    /// Covered and uncovered minutes of the ticket's entries, and what is used of the contract.
    async fn standing(&self) -> (Json, Json) {
        let tina = self.desk.person("tina").await;
        let time = tina.get(&format!("tickets/{}/time", self.ticket["id"])).await.ok();
        let entries = time["items"].as_array().cloned().unwrap_or_default();
        let minutes = entries
            .iter()
            .map(|entry| json!([entry["coveredMinutes"], entry["uncoveredMinutes"]]));
        let contract = tina.get(&format!("contracts/{}", self.ticket["contractID"])).await.ok();
        (minutes.collect(), contract["minutesUsed"].clone())
    }
}

#[tokio::test]
async fn changed_and_deleted_time_gives_its_minutes_back_to_what_was_logged_later() {
    let scene = scene().await;
    let first = scene.log(80).await;
    scene.log(50).await;
    assert_eq!(scene.standing().await, (json!([[80, 0], [20, 30]]), json!(100)));
    let shorter = json!({"id": first, "hoursWorked": 1});
    scene.api.patch("TimeEntries", shorter).await.ok();
    assert_eq!(scene.standing().await, (json!([[60, 0], [40, 10]]), json!(100)));
    let earlier = json!({"id": first, "dateWorked": "2026-11-19"});
    scene.api.patch("TimeEntries", earlier).await.ok();
    assert_eq!(
        scene.standing().await,
        (json!([[0, 60], [50, 0]]), json!(50)),
        "before the contract"
    );
    scene.api.delete(&format!("TimeEntries/{first}")).await.ok();
    assert_eq!(scene.standing().await, (json!([[50, 0]]), json!(50)));
    let elsewhere = json!({"id": first + 1, "contractID": null});
    scene.api.patch("TimeEntries", elsewhere).await.ok();
    assert_eq!(
        scene.standing().await,
        (json!([[0, 50]]), json!(0)),
        "linked to no contract any more"
    );
}

#[tokio::test]
async fn a_day_that_is_to_come_and_more_than_a_day_are_refused_here_too() {
    let scene = scene().await;
    let first = scene.log(60).await;
    scene.log(1300).await;
    for fields in [
        json!({"id": first, "dateWorked": "2026-11-25"}),
        json!({"id": first, "hoursWorked": 3}),
    ] {
        assert_eq!(
            scene.api.patch("TimeEntries", fields.clone()).await.status,
            500,
            "{fields}"
        );
    }
    assert_eq!(scene.standing().await.1, 100);
}

#[tokio::test]
async fn programs_requests_need_no_contract_and_peoples_do() {
    let scene = scene().await;
    let ada = scene.desk.person("ada").await;
    ada.put("contracts/validation", json!({"isActive": true})).await.ok();
    let alert = json!({"companyID": scene.desk.globex, "title": "Disk full", "status": 1, "priority": 2});
    let id = Integration::created(&scene.api.post("Tickets", alert.clone()).await);
    let row = scene.api.row(&format!("Tickets/{id}")).await;
    assert_eq!(row["contractID"], Json::Null, "D-29");
    let tina = scene.api.impersonating(scene.tina);
    let refused = refusal(&tina.post("Tickets", alert).await);
    assert!(format!("{refused:?}").contains("contract"), "{refused:?}");
    let wanted = ada.get("contractSettings").await.ok()["refused"].clone();
    assert_eq!(wanted[0]["companyName"], "Globex");
}

#[tokio::test]
async fn a_contract_is_linked_by_hand_where_it_is_the_clients_own() {
    let scene = scene().await;
    let ada = scene.desk.person("ada").await;
    let contract = scene.ticket["contractID"].clone();
    let other = scene.api.ticket(&scene.desk, json!({})).await;
    scene
        .api
        .patch("Tickets", json!({"id": other, "contractID": contract}))
        .await
        .ok();
    let row = scene.api.row(&format!("Tickets/{other}")).await;
    assert_eq!(row["contractID"], contract);
    let globex =
        json!({"companyID": scene.desk.globex, "title": "x", "status": 1, "priority": 2, "contractID": contract});
    assert_ne!(scene.api.post("Tickets", globex).await.status, 200, "another client's");
    ada.put("contracts/validation", json!({"isActive": true})).await.ok();
    let unlinked = scene
        .api
        .patch("Tickets", json!({"id": other, "contractID": null}))
        .await;
    assert_ne!(unlinked.status, 200, "validation wants one");
    assert_eq!(scene.item, scene.ticket["configurationItemID"]);
}
