//! What a person at a terminal waits for, on desks of given sizes: `cargo bench --no-run --bench bare_list`, then `cargo
//! bench --bench terminal -- [TICKETS…]` (100,000 unless said). The built program runs in a pty as people run it, beside
//! a list that ratatui draws with nothing around it. The first run on a size fills a desk and a local copy, which takes
//! minutes and is kept.

#![expect(clippy::print_stdout, reason = "what it measures is printed")]

mod arriving;
mod bare;
#[path = "../desk/mod.rs"]
mod desk;
mod figures;
#[path = "../goal/mod.rs"]
mod goal;
mod homes;
mod idle;
mod line;
mod long_ticket;
#[path = "../server/process.rs"]
mod process;
mod pty;
mod starting;
mod working;

use bare::BareList;
use figures::Figures;
use long_ticket::LONG;
use pty::{LEAVE, SIZE};
use std::error::Error;

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// Without a column of queues beside the list, which then has the full width.
const NARROW: (u16, u16) = (96, 40);
/// Where the backend is.
const INSIDE: &str = "with the backend inside";
const BESIDE: &str = "beside a server";

async fn measure(tickets: usize, bare: &BareList, figures: &mut Figures) -> Outcome<()> {
    let prepared = homes::prepared(tickets).await?;
    figures.of(tickets);
    let home = &prepared.embedded;
    let copy = home.copy()?;
    starting::measure(home, &copy, bare, figures)?;
    let mut list = bare.start(&copy, SIZE)?;
    list.wait_for(LONG)?;
    working::bare_moving(&mut list, figures)?;
    list.leave("q")?;
    let mut console = home.console(SIZE)?;
    console.wait_for(LONG)?;
    console.wait_for("live")?;
    working::moving(&mut console, figures, "beside the queues", 900.0)?;
    working::filtering(&mut console, figures, INSIDE)?;
    working::opening(&mut console, figures, INSIDE)?;
    idle::measure(&console, figures)?;
    idle::memory(&console, figures, INSIDE, 120.0)?;
    console.leave(LEAVE)?;
    let mut console = home.console(NARROW)?;
    console.wait_for(LONG)?;
    console.wait_for("live")?;
    working::moving(&mut console, figures, "alone", 450.0)?;
    console.leave(LEAVE)?;
    line::measure(home, figures)?;
    let (home, server) = prepared.beside().await?;
    let mut console = home.console(SIZE)?;
    console.wait_for(LONG)?;
    console.wait_for("live")?;
    working::filtering(&mut console, figures, BESIDE)?;
    working::opening(&mut console, figures, BESIDE)?;
    idle::memory(&console, figures, BESIDE, 64.0)?;
    console.leave(LEAVE)?;
    arriving::measure(&home, &server, figures).await
}

#[tokio::main]
async fn main() -> Outcome<()> {
    // Fails only where it was installed before.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let mut sizes: Vec<usize> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    if sizes.is_empty() {
        sizes.push(figures::USUAL);
    }
    let bare = BareList::find()?;
    let mut figures = Figures::default();
    for tickets in sizes {
        measure(tickets, &bare, &mut figures).await?;
    }
    Ok(figures.verdict()?)
}
