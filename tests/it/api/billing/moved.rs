//! What becomes of what a contract bills when its days, its anchor or the contract itself change: nothing is lost, and
//! nothing billed twice.

use super::super::autotask::Integration;
use super::world::*;
use crate::support::{Desk, Person};
use serde_json::{Value as Json, json};

/// What Acme is billed in the periods that contain a day.
async fn total(ada: &Person, desk: &Desk, day: &str) -> Json {
    billing(ada, desk.acme, day).await["total"].clone()
}

/// A contract of a client of which a fee is charged once.
async fn with_set_up_fee(desk: &Desk, end: Option<&'static str>, day: &'static str) -> (i64, i64) {
    let wanted = Wanted {
        end,
        ..calendar(desk.acme)
    };
    let contract = contract(desk, wanted).await;
    let fee = service(desk, "Set-up", 1).await;
    let sold = put_on(desk, contract, fee, 5_000_000).await;
    change_units(desk, desk.acme, sold, day, 1).await;
    (contract, sold)
}

#[tokio::test]
async fn what_is_billed_once_is_not_billed_again_by_the_renewal() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let (old, _) = with_set_up_fee(&desk, Some("2026-11-30"), "2026-11-02").await;
    assert_eq!(total(&ada, &desk, "2026-11-20").await, "500.00");
    let renewed = ada.write(&format!("contracts/{old}/renew"), json!({})).await.ok();
    assert_eq!(total(&ada, &desk, "2026-12-05").await, "0.00");
    let page = ada.get(&format!("contracts/{}/page", renewed["id"])).await.ok();
    assert_eq!(page["services"], json!([]));
    let note = page["notes"][0]["text"].as_str().unwrap();
    assert!(note.contains("billed once"), "{note}");
}

#[tokio::test]
async fn the_day_of_what_is_billed_once_stays_one_of_the_contracts() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let (contract, sold) = with_set_up_fee(&desk, None, "2026-11-10").await;
    for days in [("2026-11-11", None), ("2026-11-01", Some("2026-11-09"))] {
        let refused = edit(&ada, contract, days, "calendar").await;
        assert_eq!(refused.error(), (422, "charge_outside_contract".to_owned()));
        let said = refused.json()["message"].to_string();
        assert!(said.contains("2026-11-10"), "{said}");
    }
    edit(&ada, contract, ("2026-11-10", Some("2026-11-10")), "calendar")
        .await
        .ok();
    assert_eq!(total(&ada, &desk, "2026-11-20").await, "500.00");
    // What was taken back on its day is no charge any more.
    change_units(&desk, desk.acme, sold, "2026-11-10", -1).await;
    edit(&ada, contract, ("2026-11-15", None), "calendar").await.ok();
}

#[tokio::test]
async fn automation_begins_where_a_corrected_start_says() {
    let desk = Desk::new().await;
    let ada = pass(&desk, 5).await;
    let wanted = Wanted {
        start: "2026-11-22",
        ..calendar(desk.acme)
    };
    let (contract, _) = automate(&desk, &ada, wanted).await;
    let november = async || {
        let november = billing(&ada, desk.acme, "2026-11-25").await;
        lines(&november["statements"][0])
    };
    assert_eq!(november().await, ["base 2026-11-22 2 9 12.00"]);
    edit(&ada, contract, ("2026-11-01", None), "calendar").await.ok();
    assert_eq!(november().await, ["increase 2026-11-20 2 11 14.67"]);
    edit(&ada, contract, ("2026-11-25", None), "calendar").await.ok();
    assert_eq!(november().await, ["base 2026-11-25 2 6 8.00"]);
}

#[tokio::test]
async fn days_that_were_shared_among_several_stay_as_they_are() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let (contract, _) = automate(&desk, &ada, calendar(desk.acme)).await;
    let stop = format!("companies/{}/automation/stop", desk.acme);
    ada.write(&stop, json!({"from": "2026-11-25"})).await.ok();
    let whole = total(&ada, &desk, "2026-11-20").await;
    for start in ["2026-11-26", "2026-11-01"] {
        edit(&ada, contract, (start, None), "calendar").await.ok();
    }
    assert_eq!(total(&ada, &desk, "2026-11-20").await, whole, "a correction taken back");
}

