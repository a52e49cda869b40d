//! Reading rows: every query, count and look-up passes the reader's filter (`visible`).

use super::{OperationError, Operations, change, open_tickets};
use crate::base::ids::TicketId;
use crate::domain::Actor;
use crate::entities::{Entity, NOTIFICATION, Row, TICKET, Value, Wanted};
use crate::query::sql::{self, Sql};
use crate::query::{Filter, Place, Query, Searched, Sort};
use crate::server::reader::Reader;
use crate::server::store::rows::{self, Selected};
use crate::server::store::{StoreError, seed, words};
use crate::server::visible::{self, Visible};
use rusqlite::Connection;

/// A page of rows, and where the next one begins.
#[derive(Debug)]
pub struct Rows {
    /// The rows, as this reader is given them.
    pub rows: Vec<Row>,
    /// Where the next page begins; none after the last one.
    pub next: Option<Place>,
}

impl Operations {
    /// A page of what a query selects and the reader sees.
    ///
    /// # Errors
    /// A field that the reader is never given.
    pub async fn query(&self, reader: Actor, query: Query, after: Option<Place>) -> Result<Rows, OperationError> {
        let now = self.now();
        self.answer_query(move |connection| {
            let reader = Reader::of(connection, &reader, now)?;
            select(connection, &reader, &query, after.as_ref())
        })
        .await
    }

    /// How many rows a filter selects of those that the reader sees.
    ///
    /// # Errors
    /// As [`Operations::query`].
    pub async fn count(&self, reader: Actor, filter: Filter) -> Result<u64, OperationError> {
        let now = self.now();
        self.answer_query(move |connection| {
            let reader = Reader::of(connection, &reader, now)?;
            let entity = filter.entity();
            visible::check(&reader, &filter, &Sort::by_id(entity))?;
            let searched = words::searched(connection, &filter, &visible::searched(&reader))?;
            let condition = condition(connection, &reader, &filter, &searched)?;
            Ok(rows::count(connection, entity, condition)?)
        })
        .await
    }

    /// The row of that id, if the reader sees it.
    ///
    /// # Errors
    /// `not_found` both where it is absent and where it is invisible.
    pub async fn row(&self, reader: Actor, entity: &'static Entity, id: i64) -> Result<Row, OperationError> {
        let now = self.now();
        self.read(move |connection| {
            let reader = Reader::of(connection, &reader, now)?;
            let row = get(connection, &reader, entity, id)?;
            row.ok_or(OperationError::NotFound)
        })
        .await
    }

    /// A ticket's notes, time or history that the reader sees, the oldest first.
    ///
    /// # Errors
    /// `not_found` where the reader sees no such ticket.
    pub async fn parts(
        &self,
        reader: Actor,
        entity: &'static Entity,
        ticket: TicketId,
    ) -> Result<Vec<Row>, OperationError> {
        let now = self.now();
        self.read(move |connection| {
            let reader = Reader::of(connection, &reader, now)?;
            change::visible_ticket(connection, &reader, ticket)?;
            let filter = Filter::eq(entity, "ticketID", ticket.0)?;
            let condition = rows::both(rows::condition(&filter, &[]), seen(&reader, entity)?.condition());
            let sort = Sort::by_id(entity);
            let wanted = Selected {
                fields: Wanted::All,
                condition,
                sort: &sort,
                after: None,
                limit: MOST_PARTS,
            };
            let rows = rows::select(connection, entity, wanted)?;
            Ok(visible::all_masked(&reader, entity, rows))
        })
        .await
    }

    /// Marks one of the person's own notifications as read.
    ///
    /// # Errors
    /// `not_found` where it is not theirs.
    pub async fn read_notification(&self, reader: Actor, id: i64) -> Result<Row, OperationError> {
        self.write(move |writing| {
            let reader = Reader::of(writing, &reader, writing.at())?;
            get(writing, &reader, &NOTIFICATION, id)?.ok_or(OperationError::NotFound)?;
            // What is kept, not what this person is given of it, is written again.
            let before = rows::get(writing, &NOTIFICATION, id)?.ok_or(OperationError::NotFound)?;
            let mut row = before.clone();
            if before.time("readDateTime").is_none() {
                row.set("readDateTime", writing.at());
                writing.update(&before, &row)?;
            }
            Ok(visible::masked(&reader, row))
        })
        .await
    }

