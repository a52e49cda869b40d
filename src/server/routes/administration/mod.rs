//! Administrative acts and questions: every route decodes an act or a question and hands it over.

mod audit;
mod billing;
mod clients;
mod contracts;
mod instance;
mod people;
mod support;

use super::body::{self, Body, IdempotencyKey};
use super::problem::{self, Wanted};
use crate::base::ids::CompanyId;
use crate::records::administration::Administration;
use crate::records::administration::seeing::SEEN;
use crate::server::auth::SignedIn;
use crate::server::backend::Backend;
use crate::server::openapi::described::{Described, of, seeing};
use crate::server::operations::OperationError;
use crate::server::operations::administration::Asker;
use crate::server::operations::kept_answer::Request;
use axum::extract::{ConnectInfo, FromRequestParts, Path};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use axum::routing::put;
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use std::net::SocketAddr;
use std::sync::Arc;
use utoipa::openapi::{HttpMethod, Paths};
use utoipa_axum::router::OpenApiRouter;

/// The tag of administrative routes in the document.
const ADMINISTRATION: &str = "administration";

pub fn routes() -> OpenApiRouter<Arc<Backend>> {
    let described = Described::new(
        HttpMethod::Put,
        "/companies/{id}/taskfire/settings",
        "Write the three settings of a client's Taskfire; the provider's administrators only",
    )
    .keyed()
    .takes(seeing("TaskfireSettings"))
    .answers(200, "The state as it is now.", of("TaskfireState"));
    let act = |id, body| Administration::WriteTaskfireSettings(CompanyId(id), body);
    let mut router = OpenApiRouter::new()
        .routes(described.by(put(on(act))))
        .merge(instance::routes())
        .merge(audit::routes())
        .merge(clients::routes())
        .merge(people::routes())
        .merge(contracts::routes())
        .merge(billing::routes())
        .merge(support::routes());
    tag(&mut router.get_openapi_mut().paths);
    router
}

/// Says in the document which routes are administrative.
fn tag(paths: &mut Paths) {
    for item in paths.paths.values_mut() {
        let operations = [&mut item.get, &mut item.put, &mut item.post, &mut item.delete];
        for operation in operations.into_iter().flatten() {
            operation.tags = Some(vec![ADMINISTRATION.to_owned()]);
        }
    }
}

/// The body of an act that needs none.
#[derive(Deserialize)]
struct Nothing {}

/// What a route answers.
type Answered = BoxFuture<'static, Result<Response, OperationError>>;

/// What every administrative act comes with.
pub(super) struct Asked {
    backend: Arc<Backend>,
    asker: Asker,
    key: IdempotencyKey,
    wanted: Wanted,
    method: Method,
    path: String,
}

/// Who asks, and from which address.
pub(super) struct AskedBy(pub(super) Asker);

impl FromRequestParts<Arc<Backend>> for AskedBy {
    type Rejection = OperationError;

    async fn from_request_parts(parts: &mut Parts, backend: &Arc<Backend>) -> Result<Self, OperationError> {
        let SignedIn(current) = SignedIn::from_request_parts(parts, backend).await?;
        let address = ConnectInfo::<SocketAddr>::from_request_parts(parts, backend).await;
        let origin = address.map_or_else(
            |_| "unknown".to_owned(),
            |ConnectInfo(address)| address.ip().to_string(),
        );
        Ok(Self(Asker {
            actor: current.actor,
            origin,
        }))
    }
}

impl FromRequestParts<Arc<Backend>> for Asked {
    type Rejection = OperationError;

    async fn from_request_parts(parts: &mut Parts, backend: &Arc<Backend>) -> Result<Self, OperationError> {
        let AskedBy(asker) = AskedBy::from_request_parts(parts, backend).await?;
        let key = IdempotencyKey::from_request_parts(parts, backend).await?;
        let Ok(wanted) = Wanted::from_request_parts(parts, backend).await;
        Ok(Self {
            backend: Arc::clone(backend),
            asker,
            key,
            wanted,
            method: parts.method.clone(),
            path: format!("{} {}", parts.method, parts.uri.path()),
        })
    }
}

impl Asked {
    /// Carries the act out that `make` reads from the body.
    pub(super) async fn carry_out<B: DeserializeOwned>(
        self,
        body: Body,
        make: impl FnOnce(B) -> Administration,
    ) -> Result<Response, OperationError> {
        let request = Request::new(self.key.0, &self.path, &told_apart(&self.method, &body.0));
        let act = make(body.read()?);
        let encode = problem::encoder(&self.backend, self.wanted.0, StatusCode::OK);
        let answer = self
            .backend
            .operations
            .administer(self.asker, request, act, encode)
            .await?;
        Ok(body::kept(answer))
    }
}

/// The body as it is told apart from another under the same key: what the writer of a whole document saw of it may be
/// another state where the same is asked for again.
fn told_apart(method: &Method, body: &Json) -> Json {
    let mut kept = without_passwords(body);
    if let (&Method::PUT, Json::Object(fields)) = (method, &mut kept) {
        fields.remove(SEEN);
    }
    kept
}

/// Not even a digest of a password is kept.
fn without_passwords(body: &Json) -> Json {
    match body {
        Json::Object(fields) => {
            let kept = fields.iter().filter(|(name, _)| *name != "password");
            kept.map(|(name, value)| (name.clone(), without_passwords(value)))
                .collect()
        }
        plain => plain.clone(),
    }
}

/// What carries an act out on the thing that the path names.
fn on<B, Made>(make: Made) -> impl Fn(Asked, Path<i64>, Body) -> Answered + Clone + Send + Sync
where
    B: DeserializeOwned + Send + 'static,
    Made: Fn(i64, B) -> Administration + Copy + Send + Sync + 'static,
{
    move |asked, Path(id), body| asked.carry_out(body, move |body| make(id, body)).boxed()
}

/// What carries an act out that concerns the whole instance.
fn on_all<B, Made>(make: Made) -> impl Fn(Asked, Body) -> Answered + Clone + Send + Sync
where
    B: DeserializeOwned + Send + 'static,
    Made: Fn(B) -> Administration + Copy + Send + Sync + 'static,
{
    move |asked, body| asked.carry_out(body, make).boxed()
}
