//! Autotask's routes, for all entities that their tables put there: who asks, what is meant, one call, the answer.

mod caller;
mod failure;
mod origin;
mod reading;
mod service;
mod writing;

use super::LARGEST_BODY;
use crate::entities::{Entity, Write, holds_files};
use crate::server::backend::Backend;
use crate::server::operations::autotask::Caller;
use crate::wire::autotask::address::segments;
use crate::wire::autotask::{Address, Place, Verb};
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::Response;
use failure::Failure;
use std::sync::Arc;

/// Answers what lies below Autotask's prefix, and lets all else pass. Its paths come in any case and with doubled
/// slashes, so that no router finds them.
pub async fn divert(State(backend): State<Arc<Backend>>, request: Request, next: Next) -> Response {
    let Some(address) = segments(request.uri().path()).map(|segments| Address::of(&segments)) else {
        return next.run(request).await;
    };
    let (parts, body) = request.into_parts();
    let longest = backend.limits.request;
    let answer = tokio::time::timeout(longest, answer(&backend, address, &parts, body)).await;
    let answer = answer.unwrap_or(Err(Failure::Bare(StatusCode::SERVICE_UNAVAILABLE)));
    answer.unwrap_or_else(|failure| failure.response(&backend))
}

/// A request whose sender is known.
struct Asking<'a> {
    backend: &'a Backend,
    caller: Caller,
    parts: &'a Parts,
    body: Bytes,
}

async fn answer(backend: &Backend, address: Option<Address>, parts: &Parts, body: Body) -> Result<Response, Failure> {
    if let Some(address) = address.filter(Address::is_public) {
        verb(address, parts)?;
        return service::public(backend, address, parts).await;
    }
    let caller = caller::of(backend, parts).await?;
    let entity = address.and_then(|address| address.entity());
    let _entered = backend.allowances.enter(&caller, entity).await?;
    let address = address.ok_or(Failure::Bare(StatusCode::NOT_FOUND))?;
    let verb = verb(address, parts)?;
    let caller = match entity.filter(|entity| is_impersonated(entity)) {
        Some(_) => caller::impersonating(backend, caller, &parts.headers, writes(address, verb)).await?,
        None => caller,
    };
    let body = to_bytes(body, largest_body(address))
        .await
        .map_err(|_| Failure::TooLarge)?;
    let asking = Asking {
        backend,
        caller,
        parts,
        body,
    };
    match address {
        Address::Root(entity, place) => at(asking, entity, None, place, verb).await,
        Address::Child { parent, entity, place } => at(asking, entity, Some(parent), place, verb).await,
        service => service::answer(&asking, service),
    }
}

/// The largest body that an address takes, in bytes: a file comes whole, in base64.
fn largest_body(address: Address) -> usize {
    match address {
        Address::Child {
            entity,
            place: Place::Rows,
            ..
        } if holds_files(entity) => LARGEST_FILE,
        _ => LARGEST_BODY,
    }
}

/// The largest body with a file: 7 MiB in base64, broken into lines, with what is said about it.
const LARGEST_FILE: usize = 10 * 1024 * 1024 + LARGEST_BODY;

/// What is to be done, if that may be done there.
fn verb(address: Address, parts: &Parts) -> Result<Verb, Failure> {
    let verb = Verb::of(parts.method.as_str()).filter(|verb| address.verbs().contains(verb));
    verb.ok_or_else(|| Failure::WrongVerb(parts.method.clone()))
}

/// Whether rows of an entity keep who impersonated whoever wrote them. For the others the header is passed over.
fn is_impersonated(entity: &Entity) -> bool {
    let fields = ["impersonatorCreatorResourceID", "impersonatorUpdaterResourceID"];
    fields.into_iter().any(|field| entity.field(field).is_some())
}

/// Whether something changes by it.
fn writes(address: Address, verb: Verb) -> bool {
    let place = match address {
        Address::Root(_, place) | Address::Child { place, .. } => place,
        _ => return false,
    };
    verb != Verb::Get && matches!(place, Place::Rows | Place::Row(_))
}

async fn at(
    asking: Asking<'_>,
    entity: &'static Entity,
    parent: Option<i64>,
    place: Place,
    verb: Verb,
) -> Result<Response, Failure> {
    match (place, verb) {
        (Place::Rows, Verb::Post) => writing::write(asking, entity, parent, Write::Create).await,
        (Place::Rows, Verb::Patch) => writing::write(asking, entity, parent, Write::Update).await,
        (Place::Rows, Verb::Put) => writing::write(asking, entity, parent, Write::Replace).await,
        (Place::Rows, _) => reading::below(asking, entity, parent).await,
        (Place::Row(id), Verb::Delete) => writing::delete(asking, entity, parent, id).await,
        (Place::Row(id), _) => match parent.filter(|_| holds_files(entity)) {
            Some(parent) => reading::attachment(asking, entity, parent, id).await,
            None => reading::row(asking, entity, parent, id).await,
        },
        (Place::Query, _) => reading::query(asking, entity).await,
        (Place::Count, _) => reading::count(asking, entity).await,
        (Place::NextPage, _) => reading::next(asking, entity).await,
        (Place::Information | Place::Fields | Place::UserDefinedFields, _) => {
            service::describe(&asking, entity, place).await
        }
    }
}
