//! A client is brought to a working Taskfire: each step by its keys, and what is done where the server says no.

use super::clients::{acknowledgements, agreement, enabled_setup, new_setup};
use super::companies::at_companies;
use super::picture::{screen, text};
use super::script::Console;
use tandem::base::ids::{CompanyId, Ids as _, UniqueIds};
use tandem::base::whole_file::Existing;
use tandem::records::administration::seeing::Seeing;
use tandem::records::administration::setup::{Acceptance, DisablingPreview, Setup, StepState, TaskfireSettings};
use tandem::records::administration::{Administration, Answer, NotAdministered, Question};
use tandem::records::drafts::DraftKind;
use tandem::tui::app::Front;
use tandem::tui::effect::{About, Content, Effect, Load};
use tandem::tui::msg::{Event, Loaded, NotWritten};
use tandem::tui::overlays::Overlay;
use tandem::tui::panes::{acknowledgements as read, agreement as accepted, companies, people, settings, setup};

/// At this client's set-up.
pub fn at_setup(columns: u16, rows: u16, setup: Setup) -> Console {
    let mut console = at_companies(columns, rows);
    console.press("G k enter");
    console.say(Answer::Setup(Box::new(setup)));
    console.effects.clear();
    console
}

/// At the agreement, from the set-up of a client whose Taskfire is off.
pub fn at_agreement(columns: u16, rows: u16) -> Console {
    let mut console = at_setup(columns, rows, new_setup());
    console.press("j enter");
    console.say(Answer::Agreement(agreement(1)));
    console.effects.clear();
    console
}

fn shown(console: &Console) -> String {
    text(&screen(console))
}

fn refused(code: &str, why: &str) -> NotAdministered {
    NotAdministered::Refused {
        code: code.to_owned(),
        text: why.to_owned(),
        field: None,
    }
}

fn asked(console: &Console) -> Vec<Question> {
    let asked = console.effects.iter().filter_map(|effect| match effect {
        Effect::Load(_, Load::Administration(question)) => Some(question.clone()),
        _ => None,
    });
    asked.collect()
}

#[test]
fn the_cursor_begins_at_the_first_step_that_is_to_be_done() {
    let console = at_setup(80, 24, enabled_setup());
    assert_eq!(console.app.pane::<setup::Pane>().unwrap().cursor, 3);
}

#[test]
fn a_step_that_cant_be_done_says_why() {
    let mut console = at_setup(80, 24, new_setup());
    for (keys, why) in [
        ("g g j j enter", "comes once Taskfire is on"),
        ("j j enter", "Workflow rules are not there yet"),
        ("j enter", "Automated billing is not there yet"),
        ("v", "Nothing was ever accepted for this company."),
        ("D", "Taskfire is off at this company"),
    ] {
        console.press(keys);
        assert!(console.message().contains(why), "{keys}: {}", console.message());
    }
    // As the server describes it where the feature is off for the instance.
    let mut setup = new_setup();
    setup.can_enable = false;
    setup.steps[1].state = StepState::Unavailable;
    let mut console = at_setup(80, 24, setup);
    assert!(
        shown(&console).contains("switch the feature on first"),
        "{}",
        shown(&console)
    );
    console.press("g g j enter");
    assert!(
        console.message().contains("off for the whole instance"),
        "{}",
        console.message()
    );
}

#[test]
fn what_disabling_would_do_is_asked_and_opens_once_nothing_floats() {
    let mut console = at_setup(80, 24, enabled_setup());
    console.press("D");
    assert!(
        console.message().contains("The server is asked"),
        "{}",
        console.message()
    );
    console.press("?");
    console.say(Answer::Disabling(DisablingPreview::default()));
    assert!(
        console.message().contains("once what is open is closed"),
        "{}",
        console.message()
    );
    console.press("esc");
    assert!(shown(&console).contains("Disable Taskfire for"), "{}", shown(&console));
}

#[test]
fn keys_in_sentences_are_those_that_are_bound() {
    use tandem::tui::intent::Intent;
    use tandem::tui::keymap::Keymap;
    let mut console = at_agreement(80, 24);
    let own = "[moving]\n\"f6\" = \"pane.next\"\n\"tab\" = \"none\"\n";
    let (keymap, mistakes) = Keymap::shipped(&Intent::names())
        .0
        .overlaid("own.toml", own, &Intent::names());
    assert!(mistakes.is_empty(), "{mistakes:?}");
    console.app.settings.keymap = keymap;
    console.press("space");
    assert_eq!(console.message(), "Go to a box with f6 first.");
}

