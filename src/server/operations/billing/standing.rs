//! Where a client's contracts stand: what is left of them, and what to look at.

use super::ledger::Ledger;
use super::page::{self, SOON};
use super::sold::Sold;
use super::spells::{self, Saved};
use crate::base::Date;
use crate::base::ids::{CompanyId, ContractId};
use crate::domain::contract::support::{Form, State, SupportContract};
use crate::domain::licence::PeriodType;
use crate::entities::{CONTRACT, Row};
use crate::query::Filter;
use crate::records::administration::billing::{
    AutomationWarning, BillingWarning, ContractKind, ContractStanding, ContractState, NotBilled, NotBilledReason,
    WarningKind,
};
use crate::records::contract;
use crate::server::operations::support::contracts::of_scope;
use crate::server::store::seed::OWN_COMPANY;
use crate::server::store::{StoreError, rows};
use chrono::Days;
use rusqlite::Connection;
use rust_decimal::Decimal;
use std::collections::HashMap;

/// From how many days before its end on a contract that bills no licences is worth a warning.
const SOON_FOR_OTHERS: i64 = 30;
/// Hours are low where no more than one part in so many is left.
const LOW: i64 = 10;

/// A client's contracts: active, pending, then those that have ended.
///
/// # Errors
/// The database's.
pub fn contracts(
    connection: &Connection,
    company: CompanyId,
    spells: &[Saved],
    today: Date,
) -> Result<Vec<ContractStanding>, StoreError> {
    let found = rows::find(connection, &Filter::eq(&CONTRACT, "companyID", company.0)?)?;
    let services = services(connection, company)?;
    let mut contracts = Vec::with_capacity(found.len());
    for row in &found {
        let mut standing = standing(row, today);
        standing.services = services.get(&row.id()).copied().unwrap_or_default();
        standing.is_automation = bills_licences(spells, standing.id, today);
        standing.is_followed = is_followed(connection, row, today)?;
        contracts.push(standing);
    }
    contracts.sort_by_key(order);
    Ok(contracts)
}

fn bills_licences(spells: &[Saved], contract: ContractId, today: Date) -> bool {
    spells
        .iter()
        .any(|saved| saved.is_current(today) && saved.contract == contract)
}

/// Whether a contract whose hours are used up before its days are over is followed by another one of its scope that
/// already covers work.
fn is_followed(connection: &Connection, row: &Row, today: Date) -> Result<bool, StoreError> {
    let used_up = contract::support(row).filter(|support| support.left() == Some(0) && support.covers_on(today));
    let Some((used_up, scope)) = used_up.and_then(|support| Some((support, support.scope?))) else {
        return Ok(false);
    };
    let others = of_scope(connection, scope)?;
    Ok(others
        .iter()
        .any(|other| other.id != used_up.id && other.state(today) == State::Active))
}

/// Of all clients the contracts that end soon or whose hours can run low, without how many services they carry.
///
/// # Errors
/// The database's.
pub fn running_out(
    connection: &Connection,
    spells: &HashMap<CompanyId, Vec<Saved>>,
    today: Date,
) -> Result<HashMap<CompanyId, Vec<ContractStanding>>, StoreError> {
    let soon = today.0.checked_add_days(Days::new(SOON_FOR_OTHERS.unsigned_abs()));
    let days = (today.midnight().millis(), soon.map_or(today, Date).midnight().millis());
    let select = format!(
        "SELECT {} FROM contract WHERE end_date >= ?1 AND (end_date <= ?2 OR minutes_bought > 0) ORDER BY id",
        CONTRACT.columns()
    );
    let mut statement = connection.prepare_cached(&select)?;
    let rows = statement.query_map(days, |row| Row::from_sql(&CONTRACT, row))?;
    let mut contracts: HashMap<CompanyId, Vec<ContractStanding>> = HashMap::new();
    for row in rows {
        let row = row?;
        let company = CompanyId(row.integer("companyID").unwrap_or_default());
        let mut standing = standing(&row, today);
        let spells = spells.get(&company).map_or(&[][..], Vec::as_slice);
        standing.is_automation = bills_licences(spells, standing.id, today);
        standing.is_followed = is_followed(connection, &row, today)?;
        contracts.entry(company).or_default().push(standing);
    }
    for contracts in contracts.values_mut() {
        contracts.sort_by_key(order);
    }
    Ok(contracts)
}

/// Active ones first, then pending, then those that have ended; by their end within.
fn order(contract: &ContractStanding) -> (ContractState, bool, Option<Date>, ContractId) {
    (contract.state, contract.end.is_none(), contract.end, contract.id)
}

