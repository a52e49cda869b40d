//! The person's own files while the console is open: written with mistakes, shown with their lines, mended, in force.

use super::{Home, Terminal};

fn write(home: &Home, name: &str, text: &str) {
    std::fs::create_dir_all(home.path("config")).unwrap();
    std::fs::write(home.path("config").join(name), text).unwrap();
}

#[test]
fn mistakes_stand_on_the_screen_at_the_start_and_mended_files_hold_without_a_new_one() {
    let home = Home::with_desk();
    write(&home, "config.toml", "[ui]\ntheem = \"dark\"\n");
    write(&home, "keymap.toml", "[list]\nf2 = \"list.sortt\"\n");
    let mut terminal = Terminal::start(&home, 120, 40);
    terminal.wait_for_all(&[
        "2 mistakes in your settings",
        "config.toml:2:1",
        "did you mean \"theme\"?",
        "keymap.toml:2:6",
        "did you mean \"list.sort\"?",
        "g r reads the files again",
    ]);
    write(&home, "config.toml", "[ui]\npreset = \"emacs\"\nlanguage = \"de\"\n");
    write(&home, "keymap.toml", "[list]\nf2 = \"list.sort\"\n");
    terminal.press("g r");
    terminal.wait_until_gone("mistakes");
    terminal.wait_for("Ihre Einstellungen gelten");
    terminal.press("ctrl-n");
    terminal.wait_until_gone("Ihre Einstellungen gelten");
    terminal.press("ctrl-x ctrl-c");
    assert!(terminal.wait_until_over().success());
}

#[test]
fn a_console_that_may_change_nothing_says_so_and_refuses() {
    let home = Home::with_desk();
    let mut terminal = Terminal::start_with(&home, 80, 24, &["--read-only"]);
    terminal.wait_for_all(&["read-only", "live"]);
    terminal.press("c");
    terminal.wait_for("Tandem was started with --read-only");
    terminal.press("ctrl-c");
    assert!(terminal.wait_until_over().success());
}
