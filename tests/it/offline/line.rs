//! A TCP line between a console and a server that breaks on command.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// What the line does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing wrong.
    None,
    /// No connection comes about, and those that are there break.
    Down,
    /// Writes arrive, but their answers don't: the connection breaks instead.
    AnswersLost,
    /// Writes don't arrive: the connection breaks instead.
    RequestsLost,
    /// Answers to writes break off in the middle.
    AnswersCut,
    /// Writes arrive twice, and their answers too.
    Twice,
    /// Everything takes its time.
    Slow,
    /// Writes are answered with 503 and the wish to be left alone for an hour.
    Busy,
    /// Writes that say "choke" make the server fail.
    Choking,
    /// The feed opens and is cut at once.
    FeedCut,
}

const FAILED: &[u8] = b"HTTP/1.1 500 Internal Server Error\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
const BUSY: &[u8] =
    b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 3600\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";

/// A line to a server.
pub struct Line {
    address: SocketAddr,
    fault: watch::Sender<Fault>,
    writes: Arc<Mutex<u64>>,
}

impl Line {
    /// A line to a server's address, without a fault.
    pub async fn to(server: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let line = Self {
            address: listener.local_addr().unwrap(),
            fault: watch::Sender::new(Fault::None),
            writes: Arc::default(),
        };
        let (fault, writes) = (line.fault.subscribe(), Arc::clone(&line.writes));
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                tokio::spawn(connect(client, server, fault.clone(), Arc::clone(&writes)));
            }
        });
        line
    }

    /// Where the console finds the server.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// From now on it does this.
    pub fn set(&self, fault: Fault) {
        self.fault.send_replace(fault);
    }

    /// How many writes came through since it was last asked.
    pub fn writes(&self) -> u64 {
        std::mem::take(&mut self.writes.lock().unwrap())
    }
}

async fn connect(client: TcpStream, server: SocketAddr, fault: watch::Receiver<Fault>, writes: Arc<Mutex<u64>>) {
    if *fault.borrow() == Fault::Down {
        return;
    }
    let Ok(upstream) = TcpStream::connect(server).await else {
        return;
    };
    let mut down = fault.clone();
    let carrying = carry(client, upstream, server, fault, writes);
    tokio::select! {
        () = carrying => {}
        _ = down.wait_for(|fault| *fault == Fault::Down) => {}
    }
}

async fn carry(
    client: TcpStream,
    upstream: TcpStream,
    server: SocketAddr,
    fault: watch::Receiver<Fault>,
    writes: Arc<Mutex<u64>>,
) {
    let (from_client, to_client) = client.into_split();
    let (from_server, to_server) = upstream.into_split();
    let request = watch::Sender::new(Request::Read);
    let seen = request.subscribe();
    let there = forward(from_client, to_server, server, fault.clone(), request, writes);
    let back = answer(from_server, to_client, fault, seen);
    tokio::select! {
        () = there => {}
        () = back => {}
    }
}

/// What a request is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Request {
    Read,
    Write,
    Choking,
    Feed,
}

fn kind(request: &[u8]) -> Request {
    if changes(request) && request.windows(5).any(|word| word == b"choke") {
        Request::Choking
    } else if changes(request) {
        Request::Write
    } else if request.starts_with(b"GET /tandem/v1/changes") {
        Request::Feed
    } else {
        Request::Read
    }
}

/// Whether a request changes a ticket, or administers a client.
fn changes(request: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&request[..request.len().min(200)]).into_owned();
    let first = head.lines().next().unwrap_or_default();
    let begins = |with: &str| first.starts_with(with);
    let writes = begins("POST /tandem/v1/tickets") || begins("POST /tandem/v1/companies/");
    writes && !first.contains("/query")
}

async fn forward(
    mut from: OwnedReadHalf,
    mut to: OwnedWriteHalf,
    server: SocketAddr,
    fault: watch::Receiver<Fault>,
    kinds: watch::Sender<Request>,
    writes: Arc<Mutex<u64>>,
) {
    let mut piece = vec![0; 256 * 1024];
    while let Ok(length @ 1..) = from.read(&mut piece).await {
        let request = &piece[..length];
        if request.starts_with(b"POST") || request.starts_with(b"GET") {
            kinds.send_replace(kind(request));
        }
        if changes(request) {
            *writes.lock().unwrap() += 1;
            if *fault.borrow() == Fault::RequestsLost {
                return;
            }
            if *fault.borrow() == Fault::Twice {
                send_once_more(server, request.to_vec()).await;
            }
        }
        if to.write_all(request).await.is_err() {
            return;
        }
    }
}

/// The same request by another way, answered before the first one is sent.
async fn send_once_more(server: SocketAddr, request: Vec<u8>) {
    let Ok(mut other) = TcpStream::connect(server).await else {
        return;
    };
    let mut answer = [0; 1024];
    if other.write_all(&request).await.is_ok() {
        let _ = other.read(&mut answer).await;
    }
}

async fn answer(
    mut from: OwnedReadHalf,
    mut to: OwnedWriteHalf,
    fault: watch::Receiver<Fault>,
    request: watch::Receiver<Request>,
) {
    let mut piece = vec![0; 256 * 1024];
    while let Ok(length @ 1..) = from.read(&mut piece).await {
        let (fault, request) = (*fault.borrow(), *request.borrow());
        let bytes = &piece[..length];
        let sent = match (fault, request) {
            (Fault::AnswersLost, Request::Write) => return,
            (Fault::AnswersCut, Request::Write) => {
                let _ = to.write_all(&bytes[..length * 2 / 3]).await;
                return;
            }
            (Fault::Twice, Request::Write) => {
                let twice = [bytes, bytes].concat();
                let _ = to.write_all(&twice).await;
                return;
            }
            (Fault::Busy, Request::Write) => {
                let _ = to.write_all(BUSY).await;
                return;
            }
            (Fault::Choking, Request::Choking) => {
                let _ = to.write_all(FAILED).await;
                return;
            }
            (Fault::FeedCut, Request::Feed) => {
                let _ = to.write_all(bytes).await;
                return;
            }
            (Fault::Slow, _) => {
                tokio::time::sleep(Duration::from_millis(40)).await;
                to.write_all(bytes).await
            }
            _ => to.write_all(bytes).await,
        };
        if sent.is_err() {
            return;
        }
    }
}
