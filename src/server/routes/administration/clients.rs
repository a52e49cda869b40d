//! Clients on their way to a working Taskfire: list, set-up, agreement, acknowledgements, portal switch.

use super::on;
use crate::base::ids::CompanyId;
use crate::records::administration::Administration;
use crate::records::administration::setup::{CompanyFilter, CompanyQuestion};
use crate::server::auth::SignedIn;
use crate::server::backend::Backend;
use crate::server::openapi::described::{Described, list_of, of, seeing};
use crate::server::operations::OperationError;
use crate::server::routes::body;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post, put};
use serde::Deserialize;
use std::sync::Arc;
use utoipa::openapi::HttpMethod;
use utoipa_axum::router::OpenApiRouter;

pub(super) fn routes() -> OpenApiRouter<Arc<Backend>> {
    let list = reads("/portalCompanies", "Clients with their portal and Taskfire")
        .asked_with("search", "What the name contains.")
        .asked_with("filter", "all, taskfire, incomplete or without_taskfire.")
        .answers(200, "In the order of their tree, at most 500.", of("CompanyPage"));
    let agreement = reads("/agreement", "The agreement that is to be accepted now")
        .asked_with("language", "Like de; English where a version lacks it.")
        .answers(200, "The newest version.", of("Agreement"));
    let setup = reads("/companies/{id}/setup", "A client's set-up with what is missing").answers(
        200,
        "The whole set-up.",
        of("Setup"),
    );
    let acknowledgements = reads(
        "/companies/{id}/acknowledgements",
        "What was accepted for a client, by whom and when",
    )
    .answers(200, "The newest first.", list_of("Acknowledgement"));
    let preview = reads(
        "/companies/{id}/taskfire/disable",
        "What switching a client's Taskfire off would do now",
    )
    .answers(200, "How many tickets, people and licences.", of("DisablingPreview"))
    .fails(&[422]);
    OpenApiRouter::new()
        .routes(preview.by(get(disabling)))
        .routes(list.by(get(companies)))
        .routes(agreement.by(get(newest)))
        .routes(setup.by(get(read)))
        .routes(acknowledgements.by(get(acknowledged)))
        .merge(acts())
}

fn acts() -> OpenApiRouter<Arc<Backend>> {
    let accept = Described::new(
        HttpMethod::Post,
        "/companies/{id}/taskfire/accept",
        "Accept the agreement for a client, which switches Taskfire on",
    )
    .keyed()
    .takes(of("Acceptance"))
    .answers(200, "What was stored.", of("Enabled"));
    let disable = Described::new(
        HttpMethod::Post,
        "/companies/{id}/taskfire/disable",
        "Switch a client's Taskfire off; the client's name confirms it",
    )
    .keyed()
    .takes(of("Confirmation"))
    .answers(200, "What it did.", of("Disabled"));
    let preparation = Described::new(
        HttpMethod::Put,
        "/companies/{id}/preparation",
        "Write what was agreed on with a client before Taskfire is switched on",
    )
    .keyed()
    .takes(seeing("Preparation"))
    .answers(200, "As it is now.", of("Preparation"));
    let portal = Described::new(
        HttpMethod::Put,
        "/companies/{id}/portal",
        "Switch a client's portal; not off while Taskfire is on",
    )
    .keyed()
    .takes(of("Switch"))
    .answers(200, "As it is now.", of("Switch"));
    OpenApiRouter::new()
        .routes(accept.by(post(on(|id, body| {
            Administration::AcceptAgreement(CompanyId(id), body)
        }))))
        .routes(disable.by(post(on(|id, body| {
            Administration::DisableTaskfire(CompanyId(id), body)
        }))))
        .routes(preparation.by(put(on(|id, body| {
            Administration::WritePreparation(CompanyId(id), body)
        }))))
        .routes(portal.by(put(on(|id, body| Administration::SwitchPortal(CompanyId(id), body)))))
}

fn reads(path: &str, summary: &str) -> Described {
    Described::new(HttpMethod::Get, path, summary).fails(&[403, 404])
}

/// What the list of clients is asked with.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Listed {
    search: String,
    filter: CompanyFilter,
}

async fn companies(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Query(Listed { search, filter }): Query<Listed>,
) -> Result<Response, OperationError> {
    let question = CompanyQuestion { search, filter };
    let page = backend.operations.portal_companies(current.actor, question).await?;
    body::json(StatusCode::OK, &page)
}

/// The language in which the agreement is wanted.
#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    language: String,
}

async fn newest(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Query(wanted): Query<Wanted>,
) -> Result<Response, OperationError> {
    let agreement = backend.operations.agreement(current.actor, wanted.language).await?;
    body::json(StatusCode::OK, &agreement)
}

async fn read(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(company): Path<i64>,
) -> Result<Response, OperationError> {
    let setup = backend.operations.setup(current.actor, CompanyId(company)).await?;
    body::json(StatusCode::OK, &setup)
}

async fn disabling(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(company): Path<i64>,
) -> Result<Response, OperationError> {
    let preview = backend.operations.disabling(current.actor, CompanyId(company)).await?;
    body::json(StatusCode::OK, &preview)
}

async fn acknowledged(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(company): Path<i64>,
) -> Result<Response, OperationError> {
    let company = CompanyId(company);
    let all = backend.operations.acknowledgements(current.actor, company).await?;
    body::json(StatusCode::OK, &all)
}