    /// The provider's name.
    ///
    /// # Errors
    /// The database's.
    pub async fn instance_name(&self) -> Result<String, OperationError> {
        let now = self.now();
        self.read(move |connection| Ok(seed::instance(connection, now)?.name))
            .await
    }
}

/// More notes, time or history than any ticket has.
const MOST_PARTS: usize = 10_000;

fn seen(reader: &Reader, entity: &'static Entity) -> Result<Visible, StoreError> {
    Ok(visible::of(reader, entity)?)
}

/// A filter and what the reader sees, as one condition.
fn condition(
    connection: &Connection,
    reader: &Reader,
    filter: &Filter,
    searched: &Searched,
) -> Result<Sql, StoreError> {
    let asked = sql::condition_searching(filter, searched);
    let asked = open_tickets::narrowed(connection, filter, asked)?;
    Ok(rows::both(asked, seen(reader, filter.entity())?.condition()))
}

/// The fields that it takes to answer a query: those that are asked for, those that others are made from, and those
/// that say where the next page begins.
fn fields(query: &Query) -> Wanted {
    let entity = query.filter.entity();
    match query.selection.wanted(entity) {
        Wanted::All => Wanted::All,
        Wanted::These(mut fields) => {
            let besides = visible::sources(entity)
                .into_iter()
                .filter_map(|name| entity.field(name));
            fields.extend(besides.chain(entity.field("id")));
            fields.extend(query.sort.keys().iter().map(|(field, _)| *field));
            Wanted::These(fields)
        }
    }
}

/// A page of rows.
///
/// # Errors
/// A field that the reader is never given.
pub fn select(
    connection: &Connection,
    reader: &Reader,
    query: &Query,
    after: Option<&Place>,
) -> Result<Rows, OperationError> {
    let entity = query.filter.entity();
    visible::check(reader, &query.filter, &query.sort)?;
    let searched = words::searched(connection, &query.filter, &visible::searched(reader))?;
    let in_order = sql::words_in_order(&query.filter, &query.sort, &searched);
    let condition = match in_order {
        Some(_) => seen(reader, entity)?.condition(),
        None => condition(connection, reader, &query.filter, &searched)?,
    };
    let wanted = Selected {
        fields: fields(query),
        condition,
        sort: &query.sort,
        after,
        limit: query.max_records + 1,
    };
    let statement = match in_order {
        Some((table, own)) => rows::statement_through(table, own, entity, wanted),
        None => rows::statement(entity, wanted),
    };
    let mut rows = rows::run(connection, entity, statement)?;
    let is_last = rows.len() <= query.max_records;
    rows.truncate(query.max_records);
    let next = rows
        .last()
        .filter(|_| !is_last)
        .map(|last| Place::of(&query.sort, last));
    let rows = visible::all_masked(reader, entity, rows);
    Ok(Rows { rows, next })
}

/// The row of that id, as the reader is given it, if they see it.
///
/// # Errors
/// The database's.
pub fn get(
    connection: &Connection,
    reader: &Reader,
    entity: &'static Entity,
    id: i64,
) -> Result<Option<Row>, OperationError> {
    let Some(row) = rows::get(connection, entity, id)? else {
        return Ok(None);
    };
    let visible = seen(reader, entity)?;
    let ticket = match (visible.needs_ticket(), row.entity().field("ticketID")) {
        (true, Some(field)) => match row.value(field) {
            Value::Integer(ticket) => rows::get(connection, &TICKET, *ticket)?,
            _ => None,
        },
        _ => None,
    };
    let shown = visible.shows(&row, ticket.as_ref());
    Ok(Some(row).filter(|_| shown).map(|row| visible::masked(reader, row)))
}
