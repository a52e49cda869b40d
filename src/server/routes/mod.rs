//! The routes of `/tandem/v1` and Autotask's: each decodes, makes one call and encodes. There are no rules here.

mod administration;
mod attachments;
mod autotask;
mod body;
mod changes;
mod entities;
mod health;
mod import;
mod notifications;
mod picklists;
mod portal;
mod problem;
mod sessions;
mod taskfire;
mod tickets;
mod trace;
mod unread;

use super::backend::Backend;
use super::limits::Limits;
use super::openapi;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use axum::http::{HeaderName, StatusCode};
use axum::middleware;
use axum::routing::get;
use std::sync::Arc;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate, SizeAbove};
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::sensitive_headers::SetSensitiveRequestHeadersLayer;
use tower_http::timeout::TimeoutLayer;
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;

/// The largest body that is taken, in bytes: a note of the longest kind in the widest letters, thrice.
const LARGEST_BODY: usize = 512 * 1024;
/// The smallest answer that is compressed, in bytes: less fits a packet as it is.
const SMALLEST_COMPRESSED: u16 = 1024;
/// The header that names a request in logs and answers.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
/// The headers that no log may hold.
const SECRET_HEADERS: [HeaderName; 3] = [
    AUTHORIZATION,
    HeaderName::from_static("secret"),
    HeaderName::from_static("apiintegrationcode"),
];

/// All routes with what goes around them.
pub fn service(backend: &Arc<Backend>, limits: Limits) -> Router {
    let (routes, document) = tandem().split_for_parts();
    let routes = routes.merge(document_route(&document));
    Router::new()
        .nest("/tandem/v1", routes)
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            limits.request,
        ))
        .layer(middleware::from_fn_with_state(Arc::clone(backend), problem::say))
        .layer(middleware::from_fn_with_state(Arc::clone(backend), autotask::divert))
        .layer(middleware::from_fn(unread::take_in))
        .layer(compression())
        .layer(trace::layer())
        .layer(PropagateRequestIdLayer::new(REQUEST_ID))
        .layer(SetRequestIdLayer::new(REQUEST_ID, MakeRequestUuid))
        .layer(SetSensitiveRequestHeadersLayer::new(SECRET_HEADERS))
        .with_state(Arc::clone(backend))
}

/// Compression of answers that are worth it. A higher level takes more memory than all the rest of an answer.
fn compression() -> CompressionLayer<impl Predicate> {
    CompressionLayer::new()
        .quality(CompressionLevel::Fastest)
        .compress_when(DefaultPredicate::new().and(SizeAbove::new(SMALLEST_COMPRESSED)))
}

/// The routes of `/tandem/v1` with their descriptions.
fn tandem() -> OpenApiRouter<Arc<Backend>> {
    OpenApiRouter::with_openapi(openapi::document())
        .merge(health::routes())
        .merge(sessions::routes())
        .merge(portal::routes())
        .merge(tickets::routes())
        .merge(attachments::routes())
        .merge(taskfire::routes())
        .merge(administration::routes())
        .merge(notifications::routes())
        .merge(changes::routes())
        .merge(import::routes())
        .merge(picklists::routes())
        .merge(entities::routes())
}

/// The document itself, made once.
fn document_route(document: &OpenApi) -> Router<Arc<Backend>> {
    let text: Arc<str> = serde_json::to_string(document).unwrap_or_default().into();
    let json = [(CONTENT_TYPE, "application/json")];
    Router::new().route("/openapi.json", get(move || async move { (json, text.to_string()) }))
}
