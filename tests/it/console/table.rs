//! The table of intents is whole: names, titles, keys.

use super::script::settings;
use std::collections::BTreeSet;
use tandem::tui::intent::Intent;
use tandem::tui::keymap::Keymap;

#[test]
fn every_intent_has_a_name_of_its_own_and_a_title_in_words() {
    let settings = settings();
    let mut names = BTreeSet::new();
    for intent in Intent::ALL {
        assert!(names.insert(intent.name()), "{} stands twice", intent.name());
        assert_eq!(Intent::named(intent.name()), Some(*intent));
        let title = settings.sentences.find(&intent.sentence(), &[]);
        assert!(title.is_some(), "{} has no title {}", intent.name(), intent.sentence());
    }
}

#[test]
fn every_key_that_ships_asks_for_something_that_there_is() {
    let (_, mistakes) = Keymap::shipped(&Intent::names());
    assert_eq!(mistakes, []);
}