#[tokio::test]
async fn the_calendar_anchor_cures_a_first_month_that_is_not_whole() {
    let desk = Desk::new().await;
    let ada = pass(&desk, 35).await;
    let wanted = Wanted {
        start: "2026-10-17",
        anchor: "contract_start",
        ..calendar(desk.acme)
    };
    let (contract, sold) = automate(&desk, &ada, wanted).await;
    assert_eq!(segments(&desk, sold).await[0].0, "2026-12-17");
    edit(&ada, contract, ("2026-10-17", None), "calendar").await.ok();
    let december = billing(&ada, desk.acme, "2026-12-25").await;
    assert_eq!(lines(&december["statements"][0]), ["base 2026-12-01 2 31 40.00"]);
    let segments = segments(&desk, sold).await;
    let begins = segments.iter().find(|(_, _, units)| *units > 0).unwrap();
    assert_eq!((begins.0.as_str(), begins.2), ("2026-12-01", 2));
}

#[tokio::test]
async fn automation_that_takes_over_from_nothing_takes_no_day() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let contract = contract(&desk, calendar(desk.acme)).await;
    let fee = service(&desk, "Taskfire License Fee", 2).await;
    let sold = put_on(&desk, contract, fee, 200_000).await;
    let from = |day: &str| json!({"contract": contract, "contractService": sold, "from": day});
    for day in ["2026-12-01", "2026-11-20", "2026-01-15"] {
        let refused = save(&ada, desk.acme, from(day)).await;
        assert_eq!(refused.error(), (422, "automation_begins".to_owned()), "{day}");
        let said = refused.json()["message"].to_string();
        assert!(said.contains("2026-11-01"), "{said}");
    }
    assert_eq!(
        save(&ada, desk.acme, from("2026-11-01")).await.ok()["since"],
        "2026-11-01"
    );
    let refused = save(&ada, desk.acme, from("2026-12-01")).await;
    assert_eq!(refused.code(), "automation_begins", "it bills already");
}

#[tokio::test]
async fn a_price_for_days_after_the_end_is_agreed_on_the_contract_that_follows() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let wanted = Wanted {
        end: Some("2026-11-30"),
        ..calendar(desk.acme)
    };
    let contract = contract(&desk, wanted).await;
    let backup = service(&desk, "Backup", 2).await;
    let sold = json!({"sold": {"service": backup}, "unitPrice": "100", "units": 1, "from": "2026-11-01"});
    let sold = ada.write(&format!("contracts/{contract}/services"), sold).await.ok();
    let path = format!("contractServices/{}/price", sold["contractService"]);
    ada.put(&path, json!({"unitPrice": "120"})).await.ok();
    ada.write(&format!("contracts/{contract}/renew"), json!({})).await.ok();
    let refused = ada.put(&path, json!({"unitPrice": "130"})).await;
    assert_eq!(refused.error(), (422, "contract_renewed".to_owned()));
    assert_eq!(total(&ada, &desk, "2026-11-20").await, "100.00");
    assert_eq!(total(&ada, &desk, "2026-12-05").await, "120.00");
}

/// Five units for 10.00 a month on a contract from its first day on.
async fn five(ada: &Person, desk: &Desk, contract: i64) -> Json {
    let print = service(desk, "Managed Print", 2).await;
    let body = json!({"sold": {"service": print}, "units": 5, "unitPrice": "10"});
    let sold = ada.write(&format!("contracts/{contract}/services"), body).await.ok();
    sold["contractService"].clone()
}

/// Acme's contract until the end of the year, five units on it, and its renewal from January on.
struct Renewal {
    old: i64,
    /// The old contract's service.
    sold: Json,
    new: i64,
}

impl Renewal {
    async fn of_five(desk: &Desk, ada: &Person) -> Self {
        let wanted = Wanted {
            end: Some("2026-12-31"),
            ..calendar(desk.acme)
        };
        let old = contract(desk, wanted).await;
        let sold = five(ada, desk, old).await;
        let renewed = ada.write(&format!("contracts/{old}/renew"), json!({})).await.ok();
        let new = renewed["id"].as_i64().unwrap();
        Self { old, sold, new }
    }

    /// The old contract ends a month earlier, and the renewal begins then.
    async fn begin_in_december(&self, ada: &Person) {
        for (contract, days) in [
            (self.old, ("2026-11-01", Some("2026-11-30"))),
            (self.new, ("2026-12-01", Some("2027-12-31"))),
        ] {
            edit(ada, contract, days, "calendar").await.ok();
        }
    }
}

/// A contract of Acme's from December on with five units on it.
async fn five_in_december(desk: &Desk, ada: &Person) -> i64 {
    let wanted = Wanted {
        start: "2026-12-01",
        ..calendar(desk.acme)
    };
    let contract = contract(desk, wanted).await;
    five(ada, desk, contract).await;
    contract
}

