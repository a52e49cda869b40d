//! What bills a client's licences: chosen, shown, followed, changed, stopped.

use super::world::*;
use crate::support::{Desk, Person};
use reqwest::Method;
use serde_json::json;

fn november(segments: &[(&str, &str, i64)]) -> Vec<(String, String, i64)> {
    let owned = |(first, last, units): &(&str, &str, i64)| ((*first).to_owned(), (*last).to_owned(), *units);
    segments.iter().map(owned).collect()
}

#[tokio::test]
async fn saving_shows_licences_price_and_total() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let contract = contract(&desk, calendar(desk.acme)).await;
    let fee = service(&desk, "Taskfire License Fee", 2).await;
    let sold = put_on(&desk, contract, fee, 185_000).await;
    let saved = save(&ada, desk.acme, json!({"contract": contract, "contractService": sold}))
        .await
        .ok();
    assert_eq!(
        (&saved["licences"], &saved["unitPrice"], &saved["total"]),
        (&json!(2), &json!("18.50"), &json!("37.00"))
    );
    assert_eq!(
        (&saved["since"], &saved["notice"]),
        (&json!("2026-11-01"), &json!(null))
    );
    assert_eq!(saved["warnings"], json!([]));
    let page = ada.get(&format!("companies/{}/automation", desk.acme)).await.ok();
    assert_eq!(page["automation"], saved);
    assert_eq!(page["recommendations"].as_array().unwrap().len(), 4);
    assert_eq!(page["contracts"][0]["services"][0]["contractService"], json!(sold));
}

#[tokio::test]
async fn a_first_month_that_is_not_the_calendars_is_noticed() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let wanted = Wanted {
        start: "2026-10-17",
        anchor: "contract_start",
        ..calendar(desk.acme)
    };
    automate(&desk, &ada, wanted).await;
    let page = ada.get(&format!("companies/{}/automation", desk.acme)).await.ok();
    assert_eq!(page["automation"]["notice"], "first_period_not_calendar_aligned");
    assert_eq!(page["automation"]["since"], "2026-11-17");
}

#[tokio::test]
async fn units_follow_the_people_with_a_taskfire_level_in_the_same_write() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let (contract, sold) = automate(&desk, &ada, calendar(desk.acme)).await;
    // Both got their level today; before it nobody had one.
    assert_eq!(
        segments(&desk, sold).await,
        november(&[("2026-11-01", "2026-11-19", 0), ("2026-11-20", "2026-11-30", 2)])
    );
    let ada = pass(&desk, 1).await;
    give(&desk, &ada, "bob", 4).await;
    assert_eq!(
        segments(&desk, sold).await[1..],
        november(&[("2026-11-20", "2026-11-20", 2), ("2026-11-21", "2026-11-30", 3)])
    );
    give(&desk, &ada, "bob", 5).await;
    let ada = pass(&desk, 1).await;
    give(&desk, &ada, "bob", 1).await;
    give(&desk, &ada, "bea", 1).await;
    assert_eq!(
        segments(&desk, sold).await[2..],
        november(&[("2026-11-21", "2026-11-21", 3), ("2026-11-22", "2026-11-30", 1)])
    );
    let notes = desk
        .operations()
        .read(move |connection| {
            let select = "SELECT group_concat(description, ', ') FROM contract_note WHERE contract_id = ?1";
            Ok(connection.query_row(select, [contract], |row| row.get::<_, String>(0))?)
        })
        .await
        .unwrap();
    // The first is dated the day on which somebody got a level, after automation had taken effect.
    assert_eq!(
        notes,
        "2026-11-20: 0 → 2, 2026-11-21: 2 → 3, 2026-11-22: 3 → 2, 2026-11-22: 2 → 1"
    );
}

#[tokio::test]
async fn somebody_deactivated_counts_no_more_and_disabling_ends_all() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let (_, sold) = automate(&desk, &ada, calendar(desk.acme)).await;
    let bea = desk.id("bea").await.number();
    ada.administer(Method::PUT, &format!("people/{bea}/active"), json!({"isActive": false}))
        .await
        .ok();
    assert_eq!(segments(&desk, sold).await[1].2, 1);
    ada.write(
        &format!("companies/{}/taskfire/disable", desk.acme),
        json!({"companyName": "Acme"}),
    )
    .await
    .ok();
    assert_eq!(segments(&desk, sold).await[1..], november(&[]));
    assert_eq!(
        segments(&desk, sold).await[0],
        ("2026-11-01".to_owned(), "2026-11-30".to_owned(), 0)
    );
    let acme = billing(&ada, desk.acme, "2026-11-20").await;
    // One day of each is billed all the same.
    assert_eq!(
        lines(&acme["statements"][0]),
        ["increase 2026-11-20 2 11 14.67", "decrease 2026-11-20 -2 10 -13.33"]
    );
}

