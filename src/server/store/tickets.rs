//! What a ticket's row says about its notes and its time.

use super::StoreError;
use crate::base::Timestamp;
use crate::entities::Row;
use rusqlite::Connection;

/// The ticket's row with its notes and minutes counted anew. On a shared ticket only public notes count: how many
/// internal ones a side has is its own matter.
///
/// # Errors
/// The database's.
pub fn derived(connection: &Connection, ticket: &Row) -> Result<Row, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT count(*), count(*) FILTER (WHERE audience = 'public'),
                max(create_date_time) FILTER (WHERE audience = 'public')
         FROM ticket_note WHERE ticket_id = ?1",
    )?;
    let (notes, public, last): (i64, i64, Option<i64>) =
        statement.query_row([ticket.id()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let mut statement = connection.prepare_cached(
        "SELECT coalesce(sum(minutes) FILTER (WHERE side = 'autotask'), 0),
                coalesce(sum(minutes) FILTER (WHERE side = 'taskfire'), 0)
         FROM time_entry WHERE ticket_id = ?1",
    )?;
    let (autotask, taskfire): (i64, i64) = statement.query_row([ticket.id()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let is_shared = ticket.boolean("isShared") == Some(true);
    let mut row = ticket.clone();
    row.set("noteCount", if is_shared { public } else { notes });
    row.set("publicNoteCount", public);
    row.set("lastPublicNoteDate", last.map(Timestamp::from_millis));
    row.set("minutesAutotask", autotask);
    row.set("minutesTaskfire", taskfire);
    Ok(row)
}
