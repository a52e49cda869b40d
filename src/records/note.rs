//! Notes: what an act adds, as a row.

use crate::base::ids::TicketId;
use crate::domain::note::{Note, Readers};
use crate::domain::{Person, SecurityLevel, Side};
use crate::entities::{Row, TICKET_NOTE};

/// The note types that an act can cause (13.1).
const TASK_DETAIL: i64 = 2;
const CLIENT_PORTAL_NOTE: i64 = 18;
const TASKFIRE_NOTE: i64 = 19;

/// `publish` of what customers see (13.1).
pub const PUBLISH_ALL: i64 = 1;
/// `publish` of a note that only the provider reads.
pub const PUBLISH_INTERNAL: i64 = 2;

/// The row of a note on a ticket, without its id.
#[must_use]
pub fn row(note: &Note, ticket: TicketId) -> Row {
    let mut row = Row::new(&TICKET_NOTE);
    row.set("ticketID", ticket.0);
    row.set("title", note.title.as_str());
    row.set("description", note.text.as_str());
    row.set("createDateTime", note.at);
    row.set("lastActivityDate", note.at);
    row.set("writtenDateTime", note.at);
    row.set("noteType", note_type(note.author_level));
    row.set(
        "publish",
        if note.readers == Readers::Public {
            PUBLISH_ALL
        } else {
            PUBLISH_INTERNAL
        },
    );
    row.set("audience", note.readers.word());
    row.set("side", note.author.side().word());
    row.set("authorName", note.author_name.as_str());
    match note.author {
        Person::Resource(resource) => {
            row.set("authorResourceID", resource.0);
            row.set("creatorResourceID", resource.0);
        }
        Person::Contact(contact) => {
            row.set("authorContactID", contact.0);
            row.set("createdByContactID", contact.0);
        }
    }
    row
}

fn note_type(level: SecurityLevel) -> i64 {
    match (level.side(), level.works_tickets()) {
        (Side::Autotask, _) => TASK_DETAIL,
        (Side::Taskfire, true) => TASKFIRE_NOTE,
        (Side::Taskfire, false) => CLIENT_PORTAL_NOTE,
    }
}
