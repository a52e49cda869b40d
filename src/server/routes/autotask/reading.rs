//! Queries, pages, counts and single rows.

use super::failure::Failure;
use super::{Asking, origin};
use crate::entities::{Entity, Row, Selection, Surface, UserDefinedFields, View};
use crate::query::{Filter, Place, Query};
use crate::server::operations::autotask::lies_below;
use crate::server::routes::body;
use crate::wire::autotask::address::{PREFIX, VERSION};
use crate::wire::autotask::answer::Item;
use crate::wire::autotask::lenient;
use crate::wire::autotask::{Edge, Page, PageDetails, PagingToken};
use crate::wire::page::Count;
use axum::extract::Query as Parameters;
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use serde_json::{Value as Json, json};

/// The longest address that a `GET` with a search may have, in letters.
const LONGEST_ADDRESS: usize = 2048;

/// A query's first page.
pub async fn query(asking: Asking<'_>, entity: &'static Entity) -> Result<Response, Failure> {
    let query = asked(&asking, entity).await?;
    page(&asking, query, None).await
}

/// How many rows a query selects.
pub async fn count(asking: Asking<'_>, entity: &'static Entity) -> Result<Response, Failure> {
    let filter = asked(&asking, entity).await?.filter;
    let query_count = asking.backend.operations.count(asking.caller.actor, filter).await?;
    Ok(body::json(StatusCode::OK, &Count { query_count })?)
}

/// Another page of a query: the token says which, so that a body is not needed.
pub async fn next(asking: Asking<'_>, entity: &'static Entity) -> Result<Response, Failure> {
    let token = parameter(asking.parts, "paging").unwrap_or_default();
    let user_defined = user_defined(&asking, entity).await?;
    let PagingToken { edge, query } = PagingToken::decode(entity, &user_defined, &token)?;
    page(&asking, query, Some(edge)).await
}

/// All rows below a parent's row; from the second page on they are a query like any other.
pub async fn below(asking: Asking<'_>, entity: &'static Entity, parent: Option<i64>) -> Result<Response, Failure> {
    let (Some(parent), Some(place)) = (parent, entity.parent) else {
        return Err(Failure::Bare(StatusCode::NOT_FOUND));
    };
    let filter = Filter::eq(entity, place.field, parent)?;
    let mut query = Query::new(filter, Surface::Autotask);
    query.selection = Selection::with_user_defined(entity, Surface::Autotask, &user_defined(&asking, entity).await?);
    page(&asking, query, None).await
}

/// One row; null where it is absent, not the caller's to see, or below another parent.
pub async fn row(
    asking: Asking<'_>,
    entity: &'static Entity,
    parent: Option<i64>,
    id: i64,
) -> Result<Response, Failure> {
    let row = asking
        .backend
        .operations
        .autotask_row(asking.caller.actor.clone(), entity, id)
        .await?;
    let row = row.filter(|row| lies_below(row, parent));
    let user_defined = user_defined(&asking, entity).await?;
    let selection = Selection::with_user_defined(entity, Surface::Autotask, &user_defined);
    let item = row.as_ref().map(|row| row.view(&selection));
    Ok(body::json(StatusCode::OK, &Item { item })?)
}

/// One attachment with what is in it, which this address alone gives, and gives as a list.
pub async fn attachment(
    asking: Asking<'_>,
    entity: &'static Entity,
    parent: i64,
    id: i64,
) -> Result<Response, Failure> {
    let operations = &asking.backend.operations;
    let found = operations
        .autotask_attachment(asking.caller, entity, parent, id)
        .await?;
    let selection = Selection::all(entity, Surface::Autotask);
    let mut items = Vec::new();
    if let Some((row, data)) = found {
        let mut item = json!(row.view(&selection));
        item["data"] = Json::from(data);
        items.push(item);
    }
    let page_details = PageDetails {
        count: items.len(),
        request_count: 1,
        prev_page_url: None,
        next_page_url: None,
    };
    Ok(body::json(StatusCode::OK, &Page { items, page_details })?)
}

