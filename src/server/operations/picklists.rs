//! The picklists whose values are rows of the database.

use super::{OperationError, Operations};
use crate::domain::{Actor, SecurityLevel, Side, Statuses};
use crate::entities::{
    Entity, Field, Live, Partial, Picklist, PicklistValue, Picklists, QUEUE, REQUEST_TYPE, Row, STATUS, TICKET,
    TICKET_CATEGORY, USER_DEFINED_FIELD_DEFINITION, USER_DEFINED_TYPES,
};
use crate::query::{Filter, Test};
use crate::server::store::seed::CLIENT_PORTAL_QUEUE;
use crate::server::store::{StoreError, rows};
use crate::wire::ext::picklist::KeptValue;
use rusqlite::Connection;
use std::collections::HashMap;

/// The live lists of one entity's fields, as they are now.
pub struct LivePicklists(HashMap<Live, Vec<PicklistValue>>);

impl LivePicklists {
    /// Reads the lists that the entity's fields have.
    ///
    /// # Errors
    /// The database's.
    pub fn of(connection: &Connection, entity: &Entity) -> Result<Self, StoreError> {
        Self::of_fields(connection, entity.fields().iter())
    }

    /// Reads the lists that the values of a body are checked against.
    ///
    /// # Errors
    /// The database's.
    pub fn named_by(connection: &Connection, values: &Partial) -> Result<Self, StoreError> {
        let set = values.iter().filter(|(_, value)| !value.is_null());
        Self::of_fields(connection, set.map(|(field, _)| field))
    }

    fn of_fields<'a>(connection: &Connection, fields: impl Iterator<Item = &'a Field>) -> Result<Self, StoreError> {
        let mut lists = HashMap::new();
        for field in fields {
            if let Some(Picklist::Live(list)) = field.picklist
                && !lists.contains_key(&list)
            {
                lists.insert(list, read(connection, list)?);
            }
        }
        Ok(Self(lists))
    }
}

impl Operations {
    /// The values of the lists that are no rows of an entity. What the provider calls its own is for its people.
    ///
    /// # Errors
    /// The database's.
    pub async fn kept_values(&self, actor: Actor) -> Result<Vec<KeptValue>, OperationError> {
        self.read(move |connection| {
            let mut statement = connection.prepare_cached(
                "SELECT field, value, label FROM picklist_value WHERE is_system OR ?1 ORDER BY field, value",
            )?;
            let found = statement.query_map([actor.side() == Side::Autotask], |row| {
                Ok(KeptValue {
                    field: row.get(0)?,
                    value: row.get(1)?,
                    label: row.get(2)?,
                })
            })?;
            Ok(found.collect::<Result<_, _>>()?)
        })
        .await
    }
}

impl Picklists for LivePicklists {
    fn values(&self, list: Live) -> Vec<PicklistValue> {
        self.0.get(&list).cloned().unwrap_or_default()
    }
}

fn read(connection: &Connection, list: Live) -> Result<Vec<PicklistValue>, StoreError> {
    match list {
        Live::AutotaskStatuses => statuses(connection, Side::Autotask),
        Live::TaskfireStatuses => statuses(connection, Side::Taskfire),
        Live::AutotaskQueues => queues(connection, Side::Autotask),
        Live::TaskfireQueues => queues(connection, Side::Taskfire),
        Live::RequestTypes => request_types(connection),
        Live::SecurityLevels => security_levels(connection),
        Live::TicketSources => kept(connection, "source"),
        Live::SubIssueTypes => kept(connection, "subIssueType"),
        Live::TicketCategories => ticket_categories(connection),
        Live::TicketUserDefinedFields => ticket_user_defined_fields(connection),
    }
}

fn statuses(connection: &Connection, side: Side) -> Result<Vec<PicklistValue>, StoreError> {
    let mut found = rows::find(connection, &Filter::eq(&STATUS, "side", side.word())?)?;
    found.sort_by_key(|row| (row.integer("sortOrder"), row.id()));
    let standard = Statuses::standard();
    let values = found.iter().enumerate().map(|(rank, row)| PicklistValue {
        is_system: standard.iter().any(|status| status.id.0 == row.id()),
        ..value(row, "label", rank)
    });
    Ok(values.collect())
}

fn queues(connection: &Connection, side: Side) -> Result<Vec<PicklistValue>, StoreError> {
    let found = rows::find(connection, &Filter::eq(&QUEUE, "side", side.word())?)?;
    let values = found.iter().enumerate().map(|(rank, row)| PicklistValue {
        is_default_value: side == Side::Autotask && row.boolean("isDefault") == Some(true),
        is_system: row.id() == CLIENT_PORTAL_QUEUE,
        ..value(row, "name", rank)
    });
    Ok(values.collect())
}

