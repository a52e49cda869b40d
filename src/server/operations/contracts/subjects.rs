//! What a contract can be applied to at a client (LT-13), and what a request can name: its items and its people.

use crate::base::ids::CompanyId;
use crate::entities::{CONFIGURATION_ITEM, CONTACT, Entity, Row};
use crate::query::Filter;
use crate::records::administration::contracts::ContractSubject;
use crate::server::store::{StoreError, rows};
use rusqlite::Connection;

/// No more are offered.
const MOST: usize = 500;

/// A client's active items, by name.
///
/// # Errors
/// The database's.
pub fn items(connection: &Connection, company: CompanyId) -> Result<Vec<ContractSubject>, StoreError> {
    let items = of(connection, &CONFIGURATION_ITEM, company)?;
    let active = items.iter().filter(|row| row.boolean("isActive") != Some(false));
    Ok(subjects(active, item_name))
}

/// A client's active people, by name.
///
/// # Errors
/// The database's.
pub fn customers(connection: &Connection, company: CompanyId) -> Result<Vec<ContractSubject>, StoreError> {
    let contacts = of(connection, &CONTACT, company)?;
    let active = contacts.iter().filter(|row| row.integer("isActive") == Some(1));
    Ok(subjects(active, contact_name))
}

fn of(connection: &Connection, entity: &'static Entity, company: CompanyId) -> Result<Vec<Row>, StoreError> {
    rows::find(connection, &Filter::eq(entity, "companyID", company.0)?)
}

fn subjects<'a>(rows: impl Iterator<Item = &'a Row>, name: fn(&Row) -> String) -> Vec<ContractSubject> {
    let subject = |row| ContractSubject {
        id: Row::id(row),
        name: name(row),
    };
    let mut subjects: Vec<_> = rows.map(subject).collect();
    subjects.sort_by_cached_key(|subject| (subject.name.to_lowercase(), subject.id));
    subjects.truncate(MOST);
    subjects
}

/// What a configuration item is called: by its title, else by its reference or serial number.
#[must_use]
pub fn item_name(row: &Row) -> String {
    let names = ["referenceTitle", "referenceNumber", "serialNumber"].into_iter();
    let mut named = names
        .map(|name| row.text(name).unwrap_or_default())
        .filter(|name| !name.is_empty());
    named.next().map_or_else(|| format!("#{}", row.id()), str::to_owned)
}

/// What a contact is called.
#[must_use]
pub fn contact_name(row: &Row) -> String {
    let text = |name: &str| row.text(name).unwrap_or_default();
    format!("{} {}", text("firstName"), text("lastName")).trim().to_owned()
}
