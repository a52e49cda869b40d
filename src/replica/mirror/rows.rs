//! Rows in and out of the mirror's tables, whichever entity they are of.

use crate::entities::{Entity, Row, TICKET, TICKET_SECONDARY_RESOURCE};
use crate::replica::Result;
use rusqlite::{Connection, OptionalExtension, params_from_iter};

/// A table of the mirror. Tickets with unsent changes have their row twice: as the server has it, and as it is shown.
#[derive(Clone, Copy, Debug)]
pub(in crate::replica) struct Table {
    /// What its rows are.
    pub(in crate::replica) entity: &'static Entity,
    name: &'static str,
}

/// Tickets as they are shown.
pub(in crate::replica) const SHOWN: Table = Table {
    entity: &TICKET,
    name: "ticket",
};
/// What the server last said of tickets that have unsent changes.
pub(in crate::replica) const BASE: Table = Table {
    entity: &TICKET,
    name: "ticket_base",
};
/// Secondary resources as they are shown.
pub(in crate::replica) const SHOWN_SECONDARIES: Table = Table {
    entity: &TICKET_SECONDARY_RESOURCE,
    name: "ticket_secondary_resource",
};
/// What the server last said of the secondary resources of tickets that have unsent changes.
pub(in crate::replica) const BASE_SECONDARIES: Table = Table {
    entity: &TICKET_SECONDARY_RESOURCE,
    name: "ticket_secondary_resource_base",
};

impl Table {
    /// The table of an entity.
    pub(in crate::replica) fn of(entity: &'static Entity) -> Self {
        Self {
            entity,
            name: entity.table,
        }
    }

    /// Puts a row in place of the one with its id.
    pub(in crate::replica) fn save(self, connection: &Connection, row: &Row) -> Result<()> {
        let Self { entity, name } = self;
        let assignments: Vec<_> = entity
            .stored_fields()
            .filter(|field| field.name != "id")
            .map(|field| format!("{0} = excluded.{0}", field.column()))
            .collect();
        let text = format!(
            "INSERT INTO {name} ({}) VALUES ({}) ON CONFLICT (id) DO UPDATE SET {}",
            entity.columns(),
            entity.placeholders(),
            assignments.join(", ")
        );
        connection
            .prepare_cached(&text)?
            .execute(params_from_iter(row.stored_values()))?;
        Ok(())
    }

    /// The row with this id.
    pub(in crate::replica) fn load(self, connection: &Connection, id: i64) -> Result<Option<Row>> {
        let Self { entity, name } = self;
        let text = format!("SELECT {} FROM {name} WHERE id = ?1", entity.columns());
        let row = connection
            .prepare_cached(&text)?
            .query_row([id], |row| Row::from_sql(entity, row))
            .optional()?;
        Ok(row)
    }

    /// All rows of a ticket, by id.
    pub(in crate::replica) fn of_ticket(self, connection: &Connection, ticket: i64) -> Result<Vec<Row>> {
        let Self { entity, name } = self;
        let text = format!(
            "SELECT {} FROM {name} WHERE ticket_id = ?1 ORDER BY id",
            entity.columns()
        );
        let mut statement = connection.prepare_cached(&text)?;
        let rows = statement.query_map([ticket], |row| Row::from_sql(entity, row))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// All rows.
    pub(in crate::replica) fn all(self, connection: &Connection) -> Result<Vec<Row>> {
        let Self { entity, name } = self;
        let mut statement = connection.prepare_cached(&format!("SELECT {} FROM {name}", entity.columns()))?;
        let rows = statement.query_map([], |row| Row::from_sql(entity, row))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Forgets the row with this id.
    pub(in crate::replica) fn delete(self, connection: &Connection, id: i64) -> Result<()> {
        connection
            .prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", self.name))?
            .execute([id])?;
        Ok(())
    }

    /// Forgets all rows of a ticket.
    pub(in crate::replica) fn delete_of_ticket(self, connection: &Connection, ticket: i64) -> Result<()> {
        connection
            .prepare_cached(&format!("DELETE FROM {} WHERE ticket_id = ?1", self.name))?
            .execute([ticket])?;
        Ok(())
    }

    /// The ids between two others, the first left out and the last taken in.
    pub(in crate::replica) fn ids_between(self, connection: &Connection, after: i64, last: i64) -> Result<Vec<i64>> {
        let text = format!("SELECT id FROM {} WHERE id > ?1 AND id <= ?2", self.name);
        let mut statement = connection.prepare_cached(&text)?;
        let ids = statement.query_map([after, last], |row| row.get(0))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }
}
