//! Many changes arriving while somebody works.

use super::figures::{Figures, Unit, share};
use super::homes::Home;
use super::long_ticket::LONG;
use super::process::Process;
use super::pty::{SIZE, Terminal};
use super::{Outcome, desk};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tandem::base::ids::{Ids as _, TicketId, UniqueIds};
use tandem::base::{Clock as _, Secret, SystemClock};
use tandem::domain::note::Audience;
use tandem::domain::{Act, Change, Seen};
use tandem::remote::{Client, Remote, Through, Way};
use tokio::task::JoinHandle;

/// As many changes arrive.
const CHANGES: i64 = 1_000;
/// As many make them at once.
const CONNECTIONS: i64 = 2;
/// As many keys are pressed at least.
const PRESSES: usize = 20;
/// The cursor's mark.
const CURSOR: char = '▌';

/// Whoever makes the changes.
async fn somebody_else(server: &Process) -> Outcome<Remote> {
    let way = Way {
        through: Through::Nothing,
        ..Way::default()
    };
    let remote = Remote::new(Client::new(&way)?, &server.url);
    let session = remote.sign_in(desk::USER, &Secret::new(desk::PASSWORD), None).await?;
    Ok(remote.signed_in(Secret::new(session.token)))
}

fn note(ticket: i64) -> Change {
    Change {
        id: UniqueIds.change(),
        ticket: TicketId(ticket),
        seen: Seen::new(),
        act: Act::AddNote {
            audience: Audience::Internal,
            title: String::new(),
            text: format!("While you work: {ticket}."),
        },
        written_at: SystemClock.now(),
    }
}

/// Makes all changes, each on a ticket of its own.
async fn make_changes(others: Remote) -> Outcome<()> {
    let mut making: Vec<JoinHandle<Outcome<()>>> = Vec::new();
    for connection in 0..CONNECTIONS {
        let others = others.clone();
        making.push(tokio::spawn(async move {
            for number in 0..CHANGES / CONNECTIONS {
                others.change(&note(connection + number * CONNECTIONS + 1)).await?;
            }
            Ok(())
        }));
    }
    for connection in making {
        connection.await??;
    }
    Ok(())
}

/// The row that the cursor is on.
fn row(console: &Terminal) -> Option<usize> {
    let text = console.text();
    text.lines().position(|line| line.contains(CURSOR))
}

/// Presses keys until it is over: the milliseconds until the cursor has moved, of each.
fn press(mut console: Terminal, is_over: &AtomicBool) -> Outcome<Vec<f64>> {
    let mut waits = Vec::new();
    while !is_over.load(Ordering::Relaxed) || waits.len() < PRESSES {
        std::thread::sleep(Duration::from_millis(60));
        let before = row(&console);
        let key = if waits.len() / 8 % 2 == 0 { "j" } else { "k" };
        let pressed = Instant::now();
        console.send(key)?;
        let moved = console.wait_until(|console| row(console) != before)?;
        waits.push(moved.saturating_duration_since(pressed).as_secs_f64() * 1e3);
    }
    Ok(waits)
}

/// Presses keys while changes arrive, and measures until the cursor has moved.
pub async fn measure(home: &Home, server: &Process, figures: &mut Figures) -> Outcome<()> {
    let mut console = home.console(SIZE)?;
    console.wait_for(LONG)?;
    console.wait_for("live")?;
    console.settle();
    let others = somebody_else(server).await?;
    let is_over = Arc::new(AtomicBool::new(false));
    let over = Arc::clone(&is_over);
    let pressing = tokio::task::spawn_blocking(move || press(console, &over));
    let begun = Instant::now();
    let made = make_changes(others).await;
    let took = begun.elapsed().as_secs_f64() * 1e3;
    is_over.store(true, Ordering::Relaxed);
    let waits = pressing.await??;
    made?;
    figures.note(&format!("{CHANGES} changes are made in"), took, Unit::Milliseconds);
    figures.note("the server's memory meanwhile", server.memory()?.0, Unit::Mebibytes);
    figures.note("keys pressed meanwhile", waits.len() as f64, Unit::Times);
    let middle = share(waits.iter().copied(), 50);
    figures.note("a move meanwhile: p50", middle, Unit::Milliseconds);
    let latest = share(waits, 100);
    figures.at_most("a move meanwhile: the latest", latest, Unit::Milliseconds, 20.0);
    Ok(())
}
