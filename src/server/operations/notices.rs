//! Turns the recipients of 2.5 into people and writes one notification for each.

use super::{OperationError, service_desk};
use crate::base::ids::{CompanyId, ContactId, ResourceId};
use crate::domain::notice::{Notice, NoticeEvent, Recipient};
use crate::domain::{Actor, Person, SecurityLevel, Side, Ticket};
use crate::entities::{NOTIFICATION, Row};
use crate::server::store::Writing;
use crate::server::visible::kind_word;
use rusqlite::Connection;
use serde_json::json;

/// How much of a reason or a note a notification repeats, in characters.
const EXCERPT: usize = 240;
/// `licenseType` of API users, who read no notifications.
const API_USER: i64 = 7;

/// Writes what the notices of an act say, to everybody but the actor; answers how many were written.
///
/// # Errors
/// The database's.
pub fn write(writing: &Writing<'_>, actor: &Actor, ticket: &Ticket, notices: &[Notice]) -> Result<u64, OperationError> {
    let mut written = 0;
    for notice in notices {
        let parameters = parameters(ticket, notice, &actor.name, actor.side());
        for person in people(writing, ticket, notice)? {
            if person != actor.person {
                writing.insert(&mut row(writing, ticket, notice, person, &parameters))?;
                written += 1;
            }
        }
    }
    Ok(written)
}

/// Writes what happened to a ticket without anybody's act, as days pass.
///
/// # Errors
/// The database's.
pub fn write_by_itself(writing: &Writing<'_>, ticket: &Ticket, notice: &Notice) -> Result<(), OperationError> {
    let parameters = parameters(ticket, notice, "", Side::Autotask);
    for person in people(writing, ticket, notice)? {
        writing.insert(&mut row(writing, ticket, notice, person, &parameters))?;
    }
    Ok(())
}

/// Tells people something about a client, of no ticket.
///
/// # Errors
/// The database's.
pub fn tell(writing: &Writing<'_>, told: &OfCompany<'_>, people: &[Person]) -> Result<(), OperationError> {
    for person in people {
        let mut row = Row::new(&NOTIFICATION);
        row.set("event", told.event.word());
        row.set("companyID", told.company.0);
        row.set("personKind", kind_word(*person));
        row.set("personID", person.number());
        row.set("createDateTime", writing.at());
        row.set(
            "parameters",
            json!({"actor": told.actor, "text": told.text}).to_string(),
        );
        writing.insert(&mut row)?;
    }
    Ok(())
}

/// What is told about a client.
pub struct OfCompany<'a> {
    /// What happened.
    pub event: NoticeEvent,
    /// The client.
    pub company: CompanyId,
    /// Who did it; empty where nobody did.
    pub actor: &'a str,
    /// What its sentence names.
    pub text: String,
}

fn parameters(ticket: &Ticket, notice: &Notice, actor: &str, side: Side) -> String {
    let text: String = notice.text.chars().take(EXCERPT).collect();
    let parameters = json!({
        "ticketNumber": ticket.number,
        "title": ticket.title,
        "actor": actor,
        "actorSide": side.word(),
        "text": text,
    });
    parameters.to_string()
}

fn row(writing: &Writing<'_>, ticket: &Ticket, notice: &Notice, person: Person, parameters: &str) -> Row {
    let mut row = Row::new(&NOTIFICATION);
    row.set("event", notice.event.word());
    row.set("ticketID", ticket.id.0);
    row.set("companyID", ticket.company.0);
    row.set("personKind", kind_word(person));
    row.set("personID", person.number());
    row.set("createDateTime", writing.at());
    row.set("parameters", parameters);
    row
}

/// The people whom a notice reaches, each once.
fn people(connection: &Connection, ticket: &Ticket, notice: &Notice) -> Result<Vec<Person>, OperationError> {
    let mut people: Vec<Person> = Vec::new();
    for recipient in &notice.to {
        let reached = match recipient {
            Recipient::Person(person) => vec![*person],
            Recipient::Contact => ticket.contact.map(Person::Contact).into_iter().collect(),
            Recipient::AssigneeOrQueue(side, _) => match ticket.side(*side).and_then(|state| state.assignee) {
                Some(assignee) => vec![assignee],
                None => workers(connection, ticket, *side)?,
            },
            Recipient::ProviderAdministrators => administrators(connection)?,
            Recipient::TaskfireAdministrators => {
                contacts(connection, ticket.company, &[SecurityLevel::TaskfireAdministrator])?
            }
        };
        people.extend(reached);
    }
    let mut once = Vec::with_capacity(people.len());
    for person in people {
        if !once.contains(&person) {
            once.push(person);
        }
    }
    Ok(once)
}

/// Those who work a side's queue: who is said to work the provider's, where anybody is, else everybody who works tickets
/// there.
fn workers(connection: &Connection, ticket: &Ticket, side: Side) -> Result<Vec<Person>, OperationError> {
    match side {
        Side::Autotask => {
            let queue = ticket.side(side).and_then(|state| state.queue);
            let named = queue
                .map(|queue| service_desk::workers(connection, queue))
                .transpose()?;
            let named = named.unwrap_or_default();
            let mut statement = connection.prepare_cached(
                "SELECT id FROM resource WHERE is_active AND security_level IS NOT NULL AND license_type IS NOT ?1",
            )?;
            let ids = statement.query_map([API_USER], |row| row.get(0))?;
            let ids: Vec<i64> = ids.collect::<Result<_, _>>()?;
            let works = |id: &i64| named.contains(&ResourceId(*id));
            let everybody = !ids.iter().any(works);
            let told = ids.into_iter().filter(|id| everybody || works(id));
            Ok(told.map(|id| Person::of(Side::Autotask, id)).collect())
        }
        Side::Taskfire => {
            let levels = [SecurityLevel::TaskfireAdministrator, SecurityLevel::TaskfireResource];
            contacts(connection, ticket.company, &levels)
        }
    }
}

/// The provider's active administrators.
///
/// # Errors
/// The database's.
pub fn administrators(connection: &Connection) -> Result<Vec<Person>, OperationError> {
    let mut statement = connection
        .prepare_cached("SELECT id FROM resource WHERE is_active AND security_level = ?1 AND license_type IS NOT ?2")?;
    let ids = statement.query_map((SecurityLevel::ProviderAdmin.word(), API_USER), |row| row.get(0))?;
    ids.map(|id| Ok(Person::of(Side::Autotask, id?))).collect()
}

/// A company's active contacts of these levels.
fn contacts(
    connection: &Connection,
    company: CompanyId,
    levels: &[SecurityLevel],
) -> Result<Vec<Person>, OperationError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, security_level FROM contact WHERE company_id = ?1 AND is_active AND is_portal_active",
    )?;
    let rows = statement.query_map([company.0], |row| Ok((row.get(0)?, row.get::<_, Option<i64>>(1)?)))?;
    let mut people = Vec::new();
    for row in rows {
        let (id, level) = row?;
        if level
            .and_then(SecurityLevel::from_portal_number)
            .is_some_and(|level| levels.contains(&level))
        {
            people.push(Person::Contact(ContactId(id)));
        }
    }
    Ok(people)
}