/// The provider's: what a client made for itself is no issue type of Autotask's (13.1).
fn request_types(connection: &Connection) -> Result<Vec<PicklistValue>, StoreError> {
    let found = rows::find(
        connection,
        &Filter::condition(&REQUEST_TYPE, "companyID", Test::NotExist)?,
    )?;
    Ok((found.iter().enumerate())
        .map(|(rank, row)| value(row, "name", rank))
        .collect())
}

fn ticket_categories(connection: &Connection) -> Result<Vec<PicklistValue>, StoreError> {
    let found = rows::find(connection, &Filter::all(&TICKET_CATEGORY))?;
    let values = found.iter().enumerate().map(|(rank, row)| PicklistValue {
        is_default_value: row.boolean("isGlobalDefault") == Some(true),
        is_system: true,
        ..value(row, "name", rank)
    });
    Ok(values.collect())
}

fn ticket_user_defined_fields(connection: &Connection) -> Result<Vec<PicklistValue>, StoreError> {
    let ticket = USER_DEFINED_TYPES.iter().find(|(_, entity)| *entity == &TICKET);
    let number = ticket.map(|(number, _)| *number).unwrap_or_default();
    let found = rows::find(
        connection,
        &Filter::eq(&USER_DEFINED_FIELD_DEFINITION, "udfType", number)?,
    )?;
    Ok((found.iter().enumerate())
        .map(|(rank, row)| value(row, "name", rank))
        .collect())
}

/// The values that the desk keeps for a ticket's field and that are no rows of an entity.
fn kept(connection: &Connection, field: &str) -> Result<Vec<PicklistValue>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT value, label, parent, is_active, is_system FROM picklist_value WHERE field = ?1 ORDER BY value",
    )?;
    let found = statement.query_map([field], |row| {
        Ok(PicklistValue {
            value: row.get::<_, i64>(0)?.to_string(),
            label: row.get(1)?,
            is_default_value: false,
            sort_order: 0,
            parent_value: row
                .get::<_, Option<i64>>(2)?
                .map(|parent| parent.to_string())
                .unwrap_or_default(),
            is_active: row.get(3)?,
            is_system: row.get(4)?,
        })
    })?;
    let ranked = |(rank, value): (usize, rusqlite::Result<PicklistValue>)| {
        Ok(PicklistValue {
            sort_order: rank + 1,
            ..value?
        })
    };
    found.enumerate().map(ranked).collect()
}

fn value(row: &Row, label: &str, rank: usize) -> PicklistValue {
    PicklistValue {
        value: row.id().to_string(),
        label: row.text(label).unwrap_or_default().to_owned(),
        is_default_value: false,
        sort_order: rank + 1,
        parent_value: String::new(),
        is_active: row.boolean("isActive") != Some(false),
        is_system: false,
    }
}

/// The system's levels, then those that the provider made.
fn security_levels(connection: &Connection) -> Result<Vec<PicklistValue>, StoreError> {
    let mut numbers: Vec<_> = SecurityLevel::ALL
        .into_iter()
        .filter_map(|level| Some((level.portal_number()?, level)))
        .collect();
    numbers.sort_by_key(|(number, _)| *number);
    let system = (numbers.into_iter()).map(|(number, level)| (number, level_label(level).to_owned(), true));
    let mut statement = connection.prepare_cached("SELECT id, name FROM security_level ORDER BY id")?;
    let made = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, false)))?;
    let levels: Result<Vec<(i64, String, bool)>, _> = system.map(Ok).chain(made).collect();
    let value = |(rank, (number, label, is_system)): (usize, (i64, String, bool))| PicklistValue {
        value: number.to_string(),
        label,
        is_default_value: false,
        sort_order: rank + 1,
        parent_value: String::new(),
        is_active: true,
        is_system,
    };
    Ok(levels?.into_iter().enumerate().map(value).collect())
}

/// The names of the five system levels (13.1).
fn level_label(level: SecurityLevel) -> &'static str {
    match level {
        SecurityLevel::PortalBasic => "Basic",
        SecurityLevel::PortalAdvanced => "Advanced",
        SecurityLevel::PortalManager => "Manager",
        SecurityLevel::TaskfireResource => "Taskfire Resource",
        SecurityLevel::TaskfireAdministrator => "Taskfire Administrator",
        SecurityLevel::ProviderAdmin | SecurityLevel::ProviderTech => "",
    }
}
