//! Half-typed text, saved as it is typed, so that a lost terminal takes a second of it at most.

use super::{Replica, Result};
use crate::base::Timestamp;
use crate::base::ids::TicketId;
use crate::records::drafts::{Draft, DraftKey, DraftKind};
use rusqlite::{Connection, OptionalExtension};

/// The ticket id in the table of a draft that belongs to no ticket yet.
const NO_TICKET: i64 = 0;

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

/// Keeps a text that would be lost otherwise, beside a draft of that kind that is there already.
pub(super) fn keep(
    connection: &Connection,
    mut key: DraftKey,
    text: &str,
    now: Timestamp,
    beside: &str,
) -> Result<DraftKey> {
    let is_taken: bool = connection.query_row(
        "SELECT EXISTS (SELECT 1 FROM draft WHERE ticket_id = ?1 AND kind = ?2 AND context = ?3)",
        (number(key.ticket), key.kind.word(), &key.context),
        |row| row.get(0),
    )?;
    if is_taken {
        beside.clone_into(&mut key.context);
    }
    save(connection, &key, text, now)?;
    Ok(key)
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
