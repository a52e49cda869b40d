//! What the rules need to know besides the ticket, from the database (`domain::facts`).

use super::people;
use crate::base::ids::{CompanyId, ContactId, QueueId, RequestTypeId, StatusId};
use crate::domain::company::Taskfire;
use crate::domain::facts::{PersonFacts, QueueFacts, Routing};
use crate::domain::{Act, Facts, Lookup, Person, Side, Status, StatusKind, Statuses, Ticket};
use crate::entities::{COMPANY, QUEUE, REQUEST_TYPE, Row};
use crate::server::store::seed::CLIENT_PORTAL_QUEUE;
use crate::server::store::{StoreError, rows};
use rusqlite::{Connection, OptionalExtension};
use std::sync::Arc;

/// The statuses of both sides, in the order in which they are offered.
///
/// # Errors
/// The database's.
pub fn statuses(connection: &Connection) -> Result<Statuses, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT id, side, label, kind, is_default FROM status ORDER BY sort_order, id")?;
    let rows = statement.query_map([], |row| {
        let (side, kind): (String, String) = (row.get(1)?, row.get(3)?);
        Ok(Status {
            id: StatusId(row.get(0)?),
            side: Side::from_word(&side).unwrap_or(Side::Autotask),
            label: row.get(2)?,
            kind: StatusKind::from_word(&kind).unwrap_or(StatusKind::Open),
            is_default: row.get::<_, Option<bool>>(4)?.unwrap_or_default(),
        })
    })?;
    Ok(Statuses::new(rows.collect::<Result<_, _>>()?))
}

/// The facts for an act on a ticket; `ticket` is none where the act creates it.
///
/// # Errors
/// The database's.
pub fn gather(connection: &Connection, act: &Act, ticket: Option<&Ticket>) -> Result<Facts, StoreError> {
    let mut facts = Facts::unknown(Arc::new(statuses(connection)?));
    let (company, request_type) = subject(act, ticket);
    facts.taskfire = match company {
        Some(company) => taskfire(connection, company)?,
        None => Lookup::Missing,
    };
    facts.routing = match company {
        Some(company) => Lookup::Found(routing(connection, company, request_type)?),
        None => Lookup::Missing,
    };
    let (queue, named, contact) = named(act);
    facts.queue = match queue {
        Some(queue) => self::queue(connection, queue)?,
        None => Lookup::Missing,
    };
    facts.person = match named {
        Some(named) => person(connection, named)?,
        None => Lookup::Missing,
    };
    facts.contact = match contact {
        Some(contact) => person(connection, Person::Contact(contact))?,
        None => Lookup::Missing,
    };
    Ok(facts)
}

/// The company and request type that the facts are about: those after the act, where it changes them.
fn subject(act: &Act, ticket: Option<&Ticket>) -> (Option<CompanyId>, Option<RequestTypeId>) {
    let company = ticket.map(|ticket| ticket.company);
    let request_type = ticket.and_then(|ticket| ticket.request_type);
    match act {
        Act::Create(new) => (Some(new.company), new.request_type),
        Act::Edit(edit) => (edit.company.or(company), edit.request_type.unwrap_or(request_type)),
        _ => (company, request_type),
    }
}

/// The queue, person and contact that an act names.
fn named(act: &Act) -> (Option<QueueId>, Option<Person>, Option<ContactId>) {
    match act {
        Act::Create(new) => (new.queue, new.assignee, new.contact),
        Act::Edit(edit) => (None, None, edit.contact.flatten()),
        Act::Assign { assignee } => (None, *assignee, None),
        Act::Move { queue } => (Some(*queue), None, None),
        Act::AddSecondary { resource } => (None, Some(Person::Resource(*resource)), None),
        _ => (None, None, None),
    }
}

fn found<T>(value: Option<T>) -> Lookup<T> {
    value.map_or(Lookup::Missing, Lookup::Found)
}

/// A company's Taskfire state.
fn taskfire(connection: &Connection, company: CompanyId) -> Result<Lookup<Taskfire>, StoreError> {
    let company = rows::get(connection, &COMPANY, company.0)?;
    Ok(found(company.as_ref().map(read_taskfire)))
}

