//! `GET /picklists`: what the numbers mean that tickets hold of picklists which are no rows of an entity.

use super::body;
use crate::server::auth::SignedIn;
use crate::server::backend::Backend;
use crate::server::openapi::described::{Described, items_of};
use crate::server::operations::OperationError;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use serde_json::json;
use std::sync::Arc;
use utoipa::openapi::HttpMethod;
use utoipa_axum::router::OpenApiRouter;

pub fn routes() -> OpenApiRouter<Arc<Backend>> {
    let summary =
        "The values of tickets' sources and sub-issue types; a client's people are given those that every desk has";
    let described = Described::new(HttpMethod::Get, "/picklists", summary).answers(
        200,
        "By field and value.",
        items_of("KeptValue"),
    );
    OpenApiRouter::new().routes(described.by(get(list)))
}

async fn list(State(backend): State<Arc<Backend>>, SignedIn(current): SignedIn) -> Result<Response, OperationError> {
    let values = backend.operations.kept_values(current.actor).await?;
    body::json(StatusCode::OK, &json!({ "items": values }))
}
