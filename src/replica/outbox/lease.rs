//! Which of several consoles may push: one at a time, for a while.

use crate::base::Timestamp;
use crate::replica::{Replica, Result};
use rusqlite::OptionalExtension;
use std::time::Duration;

/// How long a lease lasts unless it is taken again, as it is before each change: so long waits a console whose
/// forerunner was killed. A change that takes longer may be sent by two, which its key makes harmless.
pub const LEASE_LENGTH: Duration = Duration::from_secs(12);

impl Replica {
    /// Takes or prolongs the lease for this console. Says whether it has it now.
    ///
    /// # Errors
    /// When the database fails.
    pub fn take_lease(&self, holder: &str, now: Timestamp) -> Result<bool> {
        let length = i64::try_from(LEASE_LENGTH.as_millis()).unwrap_or(i64::MAX);
        self.write(|transaction| {
            let held: Option<(String, i64)> = transaction
                .query_row("SELECT holder, until FROM lease", [], |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })
                .optional()?;
            let is_free = held.is_none_or(|(other, until)| {
                let left = until - now.millis();
                // An end much farther off than any lease lasts means that the clock was put back; a little is the time
                // between looking at the clock and asking here.
                other == holder || left <= 0 || left > 2 * length
            });
            if is_free {
                transaction.execute(
                    "INSERT INTO lease (id, holder, until) VALUES (1, ?1, ?2)
                     ON CONFLICT (id) DO UPDATE SET holder = excluded.holder, until = excluded.until",
                    (holder, now.millis() + length),
                )?;
            }
            Ok(is_free)
        })
    }

    /// Gives the lease back, so that another console needn't wait for its end.
    ///
    /// # Errors
    /// When the database fails.
    pub fn give_back_lease(&self, holder: &str) -> Result<()> {
        self.write(|transaction| {
            transaction.execute("DELETE FROM lease WHERE holder = ?1", [holder])?;
            Ok(())
        })
    }
}
