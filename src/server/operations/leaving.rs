//! People who leave: nobody who can't be given work stays the assignee of an open ticket (D-49).

use super::{OperationError, facts, save};
use crate::domain::{Actor, Facts, Person, steering};
use crate::entities::{Partial, TICKET};
use crate::query::{Filter, Test};
use crate::records;
use crate::server::store::{StoreError, Writing, rows};
use std::sync::Arc;

/// Clears a person as the assignee of every open ticket, with a line of history each.
///
/// # Errors
/// The database's.
pub fn release(writing: &Writing<'_>, actor: &Actor, person: Person) -> Result<(), OperationError> {
    let field = records::ticket::side_fields(person.side()).assignee;
    let filter = Filter::eq(&TICKET, field, person.number()).map_err(StoreError::from)?;
    let open = Filter::condition(&TICKET, "closedDate", Test::NotExist).map_err(StoreError::from)?;
    let facts = Facts::unknown(Arc::new(facts::statuses(writing)?));
    for before in rows::find(writing, &filter.and(open))? {
        let ticket = records::ticket::read(&before, save::secondaries(writing, before.id())?);
        let saving = save::Saving {
            actor,
            before: Some(&before),
            extra: &Partial::new(&TICKET),
            written_at: None,
        };
        let outcome = steering::release(&ticket, actor, person, writing.at());
        save::save(writing, &saving, outcome, &facts)?;
    }
    Ok(())
}
