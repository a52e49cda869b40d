//! What is done to a client's people: made, edited, given and taken levels, activated and deactivated (CP-25, CP-26,
//! CPX-02, D-49).

use super::{PortalLogin, custom_levels, insert, levels, listing, managing, passwords};
use crate::base::ids::{CompanyId, ContactId, ResourceId};
use crate::domain::{Actor, Person, Refusal, SecurityLevel, one_line};
use crate::entities::{CONTACT, RESOURCE, Row, Value};
use crate::records::administration::people::{ContactSwitch, LevelChange, NewContact, PersonFields};
use crate::records::administration::seeing::Seeing;
use crate::server::operations::administration::{Asker, Done, seen};
use crate::server::operations::{OperationError, leaving, sessions};
use crate::server::store::seed::OWN_COMPANY;
use crate::server::store::{StoreError, Writing, rows};
use rusqlite::Connection;
use rust_decimal::Decimal;
use serde_json::{Value as Json, json};

/// Makes a contact, with a portal login where one is given; `hash` is that of its password.
///
/// # Errors
/// As [`managing::company`], [`custom_levels::require_assignable`], [`levels::change`]; `fee_changed`; names, user name
/// or password that aren't taken.
pub fn create(
    writing: &Writing<'_>,
    asker: &Asker,
    company: CompanyId,
    new: &NewContact,
    hash: Option<&str>,
) -> Result<Done, OperationError> {
    managing::company(writing, &asker.actor, company)?;
    let mut row = Row::new(&CONTACT);
    row.set("companyID", company.0);
    put_fields(&mut row, &new.fields)?;
    row.set("isActive", 1_i64);
    row.set("isPortalActive", false);
    row.set("createDate", writing.at());
    let contact = ContactId(writing.insert(&mut row)?);
    if let Some(login) = &new.login {
        custom_levels::require_assignable(writing, &asker.actor, company, login.level)?;
        require_seen_fee(writing, &row, login.level, login.seen_fee.as_deref())?;
        if let Some(password) = &login.password {
            passwords::require_good(password, &login.user_name)?;
            // It was hashed before the write, unless that was refused.
            hash.ok_or(StoreError::Broken)?;
        }
        let login = PortalLogin {
            user_name: &login.user_name,
            level: login.level,
            hash,
            must_change: hash.is_some(),
        };
        insert::add_login(writing, contact, &login, &asker.actor.person.to_string())?;
    }
    done(writing, contact, Json::Null)
}

/// Edits a contact's name and addresses.
///
/// # Errors
/// As [`managing::contact`]; `stale`; names and addresses that aren't taken.
pub fn edit(
    writing: &Writing<'_>,
    asker: &Asker,
    contact: ContactId,
    fields: &Seeing<PersonFields>,
) -> Result<Done, OperationError> {
    let before = managing::contact(writing, &asker.actor, contact)?;
    let line = listing::line(writing, contact)?;
    seen::check(fields, &line.fields)?;
    let mut row = before.clone();
    put_fields(&mut row, &fields.value)?;
    if row != before {
        writing.update(&before, &row)?;
    }
    done(writing, contact, json!(line))
}

/// Gives a contact a level, or takes it away with the portal. Whoever can't work tickets any more is nobody's assignee
/// (D-49). `hash` is that of the password of a login that is made with it.
///
/// # Errors
/// As [`managing::login_of`], [`custom_levels::require_assignable`], [`levels::change`]; `person_not_active`,
/// `fee_changed`; user name or password that aren't taken.
pub fn change_level(
    writing: &Writing<'_>,
    asker: &Asker,
    contact: ContactId,
    change: &LevelChange,
    hash: Option<&str>,
) -> Result<Done, OperationError> {
    let before = managing::login_of(writing, &asker.actor, contact)?;
    let line = listing::line(writing, contact)?;
    let by = asker.actor.person.to_string();
    if let Some(level) = change.level {
        custom_levels::require_assignable(writing, &asker.actor, managing::company_of(&before), level)?;
        if !is_active(&before) {
            return Err(Refusal::PersonNotActive.into());
        }
        if !managing::works_tickets(writing, &before)? {
            require_seen_fee(writing, &before, level, change.seen_fee.as_deref())?;
        }
    }
    match change.level {
        Some(level) if line.user_name.is_empty() => {
            let user_name = change.user_name.as_deref();
            let user_name = user_name.ok_or(Refusal::Required { field: "userName" })?;
            if let Some(password) = &change.password {
                passwords::require_good(password, user_name)?;
            }
            let login = PortalLogin {
                user_name,
                level,
                hash,
                must_change: hash.is_some(),
            };
            insert::add_login(writing, contact, &login, &by)?;
        }
        level => levels::change(writing, contact, level, &by)?,
    }
    let after = rows::get(writing, &CONTACT, contact.0)?.ok_or(OperationError::NotFound)?;
    if managing::works_tickets(writing, &before)? && !managing::works_tickets(writing, &after)? {
        leaving::release(writing, &asker.actor, Person::Contact(contact))?;
    }
    done(writing, contact, json!(line))
}

