//! Errors as answers: the code's HTTP status, and the sentence in the reader's language.

use crate::base::Language;
use crate::sentences::Sentences;
use crate::server::backend::Backend;
use crate::server::operations::OperationError;
use crate::server::operations::kept_answer::Answer;
use crate::server::store::StoreError;
use crate::wire::problem::{Code, MEDIA_TYPE, Problem, http_status};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, RETRY_AFTER};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use std::convert::Infallible;
use std::sync::Arc;

/// Seconds after which a busy server may be asked again.
const BUSY: u64 = 2;

/// An error on its way out: the sentence is put in by `say`, which knows the language.
impl IntoResponse for OperationError {
    fn into_response(self) -> Response {
        let status = status(&self);
        let mut response = status.into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

/// The status of an error on Tandem's own routes.
pub fn status(error: &OperationError) -> StatusCode {
    if matches!(error, OperationError::PortalInactive) {
        return StatusCode::FORBIDDEN;
    }
    StatusCode::from_u16(http_status(error.code())).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// The language that a request wants.
#[derive(Clone, Copy, Debug)]
pub struct Wanted(pub Language);

impl<S: Send + Sync> FromRequestParts<S> for Wanted {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(language(&parts.headers)))
    }
}

/// The first language of `Accept-Language` that there are sentences in; English else.
fn language(headers: &HeaderMap) -> Language {
    let header = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let tags = header.unwrap_or_default().split(',');
    tags.filter_map(|tag| tag.split(';').next())
        .find_map(|tag| tag.trim().parse().ok())
        .unwrap_or_default()
}

/// Gives every error its body.
pub async fn say(State(backend): State<Arc<Backend>>, request: Request, next: Next) -> Response {
    let language = language(request.headers());
    let response = next.run(request).await;
    if !response.status().is_client_error() && !response.status().is_server_error() {
        return response;
    }
    let sentences = backend.sentences(language);
    match response.extensions().get::<Arc<OperationError>>() {
        Some(error) => {
            log(error);
            with_body(status(error), &problem(error, sentences), wait(error))
        }
        None if is_problem(&response) => response,
        None => of_status(response.status(), sentences),
    }
}

fn is_problem(response: &Response) -> bool {
    let media_type = response.headers().get(CONTENT_TYPE);
    media_type.is_some_and(|media_type| media_type == MEDIA_TYPE)
}

/// Failures of the server are logged with what the caller is not told.
pub fn log(error: &OperationError) {
    if let OperationError::Store(error) = error
        && !matches!(error, StoreError::TookTooLong)
    {
        tracing::error!(%error, "a request failed");
    }
}

pub fn wait(error: &OperationError) -> Option<u64> {
    match error {
        OperationError::SlowDown { seconds } => Some(*seconds),
        OperationError::Store(error) if error.is_passing() => Some(BUSY),
        _ => None,
    }
}

/// What the HTTP machinery refused by itself: no such address, a body too large, too slow.
fn of_status(status: StatusCode, sentences: &Sentences) -> Response {
    let code = match status {
        StatusCode::NOT_FOUND => Code::NotFound,
        StatusCode::UNAUTHORIZED => Code::Unauthorized,
        StatusCode::PAYLOAD_TOO_LARGE => Code::TooLarge,
        StatusCode::SERVICE_UNAVAILABLE => Code::Busy,
        status if status.is_server_error() => Code::Internal,
        _ => Code::BadRequest,
    };
    let problem = Problem {
        code: code.word().to_owned(),
        message: sentences.text(&format!("server-{}", code.word())).into_owned(),
        field: None,
        current: None,
        details: None,
    };
    let wait = (code == Code::Busy).then_some(BUSY);
    with_body(status, &problem, wait)
}

fn with_body(status: StatusCode, problem: &Problem, wait: Option<u64>) -> Response {
    let body = serde_json::to_string(problem).unwrap_or_default();
    let media_type = HeaderValue::from_static(MEDIA_TYPE);
    let mut response = (status, [(CONTENT_TYPE, media_type)], body).into_response();
    if let Some(seconds) = wait {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// An error as the answer that is kept for its key.
fn answer(error: &OperationError, sentences: &Sentences) -> Answer {
    Answer {
        status: status(error).as_u16(),
        body: serde_json::to_string(&problem(error, sentences)).unwrap_or_default(),
    }
}

/// An error as the body of an answer.
pub fn problem(error: &OperationError, sentences: &Sentences) -> Problem {
    let code = error.code();
    let message = match error {
        // What happened in the database is the log's.
        OperationError::Store(_) => sentences.text(&format!("server-{code}")).into_owned(),
        error => error.said(sentences),
    };
    let mut problem = Problem {
        code: code.to_owned(),
        message,
        field: None,
        current: None,
        details: None,
    };
    match error {
        OperationError::Refused(refusal) => {
            problem.field = refusal.field().map(str::to_owned);
            problem.details = refusal.details();
        }
        OperationError::Stale { current, fields } => {
            problem.field = fields.first().cloned();
            problem.current = serde_json::to_value(current).ok();
        }
        OperationError::ChangedMeanwhile { current } => problem.current = Some((**current).clone()),
        OperationError::BadRequest { field, .. } => problem.field.clone_from(field),
        _ => {}
    }
    problem
}

/// What turns a write's result into the answer that is kept for its key.
pub fn encoder<T: Serialize>(
    backend: &Arc<Backend>,
    language: Language,
    done: StatusCode,
) -> impl FnOnce(Result<T, OperationError>) -> Answer + Send + 'static + use<T> {
    let backend = Arc::clone(backend);
    move |result| match result.and_then(|value| super::body::text(&value)) {
        Ok(body) => Answer {
            status: done.as_u16(),
            body,
        },
        Err(error) => answer(&error, backend.sentences(language)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Timestamp;
    use crate::base::ids::ItemId;
    use crate::domain::contract::Offer;
    use crate::domain::contract::validation::Taker;
    use crate::domain::{Refusal, Side};

    /// One of each.
    fn refusals() -> Vec<Refusal> {
        let field = "title";
        vec![
            Refusal::Forbidden,
            Refusal::NotHolder { holder: Side::Taskfire },
            Refusal::TaskfireNotEnabled,
            Refusal::PredatesTaskfire,
            Refusal::TicketComplete,
            Refusal::ContractRequired {
                offers: Offer::of(None),
                taker: Taker::Administrators,
            },
            Refusal::ContractRequired {
                offers: Offer::of(Some(ItemId(1))),
                taker: Taker::You,
            },
            Refusal::RequestHeld,
            Refusal::RequestNotHeld,
            Refusal::EndsBeforeStart,
            Refusal::ContractsOverlap {
                name: "Care".to_owned(),
            },
            Refusal::TimeExpiredOptionRequired,
            Refusal::ContractsActive,
            Refusal::ContractsInactive,
            Refusal::ItemsWithoutOwner { items: vec![ItemId(1)] },
            Refusal::TimeInFuture,
            Refusal::DayFull { left: 30 },
            Refusal::ContractNotRecurring,
            Refusal::OutsideContract {
                start: Timestamp::from_millis(0).date(),
                end: None,
            },
            Refusal::DaysUnbilled {
                first: Timestamp::from_millis(0).date(),
                last: Timestamp::from_millis(0).date(),
            },
            Refusal::AutomationBegins {
                on: Timestamp::from_millis(0).date(),
            },
            Refusal::ContractNotApproved,
            Refusal::ContractEnded,
            Refusal::ChargeOutsideContract {
                on: Timestamp::from_millis(0).date(),
            },
            Refusal::UnitsBelowZero,
            Refusal::PeriodClosed,
            Refusal::UnitsOnContract,
            Refusal::ContractRenewed {
                name: "Care".to_owned(),
            },
            Refusal::RenewalOverlaps {
                field: "end",
                name: "Care".to_owned(),
                day: Timestamp::from_millis(0).date(),
            },
            Refusal::ContractEndless,
            Refusal::BelowUsed { minutes: 90 },
            Refusal::BelowOlderBlocks { minutes: 600 },
            Refusal::ServiceInUse,
            Refusal::NotEscalated,
            Refusal::AlreadyStarted,
            Refusal::ReasonRequired,
            Refusal::StatusByHandover,
            Refusal::NoPart { side: Side::Autotask },
            Refusal::NotComplete,
            Refusal::Required { field },
            Refusal::OutOfRange { field, limit: 255 },
            Refusal::NotUsable { field },
            Refusal::NotAssignable,
            Refusal::AlreadyAssigned,
            Refusal::CompanyFixed,
            Refusal::PersonNotActive,
            Refusal::NotPrintable { field, place: 4 },
            Refusal::NotAnAddress { field },
            Refusal::UserNameTaken,
            Refusal::PasswordWrong,
            Refusal::PasswordTooShort { least: 12 },
            Refusal::PasswordKnown,
            Refusal::PasswordMustChange,
            Refusal::TwoFactorRequired,
            Refusal::TwoFactorConfigured,
            Refusal::TwoFactorNotBegun,
            Refusal::CodeWrong,
        ]
    }

    #[test]
    fn every_refusal_and_every_code_of_the_wire_has_its_sentence_filled_in() {
        for language in Language::ALL {
            let sentences = Sentences::new(language);
            let mut messages: Vec<String> = refusals()
                .into_iter()
                .map(|refusal| problem(&OperationError::Refused(refusal), &sentences).message)
                .collect();
            let unknown = sentences.text("refusal-unknown").into_owned();
            let beginning = unknown.split('(').next().unwrap_or_default();
            assert!(
                messages.iter().all(|message| !message.starts_with(beginning)),
                "{messages:?}"
            );
            for code in Code::ALL {
                let arguments = [("fields", "title".into()), ("seconds", 5.into())];
                messages.push(
                    sentences
                        .say(&format!("server-{}", code.word()), &arguments)
                        .into_owned(),
                );
            }
            let holes = ['⟨', '{'];
            let broken: Vec<_> = messages.iter().filter(|message| message.contains(holes)).collect();
            assert!(broken.is_empty(), "{broken:?}");
        }
    }
}
