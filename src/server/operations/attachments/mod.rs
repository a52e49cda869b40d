//! Files and links on tickets, their notes and their time: what is kept, and how what is in a file is read. A row says what there is; its bytes lie
//! apart, in pieces, so that a part of a file is read without the rest of it.

pub mod pieces;
pub mod uploads;

use super::save::stamp_activity;
use super::{OperationError, Operations, change, read, save};
use crate::base::ids::TicketId;
use crate::base::secret::digest;
use crate::domain::attachment::{self, File, LONGEST_NAME};
use crate::domain::note::{Audience, Readers};
use crate::domain::{Actor, Refusal, Side, Ticket, one_line};
use crate::entities::{Entity, Row, TICKET_ATTACHMENT, TICKET_NOTE, TIME_ENTRY, Value};
use crate::query::Filter;
use crate::records;
use crate::records::attachment::{FILE, On};
use crate::records::note::PUBLISH_ALL;
use crate::server::reader::Reader;
use crate::server::store::{StoreError, Writing, rows};
use rusqlite::Connection;
use std::ops::Range;

/// Something to be attached that comes whole.
pub struct NewAttachment<'a> {
    /// On what.
    pub on: Parent,
    /// `attachmentType`.
    pub kind: &'a str,
    /// What people read.
    pub title: &'a str,
    /// The file's name, or what a link points to.
    pub full_path: &'a str,
    /// Who sees it, among those who see on what it is.
    pub audience: Audience,
    /// What is in the file; nothing for a link.
    pub bytes: &'a [u8],
}

/// What something hangs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parent {
    /// The ticket.
    pub ticket: TicketId,
    /// The part of it.
    pub on: On,
    /// Who reads that part.
    pub readers: Readers,
}

impl Parent {
    /// By the row of a ticket, of a note or of time that this person sees.
    ///
    /// # Errors
    /// `not_found` where they see none of that id.
    pub fn of(
        connection: &Connection,
        reader: &Reader,
        entity: &'static Entity,
        id: i64,
    ) -> Result<Self, OperationError> {
        let row = read::get(connection, reader, entity, id)?.ok_or(OperationError::NotFound)?;
        let (ticket, on) = match entity {
            entity if *entity == TICKET_NOTE => (row.integer("ticketID"), On::Note(id)),
            entity if *entity == TIME_ENTRY => (row.integer("ticketID"), On::Time(id)),
            _ => (Some(id), On::Ticket),
        };
        Ok(Self {
            ticket: TicketId(ticket.ok_or(OperationError::NotFound)?),
            on,
            readers: readers(&row),
        })
    }
}

/// Who reads a row; what doesn't say so is read by all who see it.
fn readers(row: &Row) -> Readers {
    let field = row.entity().field("audience");
    let word = field.and_then(|field| row.text(field.name));
    word.and_then(Readers::from_word).unwrap_or(Readers::Public)
}

/// Attaches it.
///
/// # Errors
/// `not_found` where this person sees no such ticket; `forbidden`; a name that is none; a file that is too large.
pub fn attach(writing: &Writing<'_>, actor: &Actor, new: &NewAttachment<'_>) -> Result<Row, OperationError> {
    let (before, ticket) = of_ticket(writing, actor, new.on.ticket)?;
    let digest = digest(new.bytes);
    let file = File {
        name: new.title,
        size: u64::try_from(new.bytes.len()).unwrap_or(u64::MAX),
        digest: &digest,
    };
    // Nothing is read by more people than what it hangs on.
    let audience = match new.on.readers {
        Readers::Public => new.audience,
        Readers::Autotask | Readers::Taskfire => Audience::Internal,
    };
    let outcome = attachment::attach(&ticket, actor, audience, file, writing.at())?;
    let full_path = one_line::checked("fullPath", new.full_path, LONGEST_NAME)?;
    if full_path.is_empty() {
        return Err(Refusal::Required { field: "fullPath" }.into());
    }
    let made = outcome.attachments.first().ok_or(OperationError::NotFound)?;
    let mut row = records::attachment::row(made, new.on.ticket);
    new.on.on.write(&mut row);
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
pub fn remove(writing: &Writing<'_>, actor: &Actor, id: i64) -> Result<(), OperationError> {
    let row = rows::get(writing, &TICKET_ATTACHMENT, id)?.ok_or(OperationError::NotFound)?;
    if row.text("side") != Some(actor.side().word()) {
        return Err(Refusal::Forbidden.into());
    }
    let audience = match readers(&row) {
        Readers::Public => Audience::Public,
        Readers::Autotask | Readers::Taskfire => Audience::Internal,
    };
    let ticket = TicketId(row.integer("ticketID").unwrap_or_default());
    let (before, ticket) = of_ticket(writing, actor, ticket)?;
    crate::domain::conversation::require_audience(&ticket, actor, audience)?;
    discard(writing, &row)?;
    touch(writing, actor, &before)
}

fn discard(writing: &Writing<'_>, row: &Row) -> Result<(), OperationError> {
    pieces::delete(writing, row.id())?;
    Ok(writing.delete(row)?)
}

/// Removes what hangs on time that is removed.
///
/// # Errors
/// The database's.
pub fn leave_with_time(writing: &Writing<'_>, entry: i64) -> Result<(), OperationError> {
    let on_it = Filter::eq(&TICKET_ATTACHMENT, "timeEntryID", entry).map_err(StoreError::from)?;
    let rows = rows::find(writing, &on_it)?;
    rows.iter().try_for_each(|row| discard(writing, row))
}

/// Lets those see what hangs on a note who read the note now, as far as it is meant for them.
///
/// # Errors
/// The database's.
pub fn follow_note(writing: &Writing<'_>, note: &Row) -> Result<(), OperationError> {
    let on_it = Filter::eq(&TICKET_ATTACHMENT, "ticketNoteID", note.id()).map_err(StoreError::from)?;
    for before in rows::find(writing, &on_it)? {
        let own = before.text("side").and_then(Side::from_word).unwrap_or(Side::Autotask);
        let readers = match (readers(note), before.integer("publish")) {
            (Readers::Public, Some(PUBLISH_ALL)) => Readers::Public,
            _ => Readers::of(Audience::Internal, own),
        };
        let mut row = before.clone();
        row.set("audience", readers.word());
        if row != before {
            writing.update(&before, &row)?;
        }
    }
    Ok(())
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
