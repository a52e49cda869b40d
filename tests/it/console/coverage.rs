//! Tickets and their contracts: what is covered, before an entry is saved and afterwards, what waits, and what is created
//! together with a contract.

use super::billing_answers::date;
use super::picture::{screen, text};
use super::screens::reviewed_in_every_language;
use super::script::Console;
use super::{desk, opened};
use std::sync::Arc;
use tandem::base::ids::{ChangeId, CompanyId, ContractId, ItemId, TicketId};
use tandem::domain::contract::{Form, State};
use tandem::domain::creation::NewTicket;
use tandem::domain::{Act, Change, SecurityLevel, Seen};
use tandem::records::administration::support::{ContractState, CoverageQuestion, Minutes, TicketCoverage};
use tandem::records::administration::{Answer, Question};
use tandem::records::views::{OutboxLine, OutboxState, TicketView};
use tandem::tui::effect::{Effect, Followers, Load};
use tandem::tui::msg::{Event, Loaded};

fn shown(console: &Console) -> String {
    text(&screen(console))
}

fn asked(console: &Console) -> Vec<CoverageQuestion> {
    let question = |effect: &Effect| match effect {
        Effect::Load(_, Load::Administration(Question::Coverage(question))) => Some(*question),
        _ => None,
    };
    console.effects.iter().filter_map(question).collect()
}

fn contract(state: State) -> ContractState {
    ContractState {
        id: ContractId(2),
        name: "Managed Print\u{1b}[2J 2026".to_owned(),
        form: Form::SupportHours,
        state,
        start: date("2026-12-01"),
        end: None,
        bought: Some(2_400),
        used: 1_530,
        left: Some(870),
        carried: 0,
        released: Vec::new(),
    }
}

fn coverage(state: State, planned: Minutes) -> Answer {
    Answer::Coverage(Box::new(TicketCoverage {
        is_active: true,
        contract: Some(contract(state)),
        is_held: state == State::Pending,
        logged: Minutes {
            covered: 60,
            uncovered: 15,
            ..Minutes::default()
        },
        planned,
    }))
}

/// The printer ticket, with a contract.
fn printer(held: bool) -> Arc<TicketView> {
    let mut view = TicketView::clone(&opened::printer());
    view.ticket.contract = Some(ContractId(2));
    view.ticket.held = held;
    Arc::new(view)
}

fn open(columns: u16, rows: u16, held: bool) -> Console {
    let mut console = Console::at_work(columns, rows);
    console.press("enter");
    console.bring(&Loaded::Ticket(Some(printer(held))));
    console.bring(&Loaded::Conversation(opened::conversation()));
    console
}

#[test]
fn a_ticket_shows_its_contract_with_what_is_left_and_what_was_covered() {
    reviewed_in_every_language(
        "ticket_contract",
        |columns, rows| open(columns, rows, false),
        |console| {
            console.say(coverage(State::Active, Minutes::default()));
            console.press("5");
        },
    );
    let mut console = open(120, 40, false);
    console.say(coverage(State::Active, Minutes::default()));
    console.effects.clear();
    console.press("v");
    assert_eq!(asked(&console).len(), 1);
    console.say(coverage(State::Active, Minutes::default()));
    let card = shown(&console);
    assert!(
        card.contains("14 h 30 left") && card.contains("1 h covered, 15 m not covered"),
        "{card}"
    );
}

#[test]
fn a_held_ticket_says_so_and_until_when() {
    let mut console = open(120, 40, true);
    assert!(
        shown(&console).contains("! held: it waits until its contract holds"),
        "{}",
        shown(&console)
    );
    console.say(coverage(State::Pending, Minutes::default()));
    assert!(
        shown(&console).contains("! held until “Managed Print"),
        "{}",
        shown(&console)
    );
}

#[test]
fn without_a_contract_or_a_right_to_know_nothing_is_said() {
    let mut console = Console::at_work(80, 24);
    console.press("enter");
    console.bring(&Loaded::Ticket(Some(opened::printer())));
    assert!(asked(&console).is_empty(), "there is no contract to ask about");
    let mut console = open(120, 40, false);
    console.refuse("forbidden");
    assert!(!shown(&console).contains("Managed Print"));
    assert!(console.message().is_empty(), "{}", console.message());
}

