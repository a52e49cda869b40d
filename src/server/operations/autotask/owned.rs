//! What a row names must belong to the same company as the row itself.

use super::WriteError;
use crate::entities::{COMPANY, COMPANY_LOCATION, CONFIGURATION_ITEM, CONTACT, CONTRACT, Entity, Row, TICKET, Value};
use crate::server::store::{StoreError, Writing, rows};
use rusqlite::Connection;

/// A field of an entity, and what it names.
type Owned = (&'static Entity, &'static str, &'static Entity);

const OWNED: [Owned; 11] = [
    (&TICKET, "contactID", &CONTACT),
    (&TICKET, "createdByContactID", &CONTACT),
    (&TICKET, "companyLocationID", &COMPANY_LOCATION),
    (&TICKET, "configurationItemID", &CONFIGURATION_ITEM),
    (&CONTACT, "companyLocationID", &COMPANY_LOCATION),
    (&COMPANY, "billToCompanyLocationID", &COMPANY_LOCATION),
    (&CONFIGURATION_ITEM, "contactID", &CONTACT),
    (&CONFIGURATION_ITEM, "parentConfigurationItemID", &CONFIGURATION_ITEM),
    (&CONFIGURATION_ITEM, "contractID", &CONTRACT),
    (&CONFIGURATION_ITEM, "companyLocationID", &COMPANY_LOCATION),
    (&CONTRACT, "contactID", &CONTACT),
];

/// Refuses what another company's row names. `before` is the row as it was: what stays as it is was taken once.
pub fn check(writing: &Writing<'_>, before: Option<&Row>, row: &Row) -> Result<(), WriteError> {
    let company = company_of(row);
    let moved = before.is_some_and(|before| company_of(before) != company);
    for (_, field, target) in OWNED.iter().filter(|(entity, ..)| *entity == row.entity()) {
        let is_kept = before.is_some_and(|before| !moved && before.get(field) == row.get(field));
        let Some(id) = row.integer(field).filter(|_| !is_kept) else {
            continue;
        };
        let named = rows::get(writing, target, id)?;
        if named.and_then(|named| named.integer("companyID")) != company {
            let message = format!(
                "{field} [{id}] is not associated to companyID [{}].",
                company.unwrap_or_default()
            );
            return Err(WriteError::about(field, message));
        }
    }
    Ok(())
}

fn company_of(row: &Row) -> Option<i64> {
    if *row.entity() == COMPANY {
        return Some(row.id()).filter(|_| !row.get("id").is_null());
    }
    let field = row.entity().field("companyID")?;
    match row.value(field) {
        Value::Integer(company) => Some(*company),
        _ => None,
    }
}

/// Refuses a contract that is neither the company's nor one of a company's above it.
pub fn check_contract(connection: &Connection, company: Option<i64>, contract: Option<i64>) -> Result<(), WriteError> {
    let Some(id) = contract else { return Ok(()) };
    let owner = rows::get(connection, &CONTRACT, id)?.and_then(|row| row.integer("companyID"));
    let mut above = company;
    // A company stands below a handful of others; a circle of them ends here.
    for _ in 0..HIGHEST {
        if above.is_some() && above == owner {
            return Ok(());
        }
        above = match above {
            Some(id) => parent(connection, id)?,
            None => break,
        };
    }
    let company = company.unwrap_or_default();
    let message = format!("contractID [{id}] is not associated to companyID [{company}] or its parent.");
    Err(WriteError::about("contractID", message))
}

/// More companies than any stands below.
const HIGHEST: usize = 32;

fn parent(connection: &Connection, company: i64) -> Result<Option<i64>, StoreError> {
    let row = rows::get(connection, &COMPANY, company)?;
    Ok(row.and_then(|row| row.integer("parentCompanyID")))
}
