//! Half-typed text: in the person's own editor, and after the console was killed.

use super::home::notes;
use super::working::{open, replying, still_replying};
use super::{Home, Terminal};
use std::os::unix::fs::PermissionsExt as _;

const TITLE: &str = "Colour proofs come out greener";

#[test]
fn half_typed_text_survives_a_kill() {
    let home = Home::with_desk();
    let mut terminal = Terminal::start(&home, 120, 40);
    replying(&mut terminal, "The proofs are greener because");
    // What was typed a second ago is safe; this is typed after it.
    let kept = || {
        let files = std::fs::read_dir(home.path("state/servers/embedded")).unwrap();
        let mut bytes = files.filter_map(|file| std::fs::read(file.unwrap().path()).ok());
        bytes.any(|bytes| bytes.windows(15).any(|window| window == b"greener because"))
    };
    super::patiently(kept, std::thread::park_timeout).expect("the draft reaches the disk");
    terminal.kill();

    let mut terminal = still_replying(&home, "The proofs are greener because");
    terminal.types(" of the profile.");
    terminal.press("ctrl-x");
    terminal.wait_until_gone("Reply to both sides");
    terminal.wait_for_all(&["The proofs are greener because of the profile.", "nothing unsent"]);
    let number = home.number(TITLE);
    home.ticket_when(&[], &number, |ticket| {
        notes(ticket).contains(&"The proofs are greener because of the profile.")
    });
}

#[test]
fn a_note_is_written_in_the_persons_own_editor() {
    let home = Home::with_desk();
    let script = home.path("editor.sh");
    let wanted = "#!/bin/sh\necho 'the editor has the terminal'\nread answer\nprintf '%s\\nsecond line\\n' \"$answer\" >> \"$1\"\n";
    std::fs::write(&script, wanted).unwrap();
    std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o700)).unwrap();
    let home = home.with("EDITOR", script.to_str().unwrap());
    let mut terminal = Terminal::start(&home, 120, 40);
    terminal.wait_for("live · nothing unsent");
    terminal.press("3");
    terminal.wait_for("Unassigned ·");
    open(&mut terminal, "greener", TITLE);
    terminal.press("n");
    terminal.wait_for("Internal note, ours only");
    terminal.types("begun here: ");
    terminal.wait_for("begun here:");
    terminal.press("ctrl-g");
    terminal.wait_for("the editor has the terminal");
    terminal.types("from outside\n");
    terminal.wait_for_all(&[
        "Internal note, ours only",
        "begun here: from outside",
        "second line",
        TITLE,
    ]);
    terminal.press("ctrl-x");
    terminal.wait_until_gone("Internal note, ours only");
    terminal.wait_for_all(&["second line", "nothing unsent"]);
    let number = home.number(TITLE);
    home.ticket_when(&[], &number, |ticket| {
        notes(ticket).contains(&"begun here: from outside\nsecond line")
    });
    terminal.press("ctrl-c");
    assert!(terminal.wait_until_over().success());
    terminal.assert_given_back();
}

#[test]
fn signing_out_deletes_neither_what_a_console_has_open_nor_half_typed_text_unasked() {
    let home = Home::with_desk();
    let mut terminal = Terminal::start(&home, 120, 40);
    terminal.wait_for("live · nothing unsent");
    terminal.press("3");
    terminal.wait_for("Unassigned ·");
    open(&mut terminal, "greener", TITLE);
    terminal.press("r");
    terminal.wait_for("Reply to both sides");
    terminal.types("Half a sentence");
    let folder = home.path("state/servers/embedded");
    let kept = || {
        let files = std::fs::read_dir(&folder).unwrap();
        let mut bytes = files.filter_map(|file| std::fs::read(file.unwrap().path()).ok());
        bytes.any(|bytes| bytes.windows(15).any(|window| window == b"Half a sentence"))
    };
    super::patiently(kept, std::thread::park_timeout).expect("the draft reaches the disk");
    let refused = |said: &str| {
        let output = home.command(&["sign-out"]).output().unwrap();
        let notes = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(3), "{notes}");
        assert!(notes.contains(said), "{notes}");
    };
    refused("A console of yours is open");
    terminal.kill();
    refused("One text is half-typed and would be lost.");
    home.says(&["sign-out", "--discard-unsent"]);
    let copies = std::fs::read_dir(&folder).unwrap();
    let copies = copies.filter(|file| {
        file.as_ref()
            .unwrap()
            .path()
            .extension()
            .is_some_and(|ending| ending == "sqlite")
    });
    assert_eq!(copies.count(), 0);
}
