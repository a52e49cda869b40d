//! Bodies that are refused before they were read whole. What is left of one is taken in and thrown away, within bounds:
//! a connection that is closed while its client still sends takes the answer with it.

use axum::body::{Body, BodyDataStream, Bytes, HttpBody as _};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use futures_util::{Stream, StreamExt as _};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

/// What is thrown away at most, in bytes.
const MOST: usize = 256 << 20;
/// How long at most.
const LONGEST: Duration = Duration::from_secs(20);

/// Lets a request pass whose body is taken in even where nobody reads it to its end.
pub async fn take_in(request: Request, next: Next) -> Response {
    let taken_in = |body: Body| match body.is_end_stream() {
        true => body,
        false => Body::from_stream(TakenIn(Some(body.into_data_stream()))),
    };
    next.run(request.map(taken_in)).await
}

/// A body of which nothing is left on the line.
struct TakenIn(Option<BodyDataStream>);

impl Stream for TakenIn {
    type Item = Result<Bytes, axum::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let polled = match &mut self.0 {
            Some(body) => body.poll_next_unpin(context),
            None => Poll::Ready(None),
        };
        if matches!(polled, Poll::Ready(None | Some(Err(_)))) {
            self.0 = None;
        }
        polled
    }
}

impl Drop for TakenIn {
    fn drop(&mut self) {
        if let Some(body) = self.0.take() {
            tokio::spawn(tokio::time::timeout(LONGEST, throw_away(body)));
        }
    }
}

async fn throw_away(mut body: BodyDataStream) {
    let mut thrown = 0;
    while let Some(Ok(part)) = body.next().await {
        thrown += part.len();
        if thrown > MOST {
            return;
        }
    }
}
