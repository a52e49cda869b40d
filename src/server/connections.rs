//! Connections before they carry requests: how many there may be, and how long one may keep still at its beginning.

use axum_server::accept::Accept;
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use std::io::{self, ErrorKind, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Sleep, sleep};

/// Takes connections in as another acceptor does, as long as there is room for them.
#[derive(Clone)]
pub struct Guarded<A> {
    acceptor: A,
    room: Arc<Semaphore>,
    patience: Duration,
}

impl<A> Guarded<A> {
    /// At most so many at a time, each of which says something within that time.
    pub fn new(acceptor: A, most: usize, patience: Duration) -> Self {
        Self {
            acceptor,
            room: Arc::new(Semaphore::new(most.min(Semaphore::MAX_PERMITS))),
            patience,
        }
    }
}

impl<I, S, A> Accept<I, S> for Guarded<A>
where
    A: Accept<I, S, Future: Send + 'static, Stream: Send, Service: Send>,
{
    type Stream = Connection<A::Stream>;
    type Service = A::Service;
    type Future = BoxFuture<'static, io::Result<(Self::Stream, Self::Service)>>;

    fn accept(&self, stream: I, service: S) -> Self::Future {
        let permit = Arc::clone(&self.room).try_acquire_owned();
        let accepting = permit.is_ok().then(|| self.acceptor.accept(stream, service));
        let patience = self.patience;
        async move {
            // One too many is closed at once: there is nothing that it could be told without taking it in.
            let (Some(accepting), Ok(permit)) = (accepting, permit) else {
                return Err(ErrorKind::ConnectionRefused.into());
            };
            let (stream, service) = accepting.await?;
            let connection = Connection {
                stream,
                silence: Some(Box::pin(sleep(patience))),
                _permit: permit,
            };
            Ok((connection, service))
        }
        .boxed()
    }
}

/// A connection that is given up where it says nothing at its beginning.
pub struct Connection<S> {
    stream: S,
    /// Until the first byte came.
    silence: Option<Pin<Box<Sleep>>>,
    _permit: OwnedSemaphorePermit,
}

impl<S: AsyncRead + Unpin> AsyncRead for Connection<S> {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        if let Poll::Ready(read) = Pin::new(&mut self.stream).poll_read(context, into) {
            self.silence = None;
            return Poll::Ready(read);
        }
        match &mut self.silence {
            None => Poll::Pending,
            Some(silence) => {
                ready!(silence.as_mut().poll(context));
                Poll::Ready(Err(ErrorKind::TimedOut.into()))
            }
        }
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Connection<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(context, parts)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}
