//! The keys of every preset, through the real console: each action has one where it can be asked for, it does what the
//! action does, and no key is shown anywhere that doesn't do what stands beside it.

use super::picture::{screen, text};
use super::places::{STATES, State, shipped, with_keys};
use super::script::Console;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use tandem::base::Language;
use tandem::config::Preset;
use tandem::sentences::Sentences;
use tandem::tui::footer;
use tandem::tui::intent::Intent;
use tandem::tui::keymap::{Context, Found, Key, Keymap};
use tandem::tui::overlays::Overlay;
use tandem::tui::overlays::help::Line;

fn preset(preset: Preset) -> Keymap {
    let (keymap, mistakes) = Keymap::preset(preset, &Intent::names());
    let sentences = Sentences::new(Language::English);
    let told: Vec<String> = mistakes.iter().map(|mistake| mistake.said(&sentences)).collect();
    assert_eq!(told, [] as [String; 0], "{}", preset.name());
    keymap
}

/// The keymap that ships with this laid over it.
fn own(text: &str) -> Keymap {
    let (keymap, mistakes) = shipped().overlaid("own.toml", text, &Intent::names());
    assert!(mistakes.is_empty(), "{mistakes:?}");
    keymap
}

/// Every key taken away, and with `bound` each intent on a sequence of its own that nobody would think of.
fn strange(bound: impl Fn(Intent) -> bool) -> Keymap {
    let keymap = shipped();
    let letters: Vec<char> = ('a'..='z').chain('0'..='9').collect();
    let mut file = String::new();
    for context in Context::ALL {
        writeln!(file, "[{}]", context.name()).unwrap();
        let mut intents = BTreeSet::new();
        for binding in keymap.bindings(*context) {
            writeln!(file, "'{}' = \"none\"", binding.keys).unwrap();
            intents.insert(binding.intent);
        }
        for name in intents {
            let intent = Intent::named(name).unwrap();
            let place = Intent::ALL.iter().position(|known| *known == intent).unwrap();
            let (function, letter) = (place / letters.len() + 1, letters[place % letters.len()]);
            if bound(intent) {
                writeln!(file, "'f{function} {letter}' = \"{name}\"").unwrap();
            }
        }
    }
    own(&file)
}

/// Every keymap that is tried.
fn keymaps() -> Vec<(&'static str, Keymap)> {
    let presets = Preset::ALL.iter().map(|one| (one.name(), preset(*one)));
    presets.chain([("strange", strange(|_| true))]).collect()
}

fn is_bound_somewhere(keymap: &Keymap, intent: Intent) -> bool {
    let mut contexts = Context::ALL.iter();
    contexts.any(|context| keymap.bindings(*context).any(|binding| binding.intent == intent.name()))
}

/// What is on the screen and what is to be done outside.
fn outcome(console: &Console) -> String {
    format!("{}\n{:#?}", text(&screen(console)), console.effects)
}

/// The console after this was asked for by its name, as nothing but the key asks for it.
fn asked(state: State, keymap: &Keymap, intent: Intent) -> String {
    let mut console = with_keys(state.1, keymap);
    let effects = console.app.ask(intent);
    console.effects.extend(effects);
    outcome(&console)
}

fn pressed(state: State, keymap: &Keymap, keys: &str) -> String {
    let mut console = with_keys(state.1, keymap);
    console.press(keys);
    outcome(&console)
}

