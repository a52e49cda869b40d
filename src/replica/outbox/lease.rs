//! Which of several consoles may push: one at a time, for a while.

use crate::base::Timestamp;
use crate::replica::{Replica, Result};
use rusqlite::OptionalExtension;
use rustix::io::Errno;
use rustix::process::{Pid, test_kill_process};
use std::time::Duration;
use uuid::Uuid;

/// How long a lease lasts unless it is taken again, as it is before each change: so long waits a console whose
/// forerunner on another host was killed. A change that takes longer may be sent by two, which its key makes harmless.
pub const LEASE_LENGTH: Duration = Duration::from_secs(12);

/// A name under which this process can hold a lease. It says which process of which start of this host it is, so that
/// nobody waits for one that was killed.
#[must_use]
pub fn new_holder() -> String {
    holder_of(std::process::id())
}

fn holder_of(process: u32) -> String {
    let host = this_start_of_the_host().unwrap_or_default();
    format!("{} {process} {host}", Uuid::now_v7())
}

/// What is different after each start of each host; none where the system doesn't say.
fn this_start_of_the_host() -> Option<String> {
    let id = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
    Some(id.trim().to_owned()).filter(|id| !id.is_empty())
}

/// Whether the process that holds a lease has certainly ended.
fn has_ended(holder: &str) -> bool {
    let mut parts = holder.split(' ').skip(1);
    let process = parts.next().and_then(|process| Pid::from_raw(process.parse().ok()?));
    let (Some(process), Some(host)) = (process, parts.next()) else {
        return false;
    };
    let is_here = this_start_of_the_host().is_some_and(|here| here == host);
    is_here && test_kill_process(process) == Err(Errno::SRCH)
}

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
                other == holder || left <= 0 || left > 2 * length || has_ended(&other)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replica::fixture::{Desk, at};

    #[test]
    fn nobody_waits_for_a_console_that_was_killed() {
        let desk = Desk::with(Vec::new());
        let (mine, alive) = (new_holder(), new_holder());
        assert!(desk.replica.take_lease(&alive, at(0)).unwrap());
        assert!(!desk.replica.take_lease(&mine, at(0)).unwrap(), "its process goes on");
        desk.replica.give_back_lease(&alive).unwrap();
        let mut killed = std::process::Command::new("cat")
            .stdin(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        let holder = holder_of(killed.id());
        assert!(desk.replica.take_lease(&holder, at(0)).unwrap());
        killed.kill().unwrap();
        killed.wait().unwrap();
        assert!(desk.replica.take_lease(&mine, at(0)).unwrap());
    }
}
