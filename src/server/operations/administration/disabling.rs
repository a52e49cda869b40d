//! Switching a client's Taskfire off (TF-22, TF-23, D-13): what it would do, and doing it, in one write.

use super::{Asker, Done, require, visible_company};
use crate::base::fold::fold;
use crate::base::ids::{CompanyId, ContactId};
use crate::domain::company::Taskfire;
use crate::domain::notice::NoticeEvent;
use crate::domain::permission::Action;
use crate::domain::{Actor, Facts, Lookup, Person, Refusal, disabling};
use crate::entities::{CONTACT, NOTIFICATION, Partial, Row, TICKET};
use crate::records;
use crate::records::administration::setup::{Confirmation, Disabled, DisablingPreview};
use crate::server::operations::people::{levels, licences, name};
use crate::server::operations::{OperationError, Operations, facts, save, taskfire};
use crate::server::store::{StoreError, Writing, rows};
use crate::server::visible::kind_word;
use rusqlite::Connection;
use serde_json::{Value as Json, json};
use std::sync::Arc;

impl Operations {
    /// What switching a client's Taskfire off would do now.
    ///
    /// # Errors
    /// `forbidden`, `not_found`; `taskfire_not_enabled` where it is off.
    pub async fn disabling(&self, reader: Actor, company: CompanyId) -> Result<DisablingPreview, OperationError> {
        self.read(move |connection| {
            require(&reader, Action::EnableOrDisableTaskfire)?;
            require_enabled(&visible_company(connection, &reader, company)?)?;
            Ok(preview(connection, company)?)
        })
        .await
    }
}

/// Switches a client's Taskfire off inside a write.
///
/// # Errors
/// `not_found`; `taskfire_not_enabled`; `not_confirmed` where another name was typed.
pub fn disable(
    writing: &Writing<'_>,
    asker: &Asker,
    company: CompanyId,
    confirmation: &Confirmation,
) -> Result<Done, OperationError> {
    let row = visible_company(writing, &asker.actor, company)?;
    require_enabled(&row)?;
    let name = row.text("companyName").unwrap_or_default();
    // Without case and diacritics: not every keyboard has them.
    if fold(confirmation.company_name.trim()) != fold(name.trim()) {
        return Err(Refusal::NotConfirmed.into());
    }
    let done = preview(writing, company)?;
    // Who is told, and whose level ends, is asked before it ends.
    let told = told(writing, company)?;
    let holders = licences::holders(writing, company)?;
    switch_off(writing, &row)?;
    change_tickets(writing, &asker.actor, company)?;
    let (mut had, mut have) = (Vec::new(), Vec::new());
    for holder in &holders {
        had.push(level_of(writing, *holder)?);
        let standard = levels::former_standard(writing, *holder)?;
        levels::change(writing, *holder, Some(standard), &asker.actor.person.to_string())?;
        have.push(level_of(writing, *holder)?);
    }
    tell(writing, &asker.actor, &row, &told)?;
    let disabled = Disabled {
        company,
        is_taskfire_active: false,
        done,
    };
    Ok(Done {
        company: Some(company),
        subject: name.to_owned(),
        before: json!({"state": taskfire::described(&row), "levels": had}),
        after: json!({
            "state": taskfire::described(&visible_company(writing, &asker.actor, company)?),
            "levels": have,
            "done": done,
        }),
        answer: Some(json!(disabled)),
    })
}

/// What the log keeps of somebody whose Taskfire level ends.
fn level_of(connection: &Connection, contact: ContactId) -> Result<Json, OperationError> {
    let row = rows::get(connection, &CONTACT, contact.0)?.ok_or(OperationError::NotFound)?;
    let name = name(connection, Person::Contact(contact))?;
    Ok(json!({"contact": contact, "name": name, "level": levels::of(&row)}))
}

fn require_enabled(company: &Row) -> Result<(), OperationError> {
    if company.boolean("isTaskFireActive") == Some(true) {
        Ok(())
    } else {
        Err(Refusal::TaskfireNotEnabled.into())
    }
}

