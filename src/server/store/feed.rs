//! The change feed's places: given by each write of a row, read by those who follow.

use super::StoreError;
use crate::base::Timestamp;
use crate::entities::{COMPANY, Entity, Row, by_name};
use rusqlite::{Connection, OptionalExtension};
use serde_json::Value as Json;

/// How long places are kept, in minutes.
const KEPT_FOR: i64 = 30 * 24 * 60;

/// When the oldest place that is still kept was written, or later.
#[must_use]
pub fn oldest(now: Timestamp) -> Timestamp {
    now.plus_minutes(-KEPT_FOR)
}

/// One place: a row was written.
#[derive(Clone, Debug)]
pub struct Place {
    /// The place itself; later ones are larger, without gaps.
    pub number: i64,
    /// The row's entity.
    pub entity: &'static Entity,
    /// The row's id.
    pub row: i64,
    /// Where it existed before: a row that has the values that decide who sees it, and nothing else.
    pub before: Option<Row>,
    /// Whether nothing was written there: it says that the clients' people of the company with that id start afresh.
    pub restarts: bool,
}

/// Gives a written row the next place. `before` is the row as it was, of which `deciding` fields are kept.
///
/// # Errors
/// The database's.
pub fn give(
    connection: &Connection,
    at: Timestamp,
    entity: &'static Entity,
    row: i64,
    before: Option<&Row>,
    deciding: &[&str],
) -> Result<(), StoreError> {
    let before = before.map(|before| kept(before, deciding)).transpose()?;
    let mut statement =
        connection.prepare_cached("INSERT INTO feed (at, entity, row_id, seen_before) VALUES (?1, ?2, ?3, ?4)")?;
    statement.execute((at.millis(), entity.name, row, before))?;
    Ok(())
}

fn kept(before: &Row, deciding: &[&str]) -> Result<String, StoreError> {
    let values = deciding
        .iter()
        .map(|name| Ok(((*name).to_owned(), serde_json::to_value(before.get(name))?)))
        .collect::<Result<serde_json::Map<String, Json>, serde_json::Error>>();
    values
        .map(|values| Json::Object(values).to_string())
        .map_err(|error| StoreError::Corrupt(error.to_string()))
}

/// Makes a company's people start afresh: what they are given has changed without any row being written.
///
/// # Errors
/// The database's.
pub fn restart(connection: &Connection, at: Timestamp, company: i64) -> Result<(), StoreError> {
    let mut statement =
        connection.prepare_cached("INSERT INTO feed (at, entity, row_id, restarts) VALUES (?1, ?2, ?3, 1)")?;
    statement.execute((at.millis(), COMPANY.name, company))?;
    Ok(())
}

/// The newest place; 0 before there is any.
///
/// # Errors
/// The database's.
pub fn tip(connection: &Connection) -> Result<i64, StoreError> {
    let mut statement = connection.prepare_cached("SELECT seq FROM sqlite_sequence WHERE name = 'feed'")?;
    Ok(statement
        .query_row([], |row| row.get(0))
        .optional()?
        .unwrap_or_default())
}

/// The places behind one, at most `limit`.
///
/// # Errors
/// The database's.
pub fn behind(connection: &Connection, place: i64, limit: usize) -> Result<Vec<Place>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT place, entity, row_id, seen_before, restarts FROM feed WHERE place > ?1 ORDER BY place LIMIT ?2",
    )?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let rows = statement.query_map((place, limit), |row| {
        Ok((
            row.get(0)?,
            row.get::<_, String>(1)?,
            row.get(2)?,
            row.get::<_, Option<String>>(3)?,
            row.get(4)?,
        ))
    })?;
    rows.map(|row| {
        let (number, entity, row, before, restarts) = row?;
        let place = read(number, &entity, row, before.as_deref())?;
        Ok(Place { restarts, ..place })
    })
    .collect()
}

fn read(number: i64, entity: &str, row: i64, before: Option<&str>) -> Result<Place, StoreError> {
    let corrupt = |message: String| StoreError::Corrupt(format!("place {number} of the feed: {message}"));
    let entity = by_name(entity).ok_or_else(|| corrupt(format!("no entity {entity}")))?;
    let before = before
        .map(|text| serde_json::from_str(text).and_then(|json: Json| Row::from_json(entity, json)))
        .transpose()
        .map_err(|error| corrupt(error.to_string()))?;
    Ok(Place {
        number,
        entity,
        row,
        before,
        restarts: false,
    })
}

/// Whether somebody who saw everything up to `place` can go on from there: the place exists and what comes behind it
/// is still kept and was written after `oldest`.
///
/// # Errors
/// The database's.
pub fn can_resume(connection: &Connection, place: i64, oldest: Timestamp) -> Result<bool, StoreError> {
    let tip = tip(connection)?;
    if place >= tip {
        // A place beyond the newest one is of another database, or of this one before it was restored.
        return Ok(place == tip);
    }
    let mut statement = connection.prepare_cached("SELECT at FROM feed WHERE place = ?1")?;
    let next: Option<i64> = statement.query_row([place + 1], |row| row.get(0)).optional()?;
    Ok(next.is_some_and(|at| at >= oldest.millis()))
}

/// Forgets the places before the first that was given at `oldest` or later; looks at no others.
///
/// # Errors
/// The database's.
pub fn forget(connection: &Connection, oldest: Timestamp) -> Result<(), StoreError> {
    let first = connection
        .query_row(
            "SELECT place FROM feed WHERE at >= ?1 ORDER BY place LIMIT 1",
            [oldest.millis()],
            |row| row.get(0),
        )
        .optional()?;
    connection.execute("DELETE FROM feed WHERE place < ?1", [first.unwrap_or(i64::MAX)])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::TICKET;
    use crate::server::store::migrations;

    #[test]
    fn places_are_forgotten_without_a_gap_also_where_the_clock_went_back() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrations::run(&mut connection).unwrap();
        for at in [10, 20, 40, 30, 50] {
            give(&connection, Timestamp::from_millis(at), &TICKET, 1, None, &[]).unwrap();
        }
        let kept = || -> Vec<i64> {
            behind(&connection, 0, 10)
                .unwrap()
                .iter()
                .map(|place| place.number)
                .collect()
        };
        forget(&connection, Timestamp::from_millis(35)).unwrap();
        assert_eq!(kept(), [3, 4, 5]);
        forget(&connection, Timestamp::from_millis(60)).unwrap();
        assert_eq!((kept(), tip(&connection).unwrap()), (vec![], 5));
    }
}
