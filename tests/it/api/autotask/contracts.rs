//! Contracts and what is sold by them, by Autotask's routes.

use super::integration::{Integration, refusal, rule, said};
use crate::support::{Answer, Desk};
use serde_json::{Value as Json, json};
use tandem::domain::SecurityLevel;

/// A recurring contract of Acme over the whole year.
async fn recurring(api: &Integration, desk: &Desk) -> i64 {
    contract(api, desk, 7, json!({})).await
}

async fn contract(api: &Integration, desk: &Desk, kind: i64, besides: Json) -> i64 {
    Integration::created(&api.post("Contracts", body(desk, kind, besides)).await)
}

fn body(desk: &Desk, kind: i64, besides: Json) -> Json {
    let body = json!({
        "companyID": desk.acme, "contractName": "Care", "contractType": kind, "status": 1,
        "startDate": "2026-01-01", "endDate": "2026-12-31", "timeReportingRequiresStartAndStopTimes": 0,
    });
    with(body, besides)
}

fn with(mut body: Json, besides: Json) -> Json {
    for (name, value) in besides.as_object().unwrap() {
        body[name] = value.clone();
    }
    body
}

async fn service(api: &Integration, name: &str, price: Json) -> i64 {
    let body = json!({"name": name, "billingCodeID": 1, "periodType": 2, "unitPrice": price});
    Integration::created(&api.post("Services", body).await)
}

async fn adjust(api: &Integration, contract: i64, besides: Json) -> Answer {
    let body = with(json!({"effectiveDate": "2026-11-10"}), besides);
    api.post(&format!("Contracts/{contract}/ServiceAdjustments"), body)
        .await
}

/// First and last day and units of a service on a contract, by day.
async fn units(api: &Integration, contract: i64) -> Vec<(String, String, i64)> {
    let rows = api.get(&format!("Contracts/{contract}/ServiceUnits")).await.ok();
    let day = |row: &Json, name: &str| row[name].as_str().unwrap()[..10].to_owned();
    let mut units: Vec<_> = rows["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            (
                day(row, "startDate"),
                day(row, "endDate"),
                row["units"].as_i64().unwrap(),
            )
        })
        .collect();
    units.sort();
    units
}

#[tokio::test]
async fn every_write_of_contract_data_stands_in_the_audit_log() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let api = Integration::of_level(&desk, SecurityLevel::ProviderAdmin).await;
    let care = recurring(&api, &desk).await;
    let change = json!({"id": care, "contractName": "Care and more"});
    api.patch("Contracts", change).await.ok();
    let entries = ada.get("audit?act=write_contract_data").await.ok()["items"].clone();
    assert_eq!(entries[0]["subject"], "Care and more", "{entries}");
    assert_eq!(entries[0]["before"]["row"]["contractName"], "Care");
    assert_eq!(entries[1]["before"]["row"], Json::Null);
    assert_eq!(entries[1]["company"], desk.acme.0);
}

#[tokio::test]
async fn units_follow_adjustments_day_by_day_and_each_writes_a_note() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let contract = recurring(&api, &desk).await;
    let printers = service(&api, "Managed printers", json!(18.5)).await;
    let on = Integration::created(
        &api.post(
            &format!("Contracts/{contract}/Services"),
            json!({"serviceID": printers}),
        )
        .await,
    );
    let row = api.row(&format!("ContractServices/{on}")).await;
    assert_eq!(
        (&row["unitPrice"], &row["contractID"]),
        (&json!(18.5), &json!(contract))
    );
    adjust(
        &api,
        contract,
        json!({"contractServiceID": on, "unitChange": 5, "effectiveDate": "2026-10-05"}),
    )
    .await
    .ok();
    // By contract and service it is the same place.
    adjust(&api, contract, json!({"serviceID": printers, "unitChange": -2}))
        .await
        .ok();
    let november: Vec<_> = units(&api, contract)
        .await
        .into_iter()
        .filter(|unit| unit.0.as_str() >= "2026-10")
        .collect();
    let unit = |first: &str, last: &str, units| (first.to_owned(), last.to_owned(), units);
    assert_eq!(
        november,
        [
            unit("2026-10-01", "2026-10-04", 0),
            unit("2026-10-05", "2026-10-31", 5),
            unit("2026-11-01", "2026-11-09", 5),
            unit("2026-11-10", "2026-11-30", 3),
        ]
    );
    let notes = api.get(&format!("Contracts/{contract}/Notes")).await.ok();
    let texts: Vec<_> = notes["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|note| note["description"].clone())
        .collect();
    assert_eq!(
        json!(texts),
        json!(["2026-10-05: 0 → 5 (+5)", "2026-11-10: 5 → 3 (-2)"])
    );
    // Opposite changes of one day leave the units as they were.
    adjust(
        &api,
        contract,
        json!({"contractServiceID": on, "unitChange": 4, "effectiveDate": "2026-11-20"}),
    )
    .await
    .ok();
    adjust(
        &api,
        contract,
        json!({"contractServiceID": on, "unitChange": -4, "effectiveDate": "2026-11-20"}),
    )
    .await
    .ok();
    assert_eq!(
        units(&api, contract).await.last(),
        Some(&unit("2026-11-10", "2026-11-30", 3))
    );
}

