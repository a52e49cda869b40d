//! Invoices and the block report, and who may read them.

use super::super::autotask::Integration;
use super::world::*;
use crate::support::{Desk, Person};
use reqwest::Method;
use serde_json::{Value as Json, json};
use tandem::base::ids::CompanyId;
use tandem::entities::{CONTRACT, Row};

/// A desk with one invoice of Acme's.
async fn with_invoice() -> (Desk, Person, i64) {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    automate(&desk, &ada, calendar(desk.acme)).await;
    let ada = pass(&desk, 12).await;
    let closed = close_through(&ada, "2026-11-30").await;
    let id = closed["invoices"][0]["id"].as_i64().unwrap();
    (desk, ada, id)
}

async fn hide(desk: &Desk, ada: &Person, hidden: bool) {
    let settings = json!({"completeTaskfireWithAutotask": false, "completeAutotaskWithTaskfire": false,
        "hideFinancials": hidden});
    let path = format!("companies/{}/taskfire/settings", desk.acme);
    ada.administer(Method::PUT, &path, settings).await.ok();
}

/// What the three things answer that the setting hides: a list, an invoice, the block report.
async fn statuses(person: &Person, company: CompanyId, invoice: i64) -> [u16; 3] {
    [
        person.get("invoices").await.status,
        person.get(&format!("invoices/{invoice}")).await.status,
        person.get(&format!("companies/{company}/blockReport")).await.status,
    ]
}

#[tokio::test]
async fn the_setting_hides_all_three_from_taskfire_users_alone() {
    let (desk, ada, invoice) = with_invoice().await;
    let all = async |hidden: bool| {
        hide(&desk, &ada, hidden).await;
        let mut seen = Vec::new();
        for name in ["ada", "tina", "ana", "bea", "mia", "avi", "bob"] {
            let person = desk.person(name).await;
            seen.push((name, statuses(&person, desk.acme, invoice).await));
        }
        seen
    };
    let (yes, no) = ([200; 3], [403; 3]);
    let expected = |ana| {
        [
            ("ada", yes),
            ("tina", no),
            ("ana", ana),
            ("bea", no),
            ("mia", yes),
            ("avi", no),
            ("bob", no),
        ]
    };
    assert_eq!(all(false).await, expected(yes));
    assert_eq!(all(true).await, expected(no));
}

#[tokio::test]
async fn a_clients_people_read_their_own_invoices_and_not_who_closed_them() {
    let (desk, _, invoice) = with_invoice().await;
    let mia = desk.person("mia").await;
    let listed = mia.get("invoices").await.ok();
    assert_eq!(listed["items"][0]["number"], "2026-00001");
    let own = mia.get(&format!("invoices/{invoice}")).await.ok();
    assert_eq!((&own["byName"], &own["companyName"]), (&json!(null), &json!("Acme")));
    let gus = desk.person("gus").await;
    assert_eq!(gus.get("invoices").await.ok()["items"], json!([]));
    assert_eq!(gus.get(&format!("invoices/{invoice}")).await.status, 404);
    let path = format!("companies/{}/invoices", desk.acme);
    assert_eq!(gus.get(&path).await.status, 404);
}

#[tokio::test]
async fn the_block_report_has_bought_used_and_left_of_prepaid_contracts() {
    let desk = Desk::new().await;
    contract(&desk, calendar(desk.acme)).await;
    let acme = desk.acme;
    desk.operations()
        .write(move |writing| {
            let mut row = Row::new(&CONTRACT);
            row.set("companyID", acme.0);
            row.set("contractName", "Managed Print 2026");
            row.set("contractType", 4_i64);
            row.set("status", 1_i64);
            row.set("startDate", date("2026-01-01").midnight());
            row.set("supportForm", "support_hours");
            row.set("supportScope", "org_unit");
            row.set("minutesBought", 2400_i64);
            row.set("minutesUsed", 1530_i64);
            Ok(writing.insert(&mut row)?)
        })
        .await
        .unwrap();
    let report = desk
        .person("mia")
        .await
        .get(&format!("companies/{acme}/blockReport"))
        .await
        .ok();
    let contracts = report["contracts"].as_array().unwrap();
    assert_eq!(contracts.len(), 1);
    assert_eq!(
        (
            &contracts[0]["minutes"],
            &contracts[0]["minutesUsed"],
            &contracts[0]["minutesLeft"],
            &contracts[0]["state"]
        ),
        (&json!(2400), &json!(1530), &json!(870), &json!("active"))
    );
}

#[tokio::test]
async fn an_invoice_says_of_a_service_what_the_provider_wants_it_to_say() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let contract = contract(&desk, calendar(desk.acme)).await;
    for (name, description) in [("Backup", "Nightly copies of all servers"), ("Monitoring", "")] {
        let body = json!({"name": name, "period": "monthly", "unitPrice": "4", "isActive": true,
            "invoiceDescription": description});
        let service = ada.write("services", body).await.ok()["id"].take();
        let body = json!({"sold": {"service": service}, "units": 1, "from": "2026-11-01"});
        ada.write(&format!("contracts/{contract}/services"), body).await.ok();
    }
    // What the contract says of its own service counts more than the catalogue.
    let api = Integration::new(&desk).await;
    let own = service(&desk, "Archive", 2).await;
    let body =
        json!({"contractID": contract, "serviceID": own, "unitPrice": 4, "invoiceDescription": "Ten years of mail"});
    let on = Integration::created(&api.post(&format!("Contracts/{contract}/Services"), body).await);
    let units = json!({"change": 1, "from": "2026-11-01"});
    ada.write(&format!("contractServices/{on}/units"), units).await.ok();
    let ada = pass(&desk, 12).await;
    let closed = close_through(&ada, "2026-11-30").await;
    let invoice = ada.get(&format!("invoices/{}", closed["invoices"][0]["id"])).await.ok();
    let sections = invoice["sections"].as_array().unwrap().iter();
    let said: Vec<_> = sections
        .map(|section| json!([section["serviceName"], section["description"]]))
        .collect();
    assert_eq!(
        json!(said),
        json!([
            ["Backup", "Nightly copies of all servers"],
            ["Monitoring", null],
            ["Archive", "Ten years of mail"]
        ])
    );
    let items = ada.post("billingItems/query", json!({"filter": []})).await.ok()["items"].take();
    assert_eq!(items[0]["lineItemFullDescription"], "Nightly copies of all servers");
    assert_eq!(items[1]["lineItemFullDescription"], Json::Null);
}