/// How many periods are over and can be closed.
pub fn to_close(ledger: &Ledger, today: Date) -> u64 {
    ledger.to_close(today.previous()).len() as u64
}

/// How many services and bundles each contract of a client carries.
fn services(connection: &Connection, company: CompanyId) -> Result<HashMap<i64, u64>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, (SELECT count(*) FROM contract_service WHERE contract_id = contract.id)
                + (SELECT count(*) FROM contract_service_bundle WHERE contract_id = contract.id)
         FROM contract WHERE company_id = ?1",
    )?;
    let counts = statement.query_map([company.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(counts.collect::<Result<_, _>>()?)
}

/// Where one contract stands. How many services it carries, whether it bills licences and whether it is followed stands
/// elsewhere.
pub fn standing(row: &Row, today: Date) -> ContractStanding {
    let term = contract::term(row);
    let support = contract::support(row);
    // Any other contract goes by its days and its approval alone.
    let contract = support.unwrap_or(SupportContract {
        id: ContractId(row.id()),
        form: Form::Subscription,
        scope: None,
        start: term.start,
        end: term.end,
        bought: 0,
        used: 0,
        carried: 0,
        approved: row.integer("status") == Some(contract::APPROVED),
    });
    let form = support.map(|support| support.form);
    let has_minutes = contract.form.has_minutes();
    ContractStanding {
        id: contract.id,
        name: row.text("contractName").unwrap_or_default().to_owned(),
        kind: kind(row, form),
        state: match contract.state(today) {
            State::Active => ContractState::Active,
            State::Pending => ContractState::Pending,
            State::Expired => ContractState::Expired,
        },
        start: term.start,
        end: term.end,
        days: term.end.map(|end| end.days_since(term.start) + 1),
        days_left: term.end.map(|end| end.days_since(today).max(0)),
        minutes: has_minutes.then_some(contract.bought),
        minutes_used: has_minutes.then_some(contract.used),
        minutes_left: contract.left(),
        services: 0,
        is_automation: false,
        is_followed: false,
    }
}

fn kind(row: &Row, form: Option<Form>) -> ContractKind {
    match form {
        Some(Form::PerRequest) => ContractKind::PerRequest,
        Some(Form::Subscription) => ContractKind::Subscription,
        Some(Form::TimeLimited) => ContractKind::TimeLimited,
        Some(Form::SupportHours) => ContractKind::SupportHours,
        None if row.integer("contractType") == Some(contract::kind::RECURRING_SERVICE) => ContractKind::Recurring,
        None => ContractKind::Other,
    }
}

/// What to look at about a client, the most urgent first; `to_close` says how many periods wait to be closed.
pub fn warnings(
    ledger: &Ledger,
    spells: &[Saved],
    contracts: &[ContractStanding],
    licences: u64,
    to_close: u64,
    today: Date,
) -> Vec<BillingWarning> {
    let licences = i64::try_from(licences).unwrap_or(i64::MAX);
    let mut warnings = of_automation(ledger, spells, licences, today);
    for contract in contracts
        .iter()
        .filter(|contract| contract.state == ContractState::Active || needs_hours(contract, today))
    {
        let about = |warning, count| BillingWarning {
            warning,
            contract: Some(contract.id),
            contract_name: Some(contract.name.clone()),
            on: contract.end,
            count,
        };
        if let Some(left) = contract
            .days_left
            .filter(|left| *left <= SOON_FOR_OTHERS && !contract.is_automation)
        {
            warnings.push(about(WarningKind::ContractEndsSoon, left));
        }
        if let (Some(left), Some(bought)) = (contract.minutes_left, contract.minutes)
            && left * LOW <= bought
        {
            warnings.push(about(WarningKind::HoursLow, left));
        }
    }
    if to_close > 0 {
        let count = i64::try_from(to_close).unwrap_or(i64::MAX);
        warnings.push(bare(WarningKind::PeriodsToClose, count));
    }
    warnings.sort_by_key(|warning| warning.warning);
    warnings
}

/// Whether a contract's hours are used up while its days still run, and no other one follows, so that work is covered no
/// more.
fn needs_hours(contract: &ContractStanding, today: Date) -> bool {
    let runs = contract.start <= today && contract.end.is_none_or(|end| today <= end);
    let is_used_up = contract.minutes_left == Some(0) && contract.minutes.is_some_and(|bought| bought > 0);
    runs && is_used_up && !contract.is_followed
}

fn bare(warning: WarningKind, count: i64) -> BillingWarning {
    BillingWarning {
        warning,
        contract: None,
        contract_name: None,
        on: None,
        count,
    }
}

fn of_automation(ledger: &Ledger, spells: &[Saved], licences: i64, today: Date) -> Vec<BillingWarning> {
    let Some((_, sold)) = spells::current(spells, ledger, today) else {
        let was_on = spells.iter().any(|saved| saved.spell.bills()) && licences > 0;
        return was_on
            .then(|| bare(WarningKind::NoAutomation, licences))
            .into_iter()
            .collect();
    };
    let end = sold.contract.term.end;
    let about = |warning| {
        let (warning, count) = match warning {
            AutomationWarning::AutomationContractExpired => (WarningKind::AutomationContractExpired, licences),
            AutomationWarning::AutomationContractEndsSoon => {
                let left = end.map_or(0, |end| end.days_since(today));
                (WarningKind::AutomationContractEndsSoon, left.min(SOON))
            }
            AutomationWarning::ContractNotDedicated => (WarningKind::ContractNotDedicated, 0),
        };
        BillingWarning {
            warning,
            contract: Some(sold.contract.id),
            contract_name: Some(sold.contract.name.clone()),
            on: end,
            count,
        }
    };
    page::warnings(ledger, sold, today).into_iter().map(about).collect()
}

/// What is not billed, and why. `uncovered` says how many minutes of this month no contract covered.
pub fn not_billed(
    company: CompanyId,
    name: &str,
    ledger: &Ledger,
    licences: u64,
    uncovered: i64,
    today: Date,
) -> Vec<NotBilled> {
    let mut all = Vec::new();
    let of_company = |reason, count| NotBilled {
        company,
        company_name: name.to_owned(),
        contract: None,
        contract_name: None,
        service_name: None,
        reason,
        count,
        on: None,
    };
    let automated = ledger.sold.iter().any(|sold| sold.is_automated(today));
    let count = i64::try_from(licences).unwrap_or(i64::MAX);
    if licences > 0 && company.0 == OWN_COMPANY {
        all.push(of_company(NotBilledReason::OwnCompany, count));
    } else if licences > 0 && !automated {
        all.push(of_company(NotBilledReason::NoAutomation, count));
    }
    if uncovered > 0 {
        all.push(of_company(NotBilledReason::UncoveredTime, uncovered));
    }
    for sold in &ledger.sold {
        if let Some((reason, count, on)) = why(ledger, sold, today) {
            all.push(NotBilled {
                contract: Some(sold.contract.id),
                contract_name: Some(sold.contract.name.clone()),
                service_name: Some(sold.offer.name.clone()),
                on,
                ..of_company(reason, count)
            });
        }
    }
    all
}

/// Why a service on a contract bills nothing today, with its units and the day that it is about. What the contract's
/// renewal bills, and a charge that was billed, is not missing; a contract that was never approved billed nothing.
fn why(ledger: &Ledger, sold: &Sold, today: Date) -> Option<(NotBilledReason, i64, Option<Date>)> {
    let term = sold.contract.term;
    let is_once = sold.offer.length == PeriodType::OneTime;
    let units = sold.units_after(today);
    if term.is_over(today) {
        // A charge of one of the contract's days is billed, however much later that is.
        let was_billed = sold.contract.is_active && (is_once || is_renewed(ledger, sold, today));
        let is_missing = units > 0 && !was_billed;
        return is_missing.then_some((NotBilledReason::ContractExpired, units, term.end));
    }
    if !sold.contract.is_active {
        return Some((NotBilledReason::ContractNotApproved, units, None));
    }
    if today < term.start {
        return Some((NotBilledReason::ContractPending, units, Some(term.start)));
    }
    if units == 0 {
        return Some((NotBilledReason::NoUnits, 0, None));
    }
    let free = if is_once { open_charges(sold, today) } else { units };
    let is_free = free > 0 && page::price(sold, today).amount() == Decimal::ZERO;
    is_free.then_some((NotBilledReason::NoPrice, free, None))
}

/// The units of what is billed once that were charged until that day and are not closed.
fn open_charges(sold: &Sold, today: Date) -> i64 {
    let days = sold.by_hand.days().iter();
    let open = days.filter(|charge| charge.on <= today && !sold.closed.contains_key(&charge.on));
    open.map(|charge| charge.held + charge.added - charge.removed).sum()
}

/// Whether the contract that renews this one carries the same service, so that it says itself what is missing there.
/// Licences stay with the contract at which automation is pointed.
fn is_renewed(ledger: &Ledger, sold: &Sold, today: Date) -> bool {
    let is_same = |other: &Sold| (other.offer.id, other.offer.is_bundle) == (sold.offer.id, sold.offer.is_bundle);
    let mut renewals = ledger
        .sold
        .iter()
        .filter(|other| other.contract.renews == Some(sold.contract.id));
    !sold.is_automated(today) && renewals.any(is_same)
}
