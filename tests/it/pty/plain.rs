//! Plain mode at a terminal: a ticket is found, read and worked line by line.

use super::home::notes;
use super::{Home, Terminal};

const TITLE: &str = "Colour proofs come out greener";

/// Works a ticket without a screen; only lines are heard.
fn work(home: &Home) -> Terminal {
    let mut terminal = Terminal::start_with(home, 80, 24, &["--plain"]);
    terminal.hear_all(&["Ticket 1 of ", "live"]);
    terminal.press("j");
    terminal.hear("Ticket 2 of ");
    terminal.press("3");
    terminal.hear("Unassigned");
    terminal.press("/");
    terminal.types("greener");
    terminal.hear("/greener");
    terminal.press("enter");
    terminal.hear(TITLE);
    terminal.press("enter");
    terminal.hear("Conversation");
    terminal.press("n");
    terminal.hear("Internal note, ours only");
    terminal.types("Heard, not seen");
    terminal.hear("Heard, not seen");
    terminal.press("ctrl-x");
    terminal.hear("the server has it");
    terminal
}

#[test]
fn a_ticket_is_worked_line_by_line_and_no_sequence_moves_the_cursor() {
    let home = Home::with_desk();
    let mut terminal = work(&home);
    let number = home.number(TITLE);
    home.ticket_when(&[], &number, |ticket| notes(ticket).contains(&"Heard, not seen"));
    terminal.press("ctrl-z");
    terminal.wait_until_stopped();
    terminal.assert_given_back();
    terminal.signal(rustix::process::Signal::CONT);
    terminal.hear("live");
    terminal.press("ctrl-c");
    assert!(terminal.wait_until_over().success());
    terminal.assert_given_back();
    let written = String::from_utf8(terminal.written()).unwrap();
    let drawn = written.replace("\u{1b}[?2004h", "").replace("\u{1b}[?2004l", "");
    assert!(!drawn.contains('\u{1b}'), "{drawn:?}");
    let rules = drawn.chars().find(|letter| ('\u{2500}'..='\u{259f}').contains(letter));
    assert_eq!(rules, None, "{drawn}");
}

#[test]
fn the_doctor_finds_nothing_wrong_with_any_terminal_in_plain_mode() {
    let home = Home::with_desk().with("TERM", "dumb").with("LC_ALL", "C");
    let mut terminal = Terminal::start_with(&home, 40, 10, &["--plain", "doctor"]);
    terminal.hear("dumb, in plain mode");
    assert!(terminal.wait_until_over().success());
}

#[test]
fn a_terminal_that_understands_nothing_gets_letters_and_line_ends_only() {
    let home = Home::with_desk().with("TERM", "dumb").with("LC_ALL", "C");
    let mut terminal = work(&home);
    terminal.press("ctrl-c");
    assert!(terminal.wait_until_over().success());
    terminal.assert_given_back();
    let written = terminal.written();
    let is_plain = |byte: &&u8| !matches!(byte, b' '..=b'~' | b'\r' | b'\n');
    assert_eq!(written.iter().find(is_plain), None);
}
