//! The first minutes: the console opens on the demo desk, one filters and opens a ticket.

use super::{Home, Terminal};
use std::os::unix::fs::PermissionsExt as _;

const PRINTER: &str = "Printer on 3rd floor prints blank pages";

#[test]
fn the_first_start_makes_the_demo_desk_and_one_finds_a_ticket_on_it() {
    let home = Home::empty();
    let mut terminal = Terminal::start(&home, 120, 40);
    terminal.wait_for_all(&[
        "Northwind Managed IT · Maria Keller (Autotask)",
        "live · nothing unsent",
        "QUEUES",
        "Level 1",
        "My tickets ·",
        "With Provider",
    ]);
    terminal.press("/");
    terminal.types("blank pages");
    terminal.wait_for_all(&["/blank pages", "enter keep"]);
    // The preview: both statuses, and the first words.
    terminal.wait_for_all(&[
        PRINTER,
        "AUTOTASK ● In Progress · Maria Keller",
        "TASKFIRE   With Provider · Tom Reyes",
        "Toner was changed",
    ]);
    terminal.press("enter");
    terminal.wait_for("enter open");
    terminal.press("enter");
    terminal.wait_for_all(&[
        "AUTOTASK   has the ticket",
        "1 [Conversation]",
        "drum unit was not reseated",
    ]);
    terminal.press("3");
    terminal.wait_for("[History]");
    terminal.press("q");
    terminal.wait_for("My tickets ·");
    terminal.press("ctrl-c");
    assert!(terminal.wait_until_over().success());
}

#[test]
fn eighty_columns_have_room_for_both_statuses_and_the_preview() {
    let home = Home::with_desk();
    let mut terminal = Terminal::start(&home, 80, 24);
    terminal.wait_for_all(&["My tickets ·", "live", "Autotask", "Taskfire", "With Provider"]);
    terminal.press("tab");
    terminal.wait_for_all(&["Views and queues", "Level 1"]);
    terminal.press("tab");
    terminal.wait_until_gone("Views and queues");
    terminal.press("/");
    terminal.types("status:new blank");
    terminal.wait_for("Nothing fits");
    terminal.press("ctrl-u");
    terminal.types("company:acme printer");
    terminal.wait_for_all(&["Printer on 3rd", "Maria Keller has it"]);
    terminal.press("enter");
    terminal.wait_for("enter open");
    terminal.press("enter");
    terminal.wait_for_all(&["▌ AUTOTASK   has the ticket", "TASKFIRE   Acme", "[Conversation]"]);
}

#[test]
fn a_second_start_shows_the_copy_that_the_first_one_made() {
    let home = Home::with_desk();
    let mut terminal = Terminal::start(&home, 120, 40);
    terminal.wait_for("live · nothing unsent");
    terminal.press("ctrl-c");
    assert!(terminal.wait_until_over().success());
    let second = Terminal::start(&home, 120, 40);
    second.wait_for_all(&["Maria Keller (Autotask)", "My tickets ·", "live · nothing unsent"]);
}

#[test]
fn what_the_console_logs_is_for_this_user_only() {
    let home = Home::with_desk();
    let terminal = Terminal::start(&home, 120, 40);
    terminal.wait_for("live · nothing unsent");
    let logs: Vec<_> = std::fs::read_dir(home.path("state/log"))
        .unwrap()
        .map(|file| file.unwrap().metadata().unwrap().permissions().mode() & 0o777)
        .collect();
    assert_eq!(logs, [0o600]);
}

#[test]
fn the_mouse_is_heard_by_those_who_want_it_and_left_alone_otherwise() {
    let home = Home::with_desk();
    let mut terminal = Terminal::start(&home, 120, 40);
    terminal.wait_for_all(&["QUEUES", "live · nothing unsent"]);
    assert!(!terminal.tells_of_mouse(), "selecting text is the terminal's own");
    terminal.press("ctrl-c");
    assert!(terminal.wait_until_over().success());
    let settings = home.path("config/config.toml");
    std::fs::create_dir_all(settings.parent().unwrap()).unwrap();
    std::fs::write(settings, "[ui]\nmouse = true\n").unwrap();
    let mut terminal = Terminal::start(&home, 120, 40);
    terminal.wait_for_all(&["QUEUES", "live · nothing unsent", "My tickets ·"]);
    terminal.click("Unassigned");
    terminal.wait_for("Unassigned ·");
    terminal.press("ctrl-c");
    assert!(terminal.wait_until_over().success());
    terminal.assert_given_back();
}
