//! Files and links on tickets: who may attach, what is kept, and how what is in a file is read. A row says what there is; its
//! bytes lie apart, in pieces, so that a part of a file is read without the rest of it.

pub mod pieces;

use super::save::stamp_activity;
use super::{OperationError, change};
use crate::base::ids::TicketId;
use crate::base::secret::digest;
use crate::domain::attachment::{LARGEST, LONGEST_NAME, require_attach};
use crate::domain::note::{Audience, Readers};
use crate::domain::{Actor, Person, Refusal, one_line};
use crate::entities::{Row, TICKET, TICKET_ATTACHMENT, Value};
use crate::records;
use crate::records::note::{PUBLISH_ALL, PUBLISH_INTERNAL};
use crate::server::operations::save;
use crate::server::reader::Reader;
use crate::server::store::Writing;
use rust_decimal::Decimal;

/// `attachmentType` of what has bytes of its own.
pub const FILE: &str = "FILE_ATTACHMENT";
/// `parentType` of what hangs on a ticket.
const ON_TICKET: i64 = 4;
/// `creatorType`, as far as this server tells people apart.
const BY_RESOURCE: i64 = 1;
const BY_CONTACT: i64 = 2;
/// What is said of a file whose name doesn't say what is in it.
const UNKNOWN_CONTENT: &str = "application/octet-stream";
/// The longest `contentType`, in characters.
const LONGEST_CONTENT_TYPE: usize = 100;

/// Something to be attached to a ticket.
pub struct NewAttachment<'a> {
    /// The ticket.
    pub ticket: TicketId,
    /// `attachmentType`.
    pub kind: &'a str,
    /// What people read.
    pub title: &'a str,
    /// The file's name, or what a link points to.
    pub full_path: &'a str,
    /// Who sees it.
    pub audience: Audience,
    /// What is in the file; nothing for a link.
    pub bytes: &'a [u8],
}

/// Attaches it.
///
/// # Errors
/// `not_found` where this person sees no such ticket; `forbidden`; a name that is none; a file that is too large.
pub fn attach(writing: &Writing<'_>, actor: &Actor, new: &NewAttachment<'_>) -> Result<Row, OperationError> {
    let before = allowed(writing, actor, new.ticket, new.audience)?;
    let size = u64::try_from(new.bytes.len()).unwrap_or(u64::MAX);
    check_size(size)?;
    let mut row = row(actor, new)?;
    row.set("attachDate", writing.at());
    if new.kind == FILE {
        row.set("fileSize", Value::Decimal(Decimal::from(size)));
        row.set("digest", digest(new.bytes));
        row.set("contentType", content_type(new.full_path));
    }
    writing.insert(&mut row)?;
    pieces::write(writing, row.id(), new.bytes)?;
    let mut ticket = before.clone();
    ticket.set("version", before.integer("version").unwrap_or_default() + 1);
    stamp_activity(&mut ticket, actor, writing.at());
    writing.update(&before, &ticket)?;
    Ok(row)
}

/// The ticket's row, where this person may attach something there that these see.
///
/// # Errors
/// As [`attach`].
pub fn allowed(
    writing: &Writing<'_>,
    actor: &Actor,
    ticket: TicketId,
    audience: Audience,
) -> Result<Row, OperationError> {
    let reader = Reader::of(writing, actor, writing.at())?;
    let before = change::visible_ticket(writing, &reader, ticket)?;
    let ticket = records::ticket::read(&before, save::secondaries(writing, before.id())?);
    require_attach(&ticket, actor, audience)?;
    Ok(before)
}

/// Refuses a file that is too large, or empty.
///
/// # Errors
/// `out_of_range`.
pub fn check_size(size: u64) -> Result<(), OperationError> {
    if size > LARGEST {
        let limit = i64::try_from(LARGEST).unwrap_or(i64::MAX);
        return Err(Refusal::OutOfRange { field: "size", limit }.into());
    }
    Ok(())
}

fn row(actor: &Actor, new: &NewAttachment<'_>) -> Result<Row, OperationError> {
    let mut row = Row::new(&TICKET_ATTACHMENT);
    for (name, text) in [("title", new.title), ("fullPath", new.full_path)] {
        let text = one_line::checked(name, text, LONGEST_NAME)?;
        if text.is_empty() {
            return Err(Refusal::Required { field: name }.into());
        }
        row.set(name, text);
    }
    row.set("attachmentType", new.kind);
    row.set("ticketID", new.ticket.0);
    row.set("parentID", new.ticket.0);
    row.set("parentType", ON_TICKET);
    row.set("isTaskAttachment", false);
    row.set("audience", Readers::of(new.audience, actor.side()).word());
    let publish = match new.audience {
        Audience::Public => PUBLISH_ALL,
        Audience::Internal => PUBLISH_INTERNAL,
    };
    row.set("publish", publish);
    row.set("side", actor.side().word());
    row.set("authorName", actor.name.as_str());
    match actor.person {
        Person::Resource(resource) => {
            row.set("attachedByResourceID", resource.0);
            row.set("creatorType", BY_RESOURCE);
        }
        Person::Contact(contact) => {
            row.set("attachedByContactID", contact.0);
            row.set("creatorType", BY_CONTACT);
        }
    }
    Ok(row)
}

/// What kind of content a file of that name has.
fn content_type(name: &str) -> String {
    let guessed = mime_guess::from_path(name).first_raw();
    guessed
        .filter(|guessed| guessed.len() <= LONGEST_CONTENT_TYPE)
        .unwrap_or(UNKNOWN_CONTENT)
        .to_owned()
}

/// Removes an attachment with what is in it.
///
/// # Errors
/// `forbidden` for one of the other side.
pub fn remove(writing: &Writing<'_>, actor: &Actor, row: &Row) -> Result<(), OperationError> {
    if row.text("side") != Some(actor.side().word()) {
        return Err(Refusal::Forbidden.into());
    }
    let readers = row.text("audience").and_then(Readers::from_word);
    let audience = match readers {
        Some(Readers::Public) => Audience::Public,
        _ => Audience::Internal,
    };
    let ticket = row.integer("ticketID").unwrap_or_default();
    allowed(writing, actor, TicketId(ticket), audience)?;
    pieces::delete(writing, row.id())?;
    Ok(writing.delete(row)?)
}

/// The ticket that an attachment hangs on is one of [`TICKET`]'s rows.
#[must_use]
pub fn ticket_of(row: &Row) -> TicketId {
    debug_assert_eq!(row.entity(), &TICKET_ATTACHMENT, "of a {}", TICKET.name);
    TicketId(row.integer("ticketID").unwrap_or_default())
}
