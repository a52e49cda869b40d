//! Contracts as administrators make, change, renew and repeat them, and as the provider's people see them.

use super::autotask::Integration;
use crate::support::{Desk, Person};
use reqwest::Method;
use serde_json::{Value as Json, json};
use std::time::Duration;

/// A contract's fields over the year 2026.
fn fields(name: &str) -> Json {
    json!({"name": name, "start": "2026-01-01", "end": "2026-12-31", "isApproved": true})
}

async fn make(ada: &Person, company: impl std::fmt::Display, body: Json) -> i64 {
    let made = ada.write(&format!("companies/{company}/contracts"), body).await.ok();
    made["id"].as_i64().unwrap()
}

async fn recurring(ada: &Person, desk: &Desk, name: &str) -> i64 {
    make(ada, desk.acme, json!({"kind": "recurring", "fields": fields(name)})).await
}

async fn service(ada: &Person, name: &str, price: &str) -> i64 {
    let body = json!({"name": name, "period": "monthly", "unitPrice": price, "isActive": true});
    ada.write("services", body).await.ok()["id"].as_i64().unwrap()
}

async fn page(reader: &Person, contract: i64) -> Json {
    reader.get(&format!("contracts/{contract}/page")).await.ok()
}

#[tokio::test]
async fn a_contract_is_made_with_services_units_and_prices() {
    let desk = Desk::new().await;
    let (ada, tina) = (desk.person("ada").await, desk.person("tina").await);
    let id = recurring(&ada, &desk, "Managed 2026").await;
    let backup = service(&ada, "Backup", "4.00").await;
    let body = json!({"sold": {"service": backup}, "unitPrice": "3.50", "units": 5, "from": "2026-11-01"});
    let line = ada.write(&format!("contracts/{id}/services"), body).await.ok();
    assert_eq!(
        (&line["units"], &line["unitPrice"], &line["total"]),
        (&json!(5), &json!("3.50"), &json!("17.50"))
    );
    let on = &line["contractService"];
    let change = json!({"change": 2, "from": "2026-11-15", "note": "Two more laptops"});
    let line = ada.write(&format!("contractServices/{on}/units"), change).await.ok();
    assert_eq!(line["units"], json!(7));
    // The new price holds from the next period on (D-46).
    let line = ada
        .put(&format!("contractServices/{on}/price"), json!({"unitPrice": "5"}))
        .await
        .ok();
    assert_eq!(
        (&line["unitPrice"], &line["comingPrice"]),
        (&json!("3.50"), &json!({"unitPrice": "5.00", "from": "2026-12-01"}))
    );
    let page = page(&ada, id).await;
    let segments = &page["services"][0]["segments"];
    assert_eq!(
        segments,
        &json!([
            {"first": "2026-11-01", "last": "2026-11-14", "units": 5, "unitPrice": "3.50"},
            {"first": "2026-11-15", "last": "2026-11-30", "units": 7, "unitPrice": "3.50"},
            {"first": "2026-12-01", "last": "2026-12-31", "units": 7, "unitPrice": "5.00"},
        ])
    );
    let notes: Vec<_> = page["notes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|note| note["text"].clone())
        .collect();
    assert_eq!(
        json!(notes),
        json!([
            "2026-12-01: 5.00",
            "2026-11-15: 5 → 7 (+2)\nTwo more laptops",
            "2026-11-01: 0 → 5 (+5)"
        ])
    );
    assert_eq!(
        (&page["standing"]["state"], &page["standing"]["services"]),
        (&json!("active"), &json!(1))
    );
    let list = tina.get(&format!("companies/{}/contracts", desk.acme)).await.ok();
    assert_eq!(list["contracts"][0]["name"], json!("Managed 2026"));
    assert_eq!(list["contracts"][0]["daysLeft"], json!(41));
}

#[tokio::test]
async fn only_administrators_write_and_only_the_provider_reads() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let id = recurring(&ada, &desk, "Managed 2026").await;
    let sold = service(&ada, "Backup", "4").await;
    let line = ada
        .write(&format!("contracts/{id}/services"), json!({"sold": {"service": sold}}))
        .await
        .ok();
    let on = line["contractService"].as_i64().unwrap();
    let service_body = json!({"name": "x", "period": "monthly", "unitPrice": "1", "isActive": true});
    let acts = [
        (
            Method::POST,
            format!("companies/{}/contracts", desk.acme),
            json!({"kind": "recurring", "fields": fields("x")}),
        ),
        (Method::PUT, format!("contracts/{id}"), fields("x")),
        (Method::POST, format!("contracts/{id}/renew"), json!({})),
        (
            Method::POST,
            format!("contracts/{id}/clone"),
            json!({"company": desk.globex}),
        ),
        (
            Method::POST,
            format!("contracts/{id}/services"),
            json!({"sold": {"service": sold}}),
        ),
        (
            Method::POST,
            format!("contractServices/{on}/units"),
            json!({"change": 1, "from": "2026-11-20"}),
        ),
        (
            Method::PUT,
            format!("contractServices/{on}/price"),
            json!({"unitPrice": "1"}),
        ),
        (Method::POST, "services".to_owned(), service_body.clone()),
        (Method::PUT, format!("services/{sold}"), service_body),
    ];
    let before = page(&ada, id).await;
    for somebody in ["tina", "ana", "bea", "mia", "avi", "bob"] {
        let somebody = desk.person(somebody).await;
        for (method, path, body) in acts.clone() {
            let refused = somebody.administer(method, &path, body).await;
            assert_eq!(refused.error(), (403, "forbidden".to_owned()), "{path}");
        }
    }
    assert_eq!(page(&ada, id).await, before);
    let pages = [
        format!("companies/{}/contracts", desk.acme),
        format!("contracts/{id}/page"),
        "catalogue".to_owned(),
    ];
    // Technicians see which contracts there are, and no prices (2.7).
    for (path, tina) in pages.into_iter().zip([200, 403, 403]) {
        for (somebody, status) in [("tina", tina), ("ana", 403), ("mia", 403), ("bob", 403), ("gus", 403)] {
            assert_eq!(
                desk.person(somebody).await.get(&path).await.status,
                status,
                "{somebody} {path}"
            );
        }
    }
    assert_eq!(ada.get("contracts/9999/page").await.status, 404);
}

