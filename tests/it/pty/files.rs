//! A file goes from one machine to the desk and comes back to another path, byte for byte.

use super::working::open;
use super::{Home, Terminal};
use std::os::unix::fs::PermissionsExt as _;

const TITLE: &str = "Colour proofs come out greener";

#[test]
fn a_file_is_attached_by_its_path_and_saved_under_another_one() {
    let home = Home::with_desk();
    let bytes: Vec<u8> = (0..300_000_u32).map(|place| (place % 241) as u8).collect();
    let (from, to) = (home.path("proof scan.png"), home.path("saved.png"));
    std::fs::write(&from, &bytes).unwrap();
    let mut terminal = Terminal::start(&home, 120, 40);
    terminal.wait_for("live · nothing unsent");
    terminal.press("3");
    terminal.wait_for("Unassigned ·");
    open(&mut terminal, "greener", TITLE);

    terminal.press("f");
    terminal.wait_for_all(&["Attach a file to T", "Path of the file", "Only for our side"]);
    terminal.types("/nowhere/proof.png");
    terminal.press("ctrl-x");
    terminal.wait_for("/nowhere/proof.png: No such file");
    terminal.press("ctrl-u");
    terminal.types(from.to_str().unwrap());
    terminal.press("ctrl-x");
    terminal.wait_until_gone("Path of the file");
    terminal.press("4");
    terminal.wait_for_all(&[
        "proof scan.png",
        "300 KB",
        "only for our side",
        "Maria Keller",
        "nothing unsent",
    ]);

    terminal.press(">");
    terminal.wait_for_all(&["Which file", "proof scan.png"]);
    terminal.press("enter");
    terminal.wait_for("Save proof scan.png as");
    terminal.press("ctrl-u");
    terminal.types(to.to_str().unwrap());
    terminal.press("ctrl-x");
    terminal.wait_until_gone("Save proof scan.png as");
    assert!(std::fs::read(&to).unwrap() == bytes);
    assert_eq!(std::fs::metadata(&to).unwrap().permissions().mode() & 0o777, 0o600);

    terminal.press(">");
    terminal.wait_for("Which file");
    terminal.press("enter");
    terminal.wait_for("Save proof scan.png as");
    terminal.press("ctrl-u");
    terminal.types(to.to_str().unwrap());
    terminal.press("ctrl-x");
    terminal.wait_for("is there already");
}
