//! Contracts with what is sold by them: made, changed, renewed and repeated. Tandem's acts and Autotask's routes come here
//! alike, so that a rule holds by every route.

pub mod acts;
pub mod blocks;
pub mod catalogue;
mod copies;
mod first_day;
pub mod notes;
mod page;
pub mod prices;
pub mod reminders;
mod renewed;
pub mod rules;
pub mod save;
pub mod sell;
pub mod subjects;
pub mod units;
pub mod written;

use super::OperationError;
use crate::base::Date;
use crate::base::ids::{CompanyId, ContractId};
use crate::entities::{CONTRACT, CONTRACT_SERVICE, CONTRACT_SERVICE_BUNDLE, Row, SERVICE, SERVICE_BUNDLE};
use crate::server::store::rows;
use rusqlite::Connection;

/// A service or bundle on a contract.
#[derive(Clone, Debug)]
pub struct OnContract {
    /// Its row.
    pub row: Row,
    /// The contract's.
    pub contract: Row,
    /// What the catalogue says of it.
    pub offer: Row,
}

/// The contract of that id.
///
/// # Errors
/// `not_found`.
pub fn get(connection: &Connection, contract: ContractId) -> Result<Row, OperationError> {
    rows::get(connection, &CONTRACT, contract.0)?.ok_or(OperationError::NotFound)
}

/// Whose a contract is.
#[must_use]
pub fn company_of(contract: &Row) -> CompanyId {
    CompanyId(contract.integer("companyID").unwrap_or_default())
}

impl OnContract {
    /// What has that id: services and bundles on contracts draw theirs from one sequence.
    ///
    /// # Errors
    /// `not_found`.
    pub fn get(connection: &Connection, id: i64) -> Result<Self, OperationError> {
        let row = match rows::get(connection, &CONTRACT_SERVICE, id)? {
            Some(service) => Some(service),
            None => rows::get(connection, &CONTRACT_SERVICE_BUNDLE, id)?,
        };
        let row = row.ok_or(OperationError::NotFound)?;
        let contract = get(connection, ContractId(row.integer("contractID").unwrap_or_default()))?;
        let offer = offer(connection, &row)?;
        Ok(Self { row, contract, offer })
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> i64 {
        self.row.id()
    }

    /// The service's or bundle's name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.offer.text("name").unwrap_or_default()
    }
}

/// What the catalogue says of what a row puts on a contract.
///
/// # Errors
/// `not_found`.
pub fn offer(connection: &Connection, row: &Row) -> Result<Row, OperationError> {
    let (entity, field) = match row.entity() {
        entity if *entity == CONTRACT_SERVICE => (&SERVICE, "serviceID"),
        _ => (&SERVICE_BUNDLE, "serviceBundleID"),
    };
    let id = row.integer(field).unwrap_or_default();
    rows::get(connection, entity, id)?.ok_or(OperationError::NotFound)
}

/// The last day of the contract's periods that are closed; none where none is.
///
/// # Errors
/// The database's.
pub fn closed_until(connection: &Connection, contract: i64) -> Result<Option<Date>, OperationError> {
    let mut statement = connection.prepare_cached("SELECT max(ends) FROM closed_period WHERE contract_id = ?1")?;
    let last: Option<String> = statement.query_row([contract], |row| row.get(0))?;
    Ok(last.and_then(|day| Date::parse(&day).ok()))
}
