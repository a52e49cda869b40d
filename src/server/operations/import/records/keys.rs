//! By what records are known: their keys, and the names of rows that the desk has already.

use super::{Portable, Written};
use crate::entities::{COMPANY, Entity, Field, RESOURCE, Row, TICKET, Value};
use crate::records::history::SYSTEM_RESOURCE;
use crate::server::store::seed::OWN_COMPANY;
use crate::server::store::{StoreError, Writing, rows};
use crate::wire::ext::import::ImportRecord;
use crate::wire::ext::import::portable::{PROVIDER, SYSTEM};
use rusqlite::types::Value as SqlValue;
use rusqlite::{Connection, OptionalExtension, Params, params_from_iter};

/// What names a record for good.
pub(super) struct Key<'a> {
    source: &'a str,
    entity: &'static Entity,
    key: &'a str,
    /// Whether the other desk gave it; else it is a digest, and the record's row may be that of another record too.
    is_given: bool,
}

/// A record that hasn't come yet.
pub(super) struct Awaited {
    pub(super) target: &'static Entity,
    pub(super) key: String,
}

impl<'a> Key<'a> {
    pub(super) fn of(source: &'a str, entity: &'static Entity, record: &'a ImportRecord) -> Self {
        Self {
            source,
            entity,
            key: record.key.as_deref().unwrap_or(&record.digest),
            is_given: record.key.is_some(),
        }
    }

    /// What the other desk knows it by.
    pub(super) fn word(&self) -> &'a str {
        self.key
    }

    /// Whether this form of the record was taken before.
    pub(super) fn is_taken(&self, connection: &Connection, digest: &str) -> Result<bool, StoreError> {
        let mut statement = connection.prepare_cached(
            "SELECT 1 FROM import_record_taken WHERE source = ?1 AND entity = ?2 AND key = ?3 AND digest = ?4",
        )?;
        Ok(statement.exists((self.source, self.entity.name, self.key, digest))?)
    }

    /// The row that the record became, and whether the import made it.
    pub(super) fn row(&self, connection: &Connection) -> Result<Option<(i64, bool)>, StoreError> {
        let mut statement = connection
            .prepare_cached("SELECT row_id, made FROM import_record WHERE source = ?1 AND entity = ?2 AND key = ?3")?;
        let found = statement.query_row((self.source, self.entity.name, self.key), |row| {
            Ok((row.get(0)?, row.get(1)?))
        });
        let found = found.optional()?;
        Ok(found.or_else(|| always(self.entity, self.key).map(|id| (id, false))))
    }

    /// The row that the desk has already under the same name. One that another record of this source became is somebody
    /// else of the same name.
    pub(super) fn known(
        &self,
        connection: &Connection,
        portable: &'static Portable,
        values: &[(&'static Field, Value)],
    ) -> Result<Option<i64>, StoreError> {
        for names in portable.known_by {
            let mut conditions = Vec::new();
            let mut parameters = Vec::new();
            for name in *names {
                let given = values.iter().find(|(field, _)| field.name == *name);
                let value = given.map_or(SqlValue::Null, |(_, value)| value.into());
                let column = portable.entity.field(name).map(Field::column).unwrap_or_default();
                conditions.push(format!("{column} IS ?{}", conditions.len() + 1));
                parameters.push(value);
            }
            let is_said = names.iter().zip(&parameters).all(|(name, value)| match value {
                SqlValue::Null => *name == "companyID",
                SqlValue::Text(text) => !text.is_empty() || *name == "firstName" || *name == "lastName",
                _ => true,
            });
            if !is_said {
                continue;
            }
            if let Some(id) = self.first(connection, &conditions.join(" AND "), parameters)? {
                return Ok(Some(id));
            }
        }
        Ok(None)
    }

    fn first(
        &self,
        connection: &Connection,
        conditions: &str,
        mut parameters: Vec<SqlValue>,
    ) -> Result<Option<i64>, StoreError> {
        let table = self.entity.table;
        let mut select = format!("SELECT id FROM {table} WHERE {conditions}");
        if self.is_given {
            let (entity, source) = (parameters.len() + 1, parameters.len() + 2);
            select.push_str(&format!(
                " AND NOT EXISTS (SELECT 1 FROM import_record
                   WHERE entity = ?{entity} AND row_id = {table}.id AND source = ?{source})"
            ));
            parameters.push(SqlValue::Text(self.entity.name.to_owned()));
            parameters.push(SqlValue::Text(self.source.to_owned()));
        }
        select.push_str(" ORDER BY id LIMIT 1");
        one(connection, &select, params_from_iter(parameters))
    }

    /// Takes note of what the record became, and tells the rows that wait for it.
    pub(super) fn remember(&self, writing: &Writing<'_>, written: &Written, digest: &str) -> Result<(), StoreError> {
        writing
            .prepare_cached(
                "INSERT INTO import_record (source, entity, key, row_id, made) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT DO UPDATE SET row_id = excluded.row_id, made = excluded.made",
            )?
            .execute((
                self.source,
                self.entity.name,
                self.key,
                written.row.id(),
                written.is_made,
            ))?;
        writing
            .prepare_cached("INSERT INTO import_record_taken (source, entity, key, digest) VALUES (?1, ?2, ?3, ?4)")?
            .execute((self.source, self.entity.name, self.key, digest))?;
        if self.is_given {
            self.fill_in(writing, written.row.id())?;
        }
        Ok(())
    }

    /// Puts the row's id into the fields that wait for this record.
    fn fill_in(&self, writing: &Writing<'_>, id: i64) -> Result<(), StoreError> {
        let mut statement = writing.prepare_cached(
            "DELETE FROM import_awaited WHERE source = ?1 AND entity = ?2 AND key = ?3 RETURNING in_entity, row_id, field",
        )?;
        let waiting = statement.query_map((self.source, self.entity.name, self.key), |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, i64>(1)?,
                row.get::<_, String>(2)?,
            ))
        })?;
        let waiting: Vec<_> = waiting.collect::<Result<_, _>>()?;
        for (entity, row, field) in waiting {
            let Some(entity) = crate::entities::by_name(&entity) else {
                continue;
            };
            if let Some(before) = rows::get(writing, entity, row)? {
                let mut row = before.clone();
                row.set(&field, id);
                writing.update(&before, &row)?;
            }
        }
        Ok(())
    }
}