#[tokio::test]
async fn what_does_not_fit_a_contract_is_refused_with_its_field() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let path = format!("companies/{}/contracts", desk.acme);
    let with = |name: &str, value: Json| {
        let mut changed = fields("Care");
        changed[name] = value;
        changed
    };
    let gus = desk.id("gus").await.number();
    for (body, code, field) in [
        (
            json!({"kind": "recurring", "fields": with("name", json!(" "))}),
            "required",
            "name",
        ),
        (
            json!({"kind": "recurring", "fields": with("name", json!("a\u{1b}b"))}),
            "not_printable",
            "name",
        ),
        (
            json!({"kind": "recurring", "fields": with("name", json!("x".repeat(101)))}),
            "out_of_range",
            "name",
        ),
        (
            json!({"kind": "recurring", "fields": with("end", json!("2025-12-31"))}),
            "ends_before_start",
            "end",
        ),
        (
            json!({"kind": "recurring", "fields": with("start", json!("1999-12-31"))}),
            "invalid",
            "start",
        ),
        (
            json!({"kind": "recurring", "fields": with("minutes", json!(60))}),
            "not_usable",
            "minutes",
        ),
        (
            json!({"kind": "recurring", "scope": "org_unit", "fields": fields("Care")}),
            "not_usable",
            "scope",
        ),
        (
            json!({"kind": "subscription", "fields": fields("Care")}),
            "required",
            "scope",
        ),
        (
            json!({"kind": "support_hours", "scope": "org_unit", "fields": fields("Care")}),
            "required",
            "minutes",
        ),
        (
            json!({"kind": "time_limited", "scope": "org_unit", "fields": with("minutes", json!(-1))}),
            "out_of_range",
            "minutes",
        ),
        (
            json!({"kind": "subscription", "scope": {"customer": gus}, "fields": fields("Care")}),
            "not_usable",
            "scope",
        ),
        (
            json!({"kind": "subscription", "scope": {"item": 99}, "fields": fields("Care")}),
            "not_usable",
            "scope",
        ),
        (
            json!({"kind": "per_request", "fields": fields("Care")}),
            "not_usable",
            "kind",
        ),
    ] {
        let answer = ada.write(&path, body.clone()).await;
        assert_eq!(answer.error(), (422, code.to_owned()), "{body}");
        assert_eq!(answer.json()["field"], json!(field), "{body}");
    }
    for price in ["-1", "1.00000001", "10000000", "free"] {
        let body = json!({"name": "x", "period": "monthly", "unitPrice": price, "isActive": true});
        assert_eq!(ada.write("services", body).await.status, 400, "{price}");
    }
    let list = ada.get(&path).await.ok();
    assert_eq!(list["contracts"], json!([]));
    assert_eq!(
        ada.write(
            "companies/9999/contracts",
            json!({"kind": "recurring", "fields": fields("x")})
        )
        .await
        .status,
        404
    );
}

