//! A client's person signs in for the first time: the password that the administrator reset is changed, a second factor
//! is set up, and asked for the next time.

use super::offline::Serving;
use super::{Home, Terminal};
use std::time::{SystemTime, UNIX_EPOCH};
use totp_rs::{Builder, Secret};

/// The letters of a password that the console makes.
pub const GIVEN: usize = 19;
pub const PASSWORD: &str = "quiet rivers run deep";

/// The code that an app on a telephone shows now, or so many half minutes later.
fn code(secret: &str, later: u64) -> String {
    let secret = Secret::try_from_base32(secret).unwrap();
    let totp = Builder::new().with_secret(secret).build().unwrap();
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    totp.generate(now + later * 30).to_string()
}

/// The letters in groups of four, as they stand above the line for the code.
fn letters(terminal: &Terminal) -> String {
    let is_letter = |letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit();
    let is_group = |word: &str| word.len() == 4 && word.chars().all(is_letter);
    let text = terminal.text();
    let mut parts = text.lines().flat_map(|line| line.split('│')).map(str::trim);
    let secret = parts.find(|part| part.split(' ').count() >= 4 && part.split(' ').all(is_group));
    secret
        .unwrap_or_else(|| panic!("no secret is shown:\n{text}"))
        .replace(' ', "")
}

pub fn type_into_form(terminal: &mut Terminal, name: &str, password: &str) {
    terminal.wait_for_all(&["Sign in", "User name"]);
    terminal.types(name);
    terminal.press("enter");
    terminal.types(password);
    terminal.press("enter");
}

/// The administrator resets somebody's password, and reads out what it is now.
fn reset_password(url: &str, administrator: &str, password: &str) -> String {
    let home = Home::empty();
    let mut terminal = Terminal::start_with(&home, 120, 40, &["--server", url]);
    type_into_form(&mut terminal, administrator, password);
    terminal.wait_for_all(&["Maria Keller (Autotask)", "live · nothing unsent"]);
    terminal.press("g c");
    terminal.wait_for_all(&["Still missing", "Birch & Sons"]);
    terminal.press("enter");
    terminal.wait_for("First Taskfire user");
    terminal.press("u");
    terminal.wait_for_all(&["People of Acme", "Hannah Ortiz"]);
    terminal.press("/");
    terminal.types("hannah");
    terminal.wait_until_gone("Priya Nair");
    terminal.press("enter");
    terminal.wait_for("p password");
    terminal.press("p");
    terminal.wait_for("New password for Hannah Ortiz");
    let password = terminal.wait_behind("New password  ", GIVEN);
    terminal.press("ctrl-x");
    terminal.wait_for("Hannah Ortiz has a new password");
    password
}

#[test]
fn a_first_sign_in_changes_the_password_and_a_second_factor_is_asked_for_from_then_on() {
    let serving = Home::empty();
    let (server, notes) = Serving::start(&serving, "127.0.0.1:0");
    let (administrator, password) = Serving::administrator(&notes);
    let given = reset_password(&server.url, &administrator, &password);

    let home = Home::empty();
    let at = ["--server", server.url.as_str()];
    let mut terminal = Terminal::start_with(&home, 80, 24, &at);
    type_into_form(&mut terminal, "hannah.ortiz", &given);
    terminal.wait_for_all(&["Change your password first", "New password"]);
    terminal.types("short");
    terminal.press("enter");
    terminal.types("short");
    terminal.press("enter");
    terminal.wait_for("at least");
    terminal.types(&given);
    terminal.press("enter");
    terminal.types(PASSWORD);
    terminal.press("enter");
    terminal.types(PASSWORD);
    terminal.press("enter");
    terminal.wait_for_all(&["My requests ·", "live"]);
    terminal.press(":");
    terminal.types("set up my second");
    terminal.press("enter");
    terminal.wait_for_all(&["Set up a second factor", "otpauth://"]);
    let secret = letters(&terminal);
    terminal.types(&code(&secret, 0));
    terminal.press("enter");
    terminal.wait_for("From now on you sign in with a second factor");
    terminal.press("ctrl-c");
    assert!(terminal.wait_until_over().success());

    let elsewhere = Home::empty();
    let mut terminal = Terminal::start_with(&elsewhere, 80, 24, &at);
    type_into_form(&mut terminal, "hannah.ortiz", PASSWORD);
    terminal.wait_for("Sign in: second factor");
    terminal.types("000000");
    terminal.press("enter");
    terminal.wait_for("not right");
    terminal.types(&code(&secret, 1));
    terminal.press("enter");
    terminal.wait_for("My requests ·");
}

#[test]
fn a_locked_console_that_is_left_begins_locked_and_opens_with_the_password() {
    let serving = Home::empty();
    let (server, notes) = Serving::start(&serving, "127.0.0.1:0");
    let (administrator, password) = Serving::administrator(&notes);
    let home = Home::empty();
    let at = ["--server", server.url.as_str()];
    let mut terminal = Terminal::start_with(&home, 80, 24, &at);
    type_into_form(&mut terminal, &administrator, &password);
    terminal.wait_for_all(&["My tickets ·", "live"]);
    terminal.press(":");
    terminal.types("lock the screen");
    terminal.press("enter");
    terminal.wait_for("Locked");
    terminal.press("ctrl-c");
    assert!(terminal.wait_until_over().success());

    let mut terminal = Terminal::start_with(&home, 80, 24, &at);
    terminal.wait_for_all(&["Locked", "also after a new start"]);
    terminal.press("esc");
    terminal.types("no password of hers");
    terminal.press("enter");
    terminal.wait_for("is not right");
    assert!(!terminal.text().contains("My tickets"), "{}", terminal.text());
    terminal.types(&password);
    terminal.press("enter");
    terminal.wait_for("My tickets ·");
    terminal.press("ctrl-c");
    assert!(terminal.wait_until_over().success());
    // Once it was opened, the session goes on as before.
    let mut terminal = Terminal::start_with(&home, 80, 24, &at);
    terminal.wait_for("My tickets ·");
    terminal.press("ctrl-c");
    assert!(terminal.wait_until_over().success());
}
