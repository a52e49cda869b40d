//! Charges that are taken back, what units cost the provider, and the currency in which closing was seen.

use super::super::autotask::Integration;
use super::world::*;
use crate::support::{Desk, Person};
use serde_json::{Value as Json, json};

/// A fee of 50.00 that Acme is charged once on the fifth, and then costs 80.00; its service on the contract.
async fn charged(desk: &Desk) -> (Person, Json) {
    let ada = desk.person("ada").await;
    let contract = contract(desk, calendar(desk.acme)).await;
    let set_up = service(desk, "Set-up", 1).await;
    let body = json!({"sold": {"service": set_up}, "units": 1, "unitPrice": "50", "from": "2026-11-05"});
    let line = ada.write(&format!("contracts/{contract}/services"), body).await.ok();
    let sold = line["contractService"].clone();
    let path = format!("contractServices/{sold}/price");
    ada.put(&path, json!({"unitPrice": "80"})).await.ok();
    (pass(desk, 5).await, sold)
}

/// The lines of November, and what they come to.
async fn november(ada: &Person, desk: &Desk) -> (Vec<String>, Json) {
    let acme = billing(ada, desk.acme, "2026-11-20").await;
    let statements = acme["statements"].as_array().unwrap();
    (statements.iter().flat_map(lines).collect(), acme["total"].clone())
}

#[tokio::test]
async fn a_charge_that_is_taken_back_is_credited_at_the_price_at_which_it_was_charged() {
    let desk = Desk::new().await;
    let (ada, sold) = charged(&desk).await;
    change(&ada, &sold, -1, "2026-11-25").await.ok();
    let (lines, total) = november(&ada, &desk).await;
    assert_eq!(
        lines,
        ["increase 2026-11-05 1 1 50.00", "decrease 2026-11-25 -1 1 -50.00"]
    );
    assert_eq!(total, "0.00");
}

#[tokio::test]
async fn of_charges_at_several_prices_the_newest_are_taken_back_first() {
    let desk = Desk::new().await;
    let (ada, sold) = charged(&desk).await;
    change(&ada, &sold, 2, "2026-11-25").await.ok();
    change(&ada, &sold, -3, "2026-11-26").await.ok();
    let (lines, total) = november(&ada, &desk).await;
    let credits = ["decrease 2026-11-26 -2 1 -160.00", "decrease 2026-11-26 -1 1 -50.00"];
    assert_eq!(lines.get(2..), Some(credits.map(str::to_owned).as_slice()), "{lines:?}");
    assert_eq!(total, "0.00");
}

#[tokio::test]
async fn what_an_adjustment_says_a_unit_costs_is_kept_and_reaches_its_units() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let contract = contract(&desk, calendar(desk.acme)).await;
    let backup = service(&desk, "Backup", 2).await;
    let body = json!({"sold": {"service": backup}, "units": 5, "unitPrice": "10", "from": "2026-11-01"});
    let line = ada.write(&format!("contracts/{contract}/services"), body).await.ok();
    let sold = &line["contractService"];
    let api = Integration::new(&desk).await;
    let cost = async || {
        let units = api.get(&format!("Contracts/{contract}/ServiceUnits")).await.ok();
        units["items"].as_array().unwrap().last().unwrap()["cost"].clone()
    };
    let body = json!({"contractServiceID": sold, "unitChange": 1, "adjustedUnitCost": 4,
        "effectiveDate": "2026-11-15"});
    api.post("ContractServiceAdjustments", body).await.ok();
    let row = api.row(&format!("ContractServices/{sold}")).await;
    assert_eq!(row["unitCost"].as_f64(), Some(4.0));
    assert_eq!(cost().await.as_f64(), Some(24.0), "6 × 4.00");
    let alone = json!({"contractServiceID": sold, "adjustedUnitCost": 5, "effectiveDate": "2026-11-20"});
    api.post("ContractServiceAdjustments", alone).await.ok();
    assert_eq!(cost().await.as_f64(), Some(30.0));
    let path = format!("Contracts/{contract}/Services");
    api.patch(&path, json!({"id": sold, "unitCost": 3})).await.ok();
    assert_eq!(cost().await.as_f64(), Some(18.0));
}

#[tokio::test]
async fn what_was_seen_in_one_currency_is_not_closed_in_another() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    automate(&desk, &ada, calendar(desk.acme)).await;
    let ada = pass(&desk, 12).await;
    let seen = ada.get("billing/closing?through=2026-11-30").await.ok();
    let mut settings = ada.get("instance").await.ok()["settings"].clone();
    settings["currency"] = json!("JPY");
    ada.put("instance", settings).await.ok();
    let body = json!({"through": "2026-11-30", "seen": seen["digest"]});
    let refused = ada.write("billing/close", body).await;
    assert_eq!(refused.error(), (422, "preview_outdated".to_owned()));
    let again = ada.get("billing/closing?through=2026-11-30").await.ok();
    let body = json!({"through": "2026-11-30", "seen": again["digest"]});
    ada.write("billing/close", body).await.ok();
}
