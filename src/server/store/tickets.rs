//! What a ticket's row says about its notes and its time.

use super::StoreError;
use rusqlite::Connection;

/// Counts a ticket's notes and minutes anew.
pub fn derive(connection: &Connection, ticket: i64) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(
        "UPDATE ticket SET
           note_count = (SELECT count(*) FROM ticket_note WHERE ticket_id = ?1),
           public_note_count = (SELECT count(*) FROM ticket_note WHERE ticket_id = ?1 AND audience = 'public'),
           last_public_note_date =
             (SELECT max(create_date_time) FROM ticket_note WHERE ticket_id = ?1 AND audience = 'public'),
           minutes_autotask =
             (SELECT coalesce(sum(minutes), 0) FROM time_entry WHERE ticket_id = ?1 AND side = 'autotask'),
           minutes_taskfire =
             (SELECT coalesce(sum(minutes), 0) FROM time_entry WHERE ticket_id = ?1 AND side = 'taskfire')
         WHERE id = ?1",
    )?;
    statement.execute([ticket])?;
    Ok(())
}