#[tokio::test]
async fn an_adjustment_puts_a_service_on_the_contract_that_has_none_and_asks_which_of_two() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let contract = recurring(&api, &desk).await;
    let backup = service(&api, "Backup", json!("4.00")).await;
    let body = json!({"contractID": contract, "serviceID": backup, "unitChange": 2, "effectiveDate": "2026-11-01", "adjustedUnitPrice": 3.25});
    api.post("ContractServiceAdjustments", body).await.ok();
    let first = api
        .ids(
            "ContractServices",
            json!([{"op": "eq", "field": "contractID", "value": contract}]),
        )
        .await;
    assert_eq!(first.len(), 1);
    assert_eq!(
        api.row(&format!("ContractServices/{}", first[0])).await["unitPrice"],
        json!(3.25)
    );
    api.post(&format!("Contracts/{contract}/Services"), json!({"serviceID": backup}))
        .await
        .ok();
    let vague = adjust(&api, contract, json!({"serviceID": backup, "unitChange": 1})).await;
    assert_eq!(
        refusal(&vague),
        said(
            "The contract has this service more than once: contractServiceID must say which, or allowRepeatService be true."
        )
    );
    let third = json!({"serviceID": backup, "unitChange": 1, "allowRepeatService": true});
    adjust(&api, contract, third).await.ok();
    let all = api
        .ids(
            "ContractServices",
            json!([{"op": "eq", "field": "contractID", "value": contract}]),
        )
        .await;
    assert_eq!(all.len(), 3);
    let elsewhere = recurring(&api, &desk).await;
    let wrong = adjust(&api, elsewhere, json!({"contractServiceID": first[0], "unitChange": 1})).await;
    assert_eq!(
        refusal(&wrong),
        said(&format!(
            "contractServiceID {} is not on the contract of contractID.",
            first[0]
        ))
    );
}

