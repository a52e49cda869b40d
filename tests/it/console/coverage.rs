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
use tandem::domain::editing::Edit;
use tandem::domain::{Act, Change, SecurityLevel, Seen};
use tandem::records::administration::contracts::{ContractScope, ContractSubject};
use tandem::records::administration::support::{
    ContractReminder, ContractState, CoverageQuestion, Found, FoundAnswer, Minutes, Naming, NamingQuestion,
    TicketCoverage,
};
use tandem::records::administration::{Administration, Answer, Question};
use tandem::records::views::{OutboxLine, OutboxState, TicketView};
use tandem::tui::effect::{Choices, Effect, Followers, Load};
use tandem::tui::msg::{Event, Loaded, Pickable};
use tandem::tui::overlays::Choice;

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

#[test]
fn a_change_that_was_refused_goes_on_by_itself_once_its_contract_is_made() {
    let mut console = Console::at_work(80, 24);
    console.press("g o");
    let mut line = stopped(Act::Reopen);
    line.change.ticket = TicketId(7);
    console.bring(&Loaded::Outbox(vec![line.clone()]));
    console.press("enter C");
    assert!(
        shown(&console).contains("the change goes on by itself"),
        "{}",
        shown(&console)
    );
    console.press("ctrl-x");
    let Some((_, Administration::CoverRequest(ticket, new))) = console.act() else {
        panic!("{:?}", console.effects)
    };
    assert_eq!((ticket, new.form), (TicketId(7), Form::PerRequest));
    let again = |console: &Console| {
        let mut effects = console.effects.iter();
        effects.any(|effect| matches!(effect, Effect::Again(change) if *change == line.change.id))
    };
    assert!(!again(&console), "there is no contract yet");
    console.end(Ok(()));
    assert!(again(&console), "{:?}", console.effects);
}

#[test]
fn a_technician_reminds_of_the_contract_for_which_a_request_waits() {
    let mut console = open(120, 40, true);
    console.press("M");
    let expected = Administration::RemindOfContract(ContractReminder::Ticket(printer(true).ticket.id));
    assert_eq!(console.act().map(|(_, act)| act), Some(expected));
    console.end(Ok(()));
    assert!(
        console.message().starts_with("Reminded of the contract"),
        "{}",
        console.message()
    );
    let mut console = open(120, 40, false);
    console.press("M");
    assert_eq!(console.acts(), 0);
    assert!(
        console.message().contains("Nothing waits for a contract"),
        "{}",
        console.message()
    );
    let mut console = at_refused(80, 24);
    console.press("M");
    let expected = Administration::RemindOfContract(ContractReminder::Company(CompanyId(174)));
    assert_eq!(console.act().map(|(_, act)| act), Some(expected));
}

#[test]
fn the_clients_person_reads_that_the_request_waits_and_for_whom() {
    let mut console = Console::at_work(120, 40);
    console.tell(Event::SignedIn(desk::tom()));
    console.bring(&Loaded::Desk(desk::desk()));
    console.bring(&Loaded::List(desk::window(&desk::tickets()[..1])));
    console.effects.clear();
    console.press("enter");
    console.bring(&Loaded::Ticket(Some(printer(true))));
    let shown = shown(&console);
    assert!(
        shown.contains("! no contract covers this request yet: Northwind"),
        "{shown}"
    );
    assert_eq!(asked(&console), [], "what a contract covers is not theirs to ask");
}

fn naming(answer: FoundAnswer, state: State) -> Answer {
    let subject = |id, name: &str| ContractSubject {
        id,
        name: name.to_owned(),
    };
    let known = contract(state);
    Answer::Naming(Box::new(Naming {
        items: vec![subject(71, "Plotter 7"), subject(72, "打印机\u{1b}[2J")],
        contracts: vec![known.clone()],
        search: Some(Found {
            answer,
            contract: Some(known).filter(|_| answer != FoundAnswer::Refused),
            applied_to: Some(ContractScope::Item(ItemId(71))),
        }),
    }))
}

fn named(console: &Console) -> Vec<NamingQuestion> {
    let question = |effect: &Effect| match effect {
        Effect::Load(_, Load::Administration(Question::Naming(question))) => Some(*question),
        _ => None,
    };
    console.effects.iter().filter_map(question).collect()
}

fn editing(columns: u16, rows: u16) -> Console {
    let mut console = open(columns, rows, false);
    console.effects.clear();
    console.press("e");
    console
}

#[test]
fn item_and_contract_are_picked_in_the_tickets_form_with_what_the_search_says() {
    reviewed_in_every_language("ticket_naming", editing, |console| {
        console.say(naming(FoundAnswer::Held, State::Pending));
        console.press("shift-tab");
    });
    let mut console = editing(120, 40);
    let asked = named(&console);
    assert_eq!((asked.len(), asked[0].item), (1, None));
    console.say(naming(FoundAnswer::Refused, State::Active));
    assert!(
        shown(&console).contains("No contract covers it: it is refused"),
        "{}",
        shown(&console)
    );
    assert!(
        shown(&console).contains("Managed Print"),
        "its contract has a name now: {}",
        shown(&console)
    );
    console.press("shift-tab shift-tab");
    console.types("plotter");
    console.press("tab");
    let asked = named(&console);
    assert_eq!((asked.len(), asked[1].item), (2, Some(ItemId(71))));
    console.say(naming(FoundAnswer::Open, State::Active));
    assert!(shown(&console).contains("(for the item)"), "{}", shown(&console));
    console.press("ctrl-x");
    let Some(Effect::Record(recorded)) = console.effects.last() else {
        panic!("{:?}", console.effects)
    };
    let expected = Edit {
        configuration_item: Some(Some(ItemId(71))),
        ..Edit::default()
    };
    assert_eq!(
        recorded[0].act,
        Act::Edit(Box::new(expected)),
        "the contract was not touched"
    );
}

#[test]
fn a_link_to_a_contract_is_taken_away_and_a_new_ticket_names_both() {
    let mut console = editing(120, 40);
    console.say(naming(FoundAnswer::Open, State::Active));
    console.press("shift-tab");
    console.types("none");
    console.press("ctrl-x");
    let Some(Effect::Record(recorded)) = console.effects.last() else {
        panic!("{:?}", console.effects)
    };
    let expected = Edit {
        contract: Some(None),
        ..Edit::default()
    };
    assert_eq!(recorded[0].act, Act::Edit(Box::new(expected)));

    let mut console = Console::at_work(120, 40);
    console.press("N");
    assert_eq!(named(&console), [], "there is no client yet");
    let companies = console
        .asked(|load| *load == Load::Choices(Choices::Companies))
        .unwrap();
    let acme = Pickable {
        choice: Choice::Company(CompanyId(174)),
        label: "Acme".to_owned(),
        detail: String::new(),
    };
    console.tell(Event::Loaded(companies, Loaded::Choices(vec![acme])));
    console.types("acme");
    console.press("tab");
    assert_eq!(named(&console).len(), 1);
    console.say(naming(FoundAnswer::Open, State::Active));
    console.press("tab");
    console.types("Plotter jams");
    console.press("shift-tab shift-tab shift-tab");
    console.types("managed");
    console.press("shift-tab");
    console.types("plotter");
    console.press("ctrl-x");
    let Some(Effect::Record(recorded)) = console.effects.last() else {
        panic!("{:?}", console.effects)
    };
    let Act::Create(new) = &recorded[0].act else {
        panic!("{recorded:?}")
    };
    assert_eq!(
        (new.configuration_item, new.contract),
        (Some(ItemId(71)), Some(ContractId(2)))
    );
}
