//! Files of tickets: sent in pieces, read in parts. What is attached is said by an act of the ticket.

use super::body;
use crate::base::ids::TicketId;
use crate::entities::Row;
use crate::server::auth::SignedIn;
use crate::server::backend::Backend;
use crate::server::openapi::described::{Described, binary, of};
use crate::server::operations::OperationError;
use crate::server::operations::attachments::Part;
use crate::server::operations::attachments::uploads::{Piece, Upload};
use crate::wire::ext::upload::UploadState;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::header::{ACCEPT_RANGES, CONTENT_DISPOSITION, CONTENT_RANGE, CONTENT_TYPE, ETAG, RANGE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, patch};
use serde::Deserialize;
use std::ops::Range;
use std::sync::Arc;
use utoipa::openapi::HttpMethod;
use utoipa_axum::router::OpenApiRouter;

/// What is in a file is handed out as bytes, whatever the file says that it is: no browser shall run it.
const BYTES: &str = "application/octet-stream";

pub fn routes() -> OpenApiRouter<Arc<Backend>> {
    let upload = "/tickets/{id}/uploads/{digest}";
    let state = Described::new(HttpMethod::Get, upload, "How much of a file the server has")
        .worded("digest")
        .answers(200, "How much.", of("UploadState"))
        .fails(&[404]);
    let piece = Described::new(
        HttpMethod::Patch,
        upload,
        "Send the next 64 KiB of a file, or its end; sent again it changes nothing",
    )
    .worded("digest")
    .asked_with("offset", "Where the piece begins.")
    .asked_with("size", "The size of all of it.")
    .takes_bytes(BYTES)
    .answers(
        200,
        "How much is there now: the next piece begins there.",
        of("UploadState"),
    )
    .fails(&[403, 404, 413, 422]);
    let content = Described::new(
        HttpMethod::Get,
        "/tickets/{id}/attachments/{attachment}/content",
        "What is in a file, or the part of it that Range names",
    )
    .streams_as(BYTES, "The bytes.", binary())
    .fails(&[404]);
    OpenApiRouter::new()
        .routes(state.by(get(upload_state)))
        .routes(piece.by(patch(take_piece)))
        .routes(content.by(get(read)))
}

async fn upload_state(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path((ticket, digest)): Path<(i64, String)>,
) -> Result<Response, OperationError> {
    let upload = Upload {
        ticket: TicketId(ticket),
        digest,
    };
    let state: UploadState = backend.operations.upload_state(current.actor, upload).await?;
    body::json(StatusCode::OK, &state)
}

/// Where a piece lies.
#[derive(Deserialize)]
struct Place {
    offset: u64,
    size: u64,
}

async fn take_piece(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path((ticket, digest)): Path<(i64, String)>,
    Query(place): Query<Place>,
    bytes: Bytes,
) -> Result<Response, OperationError> {
    let upload = Upload {
        ticket: TicketId(ticket),
        digest,
    };
    let piece = Piece {
        size: place.size,
        offset: place.offset,
        bytes: bytes.to_vec(),
    };
    let state: UploadState = backend.operations.take_piece(current.actor, upload, piece).await?;
    body::json(StatusCode::OK, &state)
}

async fn read(
    State(backend): State<Arc<Backend>>,
    SignedIn(current): SignedIn,
    Path((ticket, attachment)): Path<(i64, i64)>,
    headers: HeaderMap,
) -> Result<Response, OperationError> {
    let asked = headers.get(RANGE).and_then(|range| range.to_str().ok()).and_then(range);
    let whole = 0..u64::MAX;
    let wanted = asked.clone().unwrap_or(whole);
    let operations = &backend.operations;
    let part = operations
        .attachment_part(current.actor, TicketId(ticket), attachment, wanted)
        .await?;
    Ok(answer(part, asked.is_some()))
}

/// `bytes=5-` and `bytes=5-9`; what asks for anything else gets the whole file, as the field's rules say.
fn range(text: &str) -> Option<Range<u64>> {
    let (first, last) = text.trim().strip_prefix("bytes=")?.split_once('-')?;
    let first: u64 = first.parse().ok()?;
    let end = match last {
        "" => u64::MAX,
        last => last.parse::<u64>().ok()?.checked_add(1)?,
    };
    (first < end).then_some(first..end)
}

fn answer(part: Part, is_part: bool) -> Response {
    let size = crate::records::attachment::size(&part.row);
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(BYTES));
    headers.insert(CONTENT_DISPOSITION, HeaderValue::from_static("attachment"));
    headers.insert(ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    if let Some(tag) = tag(&part.row) {
        headers.insert(ETAG, tag);
    }
    if !is_part {
        return (StatusCode::OK, headers, part.bytes).into_response();
    }
    let (status, text) = match part.range.is_empty() {
        true => (StatusCode::RANGE_NOT_SATISFIABLE, format!("bytes */{size}")),
        false => (
            StatusCode::PARTIAL_CONTENT,
            format!("bytes {}-{}/{size}", part.range.start, part.range.end - 1),
        ),
    };
    if let Ok(text) = HeaderValue::from_str(&text) {
        headers.insert(CONTENT_RANGE, text);
    }
    (status, headers, part.bytes).into_response()
}

fn tag(row: &Row) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!("\"{}\"", row.text("digest")?)).ok()
}

#[cfg(test)]
mod tests {
    use super::range;

    #[test]
    fn a_range_is_from_one_byte_to_another_or_to_the_end() {
        for (text, expected) in [
            ("bytes=0-", Some(0..u64::MAX)),
            ("bytes=5-9", Some(5..10)),
            (" bytes=5-5", Some(5..6)),
            ("bytes=9-5", None),
            ("bytes=-5", None),
            ("bytes=1-2,4-5", None),
            ("lines=1-2", None),
            ("bytes=x-", None),
        ] {
            assert_eq!(range(text), expected, "{text}");
        }
    }
}
