//! Names: people, companies, queues, request types, statuses; all of them in memory for pickers and filters, or one
//! at a time.

use super::lines::name;
use super::rows::Table;
use super::{counts, facts};
use crate::base::fold::fold;
use crate::base::ids::{CompanyId, ContactId, QueueId, RequestTypeId, ResourceId};
use crate::domain::{Person, SecurityLevel, Side, Statuses};
use crate::entities::{
    COMPANY, CONTACT, Entity, QUEUE, REQUEST_TYPE, RESOURCE, Row, TICKET, USER_DEFINED_FIELD_DEFINITION,
    USER_DEFINED_FIELD_LIST_ITEM, UserDefinedFields,
};
use crate::records::directory::{Directory, KnownCompany, KnownPerson, KnownQueue, KnownRequestType};
use crate::records::views::{Candidate, CompanyCard, ContactCard};
use crate::replica::{Replica, Result, place};
use rusqlite::{Connection, OptionalExtension};
use std::sync::Arc;

impl Replica {
    /// All names that are here.
    ///
    /// # Errors
    /// When the database fails.
    pub fn directory(&self) -> Result<Directory> {
        self.read(|transaction| {
            Ok(Directory {
                resources: sorted(Table::of(&RESOURCE).all(transaction)?, resource, |known| &known.name),
                contacts: sorted(Table::of(&CONTACT).all(transaction)?, contact, |known| &known.name),
                companies: sorted(Table::of(&COMPANY).all(transaction)?, company, |known| &known.name),
                queues: sorted(Table::of(&QUEUE).all(transaction)?, queue, |known| &known.name),
                request_types: sorted(Table::of(&REQUEST_TYPE).all(transaction)?, request_type, |known| {
                    &known.name
                }),
                statuses: facts::statuses(transaction)?,
                user_defined: user_defined(transaction, &TICKET)?,
            })
        })
    }

    /// The statuses of both sides.
    ///
    /// # Errors
    /// When the database fails.
    pub fn statuses(&self) -> Result<Arc<Statuses>> {
        self.read(|transaction| facts::statuses(transaction))
    }

    /// Who can be given the own side's work on tickets of this company: oneself first, then those with the fewest
    /// open tickets.
    ///
    /// # Errors
    /// When the database fails.
    pub fn candidates(&self, company: CompanyId) -> Result<Vec<Candidate>> {
        self.read(|transaction| {
            let Some(actor) = place::actor(transaction)? else {
                return Ok(Vec::new());
            };
            let people: Vec<KnownPerson> = match actor.side() {
                Side::Autotask => Table::of(&RESOURCE)
                    .all(transaction)?
                    .iter()
                    .filter_map(resource)
                    .collect(),
                Side::Taskfire => Table::of(&CONTACT)
                    .all(transaction)?
                    .iter()
                    .filter_map(contact)
                    .collect(),
            };
            let can = |known: &KnownPerson| {
                let here = actor.side() == Side::Autotask || known.company == company;
                here && known.active && known.level.is_some_and(SecurityLevel::works_tickets)
            };
            let mut candidates = Vec::new();
            for known in people.into_iter().filter(can) {
                candidates.push(Candidate {
                    open_tickets: open_tickets(transaction, known.person)?,
                    person: known.person,
                    name: known.name,
                    level: known.level,
                });
            }
            candidates.sort_by_key(|candidate| {
                let is_other = candidate.person != actor.person;
                (is_other, candidate.open_tickets, fold(&candidate.name))
            });
            Ok(candidates)
        })
    }

    /// The card of a client's person.
    ///
    /// # Errors
    /// When the database fails.
    pub fn contact_card(&self, contact: ContactId) -> Result<Option<ContactCard>> {
        self.read(|transaction| contact_card(transaction, contact))
    }

    /// The provider's person who looks after a client (`ownerResourceID`); none where nobody is named, or unknown here.
    ///
    /// # Errors
    /// When the database fails.
    pub fn account_manager(&self, company: CompanyId) -> Result<Option<String>> {
        self.read(|transaction| {
            let company = Table::of(&COMPANY).load(transaction, company.0)?;
            let Some(resource) = company.and_then(|company| company.integer("ownerResourceID")) else {
                return Ok(None);
            };
            let row = Table::of(&RESOURCE).load(transaction, resource)?;
            Ok(row.and_then(|row| name(text(&row, "firstName"), text(&row, "lastName"))))
        })
    }

    /// The card of an organisation.
    ///
    /// # Errors
    /// When the database fails.
    pub fn company_card(&self, company: CompanyId) -> Result<CompanyCard> {
        self.read(|transaction| company_card(transaction, company))
    }
}

/// The user-defined fields of an entity.
pub(super) fn user_defined(connection: &Connection, entity: &Entity) -> Result<UserDefinedFields> {
    let definitions = Table::of(&USER_DEFINED_FIELD_DEFINITION).all(connection)?;
    let items = Table::of(&USER_DEFINED_FIELD_LIST_ITEM).all(connection)?;
    Ok(UserDefinedFields::of(entity, &definitions, &items))
}

