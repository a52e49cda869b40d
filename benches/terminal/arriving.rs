//! Many changes arriving while somebody works.

use super::figures::{Figures, Unit, share};
use super::homes::Home;
use super::process::Process;
use super::pty::{SIZE, Terminal};
use super::{Outcome, desk, homes};
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use uuid::Uuid;

/// As many changes arrive.
const CHANGES: u64 = 1_000;
/// As many make them at once.
const CONNECTIONS: u64 = 2;
/// The cursor's mark.
const CURSOR: char = '▌';

/// Whoever makes the changes.
#[derive(Clone)]
struct Others {
    http: reqwest::Client,
    url: String,
    token: String,
}

impl Others {
    async fn sign_in(server: &Process) -> Outcome<Self> {
        let http = reqwest::Client::new();
        let body = json!({"userName": desk::USER, "password": desk::PASSWORD});
        let asked = http.post(format!("{}/tandem/v1/sessions", server.url)).json(&body);
        let answer: Value = asked.send().await?.error_for_status()?.json().await?;
        Ok(Self {
            http,
            url: server.url.clone(),
            token: answer["token"].as_str().ok_or("no token")?.to_owned(),
        })
    }

    async fn note(&self, ticket: u64) -> Outcome<()> {
        let url = format!("{}/tandem/v1/tickets/{ticket}/note", self.url);
        let body = json!({"audience": "internal", "text": format!("While you work: {ticket}.")});
        let asked = self.http.post(url).bearer_auth(&self.token).json(&body);
        let asked = asked.header("Idempotency-Key", Uuid::now_v7().to_string());
        asked.send().await?.error_for_status()?;
        Ok(())
    }
}

/// The row that the cursor is on.
fn row(console: &Terminal) -> Option<usize> {
    let text = console.text();
    text.lines().position(|line| line.contains(CURSOR))
}

/// Presses keys while changes arrive, and measures until the cursor has moved.
pub async fn measure(home: &Home, server: &Process, figures: &mut Figures) -> Outcome<()> {
    let mut console = home.console(SIZE)?;
    console.wait_for(homes::LONG)?;
    console.wait_for("live")?;
    console.settle();
    let others = Others::sign_in(server).await?;
    let is_over = Arc::new(AtomicBool::new(false));
    let mut making = Vec::new();
    for connection in 0..CONNECTIONS {
        let others = others.clone();
        making.push(tokio::spawn(async move {
            for number in 0..CHANGES / CONNECTIONS {
                others.note(connection + number * CONNECTIONS + 1).await?;
            }
            Outcome::Ok(())
        }));
    }
    let over = Arc::clone(&is_over);
    let pressing = tokio::task::spawn_blocking(move || {
        let mut waits = Vec::new();
        while !over.load(Ordering::Relaxed) || waits.len() < 20 {
            std::thread::sleep(Duration::from_millis(60));
            let before = row(&console);
            let key = if waits.len() / 8 % 2 == 0 { "j" } else { "k" };
            let pressed = Instant::now();
            console.send(key)?;
            let moved = console.wait_until(|console| row(console) != before)?;
            waits.push(moved.saturating_duration_since(pressed).as_secs_f64() * 1e3);
        }
        Outcome::Ok(waits)
    });
    let begun = Instant::now();
    for connection in making {
        connection.await??;
    }
    is_over.store(true, Ordering::Relaxed);
    let waits = pressing.await??;
    let took = begun.elapsed().as_secs_f64() * 1e3;
    figures.note(&format!("{CHANGES} changes are made in"), took, Unit::Milliseconds);
    figures.note("the server's memory meanwhile", server.memory()?.0, Unit::Mebibytes);
    figures.note("keys pressed meanwhile", waits.len() as f64, Unit::Times);
    figures.note(
        "a move meanwhile: p50",
        share(waits.iter().copied(), 50),
        Unit::Milliseconds,
    );
    figures.at_most(
        "a move meanwhile: the latest",
        share(waits, 100),
        Unit::Milliseconds,
        20.0,
    );
    Ok(())
}
