//! The day on which one contract hands the licences over to the next goes with their days: none is left out, and none is
//! billed twice.

use super::super::autotask::Integration;
use super::world::*;
use crate::support::{Desk, Person};
use serde_json::{Value as Json, json};

/// What Acme is billed for a month: each contract's lines, and the total.
async fn month(ada: &Person, desk: &Desk, day: &str) -> (Vec<String>, String) {
    let acme = billing(ada, desk.acme, day).await;
    let statements = acme["statements"].as_array().unwrap();
    let lines = statements.iter().flat_map(lines).collect();
    (lines, acme["total"].as_str().unwrap().to_owned())
}

fn told(lines: &[&str], total: &str) -> (Vec<String>, String) {
    (lines.iter().map(|&line| line.to_owned()).collect(), total.to_owned())
}

/// Gives a contract other days.
async fn put(ada: &Person, contract: i64, start: &str, end: Option<&str>) {
    edit(ada, contract, (start, end), "calendar").await.ok();
}

/// Another contract of Acme's from a day on, with a fee of its own for 20.00: what licences are billed by if it is chosen.
async fn another(desk: &Desk, start: &'static str) -> Json {
    let wanted = Wanted {
        start,
        ..calendar(desk.acme)
    };
    let other = contract(desk, wanted).await;
    let fee = service(desk, "Another fee", 2).await;
    let sold = put_on(desk, other, fee, 200_000).await;
    json!({"contract": other, "contractService": sold})
}

/// Lets it bill licences from a day on.
async fn choose_from(desk: &Desk, ada: &Person, mut choice: Json, from: &str) {
    choice["from"] = json!(from);
    save(ada, desk.acme, choice).await.ok();
}

/// Acme's contract that bills licences until it ends with November, and another that is to do so from the 28th on.
async fn two_in_november(desk: &Desk, ada: &Person) -> (i64, i64) {
    let ending = Wanted {
        end: Some("2026-11-30"),
        ..calendar(desk.acme)
    };
    let (first, _) = automate(desk, ada, ending).await;
    let other = another(desk, "2026-11-01").await;
    choose_from(desk, ada, other.clone(), "2026-11-28").await;
    (first, other["contract"].as_i64().unwrap())
}

async fn notes(ada: &Person, contract: i64) -> String {
    let page = ada.get(&format!("contracts/{contract}/page")).await.ok();
    page["notes"].to_string()
}

/// Acme's contract that bills licences in November, and the renewal that does so from December on.
async fn handing_over(desk: &Desk, ada: &Person) -> (i64, i64) {
    let wanted = Wanted {
        end: Some("2026-11-30"),
        ..calendar(desk.acme)
    };
    let (old, _) = automate(desk, ada, wanted).await;
    let renewed = ada.write(&format!("contracts/{old}/renew"), json!({})).await.ok();
    let choice =
        json!({"contract": renewed["id"], "contractService": renewed["automationFollowUp"]["contractService"]});
    save(ada, desk.acme, choice).await.ok();
    (old, renewed["id"].as_i64().unwrap())
}

#[tokio::test]
async fn a_renewal_that_begins_later_leaves_the_days_before_to_the_contract_that_it_renews() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let (old, new) = handing_over(&desk, &ada).await;
    let planned = month(&ada, &desk, "2026-12-20").await;
    assert_eq!(planned.1, "40.00");
    put(&ada, new, "2026-12-16", None).await;
    put(&ada, old, "2026-11-01", Some("2026-12-15")).await;
    let december = ["base 2026-12-01 2 15 19.35", "increase 2026-12-16 2 16 20.65"];
    assert_eq!(month(&ada, &desk, "2026-12-20").await, told(&december, "40.00"));
    let said = notes(&ada, new).await;
    assert!(said.contains("2026-12-16: 0 → 2"), "{said}");
    put(&ada, old, "2026-11-01", Some("2026-11-30")).await;
    put(&ada, new, "2026-12-01", None).await;
    assert_eq!(month(&ada, &desk, "2026-12-20").await, planned);
    assert_eq!(month(&ada, &desk, "2026-11-20").await.1, "14.67");
}

