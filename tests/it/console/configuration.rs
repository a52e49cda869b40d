//! The person's own files, read again while the console is open: what is understood holds at once, what is not is shown.

use super::picture::{screen, text};
use super::screens::reviewed_in_every_language;
use super::script::{Console, settings};
use super::sign_in::outside;
use tandem::base::Language;
use tandem::config::{Preset, ShippedTheme};
use tandem::sentences::Sentences;
use tandem::tui::app::Settings;
use tandem::tui::app::configuration::Configuration;
use tandem::tui::effect::Effect;
use tandem::tui::intent::Intent;
use tandem::tui::keymap::Keymap;
use tandem::tui::msg::Event;
use tandem::tui::theme::Theme;

fn read(settings: Settings, mistakes: &[&str]) -> Configuration {
    Configuration {
        settings: Some(settings),
        line: Some(9_600),
        mistakes: mistakes.iter().map(|mistake| (*mistake).to_owned()).collect(),
        file: "~/.config/tandem/config.toml".to_owned(),
        needs_restart: false,
    }
}

fn wrong(console: &mut Console) {
    let mistakes = [
        "/home/maria/.config/tandem/config.toml:3:1: there is no setting \"theem\"; did you mean \"theme\"?",
        "/home/maria/.config/tandem/keymap.toml:12:6: there is no intent \"ticket.complet\"; did you mean \"ticket.complete\"?",
    ];
    let look = Settings {
        sentences: console.app.settings.sentences.clone(),
        ..settings()
    };
    console.tell(Event::Configured(Box::new(read(look, &mistakes))));
}

#[test]
fn the_files_are_read_again_when_they_are_asked_for_and_hold_at_once() {
    let mut console = Console::at_work(120, 40);
    console.press("g r");
    assert!(
        matches!(console.effects.last(), Some(Effect::ReadConfiguration)),
        "{:?}",
        console.effects
    );
    let mut look = settings();
    look.theme = Theme::shipped(ShippedTheme::Mono);
    look.keymap = Keymap::preset(Preset::Emacs, &Intent::names()).0;
    look.sentences = Sentences::new(Language::Spanish);
    console.tell(Event::Configured(Box::new(read(look, &[]))));
    assert!(
        matches!(console.effects.last(), Some(Effect::Pace(Some(9_600)))),
        "{:?}",
        console.effects
    );
    assert!(
        console.message().starts_with("Su configuración vale"),
        "{}",
        console.message()
    );
    console.press("ctrl-n");
    assert_eq!(console.under_cursor(), "VPN drops every 20 minutes");
    assert!(!console.app.settings.theme.has_colours());
}

#[test]
fn each_mistake_stands_on_the_screen_with_its_line_and_what_would_be_right() {
    reviewed_in_every_language("mistakes", Console::at_work, wrong);
}

#[test]
fn mended_files_close_the_list_of_mistakes_and_the_work_behind_goes_on() {
    let mut console = Console::at_work(80, 24);
    wrong(&mut console);
    console.press("g r");
    assert!(
        matches!(console.effects.last(), Some(Effect::ReadConfiguration)),
        "{:?}",
        console.effects
    );
    wrong(&mut console);
    assert_eq!(
        console.app.overlays.len(),
        1,
        "the newer list takes the older one's place"
    );
    console.tell(Event::Configured(Box::new(read(settings(), &[]))));
    assert!(console.app.overlays.is_empty());
    console.press("j");
    assert_eq!(console.under_cursor(), "VPN drops every 20 minutes");
}

#[test]
fn the_mistakes_of_the_start_stay_until_they_are_read_whoever_signs_in() {
    let mut console = outside(80, 24);
    console.app.overlays.clear();
    console.app = console
        .app
        .with_mistakes(vec!["config.toml:3:1: there is no setting \"theem\"".to_owned()]);
    console.tell(Event::SignedIn(super::desk::maria()));
    let shown = text(&screen(&console));
    assert!(
        shown.contains("A mistake in your settings") && shown.contains("config.toml:3:1"),
        "{shown}"
    );
    console.press("esc");
    assert!(console.app.overlays.is_empty());
}

#[test]
fn files_that_cannot_be_used_at_all_change_nothing() {
    let mut console = Console::at_work(80, 24);
    console.app.settings.keymap = Keymap::preset(Preset::Emacs, &Intent::names()).0;
    let unreadable = Configuration::unreadable("config.toml".to_owned(), "config.toml can't be read".to_owned());
    console.tell(Event::Configured(Box::new(unreadable)));
    assert!(text(&screen(&console)).contains("config.toml can't be read"));
    console.press("ctrl-g ctrl-n");
    assert_eq!(console.under_cursor(), "VPN drops every 20 minutes");
}

#[test]
fn another_server_is_told_to_hold_from_the_next_start_on() {
    let mut console = Console::at_work(80, 24);
    let moved = Configuration {
        needs_restart: true,
        ..read(settings(), &[])
    };
    console.tell(Event::Configured(Box::new(moved)));
    assert!(
        console.message().contains("from the next start on"),
        "{}",
        console.message()
    );
}
