//! What a machine does to a console: the line is cut, the shell stops it, the disk is full, the home can't be written,
//! another console works beside it.

use super::home::{notes, program};
use super::offline::Serving;
use super::working::{open, replying, still_replying};
use super::{Home, Terminal, patiently};
use portable_pty::{PtySize, native_pty_system};
use rustix::process::Signal;
use std::fs::File;
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::process::CommandExt as _;

const TITLE: &str = "Colour proofs come out greener";

#[test]
fn a_cut_line_ends_the_console_and_keeps_what_was_typed() {
    let home = Home::with_desk();
    let mut terminal = Terminal::start(&home, 120, 40);
    replying(&mut terminal, "Half a sentence before the line went");
    terminal.hang_up();
    still_replying(&home, "Half a sentence before the line went");
}

#[test]
fn the_shells_ctrl_z_and_fg_give_the_terminal_away_and_take_it_again() {
    let home = Home::with_desk().with("PS1", "prompt> ").with("ENV", "");
    let mut terminal = Terminal::run(&home, 120, 40, "/bin/sh", &["-i"]);
    terminal.wait_for("prompt>");
    terminal.types(&format!("{}\n", program().display()));
    terminal.wait_for("live · nothing unsent");
    for _ in 0..2 {
        terminal.press("ctrl-z");
        terminal.hear("Stopped");
        terminal.hear("prompt>");
        terminal.types("echo a shell as \"before\"\n");
        terminal.hear("a shell as before");
        terminal.hear("prompt>");
        terminal.types("fg\n");
        terminal.wait_for_all(&["Maria Keller (Autotask)", "live · nothing unsent"]);
    }
    terminal.press("ctrl-c");
    terminal.hear("prompt>");
    terminal.types("exit\n");
    terminal.wait_until_over();
    terminal.assert_given_back();
}

#[test]
fn a_wrapping_script_stops_and_goes_on_with_the_console() {
    let home = Home::with_desk();
    let script = format!("{}; echo back in the \"script\"", program().display());
    let mut terminal = Terminal::run(&home, 120, 40, "/bin/sh", &["-c", &script]);
    terminal.wait_for("live · nothing unsent");
    terminal.press("ctrl-z");
    // The process that the terminal started is the script.
    terminal.wait_until_stopped();
    terminal.assert_given_back();
    terminal.signal_group(Signal::CONT);
    terminal.wait_for_all(&["Maria Keller (Autotask)", "live · nothing unsent"]);
    terminal.press("ctrl-c");
    terminal.wait_for("back in the script");
    terminal.wait_until_over();
    terminal.assert_given_back();
}

#[test]
fn stopped_and_continued_from_outside_the_screen_is_drawn_whole_again() {
    let home = Home::with_desk();
    let mut terminal = Terminal::start(&home, 120, 40);
    terminal.wait_for("live · nothing unsent");
    // Nobody can answer this one: the terminal stays as it is meanwhile.
    terminal.signal(Signal::STOP);
    terminal.wait_until_stopped();
    terminal.resize(80, 24);
    terminal.signal(Signal::CONT);
    terminal.wait_for_all(&["My tickets ·", "live"]);
    terminal.press("ctrl-c");
    assert!(terminal.wait_until_over().success());
    terminal.assert_given_back();
}

/// The console where no file may grow beyond so many blocks of 512 bytes, as on a disk whose last bytes are taken.
fn with_room_for(home: &Home, blocks: u32, at: &[&str; 2]) -> Terminal {
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
    let arguments = ["-c", &script, program().to_str().unwrap(), at[0], at[1]];
    Terminal::run(home, 120, 40, "/bin/sh", &arguments)
}

