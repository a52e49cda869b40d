//! Portal users by Autotask's routes: one login a contact. They are administrative acts, and stand in the log as such.

use super::body::{self, Body};
use super::{Asked, Caller, WriteError, administrative, existing};
use crate::base::Secret;
use crate::base::ids::ContactId;
use crate::domain::permission::Action;
use crate::domain::{Person, Refusal};
use crate::entities::{CLIENT_PORTAL_USER, CONTACT, FieldError, Partial, Row, Surface, Value, Write};
use crate::query::Filter;
use crate::server::operations::administration::require;
use crate::server::operations::people::{self, PortalLogin, custom_levels, levels, managing};
use crate::server::operations::{OperationError, Operations, leaving, sessions};
use crate::server::store::{StoreError, Writing, rows};

/// How long a password is, in characters. Whoever has one that is shorter than people's own must change it when they
/// sign in first: each that comes by these routes.
const PASSWORD: std::ops::RangeInclusive<usize> = 5..=50;

/// The hash of the password that a body sets, where it is of a portal user and sets one that is taken.
pub async fn hash(operations: &Operations, caller: &Caller, asked: &Asked) -> Result<Option<String>, WriteError> {
    if *asked.entity != CLIENT_PORTAL_USER {
        return Ok(None);
    }
    require(&caller.actor, Action::ManagePortalUsers)?;
    let mut named = asked
        .body
        .iter()
        .filter(|(name, _)| name.eq_ignore_ascii_case("password"));
    let password = named.next_back().and_then(|(_, value)| value.as_str());
    match password.filter(|password| is_taken(password)) {
        Some(password) => Ok(operations.hash(Some(Secret::new(password))).await?),
        None => Ok(None),
    }
}

fn is_taken(password: &str) -> bool {
    let fits = |letter: char| !letter.is_control() && !letter.is_whitespace() && letter != '\'';
    PASSWORD.contains(&password.chars().count()) && password.chars().all(fits)
}

/// Creates or changes a portal user; `hash` is that of the password.
pub fn write(writing: &Writing<'_>, caller: &Caller, body: Body, hash: Option<&str>) -> Result<i64, WriteError> {
    let password = body::text(&body.values, "password");
    if password.is_empty() && body.write == Write::Create {
        return Err(FieldError::Required { field: "password" }.into());
    }
    if !password.is_empty() && hash.is_none() {
        let message = "password must have 5 to 50 printable characters, and no blanks or single quotes.";
        return Err(WriteError::about("password", message));
    }
    let body = Body {
        values: body::without(&body.values, &["password"]),
        ..body
    };
    match body.write {
        Write::Create => create(writing, caller, &body.values, hash),
        Write::Update | Write::Replace => update(writing, caller, &body, hash),
    }
}

fn create(writing: &Writing<'_>, caller: &Caller, values: &Partial, hash: Option<&str>) -> Result<i64, WriteError> {
    body::check_references(writing, caller, values)?;
    let contact = ContactId(body::integer(values, "contactID").unwrap_or_default());
    let level = body::integer(values, "securityLevel").unwrap_or_default();
    check_level(writing, caller, contact, level)?;
    if of(writing, contact)?.is_some() {
        let message = format!("The contact [{contact}] has a portal user already.");
        return Err(WriteError::about("contactID", message));
    }
    let login = PortalLogin {
        user_name: &body::text(values, "userName"),
        level,
        hash,
        must_change: true,
    };
    people::add_login(writing, contact, &login, &caller.actor.person.to_string())?;
    let before = of(writing, contact)?.ok_or(OperationError::NotFound)?;
    let mut row = before.clone();
    values.clone().apply(&mut row, Write::Create, Surface::Autotask);
    row.set("id", before.id());
    settle(writing, caller, contact, &before, &row)?;
    administrative::log_portal_user(writing, caller, contact, None, &row)?;
    Ok(row.id())
}