#[test]
fn the_first_steps_are_opened_from_the_set_up_and_say_whom_to_ask() {
    let mut console = at_setup(80, 24, enabled_setup());
    console.press("g h");
    let asked = |load: &Load| matches!(load, Load::AccountManager(company) if *company == enabled_setup().company);
    assert!(console.asked(asked).is_some());
    console.bring(&Loaded::AccountManager(Some("Petra Vogel".to_owned())));
    let guide = shown(&console);
    for said in ["First steps and further help for", "Queues", "Request types"] {
        assert!(guide.contains(said), "{said}: {guide}");
    }
    console.press("G");
    let end = shown(&console);
    assert!(end.contains("Ask Petra Vogel at Northwind"), "{end}");
    console.press("esc");
    assert!(console.app.overlays.is_empty());
}

#[test]
fn what_was_agreed_on_is_written_down_and_half_typed_texts_survive() {
    let mut console = at_setup(80, 24, new_setup());
    console.press("enter");
    console.types("calls first");
    console.press("esc");
    let draft = console.effects.iter().rev().find_map(|effect| match effect {
        Effect::SaveDraft(draft) => Some(draft.clone()),
        _ => None,
    });
    let draft = draft.expect("nothing was kept");
    assert_eq!(
        (draft.place.about, draft.place.kind),
        (Some(About::Company(CompanyId(176))), DraftKind::Preparation)
    );
    console.press("enter");
    console.bring(&Loaded::Draft(draft.text));
    assert!(shown(&console).contains("calls first"));
    console.press("tab tab tab");
    console.types("by Taskfire");
    console.press("ctrl-x");
    let Some((_, Administration::WritePreparation(company, preparation))) = console.act() else {
        panic!("nothing was asked for")
    };
    assert_eq!(company, CompanyId(176));
    assert_eq!(
        (
            preparation.value.work_flow.as_str(),
            preparation.value.escalation_path.as_str()
        ),
        ("calls first", "by Taskfire")
    );
    assert_eq!(preparation.seen.as_deref(), Some("this preparation"));
    console.end(Ok(()));
    assert!(console.app.overlays.is_empty());
    let forgotten = console
        .effects
        .iter()
        .any(|effect| matches!(effect, Effect::SaveDraft(draft) if draft.text.is_empty()));
    assert!(forgotten, "the draft has been written down");
    assert_eq!(asked(&console).last(), Some(&Question::Setup(CompanyId(176))));
}

#[test]
fn enabling_by_itself_does_nothing_and_accept_needs_both_boxes() {
    let mut console = at_agreement(80, 24);
    assert!(shown(&console).contains("needs both boxes"));
    console.press("enter tab space");
    assert!(shown(&console).contains("needs the second box"));
    console.press("tab tab enter");
    assert_eq!(console.acts(), 0, "one box is not enough");
    assert!(console.message().contains("Tick both boxes"), "{}", console.message());
    console.press("shift-tab space");
    assert!(!shown(&console).contains("needs the"));
    console.press("enter");
    assert_eq!(console.acts(), 0, "Enter accepts on the word only");
    console.press("tab enter enter");
    assert_eq!(console.acts(), 1, "and only once");
    let expected = Acceptance {
        version: 1,
        language: "en".to_owned(),
        terms_accepted: true,
        is_entitled: true,
    };
    assert_eq!(
        console.act().map(|(_, act)| act),
        Some(Administration::AcceptAgreement(CompanyId(176), expected))
    );
    console.end(Ok(()));
    assert!(console.app.pane::<setup::Pane>().is_some(), "it closes");
    assert_eq!(console.message(), "Taskfire is on for Cedar Clinic.");
    console.say(Answer::Setup(Box::new(enabled_setup())));
    assert!(
        shown(&console).contains("View acknowledgement"),
        "the section is in its enabled form"
    );
}

#[test]
fn esc_leaves_everything_as_it_was() {
    let mut console = at_agreement(80, 24);
    console.press("tab space tab space esc");
    assert!(console.app.pane::<setup::Pane>().is_some());
    assert_eq!(console.acts(), 0);
    console.press("enter");
    console.say(Answer::Agreement(agreement(1)));
    assert_eq!(console.app.pane::<accepted::Pane>().unwrap().ticked, [false; 2]);
}

#[test]
fn how_far_one_has_read_grows_with_what_was_on_the_screen() {
    let mut console = at_agreement(80, 24);
    let read = |console: &Console| {
        let screen = shown(console);
        let percent = screen.split("read to ").nth(1).unwrap().split(' ').next().unwrap();
        percent.parse::<u32>().unwrap()
    };
    let first = read(&console);
    assert!(first > 0 && first < 50, "{first}");
    console.press("pgdn");
    assert!(read(&console) > first);
    console.press("G");
    assert_eq!(read(&console), 100);
    console.press("g g");
    assert_eq!(read(&console), 100, "what was seen stays seen");
    assert!(shown(&console).contains("more below"));
}

