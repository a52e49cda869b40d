//! Requests that wait for their contract, and what happens when a contract becomes active, is changed, or ends before it
//! held (D-22, D-23).

use super::{debit, refused, search, settings};
use crate::base::Date;
use crate::base::ids::{CompanyId, ContractId, TicketId};
use crate::domain::contract::{Answer, State};
use crate::domain::notice::{Notice, NoticeEvent, Recipient};
use crate::entities::{CONTRACT, Row, TICKET};
use crate::records;
use crate::records::contract::{state, support};
use crate::server::operations::{OperationError, notices};
use crate::server::store::zones;
use crate::server::store::{StoreError, Writing, rows};
use rusqlite::Connection;

/// What follows from a contract that was made or changed, after its row is written: held requests are released, waiting
/// time is debited, whoever was refused for want of it is told. For other kinds than prepaid support only requests follow,
/// which somebody linked by hand.
///
/// # Errors
/// The database's.
pub fn contract_changed(writing: &Writing<'_>, row: &Row) -> Result<Vec<TicketId>, OperationError> {
    let today = zones::today(writing, writing.at())?;
    let mut row = row.clone();
    if let Some(contract) = support(&row) {
        if let Some(option) = settings::load(writing)?.active {
            debit::replay(writing, &contract, option)?;
        }
        refused::answer(writing, &contract, today)?;
        row = rows::get(writing, &CONTRACT, contract.id.0)?.unwrap_or(row);
    }
    for ticket in without_contract(writing, CompanyId(row.integer("companyID").unwrap_or_default()))? {
        look_again(writing, ticket, today)?;
    }
    let id = ContractId(row.id());
    match state(&row, today) {
        State::Active => release(writing, id),
        State::Pending => Ok(Vec::new()),
        State::Expired => {
            for ticket in waiting(writing, id)? {
                look_again(writing, ticket, today)?;
            }
            Ok(Vec::new())
        }
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
        if let Some(before) = rows::get(writing, &TICKET, id.0)? {
            put(writing, &before, Some(contract), false)?;
            released.push(id);
        }
    }
    Ok(released)
}

/// Opens every request that is held, since nothing is where no request needs a contract (D-25). Each keeps the contract
/// that it waited for, which pays for its time once it holds.
///
/// # Errors
/// The database's.
pub fn release_all(writing: &Writing<'_>) -> Result<(), OperationError> {
    let mut statement = writing.prepare_cached("SELECT id FROM ticket WHERE is_held_for_contract = 1 ORDER BY id")?;
    let held: Vec<i64> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for id in held {
        if let Some(before) = rows::get(writing, &TICKET, id)? {
            put(writing, &before, before.integer("contractID").map(ContractId), false)?;
        }
    }
    Ok(())
}

/// Searches anew for a request that is held for a contract which has ended without holding, or for none: it opens, waits for
/// another one, or waits on and its people are asked for one, once (N13).
///
/// # Errors
/// The database's.
pub fn look_again(writing: &Writing<'_>, ticket: TicketId, today: Date) -> Result<(), OperationError> {
    let row = rows::get(writing, &TICKET, ticket.0)?;
    let Some(before) = row.filter(|row| row.boolean("isHeldForContract") == Some(true)) else {
        return Ok(());
    };
    let linked = before.integer("contractID");
    let contract = match linked {
        Some(contract) => rows::get(writing, &CONTRACT, contract)?,
        None => None,
    };
    if contract.is_some_and(|contract| state(&contract, today) != State::Expired) {
        return Ok(());
    }
    let read = records::ticket::read(&before, Vec::new());
    let (found, is_held) = match search::of_request(writing, &search::of_ticket(&read), today)? {
        Answer::Open(contract) => (contract, false),
        Answer::Held(contract) => (Some(contract), true),
        Answer::Refused(_) => (None, true),
    };
    if is_held && found.map(|contract| contract.0) == linked {
        return Ok(());
    }
    put(writing, &before, found, is_held)?;
    if found.is_none() && is_held {
        let asked = Notice {
            event: NoticeEvent::HeldForContract,
            to: vec![Recipient::Contact, Recipient::ProviderAdministrators],
            text: String::new(),
        };
        notices::write_by_itself(writing, &read, &asked)?;
    }
    Ok(())
}

fn put(writing: &Writing<'_>, before: &Row, contract: Option<ContractId>, is_held: bool) -> Result<(), OperationError> {
    let mut row = before.clone();
    row.set("contractID", contract.map(|contract| contract.0));
    row.set("isHeldForContract", is_held);
    row.set("version", before.integer("version").unwrap_or_default() + 1);
    Ok(writing.update(before, &row)?)
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

/// The contracts that requests are held for.
///
/// # Errors
/// The database's.
pub fn awaited(connection: &Connection) -> Result<Vec<ContractId>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT contract_id FROM ticket WHERE is_held_for_contract = 1 AND contract_id IS NOT NULL",
    )?;
    let ids = statement.query_map([], |row| row.get(0).map(ContractId))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// A client's requests whose contract ended before it held, so that they wait for any.
fn without_contract(connection: &Connection, company: CompanyId) -> Result<Vec<TicketId>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id FROM ticket
         WHERE is_held_for_contract = 1 AND contract_id IS NULL AND company_id = ?1 ORDER BY id",
    )?;
    let ids = statement.query_map([company.0], |row| row.get(0).map(TicketId))?;
    Ok(ids.collect::<Result<_, _>>()?)
}
