//! Changes of tickets, and what a ticket has below it.

use super::body::{self, Body, IdempotencyKey};
use super::problem::{self, Wanted};
use crate::base::ids::TicketId;
use crate::entities::{Entity, Partial, TICKET, TICKET_HISTORY, TICKET_NOTE, TIME_ENTRY};
use crate::server::auth::SignedIn;
use crate::server::backend::Backend;
use crate::server::operations::OperationError;
use crate::server::operations::change::Asked;
use crate::server::operations::kept_answer::Request;
use crate::wire::ext::change::ChangeBody;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{MethodRouter, get, post};
use serde_json::{Value as Json, json};
use std::sync::Arc;

pub fn routes() -> Router<Arc<Backend>> {
    Router::new()
        .route("/tickets", post(create))
        .route("/tickets/{id}/notes", parts(&TICKET_NOTE))
        .route("/tickets/{id}/time", parts(&TIME_ENTRY).post(log_time))
        .route("/tickets/{id}/history", parts(&TICKET_HISTORY))
        .route("/tickets/{id}/{act}", post(act))
}

fn parts(entity: &'static Entity) -> MethodRouter<Arc<Backend>> {
    get(
        move |State(backend): State<Arc<Backend>>, SignedIn(current): SignedIn, Path(ticket): Path<i64>| async move {
            let rows = backend
                .operations
                .parts(current.actor, entity, TicketId(ticket))
                .await?;
            body::json::<Json>(StatusCode::OK, &json!({ "items": rows }))
        },
    )
}

async fn create(
    state: State<Arc<Backend>>,
    signed_in: SignedIn,
    key: IdempotencyKey,
    wanted: Wanted,
    body: Body,
) -> Result<Response, OperationError> {
    change(
        state,
        signed_in,
        key,
        wanted,
        Target {
            ticket: 0,
            act: "create",
        },
        body,
    )
    .await
}

async fn log_time(
    state: State<Arc<Backend>>,
    signed_in: SignedIn,
    key: IdempotencyKey,
    wanted: Wanted,
    Path(ticket): Path<i64>,
    body: Body,
) -> Result<Response, OperationError> {
    change(state, signed_in, key, wanted, Target { ticket, act: "time" }, body).await
}

async fn act(
    state: State<Arc<Backend>>,
    signed_in: SignedIn,
    key: IdempotencyKey,
    wanted: Wanted,
    Path((ticket, act)): Path<(i64, String)>,
    body: Body,
) -> Result<Response, OperationError> {
    // A ticket is created at its own address.
    if act == "create" {
        return Err(OperationError::NotFound);
    }
    change(state, signed_in, key, wanted, Target { ticket, act: &act }, body).await
}

/// What is to be done to which ticket.
struct Target<'a> {
    ticket: i64,
    act: &'a str,
}

async fn change(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    IdempotencyKey(key): IdempotencyKey,
    Wanted(language): Wanted,
    target: Target<'_>,
    Body(body): Body,
) -> Result<Response, OperationError> {
    let request = Request::new(key, &format!("tickets/{}/{}", target.ticket, target.act), &body);
    let body = ChangeBody::decode(target.act, body).map_err(|error| body::not_understood(&error))?;
    let done = if target.act == "create" {
        StatusCode::CREATED
    } else {
        StatusCode::OK
    };
    let asked = Asked {
        ticket: TicketId(target.ticket),
        seen: body.seen,
        act: body.act,
        written_at: body.written_at,
        extra: Partial::new(&TICKET),
    };
    let encode = problem::encoder(&backend, language, done);
    let answer = backend
        .operations
        .change_once(current.actor, request, asked, encode)
        .await?;
    Ok(body::kept(answer))
}
