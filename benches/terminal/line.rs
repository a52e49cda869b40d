//! A slow line: when what a program wrote is on the screen of somebody far away. The line is reckoned, not made: each
//! byte takes its time behind the one before it, and everything takes half a round trip.

use super::Outcome;
use super::figures::{Figures, Unit, share};
use super::homes::Home;
use super::long_ticket::LONG;
use super::pty::{LEAVE, SIZE, Terminal};
use std::time::{Duration, Instant};

/// Bits a second, and for how many a byte counts.
const BAUD: f64 = 9_600.0;
const BITS_A_BYTE: f64 = 10.0;
const ROUND_TRIP: Duration = Duration::from_millis(300);
/// As fast as a held key repeats, and how long it is held.
const REPEAT: Duration = Duration::from_millis(33);
const HELD: Duration = Duration::from_secs(2);
/// What is typed, at a good typist's pace.
const TYPED: &str = "the drum unit was not reseated after the toner was changed";
const PACE: Duration = Duration::from_millis(120);

/// When the last of these pieces has been carried.
fn carried(pieces: &[(Instant, usize)]) -> Option<Instant> {
    let mut free: Option<Instant> = None;
    for (at, bytes) in pieces {
        let begin = free.map_or(*at, |free| free.max(*at));
        free = Some(begin + Duration::from_secs_f64(*bytes as f64 * BITS_A_BYTE / BAUD));
    }
    free.map(|free| free + ROUND_TRIP / 2)
}

/// A key reaches the program half a round trip after it was pressed.
fn press(console: &mut Terminal, key: &str) -> Outcome<Instant> {
    let pressed = Instant::now();
    console.send(key)?;
    Ok(pressed.checked_sub(ROUND_TRIP / 2).unwrap_or(pressed))
}

/// Everything that a slow line is measured by.
pub fn measure(home: &Home, figures: &mut Figures) -> Outcome<()> {
    let mut console = home.console(SIZE)?;
    let (took, bytes) = console.wait_for(LONG)?;
    let usable = took.as_secs_f64() + bytes as f64 * BITS_A_BYTE / BAUD + ROUND_TRIP.as_secs_f64();
    figures.at_most("9,600 baud: the usable list", usable * 1e3, Unit::Milliseconds, 4_500.0);
    console.wait_for("live")?;
    console.settle();
    let mut shown = Vec::new();
    for _ in 0..10 {
        let from = console.written();
        let pressed = press(&mut console, "j")?;
        console.settle();
        let last = carried(&console.pieces_from(from)).ok_or("a move shows nothing")?;
        shown.push((last - pressed).as_secs_f64() * 1e3);
    }
    figures.at_most("9,600 baud: a move shows", share(shown, 95), Unit::Milliseconds, 700.0);
    console.leave(LEAVE)?;
    let mut console = home.console_with("[ui]\nline = 9600\n", SIZE)?;
    console.wait_for("live")?;
    std::thread::sleep(Duration::from_secs(8));
    held(&mut console, figures)?;
    typed(&mut console, figures)
}

/// A key that is held: how long what it does goes on after it is let go.
fn held(console: &mut Terminal, figures: &mut Figures) -> Outcome<()> {
    let from = console.written();
    let begun = Instant::now();
    let mut released = begun;
    while begun.elapsed() < HELD {
        released = press(console, "j")?;
        std::thread::sleep(REPEAT);
    }
    // Before the preview comes.
    std::thread::sleep(Duration::from_millis(2_500));
    let last = carried(&console.pieces_from(from)).ok_or("a held key shows nothing")?;
    let runs_on = (last - released).as_secs_f64() * 1e3;
    figures.at_most(
        "9,600 baud, paced: a held key runs on for",
        runs_on,
        Unit::Milliseconds,
        500.0,
    );
    Ok(())
}

/// A note that is typed: how long after its key a letter is there at most.
fn typed(console: &mut Terminal, figures: &mut Figures) -> Outcome<()> {
    console.send("n")?;
    std::thread::sleep(Duration::from_secs(8));
    let from = console.written();
    let mut last_key = Instant::now();
    for letter in TYPED.chars() {
        last_key = press(console, &letter.to_string())?;
        std::thread::sleep(PACE);
    }
    console.settle();
    let last = carried(&console.pieces_from(from)).ok_or("what is typed doesn't show")?;
    let lag = (last - last_key).as_secs_f64() * 1e3;
    // One round trip, and a frame of each of two letters.
    figures.at_most("9,600 baud, paced: typed text lags by", lag, Unit::Milliseconds, 500.0);
    Ok(())
}