#[tokio::test]
async fn a_change_of_units_that_can_not_be_is_refused_and_leaves_nothing() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let contract = recurring(&api, &desk).await;
    let sold = service(&api, "Backup", json!(4)).await;
    let on = Integration::created(
        &api.post(&format!("Contracts/{contract}/Services"), json!({"serviceID": sold}))
            .await,
    );
    adjust(&api, contract, json!({"contractServiceID": on, "unitChange": 3}))
        .await
        .ok();
    adjust(
        &api,
        contract,
        json!({"contractServiceID": on, "unitChange": -3, "effectiveDate": "2026-11-25"}),
    )
    .await
    .ok();
    let before = units(&api, contract).await;
    for (fields, text) in [
        (
            json!({"unitChange": 1, "effectiveDate": "2025-12-31"}),
            "runs from 2026-01-01 to 2026-12-31",
        ),
        (
            json!({"unitChange": 1, "effectiveDate": "2027-01-01"}),
            "runs from 2026-01-01 to 2026-12-31",
        ),
        (json!({"unitChange": -4}), "There are not so many units"),
        // It would leave none for the later change to take away.
        (json!({"unitChange": -1}), "There are not so many units"),
        (json!({"unitChange": 1_000_001}), "1000000"),
        (json!({}), "Value does not exist for the required field unitChange"),
        (json!({"unitChange": 1, "effectiveDate": "soon"}), "effectiveDate"),
    ] {
        let answer = adjust(&api, contract, with(json!({"contractServiceID": on}), fields.clone())).await;
        let (status, said) = refusal(&answer);
        assert!(
            status == 500 && said[0].replace(['\u{2068}', '\u{2069}'], "").contains(text),
            "{fields} {said:?}"
        );
    }
    assert_eq!(units(&api, contract).await, before);
    let notes = api.get(&format!("Contracts/{contract}/Notes")).await.ok();
    assert_eq!(notes["items"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn no_amount_is_rounded_negative_or_huge() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let contract = recurring(&api, &desk).await;
    let sold = service(&api, "Backup", json!(4)).await;
    let range = |field: &str| format!("{field} must be from 0 to 9999999.9999 with 4 decimals at most.");
    for price in [
        json!(1.000_000_01),
        json!("1.00000001"),
        json!(-0.01),
        json!(10_000_000),
        json!(1e300),
        json!("1e-8"),
    ] {
        let body = json!({"name": "x", "billingCodeID": 1, "periodType": 2, "unitPrice": price});
        assert_eq!(
            refusal(&api.post("Services", body).await),
            said(&range("unitPrice")),
            "{price}"
        );
        let setup = body_with_fee(&desk, &price);
        assert_eq!(
            refusal(&api.post("Contracts", setup).await),
            said(&range("setupFee")),
            "{price}"
        );
        let answer = adjust(
            &api,
            contract,
            json!({"serviceID": sold, "unitChange": 1, "adjustedUnitPrice": price}),
        )
        .await;
        let besides = " A negative one, which Autotask takes, is not taken here: change the units instead.";
        assert_eq!(
            refusal(&answer),
            said(&format!("{}{besides}", range("adjustedUnitPrice"))),
            "{price}"
        );
    }
    let exact = service(&api, "Mail", json!("0.1234")).await;
    assert_eq!(api.row(&format!("Services/{exact}")).await["unitPrice"], json!(0.1234));
}

fn body_with_fee(desk: &Desk, fee: &Json) -> Json {
    body(desk, 1, json!({"setupFee": fee}))
}

#[tokio::test]
async fn a_contract_ends_after_it_starts_and_keeps_its_type_and_company() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    for (start, end) in [("2026-05-01", "2026-04-30"), ("2026-05-01", "2026-05-01")] {
        let body = body(&desk, 7, json!({"startDate": start, "endDate": end}));
        assert_eq!(
            refusal(&api.post("Contracts", body).await),
            said("endDate must be later than startDate.")
        );
    }
    let year = body(&desk, 7, json!({"startDate": "0001-01-01"}));
    assert!(refusal(&api.post("Contracts", year).await).1[0].contains("2000-01-01"));
    let estimated = body(&desk, 7, json!({"estimatedHours": 5}));
    assert_eq!(
        refusal(&api.post("Contracts", estimated).await),
        said("estimatedHours does not apply to contracts of type 7.")
    );
    let gus = desk.id("gus").await.number();
    let theirs = body(&desk, 7, json!({"contactID": gus}));
    assert_eq!(
        refusal(&api.post("Contracts", theirs).await),
        said(&format!(
            "contactID [{gus}] is not associated to companyID [{}].",
            desk.acme
        ))
    );
    let id = recurring(&api, &desk).await;
    let patch = json!({"id": id, "contractName": "Care 2026", "contractType": 1, "companyID": desk.globex});
    api.patch("Contracts", patch).await.ok();
    let row = api.row(&format!("Contracts/{id}")).await;
    assert_eq!(
        json!([row["contractName"], row["contractType"], row["companyID"]]),
        json!(["Care 2026", 7, desk.acme])
    );
    // One of a single day comes by our own routes and stays as it is.
    let ada = desk.person("ada").await;
    let fields = json!({"name": "One day", "start": "2026-05-01", "end": "2026-05-01", "isApproved": true});
    let made = json!({"kind": "recurring", "fields": fields});
    let made = ada
        .write(&format!("companies/{}/contracts", desk.acme), made)
        .await
        .ok();
    let patch = json!({"id": made["id"], "contractNumber": "C-1"});
    api.patch("Contracts", patch).await.ok();
    let backwards = api.patch("Contracts", json!({"id": id, "endDate": "2025-01-01"})).await;
    assert_eq!(refusal(&backwards), said("endDate must be later than startDate."));
    let mut whole = row;
    whole["contractNumber"] = json!("C-7");
    api.put("Contracts", whole).await.ok();
    assert_eq!(
        api.row(&format!("Contracts/{id}")).await["contractNumber"],
        json!("C-7")
    );
    assert_eq!(api.delete(&format!("Contracts/{id}")).await.status, 405);
}