/// The Taskfire state that a company's row describes.
#[must_use]
pub fn read_taskfire(company: &Row) -> Taskfire {
    let is = |name: &str| company.boolean(name).unwrap_or_default();
    Taskfire {
        enabled: is("isTaskFireActive"),
        enabled_since: company.time("taskfireEnabledSince"),
        complete_taskfire_with_autotask: is("isTaskfireCompletedWithAutotask"),
        complete_autotask_with_taskfire: is("isAutotaskCompletedWithTaskfire"),
    }
}

fn queue(connection: &Connection, queue: QueueId) -> Result<Lookup<QueueFacts>, StoreError> {
    let queue = rows::get(connection, &QUEUE, queue.0)?.filter(|queue| queue.boolean("isActive") != Some(false));
    Ok(found(queue.map(|queue| QueueFacts {
        side: queue.text("side").and_then(Side::from_word).unwrap_or(Side::Autotask),
        company: queue.integer("companyID").map(CompanyId),
    })))
}

fn person(connection: &Connection, person: Person) -> Result<Lookup<PersonFacts>, StoreError> {
    Ok(found(people::facts(connection, person)?))
}

/// Where a ticket of this company and request type starts on either side (CPX-05, D-07).
///
/// # Errors
/// The database's.
pub fn routing(
    connection: &Connection,
    company: CompanyId,
    request_type: Option<RequestTypeId>,
) -> Result<Routing, StoreError> {
    let row = match request_type {
        Some(request_type) => rows::get(connection, &REQUEST_TYPE, request_type.0)?,
        None => None,
    };
    // A request type that the client made says nothing about the provider's queues.
    let providers = row.filter(|row| row.integer("companyID").is_none());
    let autotask_queue = providers.and_then(|row| row.integer("queueID")).map(QueueId);
    let (queue, assignee) = setting(connection, company, request_type)?;
    let usable = |queue: Option<QueueId>, side| match queue {
        Some(queue) => is_usable(connection, queue, side, company).map(|usable| usable.then_some(queue)),
        None => Ok(None),
    };
    let taskfire_queue = match usable(queue.map(QueueId), Side::Taskfire)? {
        Some(queue) => Some(queue),
        None => first_queue(connection, company)?.map(QueueId),
    };
    let taskfire_assignee = match assignee.map(ContactId) {
        // Who has left, or lost the level, gets no work: the ticket waits in its queue.
        Some(contact) => people::facts(connection, Person::Contact(contact))?
            .filter(|known| known.is_assignable(Side::Taskfire, company))
            .map(|_| contact),
        None => None,
    };
    Ok(Routing {
        autotask_queue: usable(autotask_queue, Side::Autotask)?.unwrap_or(QueueId(CLIENT_PORTAL_QUEUE)),
        taskfire_queue,
        taskfire_assignee,
    })
}

/// Whether a queue is an active one of this side, and of no other client.
fn is_usable(connection: &Connection, id: QueueId, side: Side, company: CompanyId) -> Result<bool, StoreError> {
    let known = queue(connection, id)?;
    Ok(
        matches!(known, Lookup::Found(known) if known.side == side && known.company.is_none_or(|owner| owner == company)),
    )
}

/// The client's own settings for a request type: queue and default assignee.
fn setting(
    connection: &Connection,
    company: CompanyId,
    request_type: Option<RequestTypeId>,
) -> Result<(Option<i64>, Option<i64>), StoreError> {
    let Some(request_type) = request_type else {
        return Ok((None, None));
    };
    let mut statement = connection.prepare_cached(
        "SELECT queue_id, assignee_contact_id FROM request_type_setting WHERE company_id = ?1 AND request_type_id = ?2",
    )?;
    let setting = statement
        .query_row((company.0, request_type.0), |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(setting.unwrap_or_default())
}

/// A client's first internal queue.
///
/// # Errors
/// The database's.
pub fn first_queue(connection: &Connection, company: CompanyId) -> Result<Option<i64>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT min(id) FROM queue WHERE company_id = ?1 AND side = 'taskfire' AND coalesce(is_active, 1)",
    )?;
    Ok(statement.query_row([company.0], |row| row.get(0))?)
}
