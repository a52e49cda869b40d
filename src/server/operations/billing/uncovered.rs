//! Time that no contract covered: worked, and billed by nothing (2.10). What a later contract took over (LT-05) is none.

use crate::base::Date;
use crate::base::ids::CompanyId;
use crate::domain::licence::period::month;
use crate::server::store::StoreError;
use rusqlite::Connection;
use std::collections::HashMap;

/// Minutes of the month of that day that no contract covered, nor took over since, of every client that has any.
///
/// # Errors
/// The database's.
pub fn minutes(connection: &Connection, day: Date) -> Result<HashMap<CompanyId, i64>, StoreError> {
    let month = month(day);
    let mut statement = connection.prepare_cached(
        "SELECT ticket.company_id, sum(entry.uncovered_minutes - (SELECT coalesce(sum(minutes), 0) FROM time_debit
           WHERE time_entry_id = entry.id AND kind = 'carried')) AS uncovered
         FROM time_entry AS entry JOIN ticket ON ticket.id = entry.ticket_id
         WHERE entry.uncovered_minutes > 0 AND entry.date_worked >= ?1 AND entry.date_worked < ?2
           AND ticket.company_id IS NOT NULL
         GROUP BY ticket.company_id HAVING uncovered > 0",
    )?;
    let days = (month.first.midnight().millis(), month.last.next().midnight().millis());
    let rows = statement.query_map(days, |row| Ok((CompanyId(row.get(0)?), row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
