//! What the calendar does to support contracts: pending ones become active on their start, their held requests open, and
//! time that waited for them is debited (D-22, D-28).

use super::{contracts, debit, held, settings};
use crate::base::ids::ContractId;
use crate::server::operations::OperationError;
use crate::server::store::zones;
use crate::server::store::{StoreError, Writing};
use rusqlite::Connection;

/// Brings support contracts up to today. Done twice on a day, the second time does nothing.
///
/// # Errors
/// The database's.
pub fn tick(writing: &Writing<'_>) -> Result<(), OperationError> {
    let Some(option) = settings::load(writing)?.active else {
        return Ok(());
    };
    let today = zones::today(writing, writing.at())?;
    for id in with_held_requests(writing)? {
        if let Some(contract) = contracts::get(writing, id)?.filter(|contract| contracts::is_active(contract, today)) {
            held::release(writing, contract.id)?;
        }
    }
    for id in with_waiting_time(writing)? {
        if let Some(contract) = contracts::get(writing, id)? {
            debit::replay(writing, &contract, option)?;
        }
    }
    Ok(())
}

fn with_held_requests(connection: &Connection) -> Result<Vec<ContractId>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT contract_id FROM ticket WHERE is_held_for_contract = 1 AND contract_id IS NOT NULL",
    )?;
    let ids = statement.query_map([], |row| row.get(0).map(ContractId))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// The contracts that have carried time which no later contract has taken yet.
fn with_waiting_time(connection: &Connection) -> Result<Vec<ContractId>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT contract_id FROM time_entry WHERE carried_minutes > 0 AND carried_minutes >
           (SELECT coalesce(sum(minutes), 0) FROM time_debit
            WHERE time_debit.time_entry_id = time_entry.id AND kind = 'carried')",
    )?;
    let ids = statement.query_map([], |row| row.get(0).map(ContractId))?;
    Ok(ids.collect::<Result<_, _>>()?)
}
