//! What a person is told.

use super::body;
use crate::entities::{NOTIFICATION, Surface};
use crate::query::{Direction, Filter, Query, Sort};
use crate::server::auth::SignedIn;
use crate::server::backend::Backend;
use crate::server::operations::OperationError;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use serde_json::json;
use std::sync::Arc;

pub fn routes() -> Router<Arc<Backend>> {
    Router::new()
        .route("/notifications", get(list))
        .route("/notifications/{id}/read", post(read))
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