#[tokio::test]
async fn two_contracts_of_prepaid_hours_can_not_run_for_one_client_at_a_time() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let first = contract(&api, &desk, 4, json!({"contractName": "Hours 2026"})).await;
    let hours = json!({"datePurchased": "2026-01-01", "startDate": "2026-01-01", "endDate": "2026-12-31", "hours": 40, "hourlyRate": 90});
    api.post(&format!("Contracts/{first}/Blocks"), hours).await.ok();
    let again = api
        .post(
            "Contracts",
            body(&desk, 4, json!({"startDate": "2026-06-01", "endDate": "2027-05-31"})),
        )
        .await;
    let (status, sentences) = refusal(&again);
    assert!(status == 500 && sentences[0].contains("Hours 2026"), "{sentences:?}");
    // One that begins afterwards queues, and another client's is another matter.
    contract(
        &api,
        &desk,
        4,
        json!({"startDate": "2027-01-01", "endDate": "2027-12-31"}),
    )
    .await;
    contract(&api, &desk, 4, json!({"companyID": desk.globex})).await;
}

#[tokio::test]
async fn blocks_lie_within_their_contract_and_make_up_its_minutes() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let ada = desk.person("ada").await;
    let id = contract(&api, &desk, 4, json!({})).await;
    let block = |besides: Json| {
        with(
            json!({"datePurchased": "2026-01-01", "startDate": "2026-01-01", "endDate": "2026-12-31", "hours": 10, "hourlyRate": 90}),
            besides,
        )
    };
    let path = format!("Contracts/{id}/Blocks");
    let made = Integration::created(&api.post(&path, block(json!({}))).await);
    api.post(&path, block(json!({"hours": 2.5}))).await.ok();
    api.post(&path, block(json!({"hours": 7, "status": 0}))).await.ok();
    let page = ada.get(&format!("contracts/{id}/page")).await.ok();
    assert_eq!(page["fields"]["minutes"], json!(750));
    api.patch(&path, json!({"id": made, "hours": 20})).await.ok();
    assert_eq!(
        ada.get(&format!("contracts/{id}/page")).await.ok()["fields"]["minutes"],
        json!(1350)
    );
    let outside = api.post(&path, block(json!({"endDate": "2027-01-01"}))).await;
    assert_eq!(refusal(&outside).0, 500);
    let used = "UPDATE contract SET minutes_used = 900; UPDATE contract_block SET hours_approved = 150000 WHERE id = 1";
    let write = desk.operations().write(move |writing| Ok(writing.execute_batch(used)?));
    write.await.unwrap();
    let less = api.patch(&path, json!({"id": made, "hours": 14})).await;
    assert_eq!(
        refusal(&less),
        said("hours must be 15 at least, which was used already.")
    );
    let rate = api.patch(&path, json!({"id": made, "hourlyRate": 80})).await;
    assert_eq!(
        refusal(&rate),
        said("hourlyRate can't change: some of it was billed already.")
    );
    let recurring = recurring(&api, &desk).await;
    let wrong = api
        .post(&format!("Contracts/{recurring}/Blocks"), block(json!({})))
        .await;
    assert_eq!(refusal(&wrong), said("contractID must name a contract of type 4."));
}

/// So many hours, paid at the beginning of the year, until that day.
fn block(hours: i64, end: &str) -> Json {
    json!({"datePurchased": "2026-01-01", "startDate": "2026-01-01", "endDate": end, "hours": hours, "hourlyRate": 90})
}

#[tokio::test]
async fn hours_that_are_not_touched_keep_no_contract_from_being_edited() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let ada = desk.person("ada").await;
    let id = contract(&api, &desk, 4, json!({})).await;
    let (page, path) = (format!("contracts/{id}/page"), format!("contracts/{id}"));
    let renamed = async |name: &str| {
        let fields = ada.get(&page).await.ok()["fields"].clone();
        ada.put(&path, with(fields, json!({"name": name}))).await.ok();
        ada.get(&page).await.ok()["fields"].clone()
    };
    assert_eq!(renamed("No hours yet").await["minutes"], 0);
    for _ in 0..2 {
        let blocks = format!("Contracts/{id}/Blocks");
        api.post(&blocks, block(60_000, "2026-12-31")).await.ok();
    }
    let fields = renamed("A lot of hours").await;
    assert_eq!(
        (&fields["minutes"], &fields["name"]),
        (&json!(7_200_000), &json!("A lot of hours"))
    );
    let more = ada.put(&path, with(fields, json!({"minutes": 7_200_060}))).await;
    assert_eq!(more.error(), (422, "out_of_range".to_owned()));
}

