//! What is said not to be billed, and why: only what nothing else bills.

use super::world::*;
use crate::support::{Desk, Person};
use serde_json::{Value as Json, json};

/// What of services on contracts is not billed: `Backup contract_expired 3`.
async fn not_billed(ada: &Person, desk: &Desk) -> Vec<String> {
    let page = ada.get(&format!("companies/{}/billing", desk.acme)).await.ok();
    let all = page["notBilled"].as_array().unwrap().iter();
    let of_contracts = all.filter(|one| one["contract"] != Json::Null);
    let said = of_contracts.map(|one| {
        let text = |field: &str| one[field].as_str().unwrap().to_owned();
        format!("{} {} {}", text("serviceName"), text("reason"), one["count"])
    });
    said.collect()
}

/// A contract of November with three units of two services, and the second of these.
async fn november(desk: &Desk, ada: &Person) -> (i64, i64) {
    let wanted = Wanted {
        end: Some("2026-11-30"),
        ..calendar(desk.acme)
    };
    let contract = contract(desk, wanted).await;
    let services = [service(desk, "Backup", 2).await, service(desk, "Monitoring", 2).await];
    for sold in services {
        let body = json!({"sold": {"service": sold}, "units": 3, "from": "2026-11-01"});
        ada.write(&format!("contracts/{contract}/services"), body).await.ok();
    }
    (contract, services[1])
}

#[tokio::test]
async fn what_a_renewal_bills_is_not_missing_on_the_contract_that_has_ended() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let (old, monitoring) = november(&desk, &ada).await;
    let ada = pass(&desk, 15).await;
    let missing = ["Backup contract_expired 3", "Monitoring contract_expired 3"];
    assert_eq!(not_billed(&ada, &desk).await, missing);
    // Monitoring isn't sold any more, so the renewal is without it.
    let retired = json!({"name": "Monitoring", "period": "monthly", "unitPrice": "20", "isActive": false});
    ada.put(&format!("services/{monitoring}"), retired).await.ok();
    ada.write(&format!("contracts/{old}/renew"), json!({})).await.ok();
    assert_eq!(not_billed(&ada, &desk).await, missing[1..]);
}

#[tokio::test]
async fn licences_are_missing_as_long_as_automation_bills_them_through_a_contract_that_has_ended() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let wanted = Wanted {
        end: Some("2026-11-30"),
        ..calendar(desk.acme)
    };
    let (old, _) = automate(&desk, &ada, wanted).await;
    let ada = pass(&desk, 15).await;
    let renewed = ada.write(&format!("contracts/{old}/renew"), json!({})).await.ok();
    let missing = [
        "Taskfire License Fee contract_expired 2",
        "Taskfire License Fee no_units 0",
    ];
    assert_eq!(not_billed(&ada, &desk).await, missing);
    let follow_up = &renewed["automationFollowUp"];
    let choice = json!({"contract": renewed["id"], "contractService": follow_up["contractService"]});
    save(&ada, desk.acme, choice).await.ok();
    assert_eq!(not_billed(&ada, &desk).await, [] as [&str; 0]);
}

#[tokio::test]
async fn a_charge_that_is_billed_once_is_not_missing_once_it_was_billed() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let wanted = Wanted {
        end: Some("2026-11-30"),
        ..calendar(desk.acme)
    };
    let contract = contract(&desk, wanted).await;
    for (name, price) in [("Setup", "250.00"), ("Welcome", "0")] {
        let once = service(&desk, name, 1).await;
        let body = json!({"sold": {"service": once}, "unitPrice": price, "units": 1, "from": "2026-11-10"});
        ada.write(&format!("contracts/{contract}/services"), body).await.ok();
    }
    assert_eq!(not_billed(&ada, &desk).await, ["Welcome no_price 1"]);
    let ada = pass(&desk, 12).await;
    assert_eq!(
        not_billed(&ada, &desk).await,
        [] as [&str; 0],
        "the contract has ended and the charge is still to be closed"
    );
    let closed = close_through(&ada, "2026-11-30").await;
    assert_eq!(closed["invoices"][0]["total"], "250.00");
    assert_eq!(not_billed(&ada, &desk).await, [] as [&str; 0]);
}

#[tokio::test]
async fn a_charge_for_nothing_is_not_missing_once_its_day_was_closed() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let contract = contract(&desk, calendar(desk.acme)).await;
    for (name, price) in [("Setup", "250.00"), ("Welcome", "0")] {
        let once = service(&desk, name, 1).await;
        let body = json!({"sold": {"service": once}, "unitPrice": price, "units": 1, "from": "2026-11-10"});
        ada.write(&format!("contracts/{contract}/services"), body).await.ok();
    }
    close_through(&ada, "2026-11-15").await;
    assert_eq!(not_billed(&ada, &desk).await, [] as [&str; 0]);
}
