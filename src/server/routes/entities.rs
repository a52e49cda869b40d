//! The entities under `/tandem/v1`: query, count, one row; the same for all of them.

use super::body::{self, Body};
use crate::entities::{ENTITIES, Entity, Row, Selection, Surface, UserDefinedFields, View};
use crate::query::{Place, Query, names_user_defined};
use crate::sentences::Wording;
use crate::server::auth::SignedIn;
use crate::server::backend::Backend;
use crate::server::openapi::described::{Described, of, page_of};
use crate::server::operations::OperationError;
use crate::server::operations::sessions::Current;
use crate::wire::address;
use crate::wire::page::{Count, Page};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use serde_json::Value as Json;
use std::sync::Arc;
use utoipa::openapi::HttpMethod;
use utoipa_axum::router::OpenApiRouter;

pub fn routes() -> OpenApiRouter<Arc<Backend>> {
    ENTITIES.iter().copied().fold(OpenApiRouter::new(), |router, entity| {
        let name = address::of(entity);
        let query_described = Described::new(
            HttpMethod::Post,
            &format!("/{name}/query"),
            &format!("The rows of {} that a filter selects and one sees", entity.plural),
        )
        .takes(of("Query"))
        .answers(200, "A page.", page_of(entity.name));
        let count_described = Described::new(
            HttpMethod::Post,
            &format!("/{name}/query/count"),
            &format!("How many rows of {} a filter selects", entity.plural),
        )
        .takes(of("Query"))
        .answers(200, "The number.", of("Count"));
        let row_described = Described::new(
            HttpMethod::Get,
            &format!("/{name}/{{id}}"),
            &format!("One row of {}", entity.plural),
        )
        .answers(200, "The row.", of(entity.name))
        .fails(&[404]);
        let query = post(move |state, signed_in, body| query(entity, state, signed_in, body));
        let count = post(move |state, signed_in, body| count(entity, state, signed_in, body));
        let row = get(move |state, signed_in, id| row(entity, state, signed_in, id));
        router
            .routes(query_described.by(query))
            .routes(count_described.by(count))
            .routes(row_described.by(row))
    })
}

async fn query(
    entity: &'static Entity,
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Body(body): Body,
) -> Result<Response, OperationError> {
    let query = asked(&backend, &current, entity, &body).await?;
    let after = match body.get("after") {
        None | Some(Json::Null) => None,
        Some(cursor) => Some(read_cursor(&query, cursor)?),
    };
    let selection = query.selection.clone();
    let page = backend.operations.query(current.actor, query, after).await?;
    let page = Page {
        items: views(&page.rows, &selection),
        next: page.next.map(|place| place.to_json().to_string()),
    };
    body::json(StatusCode::OK, &page)
}

/// What a body asks for; user-defined fields are only looked up where it names one.
async fn asked(
    backend: &Backend,
    current: &Current,
    entity: &'static Entity,
    body: &Json,
) -> Result<Query, OperationError> {
    let user_defined = match names_user_defined(body) {
        true => backend.operations.user_defined(current.actor.clone(), entity).await?,
        false => UserDefinedFields::default(),
    };
    Ok(Query::read(entity, Surface::Tandem, &user_defined, body)?)
}

fn views<'a>(rows: &'a [Row], selection: &'a Selection) -> Vec<View<'a>> {
    rows.iter().map(|row| row.view(selection)).collect()
}

/// The place that a cursor of an earlier page means, in the same order.
fn read_cursor(query: &Query, cursor: &Json) -> Result<Place, OperationError> {
    let refused = || OperationError::field("after", Wording::of("unfit-after"));
    let place: Json = cursor
        .as_str()
        .and_then(|text| serde_json::from_str(text).ok())
        .ok_or_else(refused)?;
    Place::from_json(&query.sort, &place).map_err(|_| refused())
}

async fn count(
    entity: &'static Entity,
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Body(body): Body,
) -> Result<Response, OperationError> {
    let query = asked(&backend, &current, entity, &body).await?;
    let query_count = backend.operations.count(current.actor, query.filter).await?;
    body::json(StatusCode::OK, &Count { query_count })
}

async fn row(
    entity: &'static Entity,
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path(id): Path<i64>,
) -> Result<Response, OperationError> {
    let row = backend.operations.row(current.actor, entity, id).await?;
    body::json(StatusCode::OK, &row)
}
