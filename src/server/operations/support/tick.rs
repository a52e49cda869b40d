//! What the calendar does to support contracts: pending ones become active on their start, their held requests open, those
//! of contracts that ended before they held look for another, and time that waited is debited (D-22, D-28).

use super::{contracts, debit, held, settings};
use crate::base::ids::{ContractId, TicketId};
use crate::base::{Date, Timestamp};
use crate::domain::contract::{State, SupportContract};
use crate::entities::CONTRACT;
use crate::records::contract;
use crate::server::operations::OperationError;
use crate::server::store::zones::{self, Zones};
use crate::server::store::{StoreError, Writing, rows};
use rusqlite::Connection;
use std::collections::HashSet;

/// Something that is to be done, alone in its write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// Requests wait for this contract, which holds now.
    Started(ContractId),
    /// This request waits for a contract that has ended.
    Stranded(TicketId),
    /// Time that waits on this contract's scope can be debited from a later one, which holds now.
    Carried(ContractId),
}

/// What is to be done today. On a day on which it was done nothing is left.
///
/// # Errors
/// The database's.
pub fn due(connection: &Connection, today: Date) -> Result<Vec<Matter>, StoreError> {
    if settings::load(connection)?.active.is_none() {
        return Ok(Vec::new());
    }
    let mut due = Vec::new();
    for id in held::awaited(connection)? {
        match rows::get(connection, &CONTRACT, id.0)?.map(|row| contract::state(&row, today)) {
            Some(State::Active) => due.push(Matter::Started(id)),
            Some(State::Pending) => {}
            Some(State::Expired) | None => {
                due.extend(held::waiting(connection, id)?.into_iter().map(Matter::Stranded));
            }
        }
    }
    due.extend(carried(connection, today)?);
    Ok(due)
}

/// Does one of them, as far as it is still to be done.
///
/// # Errors
/// The database's.
pub fn settle(writing: &Writing<'_>, matter: Matter) -> Result<(), OperationError> {
    let today = zones::today(writing, writing.at())?;
    match matter {
        Matter::Started(id) => {
            let row = rows::get(writing, &CONTRACT, id.0)?;
            if row.is_some_and(|row| contract::state(&row, today) == State::Active) {
                held::release(writing, id)?;
            }
            Ok(())
        }
        Matter::Stranded(ticket) => held::look_again(writing, ticket, today),
        Matter::Carried(id) => match (settings::load(writing)?.active, contracts::get(writing, id)?) {
            (Some(option), Some(contract)) => debit::replay(writing, &contract, option),
            _ => Ok(()),
        },
    }
}

/// A contract with carried time that no later one has taken yet, and the day on which the oldest of it was logged.
struct Waiting {
    contract: ContractId,
    logged_on: Date,
}

fn waiting(connection: &Connection) -> Result<Vec<Waiting>, StoreError> {
    let zones = Zones::load(connection)?;
    let mut statement = connection.prepare_cached(
        "SELECT contract_id, min(create_date_time) FROM time_entry
         WHERE carried_minutes > 0 AND contract_id IS NOT NULL AND carried_minutes >
           (SELECT coalesce(sum(minutes), 0) FROM time_debit
            WHERE time_debit.time_entry_id = time_entry.id AND kind = 'carried')
         GROUP BY contract_id ORDER BY contract_id",
    )?;
    let waiting = statement.query_map([], |row| {
        let logged = Timestamp::from_millis(row.get(1)?);
        Ok(Waiting {
            contract: ContractId(row.get(0)?),
            logged_on: zones.at(logged).date(logged),
        })
    })?;
    Ok(waiting.collect::<Result<_, _>>()?)
}

/// One contract of every scope in which a later contract can take what waits.
fn carried(connection: &Connection, today: Date) -> Result<Vec<Matter>, StoreError> {
    let mut scopes = HashSet::new();
    let mut due = Vec::new();
    for Waiting { contract, logged_on } in waiting(connection)? {
        let Some(known) = contracts::get(connection, contract)? else {
            continue;
        };
        let takes = |next: &SupportContract| {
            (next.start, next.id) > (known.start, known.id)
                && next.takes_carried(logged_on, today)
                && next.left() != Some(0)
        };
        let Some(scope) = known.scope.filter(|scope| !scopes.contains(scope)) else {
            continue;
        };
        if contracts::of_scope(connection, scope)?.iter().any(takes) {
            scopes.insert(scope);
            due.push(Matter::Carried(contract));
        }
    }
    Ok(due)
}
