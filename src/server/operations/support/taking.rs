//! A contract per request that names no request yet, as Autotask's routes make one: the first request that is linked takes
//! it, with one of the tickets that were bought (LT-07).

use crate::base::ids::{ContractId, TicketId};
use crate::domain::contract::Form;
use crate::entities::{CONTRACT, CONTRACT_TICKET_PURCHASE, Row};
use crate::query::Filter;
use crate::records::contract::{APPROVED, form};
use crate::server::operations::OperationError;
use crate::server::store::{StoreError, Writing, rows};
use rusqlite::Connection;
use rust_decimal::Decimal;

/// Whether a contract per request covers this request, or can still be taken by it: it covers one alone, and that one
/// needs a ticket that was bought.
///
/// # Errors
/// The database's.
pub fn is_for(connection: &Connection, contract: &Row, request: Option<TicketId>) -> Result<bool, StoreError> {
    match contract.integer("ticketID") {
        Some(own) => Ok(request.is_some_and(|request| request.0 == own)),
        None => Ok(unused(connection, contract)?.is_some()),
    }
}

/// Lets a request take the contract that it was linked with, where that is for one request and still without one.
///
/// # Errors
/// The database's.
pub fn take(writing: &Writing<'_>, contract: ContractId, request: TicketId) -> Result<(), OperationError> {
    let Some(before) = rows::get(writing, &CONTRACT, contract.0)? else {
        return Ok(());
    };
    let is_free = form(&before) == Some(Form::PerRequest) && before.get("ticketID").is_null();
    let Some(purchase) = unused(writing, &before)?.filter(|_| is_free) else {
        return Ok(());
    };
    let mut row = before.clone();
    row.set("ticketID", request.0);
    writing.update(&before, &row)?;
    let mut used = purchase.clone();
    used.set("ticketsUsed", amount(&purchase, "ticketsUsed") + Decimal::ONE);
    Ok(writing.update(&purchase, &used)?)
}

/// The contract's oldest purchase of which a ticket is left.
fn unused(connection: &Connection, contract: &Row) -> Result<Option<Row>, StoreError> {
    let filter = Filter::eq(&CONTRACT_TICKET_PURCHASE, "contractID", contract.id())?;
    let mut purchases = rows::find(connection, &filter)?;
    purchases.sort_by_key(|purchase| (purchase.time("startDate"), purchase.id()));
    let has_one = |purchase: &Row| {
        let counts = purchase.integer("status").is_none_or(|status| status == APPROVED);
        counts && amount(purchase, "ticketsPurchased") - amount(purchase, "ticketsUsed") >= Decimal::ONE
    };
    Ok(purchases.into_iter().find(has_one))
}

fn amount(purchase: &Row, name: &str) -> Decimal {
    purchase.decimal(name).unwrap_or_default()
}