#[test]
fn another_width_keeps_the_place_in_the_text() {
    let mut console = at_agreement(120, 40);
    let first_line = |console: &Console| shown(console).lines().nth(1).unwrap().trim().to_owned();
    console.press("pgdn");
    while !first_line(&console).starts_with("For every person") {
        console.press("k");
    }
    let before = first_line(&console);
    console.tell(Event::Resized(61, 21));
    let words: String = first_line(&console).chars().take(20).collect();
    assert!(before.starts_with(&words), "{before} | {words}");
    console.tell(Event::Resized(120, 40));
    assert_eq!(first_line(&console), before);
}

#[test]
fn a_version_published_meanwhile_is_shown_and_read_from_its_beginning() {
    let mut console = at_agreement(80, 24);
    console.press("G tab space tab space tab enter");
    console.end(Err(refused(
        "agreement_outdated",
        "Version 2 of the agreement was published meanwhile.",
    )));
    assert_eq!(asked(&console).last(), Some(&Question::Agreement("en".to_owned())));
    console.say(Answer::Agreement(agreement(2)));
    let pane = console.app.pane::<accepted::Pane>().expect("it stays");
    assert_eq!(pane.ticked, [false; 2]);
    let shown = shown(&console);
    assert!(shown.contains("Version 2 took the place of version 1"), "{shown}");
    assert!(shown.contains("Agreement on the use of Taskfire"), "from its beginning");
    assert!(!shown.contains("read to 100 %"));
}

#[test]
fn where_somebody_else_has_enabled_it_meanwhile_the_set_up_says_who() {
    let mut console = at_agreement(80, 24);
    console.press("tab space tab space tab enter");
    console.end(Err(refused(
        "taskfire_already_enabled",
        "Taskfire is on already at this company.",
    )));
    assert!(console.app.pane::<setup::Pane>().is_some(), "it closes");
    assert_eq!(console.message(), "Taskfire is on already at this company.");
    console.say(Answer::Setup(Box::new(enabled_setup())));
    console.press("g g j");
    assert!(shown(&console).contains("Enabled by Maria Keller"));
}

#[test]
fn a_line_that_drops_during_accept_loses_no_tick_and_says_that_trying_again_is_safe() {
    let mut console = at_agreement(120, 40);
    console.press("tab space tab space tab enter");
    console.end(Err(NotAdministered::Unanswered {
        why: "cut off.".to_owned(),
        key: UniqueIds.change(),
    }));
    assert_eq!(console.app.pane::<accepted::Pane>().unwrap().ticked, [true; 2]);
    assert!(
        console.message().contains("whole or not at all"),
        "{}",
        console.message()
    );
    console.press("enter");
    assert_eq!(console.acts(), 2);
}

#[test]
fn settings_show_what_would_follow_before_they_are_saved() {
    let mut console = at_setup(120, 40, enabled_setup());
    console.press("g g j j enter");
    console.say(Answer::Setup(Box::new(enabled_setup())));
    let carried = "In Progress │ With Provider  →  ● Complete │ Complete";
    assert!(shown(&console).contains(carried));
    console.press("ctrl-x");
    assert_eq!(console.message(), "Nothing was changed.");
    console.press("space");
    assert!(!shown(&console).contains(carried));
    assert!(shown(&console).contains("not saved yet"));
    console.press("tab tab space");
    console.press("ctrl-x");
    let chosen = TaskfireSettings {
        hide_financials: true,
        ..TaskfireSettings::default()
    };
    assert_eq!(
        console.act().map(|(_, act)| act),
        Some(Administration::WriteTaskfireSettings(
            CompanyId(176),
            Seeing::new(chosen, "these settings")
        ))
    );
    console.end(Err(refused("taskfire_not_enabled", "Taskfire is off at this company.")));
    assert_eq!(
        console.app.pane::<settings::Pane>().unwrap().chosen,
        chosen,
        "nothing is lost"
    );
    console.press("ctrl-x");
    console.end(Ok(()));
    assert!(console.app.pane::<setup::Pane>().is_some());
}

