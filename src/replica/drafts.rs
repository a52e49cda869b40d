//! Half-typed text, saved as it is typed, so that a lost terminal takes a second of it at most.

use super::{Replica, Result};
use crate::base::Timestamp;
use crate::base::ids::TicketId;
use crate::records::drafts::{Draft, DraftKey, DraftKind};
use rusqlite::{Connection, OptionalExtension};
use std::collections::BTreeMap;

/// The ticket id in the table of a draft that belongs to no ticket yet.
const NO_TICKET: i64 = 0;

/// Between two texts that became one draft.
const DIVIDER: &str = "\n\n— — —\n\n";
/// The fields of forms that have several lines.
const LONG: [&str; 4] = ["description", "resolution", "summary", "internalNotes"];

fn number(ticket: Option<TicketId>) -> i64 {
    ticket.map_or(NO_TICKET, |ticket| ticket.0)
}

impl Replica {
    /// Keeps what was typed so far.
    ///
    /// # Errors
    /// When the database fails; the text is still on the screen then.
    pub fn save_draft(&self, key: &DraftKey, text: &str, now: Timestamp) -> Result<()> {
        self.write(|transaction| save(transaction, key, text, now))
    }

    /// The text that was typed so far, if any.
    ///
    /// # Errors
    /// When the database fails.
    pub fn draft(&self, key: &DraftKey) -> Result<Option<Draft>> {
        self.read(|transaction| {
            let found: Option<(String, i64)> = transaction
                .prepare_cached("SELECT text, saved_at FROM draft WHERE ticket_id = ?1 AND kind = ?2 AND context = ?3")?
                .query_row((number(key.ticket), key.kind.word(), &key.context), |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })
                .optional()?;
            Ok(found.map(|(text, saved_at)| Draft {
                key: key.clone(),
                text,
                saved_at: Timestamp::from_millis(saved_at),
            }))
        })
    }

    /// All drafts of a ticket, or with `None` those that belong to no ticket yet; newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn drafts(&self, ticket: Option<TicketId>) -> Result<Vec<Draft>> {
        self.read(|transaction| of(transaction, ticket))
    }

    /// How many drafts there are, of all tickets.
    ///
    /// # Errors
    /// When the database fails.
    pub fn count_drafts(&self) -> Result<u64> {
        self.read(|transaction| {
            let count = "SELECT count(*) FROM draft WHERE trim(text, char(9, 10, 13, 32)) <> ''";
            Ok(transaction.query_row(count, [], |row| row.get(0))?)
        })
    }

    /// Forgets a draft: it was sent, or the person threw it away.
    ///
    /// # Errors
    /// When the database fails.
    pub fn forget_draft(&self, key: &DraftKey) -> Result<()> {
        self.write(|transaction| {
            transaction.execute(
                "DELETE FROM draft WHERE ticket_id = ?1 AND kind = ?2 AND context = ?3",
                (number(key.ticket), key.kind.word(), &key.context),
            )?;
            Ok(())
        })
    }
}

fn save(connection: &Connection, key: &DraftKey, text: &str, now: Timestamp) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO draft (ticket_id, kind, context, text, saved_at) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (ticket_id, kind, context) DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at",
        )?
        .execute((number(key.ticket), key.kind.word(), &key.context, text, now.millis()))?;
    Ok(())
}

/// Keeps a text that would be lost otherwise; where there is a draft of that kind already, at its end, so that whoever
/// opens it finds both.
pub(super) fn keep(connection: &Connection, key: &DraftKey, text: &str, now: Timestamp) -> Result<()> {
    let there: Option<String> = connection
        .prepare_cached("SELECT text FROM draft WHERE ticket_id = ?1 AND kind = ?2 AND context = ?3")?
        .query_row((number(key.ticket), key.kind.word(), &key.context), |row| row.get(0))
        .optional()?;
    let whole = there.map_or_else(|| text.to_owned(), |there| together(&there, text));
    save(connection, key, &whole, now)
}

/// Keeps the drafts of a ticket that never was among those that belong to no ticket.
pub(super) fn orphan(connection: &Connection, ticket: TicketId, now: Timestamp) -> Result<()> {
    for draft in of(connection, Some(ticket))? {
        let key = DraftKey {
            ticket: None,
            ..draft.key
        };
        keep(connection, &key, &draft.text, now)?;
    }
    connection.execute("DELETE FROM draft WHERE ticket_id = ?1", [ticket.0])?;
    Ok(())
}

/// Two drafts of one kind in one: texts below one another; of forms, field by field.
fn together(there: &str, text: &str) -> String {
    let fields = |text: &str| serde_json::from_str::<BTreeMap<String, String>>(text).ok();
    let (Some(mut there_fields), Some(new_fields)) = (fields(there), fields(text)) else {
        return below(there, text);
    };
    for (name, new) in new_fields {
        match there_fields.get_mut(&name) {
            None => {
                there_fields.insert(name, new);
            }
            Some(there) if LONG.contains(&name.as_str()) => *there = below(there, &new),
            // What fits on one line is what the person typed last.
            Some(_) => {}
        }
    }
    serde_json::json!(there_fields).to_string()
}

fn below(there: &str, text: &str) -> String {
    match there.trim().is_empty() || there == text {
        true => text.to_owned(),
        false => format!("{there}{DIVIDER}{text}"),
    }
}

fn of(connection: &Connection, ticket: Option<TicketId>) -> Result<Vec<Draft>> {
    let mut statement = connection.prepare_cached(
        "SELECT kind, context, text, saved_at FROM draft WHERE ticket_id = ?1 ORDER BY saved_at DESC",
    )?;
    let rows = statement.query_map([number(ticket)], |row| {
        let word: String = row.get(0)?;
        let draft = |kind| {
            Ok(Draft {
                key: DraftKey {
                    ticket,
                    kind,
                    context: row.get(1)?,
                },
                text: row.get(2)?,
                saved_at: Timestamp::from_millis(row.get(3)?),
            })
        };
        DraftKind::from_word(&word).map(draft).transpose()
    })?;
    Ok(rows
        .collect::<rusqlite::Result<Vec<_>>>()?
        .into_iter()
        .flatten()
        .collect())
}

/// Lets drafts follow a ticket that got its number.
pub(super) fn renumber(connection: &Connection, from: TicketId, to: TicketId) -> Result<()> {
    connection.execute(
        "UPDATE OR REPLACE draft SET ticket_id = ?2 WHERE ticket_id = ?1",
        (from.0, to.0),
    )?;
    Ok(())
}