/// Takes note that a row's field waits for a record.
pub(super) fn await_record(
    connection: &Connection,
    source: &str,
    awaited: &Awaited,
    row: &Row,
    field: &Field,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(
        "INSERT INTO import_awaited (source, entity, key, in_entity, row_id, field) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT DO NOTHING",
    )?;
    statement.execute((
        source,
        awaited.target.name,
        &awaited.key,
        row.entity().name,
        row.id(),
        field.name,
    ))?;
    Ok(())
}

/// How many fields wait for records of this source.
///
/// # Errors
/// The database's.
pub(in crate::server::operations::import) fn awaited(connection: &Connection, source: &str) -> Result<u64, StoreError> {
    let mut statement = connection.prepare_cached("SELECT count(*) FROM import_awaited WHERE source = ?1")?;
    let count: i64 = statement.query_row([source], |row| row.get(0))?;
    Ok(u64::try_from(count).unwrap_or_default())
}

/// The row that a record of this source became.
pub(super) fn find(
    connection: &Connection,
    source: &str,
    entity: &Entity,
    key: &str,
) -> Result<Option<i64>, StoreError> {
    let select = "SELECT row_id FROM import_record WHERE source = ?1 AND entity = ?2 AND key = ?3";
    let found = one(connection, select, (source, entity.name, key))?;
    Ok(found.or_else(|| always(entity, key)))
}

/// What every desk has: the provider itself, and what the system does.
fn always(entity: &Entity, key: &str) -> Option<i64> {
    match key {
        PROVIDER if *entity == COMPANY => Some(OWN_COMPANY),
        SYSTEM if *entity == RESOURCE => Some(SYSTEM_RESOURCE),
        _ => None,
    }
}

/// A ticket of this source by its key, or by its number there.
pub(super) fn ticket(connection: &Connection, source: &str, number: &str) -> Result<Option<i64>, StoreError> {
    if let Some(id) = find(connection, source, &TICKET, number)? {
        return Ok(Some(id));
    }
    let select = "SELECT ticket_id FROM import_ticket WHERE source = ?1 AND number = ?2";
    one(connection, select, (source, number))
}

/// The company of a ticket.
pub(super) fn company_of_ticket(connection: &Connection, ticket: i64) -> Result<Option<i64>, StoreError> {
    one(connection, "SELECT company_id FROM ticket WHERE id = ?1", [ticket])
}

/// The first row whose column says this.
pub(super) fn called(
    connection: &Connection,
    entity: &Entity,
    column: &str,
    name: &str,
) -> Result<Option<i64>, StoreError> {
    let select = format!(
        "SELECT id FROM {} WHERE {column} = ?1 ORDER BY id LIMIT 1",
        entity.table
    );
    one(connection, &select, [name])
}

/// A client's queue.
pub(super) fn taskfire_queue(
    connection: &Connection,
    name: &str,
    company: Option<i64>,
) -> Result<Option<i64>, StoreError> {
    let select = "SELECT id FROM queue WHERE name = ?1 AND side = 'taskfire' AND company_id IS ?2 ORDER BY id LIMIT 1";
    one(connection, select, (name, company))
}

/// A status of a side.
pub(super) fn status(connection: &Connection, label: &str, side: &str) -> Result<Option<i64>, StoreError> {
    let select = "SELECT id FROM status WHERE label = ?1 COLLATE NOCASE AND side = ?2 ORDER BY id LIMIT 1";
    one(connection, select, (label, side))
}

fn one(connection: &Connection, select: &str, parameters: impl Params) -> Result<Option<i64>, StoreError> {
    let mut statement = connection.prepare_cached(select)?;
    let found: Option<Option<i64>> = statement.query_row(parameters, |row| row.get(0)).optional()?;
    Ok(found.flatten())
}
