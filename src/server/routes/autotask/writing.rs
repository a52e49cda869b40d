//! Creating, changing and removing rows.

use super::Asking;
use super::failure::Failure;
use crate::entities::{Entity, Write};
use crate::server::operations::autotask::Asked;
use crate::server::routes::body;
use crate::wire::autotask::answer::ItemId;
use crate::wire::autotask::lenient;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::Value as Json;

/// Creates or changes a row.
pub async fn write(
    asking: Asking<'_>,
    entity: &'static Entity,
    parent: Option<i64>,
    write: Write,
) -> Result<Response, Failure> {
    let Asking {
        backend, caller, body, ..
    } = asking;
    let read = lenient::read(&body)?;
    // A file's body is large: what was sent is not kept beside what was read.
    drop(body);
    let Json::Object(body) = read else {
        return Err(Failure::text("The body must be an object."));
    };
    let asked = Asked {
        entity,
        parent,
        write,
        body,
    };
    done(backend.operations.autotask_write(caller, asked).await?)
}

/// Removes a row.
pub async fn delete(
    asking: Asking<'_>,
    entity: &'static Entity,
    parent: Option<i64>,
    id: i64,
) -> Result<Response, Failure> {
    let operations = &asking.backend.operations;
    done(operations.autotask_delete(asking.caller, entity, parent, id).await?)
}

fn done(item_id: i64) -> Result<Response, Failure> {
    Ok(body::json(StatusCode::OK, &ItemId { item_id })?)
}
