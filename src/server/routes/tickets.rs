//! Changes of tickets, and what a ticket has below it.

use super::body::{self, Body, IdempotencyKey};
use super::problem::{self, Wanted};
use crate::base::ids::TicketId;
use crate::entities::{
    Entity, Partial, TICKET, TICKET_ATTACHMENT, TICKET_CHECKLIST_ITEM, TICKET_HISTORY, TICKET_NOTE, TIME_ENTRY,
};
use crate::server::auth::SignedIn;
use crate::server::backend::Backend;
use crate::server::openapi::acts::{ACTS, CREATE, DescribedAct};
use crate::server::openapi::described::{Described, items_of, of};
use crate::server::operations::OperationError;
use crate::server::operations::change::Asked;
use crate::server::operations::kept_answer::Request;
use crate::wire::ext::change::ChangeBody;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{MethodRouter, get, post};
use serde_json::{Value as Json, json};
use std::sync::Arc;
use utoipa::openapi::HttpMethod;
use utoipa_axum::router::{OpenApiRouter, UtoipaMethodRouter};

pub fn routes() -> OpenApiRouter<Arc<Backend>> {
    let parts = [
        ("notes", &TICKET_NOTE),
        ("time", &TIME_ENTRY),
        ("history", &TICKET_HISTORY),
        ("attachments", &TICKET_ATTACHMENT),
        ("checklist", &TICKET_CHECKLIST_ITEM),
    ];
    let router = parts
        .into_iter()
        .fold(OpenApiRouter::new(), |router, (segment, entity)| {
            let path = format!("/tickets/{{id}}/{segment}");
            let described = Described::new(
                HttpMethod::Get,
                &path,
                &format!("A ticket's {segment}, as far as one may read"),
            )
            .answers(200, "The oldest first.", items_of(entity.name))
            .fails(&[404]);
            router.routes(described.by(part(entity)))
        });
    ACTS.iter().fold(router, |router, act| router.routes(act_route(act)))
}

fn part(entity: &'static Entity) -> MethodRouter<Arc<Backend>> {
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

/// The route of an act: creation at the tickets' own address, the others below their ticket.
fn act_route(act: &'static DescribedAct) -> UtoipaMethodRouter<Arc<Backend>> {
    let described = |path: &str, status| {
        Described::new(HttpMethod::Post, path, act.summary)
            .keyed()
            .takes(of(&act.schema_name()))
            .answers(status, "What was written, as it is now.", of("Settled"))
    };
    let name = act.name;
    if name == CREATE {
        let handler = move |state, signed_in, key, wanted, body| {
            change(state, signed_in, key, wanted, Target { ticket: 0, act: name }, body)
        };
        return described("/tickets", 201).by(post(handler));
    }
    let handler = move |state, signed_in, key, wanted, Path(ticket): Path<i64>, body| {
        change(state, signed_in, key, wanted, Target { ticket, act: name }, body)
    };
    described(&format!("/tickets/{{id}}/{name}"), 200).by(post(handler))
}

/// What is to be done to which ticket.
struct Target {
    ticket: i64,
    act: &'static str,
}

async fn change(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    IdempotencyKey(key): IdempotencyKey,
    Wanted(language): Wanted,
    target: Target,
    Body(body): Body,
) -> Result<Response, OperationError> {
    let request = Request::new(key, &format!("tickets/{}/{}", target.ticket, target.act), &body);
    let body = ChangeBody::decode(target.act, body).map_err(|error| body::not_understood(&error))?;
    let done = if target.act == CREATE {
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
