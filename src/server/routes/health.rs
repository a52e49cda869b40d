//! `GET /health`: whether the server answers, for anybody.

use super::body;
use crate::server::backend::Backend;
use crate::server::openapi::described::{Described, of};
use crate::server::operations::OperationError;
use crate::wire::ext::session::Health;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use std::sync::Arc;
use utoipa::openapi::HttpMethod;
use utoipa_axum::router::OpenApiRouter;

pub fn routes() -> OpenApiRouter<Arc<Backend>> {
    let described = Described::new(HttpMethod::Get, "/health", "Whether the server answers")
        .for_anybody()
        .answers(200, "It does.", of("Health"));
    OpenApiRouter::new().routes(described.by(get(health)))
}

async fn health(State(backend): State<Arc<Backend>>) -> Result<Response, OperationError> {
    let health = Health {
        status: "ok".to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        instance_name: backend.operations.instance_name().await?,
        now: backend.operations.now(),
    };
    body::json(StatusCode::OK, &health)
}
