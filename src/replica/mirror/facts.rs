//! What the mirror knows of the facts that rules need. What it doesn't know stays unknown: the server decides then.

use super::rows::Table;
use crate::base::ids::{CompanyId, QueueId, RequestTypeId, StatusId};
use crate::domain::company::Taskfire;
use crate::domain::facts::{PersonFacts, QueueFacts, Routing};
use crate::domain::{Act, Facts, Lookup, Person, SecurityLevel, Side, Status, StatusKind, Statuses};
use crate::entities::{COMPANY, CONTACT, QUEUE, REQUEST_TYPE, RESOURCE, Row, STATUS};
use crate::replica::Result;
use rusqlite::Connection;
use std::sync::Arc;

/// The facts for one act on a ticket of this company.
pub(in crate::replica) fn for_act(connection: &Connection, act: &Act, company: CompanyId) -> Result<Facts> {
    let mut facts = of_company(connection, company)?;
    let (queue, person, contact) = match act {
        Act::Create(new) => (new.queue, new.assignee, new.contact),
        Act::Edit(edit) => (None, None, edit.contact.flatten()),
        Act::Assign { assignee } => (None, *assignee, None),
        Act::Move { queue } => (Some(*queue), None, None),
        Act::AddSecondary { resource } => (None, Some(Person::Resource(*resource)), None),
        _ => (None, None, None),
    };
    if let Act::Create(new) = act {
        facts.routing = routing(connection, company, new.request_type)?;
    }
    if let Some(queue) = queue {
        facts.queue = queue_facts(connection, queue)?;
    }
    if let Some(person) = person {
        facts.person = person_facts(connection, person)?;
    }
    if let Some(contact) = contact {
        facts.contact = person_facts(connection, Person::Contact(contact))?;
    }
    Ok(facts)
}

/// The company whose state an act depends on.
pub(in crate::replica) fn company_of(act: &Act, ticket: Option<CompanyId>) -> Option<CompanyId> {
    match act {
        Act::Create(new) => Some(new.company),
        Act::Edit(edit) => edit.company.or(ticket),
        _ => ticket,
    }
}

/// The facts that don't depend on what an act names.
pub(in crate::replica) fn of_company(connection: &Connection, company: CompanyId) -> Result<Facts> {
    let company = Table::of(&COMPANY).load(connection, company.0)?;
    Ok(Facts {
        taskfire: company
            .as_ref()
            .map_or(Lookup::Unknown, |row| Lookup::Found(taskfire(row))),
        ..Facts::unknown(statuses(connection)?)
    })
}

/// All statuses; those that every instance has where none came yet.
pub(in crate::replica) fn statuses(connection: &Connection) -> Result<Arc<Statuses>> {
    let mut rows = Table::of(&STATUS).all(connection)?;
    if rows.is_empty() {
        return Ok(Arc::new(Statuses::standard()));
    }
    rows.sort_by_key(|row| (row.integer("sortOrder"), row.id()));
    Ok(Arc::new(Statuses::new(rows.iter().filter_map(status).collect())))
}

fn status(row: &Row) -> Option<Status> {
    Some(Status {
        id: StatusId(row.id()),
        side: row.text("side").and_then(Side::from_word)?,
        label: row.text("label").unwrap_or_default().to_owned(),
        kind: row.text("kind").and_then(StatusKind::from_word)?,
        is_default: row.boolean("isDefault").unwrap_or_default(),
    })
}

/// A company's Taskfire state.
pub(in crate::replica) fn taskfire(company: &Row) -> Taskfire {
    let is = |name: &str| company.boolean(name).unwrap_or_default();
    Taskfire {
        enabled: is("isTaskFireActive"),
        enabled_since: company.time("taskfireEnabledSince"),
        complete_taskfire_with_autotask: is("isTaskfireCompletedWithAutotask"),
        complete_autotask_with_taskfire: is("isAutotaskCompletedWithTaskfire"),
    }
}

/// Where a new ticket starts. A client's own settings for request types are not here: its first queue is the likeliest.
fn routing(
    connection: &Connection,
    company: CompanyId,
    request_type: Option<RequestTypeId>,
) -> Result<Lookup<Routing>> {
    let request_type = match request_type {
        Some(request_type) => Table::of(&REQUEST_TYPE).load(connection, request_type.0)?,
        None => None,
    };
    let providers = request_type.filter(|row| row.integer("companyID").is_none());
    let by_type = providers.and_then(|row| row.integer("queueID"));
    let (default, first): (Option<i64>, Option<i64>) = connection
        .prepare_cached(
            "SELECT min(id) FILTER (WHERE side = 'autotask' AND is_default = 1),
               min(id) FILTER (WHERE side = 'taskfire' AND company_id = ?1)
             FROM queue WHERE is_active IS NOT 0",
        )?
        .query_row([company.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let routing = by_type.or(default).map(|autotask_queue| Routing {
        autotask_queue: QueueId(autotask_queue),
        taskfire_queue: first.map(QueueId),
        taskfire_assignee: None,
    });
    Ok(routing.map_or(Lookup::Unknown, Lookup::Found))
}

fn queue_facts(connection: &Connection, queue: QueueId) -> Result<Lookup<QueueFacts>> {
    let known = |row: &Row| {
        let side = row.text("side").and_then(Side::from_word)?;
        let company = row.integer("companyID").map(CompanyId);
        Some(QueueFacts { side, company })
    };
    let row = Table::of(&QUEUE).load(connection, queue.0)?;
    Ok(row.as_ref().and_then(known).map_or(Lookup::Unknown, Lookup::Found))
}

fn person_facts(connection: &Connection, person: Person) -> Result<Lookup<PersonFacts>> {
    let row = match person {
        Person::Resource(id) => Table::of(&RESOURCE).load(connection, id.0)?,
        Person::Contact(id) => Table::of(&CONTACT).load(connection, id.0)?,
    };
    let facts = row.as_ref().and_then(|row| match person {
        Person::Resource(_) => resource_facts(row),
        Person::Contact(_) => Some(contact_facts(row)),
    });
    Ok(facts.map_or(Lookup::Unknown, Lookup::Found))
}

/// A reader who may know names only can't say whether somebody can be given work.
fn resource_facts(row: &Row) -> Option<PersonFacts> {
    Some(PersonFacts {
        level: Some(row.text("securityLevel").and_then(SecurityLevel::from_word)?),
        company: CompanyId(0),
        active: row.boolean("isActive")?,
    })
}

fn contact_facts(row: &Row) -> PersonFacts {
    PersonFacts {
        level: level(row),
        company: CompanyId(row.integer("companyID").unwrap_or_default()),
        active: row.integer("isActive") == Some(1),
    }
}

/// The level of a contact who can sign in.
pub(in crate::replica) fn level(contact: &Row) -> Option<SecurityLevel> {
    let level = contact
        .integer("securityLevel")
        .and_then(SecurityLevel::from_portal_number);
    level.filter(|_| contact.boolean("isPortalActive") != Some(false))
}
