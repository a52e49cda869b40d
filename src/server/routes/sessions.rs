//! Sign-in, the own sessions, and who one is.

use super::body::{self, Body};
use crate::server::auth::{self, Entering, SignedIn};
use crate::server::backend::Backend;
use crate::server::openapi::described::{Described, items_of, of};
use crate::server::operations::OperationError;
use crate::server::operations::administration::Asker;
use crate::server::operations::sessions::Current;
use crate::wire::ext::session::TwoFactorCode;
use axum::extract::{ConnectInfo, Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{delete, get, post, put};
use serde_json::json;
use std::net::SocketAddr;
use std::sync::Arc;
use utoipa::openapi::HttpMethod;
use utoipa_axum::router::OpenApiRouter;

pub fn routes() -> OpenApiRouter<Arc<Backend>> {
    OpenApiRouter::new()
        .merge(signing_in())
        .merge(signed_in())
        .merge(own_sign_in())
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

/// What somebody may have to do before anything else.
fn own_sign_in() -> OpenApiRouter<Arc<Backend>> {
    let password_described = Described::new(
        HttpMethod::Put,
        "/me/password",
        "Change one's own password; one's other sessions end",
    )
    .takes(of("PasswordChange"))
    .answers_nothing("It is changed.")
    .fails(&[422, 429]);
    let begin_described = Described::new(HttpMethod::Put, "/me/twoFactor", "Begin to set up two-factor sign-in")
        .answers(
            200,
            "What the authenticator app needs, shown this once.",
            of("TwoFactorSetup"),
        )
        .fails(&[422]);
    let confirm_described = Described::new(
        HttpMethod::Post,
        "/me/twoFactor",
        "Confirm with a first code that it is set up",
    )
    .takes(of("TwoFactorCode"))
    .answers_nothing("Sign-in asks for a code from now on; one's other sessions are over.")
    .fails(&[422]);
    let remove_described = Described::new(
        HttpMethod::Delete,
        "/me/twoFactor",
        "Sign in without a second factor; where it is required only an administrator can reset it",
    )
    .takes(of("TwoFactorProof"))
    .answers_nothing("Sign-in asks for the password alone.")
    .fails(&[403, 422, 429]);
    OpenApiRouter::new()
        .routes(password_described.by(put(change_password)))
        .routes(begin_described.by(put(begin_two_factor)))
        .routes(confirm_described.by(post(confirm_two_factor)))
        .routes(remove_described.by(delete(remove_two_factor)))
}

async fn change_password(
    State(backend): State<Arc<Backend>>,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    Entering(current): Entering,
    body: Body,
) -> Result<StatusCode, OperationError> {
    auth::change_password(&backend, address.ip(), &current, body.read()?).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn begin_two_factor(
    State(backend): State<Arc<Backend>>,
    Entering(current): Entering,
) -> Result<Response, OperationError> {
    let setup = backend.operations.begin_two_factor(current.actor).await?;
    body::json(StatusCode::OK, &setup)
}

async fn confirm_two_factor(
    State(backend): State<Arc<Backend>>,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    Entering(current): Entering,
    body: Body,
) -> Result<StatusCode, OperationError> {
    let TwoFactorCode { code } = body.read()?;
    let session = current.id;
    let asker = asker(current, address);
    backend.operations.confirm_two_factor(asker, session, code).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn remove_two_factor(
    State(backend): State<Arc<Backend>>,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    SignedIn(current): SignedIn,
    body: Body,
) -> Result<StatusCode, OperationError> {
    let asker = asker(current, address);
    auth::remove_two_factor(&backend, address.ip(), asker, body.read()?).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn asker(current: Current, address: SocketAddr) -> Asker {
    Asker {
        actor: current.actor,
        origin: address.ip().to_string(),
    }
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
    Entering(current): Entering,
) -> Result<StatusCode, OperationError> {
    let id = current.id;
    backend.operations.end_session(current.actor.person, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn me(State(backend): State<Arc<Backend>>, Entering(current): Entering) -> Result<Response, OperationError> {
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
