//! The instance, its features and the portal settings.

use super::{on, on_all};
use crate::base::ids::CompanyId;
use crate::records::administration::Administration;
use crate::server::auth::SignedIn;
use crate::server::backend::Backend;
use crate::server::openapi::described::{Described, of, seeing};
use crate::server::operations::OperationError;
use crate::server::routes::body;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, put};
use std::sync::Arc;
use utoipa::openapi::HttpMethod;
use utoipa_axum::router::OpenApiRouter;

/// Where the instance's settings are.
const INSTANCE: &str = "/instance";
/// Where the global portal settings are.
const GLOBAL: &str = "/portalSettings";
/// Where a client's are.
const OF_CLIENT: &str = "/companies/{id}/portalSettings";

pub(super) fn routes() -> OpenApiRouter<Arc<Backend>> {
    let page = reads(INSTANCE, "The instance's settings and features", "InstancePage");
    let settings = writes(INSTANCE, "Write the instance's settings", "InstanceSettings");
    let feature = writes(
        "/instance/features",
        "Switch a feature for the whole instance",
        "FeatureSwitch",
    );
    OpenApiRouter::new()
        .routes(page.by(get(instance)))
        .routes(settings.by(put(on_all(Administration::WriteInstance))))
        .routes(feature.by(put(on_all(Administration::SwitchFeature))))
        .merge(portal())
}

fn portal() -> OpenApiRouter<Arc<Backend>> {
    let global_page = reads(GLOBAL, "The global portal settings", "PortalPage");
    let global_settings = writes(GLOBAL, "Write the global portal settings", "PortalSettings");
    let page = reads(
        OF_CLIENT,
        "The portal settings with what a client has instead",
        "PortalPage",
    );
    let overrides = writes(
        OF_CLIENT,
        "Write what a client has instead of the global portal settings",
        "PortalOverrides",
    );
    let act = |id, body| Administration::OverridePortalSettings(CompanyId(id), body);
    OpenApiRouter::new()
        .routes(global_page.by(get(global)))
        .routes(global_settings.by(put(on_all(Administration::WritePortalSettings))))
        .routes(page.by(get(of_client)))
        .routes(overrides.by(put(on(act))))
}

fn reads(path: &str, summary: &str, schema: &str) -> Described {
    Described::new(HttpMethod::Get, path, summary)
        .answers(200, "As it is now.", of(schema))
        .fails(&[403, 404])
}

fn writes(path: &str, summary: &str, schema: &str) -> Described {
    Described::new(HttpMethod::Put, path, summary)
        .keyed()
        .takes(seeing(schema))
        .answers(200, "As it is now.", of(schema))
}

async fn instance(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
) -> Result<Response, OperationError> {
    body::json(StatusCode::OK, &backend.operations.instance_page(current.actor).await?)
}

async fn global(State(backend): State<Arc<Backend>>, SignedIn(current): SignedIn) -> Result<Response, OperationError> {
    let page = backend.operations.portal_page(current.actor, None).await?;
    body::json(StatusCode::OK, &page)
}

async fn of_client(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(company): Path<i64>,
) -> Result<Response, OperationError> {
    let company = Some(CompanyId(company));
    let page = backend.operations.portal_page(current.actor, company).await?;
    body::json(StatusCode::OK, &page)
}
