//! What holds for every contract, by whichever route it is written.

use super::{closed_until, company_of};
use crate::base::Date;
use crate::base::ids::ContractId;
use crate::domain::Refusal;
use crate::domain::contract::Form;
use crate::domain::licence::Term;
use crate::entities::{CONFIGURATION_ITEM, CONTACT, CONTRACT, Entity, Row};
use crate::records::contract;
use crate::server::operations::billing::{ledger, reserved, spells};
use crate::server::operations::{OperationError, support};
use crate::server::store::zones;
use crate::server::store::{StoreError, Writing, rows};
use chrono::Datelike as _;

/// The first year of a contract's days, so that its periods stay few enough to be computed one by one.
const FIRST_YEAR: i32 = 2000;

/// Checks a contract before it is written.
///
/// # Errors
/// `required`, `invalid` or `ends_before_start` for its days, `required` (`end`) where its form needs an end; `not_usable`
/// for a scope that isn't the client's; `period_closed` where what was billed would get another date; `units_on_contract`;
/// `charge_outside_contract`; `renewal_overlaps`; `service_reserved` where the service that bills licences would stand
/// twice on a day; `contracts_overlap`.
pub fn check(writing: &Writing<'_>, before: Option<&Row>, row: &Row) -> Result<(), OperationError> {
    check_days(row)?;
    check_end(before, row)?;
    check_owned(writing, row, &CONFIGURATION_ITEM, "scopeConfigurationItemID")?;
    check_owned(writing, row, &CONTACT, "scopeContactID")?;
    if let Some(before) = before {
        check_closed(writing, before, row)?;
        check_approval(writing, before, row)?;
        check_reserved(writing, before, row)?;
        check_charges(writing, before, row)?;
    }
    check_renewal(writing, before, row)?;
    check_overlap(writing, row)
}

/// Hours come with their blocks, after the contract: it takes up its days before it has any.
fn check_overlap(writing: &Writing<'_>, row: &Row) -> Result<(), OperationError> {
    let Some(wanted) = contract::support(row) else {
        return Ok(());
    };
    let mut row = row.clone();
    if wanted.form.has_minutes() && wanted.bought == 0 {
        row.set("minutesBought", 1_i64);
    }
    support::check_overlap(writing, &row)
}

fn check_days(row: &Row) -> Result<(), Refusal> {
    let day = |name, field| contract::day(row, name).ok_or(Refusal::Required { field });
    let (start, end) = (day("startDate", "start")?, day("endDate", "end")?);
    if end < start {
        return Err(Refusal::EndsBeforeStart);
    }
    let fits = |day: Date| day.0.year() >= FIRST_YEAR && day <= contract::NO_END;
    match (fits(start), fits(end)) {
        (false, _) => Err(Refusal::Invalid { field: "start" }),
        (_, false) => Err(Refusal::Invalid { field: "end" }),
        _ => Ok(()),
    }
}

/// Prepaid support for a time has an end; what came without one stays until it gets one (LTX-08).
fn check_end(before: Option<&Row>, row: &Row) -> Result<(), Refusal> {
    if needs_end(row) && !before.is_some_and(needs_end) {
        return Err(Refusal::Required { field: "end" });
    }
    Ok(())
}

/// Whether it has no end though its form needs one.
#[must_use]
pub fn needs_end(row: &Row) -> bool {
    contract::end(row).is_none() && contract::form(row).is_some_and(Form::needs_end)
}

/// What a contract is applied to belongs to its client.
fn check_owned(writing: &Writing<'_>, row: &Row, entity: &'static Entity, field: &str) -> Result<(), OperationError> {
    let Some(id) = row.integer(field) else {
        return Ok(());
    };
    let owner = rows::get(writing, entity, id)?.and_then(|row| row.integer("companyID"));
    if owner == Some(company_of(row).0) {
        return Ok(());
    }
    Err(Refusal::NotUsable { field: "scope" }.into())
}

/// Where periods begin can't change once one of them is closed: it never changes (D-19).
fn check_closed(writing: &Writing<'_>, before: &Row, row: &Row) -> Result<(), OperationError> {
    let (was, is) = (contract::term(before), contract::term(row));
    if (was.start, was.anchor) == (is.start, is.anchor) || closed_until(writing, row.id())?.is_none() {
        return Ok(());
    }
    Err(Refusal::PeriodClosed.into())
}

