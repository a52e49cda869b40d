//! What can be asked about contracts: those of a client, and one of them whole.

use super::catalogue::{self, require_prices, require_provider};
use super::{OnContract, company_of, get, rules, save, subjects, written};
use crate::base::ids::{CompanyId, ContactId, ContractId, ItemId, ResourceId};
use crate::base::{Date, Timestamp};
use crate::domain::licence::Period;
use crate::domain::money::Price;
use crate::domain::{Actor, Person};
use crate::entities::{
    CONFIGURATION_ITEM, CONTACT, CONTRACT_NOTE, CONTRACT_SERVICE, CONTRACT_SERVICE_BUNDLE_UNIT, CONTRACT_SERVICE_UNIT,
    Row,
};
use crate::query::Filter;
use crate::records::administration::billing::ContractStanding;
use crate::records::administration::contracts::{
    ComingPrice, ContractNoteLine, ContractPage, ContractScope, ContractServiceLine, ContractsPage, Sold, UnitSegment,
};
use crate::records::administration::seeing;
use crate::records::contract;
use crate::server::operations::administration::{instance, visible_company};
use crate::server::operations::billing::ledger::{self, Ledger};
use crate::server::operations::billing::{reserved, spells, standing};
use crate::server::operations::{OperationError, Operations, people};
use crate::server::store::zones;
use crate::server::store::{StoreError, Writing, rows};
use rusqlite::Connection;

/// How many notes a page has.
const NOTES: usize = 50;

impl Operations {
    /// A client's contracts.
    ///
    /// # Errors
    /// `forbidden` for clients' people; `not_found`.
    pub async fn contracts(&self, actor: Actor, company: CompanyId) -> Result<ContractsPage, OperationError> {
        let now = self.now();
        self.read(move |connection| {
            require_provider(&actor)?;
            let row = visible_company(connection, &actor, company)?;
            of_company(connection, &row, now)
        })
        .await
    }

    /// One contract, whole.
    ///
    /// # Errors
    /// `forbidden` for who may not read prices; `not_found`.
    pub async fn contract(&self, actor: Actor, contract: ContractId) -> Result<ContractPage, OperationError> {
        let now = self.now();
        self.read(move |connection| {
            require_prices(&actor)?;
            let row = get(connection, contract)?;
            let company = visible_company(connection, &actor, company_of(&row))?;
            whole(connection, &row, &company, now)
        })
        .await
    }
}

fn of_company(connection: &Connection, company: &Row, now: Timestamp) -> Result<ContractsPage, OperationError> {
    let today = zones::today(connection, now)?;
    let contracts = standings(connection, CompanyId(company.id()), today)?;
    Ok(ContractsPage {
        company: CompanyId(company.id()),
        company_name: text(company, "companyName"),
        today,
        currency: instance::settings(connection, now)?.currency,
        contracts,
        items: subjects::items(connection, CompanyId(company.id()))?,
        customers: subjects::customers(connection, CompanyId(company.id()))?,
    })
}

/// Where a client's contracts stand: active ones first, then pending, then those that have ended.
fn standings(connection: &Connection, company: CompanyId, today: Date) -> Result<Vec<ContractStanding>, StoreError> {
    let spells = spells::saved(connection, company)?;
    standing::contracts(connection, company, &spells, today)
}

fn whole(connection: &Connection, row: &Row, company: &Row, now: Timestamp) -> Result<ContractPage, OperationError> {
    let today = zones::today(connection, now)?;
    let standing = standings(connection, CompanyId(company.id()), today)?
        .into_iter()
        .find(|standing| standing.id.0 == row.id());
    let scope = written::scope(row);
    let ledger = ledger::of(connection, CompanyId(company.id()))?;
    let services: Result<Vec<_>, OperationError> = save::services(connection, row.id())?
        .into_iter()
        .map(|sold| line(connection, &ledger, &OnContract::get(connection, sold.id())?, today))
        .collect();
    let renewed_by = rules::renewed_by(connection, row.id())?;
    let fields = written::fields(row);
    Ok(ContractPage {
        company: CompanyId(company.id()),
        company_name: text(company, "companyName"),
        today,
        currency: instance::settings(connection, now)?.currency,
        standing: standing.ok_or(OperationError::NotFound)?,
        seen: seeing::seen(&fields),
        fields,
        scope,
        scope_name: scope
            .map(|scope| scope_name(connection, scope, company))
            .transpose()?
            .flatten(),
        renews: row.integer("renewedContractID").map(ContractId),
        renewed_by: renewed_by.map(|(id, _)| ContractId(id)),
        automation_follow_up: spells::follow_up(connection, row, today)?,
        services: services?,
        notes: notes(connection, row.id())?,
        catalogue: catalogue::lines(connection, today)?,
        bundles: catalogue::bundles(connection)?,
    })
}

