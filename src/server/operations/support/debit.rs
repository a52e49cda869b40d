//! Debits support contracts with the provider's time (2.10), in the write that logs, changes or deletes it. An entry at
//! the end is debited by itself; whatever touches earlier ones plays the scope's entries anew.

use super::contracts;
use super::settings;
use crate::base::ids::{ContractId, TicketId, TimeEntryId};
use crate::base::{Date, Timestamp};
use crate::domain::Side;
use crate::domain::contract::{Coverage, Entry, Ledger, SupportContract, TimeExpired};
use crate::entities::{CONTRACT, Row, TIME_ENTRY, Value};
use crate::server::operations::OperationError;
use crate::server::operations::contracts::blocks;
use crate::server::store::zones;
use crate::server::store::zones::Zones;
use crate::server::store::{StoreError, Writing, rows};
use rusqlite::Connection;

/// What a change of these fields asks for a new debit.
const DEBITED_BY: [&str; 3] = ["contractID", "minutes", "dateWorked"];

/// Adds a time entry and debits it.
///
/// # Errors
/// The database's.
pub fn insert(writing: &Writing<'_>, row: &mut Row) -> Result<(), OperationError> {
    let Some(option) = debits(writing, row)? else {
        writing.insert(row)?;
        return Ok(());
    };
    let contract = contract_of(writing, row)?;
    let Some(contract) = contract else {
        put(row, &uncovered(row));
        writing.insert(row)?;
        return Ok(());
    };
    let today = zones::today(writing, writing.at())?;
    let mut ledger = Ledger::open(chain(writing, &contract)?, option, today);
    let coverage = ledger.log(&Entry {
        id: TimeEntryId(i64::MAX),
        contract: contract.id,
        worked_on: worked_on(row),
        logged_on: today,
        minutes: minutes(row),
    });
    put(row, &coverage);
    writing.insert(row)?;
    keep_debits(writing, row.id(), &coverage)?;
    keep_contracts(writing, ledger.contracts())
}

/// Debits an entry again whose row was changed: its minutes are given back first.
///
/// # Errors
/// The database's.
pub fn changed(writing: &Writing<'_>, before: &Row, after: &Row) -> Result<(), OperationError> {
    let Some(option) = debits(writing, after)? else {
        return Ok(());
    };
    // What was logged before contracts were active is left as it was.
    if before.get("coveredMinutes").is_null() || DEBITED_BY.iter().all(|name| before.get(name) == after.get(name)) {
        return Ok(());
    }
    let contract = contract_of(writing, after)?;
    if contract.is_none() {
        let mut row = after.clone();
        put(&mut row, &uncovered(after));
        writing.update(after, &row)?;
        keep_debits(writing, row.id(), &uncovered(after))?;
    }
    let former = contract_of(writing, before)?;
    if let Some(former) = &former {
        replay(writing, former, option)?;
    }
    let is_elsewhere = |contract: &SupportContract| {
        former
            .is_none_or(|former| former.id != contract.id && (former.scope.is_none() || former.scope != contract.scope))
    };
    match contract.filter(is_elsewhere) {
        Some(contract) => replay(writing, &contract, option),
        None => Ok(()),
    }
}

/// Gives a deleted entry's minutes back.
///
/// # Errors
/// The database's.
pub fn deleted(writing: &Writing<'_>, row: &Row) -> Result<(), OperationError> {
    writing.execute("DELETE FROM time_debit WHERE time_entry_id = ?1", [row.id()])?;
    match (debits(writing, row)?, contract_of(writing, row)?) {
        (Some(option), Some(contract)) => replay(writing, &contract, option),
        _ => Ok(()),
    }
}

/// Plays the entries of a contract's scope anew: after a change of contract or entries, and when a contract starts.
///
/// # Errors
/// The database's.
pub fn replay(writing: &Writing<'_>, contract: &SupportContract, option: TimeExpired) -> Result<(), OperationError> {
    let today = zones::today(writing, writing.at())?;
    let chain = chain(writing, contract)?;
    let entries = entries(writing, &chain)?;
    let mut ledger = Ledger::anew(chain, option, today);
    for coverage in ledger.replay(entries) {
        let Some(before) = rows::get(writing, &TIME_ENTRY, coverage.entry.0)? else {
            continue;
        };
        let mut row = before.clone();
        put(&mut row, &coverage);
        if row != before {
            writing.update(&before, &row)?;
        }
        keep_debits(writing, row.id(), &coverage)?;
    }
    keep_contracts(writing, ledger.contracts())
}

/// The contracts among which a contract's time is carried: all of its scope; a per-request one is alone.
///
/// # Errors
/// The database's.
pub fn chain(connection: &Connection, contract: &SupportContract) -> Result<Vec<SupportContract>, StoreError> {
    match contract.scope {
        Some(scope) => contracts::of_scope(connection, scope),
        None => Ok(vec![*contract]),
    }
}

