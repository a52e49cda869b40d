//! The names that history keeps, from the database.

use super::people;
use crate::domain::{Person, Statuses};
use crate::entities::QUEUE;
use crate::records::history::Labels;
use crate::server::store::rows;
use rusqlite::Connection;

/// Looks names up while history is written.
pub struct DatabaseLabels<'a> {
    /// Where.
    pub connection: &'a Connection,
    /// The statuses of both sides.
    pub statuses: &'a Statuses,
}

impl Labels for DatabaseLabels<'_> {
    fn queue(&self, id: i64) -> String {
        // A name that can't be read is no reason to lose the entry: its number stands in.
        let queue = rows::get(self.connection, &QUEUE, id).ok().flatten();
        queue
            .and_then(|queue| queue.text("name").map(str::to_owned))
            .unwrap_or_else(|| format!("?{id}"))
    }

    fn person(&self, person: Person) -> String {
        people::name(self.connection, person)
            .ok()
            .flatten()
            .unwrap_or_else(|| format!("?{}", person.number()))
    }

    fn statuses(&self) -> &Statuses {
        self.statuses
    }
}