#[test]
fn before_time_is_saved_its_dialog_says_what_would_be_covered() {
    let log = |console: &mut Console| {
        console.press("t");
        console.types("2h");
        let planned = Minutes {
            covered: 90,
            uncovered: 30,
            carried: 30,
            waiting: 0,
        };
        console.say(coverage(State::Active, planned));
    };
    reviewed_in_every_language("time_coverage", Console::at_work, log);
    let mut console = Console::at_work(80, 24);
    log(&mut console);
    let last = asked(&console).pop().expect("nothing was asked");
    assert_eq!((last.minutes, last.day), (120, Some(date("2026-11-20"))));
    let dialog = shown(&console);
    assert!(dialog.contains("1 h 30 covered, 30 m not covered"), "{dialog}");
    console.press("backspace backspace");
    assert!(
        !shown(&console).contains("covered"),
        "what isn't asked any more is not told"
    );
    console.types("45m");
    assert_eq!(asked(&console).pop().map(|asked| asked.minutes), Some(45));
}

fn stopped(act: Act) -> OutboxLine {
    OutboxLine {
        change: Change {
            id: ChangeId(uuid::Uuid::from_u128(9)),
            ticket: TicketId(-1),
            seen: Seen::new(),
            act,
            written_at: desk::now(),
        },
        number: "new".to_owned(),
        title: "Plotter jams".to_owned(),
        state: OutboxState::Stopped {
            code: "contract_required".to_owned(),
            message: "No contract covers this request.".to_owned(),
            field: None,
            differs: Vec::new(),
        },
        followers: 0,
    }
}

fn request(item: Option<i64>) -> Act {
    Act::Create(Box::new(NewTicket {
        company: CompanyId(174),
        contact: None,
        title: "Plotter jams".to_owned(),
        description: String::new(),
        request_type: None,
        queue: None,
        priority: None,
        due: None,
        item: None,
        configuration_item: item.map(ItemId),
        contract: None,
        new_contract: None,
        assignee: None,
        status: None,
        source: None,
    }))
}

fn at_refused(columns: u16, rows: u16) -> Console {
    let mut console = Console::at_work(columns, rows);
    console.press("g o");
    console.bring(&Loaded::Outbox(vec![stopped(request(Some(71)))]));
    console.press("enter");
    console.effects.clear();
    console
}

#[test]
fn a_request_refused_for_want_of_a_contract_is_created_together_with_one() {
    reviewed_in_every_language("cover_request", at_refused, |console| console.press("C"));
    let mut console = at_refused(80, 24);
    assert!(shown(&console).contains("make a contract"), "{}", shown(&console));
    console.press("C");
    console.types("hours");
    console.press("tab");
    console.types("Plotter care");
    console.press("tab tab tab");
    console.types("10");
    console.press("ctrl-x");
    let Some(Effect::Record(recorded)) = console.effects.last() else {
        panic!("{:?}", console.effects)
    };
    let Act::Create(new) = &recorded[0].act else {
        panic!("{recorded:?}")
    };
    let contract = new.new_contract.as_ref().unwrap();
    assert_eq!((contract.form, contract.minutes), (Form::SupportHours, Some(600)));
    assert_eq!(contract.name.as_deref(), Some("Plotter care"));
    assert!(
        console
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Discard(_, Followers::Keep)))
    );
}

#[test]
fn without_an_item_only_a_contract_for_the_request_is_offered_and_others_are_not_asked() {
    let mut console = Console::at_work(80, 24);
    console.press("g o");
    console.bring(&Loaded::Outbox(vec![stopped(request(None))]));
    console.press("C");
    let form = shown(&console);
    assert!(form.contains("one request") && !form.contains("subscription"), "{form}");
    let mut viewer = desk::maria();
    viewer.actor.level = SecurityLevel::ProviderTech;
    let mut console = Console::at_work(80, 24);
    console.tell(Event::SignedIn(viewer));
    console.press("g o");
    console.bring(&Loaded::Outbox(vec![stopped(request(None))]));
    console.press("enter");
    assert!(!shown(&console).contains("make a contract"), "{}", shown(&console));
    console.press("C");
    assert!(console.message().contains("administrators"), "{}", console.message());
}
