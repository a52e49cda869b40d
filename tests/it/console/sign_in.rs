//! Signing in with all that may be asked for, one's own password and second factor, and the locked screen.

use super::desk;
use super::picture::{screen, text};
use super::screens::reviewed_in_every_language;
use super::script::{Console, settings};
use tandem::records::windows::{Banner, Enrolment, OwnSignIn, Viewer, Whose};
use tandem::tui::app::App;
use tandem::tui::effect::Effect;
use tandem::tui::keymap::Key;
use tandem::tui::msg::{Credentials, CredentialsDone, Event, Msg};

const URI: &str = "otpauth://totp/Northwind:maria?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Northwind";

/// Nobody is in.
pub fn outside(columns: u16, rows: u16) -> Console {
    let mut console = Console {
        app: App::new(settings(), desk::now(), (columns, rows)),
        effects: Vec::new(),
        told: Vec::new(),
    };
    console.tell(Event::SignInNeeded(None));
    console.tell(Event::Banner(Banner {
        name: "Northwind Managed IT".to_owned(),
        logo_text: "▲ NORTHWIND".to_owned(),
        colour: "#1a6fb5".to_owned(),
    }));
    console
}

fn maria(own: OwnSignIn) -> Viewer {
    Viewer {
        sign_in: Some(own),
        ..desk::maria()
    }
}

/// Maria, whose screen is locked after ten minutes.
fn watched() -> Console {
    let mut console = Console::at_work(80, 24);
    console.tell(Event::SignedIn(maria(OwnSignIn {
        lock_after_minutes: Some(10),
        has_two_factor: false,
    })));
    console
}

fn after(console: &mut Console, minutes: i64, event: Event) {
    let at = desk::now().plus_minutes(minutes);
    let effects = console.app.update(Msg { at, event });
    console.effects.extend(effects);
}

fn key(name: &str) -> Event {
    Event::Key(Key::sequence(name).unwrap()[0])
}

fn enrolment() -> Enrolment {
    Enrolment {
        secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP".to_owned(),
        uri: URI.to_owned(),
    }
}

#[test]
fn the_form_says_whose_desk_it_is() {
    reviewed_in_every_language("sign_in", outside, |console| console.types("maria"));
}

#[test]
fn a_second_factor_is_asked_for_once_the_server_says_so_and_goes_with_the_password() {
    let mut console = outside(80, 24);
    console.types("maria");
    console.press("enter");
    console.types("s3cret");
    console.press("enter");
    console.tell(Event::Credentials(Credentials::CodeNeeded(None)));
    let shown = text(&screen(&console));
    assert!(shown.contains("second factor") && shown.contains("Code"), "{shown}");
    console.types("123 456");
    console.press("enter");
    let signs_in = |effect: &Effect| {
        matches!(effect, Effect::SignIn { user_name, password, code: Some(code) }
            if user_name == "maria" && password.expose() == "s3cret" && code.expose() == "123456")
    };
    assert!(console.effects.iter().any(signs_in));
    // A wrong code is typed anew; name and password stay.
    console.tell(Event::Credentials(Credentials::CodeNeeded(Some(
        "This code is not right.".to_owned(),
    ))));
    let shown = text(&screen(&console));
    assert!(
        shown.contains("This code is not right.") && shown.contains("••••••"),
        "{shown}"
    );
    assert!(!shown.contains("123"), "{shown}");
}

#[test]
fn the_second_factor_and_ones_own_password_are_asked_for_in_every_language() {
    reviewed_in_every_language("sign_in_second_factor", outside, |console| {
        console.types("maria");
        console.press("enter");
        console.types("s3cret");
        console.press("enter");
        console.tell(Event::Credentials(Credentials::CodeNeeded(None)));
    });
    let own = |columns, rows| {
        let mut console = watched();
        console.tell(Event::Resized(columns, rows));
        console
    };
    reviewed_in_every_language("sign_in_own_password", own, |console| {
        console.press("g p");
        console.types("s3cret");
    });
}

#[test]
fn a_password_that_somebody_else_gave_is_changed_before_one_is_let_in() {
    let mut console = outside(80, 24);
    console.types("maria");
    console.press("enter");
    console.types("first one");
    console.press("enter");
    console.tell(Event::Credentials(Credentials::PasswordChangeNeeded));
    console.types("a few words");
    console.press("enter");
    console.types("a few other words");
    console.press("enter");
    let shown = text(&screen(&console));
    assert!(shown.contains("Type the new password once more"), "{shown}");
    console.types("a few words");
    console.press("enter");
    let changes = |effect: &Effect| {
        matches!(effect, Effect::ChangePassword { current, new }
            if current.expose() == "first one" && new.expose() == "a few words")
    };
    assert!(console.effects.iter().any(changes));
    console.tell(Event::Credentials(Credentials::Refused("It is too short.".to_owned())));
    assert!(text(&screen(&console)).contains("It is too short."));
}

#[test]
fn a_second_factor_is_set_up_by_scanning_or_by_typing() {
    reviewed_in_every_language("sign_in_set_up", Console::at_work, |console| {
        console.tell(Event::Credentials(Credentials::SetUpBegun(enrolment())));
        console.types("123");
    });
}

