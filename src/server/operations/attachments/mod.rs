//! Files and links on tickets: what is kept, and how what is in a file is read. A row says what there is; its bytes lie
//! apart, in pieces, so that a part of a file is read without the rest of it.

pub mod pieces;
pub mod uploads;

use super::save::stamp_activity;
use super::{OperationError, Operations, change, read, save};
use crate::base::ids::TicketId;
use crate::base::secret::digest;
use crate::domain::attachment::{self, File, LONGEST_NAME};
use crate::domain::note::{Audience, Readers};
use crate::domain::{Actor, Refusal, Ticket, one_line};
use crate::entities::{Row, TICKET_ATTACHMENT, Value};
use crate::records;
use crate::records::attachment::FILE;
use crate::server::reader::Reader;
use crate::server::store::Writing;
use std::ops::Range;

/// Something to be attached to a ticket that comes whole.
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
    let (before, ticket) = of_ticket(writing, actor, new.ticket)?;
    let digest = digest(new.bytes);
    let file = File {
        name: new.title,
        size: u64::try_from(new.bytes.len()).unwrap_or(u64::MAX),
        digest: &digest,
    };
    let outcome = attachment::attach(&ticket, actor, new.audience, file, writing.at())?;
    let full_path = one_line::checked("fullPath", new.full_path, LONGEST_NAME)?;
    if full_path.is_empty() {
        return Err(Refusal::Required { field: "fullPath" }.into());
    }
    let made = outcome.attachments.first().ok_or(OperationError::NotFound)?;
    let mut row = records::attachment::row(made, new.ticket);
    row.set("attachmentType", new.kind);
    row.set("fullPath", full_path);
    if new.kind != FILE {
        for name in ["fileSize", "digest", "contentType"] {
            row.set(name, Value::Null);
        }
    }
    writing.insert(&mut row)?;
    pieces::write(writing, row.id(), new.bytes)?;
    touch(writing, actor, &before)?;
    Ok(row)
}

/// A ticket that this person sees, as its row and as the rules know it.
fn of_ticket(writing: &Writing<'_>, actor: &Actor, ticket: TicketId) -> Result<(Row, Ticket), OperationError> {
    let reader = Reader::of(writing, actor, writing.at())?;
    let row = change::visible_ticket(writing, &reader, ticket)?;
    let ticket = records::ticket::read(&row, save::secondaries(writing, row.id())?);
    Ok((row, ticket))
}

/// Notes in the ticket that something was done to it.
fn touch(writing: &Writing<'_>, actor: &Actor, before: &Row) -> Result<(), OperationError> {
    let mut ticket = before.clone();
    ticket.set("version", before.integer("version").unwrap_or_default() + 1);
    stamp_activity(&mut ticket, actor, writing.at());
    Ok(writing.update(before, &ticket)?)
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
    let ticket = TicketId(row.integer("ticketID").unwrap_or_default());
    let (before, ticket) = of_ticket(writing, actor, ticket)?;
    crate::domain::conversation::require_audience(&ticket, actor, audience)?;
    pieces::delete(writing, row.id())?;
    writing.delete(row)?;
    touch(writing, actor, &before)
}

/// A part of what is in a file.
#[derive(Debug)]
pub struct Part {
    /// The attachment.
    pub row: Row,
    /// Where the part lies.
    pub range: Range<u64>,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Operations {
    /// A part of a file from that byte on, up to but without `end`; nothing where the file ends before.
    ///
    /// # Errors
    /// `not_found` where the reader sees no such file on that ticket.
    pub async fn attachment_part(
        &self,
        reader: Actor,
        ticket: TicketId,
        id: i64,
        range: Range<u64>,
    ) -> Result<Part, OperationError> {
        let now = self.now();
        self.read(move |connection| {
            let reader = Reader::of(connection, &reader, now)?;
            let row = read::get(connection, &reader, &TICKET_ATTACHMENT, id)?;
            let is_meant =
                |row: &Row| row.integer("ticketID") == Some(ticket.0) && row.text("attachmentType") == Some(FILE);
            let row = row.filter(is_meant).ok_or(OperationError::NotFound)?;
            let end = range.end.min(records::attachment::size(&row));
            let range = range.start..end.max(range.start);
            let place = |byte: u64| usize::try_from(byte).unwrap_or(usize::MAX);
            let bytes = pieces::read(connection, id, &(place(range.start)..place(range.end)))?;
            Ok(Part { row, range, bytes })
        })
        .await
    }
}
