//! Writing into a conversation: for whom a text is, and what is half-written for the others.

use super::actions::{one, recorded, says};
use super::opened::opened;
use super::script::Console;
use tandem::domain::Act;
use tandem::domain::note::Audience;
use tandem::records::drafts::DraftKind;
use tandem::tui::effect::{Effect, Load};
use tandem::tui::msg::{Event, Loaded};

/// What is half-written for the other readers and for those that were asked for has been read.
pub fn drafts_are(console: &mut Console, others: &str, own: &str) {
    let loads = console.effects.iter().rev().filter_map(|effect| match effect {
        Effect::Load(generation, Load::Draft(_)) => Some(*generation),
        _ => None,
    });
    let loads: Vec<_> = loads.take(2).collect();
    let [read_own, read_others] = loads.as_slice() else {
        panic!("{loads:?}")
    };
    for (generation, text) in [(*read_others, others), (*read_own, own)] {
        console.tell(Event::Loaded(generation, Loaded::Draft(text.to_owned())));
    }
}

fn saved(console: &Console, kind: DraftKind) -> Vec<&str> {
    let drafts = console.effects.iter().filter_map(|effect| match effect {
        Effect::SaveDraft(draft) if draft.place.kind == kind => Some(draft.text.as_str()),
        _ => None,
    });
    drafts.collect()
}

fn note(audience: Audience, text: &str) -> Act {
    Act::AddNote {
        audience,
        title: String::new(),
        text: text.to_owned(),
    }
}

#[test]
fn a_text_goes_to_the_other_readers_where_nothing_is_half_written_for_them() {
    let mut console = opened(120, 40);
    console.press("r");
    drafts_are(&mut console, "", "");
    console.types("On my way");
    console.press("ctrl-t");
    assert_eq!(saved(&console, DraftKind::Reply).last(), Some(&""));
    assert_eq!(saved(&console, DraftKind::InternalNote), ["On my way"]);
    console.press("ctrl-x");
    assert_eq!(one(&console), note(Audience::Internal, "On my way"));
}

#[test]
fn a_text_takes_no_place_of_what_is_half_written_for_the_other_readers() {
    for columns in [120, 60] {
        let mut console = opened(columns, 40);
        console.press("r");
        drafts_are(&mut console, "Fuser is in the van", "");
        console.types("On my way");
        console.press("ctrl-t");
        let shown = says(&console);
        let words: Vec<&str> = shown.split_whitespace().collect();
        let shown = words.join(" ");
        assert!(
            shown.contains("An internal note is half-written here too") && shown.contains("esc keeps it, n goes on"),
            "{shown}"
        );
        assert!(saved(&console, DraftKind::InternalNote).is_empty());
        // Whoever meant the others sends nothing to these by mistake.
        console.press("ctrl-x");
        assert_eq!(recorded(&console), []);
        assert!(says(&console).contains("Not sent yet"), "{}", says(&console));
        console.press("ctrl-x");
        assert_eq!(one(&console), note(Audience::Public, "On my way"));
        assert!(saved(&console, DraftKind::InternalNote).is_empty(), "it is still there");
    }
}

#[test]
fn without_a_text_what_is_half_written_for_the_other_readers_comes() {
    let mut console = opened(120, 40);
    console.press("r");
    drafts_are(&mut console, "Fuser is in the van", "");
    console.press("ctrl-t");
    assert!(says(&console).contains("Fuser is in the van"), "{}", says(&console));
    console.press("ctrl-x");
    assert_eq!(one(&console), note(Audience::Internal, "Fuser is in the van"));
}

#[test]
fn a_text_stays_with_its_readers_until_it_is_known_what_the_others_have() {
    let mut console = opened(120, 40);
    console.press("r");
    console.types("On my way");
    console.press("ctrl-t ctrl-x");
    assert_eq!(recorded(&console), [], "to neither of them");
    drafts_are(&mut console, "", "");
    console.press("ctrl-t ctrl-x");
    assert_eq!(one(&console), note(Audience::Internal, "On my way"));
}
