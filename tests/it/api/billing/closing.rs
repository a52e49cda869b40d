//! Periods are closed for good; what reaches them later is a correction in the next.

use super::world::*;
use crate::support::{Desk, Person};
use serde_json::json;

#[tokio::test]
async fn a_period_is_closed_after_its_last_day_with_lines_and_an_invoice() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    automate(&desk, &ada, calendar(desk.acme)).await;
    assert_eq!(
        ada.get("billing/closing?through=2026-11-20").await.error(),
        (422, "period_not_over".to_owned())
    );
    let ada = pass(&desk, 10).await;
    // The last day isn't over.
    assert_eq!(preview(&ada, "2026-11-29").await["periods"], 0);
    assert_eq!(
        ada.get("billing/closing?through=2026-11-30").await.code(),
        "period_not_over"
    );
    let ada = pass(&desk, 1).await;
    let seen = preview(&ada, "2026-11-30").await;
    assert_eq!((&seen["periods"], &seen["total"]), (&json!(1), &json!("14.67")));
    let closed = close(&ada, &seen).await.ok();
    assert_eq!(closed["invoices"][0]["number"], "2026-00001");
    let invoice = ada.get(&format!("invoices/{}", closed["invoices"][0]["id"])).await.ok();
    assert_eq!(
        (&invoice["total"], &invoice["provider"]),
        (&json!("14.67"), &json!("Northwind"))
    );
    assert_eq!(lines(&invoice["sections"][0]), ["increase 2026-11-20 2 11 14.67"]);
    let acme = billing(&ada, desk.acme, "2026-11-20").await;
    assert_eq!(
        (&acme["statements"][0]["isClosed"], &acme["total"]),
        (&json!(true), &json!("14.67"))
    );
    assert_eq!(
        close(&ada, &preview(&ada, "2026-11-30").await).await.code(),
        "nothing_to_close"
    );
    let settings = ada.get("instance").await.ok();
    assert_eq!(settings["isCurrencyFixed"], true);
}

#[tokio::test]
async fn what_is_billed_once_between_two_closed_days_is_not_lost() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let contract = contract(&desk, calendar(desk.acme)).await;
    let set_up = service(&desk, "Set-up", 1).await;
    let sold = put_on(&desk, contract, set_up, 500_000).await;
    change_units(&desk, desk.acme, sold, "2026-11-02", 1).await;
    change_units(&desk, desk.acme, sold, "2026-11-10", 1).await;
    let seen = preview(&ada, "2026-11-12").await;
    assert_eq!((&seen["periods"], &seen["total"]), (&json!(2), &json!("100.00")));
    close(&ada, &seen).await.ok();
    change_units(&desk, desk.acme, sold, "2026-11-05", 1).await;
    change_units(&desk, desk.acme, sold, "2026-11-15", 1).await;
    let page = billing(&ada, desk.acme, "2026-11-20").await;
    assert_eq!(
        page["total"], "200.00",
        "the 2nd, the 10th, the 15th, and what is owed: {page}"
    );
    let seen = preview(&ada, "2026-11-16").await;
    assert_eq!(seen["total"], "100.00", "the 5th as a correction and the 15th: {seen}");
    assert_eq!(page["next"], "0.00", "what is owed is due now: {page}");
    close(&ada, &seen).await.ok();
    assert_eq!(preview(&ada, "2026-11-16").await["periods"], 0);
    let closed = billing(&ada, desk.acme, "2026-11-20").await;
    assert_eq!((&closed["total"], &closed["next"]), (&json!("200.00"), &json!("0.00")));
    let correction = closed["statements"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["period"]["first"] == "2026-11-11");
    let correction = &correction.unwrap()["lines"][0];
    assert_eq!(correction["kind"], "correction", "{closed}");
    assert!(!correction["events"].as_array().unwrap().is_empty(), "{correction}");
    assert_eq!(
        closed["months"][11],
        json!({"month": "2026-11-01", "total": "200.00", "isClosed": true})
    );
    let december = billing(&ada, desk.acme, "2026-12-05").await;
    assert_eq!(
        (&december["total"], &december["before"]),
        (&json!("0.00"), &json!("200.00"))
    );
}

#[tokio::test]
async fn a_service_whose_units_went_leaves_nothing_to_close() {
    let desk = Desk::new().await;
    let contract = contract(&desk, calendar(desk.acme)).await;
    let print = service(&desk, "Managed Print", 2).await;
    let sold = put_on(&desk, contract, print, 300_000).await;
    change_units(&desk, desk.acme, sold, "2026-11-01", 1).await;
    change_units(&desk, desk.acme, sold, "2026-12-01", -1).await;
    let ada = pass(&desk, 45).await;
    close(&ada, &preview(&ada, "2026-12-31").await).await.ok();
    let ada = pass(&desk, 60).await;
    let page = billing(&ada, desk.acme, "2027-03-05").await;
    assert_eq!(page["warnings"], json!([]), "{page}");
    assert_eq!(preview(&ada, "2027-02-28").await["periods"], 0);
}