#[tokio::test]
async fn so_it_does_when_the_day_of_handing_over_is_long_past() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let (old, new) = handing_over(&desk, &ada).await;
    let ada = pass(&desk, 45).await;
    put(&ada, new, "2026-12-16", None).await;
    put(&ada, old, "2026-11-01", Some("2026-12-15")).await;
    let december = ["base 2026-12-01 2 15 19.35", "increase 2026-12-16 2 16 20.65"];
    assert_eq!(month(&ada, &desk, "2026-12-20").await, told(&december, "40.00"));
}

#[tokio::test]
async fn a_renewal_that_begins_earlier_bills_from_then_on() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let (old, new) = handing_over(&desk, &ada).await;
    put(&ada, old, "2026-11-01", Some("2026-11-24")).await;
    put(&ada, new, "2026-11-25", None).await;
    let november = ["increase 2026-11-20 2 5 6.67", "increase 2026-11-25 2 6 8.00"];
    assert_eq!(month(&ada, &desk, "2026-11-20").await, told(&november, "14.67"));
    assert_eq!(month(&ada, &desk, "2026-12-20").await.1, "40.00");
}

#[tokio::test]
async fn a_contract_that_runs_bills_what_another_that_ends_earlier_no_longer_does() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let (first, other) = two_in_november(&desk, &ada).await;
    let whole = month(&ada, &desk, "2026-11-20").await;
    assert_eq!(whole.1, "14.67");
    put(&ada, first, "2026-11-01", Some("2026-11-22")).await;
    let november = ["increase 2026-11-20 2 3 4.00", "increase 2026-11-23 2 8 10.67"];
    assert_eq!(month(&ada, &desk, "2026-11-20").await, told(&november, "14.67"));
    let said = notes(&ada, other).await;
    assert!(said.contains("2026-11-23: 0 → 2"), "{said}");
}

#[tokio::test]
async fn a_chosen_day_stays_while_both_contracts_run_on_it() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let (first, _) = automate(&desk, &ada, calendar(desk.acme)).await;
    let other = contract(&desk, calendar(desk.acme)).await;
    let fee = service(&desk, "Another fee", 2).await;
    let sold = put_on(&desk, other, fee, 300_000).await;
    let choice = json!({"contract": other, "contractService": sold, "from": "2026-11-25"});
    save(&ada, desk.acme, choice).await.ok();
    let whole = month(&ada, &desk, "2026-11-20").await;
    put(&ada, first, "2026-11-10", Some("2026-12-31")).await;
    put(&ada, other, "2026-11-15", None).await;
    assert_eq!(month(&ada, &desk, "2026-11-20").await, whole);
}

#[tokio::test]
async fn an_automation_that_was_stopped_follows_its_contracts_start() {
    let desk = Desk::new().await;
    let ada = pass(&desk, 5).await;
    let wanted = Wanted {
        start: "2026-11-22",
        ..calendar(desk.acme)
    };
    let (contract, _) = automate(&desk, &ada, wanted).await;
    let stop = format!("companies/{}/automation/stop", desk.acme);
    ada.write(&stop, json!({"from": "2026-11-28"})).await.ok();
    let short = month(&ada, &desk, "2026-11-20").await;
    assert_eq!(short.1, "8.00");
    put(&ada, contract, "2026-11-01", None).await;
    assert_eq!(month(&ada, &desk, "2026-11-20").await.1, "10.67");
    put(&ada, contract, "2026-11-22", None).await;
    assert_eq!(month(&ada, &desk, "2026-11-20").await, short);
}