#[tokio::test]
async fn one_scope_has_one_contract_at_a_time_and_a_renewal_queues_behind_it() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let hours = |name: &str| {
        let mut fields = fields(name);
        fields["minutes"] = json!(2400);
        json!({"kind": "support_hours", "scope": "org_unit", "fields": fields})
    };
    let id = make(&ada, desk.acme, hours("Print block")).await;
    let second = ada
        .write(&format!("companies/{}/contracts", desk.acme), hours("Second"))
        .await;
    assert_eq!(second.error(), (422, "contracts_overlap".to_owned()));
    let renewed = ada.write(&format!("contracts/{id}/renew"), json!({})).await.ok();
    assert_eq!(
        (
            &renewed["fields"]["start"],
            &renewed["fields"]["end"],
            &renewed["fields"]["minutes"]
        ),
        (&json!("2027-01-01"), &json!("2027-12-31"), &json!(2400))
    );
    let again = ada.write(&format!("contracts/{id}/renew"), json!({})).await;
    assert_eq!(again.error(), (422, "contract_renewed".to_owned()));
    let whole = page(&ada, id).await;
    assert_eq!(whole["renewedBy"], renewed["id"]);
    let other = ada
        .write(
            &format!("contracts/{id}/clone"),
            json!({"company": desk.globex, "name": "Hours"}),
        )
        .await
        .ok();
    assert_eq!(
        (&other["company"], &other["fields"]["name"], &other["scope"]),
        (&json!(desk.globex), &json!("Hours"), &json!("org_unit"))
    );
    // Fewer hours are bought in the block that the contract has.
    let mut fewer = fields("Print block");
    fewer["minutes"] = json!(600);
    ada.put(&format!("contracts/{id}"), fewer).await.ok();
    let blocks = ada
        .post(
            "contractBlocks/query",
            json!({"filter": [{"op": "eq", "field": "contractID", "value": id}]}),
        )
        .await;
    assert_eq!(blocks.ok()["items"][0]["hours"], json!("10"));
    for (months, code) in [(0, "out_of_range"), (121, "out_of_range")] {
        let refused = ada
            .write(&format!("contracts/{}/renew", renewed["id"]), json!({"months": months}))
            .await;
        assert_eq!(refused.error(), (422, code.to_owned()));
    }
}