#[tokio::test]
async fn what_is_owed_after_a_contract_by_its_own_months_stands_on_one_page_at_a_time() {
    let desk = Desk::new().await;
    let wanted = Wanted {
        start: "2026-09-17",
        end: Some("2026-11-16"),
        anchor: "contract_start",
        ..calendar(desk.acme)
    };
    let contract = contract(&desk, wanted).await;
    let print = service(&desk, "Managed Print", 2).await;
    let sold = put_on(&desk, contract, print, 300_000).await;
    change_units(&desk, desk.acme, sold, "2026-09-17", 2).await;
    let ada = desk.person("ada").await;
    close(&ada, &preview(&ada, "2026-11-16").await).await.ok();
    change_units(&desk, desk.acme, sold, "2026-10-20", -1).await;
    let page = billing(&ada, desk.acme, "2026-11-10").await;
    assert_eq!(
        (&page["total"], &page["next"]),
        (&json!("32.90"), &json!("0.00")),
        "{page}"
    );
}

#[tokio::test]
async fn what_is_owed_after_a_contract_by_years_needs_no_year_to_pass() {
    let desk = Desk::new().await;
    let wanted = Wanted {
        start: "2025-11-01",
        end: Some("2026-10-31"),
        ..calendar(desk.acme)
    };
    let contract = contract(&desk, wanted).await;
    let hosting = service(&desk, "Hosting", 5).await;
    let sold = put_on(&desk, contract, hosting, 3_650_000).await;
    change_units(&desk, desk.acme, sold, "2025-11-01", 2).await;
    let ada = desk.person("ada").await;
    close(&ada, &preview(&ada, "2026-10-31").await).await.ok();
    change_units(&desk, desk.acme, sold, "2026-10-30", -1).await;
    let ada = pass(&desk, 11).await;
    let seen = preview(&ada, "2026-11-30").await;
    assert_eq!(seen["total"], "-2.00", "{seen}");
    close(&ada, &seen).await.ok();
    assert_eq!(billing(&ada, desk.acme, "2026-11-05").await["total"], "-2.00");
    assert_eq!(preview(&ada, "2026-11-30").await["periods"], 0);
}

#[tokio::test]
async fn what_has_units_is_ended_and_never_disapproved() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let contract = contract(&desk, calendar(desk.acme)).await;
    let support = service(&desk, "Support", 2).await;
    let sold = put_on(&desk, contract, support, 200_000).await;
    let fields = |is_approved| json!({"name": "Care", "start": "2026-11-01", "end": null, "isApproved": is_approved});
    let path = format!("contracts/{contract}");
    // As long as it owes nothing, its approval can be taken away and given again.
    ada.put(&path, fields(false)).await.ok();
    ada.put(&path, fields(true)).await.ok();
    change_units(&desk, desk.acme, sold, "2026-11-02", 1).await;
    let refused = ada.put(&path, fields(false)).await;
    assert_eq!(refused.error(), (422, "units_on_contract".to_owned()));
    let acme = billing(&ada, desk.acme, "2026-11-20").await;
    assert_eq!(acme["statements"][0]["lines"][0]["kind"], "increase", "{acme}");
}

