//! Notes by Autotask's routes. `publish` says who reads one: 1 everybody, 2 and 4 the Autotask side (13.1).

use super::body::{self, Body};
use super::{Caller, WriteError, existing};
use crate::base::ids::TicketId;
use crate::domain::note::{Audience, Readers};
use crate::domain::{Act, Refusal, Side};
use crate::entities::{FieldError, Partial, Row, Surface, TICKET_NOTE, Write};
use crate::server::operations::OperationError;
use crate::server::operations::attachments::follow_note;
use crate::server::operations::change::{Asked, carry_out};
use crate::server::store::Writing;

/// `publish` of a note that customers read.
const PUBLISH_ALL: i64 = 1;

/// Creates or changes a note.
pub fn write(writing: &Writing<'_>, caller: &Caller, body: Body) -> Result<i64, WriteError> {
    if body.values.get("description").is_some() && body::text(&body.values, "description").trim().is_empty() {
        return Err(FieldError::Required { field: "description" }.into());
    }
    match body.write {
        Write::Create => create(writing, caller, &body),
        Write::Update | Write::Replace => update(writing, caller, &body),
    }
}

fn create(writing: &Writing<'_>, caller: &Caller, body: &Body) -> Result<i64, WriteError> {
    let ticket = body.parent.ok_or(OperationError::NotFound)?;
    let act = Act::AddNote {
        audience: audience(&body.values),
        title: body::text(&body.values, "title"),
        text: body::text(&body.values, "description"),
    };
    let settled = carry_out(writing, &caller.actor, &Asked::new(TicketId(ticket), act))?;
    let before = settled.notes.into_iter().next().ok_or(OperationError::NotFound)?;
    let mut row = before.clone();
    set_kind(&mut row, &body.values);
    caller.stamp_creator(&mut row);
    writing.update(&before, &row)?;
    Ok(row.id())
}

fn update(writing: &Writing<'_>, caller: &Caller, body: &Body) -> Result<i64, WriteError> {
    // Autotask takes no change of a note that leaves these out.
    for field in ["noteType", "publish"] {
        if body.values.get(field).is_none() {
            return Err(FieldError::Required { field }.into());
        }
    }
    let before = existing(writing, caller, &TICKET_NOTE, body.parent, body.target()?)?;
    // What the client's people wrote stays theirs.
    if before.text("side") != Some(Side::Autotask.word()) {
        return Err(OperationError::from(Refusal::Forbidden).into());
    }
    let mut row = before.clone();
    let changed = body::differing(&body.values, &before);
    let changed = body::without(&changed, &["createdByContactID"]);
    changed.apply(&mut row, Write::Update, Surface::Autotask);
    if row == before {
        return Ok(row.id());
    }
    let readers = Readers::of(audience(&body.values), Side::Autotask);
    row.set("audience", readers.word());
    row.set("lastActivityDate", writing.at());
    caller.stamp_updater(&mut row);
    writing.update(&before, &row)?;
    follow_note(writing, &row)?;
    Ok(row.id())
}

/// Who reads what `publish` says so of.
pub fn audience(values: &Partial) -> Audience {
    match body::integer(values, "publish") {
        Some(PUBLISH_ALL) => Audience::Public,
        _ => Audience::Internal,
    }
}

fn set_kind(row: &mut Row, values: &Partial) {
    for name in ["noteType", "publish"] {
        if let Some(value) = values.get(name) {
            row.set(name, value.clone());
        }
    }
}