#[tokio::test]
async fn a_renewal_in_the_middle_of_a_period_takes_the_price_that_was_agreed_for_the_next() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let fields = json!({"name": "Managed", "start": "2026-11-01", "end": "2026-12-10", "anchor": "calendar", "isApproved": true});
    let body = json!({"kind": "recurring", "fields": fields});
    let made = ada
        .write(&format!("companies/{}/contracts", desk.acme), body)
        .await
        .ok();
    let backup = service(&ada, "Backup", "4.00").await;
    let sold = json!({"sold": {"service": backup}, "units": 5});
    let line = ada
        .write(&format!("contracts/{}/services", made["id"]), sold)
        .await
        .ok();
    desk.clock.advance(Duration::from_secs(15 * 24 * 60 * 60));
    let ada = desk.person("ada").await;
    let price = format!("contractServices/{}/price", line["contractService"]);
    ada.put(&price, json!({"unitPrice": "4.25"})).await.ok();
    let renewed = ada
        .write(&format!("contracts/{}/renew", made["id"]), json!({"months": 3}))
        .await
        .ok();
    let whole = page(&ada, renewed["id"].as_i64().unwrap()).await;
    assert_eq!(whole["services"][0]["unitPrice"], json!("4.25"));
}

#[tokio::test]
async fn a_renewal_takes_services_prices_and_units_with_it() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let id = recurring(&ada, &desk, "Managed 2026").await;
    let backup = service(&ada, "Backup", "4.00").await;
    let line = ada
        .write(
            &format!("contracts/{id}/services"),
            json!({"sold": {"service": backup}, "units": 5}),
        )
        .await
        .ok();
    let path = format!("contractServices/{}", line["contractService"]);
    ada.put(&format!("{path}/price"), json!({"unitPrice": "4.25"}))
        .await
        .ok();
    ada.write(&format!("{path}/units"), json!({"change": 1, "from": "2026-12-24"}))
        .await
        .ok();
    let renewed = ada
        .write(
            &format!("contracts/{id}/renew"),
            json!({"months": 3, "name": "Managed 2027"}),
        )
        .await
        .ok();
    assert_eq!(renewed["fields"]["end"], json!("2027-03-31"));
    let whole = page(&ada, renewed["id"].as_i64().unwrap()).await;
    let service = &whole["services"][0];
    assert_eq!(
        (&service["units"], &service["unitPrice"]),
        (&json!(0), &json!("4.25")),
        "it hasn't begun"
    );
    assert_eq!(whole["standing"]["state"], json!("pending"));
    let note = &whole["notes"][0];
    assert_eq!(
        (&note["text"], &note["byName"]),
        (&json!("2027-01-01: 0 → 6 (+6)"), &json!("Ada Lund"))
    );
    let mut endless = fields("Managed 2026");
    endless["end"] = Json::Null;
    let other = make(&ada, desk.acme, json!({"kind": "recurring", "fields": endless})).await;
    let refused = ada.write(&format!("contracts/{other}/renew"), json!({})).await;
    assert_eq!(refused.error(), (422, "contract_endless".to_owned()));
}

#[tokio::test]
async fn a_renewal_leaves_out_what_is_not_sold_any_more_and_says_so() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let id = recurring(&ada, &desk, "Managed 2026").await;
    for name in ["Backup", "Fax line"] {
        let service = service(&ada, name, "4.00").await;
        let body = json!({"sold": {"service": service}, "units": 2, "from": "2026-11-01"});
        ada.write(&format!("contracts/{id}/services"), body).await.ok();
        if name == "Fax line" {
            let body = json!({"name": name, "period": "monthly", "unitPrice": "4.00", "isActive": false});
            ada.put(&format!("services/{service}"), body).await.ok();
        }
    }
    let renewed = ada.write(&format!("contracts/{id}/renew"), json!({})).await.ok();
    let page = page(&ada, renewed["id"].as_i64().unwrap()).await;
    let names: Vec<_> = page["services"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| &line["name"])
        .collect();
    assert_eq!(names, ["Backup"], "{page}");
    let note = page["notes"]
        .as_array()
        .unwrap()
        .iter()
        .find(|note| note["title"] == "Fax line");
    assert!(
        note.unwrap()["text"].as_str().unwrap().contains("isn't sold any more"),
        "{page}"
    );
}

