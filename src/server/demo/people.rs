//! Everything of the demo desk that is there before its first ticket.

use super::desk::{CompanyEntry, ContactEntry, Desk, InstanceEntry, ResourceEntry};
use super::keys::{Keys, unknown};
use super::{DemoError, moment, settings};
use crate::base::Timestamp;
use crate::base::ids::{CompanyId, QueueId};
use crate::domain::{Agency, Person, SecurityLevel, Side};
use crate::entities::{COMPANY, CONTACT, Entity, QUEUE, REQUEST_TYPE, RESOURCE, Row};
use crate::query::Filter;
use crate::records::administration::Administration;
use crate::records::administration::setup::{Acceptance, TaskfireSettings};
use crate::server::operations::administration::{self, Asker, LOCAL, agreement};
use crate::server::operations::people::{self, NewContact, NewPortalUser, NewResource};
use crate::server::operations::{OperationError, organisation};
use crate::server::store::audit_log::SYSTEM;
use crate::server::store::seed::OWN_COMPANY;
use crate::server::store::{StoreError, Writing, agreements, rows};
use rusqlite::Connection;
use serde_json::Value as Json;

/// How long before the demo's now the oldest of it was made, in minutes: two years.
pub(super) const FOUNDED: i64 = -2 * 365 * 24 * 60;

/// Makes companies, queues, request types and people, in this order: each needs those before it.
pub(super) fn lay(
    connection: &Connection,
    instance: &InstanceEntry,
    desk: &Desk,
    now: Timestamp,
) -> Result<Keys, DemoError> {
    let writing = Writing::new(connection, now.plus_minutes(FOUNDED));
    let mut keys = Keys::default();
    for company in &desk.company {
        let id = make_company(&writing, &keys, company).map_err(at(&company.key))?;
        keys.companies.insert(company.key.clone(), id);
    }
    lay_queues(&writing, desk, &mut keys)?;
    lay_request_types(&writing, desk, &mut keys)?;
    for resource in &desk.resource {
        let id = make_resource(&writing, resource).map_err(at(&resource.key))?;
        keys.people.insert(resource.key.clone(), id);
    }
    for contact in &desk.contact {
        let company = keys.company(&contact.company)?;
        let id = make_contact(&writing, contact, company).map_err(at(&contact.key))?;
        keys.people.insert(contact.key.clone(), id);
    }
    let works = |contact: &&ContactEntry| contact.level.is_some_and(SecurityLevel::works_tickets);
    for contact in desk.contact.iter().filter(|contact| !works(contact)) {
        give_login(&writing, &keys, contact)?;
    }
    let administrator = administrator(&writing, &keys, &instance.sign_in)?;
    settings::lay(&writing, &keys, instance, desk, &administrator)?;
    writing.settle()?;
    let mut companies: Vec<_> = (desk.company.iter())
        .filter_map(|company| Some((company, moment(now, company.taskfire_since?))))
        .collect();
    companies.sort_by_key(|(_, since)| *since);
    for (company, since) in companies {
        let writing = Writing::new(connection, since);
        enable(&writing, &keys, company, &administrator)?;
        let own = |contact: &&ContactEntry| contact.company == company.key && works(contact);
        for contact in desk.contact.iter().filter(own) {
            give_login(&writing, &keys, contact)?;
        }
        writing.settle()?;
    }
    for (key, person) in &keys.people {
        if let Some(actor) = people::actor(connection, *person, Agency::Human)? {
            keys.actors.insert(key.clone(), actor);
        }
    }
    Ok(keys)
}

/// Names the entry that an operation refused.
pub(super) fn at(key: &str) -> impl FnOnce(OperationError) -> DemoError + '_ {
    move |error| DemoError::Desk {
        key: key.to_owned(),
        error,
    }
}

fn make_company(writing: &Writing<'_>, keys: &Keys, company: &CompanyEntry) -> Result<CompanyId, OperationError> {
    let id = if company.own {
        CompanyId(OWN_COMPANY)
    } else {
        organisation::insert_company(writing, &company.name)?
    };
    let parent = company.parent.as_ref().and_then(|parent| keys.companies.get(parent));
    amend(writing, &COMPANY, id.0, |row| {
        row.set("companyName", company.name.as_str());
        row.set("companyType", company.kind.number());
        row.set("parentCompanyID", parent.map(|parent| parent.0));
        row.set("phone", company.phone.as_str());
        row.set("city", company.city.as_str());
    })?;
    Ok(id)
}

/// Who sets the desk up: the person of that key.
pub(super) fn administrator(connection: &Connection, keys: &Keys, key: &str) -> Result<Asker, DemoError> {
    let actor = people::actor(connection, keys.person(key)?, Agency::Human)?;
    Ok(Asker {
        actor: actor.ok_or_else(|| unknown("administrator", key))?,
        origin: LOCAL.to_owned(),
    })
}

