//! Why an operation was not carried out.

use crate::domain::Refusal;
use crate::entities::Row;
use crate::query::FilterError;
use crate::sentences::{Sentences, Wording};
use crate::server::store::StoreError;
use crate::wire::problem::Code;
use std::borrow::Cow;

/// Why an operation was not carried out. Nothing of it was kept.
#[derive(Debug, thiserror::Error)]
pub enum OperationError {
    /// A rule forbids it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Absent, or invisible to whoever asks: nobody can tell which.
    #[error("not-found")]
    NotFound,
    /// A field that the person saw differs now.
    #[error("stale: {}", fields.join(", "))]
    Stale {
        /// The ticket as it is now, as this person is given it.
        current: Box<Row>,
        /// The fields that differ.
        fields: Vec<String>,
    },
    /// A document was written whose writer saw another state than the present one.
    #[error("changed-meanwhile")]
    ChangedMeanwhile {
        /// The document as it is now, with the digest that says so.
        current: Box<serde_json::Value>,
    },
    /// A write came without an idempotency key, or with one that is no UUID.
    #[error("key-required")]
    KeyRequired,
    /// The idempotency key came with another request before.
    #[error("key-reused")]
    KeyReused,
    /// The request names something that doesn't fit.
    #[error("{why}")]
    BadRequest {
        /// The field, where one is meant.
        field: Option<String>,
        /// What is wrong.
        why: Wording,
    },
    /// The portal is off for this person: for the instance, in its subscription, or at their company (CP-20, CP-21).
    #[error("portal-inactive")]
    PortalInactive,
    /// Wrong name or password, or no valid session.
    #[error("unauthorized")]
    Unauthorized,
    /// The person of this session is not active any more, or has no level (tandem-api 6).
    #[error("deactivated")]
    Deactivated,
    /// Name and password are right; a code of the second factor is needed besides.
    #[error("code-required")]
    CodeRequired,
    /// Name and password are right, the code is not, or was used before.
    #[error("code-refused")]
    CodeRefused,
    /// Too many wrong passwords.
    #[error("slow-down: {seconds} s")]
    SlowDown {
        /// After how many seconds the next attempt is taken.
        seconds: u64,
    },
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl OperationError {
    /// A request that names a field whose value doesn't fit.
    #[must_use]
    pub fn field(field: &str, why: Wording) -> Self {
        Self::BadRequest {
            field: Some(field.to_owned()),
            why,
        }
    }

    /// The sentence that says so; of the database's failures, to whoever works at the database itself.
    #[must_use]
    pub fn said(&self, sentences: &Sentences) -> String {
        let answer = format!("server-{}", self.code());
        let said = match self {
            Self::Refused(refusal) => sentences
                .refusal(refusal.code(), &refusal.arguments())
                .unwrap_or_else(|| sentences.say("refusal-unknown", &[("code", refusal.code().into())])),
            Self::Stale { fields, .. } => sentences.say(&answer, &[("fields", fields.join(", ").into())]),
            Self::ChangedMeanwhile { .. } => sentences.text("server-changed-meanwhile"),
            Self::BadRequest { why, .. } => why.said(sentences),
            Self::SlowDown { seconds } => sentences.say(&answer, &[("seconds", (*seconds).into())]),
            Self::Store(error) => Cow::Owned(error.said(sentences)),
            _ => sentences.text(&answer),
        };
        said.into_owned()
    }

    /// The stable code that goes over the wire.
    #[must_use]
    pub fn code(&self) -> &'static str {
        let code = match self {
            Self::Refused(refusal) => return refusal.code(),
            Self::PortalInactive => return Refusal::FeatureInactive.code(),
            Self::NotFound => Code::NotFound,
            Self::Stale { .. } | Self::ChangedMeanwhile { .. } => Code::Stale,
            Self::KeyRequired => Code::KeyRequired,
            Self::KeyReused => Code::KeyReused,
            Self::BadRequest { .. } => Code::BadRequest,
            Self::Unauthorized => Code::Unauthorized,
            Self::Deactivated => Code::Deactivated,
            Self::CodeRequired => Code::CodeRequired,
            Self::CodeRefused => Code::CodeRefused,
            Self::SlowDown { .. } => Code::SlowDown,
            Self::Store(StoreError::TookTooLong) => Code::QueryTooLong,
            Self::Store(error) if error.is_passing() => Code::Busy,
            Self::Store(_) => Code::Internal,
        };
        code.word()
    }
}

/// A filter or an order of a request that doesn't fit its entity.
impl From<FilterError> for OperationError {
    fn from(error: FilterError) -> Self {
        let field = match &error {
            FilterError::Field(error) => Some(error.field().to_owned()),
            FilterError::NotQueryable { field } | FilterError::Mismatch { field, .. } => Some((*field).to_owned()),
            FilterError::Value { field, .. }
            | FilterError::NoValue { field }
            | FilterError::TooManyValues { field }
            | FilterError::UserDefinedOperator { field, .. } => Some(field.clone()),
            _ => None,
        };
        Self::BadRequest {
            field,
            why: Wording::elsewhere(error.to_string()),
        }
    }
}
