//! What tests look at below the copy's surface.

use super::mirror::window;
use super::{Replica, lock};
use crate::base::ids::TicketId;
use crate::query::{Filter, ListOrder};
use crate::records::windows::Anchor;
use rusqlite::types::Value;

impl Replica {
    /// Lets the file grow no further, as a full disk does.
    pub(super) fn limit_pages(&self) {
        let mut writer = lock(&self.writer);
        let writer = self.opened(&mut writer).unwrap();
        let pages: i64 = writer.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
        writer.pragma_update(None, "max_page_count", pages).unwrap();
    }

    /// The counts as the triggers keep them.
    pub(super) fn kept_counts(&self) -> Vec<(String, i64, i64)> {
        self.counts("SELECT kind, key, tickets FROM ticket_count WHERE tickets <> 0 ORDER BY kind, key")
    }

    /// The counts as they are.
    pub(super) fn counted_counts(&self) -> Vec<(String, i64, i64)> {
        self.counts("SELECT kind, key, count(*) FROM countable GROUP BY kind, key ORDER BY kind, key")
    }

    fn counts(&self, text: &str) -> Vec<(String, i64, i64)> {
        let connection = lock(&self.reader);
        let mut statement = connection.prepare(text).unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
        rows.unwrap().collect::<rusqlite::Result<_>>().unwrap()
    }

    /// A window of a list that is walked however short it is.
    pub(super) fn walked(
        &self,
        filter: &Filter,
        order: &ListOrder,
        anchor: Anchor,
        limit: usize,
    ) -> (Vec<i64>, bool, bool) {
        window::walked(&lock(&self.reader), filter, order, anchor, limit).unwrap()
    }

    /// How the database would walk a list from a ticket in both directions, one text a statement.
    pub(super) fn plans(&self, filter: &Filter, order: &ListOrder, ticket: TicketId) -> Vec<String> {
        let connection = lock(&self.reader);
        let plan = |(text, parameters): (String, Vec<Value>)| {
            let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {text}")).unwrap();
            let lines = statement.query_map(rusqlite::params_from_iter(parameters), |row| row.get::<_, String>(3));
            lines.unwrap().collect::<rusqlite::Result<Vec<_>>>().unwrap().join("; ")
        };
        window::statements(&connection, filter, order, ticket)
            .unwrap()
            .into_iter()
            .map(plan)
            .collect()
    }
}