#[tokio::test]
async fn a_block_with_an_end_of_its_own_keeps_it_and_the_others_last_as_long_as_their_contract() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let ada = desk.person("ada").await;
    let id = contract(&api, &desk, 4, json!({})).await;
    let path = format!("Contracts/{id}/Blocks");
    api.post(&path, block(10, "2026-12-31")).await.ok();
    api.post(&path, block(5, "2026-06-30")).await.ok();
    let edit = async |change: Json| {
        let fields = ada.get(&format!("contracts/{id}/page")).await.ok()["fields"].clone();
        ada.put(&format!("contracts/{id}"), with(fields, change)).await.ok();
        let rows = api.get(&path).await.ok()["items"].clone();
        let day = |row: &Json| row["endDate"].as_str().unwrap()[..10].to_owned();
        let mut days: Vec<_> = rows.as_array().unwrap().iter().map(day).collect();
        days.sort();
        days
    };
    assert_eq!(edit(json!({"name": "Print"})).await, ["2026-06-30", "2026-12-31"]);
    assert_eq!(edit(json!({"end": "2027-03-31"})).await, ["2026-06-30", "2027-03-31"]);
    assert_eq!(edit(json!({"minutes": 1200})).await, ["2026-06-30", "2027-03-31"]);
}

#[tokio::test]
async fn a_contract_that_needs_an_end_keeps_one_by_every_route() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let ada = desk.person("ada").await;
    let fields =
        json!({"name": "Days", "start": "2026-01-01", "end": "2026-12-31", "isApproved": true, "minutes": 600});
    let new = json!({"kind": "time_limited", "scope": "org_unit", "fields": fields});
    let made = ada.write(&format!("companies/{}/contracts", desk.acme), new).await.ok();
    let endless = api
        .patch("Contracts", json!({"id": made["id"], "endDate": "2099-12-31"}))
        .await;
    assert_eq!(refusal(&endless).0, 500);
    let row = api.row(&format!("Contracts/{}", made["id"])).await;
    assert_eq!(&row["endDate"].as_str().unwrap()[..10], "2026-12-31");
    let longer = json!({"id": made["id"], "endDate": "2027-12-31"});
    api.patch("Contracts", longer).await.ok();
}

#[tokio::test]
async fn retainers_and_ticket_purchases_stand_on_contracts_of_their_type() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let days = json!({"datePurchased": "2026-01-01", "startDate": "2026-01-01", "endDate": "2026-12-31", "status": 1});
    for (kind, segment, fields, other) in [
        (6, "Retainers", json!({"amount": 500}), 8),
        (
            8,
            "TicketPurchases",
            json!({"isPaid": true, "perTicketRate": 25, "ticketsPurchased": 10}),
            6,
        ),
    ] {
        let id = contract(&api, &desk, kind, json!({})).await;
        let made = api
            .post(&format!("Contracts/{id}/{segment}"), with(days.clone(), fields.clone()))
            .await;
        let made = Integration::created(&made);
        let invoice = json!({"id": made, "invoiceNumber": "R-1"});
        api.patch(&format!("Contracts/{id}/{segment}"), invoice).await.ok();
        let row = api.row(&format!("Contract{segment}/{made}")).await;
        assert_eq!((&row["invoiceNumber"], &row["contractID"]), (&json!("R-1"), &json!(id)));
        let elsewhere = contract(&api, &desk, other, json!({})).await;
        let wrong = api
            .post(&format!("Contracts/{elsewhere}/{segment}"), with(days.clone(), fields))
            .await;
        assert_eq!(
            refusal(&wrong),
            said(&format!("contractID must name a contract of type {kind}."))
        );
    }
}

