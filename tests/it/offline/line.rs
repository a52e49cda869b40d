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
    /// Answers to writes break off in the middle.
    AnswersCut,
    /// Writes arrive twice, and their answers too.
    Twice,
    /// Everything takes its time.
    Slow,
}

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
    let is_write = watch::Sender::new(false);
    let seen = is_write.subscribe();
    let there = forward(from_client, to_server, server, fault.clone(), is_write, writes);
    let back = answer(from_server, to_client, fault, seen);
    tokio::select! {
        () = there => {}
        () = back => {}
    }
}

/// Whether a request changes a ticket.
fn changes(request: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&request[..request.len().min(200)]).into_owned();
    let first = head.lines().next().unwrap_or_default();
    first.starts_with("POST /tandem/v1/tickets") && !first.contains("/query")
}

async fn forward(
    mut from: OwnedReadHalf,
    mut to: OwnedWriteHalf,
    server: SocketAddr,
    fault: watch::Receiver<Fault>,
    is_write: watch::Sender<bool>,
    writes: Arc<Mutex<u64>>,
) {
    let mut piece = vec![0; 256 * 1024];
    while let Ok(length @ 1..) = from.read(&mut piece).await {
        let request = &piece[..length];
        if request.starts_with(b"POST") || request.starts_with(b"GET") {
            is_write.send_replace(changes(request));
        }
        if changes(request) {
            *writes.lock().unwrap() += 1;
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
    is_write: watch::Receiver<bool>,
) {
    let mut piece = vec![0; 256 * 1024];
    while let Ok(length @ 1..) = from.read(&mut piece).await {
        let (fault, is_write) = (*fault.borrow(), *is_write.borrow());
        let bytes = &piece[..length];
        let sent = match (fault, is_write) {
            (Fault::AnswersLost, true) => return,
            (Fault::AnswersCut, true) => {
                let _ = to.write_all(&bytes[..length * 2 / 3]).await;
                return;
            }
            (Fault::Twice, true) => {
                let twice = [bytes, bytes].concat();
                let _ = to.write_all(&twice).await;
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
