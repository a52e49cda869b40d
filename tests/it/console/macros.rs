//! Macros: what they show before they run, what they record, and what of them can't be.

use super::desk;
use super::own_way::{recorded, shown};
use super::screens::reviewed_in_every_language;
use super::script::Console;
use std::path::PathBuf;
use tandem::base::ids::ChangeId;
use tandem::domain::Act;
use tandem::domain::note::Audience;
use tandem::domain::statuses::system;
use tandem::tui::effect::{Effect, Origin};
use tandem::tui::macros::Macros;
use tandem::tui::msg::{Event, Loaded, Recorded};

const MACROS: &str = r#"
["Part ordered"]
do = [
  { reply = "Dear {contact}, the part for {number} is ordered." },
  { time = "15m", summary = "Part ordered" },
  { status = "Waiting Vendor" },
]

["Over to them"]
do = [ { note = "{me} hands {number} over" }, { hand_over = "" } ]

["To nowhere"]
do = [ { queue = "Levle 2" } ]
"#;

fn with_macros(columns: u16, rows: u16) -> Console {
    let mut console = Console::at_work(columns, rows);
    let (macros, mistakes) = Macros::read(PathBuf::from("macros.toml"), MACROS);
    assert!(mistakes.is_empty(), "{mistakes:?}");
    console.app.settings.macros = macros;
    console
}

#[test]
fn a_macro_shows_what_follows_and_records_each_act_by_itself() {
    let mut console = with_macros(120, 40);
    console.press("@");
    console.types("part");
    console.press("enter");
    let picture = shown(&console);
    for said in [
        "Part ordered on T20261120.0007",
        "Hannah Ortiz, the part for",
        "→  ● Waiting Vendor",
        "0:15",
    ] {
        assert!(picture.contains(said), "{said}: {picture}");
    }
    console.press("ctrl-x");
    let asked = recorded(&console);
    let [reply, time, status] = asked.as_slice() else {
        panic!("{asked:?}")
    };
    assert_eq!(
        reply.act,
        Act::AddNote {
            audience: Audience::Public,
            title: String::new(),
            text: "Dear Hannah Ortiz, the part for T20261120.0007 is ordered.".to_owned(),
        }
    );
    assert!(matches!(&time.act, Act::LogTime { minutes: 15, .. }), "{time:?}");
    assert_eq!(
        status.act,
        Act::SetStatus {
            status: system::AUTOTASK_WAITING_VENDOR
        }
    );
    assert!(status.seen.contains_key("status"), "{status:?}");
    assert!(asked.iter().all(|asked| asked.origin == Origin::Made));
    // What is half-typed is not what the macro wrote.
    console.effects.clear();
    let result = Ok(ChangeId(uuid::Uuid::nil()));
    console.tell(Event::Recorded(vec![Recorded {
        asked: reply.clone(),
        result,
    }]));
    assert!(
        !console
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::SaveDraft(_)))
    );
}

#[test]
fn a_macro_on_marked_tickets_names_those_that_a_rule_forbids_it_for() {
    let mut console = with_macros(120, 40);
    console.press("*");
    let tickets = desk::tickets();
    console.bring(&Loaded::Selected(tickets.iter().map(|ticket| ticket.id).collect()));
    console.press("@");
    let views: Vec<_> = tickets.iter().map(desk::view).collect();
    console.bring(&Loaded::Tickets(views));
    console.types("over");
    console.press("enter");
    let picture = shown(&console);
    assert!(picture.contains("not on"), "{picture}");
    assert!(picture.contains('!'), "{picture}");
    console.press("ctrl-x");
    let asked = recorded(&console);
    assert!(
        asked.len() > 2 && asked.len().is_multiple_of(2) && asked.len() < 12,
        "{}",
        asked.len()
    );
    let of_first = asked.iter().filter(|one| one.ticket == asked[0].ticket);
    assert_eq!(of_first.count(), 2);
}