#[tokio::test]
async fn a_role_has_one_rate_on_a_contract_that_has_rates() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let id = contract(&api, &desk, 1, json!({})).await;
    let rate = json!({"roleID": 1, "contractHourlyRate": 95.5});
    let made = Integration::created(&api.post(&format!("Contracts/{id}/Rates"), rate.clone()).await);
    let twice = api.post(&format!("Contracts/{id}/Rates"), rate.clone()).await;
    assert_eq!(
        refusal(&twice),
        said("The contract has a rate for the role 1 already: change that one.")
    );
    api.patch(
        &format!("Contracts/{id}/Rates"),
        json!({"id": made, "contractHourlyRate": 99}),
    )
    .await
    .ok();
    assert_eq!(
        api.row(&format!("ContractRates/{made}")).await["contractHourlyRate"],
        json!(99.0)
    );
    for kind in [4, 7] {
        let id = contract(&api, &desk, kind, json!({})).await;
        let refused = api.post(&format!("Contracts/{id}/Rates"), rate.clone()).await;
        assert_eq!(
            refusal(&refused),
            said("contractID must not name a contract of type 4 or 7: those have no rates.")
        );
    }
}

#[tokio::test]
async fn what_stands_on_a_contract_stays_in_the_catalogue() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let sold = service(&api, "Backup", json!(4)).await;
    let mail = service(&api, "Mail", json!(2.5)).await;
    let body = json!({"name": "Office", "billingCodeID": 1, "periodType": 2});
    let bundle = Integration::created(&api.post("ServiceBundles", body.clone()).await);
    let members = format!("ServiceBundles/{bundle}/Services");
    let first = Integration::created(&api.post(&members, json!({"serviceID": sold})).await);
    api.post(&members, json!({"serviceID": mail})).await.ok();
    let twice = api.post(&members, json!({"serviceID": mail})).await;
    assert_eq!(
        refusal(&twice),
        said(&format!("The bundle has the service {mail} already."))
    );
    let contract = recurring(&api, &desk).await;
    let on = api
        .post(
            &format!("Contracts/{contract}/ServiceBundles"),
            json!({"serviceBundleID": bundle}),
        )
        .await;
    let on = Integration::created(&on);
    // Without a price of its own it costs what its services cost.
    assert_eq!(
        api.row(&format!("ContractServiceBundles/{on}")).await["unitPrice"],
        json!(6.5)
    );
    let change = json!({"contractServiceBundleID": on, "unitChange": 3, "effectiveDate": "2026-11-10"});
    api.post(&format!("Contracts/{contract}/ServiceBundleAdjustments"), change)
        .await
        .ok();
    let units = api.get(&format!("Contracts/{contract}/ServiceBundleUnits")).await.ok();
    assert_eq!(units["items"].as_array().unwrap().last().unwrap()["units"], json!(3));
    for path in [format!("ServiceBundles/{bundle}"), format!("{members}/{first}")] {
        assert_eq!(refusal(&api.delete(&path).await), rule("service_in_use"), "{path}");
    }
    assert_eq!(api.delete(&format!("Services/{sold}")).await.status, 405);
    let service_on = api
        .post(&format!("Contracts/{contract}/Services"), json!({"serviceID": sold}))
        .await;
    Integration::created(&service_on);
    let yearly = api.patch("Services", json!({"id": sold, "periodType": 5})).await;
    assert_eq!(refusal(&yearly), rule("service_in_use"));
    let spare = Integration::created(&api.post("ServiceBundles", body).await);
    api.post(&format!("ServiceBundles/{spare}/Services"), json!({"serviceID": mail}))
        .await
        .ok();
    api.delete(&format!("ServiceBundles/{spare}")).await.ok();
    assert_eq!(api.row(&format!("ServiceBundles/{spare}")).await, Json::Null);
}

#[tokio::test]
async fn services_stand_on_recurring_contracts_alone_and_only_while_they_are_sold() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let sold = service(&api, "Backup", json!(4)).await;
    let hours = contract(&api, &desk, 4, json!({})).await;
    let wrong = api
        .post(&format!("Contracts/{hours}/Services"), json!({"serviceID": sold}))
        .await;
    assert_eq!(refusal(&wrong), rule("contract_not_recurring"));
    api.patch("Services", json!({"id": sold, "isActive": false})).await.ok();
    let contract = recurring(&api, &desk).await;
    let gone = api
        .post(&format!("Contracts/{contract}/Services"), json!({"serviceID": sold}))
        .await;
    assert_eq!(refusal(&gone).0, 500);
    let missing = api
        .post(&format!("Contracts/{contract}/Services"), json!({"serviceID": 9_999}))
        .await;
    assert_eq!(refusal(&missing), said("Value [9999] does not exist for serviceID."));
    let nowhere = api.post("Contracts/9999/Services", json!({"serviceID": sold})).await;
    assert_eq!(refusal(&nowhere), said("Value [9999] does not exist for contractID."));
}

