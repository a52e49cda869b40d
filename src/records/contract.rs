//! Contracts between rows and the domain's types: their days, what their periods are counted from, and prepaid support.

use crate::base::Date;
use crate::base::ids::{CompanyId, ContactId, ContractId, ItemId};
use crate::domain::contract::{Form, Scope, ScopeKind, State, SupportContract};
use crate::domain::licence::{Anchor, PeriodType, Term};
use crate::entities::Row;
use chrono::NaiveDate;

/// The last day of what has no end, since Autotask's routes need one (2.10).
pub const NO_END: Date = Date(match NaiveDate::from_ymd_opt(2099, 12, 31) {
    Some(day) => day,
    None => NaiveDate::MAX,
});

/// `status` of a contract that was approved; any other is not (13.1).
pub const APPROVED: i64 = 1;

/// `contractType`, as far as rules know it.
pub mod kind {
    /// Hours, bought in blocks.
    pub const BLOCK_HOURS: i64 = 4;
    /// An amount that is paid beforehand.
    pub const RETAINER: i64 = 6;
    /// Services, period by period; with a support scope a subscription of support.
    pub const RECURRING_SERVICE: i64 = 7;
    /// Tickets, bought beforehand.
    pub const PER_TICKET: i64 = 8;
}

/// A day of a row, which is kept as the midnight with which it begins.
#[must_use]
pub fn day(row: &Row, name: &str) -> Option<Date> {
    row.time(name).map(crate::base::Timestamp::date)
}

/// A contract's first day.
#[must_use]
pub fn start(contract: &Row) -> Date {
    day(contract, "startDate").unwrap_or(NO_END)
}

/// A contract's last day; none where it has no end.
#[must_use]
pub fn end(contract: &Row) -> Option<Date> {
    day(contract, "endDate").and_then(last_day)
}

/// The last day that an `endDate` means.
#[must_use]
pub fn last_day(end: Date) -> Option<Date> {
    Some(end).filter(|end| *end < NO_END)
}

/// A contract's days with what its periods are counted from.
#[must_use]
pub fn term(contract: &Row) -> Term {
    let anchor = contract.text("anchor").and_then(Anchor::from_word);
    Term {
        start: start(contract),
        end: end(contract),
        anchor: anchor.unwrap_or_default(),
    }
}

/// Whether it is a contract of recurring services: of that type, and no subscription of support (2.10).
#[must_use]
pub fn carries_services(contract: &Row) -> bool {
    contract.integer("contractType") == Some(kind::RECURRING_SERVICE) && contract.text("supportForm").is_none()
}

/// What a prepaid contract is applied to; one per request is its request's alone.
#[must_use]
pub fn scope(contract: &Row) -> Option<Scope> {
    if form(contract) == Some(Form::PerRequest) {
        return None;
    }
    Some(match ScopeKind::from_word(contract.text("supportScope")?)? {
        ScopeKind::Item => Scope::Item(ItemId(contract.integer("scopeConfigurationItemID")?)),
        ScopeKind::Customer => Scope::Customer(ContactId(contract.integer("scopeContactID")?)),
        ScopeKind::OrgUnit => Scope::OrgUnit(CompanyId(contract.integer("companyID")?)),
    })
}

/// What a prepaid contract sells; none where it is none.
#[must_use]
pub fn form(contract: &Row) -> Option<Form> {
    contract.text("supportForm").and_then(Form::from_word)
}

/// The state of any contract, prepaid support or not (2.10, D-24).
#[must_use]
pub fn state(contract: &Row, today: Date) -> State {
    if let Some(support) = support(contract) {
        return support.state(today);
    }
    if term(contract).is_over(today) {
        State::Expired
    } else if contract.integer("status") != Some(APPROVED) || today < start(contract) {
        State::Pending
    } else {
        State::Active
    }
}

/// A contract as prepaid support; none where it is none.
#[must_use]
pub fn support(contract: &Row) -> Option<SupportContract> {
    let minutes = |name| contract.integer(name).unwrap_or_default();
    Some(SupportContract {
        id: ContractId(contract.id()),
        form: form(contract)?,
        scope: scope(contract),
        start: start(contract),
        end: end(contract),
        bought: minutes("minutesBought"),
        used: minutes("minutesUsed"),
        carried: minutes("minutesCarried"),
        approved: contract.integer("status") == Some(APPROVED),
    })
}

/// How often a service or bundle is billed, from its `periodType`.
#[must_use]
pub fn period_type(sold: &Row) -> PeriodType {
    period_of(sold.integer("periodType"))
}

/// The period that a `periodType` means; monthly where none is said.
#[must_use]
pub fn period_of(number: Option<i64>) -> PeriodType {
    match number {
        Some(1) => PeriodType::OneTime,
        Some(3) => PeriodType::Quarterly,
        Some(4) => PeriodType::SemiAnnual,
        Some(5) => PeriodType::Yearly,
        _ => PeriodType::Monthly,
    }
}

/// The `periodType` of a period.
#[must_use]
pub fn period_number(period: PeriodType) -> i64 {
    match period {
        PeriodType::OneTime => 1,
        PeriodType::Monthly => 2,
        PeriodType::Quarterly => 3,
        PeriodType::SemiAnnual => 4,
        PeriodType::Yearly => 5,
    }
}
