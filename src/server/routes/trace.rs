//! What the log says of requests: which lines belong together, and which answers are the server's own failures.

use axum::http::{Request, Response};
use tower_http::classify::{
    ClassifiedResponse, ClassifyResponse, NeverClassifyEos, ServerErrorsAsFailures, ServerErrorsFailureClass,
    SharedClassifier,
};
use tower_http::request_id::RequestId;
use tower_http::trace::TraceLayer;

/// Marks an answer that refuses what was asked for. Autotask's routes answer 500 to nearly everything, so that the status
/// doesn't tell a refusal from a failure.
#[derive(Clone, Copy, Debug)]
pub struct Refused;

type MakeSpan<B> = fn(&Request<B>) -> tracing::Span;

/// Failures are errors in the log; refusals are for whoever looks closely.
pub fn layer<B>() -> TraceLayer<SharedClassifier<Failures>, MakeSpan<B>> {
    TraceLayer::new(SharedClassifier::new(Failures)).make_span_with(span as MakeSpan<B>)
}

/// Which answers are failures of the server.
#[derive(Clone, Copy, Debug)]
pub struct Failures;

impl ClassifyResponse for Failures {
    type FailureClass = ServerErrorsFailureClass;
    type ClassifyEos = NeverClassifyEos<ServerErrorsFailureClass>;

    fn classify_response<B>(self, response: &Response<B>) -> ClassifiedResponse<Self::FailureClass, Self::ClassifyEos> {
        match response.extensions().get::<Refused>() {
            Some(Refused) => ClassifiedResponse::Ready(Ok(())),
            None => ServerErrorsAsFailures::new().classify_response(response),
        }
    }

    fn classify_error<E: std::fmt::Display + 'static>(self, error: &E) -> Self::FailureClass {
        ServerErrorsAsFailures::new().classify_error(error)
    }
}

/// What a request's lines in the log share. Never its query or its body, which hold what people wrote.
fn span<B>(request: &Request<B>) -> tracing::Span {
    let id = request.extensions().get::<RequestId>();
    let id = id.and_then(|id| id.header_value().to_str().ok()).unwrap_or_default();
    tracing::info_span!("request", id, method = %request.method(), path = request.uri().path())
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::StatusCode;

    fn is_failure(status: StatusCode, is_refusal: bool) -> bool {
        let mut response = Response::new(());
        *response.status_mut() = status;
        if is_refusal {
            response.extensions_mut().insert(Refused);
        }
        matches!(
            Failures.classify_response(&response),
            ClassifiedResponse::Ready(Err(ServerErrorsFailureClass::StatusCode(failed))) if failed == status
        )
    }

    #[test]
    fn an_answer_of_the_500s_is_a_failure_unless_it_refuses() {
        assert!(is_failure(StatusCode::INTERNAL_SERVER_ERROR, false));
        assert!(is_failure(StatusCode::SERVICE_UNAVAILABLE, false));
        assert!(!is_failure(StatusCode::INTERNAL_SERVER_ERROR, true));
        assert!(!is_failure(StatusCode::UNPROCESSABLE_ENTITY, false));
    }
}
