//! The page on which a client's automation is set up: what bills, what can be chosen, what is recommended.

use super::automation::require_choosable;
use super::ledger::{self, Ledger};
use super::sold::Sold;
use super::spells::{self, Saved};
use crate::base::ids::{CompanyId, ContractId};
use crate::base::{Date, Timestamp};
use crate::domain::licence::{Notice, Period, PeriodType};
use crate::domain::permission::Action;
use crate::domain::{Actor, Refusal};
use crate::entities::{CONTRACT, Row, SERVICE};
use crate::query::Filter;
use crate::records::administration::billing::{
    Automation, AutomationContract, AutomationPage, AutomationService, AutomationSpell, AutomationWarning,
    CatalogueService, Recommendation,
};
use crate::records::contract;
use crate::server::operations::administration::{require, visible_company};
use crate::server::operations::people::licences;
use crate::server::operations::{OperationError, Operations};
use crate::server::store::seed::OWN_COMPANY;
use crate::server::store::zones;
use crate::server::store::{StoreError, rows};
use rusqlite::Connection;

/// From how many days before its end on a contract is worth a warning.
pub const SOON: i64 = 60;

impl Operations {
    /// A client's automation, and what can be chosen.
    ///
    /// # Errors
    /// `forbidden` for all but the provider's administrators, `not_found`.
    pub async fn automation(&self, reader: Actor, company: CompanyId) -> Result<AutomationPage, OperationError> {
        let now = self.now();
        self.read(move |connection| {
            require(&reader, Action::ConfigureBillingAutomation)?;
            let row = visible_company(connection, &reader, company)?;
            let today = zones::today(connection, now)?;
            page(connection, &row, today)
        })
        .await
    }
}

/// The instance's currency.
///
/// # Errors
/// The database's.
pub fn currency(connection: &Connection) -> Result<String, StoreError> {
    Ok(connection.query_row("SELECT currency FROM instance", [], |row| row.get(0))?)
}

/// A company's licences; none while its Taskfire is off.
pub(super) fn count(connection: &Connection, company: &Row) -> Result<u64, StoreError> {
    Ok(licences::of(connection, company)?.count)
}

fn page(connection: &Connection, row: &Row, today: Date) -> Result<AutomationPage, OperationError> {
    let company = CompanyId(row.id());
    let ledger = ledger::of(connection, company)?;
    let saved = spells::saved(connection, company)?;
    let former = saved
        .iter()
        .rev()
        .filter(|saved| saved.spell.bills() && !saved.is_current(today));
    Ok(AutomationPage {
        company,
        company_name: row.text("companyName").unwrap_or_default().to_owned(),
        is_own: company.0 == OWN_COMPANY,
        is_taskfire_active: row.boolean("isTaskFireActive") == Some(true),
        currency: currency(connection)?,
        today,
        licences: count(connection, row)?,
        automation: automation(connection, row, today)?,
        contracts: contracts(connection, company, &ledger, today)?,
        services: catalogue(connection)?,
        recommendations: Recommendation::ALL.to_vec(),
        former: former
            .map(|saved| spell(connection, &ledger, saved))
            .collect::<Result<_, _>>()?,
    })
}

/// What bills a client's licences, with what it comes to (TF-38); none while automation is off.
pub(super) fn automation(
    connection: &Connection,
    row: &Row,
    today: Date,
) -> Result<Option<Automation>, OperationError> {
    let company = CompanyId(row.id());
    let ledger = ledger::of(connection, company)?;
    let spells = spells::saved(connection, company)?;
    let Some((saved, sold)) = spells::current(&spells, &ledger, today) else {
        return Ok(None);
    };
    let licences = count(connection, row)?;
    let unit_price = price(sold, today);
    let next = spells
        .iter()
        .find(|other| other.is_current(today) && other.id != saved.id);
    let term = sold.contract.term;
    Ok(Some(Automation {
        contract: sold.contract.id,
        contract_name: sold.contract.name.clone(),
        contract_service: sold.id,
        service: sold.offer.id,
        service_name: sold.offer.name.clone(),
        since: saved.spell.first.max(term.start),
        until: saved.spell.last,
        licences,
        unit_price,
        total: unit_price.times(u32::try_from(licences).unwrap_or(u32::MAX)),
        is_expired: term.is_over(today),
        warnings: warnings(&ledger, sold, today),
        notice: Notice::of(term),
        next: next.map(|next| spell(connection, &ledger, next)).transpose()?,
    }))
}

