//! What is changed on a contract that was renewed already goes on with the renewal, and with a renewal of that.

use super::super::autotask::Integration;
use super::world::*;
use crate::support::{Desk, Person};
use serde_json::{Value as Json, json};

/// Acme's contract of a year with five units for 10.00 a month from November on, and its service; and its renewal.
struct Renewed {
    desk: Desk,
    ada: Person,
    old: i64,
    sold: i64,
    new: i64,
}

impl Renewed {
    async fn make() -> Self {
        let desk = Desk::new().await;
        let ada = desk.person("ada").await;
        let wanted = Wanted {
            start: "2026-01-01",
            end: Some("2026-12-31"),
            ..calendar(desk.acme)
        };
        let old = contract(&desk, wanted).await;
        let backup = service(&desk, "Backup", 2).await;
        let body = json!({"sold": {"service": backup}, "units": 5, "unitPrice": "10", "from": "2026-11-01"});
        let line = ada.write(&format!("contracts/{old}/services"), body).await.ok();
        let new = renew(&ada, old).await;
        Self {
            old,
            sold: line["contractService"].as_i64().unwrap(),
            new,
            ada,
            desk,
        }
    }

    async fn change(&self, change: i64, from: &str) {
        let body = json!({"change": change, "from": from, "note": "agreed by telephone"});
        let path = format!("contractServices/{}/units", self.sold);
        self.ada.write(&path, body).await.ok();
    }

    async fn total(&self, day: &str) -> Json {
        billing(&self.ada, self.desk.acme, day).await["total"].clone()
    }

    /// A contract's only service.
    async fn service(&self, contract: i64) -> Json {
        let page = self.ada.get(&format!("contracts/{contract}/page")).await.ok();
        page["services"][0].clone()
    }

    async fn notes(&self, contract: i64) -> String {
        let page = self.ada.get(&format!("contracts/{contract}/page")).await.ok();
        page["notes"].to_string()
    }
}

async fn renew(ada: &Person, old: i64) -> i64 {
    let body = json!({"name": format!("After {old}")});
    let renewed = ada.write(&format!("contracts/{old}/renew"), body).await.ok();
    renewed["id"].as_i64().unwrap()
}

#[tokio::test]
async fn units_and_a_price_that_change_after_a_renewal_hold_on_the_renewal_too() {
    let world = Renewed::make().await;
    world.change(2, "2026-12-10").await;
    let path = format!("contractServices/{}/price", world.sold);
    world.ada.put(&path, json!({"unitPrice": "12"})).await.ok();
    assert_eq!(world.total("2026-12-20").await, "77.03", "60.00 and 2 × 12.00 × 22/31");
    assert_eq!(world.total("2027-01-20").await, "84.00", "7 × 12.00");
    let old = world.notes(world.old).await;
    assert!(
        old.contains("Carried over to") && old.contains("from 2027-01-01 on"),
        "{old}"
    );
    let new = world.notes(world.new).await;
    assert!(
        new.contains("2027-01-01: 5 → 7 (+2)") && new.contains("agreed by telephone"),
        "{new}"
    );
    assert!(
        new.contains("Carried over from") && new.contains("2027-01-01: 12"),
        "{new}"
    );
}

#[tokio::test]
async fn so_they_do_on_the_renewal_of_the_renewal() {
    let world = Renewed::make().await;
    let last = renew(&world.ada, world.new).await;
    world.change(-3, "2026-12-01").await;
    assert_eq!(world.total("2027-01-20").await, "20.00");
    assert_eq!(world.total("2028-01-20").await, "20.00");
    assert!(world.notes(last).await.contains("2028-01-01: 5 → 2 (-3)"));
}

#[tokio::test]
async fn units_that_change_by_autotasks_route_hold_on_the_renewal_too() {
    let world = Renewed::make().await;
    let api = Integration::new(&world.desk).await;
    let body = json!({"contractServiceID": world.sold, "unitChange": -4, "effectiveDate": "2026-11-25",
        "adjustedUnitPrice": 20});
    api.post("ContractServiceAdjustments", body).await.ok();
    assert_eq!(world.total("2027-01-20").await, "20.00", "1 × 20.00");
}

