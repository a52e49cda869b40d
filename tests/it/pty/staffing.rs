//! The way on from an enabled Taskfire: the portal, the first person, their level and password, and their first sign-in;
//! a portal user's request; an acceptance over a line that drops.

use super::offline::Serving;
use super::onboarding::{enable, open, read_and_tick};
use super::sign_in::{GIVEN, PASSWORD, type_into_form};
use super::{Home, Terminal};
use crate::offline::line::{Fault, Line};

/// A client of the demo desk whose Taskfire was never on.
const CLIENT: &str = "Quill & Vane Solicitors";

/// The administrator, signed in at a server.
fn administrator(home: &Home, url: &str, (name, password): &(String, String), size: (u16, u16)) -> Terminal {
    let mut terminal = Terminal::start_with(home, size.0, size.1, &["--server", url]);
    type_into_form(&mut terminal, name, password);
    terminal
}

/// Switches the client's portal, whichever way it stands, until it is on.
fn switch_portal_on(terminal: &mut Terminal) {
    if terminal.text().contains("Portal on") {
        terminal.press("o");
        terminal.wait_for("Switch the portal off");
        terminal.press("ctrl-x");
        terminal.wait_for_all(&["The portal is off for", "Portal off"]);
    }
    terminal.press("o");
    terminal.wait_for("Switch the portal on");
    terminal.press("ctrl-x");
    terminal.wait_for_all(&["The portal is on for", "Portal on"]);
}

/// A person is made, and given a level whose date and fee are seen; gives back their first password.
fn staffed(terminal: &mut Terminal) -> String {
    terminal.press("u");
    terminal.wait_for("People of Quill");
    terminal.press("N");
    terminal.wait_for("New person of Quill");
    terminal.types("Nora");
    terminal.press("tab");
    terminal.types("Quillon");
    terminal.press("ctrl-x");
    terminal.wait_for("Nora Quillon is created.");
    terminal.press("/");
    terminal.types("nora");
    terminal.wait_until_gone("Beatrice Quill");
    terminal.press("enter");
    terminal.wait_for("s level");
    terminal.press("s");
    terminal.wait_for("Level of Nora Quillon");
    terminal.types("taskfire resource");
    terminal.press("enter");
    terminal.wait_for_all(&["The licence counts from today", "20.00 EUR a month", "First password"]);
    terminal.types("nora.quillon");
    let password = terminal.wait_behind("First password  ", GIVEN);
    terminal.press("ctrl-x");
    terminal.wait_for_all(&["Nora Quillon has the level", "signs in as nora.quillon"]);
    password
}

fn brought_to_work(columns: u16, rows: u16) {
    let serving = Home::empty();
    let (server, notes) = Serving::start(&serving, "127.0.0.1:0");
    let who = Serving::administrator(&notes);
    let home = Home::empty();
    let mut terminal = administrator(&home, &server.url, &who, (columns, rows));
    open(&mut terminal, CLIENT);
    switch_portal_on(&mut terminal);
    enable(&mut terminal);
    let password = staffed(&mut terminal);
    terminal.press("esc");
    terminal.wait_until_gone("· nora");
    terminal.press("esc");
    terminal.wait_for_all(&["set-up", "1 person has a Taskfire level"]);
    terminal.press("ctrl-c");
    assert!(terminal.wait_until_over().success());

    let elsewhere = Home::empty();
    let mut terminal = Terminal::start_with(&elsewhere, columns, rows, &["--server", &server.url]);
    type_into_form(&mut terminal, "nora.quillon", &password);
    terminal.wait_for("Change your password first");
    terminal.types(PASSWORD);
    terminal.press("enter");
    terminal.types(PASSWORD);
    terminal.press("enter");
    terminal.wait_for_all(&["My tickets ·", "live"]);
    terminal.press("ctrl-c");
    assert!(terminal.wait_until_over().success());
}

#[test]
fn a_client_is_brought_from_nothing_to_a_person_who_works_in_taskfire() {
    brought_to_work(120, 40);
}

#[test]
fn a_client_is_brought_to_a_person_who_works_in_taskfire_on_a_small_terminal() {
    brought_to_work(80, 24);
}

#[test]
fn a_portal_user_submits_a_request_and_sees_it() {
    let home = Home::with_desk();
    let mut terminal = Terminal::start_with(&home, 80, 24, &["--as", "hannah.ortiz"]);
    terminal.wait_for_all(&["My requests ·", "live"]);
    terminal.press("N");
    terminal.wait_for_all(&["Submit a request", "Request type"]);
    terminal.press("tab");
    terminal.types("My screen is dark");
    terminal.press("ctrl-x");
    terminal.wait_until_gone("Submit a request");
    terminal.wait_for_all(&["My screen is dark", "the server has it"]);
    terminal.press("ctrl-c");
    assert!(terminal.wait_until_over().success());
}

#[test]
fn an_acceptance_over_a_line_that_drops_is_asked_for_again_and_happens_once() {
    let serving = Home::empty();
    let (server, notes) = Serving::start(&serving, "127.0.0.1:0");
    let who = Serving::administrator(&notes);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let address = server.url.trim_start_matches("http://").parse().unwrap();
    let line = runtime.block_on(Line::to(address));
    let home = Home::empty();
    let mut terminal = administrator(&home, &line.url(), &who, (120, 40));
    open(&mut terminal, CLIENT);
    read_and_tick(&mut terminal);
    line.set(Fault::AnswersLost);
    terminal.press("enter");
    terminal.wait_for("It has happened whole or not at all");
    line.set(Fault::None);
    terminal.press("enter");
    terminal.wait_for_all(&["Enabled by Maria Keller", "View acknowledgement"]);
    assert!(
        !terminal.text().contains("in all"),
        "one acknowledgement: {}",
        terminal.text()
    );
    terminal.press("ctrl-c");
    assert!(terminal.wait_until_over().success());
}
