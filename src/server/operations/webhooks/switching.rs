//! A webhook that says nothing more, and says so; and one that goes on where it stopped.

use super::events::{encoded, person_id};
use super::failing;
use super::listeners::FAMILIES;
use crate::domain::Actor;
use crate::domain::notice::NoticeEvent;
use crate::entities::{Entity, Row};
use crate::server::operations::OperationError;
use crate::server::operations::administration::{Done, audit};
use crate::server::store::webhook_queue::{self, Event, OF_ITSELF};
use crate::server::store::{Writing, audit_log};
use crate::wire::autotask::callout::{Action, Callout};
use serde_json::{Map, json};

/// Tells the receiver that nothing more comes. Said before the webhook's row goes.
///
/// # Errors
/// The database's.
pub fn take_leave(writing: &Writing<'_>, webhook: &Row) -> Result<(), OperationError> {
    let event = Event {
        entity: webhook.entity(),
        webhook: webhook.id(),
        ticket: OF_ITSELF,
        address: webhook.text("deactivationUrl"),
        at: writing.at(),
    };
    webhook_queue::push(writing, &event, |sequence_number| {
        encoded(&Callout {
            action: Action::Deactivated,
            guid: webhook.text("webhookGUID").unwrap_or_default(),
            entity_type: watched(webhook.entity()),
            id: webhook.id(),
            fields: Map::new(),
            event_time: writing.at(),
            sequence_number,
            person_id: person_id(writing.author()),
        })
    })?;
    Ok(webhook_queue::signal(writing)?)
}

/// What the webhooks of this entity are about.
fn watched(webhooks: &Entity) -> &'static str {
    let family = FAMILIES.iter().find(|family| family.webhooks == webhooks);
    family.map_or("", |family| family.watched.name)
}

/// Does what follows where a webhook was switched on or off.
///
/// # Errors
/// The database's.
pub fn switched(writing: &Writing<'_>, before: &Row, after: &Row) -> Result<(), OperationError> {
    let is_on = |row: &Row| row.boolean("isActive") == Some(true);
    match (is_on(before), is_on(after)) {
        (true, false) => take_leave(writing, after),
        (false, true) => Ok(webhook_queue::resume(
            writing,
            after.entity(),
            after.id(),
            writing.at(),
        )?),
        _ => Ok(()),
    }
}

/// Switches a webhook off because its receiver is not there any more.
///
/// # Errors
/// The database's.
pub fn switch_off(writing: &Writing<'_>, before: &Row, owner: Option<&Actor>, why: &str) -> Result<(), OperationError> {
    let mut row = before.clone();
    row.set("isActive", false);
    writing.update(before, &row)?;
    switched(writing, before, &row)?;
    let done = Done {
        company: None,
        subject: name(&row),
        before: json!({ "entity": row.entity().name, "row": before }),
        after: json!({ "entity": row.entity().name, "row": row, "why": why }),
        answer: None,
    };
    audit::append_local(writing, audit_log::SYSTEM, "switch_off_webhook", &done)?;
    failing::tell(writing, NoticeEvent::WebhookSwitchedOff, &row, owner)
}

/// What people call a webhook.
pub fn name(webhook: &Row) -> String {
    match webhook.text("name").filter(|name| !name.is_empty()) {
        Some(name) => name.to_owned(),
        None => format!("{} {}", webhook.entity().name, webhook.id()),
    }
}
