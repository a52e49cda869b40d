//! In which roles resources may be given tickets, and which queues they work (autotask-rest 13.1).

use super::OperationError;
use crate::base::ids::{QueueId, ResourceId};
use crate::entities::{RESOURCE, RESOURCE_SERVICE_DESK_ROLE, Row};
use crate::query::Filter;
use crate::sentences::Wording;
use crate::server::store::seed::TECHNICIAN;
use crate::server::store::{StoreError, Writing, rows};
use rusqlite::{Connection, OptionalExtension};

/// Gives a new resource a role in which they may be given tickets, as their default one.
///
/// # Errors
/// The database's.
pub fn hold(writing: &Writing<'_>, resource: ResourceId, role: i64) -> Result<(), OperationError> {
    let mut row = Row::new(&RESOURCE_SERVICE_DESK_ROLE);
    row.set("resourceID", resource.0);
    row.set("roleID", role);
    row.set("isActive", true);
    row.set("isDefault", true);
    writing.insert(&mut row)?;
    settle(writing, &row)
}

/// The role that a resource works in where none is said: their default one, else the first that is active, else the one
/// that a new database has.
///
/// # Errors
/// The database's.
pub fn default_role(connection: &Connection, resource: i64) -> Result<i64, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT role_id FROM resource_service_desk_role WHERE resource_id = ?1 AND is_active
         ORDER BY coalesce(is_default, 0) DESC, id LIMIT 1",
    )?;
    let role = statement.query_row([resource], |row| row.get(0)).optional()?;
    Ok(role.unwrap_or(TECHNICIAN))
}

/// Whether a resource may be given tickets in that role; in any, where none is named.
///
/// # Errors
/// The database's.
pub fn is_assignable(connection: &Connection, resource: i64, role: Option<i64>) -> Result<bool, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT 1 FROM resource_service_desk_role WHERE resource_id = ?1 AND is_active AND role_id = coalesce(?2, role_id)",
    )?;
    Ok(statement.exists((resource, role))?)
}

/// Whether a resource works in that role anywhere: at the service desk or in a department.
///
/// # Errors
/// The database's.
pub fn holds(connection: &Connection, resource: i64, role: i64) -> Result<bool, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT 1 FROM resource_role_department WHERE resource_id = ?1 AND role_id = ?2 AND is_active",
    )?;
    Ok(is_assignable(connection, resource, Some(role))? || statement.exists((resource, role))?)
}

/// The resources that work a queue; none where nobody said who does.
///
/// # Errors
/// The database's.
pub fn workers(connection: &Connection, queue: QueueId) -> Result<Vec<ResourceId>, StoreError> {
    let mut statement = connection
        .prepare_cached("SELECT resource_id FROM resource_role_queue WHERE queue_id = ?1 ORDER BY resource_id")?;
    let ids = statement.query_map([queue.0], |row| row.get(0).map(ResourceId))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// Makes a role a resource's default one.
///
/// # Errors
/// A role in which they may not be given tickets.
pub fn choose(writing: &Writing<'_>, resource: i64, role: i64) -> Result<(), OperationError> {
    let of_role = Filter::eq(&RESOURCE_SERVICE_DESK_ROLE, "roleID", role).map_err(StoreError::from)?;
    let held = rows::find(writing, &of_resource(resource)?.and(of_role))?;
    let held = held.into_iter().find(|row| row.boolean("isActive") == Some(true));
    let before = held.ok_or_else(|| {
        let why = Wording::elsewhere(format!(
            "The resource {resource} has no active service desk role {role}."
        ));
        OperationError::field("defaultServiceDeskRoleID", why)
    })?;
    let mut row = before.clone();
    row.set("isDefault", true);
    if row != before {
        writing.update(&before, &row)?;
    }
    settle(writing, &row)
}

/// What follows where a service desk role was written: there is one default, and the resource names it.
///
/// # Errors
/// The database's.
pub fn settle(writing: &Writing<'_>, written: &Row) -> Result<(), OperationError> {
    let resource = written.integer("resourceID").unwrap_or_default();
    let all = rows::find(writing, &of_resource(resource)?)?;
    let is_default = |row: &Row| row.boolean("isDefault") == Some(true);
    if is_default(written) {
        for before in all.iter().filter(|row| row.id() != written.id() && is_default(row)) {
            let mut row = before.clone();
            row.set("isDefault", false);
            writing.update(before, &row)?;
        }
    }
    let others = all.iter().find(|row| is_default(row) && row.id() != written.id());
    let default = if is_default(written) { Some(written) } else { others };
    let Some(before) = rows::get(writing, &RESOURCE, resource)? else {
        return Ok(());
    };
    let mut row = before.clone();
    row.set(
        "defaultServiceDeskRoleID",
        default.and_then(|default| default.integer("roleID")),
    );
    if row != before {
        writing.update(&before, &row)?;
    }
    Ok(())
}

fn of_resource(resource: i64) -> Result<Filter, StoreError> {
    Ok(Filter::eq(&RESOURCE_SERVICE_DESK_ROLE, "resourceID", resource)?)
}
