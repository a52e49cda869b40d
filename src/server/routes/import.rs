//! `POST /import`: a batch of another desk's records.

use super::administration::AskedBy;
use super::body::{self, Body};
use super::problem::Wanted;
use crate::server::backend::Backend;
use crate::server::openapi::described::{Described, of};
use crate::server::operations::OperationError;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use std::sync::Arc;
use utoipa::openapi::HttpMethod;
use utoipa_axum::router::OpenApiRouter;

/// The largest batch that is taken, in bytes.
const LARGEST_BATCH: usize = 8 * 1024 * 1024;

pub fn routes() -> OpenApiRouter<Arc<Backend>> {
    let import = post(import).layer(DefaultBodyLimit::max(LARGEST_BATCH));
    let described = Described::new(
        HttpMethod::Post,
        "/import",
        "Take a batch of another desk's records over",
    )
    .takes(of("ImportBatch"))
    .answers(200, "What became of its rows.", of("ImportAnswer"))
    .fails(&[403, 413, 422]);
    OpenApiRouter::new().routes(described.by(import))
}

async fn import(
    State(backend): State<Arc<Backend>>,
    AskedBy(asker): AskedBy,
    Wanted(language): Wanted,
    body: Body,
) -> Result<Response, OperationError> {
    let sentences = backend.sentences(language).clone();
    let answer = backend.operations.import(asker, body.read()?, sentences).await?;
    body::json(StatusCode::OK, &answer)
}
