//! What was kept for a person goes with them.

use crate::domain::Person;
use crate::entities::NOTIFICATION;
use crate::query::Filter;
use crate::server::operations::{OperationError, sessions};
use crate::server::store::{StoreError, Writing, rows};
use crate::server::visible::kind_word;

/// Removes a deleted person's notifications, sessions, kept answers and login inside a write.
///
/// # Errors
/// The database's.
pub fn forget(writing: &Writing<'_>, person: Person) -> Result<(), OperationError> {
    let key = (kind_word(person), person.number());
    let kind = Filter::eq(&NOTIFICATION, "personKind", key.0).map_err(StoreError::from)?;
    let number = Filter::eq(&NOTIFICATION, "personID", key.1).map_err(StoreError::from)?;
    for notification in rows::find(writing, &kind.and(number))? {
        writing.delete(&notification)?;
    }
    sessions::end_all(writing, person, None)?;
    for table in ["kept_answer", "login"] {
        let delete = format!("DELETE FROM {table} WHERE person_kind = ?1 AND person_id = ?2");
        writing.prepare_cached(&delete)?.execute(key)?;
    }
    Ok(())
}
