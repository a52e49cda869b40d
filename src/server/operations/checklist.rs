//! Checklists of tickets: the Autotask side's.

use crate::base::Timestamp;
use crate::domain::{Actor, Person};
use crate::entities::{Row, Value};
use crate::server::store::StoreError;
use rusqlite::Connection;

/// Notes in an item that was ticked who did it and when, and forgets it in one that was unticked.
pub fn stamp(before: Option<&Row>, row: &mut Row, actor: &Actor, at: Timestamp) {
    let is_done = |row: &Row| row.boolean("isCompleted") == Some(true);
    if before.is_some_and(is_done) == is_done(row) {
        return;
    }
    if !is_done(row) {
        for name in ["completedByResourceID", "completedByName", "completedDateTime"] {
            row.set(name, Value::Null);
        }
        return;
    }
    if let Person::Resource(resource) = actor.person {
        row.set("completedByResourceID", resource.0);
    }
    row.set("completedByName", actor.name.as_str());
    row.set("completedDateTime", at);
}

/// The highest position on a ticket's checklist; 0 on an empty one.
///
/// # Errors
/// The database's.
pub fn last_position(connection: &Connection, ticket: i64) -> Result<i64, StoreError> {
    let mut statement = connection
        .prepare_cached("SELECT coalesce(max(position), 0) FROM ticket_checklist_item WHERE ticket_id = ?1")?;
    Ok(statement.query_row([ticket], |row| row.get(0))?)
}