fn scope_name(connection: &Connection, scope: ContractScope, company: &Row) -> Result<Option<String>, StoreError> {
    Ok(match scope {
        ContractScope::Item(ItemId(id)) => rows::get(connection, &CONFIGURATION_ITEM, id)?
            .as_ref()
            .map(subjects::item_name),
        ContractScope::Customer(ContactId(id)) => rows::get(connection, &CONTACT, id)?
            .as_ref()
            .map(subjects::contact_name),
        ContractScope::OrgUnit => Some(text(company, "companyName")),
    })
}

/// A service on a contract as a write in progress leaves it.
///
/// # Errors
/// The database's.
pub fn service(writing: &Writing<'_>, sold: &OnContract) -> Result<ContractServiceLine, OperationError> {
    let ledger = ledger::of(writing, company_of(&sold.contract))?;
    line(writing, &ledger, sold, zones::today(writing, writing.at())?)
}

fn line(
    connection: &Connection,
    ledger: &Ledger,
    sold: &OnContract,
    today: Date,
) -> Result<ContractServiceLine, OperationError> {
    let known = ledger.sold.iter().find(|known| known.id == sold.id());
    let length = contract::period_type(&sold.offer);
    let term = contract::term(&sold.contract);
    // Before the first period its price is the one that counts.
    let period = term.period_containing(length, today.max(term.start));
    let window = period.unwrap_or(Period {
        first: today,
        last: today,
    });
    let price = |window| known.map_or(Price::ZERO, |known| known.prices.of(window));
    let price_on = |day| {
        let period = term.period_containing(length, day);
        price(period.and_then(|period| term.window(period)).unwrap_or(window))
    };
    let next = term.period_after(length, window);
    let units = known.map_or(0, |known| known.units_after(today));
    let is_service = *sold.row.entity() == CONTRACT_SERVICE;
    let coming = next.filter(|next| price(*next) != price(window));
    Ok(ContractServiceLine {
        contract_service: sold.id(),
        sold: if is_service {
            Sold::Service(sold.offer.id())
        } else {
            Sold::Bundle(sold.offer.id())
        },
        name: sold.name().to_owned(),
        period: length,
        units,
        unit_price: price(window),
        total: price(window).times(u32::try_from(units).unwrap_or_default()),
        coming_price: coming.map(|next| ComingPrice {
            unit_price: price(next),
            from: next.first,
        }),
        is_reserved: is_service && reserved::is_reserved(connection, sold.offer.id(), today)?,
        segments: segments(connection, sold, window.first, price_on)?,
    })
}

/// The segments that end in the period of today or later.
fn segments(
    connection: &Connection,
    sold: &OnContract,
    from: Date,
    price_on: impl Fn(Date) -> Price,
) -> Result<Vec<UnitSegment>, OperationError> {
    let filter = if *sold.row.entity() == CONTRACT_SERVICE {
        of(&CONTRACT_SERVICE_UNIT, "contractServiceID", sold.id())?
    } else {
        of(&CONTRACT_SERVICE_BUNDLE_UNIT, "contractServiceBundleID", sold.id())?
    };
    let mut segments: Vec<_> = rows::find(connection, &filter)?
        .iter()
        .filter_map(|row| {
            let first = contract::day(row, "startDate")?;
            Some(UnitSegment {
                first,
                last: contract::day(row, "endDate")?,
                units: row.integer("units")?,
                unit_price: price_on(first),
            })
        })
        .filter(|segment| segment.last >= from)
        .collect();
    segments.sort_by_key(|segment| segment.first);
    Ok(segments)
}

fn notes(connection: &Connection, contract: i64) -> Result<Vec<ContractNoteLine>, OperationError> {
    let select = format!(
        "SELECT {} FROM contract_note WHERE contract_id = ?1 ORDER BY id DESC LIMIT {NOTES}",
        CONTRACT_NOTE.columns()
    );
    let mut statement = connection.prepare_cached(&select)?;
    let found = statement.query_map([contract], |row| Row::from_sql(&CONTRACT_NOTE, row))?;
    let found: Vec<Row> = found.collect::<Result<_, _>>()?;
    let line = |row: &Row| {
        let by = row
            .integer("creatorResourceID")
            .map(|id| Person::Resource(ResourceId(id)));
        let by = by.map(|by| people::name(connection, by)).transpose()?.flatten();
        Ok(ContractNoteLine {
            at: row.time("createDateTime").unwrap_or(Timestamp::from_millis(0)),
            by_name: by.unwrap_or_default(),
            title: text(row, "title"),
            text: text(row, "description"),
        })
    };
    found.iter().map(line).collect()
}

fn of(entity: &'static crate::entities::Entity, field: &str, id: i64) -> Result<Filter, StoreError> {
    Ok(Filter::eq(entity, field, id)?)
}

fn text(row: &Row, name: &str) -> String {
    row.text(name).unwrap_or_default().to_owned()
}
