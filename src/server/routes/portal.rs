//! The portal as it shows itself: its branding before sign-in, and the version that a person has chosen.

use super::body::{self, Body};
use crate::server::auth::SignedIn;
use crate::server::backend::Backend;
use crate::server::openapi::described::{Described, of};
use crate::server::operations::OperationError;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, put};
use std::sync::Arc;
use utoipa::openapi::HttpMethod;
use utoipa_axum::router::OpenApiRouter;

pub fn routes() -> OpenApiRouter<Arc<Backend>> {
    let branding_described = Described::new(HttpMethod::Get, "/branding", "How the sign-in banner looks")
        .for_anybody()
        .answers(
            200,
            "The global branding, with the provider's name where it has none.",
            of("Branding"),
        );
    let version_described = Described::new(
        HttpMethod::Put,
        "/me/portalVersion",
        "Switch to the next version of the portal, where it is offered, or back",
    )
    .takes(of("PortalVersionSwitch"))
    .answers(200, "Who one is, with the version.", of("Me"))
    .fails(&[422]);
    OpenApiRouter::new()
        .routes(branding_described.by(get(branding)))
        .routes(version_described.by(put(switch_version)))
}

async fn branding(State(backend): State<Arc<Backend>>) -> Result<Response, OperationError> {
    body::json(StatusCode::OK, &backend.operations.branding().await?)
}

async fn switch_version(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    body: Body,
) -> Result<Response, OperationError> {
    let wanted = body.read()?;
    let me = backend.operations.switch_portal_version(current.actor, wanted).await?;
    body::json(StatusCode::OK, &me)
}
