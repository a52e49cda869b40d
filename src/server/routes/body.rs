//! Reading bodies and writing answers.

use crate::base::ids::ChangeId;
use crate::sentences::Wording;
use crate::server::operations::OperationError;
use crate::server::operations::kept_answer::Answer;
use crate::server::store::StoreError;
use crate::wire::json::{Exact, Fault};
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;

/// The header that carries a write's key.
const IDEMPOTENCY_KEY: &str = "idempotency-key";
/// Room that is made for an answer, in bytes: few take more.
const USUAL_ANSWER: usize = 8 * 1024;
const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// A body of JSON.
pub struct Body(pub Json);

impl<S: Send + Sync> FromRequest<S> for Body {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let bytes = Bytes::from_request(request, state).await;
        let bytes = bytes.map_err(BytesRejection::into_response)?;
        // No body means an empty object: some writes need nothing.
        if bytes.is_empty() {
            return Ok(Self(Json::Object(serde_json::Map::new())));
        }
        match Exact::read(&bytes, |bytes| serde_json::from_slice(bytes)) {
            Ok(Ok(json)) => Ok(Self(json)),
            Ok(Err(fault)) => Err(refused(fault).into_response()),
            Err(error) => Err(not_understood(&error).into_response()),
        }
    }
}

impl Body {
    /// The body as what the route takes.
    ///
    /// # Errors
    /// With the place that doesn't fit.
    pub fn read<T: DeserializeOwned>(self) -> Result<T, OperationError> {
        serde_json::from_value(self.0).map_err(|error| not_understood(&error))
    }
}

/// A body that can't be decoded.
pub fn not_understood(error: &serde_json::Error) -> OperationError {
    OperationError::BadRequest {
        field: None,
        why: Wording::of("unfit-body").with("reason", error),
    }
}

/// A body that can be decoded and is refused all the same.
fn refused(fault: Fault) -> OperationError {
    let (field, key) = match fault {
        Fault::Twice { name } => (name, "unfit-twice"),
        Fault::Nul { field } => (field, "unfit-nul"),
    };
    OperationError::field(&field, Wording::of(key).with("field", &field))
}

/// The key of a write.
pub struct IdempotencyKey(pub ChangeId);

impl<S: Send + Sync> FromRequestParts<S> for IdempotencyKey {
    type Rejection = OperationError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, OperationError> {
        let header = parts.headers.get(IDEMPOTENCY_KEY);
        let text = header.ok_or(OperationError::KeyRequired)?.to_str().unwrap_or_default();
        text.parse()
            .map(|key| Self(ChangeId(key)))
            .map_err(|_| OperationError::KeyRequired)
    }
}

/// An answer of JSON.
///
/// # Errors
/// When a value can't be written, which no value of the server's is known to do.
pub fn json<T: Serialize>(status: StatusCode, value: &T) -> Result<Response, OperationError> {
    let mut body = Vec::with_capacity(USUAL_ANSWER);
    serde_json::to_writer(&mut body, value).map_err(unwritable)?;
    Ok((status, [(CONTENT_TYPE, JSON)], body).into_response())
}

/// A value as JSON text.
///
/// # Errors
/// As [`json`].
pub fn text<T: Serialize>(value: &T) -> Result<String, OperationError> {
    serde_json::to_string(value).map_err(unwritable)
}

fn unwritable(error: serde_json::Error) -> OperationError {
    StoreError::Corrupt(error.to_string()).into()
}

/// A kept answer as it goes out.
pub fn kept(answer: Answer) -> Response {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let media_type = if status.is_success() {
        JSON
    } else {
        HeaderValue::from_static(crate::wire::problem::MEDIA_TYPE)
    };
    (status, [(CONTENT_TYPE, media_type)], answer.body).into_response()
}
