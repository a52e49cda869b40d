//! Days that can't be meant: what is planned begins on a day that a contract can reach, and the refusal says which.

use super::super::autotask::Integration;
use super::world::*;
use crate::support::{Desk, Person};
use serde_json::{Value as Json, json};

/// Acme's contract without an end, with five units of a service from November on; and that service.
async fn endless(desk: &Desk, ada: &Person) -> Json {
    let contract = contract(desk, calendar(desk.acme)).await;
    let print = service(desk, "Managed Print", 2).await;
    let body = json!({"sold": {"service": print}, "units": 5, "unitPrice": "10", "from": "2026-11-01"});
    let sold = ada.write(&format!("contracts/{contract}/services"), body).await.ok();
    sold["contractService"].clone()
}

#[tokio::test]
async fn units_and_prices_begin_on_no_day_that_no_contract_reaches() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let sold = endless(&desk, &ada).await;
    for from in ["2100-01-01", "9999-12-31"] {
        let refused = change(&ada, &sold, -5, from).await;
        assert_eq!(refused.error(), (422, "outside_contract".to_owned()), "{from}");
        let said = refused.json()["message"].to_string();
        assert!(said.contains("2099-12-31"), "{said}");
    }
    let api = Integration::new(&desk).await;
    for besides in [json!({"unitChange": 1}), json!({"adjustedUnitPrice": 12})] {
        let mut body = besides;
        body["contractServiceID"] = sold.clone();
        body["effectiveDate"] = json!("9999-12-31");
        let refused = api.post("ContractServiceAdjustments", body).await;
        let said = refused.json()["errors"][0].to_string();
        assert!(said.contains("2099-12-31"), "{said}");
    }
    change(&ada, &sold, -5, "2099-12-31").await.ok();
    // What is planned for the last day counts against every earlier change.
    let refused = change(&ada, &sold, -1, "2026-12-01").await;
    assert_eq!(refused.code(), "units_below_zero");
}

#[tokio::test]
async fn automation_changes_today_or_later_and_the_refusal_says_so() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    automate(&desk, &ada, calendar(desk.acme)).await;
    let other = contract(&desk, calendar(desk.acme)).await;
    let fee = service(&desk, "Another fee", 2).await;
    let sold = put_on(&desk, other, fee, 200_000).await;
    let stop = format!("companies/{}/automation/stop", desk.acme);
    for from in ["2026-11-19", "2100-01-01", "9999-12-31"] {
        let choice = json!({"contract": other, "contractService": sold, "from": from});
        for refused in [
            save(&ada, desk.acme, choice).await,
            ada.write(&stop, json!({"from": from})).await,
        ] {
            assert_eq!(refused.error(), (422, "invalid".to_owned()), "{from}");
            let said = refused.json()["message"].to_string();
            assert!(said.contains("today or a later day"), "{said}");
        }
    }
}