#[test]
fn a_full_disk_refuses_the_change_on_the_spot_and_keeps_the_typed_text() {
    let home = Home::empty();
    let (server, notes_of_server) = Serving::start(&home, "127.0.0.1:0");
    super::offline::sign_in(&home, &server.url, &notes_of_server);
    let at = ["--server", server.url.as_str()];
    let mut terminal = Terminal::start_with(&home, 120, 40, &at);
    terminal.wait_for("live · nothing unsent");
    terminal.press("ctrl-c");
    assert!(terminal.wait_until_over().success());
    let text = "no room for this on the disk";
    let mut terminal = with_room_for(&home, 100, &at);
    terminal.wait_for("Maria Keller (Autotask)");
    open(&mut terminal, "blank", "Printer on 3rd floor prints blank pages");
    terminal.press("n");
    terminal.wait_for("Internal note, ours only");
    terminal.types(text);
    terminal.wait_for(text);
    terminal.press("ctrl-x");
    terminal.wait_for_all(&["nothing was saved", "Internal note, ours only", text]);
    terminal.kill();
    // With still less room not even the copy can be opened, and the screen says why.
    let terminal = with_room_for(&home, 40, &at);
    terminal.wait_for("no space left on the disk of the local copy");
    let number = home.number_at(&at, "Printer on 3rd floor prints blank pages");
    let ticket = home.ticket(&at, &number);
    assert!(!notes(&ticket).contains(&text), "what was refused was not sent");
}

#[test]
fn a_home_that_cannot_be_written_is_named_with_what_to_do() {
    let home = Home::with_desk();
    let folder = home.path("");
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o555)).unwrap();
    let pair = native_pty_system().openpty(PtySize::default()).unwrap();
    let terminal = File::options()
        .read(true)
        .write(true)
        .open(pair.master.tty_name().unwrap())
        .unwrap();
    let mut command = home.command(&[]);
    // What is said stays apart from what is drawn.
    command.stdin(terminal.try_clone().unwrap()).stdout(terminal);
    if rustix::process::geteuid().is_root() {
        // Root may write anywhere, so somebody else tries.
        command.uid(65_534).gid(65_534);
    }
    let output = command.output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    let names_folder = said.contains(&home.path("state").display().to_string())
        || said.contains(&home.path("data").display().to_string());
    assert!(names_folder && said.contains("[paths]"), "{said}");
}

#[test]
fn two_consoles_see_each_others_work_and_one_goes_on_when_the_other_dies() {
    let home = Home::with_desk();
    let mut first = Terminal::start(&home, 120, 40);
    first.wait_for("live · nothing unsent");
    let mut second = Terminal::start(&home, 120, 40);
    second.wait_for("live · nothing unsent");
    for terminal in [&mut first, &mut second] {
        terminal.press("3");
        terminal.wait_for("Unassigned ·");
        open(terminal, "greener", TITLE);
    }
    first.press("i");
    second.wait_for("Maria Keller (owner)");
    first.wait_for_all(&["Maria Keller (owner)", "nothing unsent"]);
    // The first one serves. Killed in the middle of it, it leaves everything to the second.
    first.kill();
    second.press("n");
    second.wait_for("Internal note, ours only");
    second.types("the other one is gone");
    second.press("ctrl-x");
    second.wait_until_gone("Internal note, ours only");
    second.wait_for_all(&["the other one is gone", "live · nothing unsent"]);
    let number = home.number(TITLE);
    let ticket = home.ticket_when(&[], &number, |ticket| notes(ticket).contains(&"the other one is gone"));
    let times = notes(&ticket)
        .iter()
        .filter(|note| **note == "the other one is gone")
        .count();
    assert_eq!(times, 1);
    // And a third one finds it serving.
    let third = Terminal::start(&home, 120, 40);
    third.wait_for("live · nothing unsent");
    second.press("ctrl-c");
    assert!(second.wait_until_over().success());
    second.assert_given_back();
    let serves = || {
        home.command(&["queue", "list"])
            .output()
            .is_ok_and(|output| output.status.success())
    };
    patiently(serves, |_| {}).expect("the third one takes over");
}
