//! What keys cost: a move, a scroll, a page, a letter of a filter, opening a ticket.

use super::Outcome;
use super::figures::{Figures, Unit, share};
use super::long_ticket::LONG;
use super::pty::{Answer, SIZE, Terminal};

/// How often each key is pressed.
const PRESSES: usize = 60;
/// What is typed into the filter, letter by letter: words of titles and of what was said, often and seldom ones, and
/// conditions.
const TYPED: [&str; 6] = [
    "printer",
    "warehouse vpn",
    "spreadsheet flickers",
    "priority:high",
    "status:new camera",
    "nowhere",
];
/// Takes what was typed away.
const CLEAR: &str = "\u{15}";

fn settled(answers: &[Answer], hundredths: usize) -> f64 {
    share(
        answers.iter().map(|answer| answer.settled.as_secs_f64() * 1e3),
        hundredths,
    )
}

fn bytes(answers: &[Answer]) -> f64 {
    share(answers.iter().map(|answer| answer.bytes as f64), 95)
}

fn frames(answers: &[Answer]) -> f64 {
    share(answers.iter().map(|answer| answer.frames as f64), 95)
}

fn report(figures: &mut Figures, what: &str, answers: &[Answer], most_bytes: f64) {
    let p95 = settled(answers, 95);
    figures.at_most(&format!("{what}: settled, p95"), p95, Unit::Milliseconds, 5.0);
    figures.at_most(&format!("{what}: p95"), bytes(answers), Unit::Bytes, most_bytes);
    figures.at_most(&format!("{what}: frames, p95"), frames(answers), Unit::Times, 1.0);
}

/// Down and up again, so that nothing scrolls.
fn there_and_back() -> impl Iterator<Item = &'static str> {
    (0..PRESSES).map(|press| if press / 8 % 2 == 0 { "j" } else { "k" })
}

/// Moves the cursor, scrolls by lines and by pages.
pub fn moving(console: &mut Terminal, figures: &mut Figures, place: &str, scroll_goal: f64) -> Outcome<()> {
    console.send("gg")?;
    console.settle();
    let moves = console.press_each(there_and_back())?;
    let what = format!("a move {place}: settled, p50");
    figures.at_most(&what, settled(&moves, 50), Unit::Milliseconds, 1.0);
    report(figures, &format!("a move {place}"), &moves, 300.0);
    // To the last line that is seen: from there each move scrolls.
    for _ in 0..SIZE.1 {
        console.send("j")?;
    }
    console.settle();
    let scrolls = console.press_each((0..PRESSES).map(|_| "j"))?;
    let what = format!("a scroll by a line {place}: settled, p50");
    figures.note(&what, settled(&scrolls, 50), Unit::Milliseconds);
    report(figures, &format!("a scroll by a line {place}"), &scrolls, scroll_goal);
    let pages = console.press_each((0..PRESSES / 3).map(|_| "\u{1b}[6~"))?;
    figures.at_most(&format!("a page {place}: p95"), bytes(&pages), Unit::Bytes, 6_000.0);
    figures.note(
        &format!("a page {place}: settled, p95"),
        settled(&pages, 95),
        Unit::Milliseconds,
    );
    console.send("gg")?;
    console.settle();
    Ok(())
}

/// The same in the list without anything around it.
pub fn bare_moving(list: &mut Terminal, figures: &mut Figures) -> Outcome<()> {
    let moves = list.press_each(there_and_back())?;
    figures.note(
        "the bare list, a move: settled, p50",
        settled(&moves, 50),
        Unit::Milliseconds,
    );
    figures.note("the bare list, a move: p95", bytes(&moves), Unit::Bytes);
    for _ in 0..SIZE.1 {
        list.send("j")?;
    }
    list.settle();
    let scrolls = list.press_each((0..PRESSES).map(|_| "j"))?;
    figures.note("the bare list, a scroll by a line: p95", bytes(&scrolls), Unit::Bytes);
    let pages = list.press_each((0..PRESSES / 3).map(|_| "f"))?;
    figures.note("the bare list, a page: p95", bytes(&pages), Unit::Bytes);
    Ok(())
}

/// Filters all tickets, letter by letter.
pub fn filtering(console: &mut Terminal, figures: &mut Figures, place: &str) -> Outcome<()> {
    // No key leads there.
    for keys in [":", "go to all tickets", "\r", "/"] {
        console.send(keys)?;
        console.settle();
    }
    let mut answers = Vec::new();
    for word in TYPED {
        let letters: Vec<String> = word.chars().map(String::from).collect();
        let typed = console.press_each(letters.iter().map(String::as_str))?;
        let worst = share(typed.iter().map(|answer| answer.settled.as_secs_f64() * 1e3), 100);
        figures.note(
            &format!("the slowest letter of {word:?} {place}"),
            worst,
            Unit::Milliseconds,
        );
        answers.extend(typed);
        console.press_each([CLEAR])?;
    }
    figures.note(
        &format!("a letter of a filter over all, {place}: p50"),
        settled(&answers, 50),
        Unit::Milliseconds,
    );
    figures.at_most(
        &format!("a letter of a filter over all, {place}: p95"),
        settled(&answers, 95),
        Unit::Milliseconds,
        15.0,
    );
    console.send("\u{1b}")?;
    console.settle();
    // To the list with which the console begins.
    console.send("gt")?;
    console.wait_for(LONG)?;
    Ok(())
}

/// Opens the ticket with many notes, again and again.
pub fn opening(console: &mut Terminal, figures: &mut Figures, place: &str) -> Outcome<()> {
    console.send("gg")?;
    console.settle();
    let mut opened = Vec::new();
    for _ in 0..PRESSES / 4 {
        opened.extend(console.press_each(["\r"])?);
        console.press_each(["q"])?;
    }
    figures.at_most(
        &format!("opening a ticket with 500 notes, {place}: p95"),
        settled(&opened, 95),
        Unit::Milliseconds,
        30.0,
    );
    Ok(())
}
