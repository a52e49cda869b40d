//! A desk with contracts.

use crate::support::{Answer, Desk, Person};
use reqwest::Method;
use serde_json::{Value as Json, json};
use std::time::Duration;
use tandem::base::Date;
use tandem::base::ids::CompanyId;
use tandem::entities::{CONTRACT, CONTRACT_SERVICE, Row, SERVICE};
use tandem::server::operations::billing::segments;

/// Lets days pass; sessions end meanwhile, so Ada signs in anew.
pub async fn pass(desk: &Desk, days: u32) -> Person {
    desk.clock.advance(Duration::from_secs(24 * 3600) * days);
    desk.person("ada").await
}

/// A contract of a client that is to be there.
#[derive(Clone, Copy)]
pub struct Wanted {
    pub company: CompanyId,
    pub start: &'static str,
    pub end: Option<&'static str>,
    pub anchor: &'static str,
}

/// A recurring contract from the first of the month on, by calendar months.
pub fn calendar(company: CompanyId) -> Wanted {
    Wanted {
        company,
        start: "2026-11-01",
        end: None,
        anchor: "calendar",
    }
}

pub fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// Makes a recurring contract.
pub async fn contract(desk: &Desk, wanted: Wanted) -> i64 {
    desk.operations()
        .write(move |writing| {
            let mut row = Row::new(&CONTRACT);
            row.set("companyID", wanted.company.0);
            row.set("contractName", "Taskfire 2026");
            row.set("contractType", 7_i64);
            row.set("status", 1_i64);
            row.set("startDate", date(wanted.start).midnight());
            row.set("endDate", date(wanted.end.unwrap_or("2099-12-31")).midnight());
            row.set("anchor", wanted.anchor);
            Ok(writing.insert(&mut row)?)
        })
        .await
        .unwrap()
}

/// Makes a service of the catalogue; 2 is monthly.
pub async fn service(desk: &Desk, name: &'static str, period_type: i64) -> i64 {
    desk.operations()
        .write(move |writing| {
            let mut row = Row::new(&SERVICE);
            row.set("name", name);
            row.set("periodType", period_type);
            row.set("isActive", true);
            row.set("billingCodeID", 1_i64);
            row.set("unitPrice", rust_decimal::Decimal::new(2000, 2));
            Ok(writing.insert(&mut row)?)
        })
        .await
        .unwrap()
}

/// Puts a service on a contract for that many ten-thousandths a unit.
pub async fn put_on(desk: &Desk, contract: i64, service: i64, price: i64) -> i64 {
    desk.operations()
        .write(move |writing| {
            let mut row = Row::new(&CONTRACT_SERVICE);
            row.set("contractID", contract);
            row.set("serviceID", service);
            row.set("unitPrice", rust_decimal::Decimal::new(price, 4));
            Ok(writing.insert(&mut row)?)
        })
        .await
        .unwrap()
}

/// A change of units by hand, past the routes of contracts.
pub async fn change_units(desk: &Desk, company: CompanyId, sold: i64, day: &'static str, delta: i64) {
    desk.operations()
        .write(move |writing| {
            writing.execute(
                "INSERT INTO unit_change (contract_service_id, day, delta, cause, at, by_person, by_name)
                 VALUES (?1, ?2, ?3, 'manual', ?4, 'resource 1', 'Ada Lund')",
                (sold, day, delta, writing.at().millis()),
            )?;
            segments::rewrite(writing, company, sold, date(day))
        })
        .await
        .unwrap();
}

/// A change of units by the contract's page.
pub async fn change(ada: &Person, sold: &Json, delta: i64, from: &str) -> Answer {
    let body = json!({"change": delta, "from": from, "note": ""});
    ada.write(&format!("contractServices/{sold}/units"), body).await
}

/// A contract with the licence fee, for 20.00 a month, that bills the client's licences. The contract and the contract's
/// service.
pub async fn automate(desk: &Desk, ada: &Person, wanted: Wanted) -> (i64, i64) {
    let contract = contract(desk, wanted).await;
    let fee = service(desk, "Taskfire License Fee", 2).await;
    let sold = put_on(desk, contract, fee, 200_000).await;
    save(
        ada,
        wanted.company,
        json!({"contract": contract, "contractService": sold}),
    )
    .await
    .ok();
    (contract, sold)
}

/// Gives a contract other days or another anchor.
pub async fn edit(ada: &Person, contract: i64, days: (&str, Option<&str>), anchor: &str) -> Answer {
    let fields = json!({
        "name": "Taskfire 2026", "start": days.0, "end": days.1, "anchor": anchor, "isApproved": true,
    });
    ada.put(&format!("contracts/{contract}"), fields).await
}

pub async fn save(asker: &Person, company: CompanyId, choice: Json) -> Answer {
    asker
        .administer(Method::PUT, &format!("companies/{company}/automation"), choice)
        .await
}

/// Gives somebody a level by its number.
pub async fn give(desk: &Desk, ada: &Person, user_name: &str, level: i64) {
    let id = desk.id(user_name).await.number();
    let body = json!({"level": level, "userName": null, "seenFee": null});
    ada.administer(Method::PUT, &format!("people/{id}/level"), body)
        .await
        .ok();
}

/// A client's billing in the periods that contain a day.
pub async fn billing(reader: &Person, company: CompanyId, containing: &str) -> Json {
    reader
        .get(&format!("companies/{company}/billing?containing={containing}"))
        .await
        .ok()
}

/// The lines of a statement in short: `increase 2026-11-20 2 11 14.67`.
pub fn lines(statement: &Json) -> Vec<String> {
    let text = |value: &Json| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let line = |line: &Json| {
        ["kind", "on", "units", "days", "amount"]
            .map(|field| text(&line[field]))
            .join(" ")
    };
    statement["lines"].as_array().unwrap().iter().map(line).collect()
}

/// What would be closed through a day.
pub async fn preview(ada: &Person, through: &str) -> Json {
    ada.get(&format!("billing/closing?through={through}")).await.ok()
}

/// Closes what was seen.
pub async fn close(ada: &Person, preview: &Json) -> Answer {
    let body = json!({"through": preview["through"], "seen": preview["digest"]});
    ada.write("billing/close", body).await
}

/// Closes what is over through a day, and gives what came of it.
pub async fn close_through(ada: &Person, through: &str) -> Json {
    close(ada, &preview(ada, through).await).await.ok()
}

/// The units of a contract's service as Autotask's routes have them: first day, last day, units.
pub async fn segments(desk: &Desk, sold: i64) -> Vec<(String, String, i64)> {
    desk.operations()
        .read(move |connection| {
            let mut statement = connection.prepare(
                "SELECT date(start_date / 1000, 'unixepoch'), date(end_date / 1000, 'unixepoch'), units
                 FROM contract_service_unit WHERE contract_service_id = ?1 ORDER BY start_date",
            )?;
            let rows = statement.query_map([sold], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
        .await
        .unwrap()
}
