//! Requests that wait for their contract, and what happens when a contract becomes active or is changed (D-22, D-23).

use super::{contracts, debit, refused, settings};
use crate::base::ids::{ContractId, TicketId};
use crate::entities::{Row, TICKET};
use crate::records::contract::support;
use crate::server::operations::OperationError;
use crate::server::store::zones;
use crate::server::store::{StoreError, Writing, rows};
use rusqlite::Connection;

/// What follows from a contract that was made or changed, after its row is written: held requests are released, waiting
/// time is debited, whoever was refused for want of it is told. Nothing follows for other kinds of contract.
///
/// # Errors
/// The database's.
pub fn contract_changed(writing: &Writing<'_>, row: &Row) -> Result<Vec<TicketId>, OperationError> {
    let Some(contract) = support(row) else {
        return Ok(Vec::new());
    };
    if let Some(option) = settings::load(writing)?.active {
        debit::replay(writing, &contract, option)?;
    }
    refused::answer(writing, &contract)?;
    let contract = contracts::get(writing, contract.id)?.unwrap_or(contract);
    let today = zones::today(writing, writing.at())?;
    if contracts::is_active(&contract, today) {
        release(writing, contract.id)
    } else {
        Ok(Vec::new())
    }
}

/// Opens the requests that are held for a contract.
///
/// # Errors
/// The database's.
pub fn release(writing: &Writing<'_>, contract: ContractId) -> Result<Vec<TicketId>, OperationError> {
    let waiting = waiting(writing, contract)?;
    let mut released = Vec::with_capacity(waiting.len());
    for id in waiting {
        let Some(before) = rows::get(writing, &TICKET, id.0)? else {
            continue;
        };
        let mut row = before.clone();
        row.set("isHeldForContract", false);
        row.set("version", before.integer("version").unwrap_or_default() + 1);
        writing.update(&before, &row)?;
        released.push(id);
    }
    Ok(released)
}

/// The requests that are held for a contract.
///
/// # Errors
/// The database's.
pub fn waiting(connection: &Connection, contract: ContractId) -> Result<Vec<TicketId>, StoreError> {
    let mut statement = connection
        .prepare_cached("SELECT id FROM ticket WHERE contract_id = ?1 AND is_held_for_contract = 1 ORDER BY id")?;
    let ids = statement.query_map([contract.0], |row| row.get(0).map(TicketId))?;
    Ok(ids.collect::<Result<_, _>>()?)
}