#[test]
fn every_action_has_a_key_in_every_preset_where_it_can_be_asked_for_and_the_key_does_it() {
    let default = shipped();
    for (name, keymap) in keymaps() {
        // The same key in the same context is tried once.
        let mut tried: BTreeSet<(&str, &str)> = BTreeSet::new();
        for state in STATES {
            let contexts = with_keys(state.1, &keymap).app.contexts();
            for intent in Intent::ALL {
                let here: Vec<_> = intent.contexts().iter().filter(|one| contexts.contains(one)).collect();
                if here.is_empty() || default.keys_for(intent.name(), &contexts).is_none() {
                    continue;
                }
                let keys = keymap.keys_for(intent.name(), &contexts);
                let keys = keys.unwrap_or_else(|| panic!("{name}: {} has no key at {}", intent.name(), state.0));
                let new = here
                    .iter()
                    .filter(|context| tried.insert((intent.name(), context.name())));
                let is_new = new.count() > 0;
                if is_new {
                    assert_eq!(
                        pressed(state, &keymap, &keys),
                        asked(state, &keymap, *intent),
                        "{name}: {keys} for {} at {}",
                        intent.name(),
                        state.0
                    );
                }
            }
        }
        let contexts: BTreeSet<&str> = tried.iter().map(|(_, context)| *context).collect();
        let bound = Context::ALL
            .iter()
            .filter(|context| keymap.bindings(**context).next().is_some());
        for context in bound {
            assert!(
                contexts.contains(context.name()),
                "{name}: nobody came to [{}]",
                context.name()
            );
        }
        for intent in Intent::ALL
            .iter()
            .filter(|intent| is_bound_somewhere(&default, **intent))
        {
            assert!(
                tried.iter().any(|(one, _)| *one == intent.name()),
                "{name}: nobody tried {}",
                intent.name()
            );
        }
    }
}

#[test]
fn what_has_no_key_is_found_by_its_name_in_every_preset() {
    let list = STATES[0];
    for (name, keymap) in keymaps() {
        let unbound = Intent::ALL
            .iter()
            .filter(|intent| !is_bound_somewhere(&keymap, **intent));
        let mut found = 0;
        for intent in unbound {
            let mut console = with_keys(list.1, &keymap);
            assert!(
                intent.is_in_palette(&console.app),
                "{name}: {} is out of reach",
                intent.name()
            );
            console.press(&keymap.keys_for("palette.open", &console.app.contexts()).unwrap());
            console.types(intent.name());
            console.press(&keymap.keys_for("palette.run", &console.app.contexts()).unwrap());
            assert_eq!(
                outcome(&console),
                asked(list, &keymap, *intent),
                "{name}: {}",
                intent.name()
            );
            found += 1;
        }
        assert!(found > 2, "{name}");
    }
}

/// The intent of keys that are shown; whoever shows keys that ask for nothing fails.
fn meant(keymap: &Keymap, contexts: &[Context], keys: &str, place: &str) -> Intent {
    let pressed = Key::sequence(keys).unwrap_or_else(|wrong| panic!("{place} shows {keys}: {wrong:?}"));
    match keymap.find(contexts, &pressed) {
        Found::Intent(name) => Intent::named(name).unwrap(),
        found => panic!("{place} shows {keys}, which leads to {found:?}"),
    }
}

#[test]
fn every_key_of_the_bottom_line_does_what_stands_beside_it() {
    for (name, keymap) in keymaps() {
        for state in STATES {
            let console = with_keys(state.1, &keymap);
            let place = format!("{name}: the bottom line at {}", state.0);
            for hint in footer::hints(&console.app) {
                let intent = meant(&keymap, &console.app.contexts(), &hint.key, &place);
                let words = console.app.words(intent, ".short");
                assert_eq!(hint.words, words, "{place} says {} for {}", hint.words, hint.key);
                assert!(
                    console.app.availability(intent).is_available(),
                    "{place} offers {}",
                    hint.words
                );
            }
        }
    }
}

#[test]
fn every_key_of_help_does_what_stands_beside_it() {
    for (name, keymap) in keymaps() {
        for state in STATES {
            let mut console = with_keys(state.1, &keymap);
            let contexts = console.app.work_contexts();
            let _ = console.app.ask(Intent::OpenHelp);
            let Some(Overlay::Help(help)) = console.app.overlays.last() else {
                continue;
            };
            let place = format!("{name}: help at {}", state.0);
            let mut marks = false;
            for line in help.lines(&console.app) {
                match line {
                    Line::Heading(heading) => marks = heading == console.app.text("help-marks"),
                    Line::Keys { keys, title } if !marks => {
                        for keys in keys.split(", ") {
                            let intent = meant(&keymap, &contexts, keys, &place);
                            assert_eq!(title, console.app.words(intent, ""), "{place} for {keys}");
                        }
                    }
                    Line::Keys { .. } => {}
                }
            }
        }
    }
}