#[tokio::test]
async fn units_and_the_price_of_the_first_day_go_with_a_contract_that_begins_earlier() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let contract = five_in_december(&desk, &ada).await;
    edit(&ada, contract, ("2026-11-01", None), "calendar").await.ok();
    let november = billing(&ada, desk.acme, "2026-11-20").await;
    assert_eq!(lines(&november["statements"][0]), ["increase 2026-11-01 5 30 50.00"]);
    let december = billing(&ada, desk.acme, "2026-12-20").await;
    assert_eq!(lines(&december["statements"][0]), ["base 2026-12-01 5 31 50.00"]);
    let page = ada.get(&format!("contracts/{contract}/page")).await.ok();
    assert!(
        page["notes"].to_string().contains("2026-11-01: 0 → 5"),
        "{}",
        page["notes"]
    );
}

#[tokio::test]
async fn so_they_do_where_autotasks_route_moves_it_and_after_it_was_put_off() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let contract = five_in_december(&desk, &ada).await;
    let api = Integration::new(&desk).await;
    for start in ["2027-01-01", "2026-11-01"] {
        api.patch("Contracts", json!({"id": contract, "startDate": start}))
            .await
            .ok();
    }
    assert_eq!(total(&ada, &desk, "2026-11-20").await, "50.00");
    assert_eq!(total(&ada, &desk, "2026-12-20").await, "50.00");
}

#[tokio::test]
async fn a_renewal_that_begins_earlier_bills_the_units_that_it_took_over_from_then_on() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let renewal = Renewal::of_five(&desk, &ada).await;
    renewal.begin_in_december(&ada).await;
    assert_eq!(total(&ada, &desk, "2026-12-20").await, "50.00");
    assert_eq!(total(&ada, &desk, "2027-01-20").await, "50.00");
}

#[tokio::test]
async fn a_renewal_that_begins_earlier_has_what_was_carried_to_it_from_its_own_day_on() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let renewal = Renewal::of_five(&desk, &ada).await;
    change(&ada, &renewal.sold, 2, "2026-12-10").await.ok();
    renewal.begin_in_december(&ada).await;
    assert_eq!(total(&ada, &desk, "2026-12-20").await, "64.19", "2 for 22 of 31 days");
    assert_eq!(total(&ada, &desk, "2027-01-20").await, "70.00");
}

#[tokio::test]
async fn a_renewal_that_begins_earlier_never_has_fewer_units_than_none() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let renewal = Renewal::of_five(&desk, &ada).await;
    change(&ada, &renewal.sold, 5, "2026-12-15").await.ok();
    let page = ada.get(&format!("contracts/{}/page", renewal.new)).await.ok();
    change(&ada, &page["services"][0]["contractService"], -8, "2027-01-01")
        .await
        .ok();
    renewal.begin_in_december(&ada).await;
    assert_eq!(
        total(&ada, &desk, "2026-12-20").await,
        "20.00",
        "the 2 that were agreed on"
    );
    assert_eq!(total(&ada, &desk, "2027-01-20").await, "20.00");
}

#[tokio::test]
async fn units_that_came_after_the_first_day_stay_on_theirs() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let contract = contract(&desk, calendar(desk.acme)).await;
    five(&ada, &desk, contract).await;
    edit(&ada, contract, ("2026-10-01", None), "calendar").await.ok();
    assert_eq!(total(&ada, &desk, "2026-10-20").await, "0.00");
    let november = billing(&ada, desk.acme, "2026-11-20").await;
    assert_eq!(lines(&november["statements"][0]), ["increase 2026-11-20 5 11 18.33"]);
}

#[tokio::test]
async fn a_first_day_that_is_put_off_and_put_back_changes_nothing() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let contract = contract(&desk, calendar(desk.acme)).await;
    let backup = service(&desk, "Backup", 2).await;
    let sold = json!({"sold": {"service": backup}, "unitPrice": "10", "units": 5, "from": "2026-11-10"});
    let sold = ada.write(&format!("contracts/{contract}/services"), sold).await.ok();
    let path = format!("contractServices/{}/price", sold["contractService"]);
    ada.put(&path, json!({"unitPrice": "12"})).await.ok();
    let both = async || {
        (
            total(&ada, &desk, "2026-11-20").await,
            total(&ada, &desk, "2026-12-20").await,
        )
    };
    let before = both().await;
    assert_eq!(before, (json!("35.00"), json!("60.00")));
    for start in ["2026-12-01", "2026-11-01"] {
        edit(&ada, contract, (start, None), "calendar").await.ok();
    }
    assert_eq!(both().await, before);
}