#[test]
fn an_acknowledgement_is_read_older_ones_too_and_exported_without_writing_over_anything() {
    let mut console = at_setup(80, 24, enabled_setup());
    console.press("v");
    console.say(Answer::Acknowledgements(acknowledgements()));
    assert!(
        shown(&console).contains("2026-11-19 11:42:00 +01:00 (Europe/Berlin)"),
        "{}",
        shown(&console)
    );
    console.press("J");
    assert_eq!(console.app.pane::<read::Pane>().unwrap().at, 1);
    console.press("J");
    assert_eq!(console.message(), "This is the oldest one.");
    console.press("K x");
    console.press("ctrl-x");
    let Some(Effect::Export(generation, export)) = console.effects.last().cloned() else {
        panic!("nothing is written: {:?}", console.effects.last())
    };
    assert_eq!(
        (export.path.as_str(), export.existing),
        ("acknowledgement-cedar-clinic-2026-11-19.txt", Existing::Keep)
    );
    let Content::Text(text) = &export.content else {
        panic!("{:?}", export.content)
    };
    for part in [
        "Cedar Clinic",
        "Maria Keller",
        "version 2, 2026-09-01, English",
        "Europe/Berlin",
        &agreement(2).digest,
        &agreement(2).text,
    ] {
        assert!(text.contains(part), "{part}");
    }
    console.tell(Event::Written(generation, Err((export.clone(), NotWritten::Exists))));
    assert!(matches!(console.app.overlays.last(), Some(Overlay::Confirm(_))));
    console.press("esc");
    assert!(shown(&console).contains("is there already"), "the name can be changed");
    console.press("ctrl-x");
    let Some(Effect::Export(generation, _)) = console.effects.last().cloned() else {
        panic!()
    };
    console.tell(Event::Written(generation, Err((export, NotWritten::Exists))));
    console.press("ctrl-x");
    let Some(Effect::Export(generation, export)) = console.effects.last().cloned() else {
        panic!()
    };
    assert_eq!(export.existing, Existing::Replace);
    console.tell(Event::Written(generation, Ok("/home/maria/kept.txt".to_owned())));
    assert!(console.app.overlays.is_empty());
    assert_eq!(
        console.message(),
        "Written to /home/maria/kept.txt; only you can read it."
    );
}

#[test]
fn disabling_tells_first_what_would_follow_and_takes_the_name_letter_by_letter() {
    let mut console = at_setup(80, 24, enabled_setup());
    console.press("D");
    assert!(console.app.overlays.is_empty(), "first it is asked");
    console.say(Answer::Disabling(DisablingPreview {
        returned_tickets: 3,
        kept_tickets: 0,
        users: 1,
        licences: 1,
    }));
    let dialog = shown(&console);
    for said in [
        "3 shared tickets that Cedar Clinic holds return",
        "Tickets that Cedar Clinic keeps to itself",
        "One licence ends",
    ] {
        assert!(dialog.contains(said), "{dialog}");
    }
    console.types("Cedar");
    console.press("ctrl-x");
    assert_eq!(console.acts(), 0);
    assert!(shown(&console).contains("That is not the name"));
    console.types(" clinic");
    console.press("ctrl-x");
    assert!(matches!(
        console.act(),
        Some((_, Administration::DisableTaskfire(CompanyId(176), _)))
    ));
    console.end(Ok(()));
    assert_eq!(console.message(), "Taskfire is inactive for Cedar Clinic.");
    assert_eq!(asked(&console).last(), Some(&Question::Setup(CompanyId(176))));
}

#[test]
fn the_portal_is_switched_after_a_question_and_not_off_while_taskfire_is_on() {
    let mut console = at_setup(80, 24, new_setup());
    console.press("o");
    assert!(shown(&console).contains("Switch the portal off for Cedar Clinic?"));
    console.press("ctrl-x");
    assert_eq!(console.acts(), 1);
    let mut console = at_setup(80, 24, enabled_setup());
    console.press("o");
    assert!(
        console.message().contains("Disable Taskfire first"),
        "{}",
        console.message()
    );
}

#[test]
fn the_first_user_is_given_a_level_among_the_companys_people() {
    let mut console = at_setup(80, 24, enabled_setup());
    console.press("enter");
    let pane = console.app.pane::<people::Pane>().expect("not at the people");
    assert_eq!((pane.company, pane.name.as_str()), (CompanyId(176), "Cedar Clinic"));
    console.effects.clear();
    console.press("q");
    assert_eq!(asked(&console), [Question::Setup(CompanyId(176))]);
}

#[test]
fn the_set_up_is_left_and_taken_up_again() {
    let mut console = at_setup(80, 24, enabled_setup());
    console.press("q");
    assert!(console.app.pane::<companies::Pane>().is_some());
    console.press("enter");
    let mut setup = enabled_setup();
    setup.steps[3].state = StepState::Done;
    console.say(Answer::Setup(Box::new(setup)));
    assert_eq!(console.app.front(), Front::Page);
    console.press("q q");
    assert_eq!(console.app.front(), Front::Tickets);
}