/// A recurring contract and the one that renews it carry the same services, so no day is in both. Those that have days in
/// common already may get fewer of them.
fn check_renewal(writing: &Writing<'_>, before: Option<&Row>, row: &Row) -> Result<(), OperationError> {
    if !contract::carries_services(row) {
        return Ok(());
    }
    let was = before.map(contract::term);
    let is = contract::term(row);
    let overlaps = |field, other: &Row, day| {
        let name = other.text("contractName").unwrap_or_default().to_owned();
        Err(OperationError::from(Refusal::RenewalOverlaps { field, name, day }))
    };
    let renewal = renewed_by(writing, row.id())?.map(|(id, _)| id);
    if let Some(renewal) = known(writing, renewal)? {
        let begins = contract::start(&renewal);
        let ends_earlier = was.is_some_and(|was| last(is.end) <= last(was.end));
        if begins <= last(is.end) && !ends_earlier {
            return overlaps("end", &renewal, begins);
        }
    }
    let renews = row.integer("renewedContractID");
    if let Some(renewed) = known(writing, renews)? {
        let ends = last(contract::end(&renewed));
        let was_linked = before.is_some_and(|before| before.integer("renewedContractID") == renews);
        let begins_later = was_linked && was.is_some_and(|was| is.start >= was.start);
        if is.start <= ends && !begins_later {
            return overlaps("start", &renewed, ends);
        }
    }
    Ok(())
}

fn known(writing: &Writing<'_>, contract: Option<i64>) -> Result<Option<Row>, StoreError> {
    contract.map_or(Ok(None), |id| rows::get(writing, &CONTRACT, id))
}

/// The last day that a contract can have.
fn last(end: Option<Date>) -> Date {
    end.unwrap_or(contract::NO_END)
}

/// The service that bills licences stands on one contract a day, so the days of two that carry it stay apart (TF-36).
fn check_reserved(writing: &Writing<'_>, before: &Row, row: &Row) -> Result<(), OperationError> {
    let (was, is) = (contract::term(before), contract::term(row));
    if (was.start, was.end) == (is.start, is.end) {
        return Ok(());
    }
    reserved::require_apart(writing, row, zones::today(writing, writing.at())?)
}

/// What is billed once is charged on its day, so that day stays one of the contract's (2.9).
fn check_charges(writing: &Writing<'_>, before: &Row, row: &Row) -> Result<(), OperationError> {
    let (was, is) = (contract::term(before), contract::term(row));
    if (was.start, was.end) == (is.start, is.end) {
        return Ok(());
    }
    let ledger = ledger::of(writing, company_of(before))?;
    let sold = ledger.sold.iter().filter(|sold| sold.contract.id.0 == row.id());
    let mut charges = sold.flat_map(|sold| sold.charge_days());
    match charges.find(|on| was.contains(*on) && !is.contains(*on)) {
        Some(on) => Err(Refusal::ChargeOutsideContract { on }.into()),
        None => Ok(()),
    }
}

/// What a contract owes, or has paid for, doesn't hang on what is said of it later: once there were units or work was
/// covered, only an end ends it. One that bills the licences is among them before there is any (TF-38).
fn check_approval(writing: &Writing<'_>, before: &Row, row: &Row) -> Result<(), OperationError> {
    let is_approved = |row: &Row| row.integer("status") == Some(contract::APPROVED);
    if !is_approved(before) || is_approved(row) {
        return Ok(());
    }
    let mut statement = writing.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM contract_service_unit WHERE contract_id = ?1 AND units > 0)
           OR EXISTS (SELECT 1 FROM contract_service_bundle_unit WHERE contract_id = ?1 AND units > 0)
           OR EXISTS (SELECT 1 FROM contract WHERE id = ?1 AND minutes_used > 0)",
    )?;
    let today = zones::today(writing, writing.at())?;
    let bills_licences = spells::is_pointed_at(writing, ContractId(row.id()), today)?;
    if bills_licences || statement.query_row([row.id()], |row| row.get(0))? {
        return Err(Refusal::UnitsOnContract.into());
    }
    Ok(())
}

/// Refuses days that don't lie within the contract's.
///
/// # Errors
/// `outside_contract`; `ends_before_start`.
pub fn check_within(contract_row: &Row, first: Date, last: Date) -> Result<(), Refusal> {
    let (start, end) = (contract::start(contract_row), contract::end(contract_row));
    if last < first {
        return Err(Refusal::EndsBeforeStart);
    }
    if first < start || end.is_some_and(|end| last > end) {
        return Err(Refusal::OutsideContract { start, end });
    }
    Ok(())
}

/// Refuses a day that no contract reaches, however long it runs: units are kept for every period until the last that is
/// planned.
///
/// # Errors
/// `outside_contract`.
pub fn check_reached(term: Term, day: Date) -> Result<(), Refusal> {
    if day <= contract::NO_END {
        return Ok(());
    }
    Err(Refusal::OutsideContract {
        start: term.start,
        end: term.end.or(Some(contract::NO_END)),
    })
}

/// Whether a contract renews that one.
///
/// # Errors
/// The database's.
pub fn renewed_by(writing: &rusqlite::Connection, contract: i64) -> Result<Option<(i64, String)>, StoreError> {
    use rusqlite::OptionalExtension as _;
    let mut statement = writing
        .prepare_cached("SELECT id, contract_name FROM contract WHERE renewed_contract_id = ?1 ORDER BY id LIMIT 1")?;
    Ok(statement
        .query_row([contract], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}