/// Activates or deactivates a contact. A deactivated one keeps the level, which rests.
///
/// # Errors
/// As [`managing::login_of`] and [`switched`]; `fee_changed` where a Taskfire level counts again.
pub fn switch(
    writing: &Writing<'_>,
    asker: &Asker,
    contact: ContactId,
    wanted: &ContactSwitch,
) -> Result<Done, OperationError> {
    let before = managing::login_of(writing, &asker.actor, contact)?;
    let line = listing::line(writing, contact)?;
    let mut row = before.clone();
    row.set("isActive", i64::from(wanted.is_active));
    if row != before {
        if let Some(level) = levels::of(&row).filter(|_| wanted.is_active) {
            require_seen_fee(writing, &row, level, wanted.seen_fee.as_deref())?;
        }
        writing.update(&before, &row)?;
        switched(writing, &asker.actor, &before, &row)?;
    }
    done(writing, contact, json!(line))
}

/// What follows where a person's row, which was written, was activated or deactivated: sessions end, tickets lose their
/// assignee (D-49), a contact's level rests or counts again.
///
/// # Errors
/// `level_by_provider_only` where a Taskfire level would count again by somebody else; `taskfire_not_enabled`.
pub fn switched(writing: &Writing<'_>, actor: &Actor, before: &Row, row: &Row) -> Result<(), OperationError> {
    let Some(person) = person(row).filter(|_| is_active(before) != is_active(row)) else {
        return Ok(());
    };
    let by = actor.person.to_string();
    let level = match person {
        Person::Contact(contact) => levels::of(row).map(|level| (contact, level)),
        Person::Resource(_) => None,
    };
    if is_active(row) {
        let Some((contact, level)) = level else { return Ok(()) };
        levels::require_usable(writing, row, level)?;
        if managing::works_tickets(writing, row)? && !managing::gives_any_level(actor) {
            return Err(Refusal::LevelByProviderOnly.into());
        }
        return levels::remember(writing, contact, None, Some(level), &by);
    }
    sessions::end_all(writing, person, None)?;
    leaving::release(writing, actor, person)?;
    match level {
        Some((contact, level)) => levels::remember(writing, contact, Some(level), None, &by),
        None => Ok(()),
    }
}

/// What follows where a contact's row is about to be removed: a level that counted ends on this day (TF-37).
///
/// # Errors
/// The database's.
pub fn leaves(writing: &Writing<'_>, actor: &Actor, row: &Row) -> Result<(), OperationError> {
    match levels::of(row).filter(|_| is_active(row)) {
        Some(level) => levels::remember(
            writing,
            ContactId(row.id()),
            Some(level),
            None,
            &actor.person.to_string(),
        ),
        None => Ok(()),
    }
}

/// Whose row it is, where it is a person's.
fn person(row: &Row) -> Option<Person> {
    match row.entity() {
        entity if *entity == RESOURCE => Some(Person::Resource(ResourceId(row.id()))),
        entity if *entity == CONTACT => Some(Person::Contact(ContactId(row.id()))),
        _ => None,
    }
}

/// A resource's `isActive` is a truth value, a contact's a number.
pub(super) fn is_active(row: &Row) -> bool {
    let active = row.entity().field("isActive").map(|field| row.value(field));
    matches!(active, Some(Value::Boolean(true) | Value::Integer(1)))
}

/// A person needs one of the two names; an address for mail is nothing that everybody has.
fn put_fields(row: &mut Row, fields: &PersonFields) -> Result<(), OperationError> {
    let longest = |name: &str| {
        let length = CONTACT.field(name).map(|field| field.kind.length());
        usize::try_from(length.unwrap_or_default()).unwrap_or(usize::MAX)
    };
    let first = one_line::checked("firstName", &fields.first_name, longest("firstName"))?;
    let last = one_line::checked("lastName", &fields.last_name, longest("lastName"))?;
    let email = one_line::checked("email", &fields.email, longest("emailAddress"))?;
    let phone = one_line::checked("phone", &fields.phone, longest("phone"))?;
    if first.is_empty() && last.is_empty() {
        return Err(Refusal::Required { field: "lastName" }.into());
    }
    let is_address = |email: &str| match email.rsplit_once('@') {
        Some((name, place)) => !name.is_empty() && !place.is_empty() && !email.contains(char::is_whitespace),
        None => email.is_empty(),
    };
    if !is_address(&email) {
        return Err(Refusal::NotAnAddress { field: "email" }.into());
    }
    for (name, text) in [
        ("firstName", first),
        ("lastName", last),
        ("emailAddress", email),
        ("phone", phone),
    ] {
        row.set(name, text);
    }
    Ok(())
}

/// Refuses a level from which a licence would count from now on where the fee is another one than was seen. The
/// provider's own people have it free of charge (CP-24).
fn require_seen_fee(
    connection: &Connection,
    contact: &Row,
    level: i64,
    seen: Option<&str>,
) -> Result<(), OperationError> {
    let begins = levels::meaning(connection, level)?.is_some_and(SecurityLevel::works_tickets);
    if !begins || contact.integer("companyID") == Some(OWN_COMPANY) {
        return Ok(());
    }
    let fee: Option<String> = connection.query_row("SELECT licence_fee FROM instance", [], |row| row.get(0))?;
    let amount = |text: &str| text.trim().parse::<Decimal>().ok();
    if fee.as_deref().and_then(amount) == seen.and_then(amount) {
        Ok(())
    } else {
        Err(Refusal::FeeChanged.into())
    }
}

fn done(writing: &Writing<'_>, contact: ContactId, before: Json) -> Result<Done, OperationError> {
    let row = rows::get(writing, &CONTACT, contact.0)?.ok_or(OperationError::NotFound)?;
    Ok(Done {
        company: Some(managing::company_of(&row)),
        subject: super::look_up::full_name(&row),
        before,
        after: json!(listing::line(writing, contact)?),
        answer: None,
    })
}