#[test]
fn the_box_of_what_may_come_next_shows_what_each_key_does() {
    for (name, keymap) in keymaps() {
        let console = with_keys(STATES[0].1, &keymap);
        let contexts = console.app.contexts();
        let beginnings: BTreeSet<String> = contexts
            .iter()
            .flat_map(|context| keymap.bindings(*context))
            .filter_map(|binding| Some(binding.keys.split_once(' ')?.0.to_owned()))
            .collect();
        assert!(!beginnings.is_empty(), "{name}");
        for beginning in beginnings {
            let mut console = with_keys(STATES[0].1, &keymap);
            console.press(&beginning);
            let next = console.app.pending();
            assert!(!next.is_empty(), "{name}: nothing comes after {beginning}");
            let shown = text(&screen(&console));
            assert!(
                shown.contains(&format!("{beginning} …")),
                "{name}: {beginning}\n{shown}"
            );
            for next in next {
                let keys = format!("{beginning} {}", next.key);
                let intent = meant(&keymap, &contexts, &keys, name);
                assert_eq!(next.intent, Some(intent.name()), "{name}: {keys}");
            }
        }
    }
}

/// What no screen shows once no key is where it was.
fn usual_keys(shown: &str) -> Vec<&str> {
    let is_usual = |word: &&str| {
        let word = word.to_lowercase();
        let named = ["esc", "enter", "tab", "pgup", "pgdn", "backspace"].contains(&word.as_str());
        named || ["ctrl-", "shift-", "alt-"].iter().any(|with| word.starts_with(with))
    };
    let words = shown.split(|letter: char| !letter.is_alphanumeric() && letter != '-');
    words.filter(is_usual).collect()
}

#[test]
fn no_screen_shows_a_key_that_was_taken_away() {
    for (name, keymap) in [
        ("on other keys", strange(|_| true)),
        ("without keys", strange(|intent| intent == Intent::OpenPalette)),
    ] {
        for language in Language::ALL {
            for state in STATES {
                let mut console = with_keys(state.1, &keymap);
                console.app.settings.sentences = Sentences::new(language);
                // What lists keys is opened with those that are in force.
                if state.0 == "palette" {
                    console.app.overlays.clear();
                    console.app.ask(Intent::OpenPalette);
                }
                let shown = text(&screen(&console));
                assert_eq!(
                    usual_keys(&shown),
                    [] as [&str; 0],
                    "{name}: {} in {language:?}\n{shown}",
                    state.0
                );
            }
        }
    }
}

#[test]
fn a_sentence_names_the_way_that_is_left_to_what_has_no_key() {
    let mut console = with_keys(STATES[0].1, &own("[always]\nctrl-c = \"none\"\n"));
    console.press("q");
    assert_eq!(
        console.message(),
        "There is nothing behind this list; : console.quit leaves Tandem."
    );
    let mut console = with_keys(STATES[12].1, &own("[moving]\ntab = \"none\"\n"));
    console.press("space");
    assert_eq!(console.message(), "Go to a box with (no key for pane.next) first.");
}

#[test]
fn in_emacs_a_text_is_written_sent_and_left_with_its_keys() {
    let emacs = preset(Preset::Emacs);
    let mut console = with_keys(STATES[4].1, &emacs);
    console.press("r");
    console.types("Going there");
    console.press("alt-b alt-d");
    console.types("now");
    console.press("ctrl-a ctrl-d ctrl-b");
    console.types("I am g");
    let shown = text(&screen(&console));
    assert!(shown.contains("I am going now"), "{shown}");
    assert!(shown.contains("ctrl-c ctrl-c send"), "{shown}");
    console.effects.clear();
    console.press("ctrl-c ctrl-c");
    let recorded = format!("{:?}", console.effects);
    assert!(
        recorded.contains("Record") && recorded.contains("I am going now"),
        "{recorded}"
    );
}
