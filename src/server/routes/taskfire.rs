//! A company's Taskfire state.

use super::administration::Asked;
use super::body::{self, Body};
use crate::base::ids::CompanyId;
use crate::records::administration::Administration;
use crate::records::administration::setup::TaskfireSettings;
use crate::sentences::Wording;
use crate::server::auth::SignedIn;
use crate::server::backend::Backend;
use crate::server::openapi::described::{Described, of};
use crate::server::operations::OperationError;
use crate::wire::ext::taskfire::TaskfireState;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, put};
use std::sync::Arc;
use utoipa::openapi::HttpMethod;
use utoipa_axum::router::OpenApiRouter;

pub fn routes() -> OpenApiRouter<Arc<Backend>> {
    let path = "/companies/{id}/taskfire";
    let reading = Described::new(
        HttpMethod::Get,
        path,
        "A company's Taskfire: when it was on, its settings",
    )
    .answers(200, "The state.", of("TaskfireState"))
    .fails(&[404]);
    let writing = Described::new(
        HttpMethod::Put,
        path,
        "Write the settings; the provider's administrators only",
    )
    .keyed()
    .takes(of("TaskfireState"))
    .answers(200, "The state as it is now.", of("TaskfireState"));
    OpenApiRouter::new()
        .routes(reading.by(get(read)))
        .routes(writing.by(put(write)))
}

async fn read(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(company): Path<i64>,
) -> Result<Response, OperationError> {
    let state = backend.operations.taskfire(current.actor, CompanyId(company)).await?;
    body::json(StatusCode::OK, &state)
}

async fn write(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    asked: Asked,
    Path(company): Path<i64>,
    body: Body,
) -> Result<Response, OperationError> {
    if let Some(wanted) = body.0.get("enabled") {
        let now = backend.operations.taskfire(current.actor, CompanyId(company)).await?;
        if wanted.as_bool() != Some(now.enabled) {
            let message = Wording::of("unfit-taskfire-enabled");
            return Err(OperationError::field("enabled", message));
        }
    }
    let act = |wanted: TaskfireState| {
        let settings = TaskfireSettings {
            complete_taskfire_with_autotask: wanted.complete_taskfire_with_autotask,
            complete_autotask_with_taskfire: wanted.complete_autotask_with_taskfire,
            hide_financials: wanted.hide_financials,
        };
        Administration::WriteTaskfireSettings(CompanyId(company), settings.into())
    };
    asked.carry_out(body, act).await
}
