//! A ticket that goes to another client, which only one that was never shared can: the former client's people, and what
//! was said with them, stay with the provider (CP-01).

use super::OperationError;
use crate::domain::history::Readers;
use crate::entities::{Row, TICKET_ATTACHMENT, TICKET_HISTORY, TICKET_NOTE, Value};
use crate::query::Filter;
use crate::records::note::PUBLISH_INTERNAL;
use crate::server::store::{StoreError, Writing, rows};

/// Whether a ticket goes to another client.
#[must_use]
pub fn is_moved(before: &Row, after: &Row) -> bool {
    before.get("companyID") != after.get("companyID")
}

/// Takes a contact of the former client off the ticket as its creator; the history keeps who it was.
pub fn forget_creator(row: &mut Row) {
    if !row.get("createdByContactID").is_null() {
        row.set("createdByContactID", Value::Null);
        row.set("createdByName", Value::Null);
    }
}

/// Makes the conversation, its files and the history so far the provider's own.
///
/// # Errors
/// The database's.
pub fn conceal_parts(writing: &Writing<'_>, ticket: i64) -> Result<(), OperationError> {
    for entity in [&TICKET_NOTE, &TICKET_ATTACHMENT, &TICKET_HISTORY] {
        let parts = Filter::eq(entity, "ticketID", ticket).map_err(StoreError::from)?;
        let public = Filter::eq(entity, "audience", Readers::Both.word()).map_err(StoreError::from)?;
        for before in rows::find(writing, &parts.and(public))? {
            let mut row = before.clone();
            row.set("audience", Readers::Autotask.word());
            if *entity != TICKET_HISTORY {
                row.set("publish", PUBLISH_INTERNAL);
            }
            writing.update(&before, &row)?;
        }
    }
    Ok(())
}
