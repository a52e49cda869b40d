//! User-defined fields by Autotask's routes: what is defined, and the values that rows have.

mod definitions;
mod items;
pub mod values;

use super::body::Body;
use super::{Caller, WriteError};
use crate::base::ids::CompanyId;
use crate::domain::permission::Action;
use crate::entities::{COMPANY, Entity, Row, USER_DEFINED_FIELD_DEFINITION, USER_DEFINED_FIELD_LIST_ITEM};
use crate::query::Filter;
use crate::server::operations::OperationError;
use crate::server::operations::administration::{Done, audit, require};
use crate::server::store::{StoreError, Writing, feed, rows};
use serde_json::json;

/// Whether rows of this entity are written here.
pub fn has(entity: &Entity) -> bool {
    [&USER_DEFINED_FIELD_DEFINITION, &USER_DEFINED_FIELD_LIST_ITEM].contains(&entity)
}

/// Creates or changes a definition or an entry of a list: the administrators' matter.
pub fn write(writing: &Writing<'_>, caller: &Caller, body: Body) -> Result<i64, WriteError> {
    require(&caller.actor, Action::ConfigureInstance)?;
    match body.entity() {
        entity if *entity == USER_DEFINED_FIELD_DEFINITION => definitions::write(writing, caller, body),
        _ => items::write(writing, caller, body),
    }
}

/// Writes a row and its line in the log of administrative acts.
fn save(writing: &Writing<'_>, caller: &Caller, before: Option<&Row>, row: &mut Row) -> Result<(), OperationError> {
    match before {
        Some(before) if before == row => return Ok(()),
        Some(before) => writing.update(before, row)?,
        None => drop(writing.insert(row)?),
    }
    let name = ["name", "valueForDisplay"]
        .into_iter()
        .find(|name| row.entity().field(name).is_some());
    let done = Done {
        company: None,
        subject: name.and_then(|name| row.text(name)).unwrap_or_default().to_owned(),
        before: json!({ "entity": row.entity().name, "row": before }),
        after: json!({ "entity": row.entity().name, "row": row }),
        answer: None,
    };
    audit::append(writing, &caller.asker(), "write_user_defined_field", &done)
}

/// Clients' people are given other values than before, without any row being written: their consoles start afresh.
fn start_clients_afresh(writing: &Writing<'_>) -> Result<(), StoreError> {
    for company in rows::find(writing, &Filter::all(&COMPANY))?
        .iter()
        .map(|row| CompanyId(row.id()))
    {
        feed::restart(writing, writing.at(), company.0)?;
    }
    Ok(())
}
