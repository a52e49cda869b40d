//! `GET /changes`: the feed as server-sent events.

use crate::sentences::Wording;
use crate::server::auth::SignedIn;
use crate::server::backend::Backend;
use crate::server::feed::{self, Message};
use crate::server::openapi::described::{Described, of};
use crate::server::operations::OperationError;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::sync::Arc;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::ReceiverStream;
use utoipa::openapi::HttpMethod;
use utoipa_axum::router::OpenApiRouter;

/// The header that says what a reader saw last.
const LAST_EVENT_ID: &str = "last-event-id";

pub fn routes() -> OpenApiRouter<Arc<Backend>> {
    let described = Described::new(
        HttpMethod::Get,
        "/changes",
        "Follow what is written, from Last-Event-ID on: place, changed, removed, reset",
    )
    .streams("Server-sent events; id is the place, data this.", of("FeedData"))
    .fails(&[400]);
    OpenApiRouter::new().routes(described.by(get(changes)))
}

async fn changes(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    headers: HeaderMap,
) -> Result<Response, OperationError> {
    let messages = feed::follow(&backend, current.id, last_seen(&headers)?);
    let events = ReceiverStream::new(messages).map(event);
    // Some proxies would collect events before they pass them on.
    let at_once = [("x-accel-buffering", "no")];
    Ok((at_once, Sse::new(events)).into_response())
}

fn last_seen(headers: &HeaderMap) -> Result<Option<i64>, OperationError> {
    let Some(header) = headers.get(LAST_EVENT_ID) else {
        return Ok(None);
    };
    let place = header.to_str().ok().and_then(|text| text.trim().parse().ok());
    place
        .map(Some)
        .ok_or_else(|| OperationError::field("Last-Event-ID", Wording::of("unfit-event")))
}

fn event(message: Message) -> Result<Event, axum::Error> {
    match message {
        Message::Event(event, place, data) => Event::default()
            .id(place.to_string())
            .event(event.word())
            .json_data(data),
        Message::Proof => Ok(Event::default().comment("")),
    }
}