/// The price of a unit in the period that contains that day.
pub(super) fn price(sold: &Sold, day: Date) -> crate::domain::money::Price {
    let period = sold.period_containing(day).unwrap_or(Period { first: day, last: day });
    sold.prices.of(sold.contract.term.window(period).unwrap_or(period))
}

/// What to look at about the contract that bills licences.
pub(super) fn warnings(ledger: &Ledger, sold: &Sold, today: Date) -> Vec<AutomationWarning> {
    let shares = ledger
        .sold
        .iter()
        .any(|other| other.contract.id == sold.contract.id && other.id != sold.id);
    let term = sold.contract.term;
    let days_left = term.end.map(|end| end.days_since(today));
    let ends_soon = days_left.is_some_and(|left| (0..=SOON).contains(&left));
    let all = [
        (term.is_over(today), AutomationWarning::AutomationContractExpired),
        (ends_soon, AutomationWarning::AutomationContractEndsSoon),
        (shares, AutomationWarning::ContractNotDedicated),
    ];
    all.into_iter()
        .filter(|(holds, _)| *holds)
        .map(|(_, warning)| warning)
        .collect()
}

fn spell(connection: &Connection, ledger: &Ledger, saved: &Saved) -> Result<AutomationSpell, StoreError> {
    let contract = rows::get(connection, &CONTRACT, saved.contract.0)?;
    let name = contract.as_ref().and_then(|contract| contract.text("contractName"));
    let sold = ledger.sold.iter().find(|sold| sold.id == saved.contract_service);
    Ok(AutomationSpell {
        contract: saved.contract,
        contract_name: name.unwrap_or_default().to_owned(),
        service_name: sold.map(|sold| sold.offer.name.clone()).unwrap_or_default(),
        since: saved.spell.first,
        until: saved.spell.last,
        by_name: saved.by_name.clone(),
        at: Timestamp::from_millis(saved.at),
    })
}

/// The client's recurring service contracts, those that have ended last (TF-32).
fn contracts(
    connection: &Connection,
    company: CompanyId,
    ledger: &Ledger,
    today: Date,
) -> Result<Vec<AutomationContract>, OperationError> {
    let found = rows::find(
        connection,
        &Filter::eq(&CONTRACT, "companyID", company.0).map_err(StoreError::from)?,
    )?;
    let mut contracts = Vec::new();
    for row in found.iter().filter(|row| contract::carries_services(row)) {
        let term = contract::term(row);
        let sold = ledger
            .sold
            .iter()
            .filter(|sold| sold.contract.id.0 == row.id() && !sold.offer.is_bundle);
        contracts.push(AutomationContract {
            id: ContractId(row.id()),
            name: row.text("contractName").unwrap_or_default().to_owned(),
            start: term.start,
            end: term.end,
            anchor: term.anchor,
            is_expired: term.is_over(today),
            notice: Notice::of(term),
            services: sold
                .map(|sold| service(connection, sold, today))
                .collect::<Result<_, _>>()?,
        });
    }
    contracts.sort_by_key(|contract| (contract.is_expired, contract.id));
    Ok(contracts)
}

fn service(connection: &Connection, sold: &Sold, today: Date) -> Result<AutomationService, OperationError> {
    let refused = match require_choosable(connection, sold, today) {
        Ok(()) => None,
        Err(OperationError::Refused(refusal)) => Some(refusal),
        Err(error) => return Err(error),
    };
    Ok(AutomationService {
        contract_service: sold.id,
        service: sold.offer.id,
        name: sold.offer.name.clone(),
        unit_price: price(sold, today),
        refusal: refused.map(|refusal| refusal.code().to_owned()),
    })
}

/// Monthly services of the catalogue that are sold.
fn catalogue(connection: &Connection) -> Result<Vec<CatalogueService>, OperationError> {
    let active = Filter::eq(&SERVICE, "isActive", true).map_err(StoreError::from)?;
    let found = rows::find(connection, &active)?;
    let monthly = |row: &&Row| contract::period_type(row) == PeriodType::Monthly;
    let read = |row: &Row| {
        let price = row.decimal("unitPrice");
        Ok(CatalogueService {
            id: row.id(),
            name: row.text("name").unwrap_or_default().to_owned(),
            unit_price: price
                .map(|price| crate::domain::money::Price::new(price, "unitPrice"))
                .transpose()?,
        })
    };
    let services = found
        .iter()
        .filter(monthly)
        .map(read)
        .collect::<Result<Vec<_>, Refusal>>();
    Ok(services?)
}
