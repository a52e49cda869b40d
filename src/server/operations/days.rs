//! What happens by itself as days pass: contracts start and end, requests that waited for them open, time that waited is
//! debited, billing periods begin, administrators are reminded. Each matter is a write of its own, and only what is due is
//! written at all.

use super::billing::segments;
use super::contracts::reminders::{self, Reminder};
use super::support::tick::{self, Matter};
use super::{OperationError, Operations};
use crate::base::Date;
use crate::base::ids::CompanyId;
use crate::server::store::{StoreError, Writing, zones};
use rusqlite::Connection;

/// Something that a day brings.
enum Due {
    /// To a support contract.
    Support(Matter),
    /// To a client: units of what is sold to it begin another period.
    Units(CompanyId),
    /// To the administrators.
    Reminder(Reminder),
}

impl Operations {
    /// Does what days have brought since it was called last: at the start, and when the provider's day changes. What fails
    /// stops nothing else; it is tried again the next time.
    ///
    /// # Errors
    /// The database's; of several the last.
    pub async fn tick(&self) -> Result<(), OperationError> {
        let now = self.now();
        let due = self
            .read(move |connection| Ok(due(connection, zones::today(connection, now)?)?))
            .await?;
        let mut result = Ok(());
        for due in due {
            let done = self.write(move |writing| settle(writing, due)).await;
            if let Err(error) = done {
                tracing::warn!(%error, "something that a new day brings could not be done");
                result = Err(error);
            }
        }
        result
    }
}

fn due(connection: &Connection, today: Date) -> Result<Vec<Due>, StoreError> {
    let support = tick::due(connection, today)?.into_iter().map(Due::Support);
    let units = segments::due(connection, today)?.into_iter().map(Due::Units);
    let reminders = reminders::due(connection, today)?.into_iter().map(Due::Reminder);
    Ok(support.chain(units).chain(reminders).collect())
}

fn settle(writing: &Writing<'_>, due: Due) -> Result<(), OperationError> {
    match due {
        Due::Support(matter) => tick::settle(writing, matter),
        Due::Units(company) => segments::begin(writing, company),
        Due::Reminder(reminder) => reminders::tell(writing, reminder),
    }
}