#[tokio::test]
async fn autotasks_routes_link_no_renewal_that_overlaps() {
    let desk = Desk::new().await;
    let old = contract(&desk, calendar(desk.acme)).await;
    let later = Wanted {
        start: "2026-12-01",
        ..calendar(desk.acme)
    };
    let new = contract(&desk, later).await;
    let api = Integration::new(&desk).await;
    let link = json!({"id": new, "renewedContractID": old});
    let refused = api.patch("Contracts", link.clone()).await;
    assert_eq!(refused.status, 500);
    let said = refused.json()["errors"][0].to_string();
    assert!(said.contains("Taskfire 2026"), "{said}");
    api.patch("Contracts", json!({"id": old, "endDate": "2026-11-30"}))
        .await
        .ok();
    api.patch("Contracts", link).await.ok();
}

#[tokio::test]
async fn days_that_a_renewal_has_in_common_already_can_become_fewer() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let old = contract(&desk, calendar(desk.acme)).await;
    let later = Wanted {
        start: "2026-12-01",
        ..calendar(desk.acme)
    };
    let new = contract(&desk, later).await;
    // As they can be in a database from before this was checked.
    desk.operations()
        .write(move |writing| {
            writing.execute("UPDATE contract SET renewed_contract_id = ?1 WHERE id = ?2", (old, new))?;
            Ok(())
        })
        .await
        .unwrap();
    put(&ada, old, "2026-11-01", Some("2027-01-31")).await;
    put(&ada, new, "2026-12-16", None).await;
    put(&ada, old, "2026-11-01", Some("2026-12-31")).await;
    let fields = json!({"name": "Taskfire 2026", "start": "2026-11-01", "end": "2027-01-15", "isApproved": true, "anchor": "calendar"});
    let refused = ada.put(&format!("contracts/{old}"), fields).await;
    assert_eq!(refused.error(), (422, "renewal_overlaps".to_owned()));
}

#[tokio::test]
async fn both_days_of_a_contract_that_hands_over_can_move_at_once() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let (first, _) = two_in_november(&desk, &ada).await;
    put(&ada, first, "2026-11-10", Some("2026-11-22")).await;
    let november = ["increase 2026-11-20 2 3 4.00", "increase 2026-11-23 2 8 10.67"];
    assert_eq!(month(&ada, &desk, "2026-11-20").await, told(&november, "14.67"));
}

#[tokio::test]
async fn what_was_stopped_stays_stopped_when_the_next_contract_begins_later() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    automate(&desk, &ada, calendar(desk.acme)).await;
    let stop = format!("companies/{}/automation/stop", desk.acme);
    ada.write(&stop, json!({"from": "2026-12-01"})).await.ok();
    let ada = pass(&desk, 25).await;
    let other = another(&desk, "2026-12-01").await;
    save(&ada, desk.acme, other.clone()).await.ok();
    put(&ada, other["contract"].as_i64().unwrap(), "2026-12-10", None).await;
    let (lines, _) = month(&ada, &desk, "2026-12-20").await;
    assert!(!lines.iter().any(|line| line.contains("2026-12-01")), "{lines:?}");
}

#[tokio::test]
async fn a_hand_over_that_was_planned_anew_moves_with_the_contract_that_was_chosen_last() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    automate(&desk, &ada, calendar(desk.acme)).await;
    choose_from(&desk, &ada, another(&desk, "2026-12-01").await, "2026-12-01").await;
    desk.clock.advance(std::time::Duration::from_secs(60));
    let other = another(&desk, "2026-12-01").await;
    choose_from(&desk, &ada, other.clone(), "2026-12-01").await;
    put(&ada, other["contract"].as_i64().unwrap(), "2026-12-10", None).await;
    let december = [
        "base 2026-12-01 2 31 40.00",
        "decrease 2026-12-09 -2 22 -28.39",
        "increase 2026-12-10 2 22 28.39",
    ];
    assert_eq!(month(&ada, &desk, "2026-12-20").await, told(&december, "40.00"));
}
