//! Administrative acts that were sent and not answered, by their keys. They are no changes of the outbox: the next time
//! the same act is asked for it goes with the same key, so that it happens once. That ends where what is asked for is
//! another act of the same words: after a while, and once it was seen what became of the first one.

use super::{Replica, Result};
use crate::base::Timestamp;
use crate::base::ids::{ChangeId, Ids};
use crate::records::administration::Administration;
use rusqlite::OptionalExtension;

/// So long an act that is asked for again is the same one, in minutes.
const SAME: i64 = 10;

impl Replica {
    /// The key of an act that is about to be sent: the one that it was sent with shortly before, else a new one.
    ///
    /// # Errors
    /// When the database fails; then the act must not be sent.
    pub fn key_of(&self, act: &Administration, now: Timestamp, ids: &dyn Ids) -> Result<ChangeId> {
        // What holds a password is not written down; its key lives as long as its dialog.
        if act.holds_secret() {
            return Ok(ids.change());
        }
        let text = serde_json::to_string(act)?;
        self.write(|transaction| {
            transaction
                .prepare_cached("DELETE FROM unanswered WHERE asked_at NOT BETWEEN ?1 AND ?2")?
                .execute((now.plus_minutes(-SAME).millis(), now.millis()))?;
            let kept: Option<String> = transaction
                .prepare_cached("SELECT key FROM unanswered WHERE act = ?1")?
                .query_row([&text], |row| row.get(0))
                .optional()?;
            if let Some(key) = kept.and_then(|key| key.parse().ok()) {
                return Ok(ChangeId(key));
            }
            let key = ids.change();
            transaction
                .prepare_cached("INSERT OR REPLACE INTO unanswered (key, act, asked_at) VALUES (?1, ?2, ?3)")?
                .execute((key.to_string(), &text, now.millis()))?;
            Ok(key)
        })
    }

    /// No answer came: the act keeps its key, from now on for as long as it counts as the same one.
    ///
    /// # Errors
    /// When the database fails.
    pub fn unanswered(&self, key: ChangeId, act: &Administration, now: Timestamp) -> Result<()> {
        if act.holds_secret() {
            return Ok(());
        }
        let text = serde_json::to_string(act)?;
        self.write(|transaction| {
            transaction
                .prepare_cached("INSERT OR REPLACE INTO unanswered (key, act, asked_at) VALUES (?1, ?2, ?3)")?
                .execute((key.to_string(), &text, now.millis()))?;
            Ok(())
        })
    }

    /// The server has answered, or can't have got it.
    ///
    /// # Errors
    /// When the database fails.
    pub fn answered(&self, key: ChangeId) -> Result<()> {
        self.write(|transaction| {
            transaction.execute("DELETE FROM unanswered WHERE key = ?1", [key.to_string()])?;
            Ok(())
        })
    }

    /// The person saw what became of these acts, as far as they were sent no later than `since`: asked for again, they are
    /// meant once more.
    ///
    /// # Errors
    /// When the database fails.
    pub fn forget_shown(&self, since: Timestamp, is_shown: impl Fn(&Administration) -> bool) -> Result<()> {
        let sent: Vec<(String, String)> = self.read(|connection| {
            let mut statement = connection.prepare_cached("SELECT key, act FROM unanswered WHERE asked_at <= ?1")?;
            let rows = statement.query_map([since.millis()], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })?;
        for (key, text) in sent {
            // What an older console wrote and can't be read is of no use either.
            let is_over = serde_json::from_str(&text).map_or(true, |act| is_shown(&act));
            if let (true, Ok(key)) = (is_over, key.parse()) {
                self.answered(ChangeId(key))?;
            }
        }
        Ok(())
    }
}
