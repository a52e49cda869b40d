//! Sign-in, the own sessions, and who one is.

use super::body::{self, Body};
use crate::server::auth::{self, SignedIn};
use crate::server::backend::Backend;
use crate::server::operations::OperationError;
use axum::Router;
use axum::extract::{ConnectInfo, Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{delete, get, post};
use serde_json::json;
use std::net::SocketAddr;
use std::sync::Arc;

pub fn routes() -> Router<Arc<Backend>> {
    Router::new()
        .route("/sessions", post(sign_in).get(list))
        .route("/sessions/demo", post(become_somebody))
        .route("/sessions/current", delete(end_current))
        .route("/sessions/{id}", delete(end))
        .route("/me", get(me))
        .route("/demo/people", get(people))
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
