//! An administrator brings a client from nothing to an enabled Taskfire, reads what was accepted, and switches it off
//! again; each step is seen on the screen and then on the server.

use super::{Home, Terminal};
use std::os::unix::fs::PermissionsExt as _;

/// A client of the demo desk whose Taskfire was never on.
const CLIENT: &str = "Quill & Vane Solicitors";
/// One whose Taskfire is on.
const ENABLED: &str = "Cedar Clinic";

/// Goes to the clients and opens the one of this name.
pub fn open(terminal: &mut Terminal, name: &str) {
    terminal.wait_for_all(&["My tickets", "live"]);
    terminal.press("g c");
    terminal.wait_for_all(&["Still missing", name]);
    terminal.press("/");
    terminal.types(name.split(' ').next().unwrap());
    let another = if name.starts_with("Harbourside") {
        "Cedar"
    } else {
        "Harbourside"
    };
    terminal.wait_until_gone(another);
    terminal.press("enter");
    terminal.wait_for("enter open");
    terminal.press("enter");
    terminal.wait_for_all(&[&format!("{name} · set-up"), "Enable Taskfire"]);
}

/// From the set-up through the agreement to the enabled form.
pub fn enable(terminal: &mut Terminal) {
    read_and_tick(terminal);
    terminal.press("enter");
    terminal.wait_for_all(&["Enabled by Maria Keller", "View acknowledgement", "Not fully set up"]);
}

/// From the set-up through the agreement to the word that accepts it.
pub fn read_and_tick(terminal: &mut Terminal) {
    terminal.press("g g j");
    terminal.wait_for("Enabling opens the agreement");
    terminal.press("enter");
    terminal.wait_for_all(&["read to", "needs both boxes"]);
    terminal.press("tab");
    terminal.wait_for("space tick");
    terminal.press("space");
    terminal.wait_for("needs the second box");
    terminal.press("tab tab enter");
    terminal.wait_for("Tick both boxes");
    // Once around to the second box.
    terminal.press("tab tab tab");
    terminal.wait_for("space tick");
    terminal.press("space");
    terminal.wait_until_gone("needs the second box");
    terminal.press("tab");
    terminal.wait_for("enter accept");
}

/// The whole way, at this size.
fn onboarded(columns: u16, rows: u16) {
    let home = Home::with_desk();
    let mut terminal = Terminal::start(&home, columns, rows);
    open(&mut terminal, CLIENT);
    terminal.press("enter");
    terminal.wait_for_all(&["Agreed on with", "Escalation path"]);
    terminal.types("Calls come to you first");
    terminal.press("tab");
    terminal.types("Servers are ours");
    terminal.wait_for("Servers are ours");
    terminal.press("ctrl-x");
    terminal.wait_until_gone("keep as draft");
    terminal.wait_for("2 of 4 written down");

    enable(&mut terminal);
    terminal.press("j enter");
    terminal.wait_for_all(&[
        "what would follow",
        "● In Progress │ With Provider  →  ● Complete │ With Provider",
    ]);
    terminal.press("space");
    terminal.wait_for_all(&[
        "● In Progress │ With Provider  →  ● Complete │ Complete",
        "not saved yet",
    ]);
    terminal.press("ctrl-x");
    terminal.wait_for_all(&["1 of 3 on", "Quill & Vane Solicitors · set-up"]);
    terminal.press("esc");
    terminal.wait_for_all(&["Companies · Quill", "no Taskfire user"]);
    terminal.press("ctrl-c");
    assert!(terminal.wait_until_over().success());
    terminal.assert_given_back();
}

#[test]
fn a_client_is_brought_to_an_enabled_taskfire() {
    onboarded(120, 40);
}

#[test]
fn a_client_is_brought_to_an_enabled_taskfire_on_a_small_terminal() {
    onboarded(80, 24);
}

#[test]
fn what_was_accepted_is_read_and_exported_and_no_file_is_written_over_unasked() {
    exported(120, 40);
}

#[test]
fn what_was_accepted_is_read_and_exported_on_a_small_terminal() {
    exported(80, 24);
}

fn exported(columns: u16, rows: u16) {
    let home = Home::with_desk();
    let file = home.path("accepted.txt");
    let mut terminal = Terminal::start(&home, columns, rows);
    open(&mut terminal, ENABLED);
    terminal.press("v");
    terminal.wait_for_all(&["Accepted by          Maria Keller", "(Europe/London)", "SHA-256"]);
    terminal.press("G");
    // Where the whole text has room there is nothing to turn.
    if rows < 40 {
        terminal.wait_until_gone("Agreement on the use of Taskfire");
    }
    for answer in ["written", "asked"] {
        terminal.press("x");
        terminal.wait_for("Export the acknowledgement");
        terminal.press("ctrl-u");
        terminal.types(&file.display().to_string());
        terminal.press("ctrl-x");
        if answer == "asked" {
            terminal.wait_for("Write over it?");
            terminal.press("esc");
            terminal.wait_for("is there already");
            terminal.press("esc");
        }
        terminal.wait_until_gone("ctrl-x write it");
    }
    let text = std::fs::read_to_string(&file).unwrap();
    for part in [
        ENABLED,
        "Maria Keller",
        "Europe/London",
        "Agreement on the use of Taskfire",
    ] {
        assert!(text.contains(part), "{part} is missing:\n{text}");
    }
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn taskfire_is_disabled_after_its_preview_and_the_typed_name() {
    disabled(120, 40);
}

#[test]
fn taskfire_is_disabled_on_a_small_terminal() {
    disabled(80, 24);
}

fn disabled(columns: u16, rows: u16) {
    let home = Home::with_desk();
    let mut terminal = Terminal::start(&home, columns, rows);
    open(&mut terminal, ENABLED);
    terminal.press("D");
    terminal.wait_for_all(&[
        "Disable Taskfire for Cedar Clinic",
        "return to you as New",
        "lose their Taskfire level",
    ]);
    terminal.types("Cedar");
    terminal.press("ctrl-x");
    terminal.wait_for("That is not the name");
    terminal.types(" clinic");
    terminal.press("ctrl-x");
    terminal.wait_for_all(&["Taskfire is inactive for Cedar Clinic.", "by accepting the agreement"]);
    terminal.press("g g");
    terminal.wait_for("v view acknowledgement");
}