#[test]
fn what_was_done_about_ones_own_sign_in_is_said_and_can_be_asked_for_again() {
    let mut console = watched();
    let refused = |console: &mut Console, name: &str| {
        console.press(":");
        console.types(name);
        console.press("enter");
        console.message().to_owned()
    };
    assert_eq!(
        refused(&mut console, "sign in without"),
        "You have no second factor to turn off."
    );
    console.tell(Event::Credentials(Credentials::SetUpBegun(enrolment())));
    console.types("123456");
    console.press("enter");
    assert!(
        console
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::ConfirmTwoFactor(code) if code.expose() == "123456"))
    );
    console.tell(Event::Credentials(Credentials::Done(CredentialsDone::TwoFactorOn)));
    assert!(console.app.overlays.is_empty());
    assert!(console.message().contains("second factor"), "{}", console.message());
    assert_eq!(refused(&mut console, "sign in without"), "");
    console.press("ctrl-x");
    assert!(!console.app.overlays.is_empty(), "a code is needed");
    console.types("654321");
    console.press("ctrl-x");
    assert!(
        console
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::EndTwoFactor(code) if code.expose() == "654321"))
    );
}

#[test]
fn on_a_desk_without_passwords_nothing_of_it_is_offered() {
    let mut console = Console::at_work(80, 24);
    console.tell(Event::SignedIn(Viewer {
        sign_in: None,
        ..desk::maria()
    }));
    console.press(":");
    console.types("change my password");
    console.press("enter");
    assert!(
        console.message().starts_with("Nobody has a password"),
        "{}",
        console.message()
    );
}

#[test]
fn a_key_after_a_machines_sleep_finds_the_screen_locked() {
    let mut console = watched();
    // Nothing told the console while it slept that its moment had come.
    after(&mut console, 60, key("N"));
    let shown = text(&screen(&console));
    assert!(shown.contains("Locked") && !shown.contains("My tickets"), "{shown}");
}

#[test]
fn the_screen_is_locked_when_nothing_was_pressed_for_so_long_and_shows_nothing() {
    let mut console = watched();
    assert_eq!(console.app.locks_at(), Some(desk::now().plus_minutes(10)));
    after(&mut console, 4, key("N"));
    console.app.overlays.clear();
    assert_eq!(
        console.app.locks_at(),
        Some(desk::now().plus_minutes(14)),
        "a key puts it off"
    );
    after(&mut console, 13, Event::Idle);
    assert!(text(&screen(&console)).contains("My tickets"), "not yet");
    after(&mut console, 14, Event::Idle);
    assert_eq!(console.app.locks_at(), None, "once is enough");
    let shown = text(&screen(&console));
    assert!(shown.contains("Locked") && !shown.contains("My tickets"), "{shown}");
}

#[test]
fn a_locked_screen_is_left_only_by_the_same_persons_password_and_keeps_what_was_typed() {
    let mut console = watched();
    console.press("/");
    console.types("printer dwon");
    after(&mut console, 20, Event::Idle);
    for escape in ["esc", ":", "g", "q", "?"] {
        console.press(escape);
    }
    let shown = text(&screen(&console));
    assert!(shown.contains("Locked") && !shown.contains("dwon"), "{shown}");
    console.press("ctrl-u");
    console.types("s3cret");
    console.press("enter");
    let unlocks = |effect: &Effect| matches!(effect, Effect::SignIn { user_name, password, .. } if user_name == "maria" && password.expose() == "s3cret");
    assert!(console.effects.iter().any(unlocks));
    console.tell(Event::SignInNeeded(Some("Name or password is wrong.".to_owned())));
    assert!(text(&screen(&console)).contains("Name or password is wrong."));
    // What holds for her may be other than when it was locked.
    console.tell(Event::SignedIn(maria(OwnSignIn {
        lock_after_minutes: Some(15),
        has_two_factor: true,
    })));
    let shown = text(&screen(&console));
    assert!(shown.contains("/printer dwon"), "{shown}");
}

#[test]
fn a_locked_screen_stays_on_top_of_what_comes_meanwhile_and_can_be_left_for_good() {
    let mut console = watched();
    console.press("?");
    after(&mut console, 20, Event::Idle);
    reviewed_in_every_language(
        "sign_in_locked",
        |columns, rows| {
            let mut console = watched();
            console.tell(Event::Resized(columns, rows));
            after(&mut console, 20, Event::Idle);
            console
        },
        |_| {},
    );
    console.tell(Event::Credentials(Credentials::SetUpBegun(enrolment())));
    assert!(!text(&screen(&console)).contains("JBSW"), "{}", text(&screen(&console)));
    console.press("ctrl-c");
    let asked_for = |wanted: fn(&Effect) -> bool| console.effects.iter().any(wanted);
    assert!(asked_for(|effect| matches!(effect, Effect::Quit)));
    assert!(
        asked_for(|effect| matches!(effect, Effect::Lock)),
        "the next start has to know"
    );
}

#[test]
fn a_console_that_was_left_locked_begins_locked_and_only_the_password_opens_it() {
    let mut console = Console {
        app: App::new(settings(), desk::now(), (80, 24)),
        effects: Vec::new(),
        told: Vec::new(),
    };
    console.tell(Event::Locked(Whose {
        user_name: "maria.keller".to_owned(),
        name: "Maria Keller".to_owned(),
    }));
    for escape in ["esc", ":", "g", "q", "?"] {
        console.press(escape);
    }
    let shown = text(&screen(&console));
    assert!(shown.contains("Locked") && shown.contains("Maria Keller"), "{shown}");
    assert!(shown.contains("without a line, connect first"), "{shown}");
    console.press("ctrl-u");
    console.types("s3cret");
    console.press("enter");
    let unlocks = |effect: &Effect| matches!(effect, Effect::SignIn { user_name, .. } if user_name == "maria.keller");
    assert!(console.effects.iter().any(unlocks));
    console.tell(Event::SignInNeeded(Some("The server can't be reached.".to_owned())));
    let shown = text(&screen(&console));
    assert!(
        shown.contains("Locked") && shown.contains("can't be reached"),
        "{shown}"
    );
    console.tell(Event::SignedIn(desk::maria()));
    assert!(text(&screen(&console)).contains("My tickets"));
}