/// The query of a request: its body, or of a `GET` what stands in `search`.
async fn asked(asking: &Asking<'_>, entity: &'static Entity) -> Result<Query, Failure> {
    let json = if asking.parts.method == Method::GET {
        let length = address_length(asking);
        if length > LONGEST_ADDRESS {
            return Err(Failure::text(format!(
                "The address has {length} characters; a GET may have {LONGEST_ADDRESS} at most. Send the query by POST.",
            )));
        }
        let search = parameter(asking.parts, "search");
        let search = search.ok_or_else(|| Failure::text("The query must be given in search, as URL-encoded JSON."))?;
        lenient::read(search.as_bytes())?
    } else {
        lenient::read(&asking.body)?
    };
    let user_defined = user_defined(asking, entity).await?;
    Ok(Query::read(entity, Surface::Autotask, &user_defined, &json)?)
}

async fn user_defined(asking: &Asking<'_>, entity: &'static Entity) -> Result<UserDefinedFields, Failure> {
    let fields = asking
        .backend
        .operations
        .user_defined(asking.caller.actor.clone(), entity);
    Ok(fields.await?)
}

fn address_length(asking: &Asking<'_>) -> usize {
    let path = asking.parts.uri.path_and_query().map_or(0, |path| path.as_str().len());
    origin::of(asking.backend, asking.parts).len() + path
}

/// The value of a parameter in the address, whatever its name's case.
pub fn parameter(parts: &Parts, name: &str) -> Option<String> {
    let Parameters(parameters) = Parameters::<Vec<(String, String)>>::try_from_uri(&parts.uri).ok()?;
    let mut named = parameters.into_iter().filter(|(key, _)| key.eq_ignore_ascii_case(name));
    named.next().map(|(_, value)| value)
}

/// The page of a query at an edge; none means the first one.
async fn page(asking: &Asking<'_>, query: Query, edge: Option<Edge>) -> Result<Response, Failure> {
    let entity = query.filter.entity();
    let mut nearest = query.clone();
    nearest.sort = edge.unwrap_or(Edge::After(0)).sort(entity)?;
    let place = match edge {
        Some(edge) => Some(Place::from_json(&nearest.sort, &json!([edge.id()]))?),
        None => None,
    };
    let actor = asking.caller.actor.clone();
    let found = asking.backend.operations.autotask_query(actor, nearest, place).await?;
    let mut rows = found.rows;
    if matches!(edge, Some(Edge::Before(_))) {
        rows.reverse();
    }
    let (before, behind) = neighbours(&rows, edge, found.next.is_some());
    let origin = origin::of(asking.backend, asking.parts);
    let address = |edge: Edge| {
        let token = PagingToken {
            edge,
            query: query.clone(),
        };
        format!(
            "{origin}/{PREFIX}/{VERSION}/{}/query/next?paging={}",
            entity.plural,
            token.encode()
        )
    };
    let items: Vec<View<'_>> = rows.iter().map(|row| row.view(&query.selection)).collect();
    let page_details = PageDetails {
        count: items.len(),
        request_count: query.max_records,
        prev_page_url: before.map(address),
        next_page_url: behind.map(address),
    };
    Ok(body::json(StatusCode::OK, &Page { items, page_details })?)
}

/// Where the pages before and behind these rows begin. `more` says whether rows lie beyond them, seen from the edge;
/// on the edge's other side there is the page that led here.
fn neighbours(rows: &[Row], edge: Option<Edge>, more: bool) -> (Option<Edge>, Option<Edge>) {
    let first = rows.first().map(Row::id);
    let last = rows.last().map(Row::id);
    match edge {
        None => (None, last.filter(|_| more).map(Edge::After)),
        Some(Edge::After(id)) => {
            let before = first.unwrap_or(id.saturating_add(1));
            (Some(Edge::Before(before)), last.filter(|_| more).map(Edge::After))
        }
        Some(Edge::Before(id)) => {
            let behind = last.unwrap_or(id.saturating_sub(1));
            (first.filter(|_| more).map(Edge::Before), Some(Edge::After(behind)))
        }
    }
}
