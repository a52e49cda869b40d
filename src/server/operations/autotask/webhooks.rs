//! Webhooks by Autotask's routes: where what happens is sent, about which fields, and of whose doings nothing is said. It
//! is the administrators' matter, and stands in their log; a secret is taken in and never given out again.

use super::body::{self, Body};
use super::draft::{Draft, draft, saved};
use super::{Asked, Caller, WriteError};
use crate::base::Secret;
use crate::domain::one_line;
use crate::domain::permission::Action;
use crate::entities::{Entity, FieldError, Row, Value, WEBHOOK_ENTITIES, Write};
use crate::query::Filter;
use crate::server::operations::administration::{Done, audit, require};
use crate::server::operations::webhooks::listeners::{FAMILIES, Family};
use crate::server::operations::webhooks::{self, switching};
use crate::server::operations::{OperationError, Operations};
use crate::server::store::{StoreError, Writing, rows, webhook_queue};
use serde_json::{Value as Json, json};
use uuid::Uuid;

/// What of a webhook is an address.
const ADDRESSES: [&str; 2] = ["webhookUrl", "deactivationUrl"];
/// The longest address, in characters.
const LONGEST: usize = 500;
/// What is true or false of a webhook or a field of one, and which it is where nothing is said.
const FLAGS: [(&str, bool); 7] = [
    ("isActive", true),
    ("isReady", false),
    ("isSubscribedToCreateEvents", false),
    ("isSubscribedToUpdateEvents", false),
    ("isSubscribedToDeleteEvents", false),
    ("isSubscribedField", false),
    ("isDisplayAlwaysField", false),
];

/// Whether rows of this entity are written here.
pub fn has(entity: &'static Entity) -> bool {
    WEBHOOK_ENTITIES.contains(&entity)
}

/// Refuses addresses that webhooks may not send to; looks up where their names lead, so outside of any transaction.
pub async fn check_addresses(operations: &Operations, caller: &Caller, asked: &Asked) -> Result<(), WriteError> {
    if !FAMILIES.iter().any(|family| family.webhooks == asked.entity) {
        return Ok(());
    }
    require(&caller.actor, Action::ConfigureInstance)?;
    for name in ADDRESSES {
        let mut named = asked.body.iter().filter(|(key, _)| key.eq_ignore_ascii_case(name));
        let address = named.next_back().and_then(|(_, value)| value.as_str());
        // One that is too long is refused for that.
        let Some(address) = address.filter(|address| address.chars().count() <= LONGEST) else {
            continue;
        };
        if let Err(forbidden) = operations.destinations().check_now(address).await {
            return Err(WriteError::about(name, format!("{name} {forbidden}.")));
        }
    }
    Ok(())
}

/// Creates or changes a webhook, a field of one, or adds somebody of whom it says nothing.
pub fn write(writing: &Writing<'_>, caller: &Caller, body: Body) -> Result<i64, WriteError> {
    require(&caller.actor, Action::ConfigureInstance)?;
    let entity = body.entity();
    match FAMILIES.iter().find(|family| family.webhooks == entity) {
        Some(_) => write_webhook(writing, caller, body),
        None => write_part(writing, caller, body),
    }
}

/// Removes one, with what belongs to it.
pub fn delete(writing: &Writing<'_>, caller: &Caller, row: &Row) -> Result<(), WriteError> {
    require(&caller.actor, Action::ConfigureInstance)?;
    match FAMILIES.iter().find(|family| family.webhooks == row.entity()) {
        Some(family) => {
            if row.boolean("isActive") == Some(true) {
                switching::take_leave(writing, row)?;
            }
            for part in family.parts() {
                for part in of_webhook(writing, part, row.id())? {
                    writing.delete(&part)?;
                }
            }
            writing.delete(row)?;
            webhook_queue::signal(writing)?;
        }
        None => {
            writing.delete(row)?;
            keep_readiness(writing, row)?;
        }
    }
    Ok(log(writing, caller, Some(row), None, false)?)
}

fn write_webhook(writing: &Writing<'_>, caller: &Caller, body: Body) -> Result<i64, WriteError> {
    let secret = Some(body::text(&body.values, "secretKey")).filter(|secret| !secret.is_empty());
    if secret.is_none() && body.write == Write::Create {
        return Err(FieldError::Required { field: "secretKey" }.into());
    }
    let body = Body {
        values: body::without(&body.values, &["secretKey"]),
        ..body
    };
    let Draft { before, mut row } = draft(writing, caller, body)?;
    settle(&mut row);
    for (name, value) in [
        ("sendThresholdExceededNotification", Value::Boolean(false)),
        ("ownerResourceID", Value::Integer(caller.actor.person.number())),
        ("webhookGUID", Value::Text(Uuid::now_v7().to_string())),
    ] {
        if row.get(name).is_null() {
            row.set(name, value);
        }
    }
    check(writing, &row)?;
    let draft = Draft {
        before: before.clone(),
        row,
    };
    let row = saved(writing, draft)?;
    let secret = secret.map(Secret::new);
    match (&before, &secret) {
        (None, Some(secret)) => webhook_queue::open(writing, row.entity(), row.id(), secret)?,
        (Some(_), Some(secret)) => webhook_queue::set_secret(writing, row.entity(), row.id(), secret)?,
        _ => {}
    }
    if let Some(before) = &before {
        switching::switched(writing, before, &row)?;
    }
    log(writing, caller, before.as_ref(), Some(&row), secret.is_some())?;
    Ok(row.id())
}

