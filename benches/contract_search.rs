//! How long the search for a new request's contract takes among 100,000 contracts (`cargo bench --bench contract_search`).
//! It must stay below a millisecond.

use criterion::Criterion;
use std::hint::black_box;
use std::sync::Arc;
use tandem::base::ids::{CompanyId, ItemId};
use tandem::base::{Date, ManualClock, Timestamp, Zone};
use tandem::domain::contract::{Answer, Request, Validation, search};
use tandem::entities::{CONFIGURATION_ITEM, CONTRACT, Row};
use tandem::server::Operations;
use tandem::server::operations::support::contracts;
use tandem::server::store::{Database, Instance, Writing};

const CONTRACTS: i64 = 100_000;
/// Rows that are written in one transaction.
const BATCH: i64 = 10_000;
const NOW: &str = "2026-05-10T08:00:00Z";

fn add(writing: &Writing<'_>, company: CompanyId, number: i64) -> Result<(), tandem::server::store::StoreError> {
    let mut item = Row::new(&CONFIGURATION_ITEM);
    item.set("id", number);
    item.set("companyID", company.0);
    writing.insert(&mut item)?;
    let mut contract = Row::new(&CONTRACT);
    contract.set("companyID", company.0);
    contract.set("contractName", "Care");
    contract.set("contractType", 7);
    contract.set("status", 1);
    let day = |year: i64| Timestamp::parse(&format!("{year}-01-01")).unwrap_or(writing.at());
    contract.set("startDate", day(2026));
    contract.set("endDate", day(2027 + number % 5));
    contract.set("supportForm", "subscription");
    contract.set("supportScope", "item");
    contract.set("scopeConfigurationItemID", number);
    writing.insert(&mut contract)?;
    Ok(())
}

async fn filled(folder: &std::path::Path) -> Result<(Operations, CompanyId), Box<dyn std::error::Error>> {
    let now = Timestamp::parse(NOW)?;
    let instance = Instance {
        name: "Northwind Managed IT".to_owned(),
        zone: Zone::UTC,
    };
    let database = Database::open(&folder.join("desk.sqlite"), &instance, now)?;
    let operations = Operations::new(database, Arc::new(ManualClock::new(now)));
    let company = operations.create_company("Acme".to_owned()).await?;
    for first in (1..=CONTRACTS).step_by(usize::try_from(BATCH)?) {
        let written = operations
            .write(move |writing| (first..first + BATCH).try_for_each(|number| Ok(add(writing, company, number)?)));
        written.await?;
    }
    Ok((operations, company))
}

/// What the search says of a request.
fn found(operations: &Operations, runtime: &tokio::runtime::Runtime, request: Request, today: Date) -> Option<Answer> {
    let found = operations.read(move |connection| {
        let contracts = contracts::of_request(connection, &request, today)?;
        Ok(search(&contracts, &request, Validation::On, today))
    });
    runtime.block_on(found).ok()
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut criterion = Criterion::default().configure_from_args();
    let runtime = tokio::runtime::Runtime::new()?;
    let folder = tempfile::tempdir()?;
    let (operations, company) = runtime.block_on(filled(folder.path()))?;
    let today = Date::parse("2026-05-10")?;
    for (what, item) in [
        ("one that is there", CONTRACTS / 2),
        ("none that is there", CONTRACTS + 1),
    ] {
        let request = Request {
            item: Some(ItemId(item)),
            customer: None,
            company,
        };
        let answer = found(&operations, &runtime, request, today);
        let is_found = matches!(answer, Some(Answer::Open(Some(_))));
        assert_eq!(is_found, item <= CONTRACTS, "{answer:?}");
        criterion.bench_function(&format!("a request's contract among 100,000: {what}"), |bencher| {
            bencher.iter(|| black_box(found(&operations, &runtime, request, today)));
        });
    }
    criterion.final_summary();
    Ok(())
}