#[tokio::test]
async fn where_periods_begin_stays_once_one_is_closed() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let id = recurring(&ada, &desk, "Managed 2026").await;
    let sold = service(&ada, "Backup", "4").await;
    let line = ada
        .write(
            &format!("contracts/{id}/services"),
            json!({"sold": {"service": sold}, "units": 2}),
        )
        .await
        .ok();
    let on = line["contractService"].as_i64().unwrap();
    let closed = format!(
        "INSERT INTO closed_period (company_id, contract_id, contract_service_id, starts, ends, total, invoice_id, closed_at,
           by_person, by_name) VALUES ({}, {id}, {on}, '2026-10-01', '2026-10-31', 80000, 1, 0, 'resource 1', 'Ada')",
        desk.acme
    );
    desk.operations()
        .write(move |writing| Ok(writing.execute_batch(&closed)?))
        .await
        .unwrap();
    for (name, value) in [("start", json!("2026-02-01")), ("anchor", json!("calendar"))] {
        let mut changed = fields("Managed 2026");
        changed[name] = value;
        let refused = ada.put(&format!("contracts/{id}"), changed).await;
        assert_eq!(refused.error(), (422, "period_closed".to_owned()), "{name}");
    }
    let mut longer = fields("Managed 2026");
    longer["end"] = json!("2027-06-30");
    ada.put(&format!("contracts/{id}"), longer).await.ok();
    // A change that reaches into it is kept as a correction, which the next period bills.
    let change = json!({"change": 1, "from": "2026-10-20"});
    ada.write(&format!("contractServices/{on}/units"), change).await.ok();
    let cause = desk.operations().read(move |connection| {
        let newest = "SELECT cause FROM unit_change ORDER BY id DESC LIMIT 1";
        Ok(connection.query_row(newest, [], |row| row.get::<_, String>(0))?)
    });
    assert_eq!(cause.await.unwrap(), "correction");
}

#[tokio::test]
async fn an_act_that_is_asked_for_twice_with_one_key_happens_once_and_is_logged() {
    use tandem::base::ids::{Ids, UniqueIds};
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let key = UniqueIds.change();
    let path = format!("companies/{}/contracts", desk.acme);
    let body = json!({"kind": "recurring", "fields": fields("Managed 2026")});
    let first = ada.write_as(key, &path, body.clone()).await;
    assert_eq!(ada.write_as(key, &path, body).await, first);
    let list = ada.get(&path).await.ok();
    assert_eq!(list["contracts"].as_array().unwrap().len(), 1);
    let audit = ada.get("audit?act=create_contract").await.ok();
    let entries = audit["items"].as_array().unwrap();
    assert_eq!((entries.len(), &entries[0]["subject"]), (1, &json!("Managed 2026")));
}

#[tokio::test]
async fn what_a_repeated_contract_is_applied_to_is_said_where_the_other_client_has_none_of_it() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let bea = desk.id("bea").await.number();
    let body = json!({"kind": "subscription", "scope": {"customer": bea}, "fields": fields("Care")});
    let id = make(&ada, desk.acme, body).await;
    let path = format!("contracts/{id}/clone");
    let unsaid = ada.write(&path, json!({"company": desk.globex})).await;
    assert_eq!(unsaid.error(), (422, "required".to_owned()));
    assert_eq!(unsaid.json()["field"], "scope");
    let said = json!({"company": desk.globex, "scope": "org_unit"});
    assert_eq!(ada.write(&path, said).await.ok()["scope"], "org_unit");
}