#[tokio::test]
async fn the_service_that_bills_licences_bills_nothing_else_by_any_route() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let licences = service(&api, "Taskfire License Fee", json!(20)).await;
    let contract = recurring(&api, &desk).await;
    let on = api
        .post(
            &format!("Contracts/{contract}/Services"),
            json!({"serviceID": licences}),
        )
        .await;
    let on = Integration::created(&on);
    let acme = desk.acme.0;
    let spell = format!(
        "INSERT INTO billing_automation (company_id, contract_id, contract_service_id, service_id, from_day, starts_with,
           saved_at, by_person, by_name) VALUES ({acme}, {contract}, {on}, {licences}, '2026-11-01', 'held', 0, 'resource 1', 'Ada')"
    );
    desk.operations()
        .write(move |writing| Ok(writing.execute_batch(&spell)?))
        .await
        .unwrap();
    let by_hand = adjust(&api, contract, json!({"contractServiceID": on, "unitChange": 1})).await;
    assert_eq!(refusal(&by_hand), rule("units_automated"));
    let other = recurring(&api, &desk).await;
    let again = api
        .post(&format!("Contracts/{other}/Services"), json!({"serviceID": licences}))
        .await;
    assert_eq!(refusal(&again), rule("service_reserved"));
    let with_units = adjust(&api, other, json!({"serviceID": licences, "unitChange": 1})).await;
    assert_eq!(refusal(&with_units), rule("service_reserved"));
    let body = json!({"name": "Office", "billingCodeID": 1, "periodType": 2});
    let bundle = Integration::created(&api.post("ServiceBundles", body).await);
    let member = api
        .post(
            &format!("ServiceBundles/{bundle}/Services"),
            json!({"serviceID": licences}),
        )
        .await;
    assert_eq!(refusal(&member), rule("service_reserved"));
    let ada = desk.person("ada").await;
    let units = ada
        .write(
            &format!("contractServices/{on}/units"),
            json!({"change": 1, "from": "2026-11-20"}),
        )
        .await;
    assert_eq!(units.error(), (422, "units_automated".to_owned()));
    let added = ada
        .write(
            &format!("contracts/{other}/services"),
            json!({"sold": {"service": licences}}),
        )
        .await;
    assert_eq!(added.error(), (422, "service_reserved".to_owned()));
}

#[tokio::test]
async fn a_subscription_has_a_period_for_each_month_of_its_days() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let item = json!({"companyID": desk.acme, "isActive": true, "productID": 1, "referenceTitle": "Plotter"});
    let item = Integration::created(&api.post("ConfigurationItems", item).await);
    let body = json!({
        "configurationItemID": item, "effectiveDate": "2026-01-31", "expirationDate": "2026-06-30", "materialCodeID": 1,
        "periodPrice": 12.5, "periodCost": 3, "periodType": 2, "status": 1, "subscriptionName": "Lease",
    });
    let id = Integration::created(&api.post("Subscriptions", body.clone()).await);
    let days = |page: &Json| -> Vec<String> {
        let items = page["items"].as_array().unwrap().iter();
        items
            .map(|period| period["periodDate"].as_str().unwrap()[..10].to_owned())
            .collect()
    };
    let periods = api.get(&format!("Subscriptions/{id}/Periods")).await.ok();
    let expected = [
        "2026-01-31",
        "2026-02-28",
        "2026-03-31",
        "2026-04-30",
        "2026-05-31",
        "2026-06-30",
    ];
    assert_eq!(days(&periods), expected);
    assert_eq!(api.row(&format!("Subscriptions/{id}")).await["totalPrice"], json!(75.0));
    api.patch(
        "Subscriptions",
        json!({"id": id, "expirationDate": "2026-03-30", "periodPrice": 10}),
    )
    .await
    .ok();
    let shorter = api.get(&format!("Subscriptions/{id}/Periods")).await.ok();
    assert_eq!(days(&shorter), ["2026-01-31", "2026-02-28"]);
    assert_eq!(shorter["items"][0]["periodPrice"], json!(10.0));
    let backwards = api
        .patch("Subscriptions", json!({"id": id, "expirationDate": "2026-01-31"}))
        .await;
    assert_eq!(
        refusal(&backwards),
        said("expirationDate must be later than effectiveDate.")
    );
    let endless = json!({"id": id, "effectiveDate": "1500-01-01", "expirationDate": "2026-03-30"});
    assert_eq!(refusal(&api.patch("Subscriptions", endless).await).0, 500);
    let posted = "UPDATE subscription_period SET posted_date = 0 WHERE id = 1";
    desk.operations()
        .write(move |writing| Ok(writing.execute_batch(posted)?))
        .await
        .unwrap();
    assert_eq!(
        refusal(&api.delete(&format!("Subscriptions/{id}")).await),
        said("The Subscription is in use and can't be deleted.")
    );
    let second = Integration::created(&api.post("Subscriptions", body).await);
    api.delete(&format!("Subscriptions/{second}")).await.ok();
    let left = api
        .ids(
            "SubscriptionPeriods",
            json!([{"op": "eq", "field": "subscriptionID", "value": second}]),
        )
        .await;
    assert_eq!(left, Vec::<i64>::new());
}