fn sorted<T>(rows: Vec<Row>, read: impl Fn(&Row) -> Option<T>, name: impl Fn(&T) -> &String) -> Vec<T> {
    let mut known: Vec<T> = rows.iter().filter_map(read).collect();
    known.sort_by_cached_key(|known| fold(name(known)));
    known
}

/// Open tickets assigned to somebody.
fn open_tickets(connection: &Connection, person: Person) -> Result<u64> {
    let kind = format!("{}_assignee", person.side().word());
    counts::open(connection, &kind, person.number())
}

fn text(row: &Row, name: &str) -> Option<String> {
    row.text(name).filter(|text| !text.is_empty()).map(str::to_owned)
}

fn full_name(row: &Row) -> String {
    name(text(row, "firstName"), text(row, "lastName")).unwrap_or_else(|| format!("?{}", row.id()))
}

fn resource(row: &Row) -> Option<KnownPerson> {
    Some(KnownPerson {
        person: Person::Resource(ResourceId(row.id())),
        name: full_name(row),
        company: CompanyId(0),
        level: row.text("securityLevel").and_then(SecurityLevel::from_word),
        active: row.boolean("isActive").unwrap_or(true),
    })
}

fn contact(row: &Row) -> Option<KnownPerson> {
    Some(KnownPerson {
        person: Person::Contact(ContactId(row.id())),
        name: full_name(row),
        company: CompanyId(row.integer("companyID")?),
        level: facts::level(row),
        active: row.integer("isActive") == Some(1),
    })
}

fn company(row: &Row) -> Option<KnownCompany> {
    Some(KnownCompany {
        id: CompanyId(row.id()),
        name: text(row, "companyName")?,
        active: row.boolean("isActive").unwrap_or(true),
        taskfire: facts::taskfire(row),
    })
}

fn queue(row: &Row) -> Option<KnownQueue> {
    Some(KnownQueue {
        id: QueueId(row.id()),
        name: text(row, "name")?,
        side: row.text("side").and_then(Side::from_word)?,
        company: row.integer("companyID").map(CompanyId),
        active: row.boolean("isActive").unwrap_or(true),
    })
}

fn request_type(row: &Row) -> Option<KnownRequestType> {
    Some(KnownRequestType {
        id: RequestTypeId(row.id()),
        name: text(row, "name")?,
        company: row.integer("companyID").map(CompanyId),
        active: row.boolean("isActive").unwrap_or(true),
    })
}

/// A contact's card.
pub(super) fn contact_card(connection: &Connection, contact: ContactId) -> Result<Option<ContactCard>> {
    let Some(row) = Table::of(&CONTACT).load(connection, contact.0)? else {
        return Ok(None);
    };
    Ok(Some(ContactCard {
        id: contact,
        name: full_name(&row),
        title: text(&row, "title"),
        phone: text(&row, "phone"),
        mobile: text(&row, "mobilePhone"),
        email: text(&row, "emailAddress"),
        level: facts::level(&row),
        open_tickets: counts::open(connection, "contact", contact.0)?,
    }))
}

/// A company's card; of one that is not here its number only.
pub(super) fn company_card(connection: &Connection, company: CompanyId) -> Result<CompanyCard> {
    let row = Table::of(&COMPANY)
        .load(connection, company.0)?
        .unwrap_or(Row::new(&COMPANY));
    let parent = match row.integer("parentCompanyID") {
        Some(parent) => Some(company_name(connection, parent)?),
        None => None,
    };
    Ok(CompanyCard {
        id: company,
        name: text(&row, "companyName").unwrap_or_else(|| format!("?{company}")),
        phone: text(&row, "phone"),
        city: text(&row, "city"),
        parent,
        taskfire: facts::taskfire(&row).enabled,
        open_tickets: counts::open(connection, "company", company.0)?,
    })
}

fn one(connection: &Connection, select: &str, id: i64) -> Result<String> {
    let found: Option<Option<String>> = connection
        .prepare_cached(select)?
        .query_row([id], |row| row.get(0))
        .optional()?;
    Ok(found.flatten().unwrap_or_else(|| format!("?{id}")))
}

/// A queue's name; `?` and the number for one that is not here.
pub(in crate::replica) fn queue_name(connection: &Connection, queue: QueueId) -> Result<String> {
    one(connection, "SELECT name FROM queue WHERE id = ?1", queue.0)
}

/// A company's name; `?` and the number for one that is not here.
pub(in crate::replica) fn company_name(connection: &Connection, company: i64) -> Result<String> {
    one(connection, "SELECT company_name FROM company WHERE id = ?1", company)
}

/// A request type's name; `?` and the number for one that is not here.
pub(in crate::replica) fn request_type_name(connection: &Connection, request_type: i64) -> Result<String> {
    one(connection, "SELECT name FROM request_type WHERE id = ?1", request_type)
}

/// A person's name; `?` and the number for one who is not here.
pub(in crate::replica) fn one_line(connection: &Connection, person: Person) -> Result<String> {
    let table = match person {
        Person::Resource(_) => "resource",
        Person::Contact(_) => "contact",
    };
    let select =
        format!("SELECT trim(coalesce(first_name, '') || ' ' || coalesce(last_name, '')) FROM {table} WHERE id = ?1");
    one(connection, &select, person.number())
}