fn preview(connection: &Connection, company: CompanyId) -> Result<DisablingPreview, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT count(*) FILTER (WHERE holder = 'taskfire'), count(*) FILTER (WHERE holder = 'autotask')
         FROM ticket WHERE company_id = ?1 AND is_shared = 1 AND closed_date IS NULL",
    )?;
    let (returned_tickets, kept_tickets) = statement.query_row([company.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let holders = licences::holders(connection, company)?.len();
    Ok(DisablingPreview {
        returned_tickets,
        kept_tickets,
        users: u64::try_from(holders).unwrap_or(u64::MAX),
        licences: licences::users(connection, company)?,
    })
}

/// The company's row and the interval in which Taskfire was on.
fn switch_off(writing: &Writing<'_>, before: &Row) -> Result<(), OperationError> {
    let mut row = before.clone();
    row.set("isTaskFireActive", false);
    row.set("taskfireEnabledSince", crate::entities::Value::Null);
    writing.update(before, &row)?;
    writing.execute(
        "UPDATE taskfire_interval SET until = ?2 WHERE company_id = ?1 AND until IS NULL",
        (before.id(), writing.at().millis()),
    )?;
    Ok(())
}

/// Rows 25 and 25b for every open ticket of both sides.
fn change_tickets(writing: &Writing<'_>, actor: &Actor, company: CompanyId) -> Result<(), OperationError> {
    let facts = Facts {
        taskfire: Lookup::Found(Taskfire::default()),
        ..Facts::unknown(Arc::new(facts::statuses(writing)?))
    };
    for id in open_shared(writing, company)? {
        let before = rows::get(writing, &TICKET, id)?.ok_or(OperationError::NotFound)?;
        let ticket = records::ticket::read(&before, save::secondaries(writing, id)?);
        let outcome = disabling::disable(&ticket, actor, &facts, writing.at());
        let saving = save::Saving {
            actor,
            before: Some(&before),
            extra: &Partial::new(&TICKET),
            written_at: None,
        };
        save::save(writing, &saving, outcome, &facts)?;
    }
    Ok(())
}

/// The open tickets of a client in which both sides have part; only their ids, so that a big client's fit in memory.
fn open_shared(connection: &Connection, company: CompanyId) -> Result<Vec<i64>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id FROM ticket WHERE company_id = ?1 AND is_shared = 1 AND closed_date IS NULL ORDER BY id",
    )?;
    let ids = statement.query_map([company.0], |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// The client's people with a Taskfire level and the provider's administrators, as far as they can read it (N11).
fn told(connection: &Connection, company: CompanyId) -> Result<Vec<Person>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id FROM resource WHERE is_active AND security_level = 'provider_admin' AND license_type IS NOT 7",
    )?;
    let administrators = statement.query_map([], |row| row.get(0))?;
    let mut people = administrators
        .map(|id| Ok(Person::Resource(crate::base::ids::ResourceId(id?))))
        .collect::<Result<Vec<_>, StoreError>>()?;
    let mut statement = connection.prepare_cached(
        "SELECT id FROM contact WHERE security_level IN (4, 5) AND company_id = ?1 AND is_active AND is_portal_active",
    )?;
    let contacts = statement.query_map([company.0], |row| row.get(0))?;
    for contact in contacts {
        people.push(Person::Contact(ContactId(contact?)));
    }
    Ok(people)
}

fn tell(writing: &Writing<'_>, actor: &Actor, company: &Row, told: &[Person]) -> Result<(), OperationError> {
    let name = company.text("companyName").unwrap_or_default();
    let parameters = json!({"actor": actor.name, "text": name}).to_string();
    for person in told.iter().filter(|person| **person != actor.person) {
        let mut row = Row::new(&NOTIFICATION);
        row.set("event", NoticeEvent::TaskfireDisabled.word());
        row.set("companyID", company.id());
        row.set("personKind", kind_word(*person));
        row.set("personID", person.number());
        row.set("createDateTime", writing.at());
        row.set("parameters", parameters.as_str());
        writing.insert(&mut row)?;
    }
    Ok(())
}