#[tokio::test]
async fn an_item_belongs_to_its_company_with_all_that_it_names() {
    let desk = Desk::new().await;
    let api = Integration::of_level(&desk, SecurityLevel::ProviderTech).await;
    let bob = desk.id("bob").await.number();
    let gus = desk.id("gus").await.number();
    let body = json!({"companyID": desk.acme, "isActive": true, "productID": 1, "referenceTitle": "Plotter", "contactID": bob});
    let id = Integration::created(&api.post("ConfigurationItems", body.clone()).await);
    let row = api.row(&format!("ConfigurationItems/{id}")).await;
    assert_eq!(
        (&row["contactID"], &row["createDate"]),
        (&json!(bob), &json!("2026-11-20T09:00:00Z"))
    );
    for (field, value) in [("contactID", gus), ("parentConfigurationItemID", id)] {
        let patch = json!({"id": id, field: value});
        assert_eq!(refusal(&api.patch("ConfigurationItems", patch).await).0, 500, "{field}");
    }
    api.patch(
        "ConfigurationItems",
        json!({"id": id, "contactID": null, "companyID": desk.globex}),
    )
    .await
    .ok();
    let row = api.row(&format!("ConfigurationItems/{id}")).await;
    assert_eq!((&row["contactID"], &row["companyID"]), (&Json::Null, &json!(desk.acme)));
    // The client's people see their own items, and nothing of what the provider sells.
    let (ana, gus) = (desk.person("ana").await, desk.person("gus").await);
    assert_eq!(ana.ids("configurationItems", json!([])).await, [id]);
    assert_eq!(gus.ids("configurationItems", json!([])).await, Vec::<i64>::new());
    for entity in ["contracts", "services", "billingItems", "contractServiceUnits"] {
        assert_eq!(ana.ids(entity, json!([])).await, Vec::<i64>::new(), "{entity}");
    }
}

#[tokio::test]
async fn only_administrators_write_contracts_and_what_is_sold() {
    let desk = Desk::new().await;
    let api = Integration::of_level(&desk, SecurityLevel::ProviderTech).await;
    let service = json!({"name": "x", "billingCodeID": 1, "periodType": 2, "unitPrice": 1});
    assert_eq!(refusal(&api.post("Contracts", body(&desk, 7, json!({}))).await).0, 500);
    let refused = api.post("Services", service).await;
    assert_eq!(refusal(&refused), rule("forbidden"));
    assert_eq!(
        api.ids("Services", json!([{"op": "exist", "field": "id"}])).await,
        Vec::<i64>::new()
    );
}

#[tokio::test]
async fn of_what_was_billed_integrations_change_one_field_alone() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let line = format!(
        "INSERT INTO billing_item (id, billing_item_type, sub_type, non_billable, company_id, total_amount)
         VALUES (7, 11, 1, 0, {}, 125000)",
        desk.acme
    );
    desk.operations()
        .write(move |writing| Ok(writing.execute_batch(&line)?))
        .await
        .unwrap();
    let patch = json!({"id": 7, "webServiceDate": "2026-11-20T12:00:00Z", "totalAmount": 0, "companyID": desk.globex});
    api.patch("BillingItems", patch).await.ok();
    let row = api.row("BillingItems/7").await;
    assert_eq!(
        json!([row["webServiceDate"], row["totalAmount"], row["companyID"]]),
        json!(["2026-11-20T12:00:00Z", 12.5, desk.acme])
    );
    assert_eq!(api.post("BillingItems", json!({})).await.status, 405);
    assert_eq!(api.delete("BillingItems/7").await.status, 405);
}