#[tokio::test]
async fn a_change_of_units_holds_from_today_on_where_no_day_is_said() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let id = recurring(&ada, &desk, "Managed 2026").await;
    let backup = service(&ada, "Backup", "4.00").await;
    let sold = json!({"sold": {"service": backup}, "units": 5});
    let line = ada.write(&format!("contracts/{id}/services"), sold).await.ok();
    let path = format!("contractServices/{}/units", line["contractService"]);
    let line = ada.write(&path, json!({"change": 2})).await.ok();
    assert_eq!(line["units"], 7);
    let text = &page(&ada, id).await["notes"][0]["text"];
    assert_eq!(text, "2026-11-20: 5 → 7 (+2)");
}

#[tokio::test]
async fn hours_that_are_used_up_are_warned_of_until_another_contract_follows() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let hours = |name: &str| {
        let mut fields = fields(name);
        fields["minutes"] = json!(600);
        json!({"kind": "support_hours", "scope": "org_unit", "fields": fields})
    };
    let id = make(&ada, desk.acme, hours("Print block")).await;
    let used = async |minutes: i64| {
        let set = format!("UPDATE contract SET minutes_used = {minutes} WHERE id = {id}");
        let write = desk.operations().write(move |writing| Ok(writing.execute_batch(&set)?));
        write.await.unwrap();
    };
    let left = async || {
        let acme = ada.get(&format!("companies/{}/billing", desk.acme)).await.ok();
        let warnings = acme["warnings"].as_array().unwrap().clone();
        let overview = ada.get("billing").await.ok();
        let clients = overview["clients"].as_array().unwrap().clone();
        let all = clients
            .iter()
            .flat_map(|client| client["warnings"].as_array().unwrap().clone());
        let low = |warnings: Vec<Json>| -> Vec<Json> {
            let low = warnings.iter().filter(|warning| warning["warning"] == "hours_low");
            low.map(|warning| warning["count"].clone()).collect()
        };
        (low(warnings), low(all.collect()))
    };
    let of_both = |counts: &[i64]| {
        let counts: Vec<Json> = counts.iter().map(|count| json!(count)).collect();
        (counts.clone(), counts)
    };
    assert_eq!(left().await, of_both(&[]));
    used(570).await;
    assert_eq!(left().await, of_both(&[30]));
    used(600).await;
    assert_eq!(left().await, of_both(&[0]), "work is covered no more");
    let mut december = hours("December's block");
    december["fields"]["start"] = json!("2026-12-01");
    make(&ada, desk.acme, december).await;
    assert_eq!(left().await, of_both(&[0]), "and won't be until it begins");
    let mut bridge = hours("Second block");
    bridge["fields"]["end"] = json!("2026-11-30");
    make(&ada, desk.acme, bridge).await;
    assert_eq!(left().await, of_both(&[]));
}

#[tokio::test]
async fn fewer_hours_than_older_blocks_hold_are_refused_for_those_blocks() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let fields =
        |minutes: i64| json!({"name": "H", "start": "2026-11-01", "end": null, "isApproved": true, "minutes": minutes});
    let body = json!({"kind": "support_hours", "scope": "org_unit", "fields": fields(600)});
    let made = ada
        .write(&format!("companies/{}/contracts", desk.acme), body)
        .await
        .ok();
    let api = Integration::new(&desk).await;
    let block = json!({"hours": 10, "hourlyRate": 100, "datePurchased": "2026-11-10",
        "startDate": "2026-11-10", "endDate": "2027-12-31"});
    Integration::created(&api.post(&format!("Contracts/{}/Blocks", made["id"]), block).await);
    let path = format!("contracts/{}", made["id"]);
    let refused = ada.put(&path, fields(300)).await;
    assert_eq!(refused.error(), (422, "below_older_blocks".to_owned()));
    assert!(refused.text.contains("600"), "{}", refused.text);
    ada.put(&path, fields(900)).await.ok();
}
