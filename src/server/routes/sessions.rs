//! Sign-in, the own sessions, and who one is.

use super::body::{self, Body};
use crate::server::auth::{self, SignedIn};
use crate::server::backend::Backend;
use crate::server::openapi::described::{Described, items_of, of};
use crate::server::operations::OperationError;
use axum::extract::{ConnectInfo, Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{delete, get, post};
use serde_json::json;
use std::net::SocketAddr;
use std::sync::Arc;
use utoipa::openapi::HttpMethod;
use utoipa_axum::router::OpenApiRouter;

pub fn routes() -> OpenApiRouter<Arc<Backend>> {
    OpenApiRouter::new().merge(signing_in()).merge(signed_in())
}

fn signing_in() -> OpenApiRouter<Arc<Backend>> {
    let sign_in_described = Described::new(HttpMethod::Post, "/sessions", "Sign in")
        .for_anybody()
        .takes(of("SignIn"))
        .answers(
            201,
            "The session with its token, which is shown this once.",
            of("NewSession"),
        )
        .fails(&[401, 429]);
    let become_described = Described::new(HttpMethod::Post, "/sessions/demo", "Become anybody of a demo desk")
        .for_anybody()
        .takes(of("Become"))
        .answers(201, "The session with its token.", of("NewSession"))
        .fails(&[401, 404]);
    OpenApiRouter::new()
        .routes(sign_in_described.by(post(sign_in)))
        .routes(become_described.by(post(become_somebody)))
}

fn signed_in() -> OpenApiRouter<Arc<Backend>> {
    let list_described = Described::new(HttpMethod::Get, "/sessions", "One's own sessions").answers(
        200,
        "The newest first.",
        items_of("Session"),
    );
    let current_described =
        Described::new(HttpMethod::Delete, "/sessions/current", "Sign out").answers_nothing("The session is over.");
    let end_described = Described::new(HttpMethod::Delete, "/sessions/{id}", "End one of one's own sessions")
        .answers_nothing("It is over.")
        .fails(&[404]);
    let me_described =
        Described::new(HttpMethod::Get, "/me", "Who one is, as of now").answers(200, "The person.", of("Me"));
    let people_described = Described::new(HttpMethod::Get, "/demo/people", "Whom one may become on a demo desk")
        .answers(200, "The provider's people first.", items_of("Me"))
        .fails(&[404]);
    OpenApiRouter::new()
        .routes(list_described.by(get(list)))
        .routes(current_described.by(delete(end_current)))
        .routes(end_described.by(delete(end)))
        .routes(me_described.by(get(me)))
        .routes(people_described.by(get(people)))
}

async fn sign_in(
    State(backend): State<Arc<Backend>>,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    body: Body,
) -> Result<Response, OperationError> {
    let session = auth::sign_in(&backend, address.ip(), body.read()?).await?;
    body::json(StatusCode::CREATED, &session)
}

async fn become_somebody(State(backend): State<Arc<Backend>>, body: Body) -> Result<Response, OperationError> {
    let session = auth::become_somebody(&backend, body.read()?).await?;
    body::json(StatusCode::CREATED, &session)
}

async fn list(State(backend): State<Arc<Backend>>, SignedIn(current): SignedIn) -> Result<Response, OperationError> {
    let sessions = backend.operations.sessions(current).await?;
    body::json(StatusCode::OK, &json!({ "items": sessions }))
}

async fn end(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(id): Path<i64>,
) -> Result<StatusCode, OperationError> {
    backend.operations.end_session(current.actor.person, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn end_current(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
) -> Result<StatusCode, OperationError> {
    let id = current.id;
    backend.operations.end_session(current.actor.person, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn me(State(backend): State<Arc<Backend>>, SignedIn(current): SignedIn) -> Result<Response, OperationError> {
    let me = backend.operations.me(current.actor).await?;
    body::json(StatusCode::OK, &me)
}

async fn people(State(backend): State<Arc<Backend>>, _: SignedIn) -> Result<Response, OperationError> {
    if backend.demo_credential.is_none() {
        return Err(OperationError::NotFound);
    }
    let people = backend.operations.everybody().await?;
    body::json(StatusCode::OK, &json!({ "items": people }))
}
