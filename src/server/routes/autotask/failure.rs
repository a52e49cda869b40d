//! What went wrong, as Autotask says it: 500 with `errors` for everything that a caller can mend by itself.

use crate::base::Language;
use crate::query::FilterError;
use crate::sentences::Sentences;
use crate::server::allowances::Exceeded;
use crate::server::backend::Backend;
use crate::server::operations::OperationError;
use crate::server::operations::autotask::WriteError;
use crate::server::routes::problem;
use crate::server::routes::trace::Refused;
use crate::wire::autotask::answer::{Errors, WrongVerb};
use crate::wire::autotask::lenient::NotJson;
use crate::wire::autotask::paging::PagingError;
use axum::http::header::RETRY_AFTER;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};

/// What is said of a row that is absent, or not this caller's to see, where it is to be changed.
const NO_ROW: &str = "No matching records found.";

/// What went wrong.
#[derive(Debug)]
pub enum Failure {
    /// A status without a body.
    Bare(StatusCode),
    /// Not offered at this address.
    WrongVerb(Method),
    /// The body is beyond what is taken.
    TooLarge,
    /// What is wrong with the request, a sentence each.
    Texts(Vec<String>),
    /// A limit of the credential is reached.
    Exceeded(Exceeded),
    /// The operation was not carried out.
    Operation(OperationError),
}

impl Failure {
    /// A single sentence.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Texts(vec![text.into()])
    }

    /// The answer.
    pub fn response(self, backend: &Backend) -> Response {
        let sentences = backend.sentences(Language::English);
        match self {
            Self::Bare(status) => status.into_response(),
            Self::WrongVerb(method) => {
                let body = Json(WrongVerb::new(method.as_str()));
                (StatusCode::METHOD_NOT_ALLOWED, body).into_response()
            }
            Self::TooLarge => {
                let text = sentences.text("server-too_large");
                (StatusCode::PAYLOAD_TOO_LARGE, Json(Errors::one(text))).into_response()
            }
            Self::Texts(errors) => refused(Errors { errors }),
            Self::Exceeded(exceeded) => of_exceeded(exceeded),
            Self::Operation(error) => of_operation(&error, sentences),
        }
    }
}

/// Clients look for the code and for the word "threshold".
fn of_exceeded(exceeded: Exceeded) -> Response {
    match exceeded {
        Exceeded::Hourly { limit, seconds } => {
            let text = format!("The request threshold of {limit} requests in 60 minutes has been exceeded.");
            let header = [(RETRY_AFTER, seconds.to_string())];
            (StatusCode::TOO_MANY_REQUESTS, header, Json(Errors::one(text))).into_response()
        }
        Exceeded::AtOnce { limit } => {
            let text = format!("Itgenatr005: the thread threshold of {limit} requests at a time has been exceeded.");
            (StatusCode::TOO_MANY_REQUESTS, Json(Errors::one(text))).into_response()
        }
    }
}

fn of_operation(error: &OperationError, sentences: &Sentences) -> Response {
    problem::log(error);
    let text = match error {
        OperationError::Unauthorized => return StatusCode::UNAUTHORIZED.into_response(),
        OperationError::NotFound => NO_ROW.to_owned(),
        other => problem::problem(other, sentences).message,
    };
    match problem::wait(error) {
        Some(seconds) => {
            let header = [(RETRY_AFTER, seconds.to_string())];
            (StatusCode::SERVICE_UNAVAILABLE, header, Json(Errors::one(text))).into_response()
        }
        None if problem::status(error).is_client_error() => refused(Errors::one(text)),
        None => (StatusCode::INTERNAL_SERVER_ERROR, Json(Errors::one(text))).into_response(),
    }
}

/// What a caller can mend by itself, which is no failure of the server's.
fn refused(errors: Errors) -> Response {
    (StatusCode::INTERNAL_SERVER_ERROR, Extension(Refused), Json(errors)).into_response()
}

impl From<OperationError> for Failure {
    fn from(error: OperationError) -> Self {
        Self::Operation(error)
    }
}

impl From<Exceeded> for Failure {
    fn from(exceeded: Exceeded) -> Self {
        Self::Exceeded(exceeded)
    }
}

impl From<FilterError> for Failure {
    fn from(error: FilterError) -> Self {
        Self::text(error.to_string())
    }
}

impl From<NotJson> for Failure {
    fn from(error: NotJson) -> Self {
        Self::text(error.to_string())
    }
}

impl From<PagingError> for Failure {
    fn from(error: PagingError) -> Self {
        Self::text(error.to_string())
    }
}

impl From<WriteError> for Failure {
    fn from(error: WriteError) -> Self {
        match error {
            WriteError::Fields(errors) => Self::Texts(errors.iter().map(ToString::to_string).collect()),
            WriteError::UserDefined(errors) => Self::Texts(errors.iter().map(ToString::to_string).collect()),
            WriteError::Operation(error) => Self::Operation(error),
        }
    }
}
