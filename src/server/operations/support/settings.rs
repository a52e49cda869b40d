//! The settings of contracts: whether they are active, whether requests need one, what happens to expired time.

use crate::domain::contract::{TimeExpired, Validation};
use crate::server::store::StoreError;
use rusqlite::Connection;

/// The settings as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// What was chosen at activation; none while contracts are not active (LT-04).
    pub active: Option<TimeExpired>,
    /// Whether requests need a contract (LT-17).
    pub validation: Validation,
}

/// Reads them.
///
/// # Errors
/// The database's.
pub fn load(connection: &Connection) -> Result<Settings, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT contracts_active, contract_validation, time_expired_option FROM instance")?;
    let (is_active, requires, option): (bool, bool, Option<String>) =
        statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let option = option.as_deref().and_then(TimeExpired::from_word);
    Ok(Settings {
        active: option.filter(|_| is_active),
        validation: if requires { Validation::On } else { Validation::Off },
    })
}
