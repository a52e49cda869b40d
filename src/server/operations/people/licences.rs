//! Taskfire licences: active people with a Taskfire level at a client whose Taskfire is on (D-21).

use crate::base::ids::{CompanyId, ContactId};
use crate::entities::Row;
use crate::server::store::StoreError;
use crate::server::store::seed::OWN_COMPANY;
use rusqlite::Connection;
use std::collections::{HashMap, HashSet};

/// A company's licences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Licences {
    /// How many there are.
    pub count: u64,
    /// For how many the platform is paid: none of the provider's own (CP-24, D-20).
    pub billable: u64,
}

/// A company's licences; none while its Taskfire is off.
///
/// # Errors
/// The database's.
pub fn of(connection: &Connection, company: &Row) -> Result<Licences, StoreError> {
    let count = match company.boolean("isTaskFireActive") {
        Some(true) => users(connection, CompanyId(company.id()))?,
        _ => 0,
    };
    let is_own = company.id() == OWN_COMPANY;
    Ok(Licences {
        count,
        billable: if is_own { 0 } else { count },
    })
}

/// How many active people of a company have a Taskfire level: its licences, where Taskfire is on.
///
/// # Errors
/// The database's.
pub fn users(connection: &Connection, company: CompanyId) -> Result<u64, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT count(*) FROM contact WHERE security_level IN (4, 5) AND company_id = ?1 AND is_active = 1",
    )?;
    Ok(statement.query_row([company.0], |row| row.get(0))?)
}

/// The same of every company that has any.
///
/// # Errors
/// The database's.
pub fn users_by_company(connection: &Connection) -> Result<HashMap<i64, u64>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT company_id, count(*) FROM contact WHERE security_level IN (4, 5) AND is_active = 1
         GROUP BY company_id",
    )?;
    let counts = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(counts.collect::<Result<_, _>>()?)
}

/// The licences of every company whose Taskfire is on and that has any.
///
/// # Errors
/// The database's.
pub fn of_all(connection: &Connection) -> Result<HashMap<CompanyId, u64>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT id FROM company WHERE is_task_fire_active = 1")?;
    let on = statement.query_map([], |row| row.get(0))?;
    let on: HashSet<i64> = on.collect::<Result<_, _>>()?;
    let users = users_by_company(connection)?.into_iter();
    let licences = users.filter(|(company, _)| on.contains(company));
    Ok(licences.map(|(company, count)| (CompanyId(company), count)).collect())
}

/// Everybody of a company who has a Taskfire level, active or not.
///
/// # Errors
/// The database's.
pub fn holders(connection: &Connection, company: CompanyId) -> Result<Vec<ContactId>, StoreError> {
    let mut statement = connection
        .prepare_cached("SELECT id FROM contact WHERE security_level IN (4, 5) AND company_id = ?1 ORDER BY id")?;
    let ids = statement.query_map([company.0], |row| row.get(0).map(ContactId))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// Since which day each contact of a company who has a licence has it, in the provider's time zone as of then: the newest
/// change from no Taskfire level to one. A change from one Taskfire level to another keeps the day (TF-39).
///
/// # Errors
/// The database's.
pub fn since(connection: &Connection, company: CompanyId) -> Result<Vec<(ContactId, String)>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT history.contact_id, history.is_licence, history.day
         FROM level_history AS history JOIN contact ON contact.id = history.contact_id
         WHERE contact.company_id = ?1 ORDER BY history.contact_id, history.id",
    )?;
    let entries = statement.query_map([company.0], |row| {
        Ok((ContactId(row.get(0)?), row.get(1)?, row.get(2)?))
    })?;
    let mut licences: Vec<(ContactId, String)> = Vec::new();
    for entry in entries {
        let (contact, is_licence, day) = entry?;
        let has_one = licences.last().is_some_and(|(last, _)| *last == contact);
        match (has_one, is_licence) {
            (false, true) => licences.push((contact, day)),
            (true, false) => {
                licences.pop();
            }
            _ => {}
        }
    }
    Ok(licences)
}
