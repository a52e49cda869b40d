//! Rows as Autotask's routes give them: a request type that a client made for itself is no issue type there (13.1).

use crate::domain::Actor;
use crate::entities::{Entity, REQUEST_TYPE, Row, TICKET, Value};
use crate::query::{Filter, Place, Query, Test};
use crate::server::operations::read::{self, Rows};
use crate::server::operations::{OperationError, Operations};
use crate::server::reader::Reader;
use crate::server::store::{StoreError, rows};
use rusqlite::Connection;
use std::collections::HashSet;

impl Operations {
    /// A page of what a query selects and the reader sees.
    ///
    /// # Errors
    /// A field that the reader is never given.
    pub async fn autotask_query(
        &self,
        reader: Actor,
        query: Query,
        after: Option<Place>,
    ) -> Result<Rows, OperationError> {
        let now = self.now();
        self.answer_query(move |connection| {
            let reader = Reader::of(connection, &reader, now)?;
            let mut found = read::select(connection, &reader, &query, after.as_ref())?;
            hide_clients_request_types(connection, query.filter.entity(), &mut found.rows)?;
            Ok(found)
        })
        .await
    }

    /// The row of that id, if the reader sees it.
    ///
    /// # Errors
    /// The database's.
    pub async fn autotask_row(
        &self,
        reader: Actor,
        entity: &'static Entity,
        id: i64,
    ) -> Result<Option<Row>, OperationError> {
        let now = self.now();
        self.read(move |connection| {
            let reader = Reader::of(connection, &reader, now)?;
            let mut row = read::get(connection, &reader, entity, id)?;
            hide_clients_request_types(connection, entity, row.as_mut_slice())?;
            Ok(row)
        })
        .await
    }
}

/// Empties the issue types that are clients' own.
///
/// # Errors
/// The database's.
pub fn hide_clients_request_types(
    connection: &Connection,
    entity: &Entity,
    rows: &mut [Row],
) -> Result<(), StoreError> {
    if *entity != TICKET || rows.is_empty() {
        return Ok(());
    }
    let hidden = clients_request_types(connection, rows)?;
    let is_hidden = |row: &Row| row.integer("issueType").is_some_and(|id| hidden.contains(&id));
    for row in rows.iter_mut().filter(|row| is_hidden(row)) {
        row.set("issueType", Value::Null);
    }
    Ok(())
}

/// The request types of these tickets that clients made for themselves.
///
/// # Errors
/// The database's.
pub fn clients_request_types(connection: &Connection, tickets: &[Row]) -> Result<HashSet<i64>, StoreError> {
    let used: HashSet<i64> = tickets.iter().filter_map(|row| row.integer("issueType")).collect();
    let used = Filter::one_of(&REQUEST_TYPE, "id", used)?;
    let theirs = Filter::condition(&REQUEST_TYPE, "companyID", Test::Exist)?;
    Ok(rows::find(connection, &used.and(theirs))?.iter().map(Row::id).collect())
}
