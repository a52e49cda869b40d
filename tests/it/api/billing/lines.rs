//! From any amount back to the events that made it.

use super::world::*;
use crate::support::Desk;
use serde_json::{Value as Json, json};

#[tokio::test]
async fn each_line_names_who_gave_whom_which_level_when() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    automate(&desk, &ada, calendar(desk.acme)).await;
    let ada = pass(&desk, 3).await;
    give(&desk, &ada, "bob", 4).await;
    give(&desk, &ada, "bea", 1).await;
    let acme = billing(&ada, desk.acme, "2026-11-23").await;
    let statement = &acme["statements"][0];
    assert_eq!(
        lines(statement),
        [
            "increase 2026-11-20 2 11 14.67",
            "increase 2026-11-23 1 8 5.33",
            "decrease 2026-11-23 -1 7 -4.67"
        ]
    );
    let event = &statement["lines"][1]["events"][0];
    assert_eq!(
        (
            &event["event"],
            &event["byName"],
            &event["person"],
            &event["level"],
            &event["time"]
        ),
        (
            &json!("level_given"),
            &json!("Ada Lund"),
            &json!("Bob Sosa"),
            &json!("taskfire_resource"),
            &json!("09:00")
        )
    );
    let event = &statement["lines"][2]["events"][0];
    assert_eq!(
        (&event["event"], &event["person"]),
        (&json!("level_taken"), &json!("Bea Sosa"))
    );
    assert_eq!(statement["lines"][0]["events"].as_array().unwrap().len(), 2);
    assert_eq!((&acme["total"], &acme["accrued"]), (&json!("15.33"), &json!("6.00")));
    let december = billing(&ada, desk.acme, "2026-12-02").await;
    let base = &december["statements"][0]["lines"][0];
    assert_eq!(
        (&base["kind"], &base["units"], &base["amount"]),
        (&json!("base"), &json!(2), &json!("40.00"))
    );
    let people: Vec<_> = base["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| event["person"].clone())
        .collect();
    assert_eq!(people, [json!("Ana Sosa"), json!("Bob Sosa")]);
    assert_eq!((&december["before"], &acme["next"]), (&json!("15.33"), &json!("40.00")));
}

#[tokio::test]
async fn the_reasons_add_up_to_the_difference_from_the_period_before() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    automate(&desk, &ada, calendar(desk.acme)).await;
    let ada = pass(&desk, 15).await;
    give(&desk, &ada, "bob", 4).await;
    let acme = billing(&ada, desk.acme, "2026-12-05").await;
    let reasons: Vec<_> = acme["changes"].as_array().unwrap().iter().collect();
    let amounts: rust_decimal::Decimal = reasons
        .iter()
        .map(|change| {
            change["amount"]
                .as_str()
                .unwrap()
                .parse::<rust_decimal::Decimal>()
                .unwrap()
        })
        .sum();
    let amount = |field: &str| acme[field].as_str().unwrap().parse::<rust_decimal::Decimal>().unwrap();
    assert_eq!(amounts, amount("total") - amount("before"));
    let words: Vec<_> = reasons
        .iter()
        .map(|change| change["reason"].as_str().unwrap())
        .collect();
    assert_eq!(words, ["units_added", "whole_period"]);
    let months = acme["months"].as_array().unwrap();
    assert_eq!(months.len(), 12);
    assert_eq!(
        (&months[10]["month"], &months[10]["total"]),
        (&json!("2026-11-01"), &json!("14.67"))
    );
    assert_eq!(months[11]["total"], acme["total"]);
}

#[tokio::test]
async fn the_overview_has_every_client_and_says_what_is_not_billed_and_why() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    automate(&desk, &ada, calendar(desk.acme)).await;
    let overview = ada.get("billing").await.ok();
    assert_eq!(
        (&overview["total"], &overview["currency"]),
        (&json!("14.67"), &json!("EUR"))
    );
    let names: Vec<_> = overview["clients"]
        .as_array()
        .unwrap()
        .iter()
        .map(|client| &client["name"])
        .collect();
    assert_eq!(names, [&json!("Acme"), &json!("Globex")]);
    let reasons: Vec<_> = overview["notBilled"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| {
            (
                line["companyName"].as_str().unwrap(),
                line["reason"].as_str().unwrap(),
                line["count"].as_i64(),
            )
        })
        .collect();
    assert_eq!(reasons, [("Globex", "no_automation", Some(1))]);
    for person in ["tina", "ana", "mia", "bob"] {
        assert_eq!(desk.person(person).await.get("billing").await.status, 403, "{person}");
        let path = format!("companies/{}/billing", desk.acme);
        assert_eq!(desk.person(person).await.get(&path).await.status, 403, "{person}");
    }
}

