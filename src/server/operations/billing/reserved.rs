//! The service that bills licences bills nothing else, by any route (TF-36, TF-37). Whoever puts a service on a contract
//! or into a bundle, or changes units, asks here first.

use super::spells::CURRENT;
use crate::base::Date;
use crate::base::ids::ContractId;
use crate::domain::Refusal;
use crate::entities::{COMPANY, Row};
use crate::records::contract;
use crate::server::operations::{OperationError, contracts};
use crate::server::store::{StoreError, rows};
use rusqlite::Connection;

/// Whether a service of the catalogue bills some client's licences on that day or later.
///
/// # Errors
/// The database's.
pub fn is_reserved(connection: &Connection, service: i64, since: Date) -> Result<bool, StoreError> {
    let select = format!("SELECT 1 FROM billing_automation AS spell WHERE spell.service_id = ?2 AND {CURRENT}");
    Ok(connection
        .prepare_cached(&select)?
        .exists((since.to_string(), service))?)
}

/// Refuses to put a service that bills licences on a contract where it may not stand: on any one day it may once at each
/// client whose Taskfire is on, without units until it is chosen there. Others may stand anywhere.
///
/// # Errors
/// `service_reserved`.
pub fn require_allowed_on(
    connection: &Connection,
    service: i64,
    contract: ContractId,
    units: i64,
    today: Date,
) -> Result<(), OperationError> {
    if !is_reserved(connection, service, today)? {
        return Ok(());
    }
    let contract = contracts::get(connection, contract)?;
    let company = rows::get(connection, &COMPANY, contracts::company_of(&contract).0)?;
    let is_active = company.is_some_and(|company| company.boolean("isTaskFireActive") == Some(true));
    if !is_active || units != 0 || stands_beside(connection, service, &contract, None)? {
        return Err(Refusal::ServiceReserved.into());
    }
    Ok(())
}

/// Refuses days of a contract on which a service that bills licences, and stands on it, would stand a second time at its
/// client.
///
/// # Errors
/// `service_reserved`.
pub fn require_apart(connection: &Connection, contract: &Row, today: Date) -> Result<(), OperationError> {
    let mut statement =
        connection.prepare_cached("SELECT id, service_id FROM contract_service WHERE contract_id = ?1")?;
    let services = statement.query_map([contract.id()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    for (sold, service) in services.collect::<Result<Vec<(i64, i64)>, _>>()? {
        if is_reserved(connection, service, today)? && stands_beside(connection, service, contract, Some(sold))? {
            return Err(Refusal::ServiceReserved.into());
        }
    }
    Ok(())
}

/// Refuses to put a service that bills licences into a bundle.
///
/// # Errors
/// `service_reserved`.
pub fn require_allowed_in_bundle(connection: &Connection, service: i64, today: Date) -> Result<(), OperationError> {
    if is_reserved(connection, service, today)? {
        return Err(Refusal::ServiceReserved.into());
    }
    Ok(())
}

/// Refuses to change the units of a contract's service by hand or by usage, where its service bills licences or is kept for
/// them at any client, and on days on which it billed them itself, whatever was decided since.
///
/// # Errors
/// `units_automated`.
pub fn require_by_hand(
    connection: &Connection,
    contract_service: i64,
    since: Date,
    today: Date,
) -> Result<(), OperationError> {
    let mut statement = connection.prepare_cached("SELECT service_id FROM contract_service WHERE id = ?1")?;
    let mut services = statement.query([contract_service])?;
    let Some(service) = services.next()? else {
        return Ok(());
    };
    let select = format!("SELECT 1 FROM billing_automation AS spell WHERE contract_service_id = ?2 AND {CURRENT}");
    let mut own = connection.prepare_cached(&select)?;
    if is_reserved(connection, service.get(0)?, today)? || own.exists((since.to_string(), contract_service))? {
        return Err(Refusal::UnitsAutomated.into());
    }
    Ok(())
}

/// Refuses to let a contract's service bill a client's licences where its service bills something else: in a bundle, by
/// hand from today on, or on one of its contract's days a second time at that client. What stands at a client whose
/// Taskfire was switched off has no units, bills nothing, and hinders nobody.
///
/// # Errors
/// `service_reserved`.
pub fn require_free(
    connection: &Connection,
    service: i64,
    contract_service: i64,
    contract: ContractId,
    today: Date,
) -> Result<(), OperationError> {
    let is_used = is_in_bundle(connection, service)? || has_units_by_hand(connection, service, today)?;
    let contract = contracts::get(connection, contract)?;
    if is_used || stands_beside(connection, service, &contract, Some(contract_service))? {
        return Err(Refusal::ServiceReserved.into());
    }
    Ok(())
}

fn is_in_bundle(connection: &Connection, service: i64) -> Result<bool, StoreError> {
    let mut statement = connection.prepare_cached("SELECT 1 FROM service_bundle_service WHERE service_id = ?1")?;
    Ok(statement.exists([service])?)
}

/// Whether units that were set by hand, or by usage, stand on that day or any later one of a contract's.
fn has_units_by_hand(connection: &Connection, service: i64, today: Date) -> Result<bool, StoreError> {
    let mut statement = connection.prepare_cached(
        "WITH changed AS (
           SELECT change.contract_service_id AS sold, change.day, sum(change.delta) AS delta
           FROM contract_service AS sold JOIN contract ON contract.id = sold.contract_id
             JOIN unit_change AS change ON change.contract_service_id = sold.id
           WHERE sold.service_id = ?1 AND (contract.end_date IS NULL OR contract.end_date >= ?3) GROUP BY 1, 2),
         held AS (
           SELECT sum(delta) OVER (PARTITION BY sold ORDER BY day) AS units,
             lead(day) OVER (PARTITION BY sold ORDER BY day) AS next
           FROM changed)
         SELECT 1 FROM held WHERE units <> 0 AND (next IS NULL OR next > ?2)",
    )?;
    Ok(statement.exists((service, today.to_string(), today.midnight().millis()))?)
}

/// Whether a service stands, other than there, on a contract of the same client that has a day in common with this one.
fn stands_beside(
    connection: &Connection,
    service: i64,
    contract: &Row,
    other_than: Option<i64>,
) -> Result<bool, StoreError> {
    let term = contract::term(contract);
    let last = term.end.unwrap_or(contract::NO_END);
    let mut statement = connection.prepare_cached(
        "SELECT 1 FROM contract_service AS sold JOIN contract ON contract.id = sold.contract_id
         WHERE sold.service_id = ?1 AND contract.company_id = ?2 AND sold.id IS NOT ?3
           AND contract.start_date <= ?5 AND (contract.end_date IS NULL OR contract.end_date >= ?4)",
    )?;
    let company = contracts::company_of(contract);
    let (first, last) = (term.start.midnight().millis(), last.midnight().millis());
    Ok(statement.exists((service, company.0, other_than, first, last))?)
}
