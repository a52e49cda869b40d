//! Attachments of tickets, notes and time by Autotask's routes. `publish` says who sees one: 1 everybody, 2 and 4 the Autotask side (13.1). What the
//! client's people attached for themselves does not exist here.

use super::body::{self, Body};
use super::notes::audience;
use super::{Caller, WriteError, lies_below};
use crate::domain::attachment::LARGEST;
use crate::entities::{Entity, FieldError, Row, Value, by_name};
use crate::records::attachment::FILE;
use crate::server::operations::attachments::{self, NewAttachment, Parent, pieces};
use crate::server::operations::{OperationError, Operations, read};
use crate::server::reader::Reader;
use crate::server::store::Writing;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// How many bytes programs may attach within so many minutes.
const MOST_BYTES: u64 = 10 << 20;
const WITHIN: i64 = 5;

/// Creates an attachment.
pub fn create(writing: &Writing<'_>, caller: &Caller, body: &Body) -> Result<i64, WriteError> {
    let place = body.entity().parent.and_then(|place| by_name(place.entity));
    let (Some(above), Some(parent)) = (place, body.parent) else {
        return Err(OperationError::NotFound.into());
    };
    let on = Parent::of(writing, &caller.reader(writing)?, above, parent)?;
    let text = |name: &str| body::text(&body.values, name);
    let kind = text("attachmentType");
    let bytes = match kind.as_str() {
        FILE => decoded(body.values.get("data"))?,
        _ => Vec::new(),
    };
    require_room(writing, bytes.len())?;
    let (title, full_path) = (text("title"), text("fullPath"));
    let new = NewAttachment {
        on,
        kind: &kind,
        title: &title,
        full_path: &full_path,
        audience: audience(&body.values),
        bytes: &bytes,
    };
    let before = attachments::attach(writing, &caller.actor, &new)?;
    let mut row = before.clone();
    row.set("publish", body::integer(&body.values, "publish"));
    caller.stamp_creator(&mut row);
    if row != before {
        writing.update(&before, &row)?;
    }
    Ok(row.id())
}

/// What `data` holds, which may be broken into lines.
fn decoded(data: Option<&Value>) -> Result<Vec<u8>, WriteError> {
    let data = match data {
        Some(Value::Text(data)) if !data.trim().is_empty() => data,
        _ => return Err(FieldError::Required { field: "data" }.into()),
    };
    let is_broken = |letter: &u8| letter.is_ascii_whitespace();
    let bytes = match data.as_bytes().iter().any(is_broken) {
        true => STANDARD.decode(data.split_ascii_whitespace().collect::<String>()),
        false => STANDARD.decode(data),
    };
    let bytes = bytes.map_err(|error| WriteError::about("data", format!("data must be base64: {error}.")))?;
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > LARGEST {
        let message = format!("The file has {size} bytes; an attachment may have {LARGEST} at most.");
        return Err(WriteError::about("data", message));
    }
    Ok(bytes)
}

/// Refuses what is more than programs may attach within a few minutes.
fn require_room(writing: &Writing<'_>, bytes: usize) -> Result<(), WriteError> {
    let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
    if bytes == 0 {
        return Ok(());
    }
    // Sizes lie in the database as ten-thousandths.
    let mut statement = writing.prepare_cached(
        "SELECT coalesce(sum(file_size), 0) / 10000 FROM ticket_attachment WHERE attach_date > ?1
         AND (impersonator_creator_resource_id IS NOT NULL
           OR attached_by_resource_id IN (SELECT resource_id FROM api_credential))",
    )?;
    let since = writing.at().plus_minutes(-WITHIN).millis();
    let there: i64 = statement.query_row([since], |row| row.get(0))?;
    if u64::try_from(there).unwrap_or_default().saturating_add(bytes) > MOST_BYTES {
        let message = format!(
            "Attachments may come to {MOST_BYTES} bytes within {WITHIN} minutes; wait a few minutes and send it again."
        );
        return Err(WriteError::about("data", message));
    }
    Ok(())
}

/// Removes an attachment.
pub fn delete(writing: &Writing<'_>, caller: &Caller, row: &Row) -> Result<(), WriteError> {
    Ok(attachments::remove(writing, &caller.actor, row.id())?)
}

impl Operations {
    /// An attachment below that parent with what is in it, in base64: nothing where the reader sees no such one.
    ///
    /// # Errors
    /// The database's.
    pub async fn autotask_attachment(
        &self,
        caller: Caller,
        entity: &'static Entity,
        parent: i64,
        id: i64,
    ) -> Result<Option<(Row, Option<String>)>, OperationError> {
        let now = self.now();
        self.read(move |connection| {
            let reader = Reader::of(connection, &caller.actor, now)?;
            let row = read::get(connection, &reader, entity, id)?;
            let Some(row) = row.filter(|row| lies_below(row, Some(parent))) else {
                return Ok(None);
            };
            let data = match row.text("attachmentType") {
                Some(FILE) => Some(STANDARD.encode(pieces::read(connection, id, &(0..usize::MAX))?)),
                _ => None,
            };
            Ok(Some((row, data)))
        })
        .await
    }
}