#[tokio::test]
async fn a_price_that_the_renewal_agreed_on_by_itself_stays_and_a_note_says_so() {
    let world = Renewed::make().await;
    let own = world.service(world.new).await["contractService"].clone();
    let price = async |sold: &Json, price: &str| {
        let path = format!("contractServices/{sold}/price");
        world.ada.put(&path, json!({"unitPrice": price})).await.ok();
    };
    price(&own, "15").await;
    price(&json!(world.sold), "12").await;
    assert_eq!(world.total("2026-12-20").await, "60.00");
    assert_eq!(world.total("2027-01-20").await, "75.00");
    assert!(world.notes(world.old).await.contains("a price of its own"));
    assert!(world.notes(world.new).await.contains("The price here stays"));
}

#[tokio::test]
async fn fewer_units_than_the_renewal_has_are_refused_on_both() {
    let world = Renewed::make().await;
    let own = world.service(world.new).await["contractService"].clone();
    let fewer = json!({"change": -4, "from": "2027-02-01", "note": ""});
    let path = format!("contractServices/{own}/units");
    world.ada.write(&path, fewer).await.ok();
    let body = json!({"change": -2, "from": "2026-12-10", "note": ""});
    let path = format!("contractServices/{}/units", world.sold);
    let refused = world.ada.write(&path, body).await;
    assert_eq!(refused.error(), (422, "units_below_zero".to_owned()));
    assert_eq!(world.total("2026-12-20").await, "50.00");
    assert_eq!(world.total("2027-01-20").await, "50.00");
}

#[tokio::test]
async fn a_service_that_is_added_after_the_renewal_stands_on_the_renewal_too() {
    let world = Renewed::make().await;
    let more = service(&world.desk, "Monitoring", 2).await;
    let body = json!({"sold": {"service": more}, "units": 3, "unitPrice": "7", "from": "2026-12-01"});
    let path = format!("contracts/{}/services", world.old);
    world.ada.write(&path, body).await.ok();
    assert_eq!(world.total("2026-12-20").await, "71.00");
    assert_eq!(world.total("2027-01-20").await, "71.00");
    assert!(world.notes(world.old).await.contains("Carried over to"));
    assert!(world.notes(world.new).await.contains("Carried over from"));
}

#[tokio::test]
async fn a_service_that_stands_on_the_renewal_is_not_put_there_again() {
    let world = Renewed::make().await;
    let more = service(&world.desk, "Monitoring", 2).await;
    for (contract, units, from) in [(world.new, 4, "2027-01-01"), (world.old, 3, "2026-12-01")] {
        let body = json!({"sold": {"service": more}, "units": units, "unitPrice": "7", "from": from});
        let path = format!("contracts/{contract}/services");
        world.ada.write(&path, body).await.ok();
    }
    assert_eq!(world.total("2027-01-20").await, "78.00", "5 × 10.00 and 4 × 7.00");
    // What was agreed on for the renewal stays, whatever the old contract's units do.
    let page = world.ada.get(&format!("contracts/{}/page", world.old)).await.ok();
    let services = page["services"].as_array().unwrap();
    let own = services.iter().find(|service| service["name"] == "Monitoring").unwrap();
    change(&world.ada, &own["contractService"], -3, "2026-12-20").await.ok();
    assert_eq!(world.total("2027-01-20").await, "78.00");
    assert!(world.notes(world.old).await.contains("keeps the units"));
}

#[tokio::test]
async fn what_is_billed_once_is_not_charged_again_on_the_renewal() {
    let world = Renewed::make().await;
    let set_up = service(&world.desk, "Set-up", 1).await;
    let body = json!({"sold": {"service": set_up}, "units": 1, "unitPrice": "70", "from": "2026-12-01"});
    let path = format!("contracts/{}/services", world.old);
    world.ada.write(&path, body).await.ok();
    assert_eq!(world.total("2026-12-20").await, "120.00");
    assert_eq!(world.total("2027-01-20").await, "50.00");
}

#[tokio::test]
async fn a_change_goes_on_where_a_planned_one_lies_beyond_an_earlier_end() {
    let world = Renewed::make().await;
    world.change(-2, "2026-12-20").await;
    edit(&world.ada, world.old, ("2026-11-01", Some("2026-12-10")), "calendar")
        .await
        .ok();
    world.change(1, "2026-12-05").await;
    assert_eq!(world.total("2027-01-20").await, "40.00", "5 - 2 + 1 units for 10.00");
}
