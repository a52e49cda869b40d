//! Errors of `/tandem/v1/` as `application/problem+json`, and which HTTP status each code has.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The media type of an error's body.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// The body of an error.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Problem {
    /// A stable code: one of [`Code`], or of `domain::Refusal`.
    pub code: String,
    /// A sentence in the reader's language that says what would make it possible.
    pub message: String,
    /// The field that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// For `stale`: the thing as it is now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current: Option<serde_json::Value>,
    /// What goes with some codes for programs: for `contract_required` the offers and who can take one, for
    /// `items_without_owner` the items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub details: Option<serde_json::Value>,
}

/// The codes that are the wire's own; all others come from the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// The request can't be decoded.
    BadRequest,
    /// A write came without `Idempotency-Key`.
    KeyRequired,
    /// No valid session.
    Unauthorized,
    /// A session whose person is not active any more, or has lost the level: their copy is to be deleted.
    Deactivated,
    /// Sign-in needs a code of the second factor besides.
    CodeRequired,
    /// The code of the second factor is wrong, or was used before.
    CodeRefused,
    /// Absent or invisible.
    NotFound,
    /// A field that the person saw differs now.
    Stale,
    /// The same key with another body.
    KeyReused,
    /// The body is too large.
    TooLarge,
    /// A query was stopped because it took too long.
    QueryTooLong,
    /// Too many requests.
    SlowDown,
    /// Nothing wrong with the request; try again later.
    Busy,
    /// The server failed.
    Internal,
}

impl Code {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::BadRequest,
        Self::KeyRequired,
        Self::Unauthorized,
        Self::Deactivated,
        Self::CodeRequired,
        Self::CodeRefused,
        Self::NotFound,
        Self::Stale,
        Self::KeyReused,
        Self::TooLarge,
        Self::QueryTooLong,
        Self::SlowDown,
        Self::Busy,
        Self::Internal,
    ];

    /// The word in [`Problem::code`].
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::BadRequest => "bad_request",
            Self::KeyRequired => "key_required",
            Self::Unauthorized => "unauthorized",
            Self::Deactivated => "deactivated",
            Self::CodeRequired => "code_required",
            Self::CodeRefused => "code_refused",
            Self::NotFound => "not_found",
            Self::Stale => "stale",
            Self::KeyReused => "key_reused",
            Self::TooLarge => "too_large",
            Self::QueryTooLong => "query_too_long",
            Self::SlowDown => "slow_down",
            Self::Busy => "busy",
            Self::Internal => "internal",
        }
    }

    /// Reads [`Code::word`].
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|code| code.word() == word)
    }
}

/// The HTTP status of a code: a refusal of the rules is 422, but who may not (yet) do a thing at all gets 403.
#[must_use]
pub fn http_status(code: &str) -> u16 {
    match Code::from_word(code) {
        Some(Code::BadRequest | Code::KeyRequired) => 400,
        Some(Code::Unauthorized | Code::Deactivated | Code::CodeRequired | Code::CodeRefused) => 401,
        Some(Code::NotFound) => 404,
        Some(Code::Stale | Code::KeyReused) => 409,
        Some(Code::TooLarge) => 413,
        Some(Code::QueryTooLong) => 422,
        Some(Code::SlowDown) => 429,
        Some(Code::Internal) => 500,
        Some(Code::Busy) => 503,
        None if matches!(code, "forbidden" | "password_must_change" | "two_factor_required") => 403,
        None => 422,
    }
}
