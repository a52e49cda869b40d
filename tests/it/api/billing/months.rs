//! A month of the chart, the page that it opens, and what is said of today come to the same.

use super::world::*;
use crate::support::{Desk, Person};
use rust_decimal::Decimal;
use serde_json::Value as Json;

fn amount(value: &Json) -> Decimal {
    value.as_str().unwrap().parse().unwrap()
}

/// What a client's billing is in the month that the chart opens.
async fn opened(ada: &Person, desk: &Desk, month: &str) -> Json {
    ada.get(&format!("companies/{}/billing?month={month}", desk.acme))
        .await
        .ok()
}

fn changed(page: &Json) -> Decimal {
    let changes = page["changes"].as_array().unwrap().iter();
    changes.map(|change| amount(&change["amount"])).sum()
}

/// Every month of the chart opens into what the chart has of it, and goes on where the one before ended.
async fn agree(ada: &Person, desk: &Desk) -> Vec<Decimal> {
    let today = ada.get(&format!("companies/{}/billing", desk.acme)).await.ok();
    let mut totals = Vec::new();
    let mut former: Option<Json> = None;
    for month in today["months"].as_array().unwrap() {
        let first = month["month"].as_str().unwrap();
        let page = opened(ada, desk, first).await;
        let statements = page["statements"].as_array().unwrap().iter();
        let of_statements: Decimal = statements.map(|statement| amount(&statement["total"])).sum();
        assert_eq!(page["total"], month["total"], "{first}");
        assert_eq!(of_statements, amount(&page["total"]), "{first}");
        assert_eq!(
            changed(&page),
            amount(&page["total"]) - amount(&page["before"]),
            "{first}: {page}"
        );
        if let Some(former) = former {
            assert_eq!(
                (&former["total"], &former["next"]),
                (&page["before"], &page["total"]),
                "{first}"
            );
        }
        totals.push(amount(&page["total"]));
        former = Some(page);
    }
    let overview = ada.get("billing").await.ok();
    let acme = overview["clients"].as_array().unwrap().iter();
    let acme = acme.clone().find(|client| client["name"] == "Acme").unwrap();
    assert_eq!((&acme["total"], &acme["before"]), (&today["total"], &today["before"]));
    totals
}

/// From the 17th on: a service for 10.00 a month of which one more is sold each month until October.
async fn by_the_17th(desk: &Desk) {
    let wanted = Wanted {
        start: "2026-08-17",
        anchor: "contract_start",
        ..calendar(desk.acme)
    };
    let contract = contract(desk, wanted).await;
    let print = service(desk, "Managed Print", 2).await;
    let sold = put_on(desk, contract, print, 100_000).await;
    for day in ["2026-08-17", "2026-09-17", "2026-10-17"] {
        change_units(desk, desk.acme, sold, day, 1).await;
    }
}

#[tokio::test]
async fn a_month_opens_the_period_that_begins_in_it() {
    let desk = Desk::new().await;
    by_the_17th(&desk).await;
    let ada = desk.person("ada").await;
    let totals = agree(&ada, &desk).await;
    assert_eq!(totals[8..], [10, 20, 30, 30].map(Decimal::from));
    let september = opened(&ada, &desk, "2026-09-01").await;
    assert_eq!(september["statements"][0]["period"]["first"], "2026-09-17");
    assert_eq!(september["month"], "2026-09-01");
    // On the 10th of December the period of November still runs; the chart's December has the one that is to come.
    let ada = pass(&desk, 20).await;
    let totals = agree(&ada, &desk).await;
    assert_eq!(totals[8..], [20, 30, 30, 30].map(Decimal::from));
    let today = ada.get(&format!("companies/{}/billing", desk.acme)).await.ok();
    assert_eq!(today["statements"][0]["period"]["first"], "2026-11-17");
}

#[tokio::test]
async fn periods_of_several_months_count_in_the_month_in_which_they_begin_and_in_no_other() {
    let desk = Desk::new().await;
    by_the_17th(&desk).await;
    let wanted = Wanted {
        start: "2026-02-01",
        ..calendar(desk.acme)
    };
    let contract = contract(&desk, wanted).await;
    for (name, length, price, first, more) in [
        ("Hosting", 5, 12_000_000, "2026-02-01", "2026-06-10"),
        ("Backup", 3, 900_000, "2026-02-01", "2026-11-05"),
        ("Set-up", 1, 500_000, "2026-04-05", "2026-04-20"),
    ] {
        let service = service(&desk, name, length).await;
        let sold = put_on(&desk, contract, service, price).await;
        change_units(&desk, desk.acme, sold, first, 1).await;
        change_units(&desk, desk.acme, sold, more, 1).await;
    }
    let ada = desk.person("ada").await;
    let totals = agree(&ada, &desk).await;
    assert!(totals[2] > Decimal::from(1_200), "{totals:?}");
    assert_eq!(totals[3..5], [0, 100].map(Decimal::from));
    let today = ada.get(&format!("companies/{}/billing", desk.acme)).await.ok();
    let running: Vec<_> = today["running"].as_array().unwrap().iter().collect();
    assert_eq!(running.len(), 1, "{running:?}");
    assert_eq!(
        (&running[0]["serviceName"], &running[0]["window"]["first"]),
        (&"Hosting".into(), &"2026-02-01".into())
    );
    assert_eq!(amount(&running[0]["total"]), totals[2] - Decimal::from(90));
}