#[tokio::test]
async fn what_cannot_bill_licences_is_refused_with_its_reason() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let own = contract(&desk, calendar(desk.acme)).await;
    let other = contract(&desk, calendar(desk.globex)).await;
    let fee = service(&desk, "Taskfire License Fee", 2).await;
    let yearly = service(&desk, "Domain", 5).await;
    let sold = put_on(&desk, own, fee, 200_000).await;
    let sold_yearly = put_on(&desk, own, yearly, 120_000).await;
    let sold_elsewhere = put_on(&desk, other, fee, 200_000).await;
    for (choice, code) in [
        (
            json!({"contract": null, "contractService": sold}),
            "automation_contract_required",
        ),
        (json!({"contract": own, "contractService": null}), "required"),
        (
            json!({"contract": other, "contractService": sold_elsewhere}),
            "not_usable",
        ),
        (
            json!({"contract": own, "contractService": sold_elsewhere}),
            "not_usable",
        ),
        (
            json!({"contract": own, "contractService": sold_yearly}),
            "service_not_monthly",
        ),
    ] {
        assert_eq!(
            save(&ada, desk.acme, choice.clone()).await.error(),
            (422, code.to_owned()),
            "{choice}"
        );
    }
    let choice = json!({"contract": own, "contractService": sold});
    for (person, status) in [("tina", 403), ("ana", 403), ("mia", 403)] {
        let person = desk.person(person).await;
        assert_eq!(save(&person, desk.acme, choice.clone()).await.status, status);
    }
    let provider = tandem::base::ids::CompanyId(0);
    assert_eq!(save(&ada, provider, choice.clone()).await.code(), "own_licences");
    ada.write(
        &format!("companies/{}/taskfire/disable", desk.globex),
        json!({"companyName": "Globex"}),
    )
    .await
    .ok();
    assert_eq!(
        save(&ada, desk.globex, choice.clone()).await.code(),
        "taskfire_not_enabled"
    );
    // It stands on a contract of a client whose Taskfire is off, and has no units there.
    save(&ada, desk.acme, choice).await.ok();
}

#[tokio::test]
async fn a_service_that_bills_something_else_cannot_bill_licences() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let contract = contract(&desk, calendar(desk.acme)).await;
    let fee = service(&desk, "Support", 2).await;
    let sold = put_on(&desk, contract, fee, 200_000).await;
    change_units(&desk, desk.acme, sold, "2026-11-01", 3).await;
    let choice = json!({"contract": contract, "contractService": sold});
    assert_eq!(save(&ada, desk.acme, choice.clone()).await.code(), "service_reserved");
    let page = ada.get(&format!("companies/{}/automation", desk.acme)).await.ok();
    assert_eq!(page["contracts"][0]["services"][0]["refusal"], "service_reserved");
    change_units(&desk, desk.acme, sold, "2026-11-20", -3).await;
    save(&ada, desk.acme, choice).await.ok();
}

#[tokio::test]
async fn another_contract_takes_over_on_its_day_and_no_day_is_billed_twice() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let (_, old) = automate(&desk, &ada, calendar(desk.acme)).await;
    let second = contract(&desk, calendar(desk.acme)).await;
    let fee = service(&desk, "Taskfire License Fee 2", 2).await;
    let new = put_on(&desk, second, fee, 300_000).await;
    let choice = |from: &str| json!({"contract": second, "contractService": new, "from": from});
    assert_eq!(
        save(&ada, desk.acme, choice("2026-11-19")).await.error(),
        (422, "invalid".to_owned())
    );
    let saved = save(&ada, desk.acme, choice("2026-11-26")).await.ok();
    assert_eq!(
        (&saved["until"], &saved["next"]["since"]),
        (&json!("2026-11-25"), &json!("2026-11-26"))
    );
    let acme = billing(&ada, desk.acme, "2026-11-20").await;
    let of = |sold: i64| {
        let statements = acme["statements"].as_array().unwrap();
        lines(
            statements
                .iter()
                .find(|statement| statement["contractService"] == json!(sold))
                .unwrap(),
        )
    };
    assert_eq!(
        of(old),
        ["increase 2026-11-20 2 11 14.67", "decrease 2026-11-25 -2 5 -6.67"]
    );
    assert_eq!(of(new), ["increase 2026-11-26 2 5 10.00"]);
    // Choosing the old one again takes the plan back.
    let first = json!({"contract": saved["contract"], "contractService": old});
    let again = save(&ada, desk.acme, first).await.ok();
    assert_eq!((&again["until"], &again["next"]), (&json!(null), &json!(null)));
    let acme = billing(&ada, desk.acme, "2026-11-20").await;
    assert_eq!(acme["total"], "14.67");
}

