//! Charges of tickets by Autotask's routes. Their sums follow from quantity, cost and price; what was billed stays as it is.

use super::body::Body;
use super::draft::{Draft, draft, save};
use super::{Caller, WriteError};
use crate::entities::{BILLING_CODE, Row};
use crate::server::store::{Writing, rows};
use rusqlite::Connection;
use rust_decimal::Decimal;

/// Creates or changes a charge.
pub fn write(writing: &Writing<'_>, caller: &Caller, body: Body) -> Result<i64, WriteError> {
    let Draft { before, mut row } = draft(writing, caller, body)?;
    match &before {
        Some(before) if row == *before => return Ok(before.id()),
        Some(before) => require_not_billed(writing, before)?,
        None => {
            row.set("isBilled", false);
            row.set("statusLastModifiedBy", caller.actor.person.number());
            row.set("statusLastModifiedDate", writing.at());
        }
    }
    if row.get("isBillableToCompany").is_null() {
        row.set("isBillableToCompany", true);
    }
    check_code(writing, before.as_ref(), &row)?;
    put_sums(&mut row)?;
    save(writing, Draft { before, row })
}

/// The code of a charge is one that is still used.
fn check_code(connection: &Connection, before: Option<&Row>, row: &Row) -> Result<(), WriteError> {
    let Some(id) = row.integer("billingCodeID") else {
        return Ok(());
    };
    let is_kept = before.is_some_and(|before| before.integer("billingCodeID") == Some(id));
    let code = rows::get(connection, &BILLING_CODE, id)?;
    if is_kept || code.is_some_and(|code| code.boolean("isActive") == Some(true)) {
        return Ok(());
    }
    Err(WriteError::about(
        "billingCodeID",
        format!("The billing code [{id}] is not active."),
    ))
}

fn put_sums(row: &mut Row) -> Result<(), WriteError> {
    let amount = |name: &str| row.decimal(name).unwrap_or_default();
    let quantity = amount("unitQuantity");
    let times = |unit: Decimal| {
        let beyond = || WriteError::about("unitQuantity", "unitQuantity times the price is more than can be kept.");
        unit.checked_mul(quantity)
            .filter(|sum| sum.abs() < Decimal::from(MOST))
            .ok_or_else(beyond)
    };
    let cost = times(amount("unitCost"))?;
    let price = times(amount("unitPrice"))?;
    let billable = if row.boolean("isBillableToCompany") == Some(true) {
        price
    } else {
        Decimal::ZERO
    };
    let unit_price = row.get("unitPrice").clone();
    row.set("extendedCost", cost);
    row.set("billableAmount", billable);
    row.set("internalCurrencyBillableAmount", billable);
    row.set("internalCurrencyUnitPrice", unit_price);
    Ok(())
}

/// What a sum stays below: ten-thousandths of it fit into a column.
const MOST: i64 = 100_000_000_000_000;

/// Refuses to touch a charge that was billed.
pub fn require_not_billed(connection: &Connection, row: &Row) -> Result<(), WriteError> {
    let mut statement = connection.prepare_cached("SELECT 1 FROM billing_item WHERE ticket_charge_id = ?1")?;
    if statement.exists([row.id()])? {
        return Err(WriteError::about("id", "The charge was billed and stays as it is."));
    }
    Ok(())
}
