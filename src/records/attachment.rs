//! Attachments: what an act adds, as a row.

use crate::base::ids::TicketId;
use crate::domain::Person;
use crate::domain::attachment::Attachment;
use crate::domain::note::Readers;
use crate::entities::{Row, TICKET_ATTACHMENT, Value};
use crate::records::note::{PUBLISH_ALL, PUBLISH_INTERNAL};
use crate::records::person_type;
use rust_decimal::Decimal;

/// `attachmentType` of what has bytes of its own.
pub const FILE: &str = "FILE_ATTACHMENT";
/// `parentType`, by what something hangs on.
const ON_TICKET: i64 = 4;
const ON_TIME: i64 = 18;
const ON_NOTE: i64 = 23;
/// What is said of a file whose name doesn't say what is in it.
const UNKNOWN_CONTENT: &str = "application/octet-stream";
/// The longest `contentType`, in characters.
const LONGEST_CONTENT_TYPE: usize = 100;

/// The row of a file on a ticket, without its id.
#[must_use]
pub fn row(attachment: &Attachment, ticket: TicketId) -> Row {
    let mut row = Row::new(&TICKET_ATTACHMENT);
    row.set("attachmentType", FILE);
    row.set("title", attachment.name.as_str());
    row.set("fullPath", attachment.name.as_str());
    row.set("contentType", content_type(&attachment.name));
    row.set("fileSize", Value::Decimal(Decimal::from(attachment.size)));
    row.set("digest", attachment.digest.as_str());
    row.set("attachDate", attachment.at);
    row.set("ticketID", ticket.0);
    row.set("parentID", ticket.0);
    row.set("parentType", ON_TICKET);
    row.set("isTaskAttachment", false);
    row.set("audience", attachment.readers.word());
    let publish = match attachment.readers {
        Readers::Public => PUBLISH_ALL,
        _ => PUBLISH_INTERNAL,
    };
    row.set("publish", publish);
    row.set("side", attachment.author.side().word());
    row.set("authorName", attachment.author_name.as_str());
    row.set("creatorType", person_type(attachment.author));
    match attachment.author {
        Person::Resource(resource) => {
            row.set("attachedByResourceID", resource.0);
        }
        Person::Contact(contact) => {
            row.set("attachedByContactID", contact.0);
        }
    }
    row
}

/// On which part of its ticket something hangs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    /// On the ticket itself.
    Ticket,
    /// On a note.
    Note(i64),
    /// On time that was worked.
    Time(i64),
}

impl On {
    /// As a row says it.
    #[must_use]
    pub fn of(row: &Row) -> Self {
        match (row.integer("ticketNoteID"), row.integer("timeEntryID")) {
            (Some(note), _) => Self::Note(note),
            (_, Some(entry)) => Self::Time(entry),
            _ => Self::Ticket,
        }
    }

    /// Says it in the row of a file on the ticket.
    pub fn write(self, row: &mut Row) {
        let (field, id, kind) = match self {
            Self::Ticket => return,
            Self::Note(note) => ("ticketNoteID", note, ON_NOTE),
            Self::Time(entry) => ("timeEntryID", entry, ON_TIME),
        };
        row.set(field, id);
        row.set("parentID", id);
        row.set("parentType", kind);
    }
}

/// The bytes of a file, by its row.
#[must_use]
pub fn size(row: &Row) -> u64 {
    let size = row.decimal("fileSize").and_then(|size| u64::try_from(size).ok());
    size.unwrap_or_default()
}

/// What kind of content a file of that name has.
fn content_type(name: &str) -> &'static str {
    let guessed = mime_guess::from_path(name).first_raw();
    guessed
        .filter(|guessed| guessed.len() <= LONGEST_CONTENT_TYPE)
        .unwrap_or(UNKNOWN_CONTENT)
}
