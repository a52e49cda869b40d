//! Contracts. Their type and company never change; a body that names them again is passed over there, as Autotask does.

use super::super::body::Body;
use super::super::{Caller, WriteError};
use super::{Draft, draft};
use crate::domain::contract::{Form, ScopeKind};
use crate::entities::Row;
use crate::records::contract::{self, NO_END, kind};
use crate::server::operations::contracts::save;
use crate::server::store::Writing;

/// What says how much work a project is; recurring contracts have none.
const ESTIMATES: [&str; 3] = ["estimatedCost", "estimatedHours", "estimatedRevenue"];

/// Creates or changes a contract.
pub fn write(writing: &Writing<'_>, caller: &Caller, body: Body) -> Result<i64, WriteError> {
    let Draft { before, mut row } = draft(writing, caller, body)?;
    check_days(before.as_ref(), &row)?;
    check_estimates(&row)?;
    match before {
        Some(before) => save::update(writing, &before, &mut row)?,
        None => {
            put_support(&mut row);
            save::insert(writing, &mut row)?;
        }
    }
    Ok(row.id())
}

/// Autotask asks for an end after the start. A contract of one day, which `/tandem/v1` makes (D-24), keeps its days.
fn check_days(before: Option<&Row>, row: &Row) -> Result<(), WriteError> {
    let days = |row| (contract::day(row, "startDate"), contract::day(row, "endDate"));
    match days(row) {
        kept if before.map(days) == Some(kept) => Ok(()),
        (Some(start), Some(end)) if start >= end => {
            Err(WriteError::about("endDate", "endDate must be later than startDate."))
        }
        _ => Ok(()),
    }
}

fn check_estimates(row: &Row) -> Result<(), WriteError> {
    let given = |name: &&str| !row.get(name).is_null();
    match ESTIMATES.into_iter().find(given) {
        Some(name) if row.integer("contractType") == Some(kind::RECURRING_SERVICE) => Err(WriteError::about(
            name,
            format!(
                "{name} does not apply to contracts of type {}.",
                kind::RECURRING_SERVICE
            ),
        )),
        _ => Ok(()),
    }
}

/// What a new contract is as prepaid support, of which Autotask's routes name the type alone (2.10): hours are the whole
/// client's until `/tandem/v1` says otherwise, tickets belong to a request each.
fn put_support(row: &mut Row) {
    let form = match row.integer("contractType") {
        Some(kind::BLOCK_HOURS) if contract::day(row, "endDate") == Some(NO_END) => Form::SupportHours,
        Some(kind::BLOCK_HOURS) => Form::TimeLimited,
        Some(kind::PER_TICKET) => Form::PerRequest,
        _ => return,
    };
    row.set("supportForm", form.word());
    if form.has_minutes() {
        row.set("supportScope", ScopeKind::OrgUnit.word());
        row.set("minutesBought", 0_i64);
    }
}
