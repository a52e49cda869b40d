//! The word index over number, title, description and the notes that are here, made in the background in steps.

use super::rows::{SHOWN, Table};
use crate::base::fold;
use crate::entities::TICKET_NOTE;
use crate::query::{Filter, Found, Searched, WordColumn};
use crate::replica::{Replica, Result};
use rusqlite::Connection;

/// Up to so many tickets are sorted faster than they are met in a list's order.
const FEW: usize = 1_000;

impl Replica {
    /// Makes the words of at most so many tickets searchable, the newest first. Gives how many remain.
    ///
    /// # Errors
    /// When the database fails.
    pub fn index_some(&self, limit: usize) -> Result<u64> {
        // A copy that was indexed before, as it is at most starts, needs no connection that writes.
        if self.read(|transaction| unindexed(transaction, 1))?.is_empty() {
            return Ok(0);
        }
        self.write(|transaction| {
            for ticket in unindexed(transaction, limit)? {
                index(transaction, ticket)?;
            }
            remaining(transaction)
        })
    }

    /// Of how many tickets the words can't be searched as they are now.
    ///
    /// # Errors
    /// When the database fails.
    pub fn count_unindexed(&self) -> Result<u64> {
        self.read(|transaction| remaining(transaction))
    }
}

/// What is known of a filter's words before its rows are read: a list's order and its words lie in tables apart, and
/// which of them to begin with depends on how many rows the words have.
pub(super) fn searched(connection: &Connection, filter: &Filter) -> Result<Searched> {
    let mut searched = Searched::within(&WordColumn::ALL);
    let mut statement =
        connection.prepare_cached("SELECT rowid FROM ticket_words WHERE ticket_words MATCH ?1 ORDER BY rowid")?;
    for words in filter.searched_words() {
        let ids = statement.query_map([searched.matching(words)], |row| row.get(0))?;
        let ids: Vec<i64> = ids.collect::<rusqlite::Result<_>>()?;
        let found = match ids.len() {
            ..=FEW => Found::Few(ids),
            _ => Found::Many(ids),
        };
        searched = searched.having_found(words, found);
    }
    Ok(searched)
}

fn remaining(connection: &Connection) -> Result<u64> {
    Ok(connection.query_row("SELECT count(*) FROM unindexed", [], |row| row.get(0))?)
}

fn unindexed(connection: &Connection, limit: usize) -> Result<Vec<i64>> {
    let mut statement =
        connection.prepare_cached("SELECT ticket_id FROM unindexed ORDER BY ticket_id DESC LIMIT ?1")?;
    let tickets = statement.query_map([limit], |row| row.get(0))?;
    Ok(tickets.collect::<rusqlite::Result<_>>()?)
}

/// Notes that a ticket's words are not in the index as they are now.
pub(in crate::replica) fn mark(connection: &Connection, ticket: i64) -> Result<()> {
    connection
        .prepare_cached("INSERT OR IGNORE INTO unindexed (ticket_id) VALUES (?1)")?
        .execute([ticket])?;
    Ok(())
}

/// Takes a ticket's words out of the index.
pub(super) fn forget(connection: &Connection, ticket: i64) -> Result<()> {
    connection
        .prepare_cached("DELETE FROM ticket_words WHERE rowid = ?1")?
        .execute([ticket])?;
    Ok(())
}

fn index(connection: &Connection, ticket: i64) -> Result<()> {
    match SHOWN.load(connection, ticket)? {
        None => forget(connection, ticket)?,
        Some(row) => {
            let notes = Table::of(&TICKET_NOTE).of_ticket(connection, ticket)?;
            let texts = ["ticketNumber", "title", "description"]
                .into_iter()
                .filter_map(|field| row.text(field));
            let notes = notes.iter().flat_map(|note| {
                ["title", "description"]
                    .into_iter()
                    .filter_map(|field| note.text(field))
            });
            let words: Vec<String> = texts.chain(notes).flat_map(fold::words).collect();
            connection
                .prepare_cached("INSERT OR REPLACE INTO ticket_words (rowid, words) VALUES (?1, ?2)")?
                .execute((ticket, words.join(" ")))?;
        }
    }
    connection
        .prepare_cached("DELETE FROM unindexed WHERE ticket_id = ?1")?
        .execute([ticket])?;
    Ok(())
}