#[tokio::test]
async fn automation_that_is_stopped_bills_until_the_day_before() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let path = format!("companies/{}/automation/stop", desk.acme);
    assert_eq!(ada.administer(Method::POST, &path, json!({})).await.status, 404);
    let (_, sold) = automate(&desk, &ada, calendar(desk.acme)).await;
    let ada = pass(&desk, 5).await;
    assert_eq!(ada.administer(Method::POST, &path, json!({})).await.ok(), json!(null));
    assert_eq!(
        segments(&desk, sold).await[1..],
        november(&[("2026-11-20", "2026-11-23", 2), ("2026-11-24", "2026-11-30", 0)])
    );
    let acme = billing(&ada, desk.acme, "2026-11-25").await;
    assert_eq!(
        lines(&acme["statements"][0]),
        ["increase 2026-11-20 2 11 14.67", "decrease 2026-11-24 -2 6 -8.00"]
    );
    assert_eq!(acme["warnings"][0]["warning"], "no_automation");
    assert_eq!(acme["notBilled"][0]["reason"], "no_automation");
}

#[tokio::test]
async fn an_expired_contract_is_warned_about_and_taskfire_keeps_running() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let wanted = Wanted {
        end: Some("2026-11-22"),
        ..calendar(desk.acme)
    };
    automate(&desk, &ada, wanted).await;
    let warned = |listed: &serde_json::Value| {
        let items = listed["items"].as_array().unwrap();
        items.iter().find(|item| item["name"] == "Acme").unwrap()["contractWarning"].clone()
    };
    let ada = pass(&desk, 2).await;
    assert_eq!(warned(&ada.get("portalCompanies").await.ok()), json!(null));
    let acme = billing(&ada, desk.acme, "2026-11-22").await;
    assert_eq!(acme["warnings"][0]["warning"], "automation_contract_ends_soon");
    assert_eq!(acme["contracts"][0]["daysLeft"], 0);
    let ada = pass(&desk, 1).await;
    assert_eq!(
        warned(&ada.get("portalCompanies").await.ok()),
        json!("automation_contract_expired")
    );
    give(&desk, &ada, "bob", 4).await;
    let page = ada.get(&format!("companies/{}/automation", desk.acme)).await.ok();
    assert_eq!(
        (&page["automation"]["isExpired"], &page["automation"]["licences"]),
        (&json!(true), &json!(3))
    );
    assert_eq!(page["automation"]["warnings"], json!(["automation_contract_expired"]));
    let acme = billing(&ada, desk.acme, "2026-11-23").await;
    assert_eq!(lines(&acme["statements"][0]), ["increase 2026-11-20 2 3 4.00"]);
    assert_eq!(acme["statements"][0]["units"], 3);
    assert_eq!(acme["notBilled"][0]["reason"], "contract_expired");
}

#[tokio::test]
async fn a_change_of_automation_is_noted_by_the_day_on_which_it_takes_effect() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let (old, _) = automate(&desk, &ada, calendar(desk.acme)).await;
    let new = contract(&desk, calendar(desk.acme)).await;
    let fee = service(&desk, "Another fee", 2).await;
    let sold = put_on(&desk, new, fee, 200_000).await;
    let choice = json!({"contract": new, "contractService": sold, "from": "2026-12-10"});
    save(&ada, desk.acme, choice).await.ok();
    let notes = async |ada: &Person, contract: i64| {
        let page = ada.get(&format!("contracts/{contract}/page")).await.ok();
        let notes = page["notes"].as_array().unwrap().iter();
        notes.map(|note| note["text"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(
        notes(&ada, old).await,
        [json!("2026-12-10: 2 → 0"), json!("2026-11-20: 0 → 2")]
    );
    assert_eq!(notes(&ada, new).await, [json!("2026-12-10: 0 → 2")]);
    let path = format!("companies/{}/automation/stop", desk.acme);
    ada.write(&path, json!({"from": "2026-12-24"})).await.ok();
    assert_eq!(notes(&ada, new).await[0], json!("2026-12-24: 2 → 0"));
}
