//! The log of administrative acts: by pages, and whole as JSON lines.

use crate::domain::Actor;
use crate::records::administration::audit::{AuditEntry, AuditQuestion};
use crate::server::auth::SignedIn;
use crate::server::backend::Backend;
use crate::server::openapi::described::{Described, of};
use crate::server::operations::{OperationError, Operations};
use crate::server::routes::body;
use axum::body::{Body, Bytes};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::stream::{self, StreamExt as _};
use std::sync::Arc;
use utoipa::openapi::HttpMethod;
use utoipa_axum::router::OpenApiRouter;

/// JSON lines.
const LINES: &str = "application/x-ndjson";

pub(super) fn routes() -> OpenApiRouter<Arc<Backend>> {
    let page = Described::new(HttpMethod::Get, "/audit", "What administrators did, the newest first")
        .asked_with("company", "Only of this client.")
        .asked_with("client", "Only of clients whose name contains this.")
        .asked_with(
            "act",
            "Only acts of these names, divided by commas, like accept_agreement.",
        )
        .asked_with("actor", "Only by whoever's name contains this.")
        .asked_with("since", "Only since this day, like 2026-11-01.")
        .asked_with("until", "Only until this day, which is included.")
        .asked_with("before", "Only before this entry: the last one of the page before.")
        .answers(200, "100 entries at most.", of("AuditPage"))
        .fails(&[403]);
    let export = Described::new(
        HttpMethod::Get,
        "/audit/export",
        "The whole log, oldest first, an entry a line",
    )
    .streams_as(LINES, "A line each.", of("AuditEntry"))
    .fails(&[403]);
    OpenApiRouter::new()
        .routes(page.by(get(read)))
        .routes(export.by(get(export_all)))
}

async fn read(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Query(question): Query<AuditQuestion>,
) -> Result<Response, OperationError> {
    body::json(
        StatusCode::OK,
        &backend.operations.audit(current.actor, question).await?,
    )
}

async fn export_all(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
) -> Result<Response, OperationError> {
    let operations = backend.operations.clone();
    // The first batch before the answer begins, so that a refusal is one.
    let first = operations.audit_batch(current.actor.clone(), 0).await?;
    let rest = stream::try_unfold(last(&first), move |behind| {
        next(operations.clone(), current.actor.clone(), behind)
    });
    let lines = stream::iter([lines(&first)]).chain(rest);
    Ok(([(CONTENT_TYPE, LINES)], Body::from_stream(lines)).into_response())
}

/// The next lines and the entry behind which to go on; the end where there are none.
async fn next(
    operations: Operations,
    actor: Actor,
    behind: Option<i64>,
) -> Result<Option<(Bytes, Option<i64>)>, OperationError> {
    let Some(behind) = behind else {
        return Ok(None);
    };
    let batch = operations.audit_batch(actor, behind).await?;
    if batch.is_empty() {
        return Ok(None);
    }
    Ok(Some((lines(&batch)?, last(&batch))))
}

fn last(batch: &[AuditEntry]) -> Option<i64> {
    batch.last().map(|entry| entry.id)
}

fn lines(batch: &[AuditEntry]) -> Result<Bytes, OperationError> {
    let mut lines = String::new();
    for entry in batch {
        lines.push_str(&body::text(entry)?);
        lines.push('\n');
    }
    Ok(lines.into())
}
