//! Amounts at their limits stop nobody else's closing.

use super::world::*;
use crate::support::Desk;
use serde_json::json;

#[tokio::test]
async fn a_client_whose_invoice_could_not_be_kept_is_left_out_and_the_others_are_closed() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let gold = service(&desk, "Gold", 2).await;
    for (company, units, price) in [(desk.acme, 1_000_000, "9999999.9999"), (desk.globex, 1, "5")] {
        let wanted = Wanted {
            start: "2016-11-01",
            ..calendar(company)
        };
        let id = contract(&desk, wanted).await;
        let body = json!({"sold": {"service": gold}, "units": units, "unitPrice": price, "from": "2016-11-01"});
        ada.write(&format!("contracts/{id}/services"), body).await.ok();
    }
    let seen = ada.get("billing/closing?through=2026-10-31").await.ok();
    let name = &seen["leftOut"][0]["name"];
    assert_eq!(name, "Acme", "{}", seen["leftOut"]);
    assert_eq!((&seen["periods"], &seen["total"]), (&json!(120), &json!("600.00")));
    let body = json!({"through": "2026-10-31", "seen": seen["digest"]});
    let closed = ada.write("billing/close", body).await.ok();
    assert_eq!(closed["invoices"].as_array().unwrap().len(), 1);
    // Up to an earlier day it fits.
    let path = format!("billing/closing?through=2018-10-31&company={}", desk.acme);
    let seen = ada.get(&path).await.ok();
    assert_eq!(seen["leftOut"], json!([]));
    let body = json!({"through": "2018-10-31", "company": desk.acme, "seen": seen["digest"]});
    ada.write("billing/close", body).await.ok();
}
