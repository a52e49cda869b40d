//! Changes that are not settled, and what a person decides about a stopped one.

use super::desk;
use super::picture::{screen, text};
use super::script::Console;
use tandem::base::ids::{ChangeId, StatusId, TicketId};
use tandem::domain::note::Audience;
use tandem::domain::{Act, Change, SecurityLevel, Seen};
use tandem::records::views::{Difference, OutboxLine, OutboxState};
use tandem::records::windows::DemoPerson;
use tandem::tui::effect::{Effect, Followers, Load};
use tandem::tui::msg::{Desk, Event, Loaded, NotRecorded, Recorded};

fn change(number: u128, act: Act) -> Change {
    Change {
        id: ChangeId(uuid::Uuid::from_u128(number)),
        ticket: TicketId(7),
        seen: Seen::new(),
        act,
        written_at: desk::now().plus_minutes(-4),
    }
}

fn lines() -> Vec<OutboxLine> {
    let line = |change, state, followers| OutboxLine {
        change,
        number: "T20261120.0007".to_owned(),
        title: "Printer on 3rd floor prints blank pages".to_owned(),
        state,
        followers,
    };
    let stopped = OutboxState::Stopped {
        code: "stale".to_owned(),
        message: "The ticket changed meanwhile.".to_owned(),
        field: None,
        differs: vec![Difference {
            field: "status".to_owned(),
            seen: "In Progress".to_owned(),
            now: "Complete".to_owned(),
        }],
    };
    let note = Act::AddNote {
        audience: Audience::Public,
        title: String::new(),
        text: "On my way.".to_owned(),
    };
    vec![
        line(change(1, Act::Reopen), OutboxState::Sending, 0),
        line(change(2, Act::SetStatus { status: StatusId(7) }), stopped, 1),
        line(change(3, note), OutboxState::Queued, 0),
    ]
}

pub fn opened(columns: u16, rows: u16) -> Console {
    let mut console = Console::at_work(columns, rows);
    console.press("g o");
    console.bring(&Loaded::Outbox(lines()));
    console
}

fn discarded(console: &Console) -> Vec<Followers> {
    let followers = console.effects.iter().filter_map(|effect| match effect {
        Effect::Discard(_, followers) => Some(*followers),
        _ => None,
    });
    followers.collect()
}

#[test]
fn the_outbox_opens_on_the_stopped_change_and_shows_what_is_different_now() {
    let console = opened(120, 40);
    assert_eq!(console.app.outbox.cursor, 1);
    let screen = text(&screen(&console));
    for part in [
        "set our status to Waiting Customer",
        "stopped",
        "The ticket changed meanwhile.",
        "In Progress  →  Complete",
    ] {
        assert!(screen.contains(part), "{part}\n{screen}");
    }
}

#[test]
fn discarding_asks_first_with_another_key_and_enter_does_not_answer() {
    let mut console = opened(120, 40);
    console.press("x x enter");
    assert_eq!(discarded(&console), []);
    console.press("ctrl-x");
    assert_eq!(discarded(&console), [Followers::Keep]);
    console.press("X ctrl-x");
    assert_eq!(discarded(&console), [Followers::Keep, Followers::Discard]);
}

#[test]
fn a_stopped_change_is_done_anyway_from_its_question() {
    let mut console = opened(80, 24);
    console.press("enter");
    let asked = text(&screen(&console));
    assert!(
        asked.contains("This change stopped") && asked.contains("do it anyway"),
        "{asked}"
    );
    console.press("A");
    assert!(console.app.overlays.is_empty());
    assert!(console.effects.iter().any(|effect| matches!(effect, Effect::Again(_))));
}

#[test]
fn a_queued_change_can_not_be_done_anyway_and_says_why() {
    let mut console = opened(120, 40);
    console.press("j A");
    assert!(
        console.message().contains("Only a stopped change"),
        "{}",
        console.message()
    );
    console.press("k k x");
    assert!(console.message().contains("on its way"), "{}", console.message());
}

#[test]
fn leaving_asks_where_something_is_unsent() {
    let mut console = Console::at_work(120, 40);
    console.tell(Event::Changed(Vec::new()));
    console.bring(&Loaded::Desk(Desk {
        unsent: 2,
        ..desk::desk()
    }));
    console.press("ctrl-c");
    assert!(!console.effects.iter().any(|effect| matches!(effect, Effect::Quit)));
    console.press("ctrl-x");
    assert!(console.effects.iter().any(|effect| matches!(effect, Effect::Quit)));
}

#[test]
fn one_becomes_another_person_of_the_demo_desk_by_typing_a_few_letters() {
    let mut console = Console::at_work(120, 40);
    console.press(":");
    console.types("become");
    console.press("enter");
    assert!(console.asked(|load| *load == Load::DemoPeople).is_some());
    let person = |name: &str, level| DemoPerson {
        user_name: name.to_lowercase(),
        name: name.to_owned(),
        level,
        company_name: "Acme".to_owned(),
    };
    let people = vec![
        person("Maria", SecurityLevel::ProviderAdmin),
        person("Tom", SecurityLevel::TaskfireResource),
    ];
    console.bring(&Loaded::DemoPeople(people));
    console.types("to");
    console.press("enter");
    assert!(
        console
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Become(name) if name == "tom"))
    );
}

#[test]
fn where_the_session_has_ended_a_form_asks_and_shows_nothing_of_the_password() {
    let mut console = Console::at_work(80, 24);
    console.tell(Event::SignInNeeded(Some("This session has ended.".to_owned())));
    console.types("s3cret pass");
    let screen = text(&screen(&console));
    assert!(
        screen.contains("This session has ended.") && screen.contains("•••••••••••"),
        "{screen}"
    );
    assert!(!screen.contains("s3cret") && !format!("{:?}", console.app.overlays).contains("s3cret"));
    console.press("enter");
    let signs_in = |effect: &Effect| match effect {
        Effect::SignIn {
            user_name,
            password,
            code: None,
        } => user_name == "maria" && password.expose() == "s3cret pass",
        _ => false,
    };
    assert!(console.effects.iter().any(signs_in));
    console.tell(Event::SignedIn(desk::maria()));
    assert!(console.app.overlays.is_empty());
}

#[test]
fn what_could_not_be_saved_stands_there_again_as_it_was_typed() {
    let mut console = super::opened::opened(120, 40);
    console.press("n");
    console.types("Half");
    console.press("ctrl-x");
    assert!(console.app.overlays.is_empty());
    let asked = console.effects.iter().rev().find_map(|effect| match effect {
        Effect::Record(asked) => asked.first().cloned(),
        _ => None,
    });
    let failed = Recorded {
        asked: asked.expect("nothing is recorded"),
        result: Err(NotRecorded::Failed("no space left".to_owned())),
    };
    console.tell(Event::Recorded(vec![failed.clone()]));
    assert_eq!(console.message(), "no space left");
    let shown = text(&screen(&console));
    assert!(
        shown.contains("Internal note, ours only") && shown.contains("Half"),
        "{shown}"
    );
    console.press("esc");
    console.tell(Event::Recorded(vec![failed]));
    assert!(console.app.overlays.is_empty(), "it comes back once");
}
