//! Who somebody is, as of now.

use super::API_USER;
use crate::base::ids::{CompanyId, ContactId, ResourceId};
use crate::domain::facts::PersonFacts;
use crate::domain::{Actor, Agency, Person, SecurityLevel};
use crate::entities::{CONTACT, RESOURCE, Row};
use crate::server::store::seed::OWN_COMPANY;
use crate::server::store::{StoreError, rows};
use rusqlite::Connection;

pub fn person_of(kind: &str, number: i64) -> Person {
    match kind {
        "contact" => Person::Contact(ContactId(number)),
        _ => Person::Resource(ResourceId(number)),
    }
}

fn row_of(connection: &Connection, person: Person) -> Result<Option<Row>, StoreError> {
    match person {
        Person::Resource(resource) => rows::get(connection, &RESOURCE, resource.0),
        Person::Contact(contact) => rows::get(connection, &CONTACT, contact.0),
    }
}

/// The name that others see.
///
/// # Errors
/// The database's.
pub fn name(connection: &Connection, person: Person) -> Result<Option<String>, StoreError> {
    Ok(row_of(connection, person)?.as_ref().map(full_name))
}

pub(super) fn full_name(row: &Row) -> String {
    let part = |name: &str| row.text(name).unwrap_or_default();
    format!("{} {}", part("firstName"), part("lastName")).trim().to_owned()
}

/// What the rules need to know of a person.
///
/// # Errors
/// The database's.
pub fn facts(connection: &Connection, person: Person) -> Result<Option<PersonFacts>, StoreError> {
    Ok(row_of(connection, person)?.as_ref().map(|row| read_facts(person, row)))
}

fn read_facts(person: Person, row: &Row) -> PersonFacts {
    match person {
        Person::Resource(_) => PersonFacts {
            level: row.text("securityLevel").and_then(SecurityLevel::from_word),
            company: CompanyId(OWN_COMPANY),
            active: row.boolean("isActive") == Some(true) && row.integer("licenseType") != Some(API_USER),
        },
        Person::Contact(_) => {
            let level = row.integer("securityLevel").and_then(SecurityLevel::from_portal_number);
            PersonFacts {
                level: level.filter(|_| row.boolean("isPortalActive") == Some(true)),
                company: CompanyId(row.integer("companyID").unwrap_or_default()),
                active: row.integer("isActive") == Some(1),
            }
        }
    }
}

/// A person as an actor, as of now; none where they may not act at all: not active, no level, no portal login.
///
/// # Errors
/// The database's.
pub fn actor(connection: &Connection, person: Person, agency: Agency) -> Result<Option<Actor>, StoreError> {
    let Some(row) = row_of(connection, person)? else {
        return Ok(None);
    };
    let facts = read_facts(person, &row);
    let is_api_user = row.entity().name == RESOURCE.name && row.integer("licenseType") == Some(API_USER);
    let active = match agency {
        Agency::Automation => is_api_user && row.boolean("isActive") == Some(true),
        Agency::Human => facts.active,
    };
    Ok(facts.level.filter(|_| active).map(|level| Actor {
        person,
        name: full_name(&row),
        level,
        company: facts.company,
        agency,
    }))
}
