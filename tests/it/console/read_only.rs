//! `--read-only`: everything can be looked at, nothing that is done leaves the console, and the sentence says why.

use super::opened::opened;
use super::picture::{screen, text};
use super::places::STATES;
use super::script::Console;
use tandem::records::administration::Answer;
use tandem::tui::effect::Effect;
use tandem::tui::footer;
use tandem::tui::intent::{Availability, Intent};
use tandem::tui::msg::Loaded;

const WHY: &str = "Tandem was started with --read-only";

fn read_only(mut console: Console) -> Console {
    console.app.settings.read_only = true;
    console.effects.clear();
    console
}

#[test]
fn nothing_that_can_be_asked_for_anywhere_leaves_the_console() {
    let mut refused = 0;
    for (place, way) in STATES {
        let here = read_only(way());
        let contexts = here.app.contexts();
        for intent in Intent::ALL {
            let availability = here.app.availability(*intent);
            if intent.changes() {
                assert!(
                    matches!(&availability, Availability::Refused(why) if why.starts_with(WHY)),
                    "{} at {place}: {availability:?}",
                    intent.name()
                );
                refused += 1;
            }
            let Some(keys) = here.app.settings.keymap.keys_for(intent.name(), &contexts) else {
                continue;
            };
            let mut console = read_only(way());
            console.press(&keys);
            let acts: Vec<&Effect> = console.effects.iter().filter(|effect| effect.is_act()).collect();
            assert!(acts.is_empty(), "{} at {place}: {acts:?}", intent.name());
        }
    }
    assert!(refused > 1_000, "{refused}");
}

#[test]
fn the_top_line_says_it_the_bottom_line_offers_no_act_and_the_key_says_why() {
    for columns in [120, 80, 60] {
        let mut console = read_only(Console::at_work(columns, if columns == 120 { 40 } else { 20 }));
        let shown = text(&screen(&console));
        assert!(
            shown.lines().next().unwrap_or_default().contains("read-only"),
            "{shown}"
        );
        let offered: Vec<String> = footer::hints(&console.app).into_iter().map(|hint| hint.words).collect();
        assert!(!offered.contains(&"status".to_owned()), "{offered:?}");
        assert!(offered.contains(&"open".to_owned()), "{offered:?}");
        console.press("s");
        assert!(console.message().starts_with(WHY), "{}", console.message());
        assert!(console.app.overlays.is_empty());
    }
}

#[test]
fn what_looks_copies_and_saves_here_is_not_refused() {
    let console = read_only(opened(120, 40));
    for intent in [
        Intent::ShowCard,
        Intent::CopyNumber,
        Intent::SaveFile,
        Intent::ShowDetails,
        Intent::Filter,
        Intent::GoBilling,
        Intent::ReadConfiguration,
        Intent::Stopwatch,
        Intent::DropStopwatch,
        Intent::SaveView,
    ] {
        assert!(console.app.availability(intent).is_available(), "{}", intent.name());
    }
}

#[test]
fn a_text_that_is_sent_all_the_same_is_held_back_and_its_draft_stays() {
    let mut console = opened(120, 40);
    console.press("r");
    console.bring(&Loaded::Draft("On my way".to_owned()));
    let mut console = read_only(console);
    console.press("ctrl-x");
    assert!(console.message().starts_with(WHY), "{}", console.message());
    let left: Vec<&Effect> = console
        .effects
        .iter()
        .filter(|effect| effect.is_act() || matches!(effect, Effect::SaveDraft(_)))
        .collect();
    assert!(left.is_empty(), "neither sent nor forgotten: {left:?}");
}

#[test]
fn a_dialog_whose_act_is_held_back_stays_open_with_what_was_typed_and_says_why() {
    let mut console = super::onboarding::at_setup(120, 40, super::clients::enabled_setup());
    console.press("g g enter");
    console.types("Both look at it");
    let mut console = read_only(console);
    console.press("ctrl-x");
    let shown = text(&screen(&console));
    assert!(shown.contains(WHY) && shown.contains("Both look"), "{shown}");
    assert!(!console.effects.iter().any(Effect::is_act), "{:?}", console.effects);
    console.press("esc g c");
    console.say(Answer::Companies(super::clients::companies()));
    assert!(text(&screen(&console)).contains("Acme"));
}
