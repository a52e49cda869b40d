//! What clients pay beforehand: blocks of hours, amounts and tickets. Each lies within its contract, and never becomes less
//! than what was used of it.

use super::super::body::Body;
use super::super::{Caller, WriteError};
use super::{Draft, draft, save};
use crate::base::ids::ContractId;
use crate::entities::{CONTRACT_BLOCK, CONTRACT_RETAINER, Entity, Row};
use crate::records::contract::{self, kind};
use crate::server::operations::contracts::{self, blocks, rules};
use crate::server::store::Writing;
use rust_decimal::Decimal;

/// What is told apart between the three kinds.
struct Prepaid {
    /// The contract's type.
    kind: i64,
    /// How much was bought.
    bought: &'static str,
    /// How much of that was used.
    used: &'static str,
    /// What a part of it costs.
    rate: Option<&'static str>,
}

/// Adds something prepaid to a contract, or changes it.
pub fn write(writing: &Writing<'_>, caller: &Caller, body: Body) -> Result<i64, WriteError> {
    let Draft { before, mut row } = draft(writing, caller, body)?;
    let prepaid = of(row.entity());
    let contract = ContractId(row.integer("contractID").unwrap_or_default());
    check(&contracts::get(writing, contract)?, &row, &prepaid)?;
    match &before {
        Some(before) => check_used(before, &row, &prepaid)?,
        None => put_defaults(&mut row, &prepaid),
    }
    let is_block = *row.entity() == CONTRACT_BLOCK;
    let id = save(writing, Draft { before, row })?;
    if is_block {
        blocks::settle(writing, contract)?;
    }
    Ok(id)
}

fn of(entity: &Entity) -> Prepaid {
    match entity {
        entity if *entity == CONTRACT_BLOCK => Prepaid {
            kind: kind::BLOCK_HOURS,
            bought: "hours",
            used: "hoursApproved",
            rate: Some("hourlyRate"),
        },
        entity if *entity == CONTRACT_RETAINER => Prepaid {
            kind: kind::RETAINER,
            bought: "amount",
            used: "amountApproved",
            rate: None,
        },
        _ => Prepaid {
            kind: kind::PER_TICKET,
            bought: "ticketsPurchased",
            used: "ticketsUsed",
            rate: Some("perTicketRate"),
        },
    }
}

fn check(contract: &Row, row: &Row, prepaid: &Prepaid) -> Result<(), WriteError> {
    if contract.integer("contractType") != Some(prepaid.kind) {
        let message = format!("contractID must name a contract of type {}.", prepaid.kind);
        return Err(WriteError::about("contractID", message));
    }
    let (Some(first), Some(last)) = (contract::day(row, "startDate"), contract::day(row, "endDate")) else {
        return Ok(());
    };
    Ok(rules::check_within(contract, first, last).map_err(crate::server::operations::OperationError::from)?)
}

fn check_used(before: &Row, row: &Row, prepaid: &Prepaid) -> Result<(), WriteError> {
    let used = before.decimal(prepaid.used).unwrap_or_default();
    let bought = row.decimal(prepaid.bought).unwrap_or_default();
    if bought < used {
        let message = format!(
            "{} must be {} at least, which was used already.",
            prepaid.bought,
            used.normalize()
        );
        return Err(WriteError::about(prepaid.bought, message));
    }
    let frozen = prepaid
        .rate
        .filter(|rate| used > Decimal::ZERO && before.get(rate) != row.get(rate));
    match frozen {
        Some(rate) => {
            let message = format!("{rate} can't change: some of it was billed already.");
            Err(WriteError::about(rate, message))
        }
        None => Ok(()),
    }
}

fn put_defaults(row: &mut Row, prepaid: &Prepaid) {
    row.set(prepaid.used, Decimal::ZERO);
    if row.get("status").is_null() {
        row.set("status", 1_i64);
    }
    if row.get("isPaid").is_null() {
        row.set("isPaid", false);
    }
}