fn update(writing: &Writing<'_>, caller: &Caller, body: &Body, hash: Option<&str>) -> Result<i64, WriteError> {
    let first = existing(writing, caller, &CLIENT_PORTAL_USER, None, body.target()?)?;
    let contact = ContactId(first.integer("contactID").unwrap_or_default());
    let changed = body::differing(&body.values, &first);
    if let Some(level) = body::integer(&changed, "securityLevel") {
        change_level(writing, caller, contact, level)?;
    } else {
        managing::login_of(writing, &caller.actor, contact)?;
    }
    if let Some(Value::Text(name)) = changed.get("userName") {
        rename(writing, contact, name)?;
    }
    if let Some(hash) = hash {
        let person = Person::Contact(contact);
        people::passwords::keep(writing, person, Some(hash), true)?;
        sessions::end_all(writing, person, None)?;
    }
    let before = of(writing, contact)?.ok_or(OperationError::NotFound)?;
    let mut row = before.clone();
    body::without(&changed, &["securityLevel"]).apply(&mut row, Write::Update, Surface::Autotask);
    settle(writing, caller, contact, &before, &row)?;
    if row != first || hash.is_some() {
        administrative::log_portal_user(writing, caller, contact, Some(&first), &row)?;
    }
    Ok(row.id())
}

/// The portal user of a contact.
fn of(writing: &Writing<'_>, contact: ContactId) -> Result<Option<Row>, StoreError> {
    let filter = Filter::eq(&CLIENT_PORTAL_USER, "contactID", contact.0)?;
    Ok(rows::find(writing, &filter)?.into_iter().next())
}

/// Refuses a level that this caller doesn't give, or that this contact can't have.
fn check_level(writing: &Writing<'_>, caller: &Caller, contact: ContactId, level: i64) -> Result<(), WriteError> {
    let row = managing::login_of(writing, &caller.actor, contact)?;
    let company = managing::company_of(&row);
    Ok(custom_levels::require_assignable(
        writing,
        &caller.actor,
        company,
        level,
    )?)
}

fn change_level(writing: &Writing<'_>, caller: &Caller, contact: ContactId, level: i64) -> Result<(), WriteError> {
    check_level(writing, caller, contact, level)?;
    let contact_row = || rows::get(writing, &CONTACT, contact.0)?.ok_or(OperationError::NotFound);
    let before = contact_row()?;
    if before.integer("isActive") != Some(1) {
        return Err(OperationError::from(Refusal::PersonNotActive).into());
    }
    levels::change(writing, contact, Some(level), &caller.actor.person.to_string())?;
    let works = |row: &Row| managing::works_tickets(writing, row);
    if works(&before)? && !works(&contact_row()?)? {
        leaving::release(writing, &caller.actor, Person::Contact(contact))?;
    }
    Ok(())
}

fn rename(writing: &Writing<'_>, contact: ContactId, name: &str) -> Result<(), WriteError> {
    people::rename(writing, Person::Contact(contact), name)?;
    let before = rows::get(writing, &CONTACT, contact.0)?.ok_or(OperationError::NotFound)?;
    let mut row = before.clone();
    row.set("portalUserName", name);
    Ok(writing.update(&before, &row)?)
}

/// Writes the portal user, and lets the contact's row follow where the portal was switched. Whoever can't come in any
/// more is nobody's assignee (D-49).
fn settle(
    writing: &Writing<'_>,
    caller: &Caller,
    contact: ContactId,
    before: &Row,
    row: &Row,
) -> Result<(), WriteError> {
    if row != before {
        writing.update(before, row)?;
    }
    let is_on = row.boolean("isClientPortalActive") == Some(true);
    let was = rows::get(writing, &CONTACT, contact.0)?.ok_or(OperationError::NotFound)?;
    if was.boolean("isPortalActive") == Some(is_on) {
        return Ok(());
    }
    let mut now = was.clone();
    now.set("isPortalActive", is_on);
    writing.update(&was, &now)?;
    if !is_on {
        let person = Person::Contact(contact);
        sessions::end_all(writing, person, None)?;
        leaving::release(writing, &caller.actor, person)?;
    }
    Ok(())
}
