//! What can go wrong between here and the server, told apart by what the caller can do about it.

use crate::domain::Refusal;
use crate::entities::{Row, TICKET};
use crate::sentences::Sentences;
use crate::wire::problem::{Code, Problem};
use reqwest::StatusCode;
use reqwest::header::RETRY_AFTER;
use std::time::Duration;

/// Why a request has no good answer.
#[derive(Debug, thiserror::Error)]
pub enum RemoteError {
    /// No connection: the name, the network, the certificate, or nobody listens. Whether a write arrived is certain:
    /// it didn't.
    #[error("unreachable: {0}")]
    Unreachable(String),
    /// The connection was there and the answer did not come. A write may have been carried out.
    #[error("timed-out: {0}")]
    TimedOut(String),
    /// No valid session, or one whose person must change the password or set up the second factor before anything else:
    /// the problem's code says which.
    #[error("unauthorized: {}", .0.message)]
    SignInNeeded(Problem),
    /// The server's decision, which stands: a refusal of the rules, a request that doesn't fit, absent, reused key.
    #[error("{}", .0.message)]
    Refused(Problem),
    /// A field that the person saw differs now.
    #[error("{}", problem.message)]
    Stale {
        /// What the server says.
        problem: Problem,
        /// The ticket as it is now.
        current: Option<Box<Row>>,
    },
    /// Too many requests, or a server that can't at the moment: the same request may succeed later.
    #[error("busy")]
    Busy {
        /// When it asks to be tried again.
        retry_after: Option<Duration>,
    },
    /// Nothing may be changed from here, so it was not sent.
    #[error("read-only")]
    ReadOnly,
    /// An answer that is none of this contract's.
    #[error("broken: {0}")]
    Broken(String),
    /// The feed is over.
    #[error("feed: {0:?}")]
    Feed(FeedEnd),
}

/// Why a feed is over that came as it should until then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeedEnd {
    /// The server ended it, as it does when it stops.
    Ended,
    /// An event is larger than any may be.
    TooLarge,
    /// It didn't begin with its place, so nobody could go on from there.
    NoPlace,
}

impl RemoteError {
    /// The sentence that says so; what the server has said is in the language that it was asked in.
    #[must_use]
    pub fn said(&self, sentences: &Sentences) -> String {
        let because = |key: &str, reason: &str| sentences.say(key, &[("reason", reason.into())]).into_owned();
        match self {
            Self::Unreachable(reason) => because("trouble-unreachable", reason),
            Self::TimedOut(reason) => because("trouble-timed-out", reason),
            Self::Broken(reason) => because("trouble-broken", reason),
            Self::Feed(end) => sentences.text(end.key()).into_owned(),
            Self::SignInNeeded(_) => sentences.text("trouble-sign-in").into_owned(),
            Self::Busy { .. } => sentences.text("trouble-busy").into_owned(),
            Self::ReadOnly => sentences.text("read-only-refused").into_owned(),
            Self::Refused(problem) | Self::Stale { problem, .. } if problem.message.is_empty() => {
                let known = sentences.refusal(&problem.code, &[]);
                known.map_or_else(|| problem.code.clone(), std::borrow::Cow::into_owned)
            }
            Self::Refused(problem) | Self::Stale { problem, .. } => problem.message.clone(),
        }
    }

    /// Whether the same request, with the same key, may succeed later without anybody doing anything.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        matches!(
            self,
            Self::Unreachable(_) | Self::TimedOut(_) | Self::Busy { .. } | Self::Feed(FeedEnd::Ended)
        )
    }

    /// Whether the request has more bytes than the server, or a proxy before it, takes.
    #[must_use]
    pub fn is_too_large(&self) -> bool {
        matches!(self, Self::Refused(problem) if problem.code == Code::TooLarge.word())
    }

    /// Whether the session's person is not active any more, or has lost the level: their copy is to be deleted.
    #[must_use]
    pub fn is_deactivated(&self) -> bool {
        matches!(self, Self::SignInNeeded(problem) if problem.code == Code::Deactivated.word())
    }

    /// What the answer to a request says that was not carried out.
    pub(super) async fn of(response: reqwest::Response) -> Self {
        let status = response.status();
        let retry_after = retry_after(&response);
        let body = match response.bytes().await {
            Ok(body) => body,
            Err(error) => return error.into(),
        };
        let problem = serde_json::from_slice::<Problem>(&body);
        match (status, problem) {
            (StatusCode::TOO_MANY_REQUESTS, _) => Self::Busy { retry_after },
            (StatusCode::BAD_GATEWAY | StatusCode::SERVICE_UNAVAILABLE | StatusCode::GATEWAY_TIMEOUT, _) => {
                Self::Busy { retry_after }
            }
            (StatusCode::PAYLOAD_TOO_LARGE, Err(_)) => Self::Refused(too_large()),
            (_, Err(_)) => Self::Broken(format!("HTTP {status}")),
            (StatusCode::UNAUTHORIZED, Ok(problem)) => Self::SignInNeeded(problem),
            (StatusCode::FORBIDDEN, Ok(problem)) if comes_first(&problem.code) => Self::SignInNeeded(problem),
            (_, Ok(problem)) if problem.code == Code::Stale.word() => stale(problem),
            (status, Ok(problem)) if status.is_server_error() => Self::Broken(problem.message),
            (_, Ok(problem)) => Self::Refused(problem),
        }
    }
}

impl FeedEnd {
    const fn key(self) -> &'static str {
        match self {
            Self::Ended => "trouble-feed-ended",
            Self::TooLarge => "trouble-feed-too-large",
            Self::NoPlace => "trouble-feed-no-place",
        }
    }
}

/// What a proxy before the server means, in the server's form; the code is all that is known of it.
fn too_large() -> Problem {
    Problem {
        code: Code::TooLarge.word().to_owned(),
        message: String::new(),
        field: None,
        current: None,
        details: None,
    }
}

/// Whether the code says that something has to be done before anything else.
fn comes_first(code: &str) -> bool {
    [Refusal::PasswordMustChange, Refusal::TwoFactorRequired]
        .iter()
        .any(|refusal| refusal.code() == code)
}

fn stale(mut problem: Problem) -> RemoteError {
    let current = problem.current.take();
    let current = current.and_then(|row| Row::from_json(&TICKET, row).ok()).map(Box::new);
    RemoteError::Stale { problem, current }
}

fn retry_after(response: &reqwest::Response) -> Option<Duration> {
    let header = response.headers().get(RETRY_AFTER)?.to_str().ok()?;
    header.trim().parse().ok().map(Duration::from_secs)
}

impl From<reqwest::Error> for RemoteError {
    fn from(error: reqwest::Error) -> Self {
        let error = error.without_url();
        let said = chain(&error);
        if error.is_connect() || error.is_builder() {
            Self::Unreachable(said)
        } else if error.is_decode() {
            Self::Broken(said)
        } else {
            Self::TimedOut(said)
        }
    }
}

/// An error with its causes: the last one says what happened.
fn chain(error: &dyn std::error::Error) -> String {
    let mut said = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        said = format!("{said}: {error}");
        cause = error.source();
    }
    said
}
