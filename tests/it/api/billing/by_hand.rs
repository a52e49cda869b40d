//! Units by hand and automation share no day of a service, and units begin no earlier than somebody says.

use super::world::*;
use crate::support::{Desk, Person};
use serde_json::{Value as Json, json};

/// Two licences of Acme that are billed by hand from December on; on the twentieth, the contract and its service.
async fn by_hand(desk: &Desk) -> (Person, Json) {
    let contract = contract(desk, calendar(desk.acme)).await;
    let fee = service(desk, "Taskfire License Fee", 2).await;
    let ada = desk.person("ada").await;
    let body = json!({"sold": {"service": fee}, "units": 2, "unitPrice": "20", "from": "2026-12-01"});
    let line = ada.write(&format!("contracts/{contract}/services"), body).await.ok();
    let ada = pass(desk, 30).await;
    let choice = json!({"contract": contract, "contractService": line["contractService"]});
    (ada, choice)
}

async fn take_away(ada: &Person, choice: &Json, from: &str) {
    let none = json!({"change": -2, "from": from, "note": "automation counts them now"});
    let path = format!("contractServices/{}/units", choice["contractService"]);
    ada.write(&path, none).await.ok();
}

async fn december(ada: &Person, desk: &Desk) -> (Vec<String>, Json) {
    let acme = billing(ada, desk.acme, "2026-12-20").await;
    let statements = acme["statements"].as_array().unwrap();
    (statements.iter().flat_map(lines).collect(), acme["total"].clone())
}

#[tokio::test]
async fn licences_that_were_billed_by_hand_are_not_billed_again_by_automation() {
    let desk = Desk::new().await;
    let (ada, choice) = by_hand(&desk).await;
    let early = save(&ada, desk.acme, choice.clone()).await;
    assert_eq!(early.code(), "service_reserved", "they stand from today on");
    take_away(&ada, &choice, "2026-12-20").await;
    assert_eq!(save(&ada, desk.acme, choice).await.ok()["since"], "2026-12-20");
    let (lines, total) = december(&ada, &desk).await;
    assert!(
        lines.contains(&"increase 2026-12-20 2 12 15.48".to_owned()),
        "{lines:?}"
    );
    assert_eq!(total, "40.00", "{lines:?}");
}

#[tokio::test]
async fn days_since_the_last_unit_by_hand_are_not_left_out() {
    let desk = Desk::new().await;
    let (ada, choice) = by_hand(&desk).await;
    take_away(&ada, &choice, "2026-12-10").await;
    assert_eq!(save(&ada, desk.acme, choice).await.ok()["since"], "2026-12-10");
    assert_eq!(december(&ada, &desk).await.1, "40.00");
}

#[tokio::test]
async fn units_by_hand_of_an_earlier_period_leave_automation_its_whole_period() {
    let desk = Desk::new().await;
    let (ada, choice) = by_hand(&desk).await;
    take_away(&ada, &choice, "2026-12-20").await;
    desk.clock.advance(std::time::Duration::from_secs(20 * 24 * 3600));
    let ada = desk.person("ada").await;
    assert_eq!(save(&ada, desk.acme, choice).await.ok()["since"], "2027-01-01");
    assert_eq!(billing(&ada, desk.acme, "2027-01-20").await["total"], "40.00");
}

#[tokio::test]
async fn days_on_which_automation_billed_take_no_units_by_hand_afterwards() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let (_, sold) = automate(&desk, &ada, calendar(desk.acme)).await;
    let ada = pass(&desk, 5).await;
    let path = format!("companies/{}/automation/stop", desk.acme);
    ada.write(&path, json!({})).await.ok();
    let change = |from: &str| json!({"change": 10, "from": from, "note": ""});
    let path = format!("contractServices/{sold}/units");
    for from in ["2026-11-20", "2026-11-24"] {
        let refused = ada.write(&path, change(from)).await;
        assert_eq!(refused.error(), (422, "units_automated".to_owned()), "{from}");
    }
    ada.write(&path, change("2026-11-25")).await.ok();
    assert_eq!(
        segments(&desk, sold).await,
        [
            ("2026-11-01".to_owned(), "2026-11-19".to_owned(), 0),
            ("2026-11-20".to_owned(), "2026-11-23".to_owned(), 2),
            ("2026-11-24".to_owned(), "2026-11-24".to_owned(), 0),
            ("2026-11-25".to_owned(), "2026-11-30".to_owned(), 10),
        ]
    );
}

#[tokio::test]
async fn a_service_that_is_put_on_an_older_contract_is_billed_from_today_where_no_day_is_said() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let backup = service(&desk, "Backup", 2).await;
    for (start, first) in [("2024-01-01", "2026-11-20"), ("2026-12-05", "2026-12-05")] {
        let wanted = Wanted {
            start,
            ..calendar(desk.acme)
        };
        let contract = contract(&desk, wanted).await;
        let body = json!({"sold": {"service": backup}, "units": 5, "unitPrice": "10"});
        ada.write(&format!("contracts/{contract}/services"), body).await.ok();
        let page = billing(&ada, desk.acme, first).await;
        let statements = page["statements"].as_array().unwrap();
        let begun: Vec<_> = statements.iter().flat_map(lines).collect();
        assert!(
            begun
                .iter()
                .any(|line| line.starts_with(&format!("increase {first} 5"))),
            "{begun:?}"
        );
    }
    assert_eq!(ada.get("billing/closing?through=2026-11-19").await.ok()["periods"], 0);
}