#[test]
fn a_macro_that_names_what_the_desk_has_not_says_where_and_what_was_meant() {
    let mut console = with_macros(120, 40);
    console.press("@");
    console.types("nowhere");
    console.press("enter");
    assert_eq!(
        console.message(),
        "macros.toml:13: there is no queue \"Levle 2\"; did you mean \"Level 2\"?"
    );
    assert!(recorded(&console).is_empty());
    let mut console = Console::at_work(120, 40);
    console.press("@");
    assert!(
        console.message().contains("There are no macros yet"),
        "{}",
        console.message()
    );
}

#[test]
fn the_preview_of_a_macro_is_as_reviewed() {
    reviewed_in_every_language("macro_preview", with_macros, |console| {
        console.press("@");
        console.press("enter");
    });
}

/// The first macro of this text, asked for.
fn previewing(columns: u16, rows: u16, source: &str) -> Console {
    let mut console = Console::at_work(columns, rows);
    let (macros, mistakes) = Macros::read(PathBuf::from("macros.toml"), source);
    assert!(mistakes.is_empty(), "{mistakes:?}");
    console.app.settings.macros = macros;
    console.press("@");
    console.press("enter");
    console
}

#[test]
fn the_preview_of_a_macro_shows_every_text_that_would_be_sent_to_its_end() {
    let long = "[A]\ndo = [ \
        { reply = \"Dear {contact}, \u{202e}we looked after it at once and the last of these words is PLUMS.\" }, \
        { note = \"For us alone: APPLES\\nand on \\u001b[31m a line of its own PEARS\" }, \
        { time = \"9-10:30\", summary = \"They read CHERRIES\", internal = \"We read QUINCES\" } ]";
    let mut console = previewing(120, 40, long);
    let picture = shown(&console);
    for text in [
        "the last of these words is PLUMS.",
        "For us alone: APPLES",
        "a line of its own PEARS",
        "Summary: They read CHERRIES",
        "Internal notes: We read QUINCES",
        "log 1:30 (09:00–10:30) of time",
    ] {
        assert!(picture.contains(text), "{text}: {picture}");
    }
    assert!(!picture.contains(['\u{202e}', '\u{1b}']), "{picture}");
    console.press("ctrl-x");
    let started = recorded(&console).iter().find_map(|asked| match asked.act {
        Act::LogTime { started_at, .. } => started_at,
        _ => None,
    });
    let nine = "2026-11-20T09:00:00Z".parse().ok();
    assert_eq!(started, nine);
    for (step, text) in [
        ("complete = \"Mended with MEDLARS\"", "Resolution: Mended with MEDLARS"),
        ("hand_over = \"Theirs because of GRAPES\"", "Theirs because of GRAPES"),
    ] {
        // Who has it can hand it over.
        let source = format!("[A]\ndo = [ {{ {step} }} ]\n");
        let mut console = previewing(120, 40, &source);
        if console.app.overlays.is_empty() {
            console.press("down");
            console.press("@");
            console.press("enter");
        }
        let picture = shown(&console);
        assert!(picture.contains(text), "{text}: {picture}");
    }
}

#[test]
fn what_a_macro_would_send_is_paged_through_where_it_is_longer_than_the_screen() {
    let lines: Vec<String> = (1..=60).map(|line| format!("line {line} of it")).collect();
    let source = format!("[A]\ndo = [ {{ note = '''{}''' }} ]\n", lines.join("\n"));
    let mut console = previewing(80, 24, &source);
    assert!(shown(&console).contains("line 1 of it"), "{}", shown(&console));
    let mut pages = 0;
    while !shown(&console).contains("line 60 of it") {
        console.press("pgdn");
        pages += 1;
        assert!(pages < 20, "{}", shown(&console));
    }
    assert!(!shown(&console).contains("line 1 of it"), "{}", shown(&console));
}

#[test]
fn a_macro_on_several_tickets_says_whose_texts_it_shows() {
    let mut console = with_macros(120, 40);
    console.press("*");
    let tickets = desk::tickets();
    console.bring(&Loaded::Selected(tickets.iter().map(|ticket| ticket.id).collect()));
    console.press("@");
    console.bring(&Loaded::Tickets(tickets.iter().map(desk::view).collect()));
    console.press("enter");
    let picture = shown(&console);
    assert!(picture.contains("The texts as they are for T20261120."), "{picture}");
}
