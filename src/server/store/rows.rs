//! Rows of any entity, read by id or by filter. What a reader may see is part of the filter by the time it gets here.

use super::StoreError;
use crate::entities::{Entity, Row, Value, Wanted};
use crate::query::sql::{self, Sql};
use crate::query::{Direction, Filter, Place, Sort, WordColumn};
use rusqlite::{Connection, OptionalExtension, params_from_iter};

/// The row of that id.
///
/// # Errors
/// The database's.
pub fn get(connection: &Connection, entity: &'static Entity, id: i64) -> Result<Option<Row>, StoreError> {
    let select = format!("SELECT {} FROM {} WHERE id = ?1", entity.columns(), entity.table);
    let mut statement = connection.prepare_cached(&select)?;
    let row = statement.query_row([id], |columns| Row::from_sql(entity, columns));
    Ok(row.optional()?)
}

/// Which rows are wanted: their fields, a condition, an order, and where the last page ended.
#[derive(Debug)]
pub struct Selected<'a> {
    /// Which of their fields.
    pub fields: Wanted,
    /// The condition, as [`condition`] makes it.
    pub condition: Sql,
    /// The order.
    pub sort: &'a Sort,
    /// Where the page before ended.
    pub after: Option<&'a Place>,
    /// How many at most.
    pub limit: usize,
}

/// A filter as a condition, words being searched in these columns only.
#[must_use]
pub fn condition(filter: &Filter, searched: &[WordColumn]) -> Sql {
    sql::condition(filter, searched)
}

/// Both conditions.
#[must_use]
pub fn both(mut left: Sql, right: Sql) -> Sql {
    left.text = format!("({}) AND ({})", left.text, right.text);
    left.parameters.extend(right.parameters);
    left
}

/// The statement that selects a page.
#[must_use]
pub fn statement(entity: &Entity, wanted: Selected<'_>) -> Sql {
    let mut condition = wanted.condition;
    if let Some(place) = wanted.after {
        condition = both(condition, sql::after(wanted.sort, place));
    }
    condition.text = format!(
        "SELECT {} FROM {} WHERE {} ORDER BY {} LIMIT {}",
        entity.columns_of_table(&wanted.fields),
        entity.table,
        condition.text,
        sql::order(wanted.sort),
        wanted.limit
    );
    condition
}

/// The statement that selects a page by ids out of a table with the same ids, which is read first and in their order.
#[must_use]
pub fn statement_through(table: &str, own: Sql, entity: &Entity, wanted: Selected<'_>) -> Sql {
    let mut condition = both(own, wanted.condition);
    let descends = matches!(wanted.sort.keys(), [(_, Direction::Descending)]);
    if let Some(Value::Integer(id)) = wanted.after.and_then(|place| place.values().first()) {
        let sign = if descends { '<' } else { '>' };
        condition.text.push_str(&format!(" AND {table}.rowid {sign} ?"));
        condition.parameters.push((*id).into());
    }
    condition.text = format!(
        // The planner keeps the order of a cross join.
        "SELECT {} FROM {table} CROSS JOIN {name} ON {name}.id = {table}.rowid WHERE {} ORDER BY {table}.rowid {} LIMIT {}",
        entity.columns_of_table(&wanted.fields),
        condition.text,
        if descends { "DESC" } else { "ASC" },
        wanted.limit,
        name = entity.table,
    );
    condition
}

/// A page of rows.
///
/// # Errors
/// The database's.
pub fn select(connection: &Connection, entity: &'static Entity, wanted: Selected<'_>) -> Result<Vec<Row>, StoreError> {
    run(connection, entity, statement(entity, wanted))
}

/// The rows of a statement that [`statement`] or [`statement_through`] made.
///
/// # Errors
/// The database's.
pub fn run(connection: &Connection, entity: &'static Entity, select: Sql) -> Result<Vec<Row>, StoreError> {
    let mut statement = connection.prepare_cached(&select.text)?;
    let rows = statement.query_map(params_from_iter(select.parameters), |columns| {
        Row::from_sql(entity, columns)
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How many rows a condition selects.
///
/// # Errors
/// The database's.
pub fn count(connection: &Connection, entity: &'static Entity, condition: Sql) -> Result<u64, StoreError> {
    let text = format!("SELECT count(*) FROM {} WHERE {}", entity.table, condition.text);
    let mut statement = connection.prepare_cached(&text)?;
    let count: i64 = statement.query_row(params_from_iter(condition.parameters), |columns| columns.get(0))?;
    Ok(u64::try_from(count).unwrap_or_default())
}

/// All rows that a filter selects, by ascending id: for the server's own questions, which are about few rows.
///
/// # Errors
/// The database's.
pub fn find(connection: &Connection, filter: &Filter) -> Result<Vec<Row>, StoreError> {
    let wanted = Selected {
        fields: Wanted::All,
        condition: condition(filter, &[]),
        sort: &Sort::by_id(filter.entity()),
        after: None,
        limit: usize::try_from(i64::MAX).unwrap_or(usize::MAX),
    };
    select(connection, filter.entity(), wanted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::TICKET;
    use crate::server::store::migrations;

    #[test]
    fn columns_that_nobody_wants_are_not_read() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrations::run(&mut connection).unwrap();
        connection
            .execute_batch("INSERT INTO ticket (id, title, description) VALUES (7, 'Printer', 'It smokes')")
            .unwrap();
        let sort = Sort::by_id(&TICKET);
        let wanted = |fields| Selected {
            fields,
            condition: condition(&Filter::all(&TICKET), &[]),
            sort: &sort,
            after: None,
            limit: 1,
        };
        let titles = || Wanted::These(["id", "title"].iter().filter_map(|name| TICKET.field(name)).collect());
        let text = statement(&TICKET, wanted(titles())).text;
        assert!(text.contains("ticket.title") && !text.contains("description"), "{text}");
        let rows = select(&connection, &TICKET, wanted(titles())).unwrap();
        let row = rows.first().unwrap();
        assert_eq!(
            (row.id(), row.text("title"), row.text("description")),
            (7, Some("Printer"), None)
        );
        let whole = select(&connection, &TICKET, wanted(Wanted::All)).unwrap();
        assert_eq!(whole.first().unwrap().text("description"), Some("It smokes"));
    }
}
