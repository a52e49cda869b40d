//! What a person is told.

use super::body;
use crate::entities::{NOTIFICATION, Surface};
use crate::query::{Direction, Filter, Query, Sort};
use crate::server::auth::SignedIn;
use crate::server::backend::Backend;
use crate::server::openapi::described::{Described, items_of, of};
use crate::server::operations::OperationError;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use serde_json::json;
use std::sync::Arc;
use utoipa::openapi::HttpMethod;
use utoipa_axum::router::OpenApiRouter;

pub fn routes() -> OpenApiRouter<Arc<Backend>> {
    let list_described = Described::new(HttpMethod::Get, "/notifications", "One's own newest notifications").answers(
        200,
        "The newest first.",
        items_of("Notification"),
    );
    let read_described = Described::new(HttpMethod::Post, "/notifications/{id}/read", "Mark one as read")
        .answers(200, "As it is now.", of("Notification"))
        .fails(&[404]);
    OpenApiRouter::new()
        .routes(list_described.by(get(list)))
        .routes(read_described.by(post(read)))
}

/// The newest ones.
async fn list(State(backend): State<Arc<Backend>>, SignedIn(current): SignedIn) -> Result<Response, OperationError> {
    let mut query = Query::new(Filter::all(&NOTIFICATION), Surface::Tandem);
    query.sort = Sort::by(&NOTIFICATION, &[("id", Direction::Descending)])?;
    let page = backend.operations.query(current.actor, query, None).await?;
    body::json(StatusCode::OK, &json!({ "items": page.rows }))
}

async fn read(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(id): Path<i64>,
) -> Result<Response, OperationError> {
    let row = backend.operations.read_notification(current.actor, id).await?;
    body::json(StatusCode::OK, &row)
}
