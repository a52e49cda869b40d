//! Administrative acts that were sent and not answered, by their keys. They are no changes of the outbox: the next time
//! the same act is asked for it goes with the same key, so that it happens once.

use super::{Replica, Result};
use crate::base::ids::{ChangeId, Ids};
use crate::records::administration::Administration;
use rusqlite::OptionalExtension;

impl Replica {
    /// The key of an act that is about to be sent: the one that it was sent with before, else a new one.
    ///
    /// # Errors
    /// When the database fails; then the act must not be sent.
    pub fn key_of(&self, act: &Administration, ids: &dyn Ids) -> Result<ChangeId> {
        // What holds a password is not written down; its key lives as long as its dialog.
        if act.holds_secret() {
            return Ok(ids.change());
        }
        let text = serde_json::to_string(act)?;
        self.write(|transaction| {
            let kept: Option<String> = transaction
                .prepare_cached("SELECT key FROM unanswered WHERE act = ?1")?
                .query_row([&text], |row| row.get(0))
                .optional()?;
            if let Some(key) = kept.and_then(|key| key.parse().ok()) {
                return Ok(ChangeId(key));
            }
            let key = ids.change();
            transaction.execute(
                "INSERT INTO unanswered (key, act) VALUES (?1, ?2)",
                (key.to_string(), &text),
            )?;
            Ok(key)
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
}
