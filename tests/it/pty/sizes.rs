//! Windows of any size, and terminals in which nothing can be drawn.

use super::{Home, Terminal};

#[test]
fn too_small_a_window_says_what_is_needed_and_a_larger_one_goes_on() {
    let home = Home::with_desk();
    let mut terminal = Terminal::start(&home, 50, 15);
    terminal.wait_for("Tandem needs 60 columns and 20 rows");
    terminal.wait_for_all(&["50", "15"]);
    terminal.resize(60, 20);
    terminal.wait_for_all(&["My tickets", "●"]);
    terminal.wait_until_gone("Tandem needs");
    terminal.resize(120, 40);
    terminal.wait_for_all(&["Maria Keller (Autotask)", "QUEUES", "AUTOTASK"]);
    terminal.resize(59, 20);
    terminal.wait_for("Tandem needs 60 columns");
    terminal.resize(80, 24);
    terminal.wait_for("My tickets ·");
    terminal.press("ctrl-c");
    assert!(terminal.wait_until_over().success());
    terminal.assert_given_back();
}

#[test]
fn a_terminal_that_cannot_draw_is_refused_with_another_way() {
    let home = Home::empty().with("TERM", "dumb");
    let mut terminal = Terminal::start(&home, 80, 24);
    let ended = terminal.wait_until_over();
    assert_eq!(ended.exit_code(), 1);
    let said = terminal.text();
    assert!(said.contains("TERM") && said.contains("tandem ticket"), "{said}");
    assert!(!said.contains('\u{1b}'), "{said}");
    terminal.assert_given_back();
}

#[test]
fn without_a_terminal_the_console_says_what_works_instead_and_makes_nothing() {
    for (language, says) in [
        ("C", "needs a terminal"),
        ("de_DE.UTF-8", "braucht ein Terminal"),
        ("es_ES.UTF-8", "necesita un terminal"),
    ] {
        let home = Home::empty().with("LANG", language);
        let output = home.command(&[]).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert!(said.contains(says) && said.contains("tandem ticket"), "{said}");
        assert!(output.stdout.is_empty());
        assert!(!home.path("data").exists());
    }
}
