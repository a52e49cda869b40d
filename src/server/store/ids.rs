//! The ids of new rows. An id that was given is never given again, also after its row was deleted: notifications, kept
//! answers and the feed mean the row by it.

use super::StoreError;
use crate::entities::{CONTRACT_SERVICE, CONTRACT_SERVICE_BUNDLE, Entity, Row};
use rusqlite::Connection;

/// Entities that draw their ids from one sequence: what is billed by a contract is named by its id alone.
const SOLD: [&Entity; 2] = [&CONTRACT_SERVICE, &CONTRACT_SERVICE_BUNDLE];

/// The id of an entity's next row.
///
/// # Errors
/// The database's.
pub fn next(connection: &Connection, entity: &Entity) -> Result<i64, StoreError> {
    let mut next = next_of(connection, entity)?;
    if SOLD.contains(&entity) {
        for sibling in SOLD {
            next = next.max(next_of(connection, sibling)?);
        }
    }
    Ok(next)
}

fn next_of(connection: &Connection, entity: &Entity) -> Result<i64, StoreError> {
    let select = format!(
        "SELECT max(coalesce((SELECT max(id) FROM {}), 0),
                    coalesce((SELECT id FROM retired_id WHERE entity = ?1), 0)) + 1",
        entity.table
    );
    Ok(connection
        .prepare_cached(&select)?
        .query_row([entity.name], |row| row.get(0))?)
}

/// Remembers the id of a row that was deleted.
///
/// # Errors
/// The database's.
pub fn retire(connection: &Connection, row: &Row) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(
        "INSERT INTO retired_id (entity, id) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET id = max(id, excluded.id)",
    )?;
    statement.execute((row.entity().name, row.id()))?;
    Ok(())
}
