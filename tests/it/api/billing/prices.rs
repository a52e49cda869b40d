//! Prices and what was billed are given to who may read them (2.7), and to technicians by no route.

use super::super::autotask::Integration;
use super::world::*;
use crate::support::{Desk, Person};
use serde_json::{Value as Json, json};
use tandem::domain::SecurityLevel;

/// A desk whose November was billed, with the contract that it was billed by.
async fn billed() -> (Desk, Person, i64) {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let (contract, _) = automate(&desk, &ada, calendar(desk.acme)).await;
    give(&desk, &ada, "bob", 4).await;
    let ada = pass(&desk, 12).await;
    close_through(&ada, "2026-11-30").await;
    (desk, ada, contract)
}

async fn rows(reader: &Person, entity: &str) -> Json {
    let answer = reader.post(&format!("{entity}/query"), json!({"filter": []})).await;
    answer.ok()["items"].clone()
}

#[tokio::test]
async fn technicians_are_given_no_price_and_nothing_that_was_billed() {
    let (desk, ada, contract) = billed().await;
    let tina = desk.person("tina").await;
    for entity in ["billingItems", "contractNotes"] {
        assert_ne!(rows(&ada, entity).await, json!([]), "{entity}");
        assert_eq!(rows(&tina, entity).await, json!([]), "{entity}");
    }
    for (entity, field) in [
        ("services", "unitPrice"),
        ("contractServices", "unitPrice"),
        ("contractServiceUnits", "price"),
    ] {
        let (all, known) = (rows(&ada, entity).await, rows(&tina, entity).await);
        assert!(all[0][field].is_string(), "{entity}");
        assert_eq!(
            (&known[0]["id"], &known[0][field]),
            (&all[0]["id"], &Json::Null),
            "{entity}"
        );
        let asked = json!({"filter": [{"op": "gt", "field": field, "value": 1}]});
        assert_eq!(tina.post(&format!("{entity}/query"), asked.clone()).await.status, 400);
        assert_eq!(ada.post(&format!("{entity}/query"), asked).await.status, 200);
    }
    let contracts = format!("companies/{}/contracts", desk.acme);
    for (path, status) in [
        (contracts, 200),
        (format!("contracts/{contract}"), 200),
        (format!("contracts/{contract}/page"), 403),
        ("catalogue".to_owned(), 403),
    ] {
        assert_eq!(tina.get(&path).await.status, status, "{path}");
    }
}

#[tokio::test]
async fn the_feed_gives_technicians_no_price_either() {
    let (desk, ada, contract) = billed().await;
    let (tina, mut own) = (desk.person("tina").await, ada.follow(None).await);
    let mut feed = tina.follow(None).await;
    let (place, own_place) = (feed.next().await.unwrap().place, own.next().await.unwrap().place);
    assert_eq!(place, own_place);
    let service = service(&desk, "Backup", 2).await;
    let body = json!({"sold": {"service": service}, "unitPrice": "4.00", "units": 2, "from": "2026-12-01"});
    ada.write(&format!("contracts/{contract}/services"), body).await.ok();
    let mut names = Vec::new();
    loop {
        let event = feed.next().await.unwrap();
        names.push(event.data["entity"].as_str().unwrap().to_owned());
        let row = &event.data["row"];
        for field in ["unitPrice", "price", "internalCurrencyUnitPrice"] {
            assert!(row[field].is_null(), "{row}");
        }
        if names.last().is_some_and(|name| name == "ContractServiceUnit") {
            break;
        }
    }
    assert_eq!(names, ["Service", "ContractService", "ContractServiceUnit"]);
}

#[tokio::test]
async fn a_technicians_program_is_given_no_price_by_autotasks_routes() {
    let (desk, _, contract) = billed().await;
    let api = Integration::of_level(&desk, SecurityLevel::ProviderTech).await;
    assert_eq!(api.ids("BillingItems", json!([])).await, [] as [i64; 0]);
    assert_eq!(api.row("BillingItems/1").await, Json::Null);
    for path in ["Services/1".to_owned(), format!("Contracts/{contract}/Services/1")] {
        let row = api.row(&path).await;
        assert_eq!((&row["id"], &row["unitPrice"]), (&json!(1), &Json::Null), "{path}");
    }
    assert_eq!(
        api.row(&format!("Contracts/{contract}")).await["contractName"],
        "Taskfire 2026"
    );
}
