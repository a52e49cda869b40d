//! Every way out gives the terminal back as it was.

use super::{Home, Terminal};
use rustix::process::Signal;

fn working(home: &Home) -> Terminal {
    let terminal = Terminal::start(home, 120, 40);
    terminal.wait_for("live · nothing unsent");
    terminal
}

#[test]
fn leaving_by_key_gives_the_terminal_back() {
    let home = Home::with_desk();
    let mut terminal = working(&home);
    terminal.press("ctrl-c");
    assert!(terminal.wait_until_over().success());
    terminal.assert_given_back();
    let mut terminal = working(&home);
    terminal.press(":");
    terminal.types("quit");
    terminal.wait_for("ctrl-c");
    terminal.press("enter");
    assert!(terminal.wait_until_over().success());
    terminal.assert_given_back();
}

#[test]
fn signals_end_the_console_and_give_the_terminal_back() {
    for signal in [Signal::TERM, Signal::INT, Signal::HUP] {
        let home = Home::with_desk();
        let mut terminal = working(&home);
        terminal.signal(signal);
        terminal.wait_until_over();
        terminal.assert_given_back();
    }
}

#[test]
fn a_stopped_console_gives_the_terminal_back_and_draws_itself_whole_again() {
    let home = Home::with_desk();
    let mut terminal = working(&home);
    terminal.press("ctrl-z");
    terminal.wait_until_stopped();
    terminal.assert_given_back();
    // Another console may work meanwhile: the stopped one holds nothing that it needs.
    assert!(home.says(&["queue", "list"]).contains("Level 1"));
    terminal.signal(Signal::CONT);
    terminal.wait_for_all(&["Maria Keller (Autotask)", "QUEUES", "live · nothing unsent"]);
    terminal.press("j");
    terminal.press("enter");
    terminal.wait_for("[Conversation]");
    terminal.press("ctrl-c");
    assert!(terminal.wait_until_over().success());
    terminal.assert_given_back();
}

#[test]
fn leaving_right_after_a_stop_ends_at_once() {
    let home = Home::with_desk();
    let mut terminal = working(&home);
    terminal.press("ctrl-z");
    terminal.wait_until_stopped();
    terminal.signal(Signal::CONT);
    terminal.wait_for("Maria Keller (Autotask)");
    // The backend is just being started again.
    terminal.press("ctrl-c");
    assert!(terminal.wait_until_over().success());
    terminal.assert_given_back();
}
