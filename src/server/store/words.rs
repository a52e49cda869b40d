//! The searched words of tickets, by who may read them.

use super::StoreError;
use crate::base::fold;
use crate::entities::Row;
use crate::query::sql::WordColumn;
use rusqlite::{Connection, OptionalExtension};

/// The fields of a ticket whose words are searched.
const TEXTS: [&str; 3] = ["ticketNumber", "title", "description"];

/// Whether the ticket's own searched text differs.
#[must_use]
pub fn differ(before: &Row, after: &Row) -> bool {
    TEXTS.iter().any(|name| before.get(name) != after.get(name))
}

/// The folded words of a ticket in a column, for filters that are evaluated on one row.
///
/// # Errors
/// The database's.
pub fn of(connection: &Connection, ticket: i64, columns: &[WordColumn]) -> Result<Vec<String>, StoreError> {
    let mut words = Vec::new();
    for column in columns {
        words.extend(fold::words(&text(connection, ticket, *column)?));
    }
    Ok(words)
}

/// Writes a ticket's words anew.
///
/// # Errors
/// The database's.
pub fn index(connection: &Connection, ticket: i64) -> Result<(), StoreError> {
    let mut columns = Vec::with_capacity(WordColumn::ALL.len());
    for column in WordColumn::ALL {
        columns.push(fold::words(&text(connection, ticket, column)?).join(" "));
    }
    let mut statement = connection.prepare_cached(
        "INSERT OR REPLACE INTO ticket_words (rowid, base, public, autotask, taskfire, comanaged)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    let [base, public, autotask, taskfire, comanaged] = columns.as_slice() else {
        return Err(StoreError::Corrupt("the word table has other columns".to_owned()));
    };
    statement.execute((ticket, base, public, autotask, taskfire, comanaged))?;
    Ok(())
}

/// The text that lies in a column.
fn text(connection: &Connection, ticket: i64, column: WordColumn) -> Result<String, StoreError> {
    let select = match column {
        WordColumn::Base => {
            "SELECT concat_ws(' ', ticket_number, title, description) FROM ticket WHERE id = ?1".to_owned()
        }
        notes => format!(
            "SELECT group_concat(concat_ws(' ', title, description), ' ') FROM ticket_note
             WHERE ticket_id = ?1 AND audience = '{}'",
            notes.name()
        ),
    };
    let mut statement = connection.prepare_cached(&select)?;
    let text: Option<Option<String>> = statement.query_row([ticket], |row| row.get(0)).optional()?;
    Ok(text.flatten().unwrap_or_default())
}