#[tokio::test]
async fn of_two_administrators_at_once_one_closes_and_the_other_is_told() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    automate(&desk, &ada, calendar(desk.acme)).await;
    let ada = pass(&desk, 12).await;
    let seen = preview(&ada, "2026-11-30").await;
    let other = desk.person("ada").await;
    let (one, two) = tokio::join!(close(&ada, &seen), close(&other, &seen));
    let mut outcomes = [one.status, two.status];
    outcomes.sort_unstable();
    assert_eq!(outcomes, [200, 422]);
    let refused = if one.status == 422 { one } else { two };
    assert_eq!(refused.code(), "preview_outdated");
    assert_eq!(ada.get("invoices").await.ok()["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn what_changed_since_the_preview_is_seen_again_before_it_is_closed() {
    let desk = Desk::new().await;
    let contract = contract(&desk, calendar(desk.acme)).await;
    let print = service(&desk, "Managed Print", 2).await;
    let sold = put_on(&desk, contract, print, 300_000).await;
    change_units(&desk, desk.acme, sold, "2026-11-01", 2).await;
    let ada = pass(&desk, 12).await;
    let seen = preview(&ada, "2026-11-30").await;
    change_units(&desk, desk.acme, sold, "2026-11-16", 1).await;
    assert_eq!(close(&ada, &seen).await.code(), "preview_outdated");
    assert_eq!(
        close(&ada, &preview(&ada, "2026-11-30").await).await.ok()["total"],
        "75.00"
    );
}

#[tokio::test]
async fn a_change_that_reaches_a_closed_period_is_one_correction_in_the_next() {
    let desk = Desk::new().await;
    let contract = contract(&desk, calendar(desk.acme)).await;
    let print = service(&desk, "Managed Print", 2).await;
    let sold = put_on(&desk, contract, print, 300_000).await;
    change_units(&desk, desk.acme, sold, "2026-11-01", 2).await;
    let ada = pass(&desk, 12).await;
    close(&ada, &preview(&ada, "2026-11-30").await).await.ok();
    let before = segments(&desk, sold).await;
    change_units(&desk, desk.acme, sold, "2026-11-16", -1).await;
    // What was closed stays as it was billed.
    let november = billing(&ada, desk.acme, "2026-11-20").await;
    assert_eq!(
        (&november["total"], segments(&desk, sold).await[0].clone()),
        (&json!("60.00"), before[0].clone())
    );
    let december = billing(&ada, desk.acme, "2026-12-02").await;
    assert_eq!(
        lines(&december["statements"][0]),
        ["base 2026-12-01 1 31 30.00", "correction 2026-11-01 0 0 -15.00"]
    );
    let ada = pass(&desk, 31).await;
    let closed = close(&ada, &preview(&ada, "2026-12-31").await).await.ok();
    assert_eq!(closed["total"], "15.00");
    // It has been billed: the period after has none.
    let january = billing(&ada, desk.acme, "2027-01-02").await;
    assert_eq!(lines(&january["statements"][0]), ["base 2027-01-01 1 31 30.00"]);
    // A change back brings another one, and all periods together come to what they come to now.
    change_units(&desk, desk.acme, sold, "2026-11-16", 1).await;
    let january = billing(&ada, desk.acme, "2027-01-02").await;
    assert_eq!(
        lines(&january["statements"][0]),
        [
            "base 2027-01-01 2 31 60.00",
            "correction 2026-11-01 0 0 15.00",
            "correction 2026-12-01 0 0 30.00"
        ]
    );
}

#[tokio::test]
async fn a_correction_after_the_contracts_end_is_billed_too() {
    let desk = Desk::new().await;
    let wanted = Wanted {
        end: Some("2026-11-30"),
        ..calendar(desk.acme)
    };
    let contract = contract(&desk, wanted).await;
    let print = service(&desk, "Managed Print", 2).await;
    let sold = put_on(&desk, contract, print, 300_000).await;
    change_units(&desk, desk.acme, sold, "2026-11-01", 2).await;
    let ada = pass(&desk, 12).await;
    close(&ada, &preview(&ada, "2026-11-30").await).await.ok();
    change_units(&desk, desk.acme, sold, "2026-11-16", 1).await;
    let ada = pass(&desk, 31).await;
    // Until it is closed it stands on every later day's page, once.
    for day in ["2026-12-02", "2027-01-02", "2027-02-02"] {
        let page = billing(&ada, desk.acme, day).await;
        assert_eq!(lines(&page["statements"][0]), ["correction 2026-11-01 0 0 15.00"]);
        assert_eq!(page["total"], "15.00");
    }
    assert_eq!(billing(&ada, desk.acme, "2026-11-02").await["total"], "60.00");
    let overview = ada.get("billing").await.ok();
    let acme = &overview["clients"][0];
    assert_eq!((&acme["total"], &acme["before"]), (&json!("15.00"), &json!("0.00")));
    assert_eq!(acme["changes"][0]["reason"], "corrected", "{acme}");
    let seen = preview(&ada, "2026-12-31").await;
    assert_eq!(seen["total"], "15.00");
    close(&ada, &seen).await.ok();
    assert_eq!(billing(&ada, desk.acme, "2027-01-02").await["total"], "0.00");
    assert_eq!(preview(&ada, "2026-12-31").await["periods"], 0);
}

#[tokio::test]
async fn only_the_providers_administrators_close() {
    let desk = Desk::new().await;
    for person in ["tina", "ana", "mia"] {
        let person = desk.person(person).await;
        assert_eq!(person.get("billing/closing").await.status, 403);
        let body = json!({"through": "2026-11-19", "seen": ""});
        assert_eq!(person.write("billing/close", body).await.status, 403);
    }
}

#[tokio::test]
async fn a_correction_opens_into_what_reached_the_closed_period_and_says_of_which_totals_it_is() {
    let desk = Desk::new().await;
    let contract = contract(&desk, calendar(desk.acme)).await;
    let print = service(&desk, "Managed Print", 2).await;
    let sold = put_on(&desk, contract, print, 300_000).await;
    change_units(&desk, desk.acme, sold, "2026-11-01", 2).await;
    let ada = pass(&desk, 12).await;
    close(&ada, &preview(&ada, "2026-11-30").await).await.ok();
    let units = format!("contractServices/{sold}/units");
    let change = json!({"change": -1, "from": "2026-11-16", "note": "One was sent back"});
    ada.write(&units, change).await.ok();
    let correction = async |ada: &Person, day: &str| {
        let statements = billing(ada, desk.acme, day).await["statements"].take();
        let lines = statements[0]["lines"].as_array().unwrap().clone();
        let line = lines.into_iter().find(|line| line["kind"] == "correction").unwrap();
        let corrects = line["corrects"].clone();
        let events = line["events"].as_array().unwrap().clone();
        let events = events.iter().map(|event| {
            json!([
                event["event"],
                event["on"],
                event["byName"],
                event["units"],
                event["note"]
            ])
        });
        (corrects, events.collect::<Vec<_>>())
    };
    let november = json!({"first": "2026-11-01", "last": "2026-11-30"});
    let expected = (
        json!({"period": november, "billed": "60.00", "comesTo": "45.00"}),
        vec![json!([
            "units_by_hand",
            "2026-11-16",
            "Ada Lund",
            -1,
            "One was sent back"
        ])],
    );
    assert_eq!(correction(&ada, "2026-12-02").await, expected);
    // It says the same once it was billed, whatever comes after.
    let ada = pass(&desk, 31).await;
    close(&ada, &preview(&ada, "2026-12-31").await).await.ok();
    ada.write(&units, json!({"change": 1, "from": "2026-11-16"})).await.ok();
    assert_eq!(correction(&ada, "2026-12-02").await, expected);
    assert_eq!(
        correction(&ada, "2027-01-02").await,
        (
            json!({"period": november, "billed": "45.00", "comesTo": "60.00"}),
            vec![json!(["units_by_hand", "2026-11-16", "Ada Lund", 1, ""])],
        )
    );
}

#[tokio::test]
async fn a_correction_for_another_end_of_the_contract_names_who_changed_it() {
    let desk = Desk::new().await;
    let contract = contract(&desk, calendar(desk.acme)).await;
    let print = service(&desk, "Managed Print", 2).await;
    let sold = put_on(&desk, contract, print, 300_000).await;
    change_units(&desk, desk.acme, sold, "2026-11-01", 2).await;
    let ada = pass(&desk, 12).await;
    close(&ada, &preview(&ada, "2026-11-30").await).await.ok();
    let fields = json!({"name": "Care", "start": "2026-11-01", "end": "2026-11-20", "anchor": "calendar",
        "isApproved": true});
    ada.put(&format!("contracts/{contract}"), fields).await.ok();
    let december = billing(&ada, desk.acme, "2026-12-02").await;
    let line = &december["statements"][0]["lines"][0];
    assert_eq!(
        (&line["amount"], &line["corrects"]["comesTo"]),
        (&json!("-20.00"), &json!("40.00"))
    );
    let event = &line["events"][0];
    assert_eq!(
        (&event["event"], &event["byName"], &event["note"]),
        (&json!("contract_days"), &json!("Ada Lund"), &json!("– → 2026-11-20"))
    );
}

#[tokio::test]
async fn a_correction_of_years_ago_names_its_totals_in_the_preview_of_all_clients() {
    let desk = Desk::new().await;
    let wanted = Wanted {
        start: "2023-06-01",
        ..calendar(desk.acme)
    };
    let contract = contract(&desk, wanted).await;
    let print = service(&desk, "Managed Print", 2).await;
    let sold = put_on(&desk, contract, print, 300_000).await;
    change_units(&desk, desk.acme, sold, "2023-06-01", 2).await;
    let ada = desk.person("ada").await;
    close(&ada, &preview(&ada, "2026-10-31").await).await.ok();
    change_units(&desk, desk.acme, sold, "2023-07-16", -1).await;
    let ada = pass(&desk, 12).await;
    let seen = preview(&ada, "2026-11-30").await;
    let statement = &seen["clients"][0]["statements"][0];
    let lines = statement["lines"].as_array().unwrap();
    let july = lines.iter().find(|line| line["on"] == "2023-07-01").unwrap();
    assert_eq!(
        (
            &july["amount"],
            &july["corrects"]["billed"],
            &july["corrects"]["comesTo"]
        ),
        (&json!("-15.48"), &json!("60.00"), &json!("44.52"))
    );
}
