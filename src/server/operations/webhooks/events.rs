//! What a write did, as each webhook says it: only what its owner sees, and of that only the fields that it is about.

use super::listeners::{self, Fields, Listener};
use crate::base::ids::ResourceId;
use crate::domain::Person;
use crate::entities::{Entity, Row, Selection, Surface, TICKET, TICKET_NOTE, USER_DEFINED_FIELDS, UserDefinedFields};
use crate::server::operations::autotask::reading::hide_clients_request_types;
use crate::server::operations::{OperationError, user_defined};
use crate::server::reader::Reader;
use crate::server::store::webhook_queue::{self, Event};
use crate::server::store::{Author, StoreError, Watched, Writing, rows};
use crate::server::visible;
use crate::wire::autotask::callout::{Action, Callout};
use serde_json::{Map, Value as Json};
use std::collections::HashMap;

/// Who did what no resource did (13.1).
const SYSTEM: ResourceId = ResourceId(4);

/// A row as it was and as it is, with its ticket.
struct Change {
    entity: &'static Entity,
    id: i64,
    ticket: i64,
    before: Moment,
    after: Moment,
}

/// A row at some time; none where it was not there.
struct Moment {
    row: Option<Row>,
    ticket: Option<Row>,
}

/// Writes down what the webhooks say about this write.
///
/// # Errors
/// The database's.
pub fn write(writing: &Writing<'_>) -> Result<(), OperationError> {
    let watched = writing.take_watched();
    if watched.is_empty() {
        return Ok(());
    }
    let listeners = listeners::live(writing)?;
    let fields = user_defined::of(writing, &TICKET)?;
    let changes = changes(writing, watched)?;
    let mut is_said = false;
    for change in &changes {
        for listener in listeners.iter().filter(|listener| listener.watched == change.entity) {
            is_said |= say(writing, change, listener, &fields)?;
        }
    }
    if is_said {
        webhook_queue::signal(writing)?;
    }
    Ok(())
}

fn changes(writing: &Writing<'_>, watched: Vec<Watched>) -> Result<Vec<Change>, StoreError> {
    let mut earlier: HashMap<i64, Option<Row>> = HashMap::new();
    let mut changes = Vec::with_capacity(watched.len());
    for Watched { entity, id, before } in watched {
        let after = rows::get(writing, entity, id)?;
        let of_note = *entity == TICKET_NOTE;
        let either = after.as_ref().or(before.as_ref()).filter(|_| of_note);
        let ticket = either.and_then(|row| row.integer("ticketID")).unwrap_or(id);
        if *entity == TICKET {
            earlier.insert(id, before.clone());
        }
        let ticket_after = of_note
            .then(|| rows::get(writing, &TICKET, ticket))
            .transpose()?
            .flatten();
        let ticket_before = match earlier.get(&ticket).filter(|_| of_note) {
            Some(before) => before.clone(),
            None => ticket_after.clone(),
        };
        changes.push(Change {
            entity,
            id,
            ticket,
            before: Moment {
                row: before,
                ticket: ticket_before,
            },
            after: Moment {
                row: after,
                ticket: ticket_after,
            },
        });
    }
    Ok(changes)
}

/// Writes down what a webhook says about a change; whether it says anything.
fn say(
    writing: &Writing<'_>,
    change: &Change,
    listener: &Listener,
    defined: &UserDefinedFields,
) -> Result<bool, OperationError> {
    let before = change.before.seen_by(writing, &listener.reader)?;
    let after = change.after.seen_by(writing, &listener.reader)?;
    let action = match (&before, &after) {
        (None, Some(_)) => Action::Create,
        (Some(_), Some(_)) => Action::Update,
        (Some(_), None) => Action::Delete,
        (None, None) => return Ok(false),
    };
    if !listener.says(action) || listener.excludes(writing.author()) {
        return Ok(false);
    }
    let of = |row: &Option<Row>, fields: &Fields| match row {
        Some(row) => values(row, fields, defined),
        None => Ok(Map::new()),
    };
    let mut told = of(&after, &listener.subscribed)?;
    if action == Action::Update {
        let former = of(&before, &listener.subscribed)?;
        told.retain(|name, value| former.get(name) != Some(value));
        if told.is_empty() {
            return Ok(false);
        }
    }
    told.extend(of(after.as_ref().map_or(&before, |_| &after), &listener.always)?);
    let event = Event {
        entity: listener.row.entity(),
        webhook: listener.row.id(),
        ticket: change.ticket,
        address: None,
        at: writing.at(),
    };
    webhook_queue::push(writing, &event, |sequence_number| {
        encoded(&Callout {
            action,
            guid: listener.row.text("webhookGUID").unwrap_or_default(),
            entity_type: change.entity.name,
            id: change.id,
            fields: told,
            event_time: writing.at(),
            sequence_number,
            person_id: person_id(writing.author()),
        })
    })?;
    Ok(true)
}

/// The body's text.
///
/// # Errors
/// Never; kept as one because encoding may fail in general.
pub fn encoded(callout: &Callout<'_>) -> Result<String, StoreError> {
    serde_json::to_string(callout).map_err(unwritable)
}

fn unwritable(error: serde_json::Error) -> StoreError {
    StoreError::Corrupt(format!("a callout: {error}"))
}

/// The resource who did it; the system where that was nobody, or a client's person.
pub fn person_id(author: Option<Author>) -> i64 {
    match author.map(|author| author.person) {
        Some(Person::Resource(resource)) => resource.0,
        _ => SYSTEM.0,
    }
}

impl Moment {
    /// The row as this reader is given it by Autotask's routes, if they see it.
    fn seen_by(&self, writing: &Writing<'_>, reader: &Reader) -> Result<Option<Row>, OperationError> {
        let Some(row) = &self.row else {
            return Ok(None);
        };
        let visible = visible::of(reader, row.entity()).map_err(StoreError::from)?;
        if !visible.shows(row, self.ticket.as_ref()) {
            return Ok(None);
        }
        let mut row = visible::masked(reader, row.clone());
        hide_clients_request_types(writing, row.entity(), std::slice::from_mut(&mut row))?;
        Ok(Some(row))
    }
}

/// These fields of a row, as Autotask's routes give them, user-defined ones by their names.
fn values(row: &Row, fields: &Fields, defined: &UserDefinedFields) -> Result<Map<String, Json>, StoreError> {
    let by_administrators = defined.iter().filter(|field| fields.user_defined.contains(&field.id));
    let names: Vec<&str> = (fields.names.iter().copied())
        .chain(by_administrators.map(|field| field.name.as_str()))
        .collect();
    let selection = Selection::of(row.entity(), Surface::Autotask, &names, defined)
        .map_err(|error| StoreError::Corrupt(error.to_string()))?;
    let Json::Object(mut values) = serde_json::to_value(row.view(&selection)).map_err(unwritable)? else {
        return Ok(Map::new());
    };
    let named = match values.shift_remove(USER_DEFINED_FIELDS) {
        Some(Json::Array(named)) => named,
        _ => Vec::new(),
    };
    for mut field in named {
        if let Json::String(name) = field["name"].take() {
            values.insert(name, field["value"].take());
        }
    }
    Ok(values)
}