#[tokio::test]
async fn a_licence_counts_from_the_providers_day() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let settings = ada.get("instance").await.ok()["settings"].clone();
    let mut wanted = settings.clone();
    wanted["timeZone"] = json!("Pacific/Honolulu");
    ada.administer(reqwest::Method::PUT, "instance", wanted).await.ok();
    automate(&desk, &ada, calendar(desk.acme)).await;
    // 09:00 UTC two days later is still the day before in Honolulu.
    let ada = pass(&desk, 2).await;
    give(&desk, &ada, "bob", 4).await;
    let acme = billing(&ada, desk.acme, "2026-11-21").await;
    assert_eq!(acme["today"], "2026-11-21");
    let lines = lines(&acme["statements"][0]);
    assert_eq!(lines.last().unwrap(), "increase 2026-11-21 1 10 6.67");
    assert_eq!(acme["statements"][0]["lines"][1]["events"][0]["time"], "23:00");
}

#[tokio::test]
async fn time_that_no_contract_covered_is_named_among_what_is_not_billed() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let ticket = ada.create(json!({"companyID": desk.acme, "title": "Printer"})).await;
    let time = json!({"workedOn": "2026-11-20", "minutes": 90});
    ada.act(&ticket, "time", time).await.ok();
    desk.operations()
        .write(|writing| {
            // As the debit writes it where hours ran out.
            writing.execute("UPDATE time_entry SET covered_minutes = 30, uncovered_minutes = 60", [])?;
            Ok(())
        })
        .await
        .unwrap();
    let overview = ada.get("billing").await.ok();
    let uncovered = |lines: &serde_json::Value| {
        let lines = lines["notBilled"].as_array().unwrap().clone();
        let line = lines.into_iter().find(|line| line["reason"] == "uncovered_time");
        line.map(|line| (line["companyName"].clone(), line["count"].clone()))
    };
    let expected = Some((json!("Acme"), json!(60)));
    assert_eq!(uncovered(&overview), expected);
    assert_eq!(uncovered(&billing(&ada, desk.acme, "2026-11-20").await), expected);
}

#[tokio::test]
async fn a_period_of_a_year_counts_in_the_month_in_which_it_begins_and_runs_on_beside_the_others() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let wanted = Wanted {
        start: "2025-09-01",
        anchor: "contract_start",
        ..calendar(desk.acme)
    };
    let contract = contract(&desk, wanted).await;
    let domain = service(&desk, "Domain", 5).await;
    let sold = put_on(&desk, contract, domain, 480_000).await;
    change_units(&desk, desk.acme, sold, "2025-09-01", 2).await;
    change_units(&desk, desk.acme, sold, "2026-09-01", 1).await;
    let amounts = |page: &Json| {
        let amounts = ["before", "total", "next"].map(|field| page[field].as_str().unwrap().to_owned());
        (amounts, page["running"].as_array().unwrap().len())
    };
    let owned = |amounts: [&str; 3]| amounts.map(str::to_owned);
    let november = billing(&ada, desk.acme, "2026-11-20").await;
    assert_eq!(amounts(&november), (owned(["0.00", "0.00", "0.00"]), 1));
    assert_eq!(november["running"][0]["total"], "144.00");
    let october = billing(&ada, desk.acme, "2026-10-20").await;
    assert_eq!(amounts(&october), (owned(["144.00", "0.00", "0.00"]), 1));
    let change = &october["changes"][0];
    assert_eq!(
        (&change["reason"], &change["amount"]),
        (&json!("counts_where_it_begins"), &json!("-144.00"))
    );
    let september = billing(&ada, desk.acme, "2026-09-20").await;
    assert_eq!(amounts(&september), (owned(["0.00", "144.00", "0.00"]), 0));
    let august = billing(&ada, desk.acme, "2026-08-20").await;
    assert_eq!(amounts(&august), (owned(["0.00", "0.00", "144.00"]), 1));
    let overview = ada.get("billing").await.ok();
    let acme = overview["clients"].as_array().unwrap().iter();
    let acme = acme.clone().find(|client| client["name"] == "Acme").unwrap();
    assert_eq!((&acme["before"], &acme["changes"]), (&json!("0.00"), &json!([])));
}
