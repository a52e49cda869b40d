//! How long the search for a new request's contract takes among 100,000 contracts, a third of them for an item, for a
//! customer and for an org unit each (`cargo bench --bench contract_search`). It must stay below a millisecond,
//! else the bench fails.

mod goal;
#[path = "goal/sampled.rs"]
mod sampled;

use criterion::Criterion;
use goal::Goals;
use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tandem::base::ids::{CompanyId, ContactId, ItemId};
use tandem::base::{Date, ManualClock, Timestamp, Zone};
use tandem::domain::contract::{Answer, Request, Validation, search};
use tandem::entities::{COMPANY, CONFIGURATION_ITEM, CONTACT, CONTRACT, Row};
use tandem::server::Operations;
use tandem::server::operations::support::contracts;
use tandem::server::store::{Database, Instance, StoreError, Writing};

/// Each has three contracts.
const COMPANIES: i64 = 33_334;
/// The first one's number; lower ones are taken.
const FIRST: i64 = 1_000;
/// Companies that are written in one transaction.
const BATCH: i64 = 4_000;
const NOW: &str = "2026-05-10T08:00:00Z";

/// What the contract of a number is applied to: an item, a customer and an org unit by turns. The three of a company
/// carry its number.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Scope {
    Item,
    Customer,
    OrgUnit,
}

impl Scope {
    const ALL: [Self; 3] = [Self::Item, Self::Customer, Self::OrgUnit];

    fn word(self) -> &'static str {
        match self {
            Self::Item => "item",
            Self::Customer => "customer",
            Self::OrgUnit => "org_unit",
        }
    }

    /// A request that only the contract of this scope covers.
    fn request(self, number: i64) -> Request {
        // The company beyond the last has no contract for all of it.
        let nobody = CompanyId(FIRST + COMPANIES);
        Request {
            item: (self == Self::Item).then_some(ItemId(number)),
            customer: (self == Self::Customer).then_some(ContactId(number)),
            company: if self == Self::OrgUnit {
                CompanyId(number)
            } else {
                nobody
            },
        }
    }
}

/// Adds a company with an item, a contact, and a contract for each of the three.
fn add(writing: &Writing<'_>, number: i64) -> Result<(), StoreError> {
    let mut company = Row::new(&COMPANY);
    company.set("id", number);
    company.set("companyName", format!("Client {number}"));
    writing.insert(&mut company)?;
    let mut item = Row::new(&CONFIGURATION_ITEM);
    item.set("id", number);
    item.set("companyID", number);
    writing.insert(&mut item)?;
    let mut contact = Row::new(&CONTACT);
    contact.set("id", number);
    contact.set("companyID", number);
    contact.set("firstName", "Ana");
    contact.set("lastName", format!("Sosa {number}"));
    contact.set("isActive", 1_i64);
    writing.insert(&mut contact)?;
    let day = |year: i64| Timestamp::parse(&format!("{year}-01-01")).unwrap_or(writing.at());
    for scope in Scope::ALL {
        let mut contract = Row::new(&CONTRACT);
        contract.set("companyID", number);
        contract.set("contractName", "Care");
        contract.set("contractType", 7);
        contract.set("status", 1);
        contract.set("startDate", day(2026));
        contract.set("endDate", day(2027 + number % 5));
        contract.set("supportForm", "subscription");
        contract.set("supportScope", scope.word());
        contract.set("scopeConfigurationItemID", (scope == Scope::Item).then_some(number));
        contract.set("scopeContactID", (scope == Scope::Customer).then_some(number));
        writing.insert(&mut contract)?;
    }
    Ok(())
}

async fn filled(folder: &Path) -> Result<Operations, Box<dyn Error>> {
    let now = Timestamp::parse(NOW)?;
    let instance = Instance {
        name: "Northwind Managed IT".to_owned(),
        zone: Zone::UTC,
    };
    let database = Database::open(&folder.join("desk.sqlite"), &instance, now)?;
    let operations = Operations::new(database, Arc::new(ManualClock::new(now)));
    let mut first = FIRST;
    while first < FIRST + COMPANIES {
        let until = (first + BATCH).min(FIRST + COMPANIES);
        let written = operations.write(move |writing| (first..until).try_for_each(|number| Ok(add(writing, number)?)));
        written.await?;
        first = until;
    }
    Ok(operations)
}

/// What the search says of a request.
fn found(operations: &Operations, runtime: &tokio::runtime::Runtime, request: Request, today: Date) -> Option<Answer> {
    let found = operations.read(move |connection| {
        let contracts = contracts::of_request(connection, &request, today)?;
        Ok(search(&contracts, &request, Validation::On, today))
    });
    runtime.block_on(found).ok()
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut criterion = Criterion::default().configure_from_args();
    let mut goals = Goals::default();
    let runtime = tokio::runtime::Runtime::new()?;
    let folder = tempfile::tempdir()?;
    let operations = runtime.block_on(filled(folder.path()))?;
    let today = Date::parse("2026-05-10")?;
    for scope in Scope::ALL {
        for (what, number) in [
            ("that is there", FIRST + COMPANIES / 2),
            ("that is not there", FIRST + COMPANIES),
        ] {
            let request = scope.request(number);
            let answer = found(&operations, &runtime, request, today);
            let is_found = matches!(answer, Some(Answer::Open(Some(_))));
            assert_eq!(is_found, number < FIRST + COMPANIES, "{scope:?}: {answer:?}");
            let name = format!("among 100,000 contracts one by {} {what}", scope.word());
            let search = |request| found(&operations, &runtime, request, today);
            goals.measure(&mut criterion, &name, Duration::from_millis(1), || request, search);
        }
    }
    criterion.final_summary();
    Ok(goals.verdict()?)
}
