//! In which roles, departments and queues resources work. Each link stands once; of a resource's service desk roles one
//! is the default.

use super::body::Body;
use super::draft::{Draft, draft, saved};
use super::{Caller, WriteError, administrative};
use crate::entities::{Entity, RESOURCE_ROLE_DEPARTMENT, RESOURCE_ROLE_QUEUE, RESOURCE_SERVICE_DESK_ROLE, Row, Value};
use crate::query::Filter;
use crate::server::operations::service_desk;
use crate::server::store::{StoreError, Writing, rows};

/// What makes a link the same as another.
struct Link {
    entity: &'static Entity,
    fields: &'static [&'static str],
}

const LINKS: [Link; 3] = [
    Link {
        entity: &RESOURCE_SERVICE_DESK_ROLE,
        fields: &["resourceID", "roleID"],
    },
    Link {
        entity: &RESOURCE_ROLE_DEPARTMENT,
        fields: &["resourceID", "roleID", "departmentID"],
    },
    Link {
        entity: &RESOURCE_ROLE_QUEUE,
        fields: &["resourceID", "queueID"],
    },
];

/// Whether rows of this entity are written here.
pub fn has(entity: &Entity) -> bool {
    LINKS.iter().any(|link| link.entity == entity)
}

/// Creates or changes a link.
pub fn write(writing: &Writing<'_>, caller: &Caller, body: Body) -> Result<i64, WriteError> {
    administrative::require_desk(caller)?;
    let Draft { before, mut row } = draft(writing, caller, body)?;
    for link in LINKS.iter().filter(|link| link.entity == row.entity()) {
        check_once(writing, &row, link)?;
    }
    let is_role = *row.entity() == RESOURCE_SERVICE_DESK_ROLE;
    if is_role {
        check_default(before.as_ref(), &mut row)?;
    }
    let after = saved(
        writing,
        Draft {
            before: before.clone(),
            row,
        },
    )?;
    if is_role {
        service_desk::settle(writing, &after)?;
    }
    administrative::log_desk(writing, caller, before.as_ref(), &after)?;
    Ok(after.id())
}

fn check_once(writing: &Writing<'_>, row: &Row, link: &Link) -> Result<(), WriteError> {
    let mut same = Filter::all(link.entity);
    for field in link.fields {
        same =
            same.and(Filter::eq(link.entity, field, row.integer(field).unwrap_or_default()).map_err(StoreError::from)?);
    }
    match rows::find(writing, &same)?.iter().find(|found| found.id() != row.id()) {
        Some(found) => {
            let fields = link.fields.join(", ");
            let message = format!("The row {} has the same {fields} already: change that one.", found.id());
            Err(WriteError::about(link.fields[1], message))
        }
        None => Ok(()),
    }
}

/// A new one is active and no default where nothing is said; a default one is active.
fn check_default(before: Option<&Row>, row: &mut Row) -> Result<(), WriteError> {
    for (name, unsaid) in [("isActive", before.is_none()), ("isDefault", false)] {
        if row.get(name).is_null() {
            row.set(name, unsaid);
        }
    }
    if *row.get("isDefault") == Value::Boolean(true) && *row.get("isActive") != Value::Boolean(true) {
        return Err(WriteError::about(
            "isDefault",
            "A default role must be active: make another one the default first.",
        ));
    }
    Ok(())
}