/// Whether this entry is debited at all, and what happens to time that its contract doesn't cover: contracts must be
/// active, and it must be the provider's time.
fn debits(connection: &Connection, row: &Row) -> Result<Option<TimeExpired>, StoreError> {
    if row.text("side") != Some(Side::Autotask.word()) {
        return Ok(None);
    }
    Ok(settings::load(connection)?.active)
}

/// The support contract that an entry is debited from.
fn contract_of(connection: &Connection, row: &Row) -> Result<Option<SupportContract>, StoreError> {
    match (row.integer("contractID"), row.integer("ticketID")) {
        (Some(contract), Some(ticket)) => debited(connection, ContractId(contract), TicketId(ticket)),
        _ => Ok(None),
    }
}

/// The support contract that a ticket's time is debited from where this one is linked. One for another request alone is
/// none.
///
/// # Errors
/// The database's.
pub fn debited(
    connection: &Connection,
    contract: ContractId,
    ticket: TicketId,
) -> Result<Option<SupportContract>, StoreError> {
    let Some(found) = contracts::get(connection, contract)? else {
        return Ok(None);
    };
    let is_anothers = found.scope.is_none() && contracts::request_of(connection, contract)? != Some(ticket.0);
    Ok(Some(found).filter(|_| !is_anothers))
}

/// The debited entries of these contracts.
fn entries(connection: &Connection, contracts: &[SupportContract]) -> Result<Vec<Entry>, StoreError> {
    let zones = Zones::load(connection)?;
    let mut statement = connection.prepare_cached(
        "SELECT id, date_worked, create_date_time, minutes FROM time_entry
         WHERE contract_id = ?1 AND covered_minutes IS NOT NULL AND (?2 IS NULL OR ticket_id = ?2)",
    )?;
    let mut entries = Vec::new();
    for contract in contracts {
        let request = match contract.scope {
            Some(_) => None,
            None => contracts::request_of(connection, contract.id)?,
        };
        let rows = statement.query_map((contract.id.0, request), |row| {
            let moment = |index| row.get(index).map(Timestamp::from_millis);
            let logged = moment(2)?;
            Ok(Entry {
                id: TimeEntryId(row.get(0)?),
                contract: contract.id,
                worked_on: moment(1)?.date(),
                logged_on: zones.at(logged).date(logged),
                minutes: row.get(3)?,
            })
        })?;
        for entry in rows {
            entries.push(entry?);
        }
    }
    Ok(entries)
}

fn worked_on(row: &Row) -> Date {
    let at = row.time("dateWorked").or(row.time("createDateTime"));
    at.unwrap_or(Timestamp::from_millis(0)).date()
}

fn minutes(row: &Row) -> i64 {
    row.integer("minutes").unwrap_or_default()
}

/// What becomes of an entry whose ticket has no support contract.
fn uncovered(row: &Row) -> Coverage {
    Coverage {
        entry: TimeEntryId(row.id()),
        covered: 0,
        uncovered: minutes(row),
        carried: 0,
        waiting: 0,
        debits: Vec::new(),
    }
}

fn put(row: &mut Row, coverage: &Coverage) {
    row.set("coveredMinutes", coverage.covered);
    row.set("uncoveredMinutes", coverage.uncovered);
    row.set("carriedMinutes", coverage.carried);
}

fn keep_debits(writing: &Writing<'_>, entry: i64, coverage: &Coverage) -> Result<(), OperationError> {
    writing
        .prepare_cached("DELETE FROM time_debit WHERE time_entry_id = ?1")?
        .execute([entry])?;
    for debit in &coverage.debits {
        writing
            .prepare_cached(
                "INSERT INTO time_debit (time_entry_id, contract_id, minutes, kind) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute((entry, debit.contract.0, debit.minutes, debit.kind.word()))?;
    }
    Ok(())
}

/// Writes what was debited from contracts, where that differs.
fn keep_contracts(writing: &Writing<'_>, contracts: &[SupportContract]) -> Result<(), OperationError> {
    for contract in contracts {
        let Some(before) = rows::get(writing, &CONTRACT, contract.id.0)? else {
            continue;
        };
        let mut row = before.clone();
        for (name, minutes) in [("minutesUsed", contract.used), ("minutesCarried", contract.carried)] {
            if before.integer(name) != Some(minutes) {
                row.set(name, Value::from(minutes));
            }
        }
        if row != before {
            writing.update(&before, &row)?;
        }
        if before.integer("minutesUsed").unwrap_or_default() != contract.used {
            blocks::settle(writing, contract.id)?;
        }
    }
    Ok(())
}
