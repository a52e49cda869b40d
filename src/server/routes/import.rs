//! `POST /import`: a batch of another desk's records.

use super::body::{self, Body};
use crate::server::auth::SignedIn;
use crate::server::backend::Backend;
use crate::server::operations::OperationError;
use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use std::sync::Arc;

/// The largest batch that is taken, in bytes.
const LARGEST_BATCH: usize = 8 * 1024 * 1024;

pub fn routes() -> Router<Arc<Backend>> {
    let import = post(import).layer(DefaultBodyLimit::max(LARGEST_BATCH));
    Router::new().route("/import", import)
}

async fn import(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    body: Body,
) -> Result<Response, OperationError> {
    let answer = backend.operations.import(current.actor, body.read()?).await?;
    body::json(StatusCode::OK, &answer)
}