/// Accepts the agreement as the administrator, which switches Taskfire on, and sets the two completion settings.
fn enable(writing: &Writing<'_>, keys: &Keys, company: &CompanyEntry, asker: &Asker) -> Result<(), DemoError> {
    let id = keys.company(&company.key)?;
    let acceptance = Acceptance {
        version: agreement::newest(writing, writing.at())?,
        language: agreements::ENGLISH.to_owned(),
        terms_accepted: true,
        is_entitled: true,
    };
    let settings = TaskfireSettings {
        complete_taskfire_with_autotask: company.complete_taskfire_with_autotask,
        complete_autotask_with_taskfire: company.complete_autotask_with_taskfire,
        hide_financials: false,
    };
    for act in [
        Administration::AcceptAgreement(id, acceptance),
        Administration::WriteTaskfireSettings(id, settings.into()),
    ] {
        administration::carry_out(writing, asker, &act, None).map_err(at(&company.key))?;
    }
    Ok(())
}

fn lay_queues(writing: &Writing<'_>, desk: &Desk, keys: &mut Keys) -> Result<(), DemoError> {
    for queue in &desk.autotask_queue {
        // A new database has some of them.
        let id = match named(writing, &QUEUE, &queue.name).map_err(at(&queue.key))? {
            Some(id) => QueueId(id),
            None => organisation::insert_queue(writing, &queue.name, Side::Autotask, None).map_err(at(&queue.key))?,
        };
        keys.queues.insert(queue.key.clone(), id);
    }
    for queue in &desk.taskfire_queue {
        let company = keys.company(&queue.company)?;
        let id = organisation::insert_queue(writing, &queue.name, Side::Taskfire, Some(company));
        keys.queues.insert(queue.key.clone(), id.map_err(at(&queue.key))?);
    }
    Ok(())
}

fn lay_request_types(writing: &Writing<'_>, desk: &Desk, keys: &mut Keys) -> Result<(), DemoError> {
    use crate::base::ids::RequestTypeId;
    for request_type in &desk.request_type {
        let queue = match &request_type.autotask_queue {
            Some(queue) => Some(keys.queue(queue)?),
            None => None,
        };
        let id = match named(writing, &REQUEST_TYPE, &request_type.name).map_err(at(&request_type.key))? {
            Some(id) => RequestTypeId(id),
            None => organisation::insert_request_type(writing, &request_type.name, queue, None)
                .map_err(at(&request_type.key))?,
        };
        keys.request_types.insert(request_type.key.clone(), id);
    }
    Ok(())
}

fn make_resource(writing: &Writing<'_>, resource: &ResourceEntry) -> Result<Person, OperationError> {
    let new = NewResource {
        user_name: resource.key.clone(),
        first_name: resource.first.clone(),
        last_name: resource.last.clone(),
        email: resource.email.clone(),
        level: resource.level,
        password: None,
    };
    let id = people::insert_resource(writing, &new, None, people::PROFESSIONAL)?;
    amend(writing, &RESOURCE, id.0, |row| {
        row.set("title", resource.title.as_str());
        row.set("officePhone", resource.phone.as_str());
    })?;
    let person = Person::Resource(id);
    people::logged::local(writing, SYSTEM, "create_resource", person, Json::Null)?;
    Ok(person)
}

fn make_contact(writing: &Writing<'_>, contact: &ContactEntry, company: CompanyId) -> Result<Person, OperationError> {
    let new = NewContact {
        company,
        first_name: contact.first.clone(),
        last_name: contact.last.clone(),
        email: contact.email.clone(),
        phone: Some(contact.phone.clone()),
        portal: None,
    };
    let id = people::insert_contact(writing, &new)?;
    amend(writing, &CONTACT, id.0, |row| row.set("title", contact.title.as_str()))?;
    Ok(Person::Contact(id))
}

/// Gives a contact who has a level the portal login that goes with it.
fn give_login(writing: &Writing<'_>, keys: &Keys, contact: &ContactEntry) -> Result<(), DemoError> {
    let Some(level) = contact.level else {
        return Ok(());
    };
    let login = NewPortalUser {
        user_name: contact.key.clone(),
        level,
        password: None,
    };
    let id = keys.contact(&contact.key)?;
    let given = people::insert_portal_user(writing, id, &login, None);
    let logged =
        given.and_then(|()| people::logged::local(writing, SYSTEM, "create_contact", Person::Contact(id), Json::Null));
    logged.map_err(at(&contact.key))
}

/// The row of that name that no client owns.
fn named(writing: &Writing<'_>, entity: &'static Entity, name: &str) -> Result<Option<i64>, OperationError> {
    let own = Filter::eq(entity, "companyID", crate::entities::Value::Null)?;
    let found = rows::find(writing, &Filter::eq(entity, "name", name)?.and(own))?;
    Ok(found.first().map(Row::id))
}

/// Sets what the operations leave open.
fn amend(
    writing: &Writing<'_>,
    entity: &'static Entity,
    id: i64,
    change: impl FnOnce(&mut Row),
) -> Result<(), OperationError> {
    let before = rows::get(writing, entity, id)?.ok_or(OperationError::NotFound)?;
    let mut row = before.clone();
    change(&mut row);
    writing.update(&before, &row).map_err(StoreError::into)
}