fn write_part(writing: &Writing<'_>, caller: &Caller, body: Body) -> Result<i64, WriteError> {
    let Draft { before, mut row } = draft(writing, caller, body)?;
    settle(&mut row);
    check_twice(writing, before.as_ref(), &row)?;
    let draft = Draft {
        before: before.clone(),
        row,
    };
    let row = saved(writing, draft)?;
    keep_readiness(writing, &row)?;
    log(writing, caller, before.as_ref(), Some(&row), false)?;
    Ok(row.id())
}

/// What nothing was said of.
fn settle(row: &mut Row) {
    for (name, value) in FLAGS {
        if row.entity().field(name).is_some() && row.get(name).is_null() {
            row.set(name, value);
        }
    }
}

fn check(writing: &Writing<'_>, row: &Row) -> Result<(), WriteError> {
    for name in ["name", "notificationEmailAddress"] {
        let text = row.text(name).unwrap_or_default();
        if !text.is_empty() {
            one_line::checked(name, text, LONGEST).map_err(OperationError::from)?;
        }
    }
    if webhooks::owner(writing, row)?.is_none() {
        let message = "The owner must be an active resource who sees tickets: what is sent is what the owner sees.";
        return Err(WriteError::about("ownerResourceID", message));
    }
    Ok(())
}

/// What a part of a webhook names.
fn subject(part: &Row) -> &'static str {
    let names = ["fieldID", "udfFieldId", "resourceID"];
    let named = names.into_iter().find(|name| part.entity().field(name).is_some());
    named.unwrap_or("id")
}

/// A webhook names each field and each person once.
fn check_twice(writing: &Writing<'_>, before: Option<&Row>, row: &Row) -> Result<(), WriteError> {
    let name = subject(row);
    let others = of_webhook(writing, row.entity(), row.integer("webhookID").unwrap_or_default())?;
    let own = before.map(Row::id);
    let is_taken = |other: &Row| Some(other.id()) != own && other.get(name) == row.get(name);
    match others.iter().any(is_taken) {
        true => {
            let value = row.integer(name).unwrap_or_default();
            let message = format!("The webhook has the {name} [{value}] already.");
            Err(WriteError::about(name, message))
        }
        false => Ok(()),
    }
}

fn of_webhook(writing: &Writing<'_>, part: &'static Entity, webhook: i64) -> Result<Vec<Row>, StoreError> {
    rows::find(writing, &Filter::eq(part, "webhookID", webhook)?)
}

/// A webhook is ready once there is a field whose change it says.
fn keep_readiness(writing: &Writing<'_>, part: &Row) -> Result<(), WriteError> {
    let belongs = |family: &&Family| family.parts().any(|entity| entity == part.entity());
    let webhook = part.integer("webhookID").unwrap_or_default();
    let Some(family) = FAMILIES.iter().find(belongs) else {
        return Ok(());
    };
    let before = rows::get(writing, family.webhooks, webhook)?.ok_or(OperationError::NotFound)?;
    let mut is_ready = false;
    for part in family.parts().filter(|part| part.field("isSubscribedField").is_some()) {
        let rows = of_webhook(writing, part, webhook)?;
        is_ready |= rows.iter().any(|row| row.boolean("isSubscribedField") == Some(true));
    }
    let mut row = before.clone();
    row.set("isReady", is_ready);
    if row != before {
        writing.update(&before, &row)?;
    }
    Ok(())
}

/// Into the log goes that a secret was changed, never which it is.
fn log(
    writing: &Writing<'_>,
    caller: &Caller,
    before: Option<&Row>,
    after: Option<&Row>,
    has_new_secret: bool,
) -> Result<(), OperationError> {
    let row = after.or(before);
    let entity = row.map(|row| row.entity().name);
    let secret = if has_new_secret { json!("changed") } else { Json::Null };
    let is_webhook = row.is_some_and(|row| row.entity().field("name").is_some());
    let done = Done {
        company: None,
        subject: match row {
            Some(row) if is_webhook => switching::name(row),
            Some(row) => format!("{} {}", row.entity().name, row.id()),
            None => String::new(),
        },
        before: json!({ "entity": entity, "row": before, "secretKey": null }),
        after: json!({ "entity": entity, "row": after, "secretKey": secret }),
        answer: None,
    };
    audit::append(writing, &caller.asker(), "write_webhook", &done)
}
