//! The service that bills licences bills nothing else, by any route (TF-36, TF-37). Whoever puts a service on a contract
//! or into a bundle, or changes units, asks here first.

use crate::base::Date;
use crate::base::ids::{CompanyId, ContractId};
use crate::domain::Refusal;
use crate::entities::COMPANY;
use crate::server::operations::OperationError;
use crate::server::store::{StoreError, rows};
use rusqlite::Connection;

/// Whether a service of the catalogue bills some client's licences, or will.
///
/// # Errors
/// The database's.
pub fn is_reserved(connection: &Connection, service: i64, today: Date) -> Result<bool, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT 1 FROM billing_automation
         WHERE service_id = ?1 AND (until_day IS NULL OR (until_day >= ?2 AND until_day >= from_day))",
    )?;
    Ok(statement.exists((service, today.to_string()))?)
}

/// Refuses to put a service that bills licences on a contract where it may not stand: it may once at each client whose
/// Taskfire is on, without units until it is chosen there. Others may stand anywhere.
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
    let company: Option<i64> = connection
        .prepare_cached("SELECT company_id FROM contract WHERE id = ?1")?
        .query_row([contract.0], |row| row.get(0))?;
    let company = company.map(CompanyId).ok_or(OperationError::NotFound)?;
    let row = rows::get(connection, &COMPANY, company.0)?.ok_or(OperationError::NotFound)?;
    let is_active = row.boolean("isTaskFireActive") == Some(true);
    if !is_active || units != 0 || stands_at(connection, service, company, None)? {
        return Err(Refusal::ServiceReserved.into());
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

/// Refuses to change the units of a contract's service that bills licences, or is kept for it, by hand or by usage.
///
/// # Errors
/// `units_automated`.
pub fn require_by_hand(connection: &Connection, contract_service: i64, today: Date) -> Result<(), OperationError> {
    let mut statement = connection.prepare_cached("SELECT service_id FROM contract_service WHERE id = ?1")?;
    let mut services = statement.query([contract_service])?;
    let Some(service) = services.next()? else {
        return Ok(());
    };
    if is_reserved(connection, service.get(0)?, today)? {
        return Err(Refusal::UnitsAutomated.into());
    }
    Ok(())
}

/// Refuses to let a contract's service bill a client's licences where its service bills something else: in a bundle, by
/// hand, or a second time at a client. What stands at a client whose Taskfire was switched off has no units, bills
/// nothing, and hinders nobody.
///
/// # Errors
/// `service_reserved`.
pub fn require_free(
    connection: &Connection,
    service: i64,
    contract_service: i64,
    company: CompanyId,
) -> Result<(), OperationError> {
    let mut statement = connection.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM service_bundle_service WHERE service_id = ?1)
           OR EXISTS (SELECT 1 FROM contract_service AS sold JOIN unit_change AS change
                ON change.contract_service_id = sold.id
              WHERE sold.service_id = ?1 GROUP BY sold.id HAVING sum(change.delta) <> 0)",
    )?;
    let is_used: bool = statement.query_row([service], |row| row.get(0))?;
    if is_used || stands_at(connection, service, company, Some(contract_service))? {
        return Err(Refusal::ServiceReserved.into());
    }
    Ok(())
}

/// Whether a service stands on a contract of that client, other than there.
fn stands_at(
    connection: &Connection,
    service: i64,
    company: CompanyId,
    other_than: Option<i64>,
) -> Result<bool, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT 1 FROM contract_service AS sold JOIN contract ON contract.id = sold.contract_id
         WHERE sold.service_id = ?1 AND contract.company_id = ?2 AND sold.id IS NOT ?3",
    )?;
    Ok(statement.exists((service, company.0, other_than))?)
}
