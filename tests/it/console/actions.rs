//! Everything that changes a ticket: keys through the real keymap in, the exact change out.

use super::composing::drafts_are;
use super::desk;
use super::opened::{opened, printer};
use super::picture::{screen, text};
use super::screens::reviewed;
use super::script::Console;
use std::sync::Arc;
use tandem::base::ids::{ChangeId, ContactId, QueueId, RequestTypeId, ResourceId, TicketId};
use tandem::base::{Date, Timestamp};
use tandem::domain::creation::NewTicket;
use tandem::domain::editing::Edit;
use tandem::domain::note::Audience;
use tandem::domain::outcome::CarryOver;
use tandem::domain::statuses::system;
use tandem::domain::{Act, Change, Lookup, Person, Priority, Seen, Side};
use tandem::records::drafts::DraftKind;
use tandem::records::views::{Candidate, OutboxLine, OutboxState, TicketView};
use tandem::tui::effect::{Asked, Draft, DraftPlace, Effect, Followers, Origin};
use tandem::tui::msg::{Event, Loaded, NotRecorded, Pickable, Recorded, Settled};
use tandem::tui::overlays::Choice;

/// What was put into the outbox.
pub fn recorded(console: &Console) -> Vec<(TicketId, Act)> {
    let recorded = console.effects.iter().filter_map(|effect| match effect {
        Effect::Record(asked) => Some(asked),
        _ => None,
    });
    recorded
        .flatten()
        .map(|asked| (asked.ticket, asked.act.clone()))
        .collect()
}

pub fn one(console: &Console) -> Act {
    let mut all = recorded(console);
    assert_eq!(all.len(), 1, "{all:?}\n{}", text(&screen(console)));
    let (ticket, act) = all.remove(0);
    assert_eq!(ticket, TicketId(7));
    act
}

fn draft(console: &Console) -> Option<&Draft> {
    console.effects.iter().rev().find_map(|effect| match effect {
        Effect::SaveDraft(draft) => Some(draft),
        _ => None,
    })
}

/// The printer ticket opened, with this done to it first.
fn with(change: impl Fn(&mut TicketView)) -> Console {
    let mut console = opened(120, 40);
    let mut view = TicketView::clone(&printer());
    change(&mut view);
    console.tell(Event::Changed(vec![view.line.id]));
    console.bring(&Loaded::Ticket(Some(Arc::new(view))));
    console.effects.clear();
    console
}

pub fn says(console: &Console) -> String {
    text(&screen(console))
}

#[test]
fn a_status_is_set_with_two_keys() {
    let mut console = opened(120, 40);
    console.press("s w");
    assert_eq!(
        one(&console),
        Act::SetStatus {
            status: system::AUTOTASK_WAITING_CUSTOMER
        }
    );
    assert!(console.app.overlays.is_empty());
}

#[test]
fn a_status_that_comes_with_a_hand_over_opens_the_hand_over() {
    let mut console = opened(120, 40);
    console.press("s");
    assert!(says(&console).contains("enter choose"), "{}", says(&console));
    console.press("b");
    let shown = says(&console);
    assert!(shown.contains("T20261120.0007: transfer to Acme"), "{shown}");
    assert!(shown.contains("● In Progress    →    With Client"), "{shown}");
    assert_eq!(recorded(&console), []);
}

#[test]
fn a_list_to_pick_from_begins_at_what_is_so_now() {
    let mut console = opened(120, 40);
    console.press("p");
    let shown = says(&console);
    assert!(shown.contains("Our priority of T20261120.0007"), "{shown}");
    assert!(shown.contains("▌ P2 High"), "{shown}");
    console.press("esc m");
    let shown = says(&console);
    assert!(
        shown.contains("▌ Level 1") && shown.contains("Our queue of T20261120.0007"),
        "{shown}"
    );
    console.types("zzz");
    assert!(says(&console).contains("Nobody and nothing is called that."));
}

#[test]
fn a_company_typed_before_the_companies_came_is_picked_when_they_come() {
    let mut console = Console::at_work(120, 40);
    console.press("enter N");
    console.types("birch");
    console.press("tab");
    assert!(says(&console).contains("birch"), "{}", says(&console));
    let companies = console
        .asked(|load| *load == tandem::tui::effect::Load::Choices(tandem::tui::effect::Choices::Companies))
        .unwrap();
    let birch = Pickable {
        choice: Choice::Company(tandem::base::ids::CompanyId(175)),
        label: "Birch & Sons".to_owned(),
        detail: String::new(),
    };
    console.tell(Event::Loaded(companies, Loaded::Choices(vec![birch])));
    assert!(says(&console).contains("Birch & Sons"), "{}", says(&console));
    let contacts = tandem::tui::effect::Choices::Contacts(tandem::base::ids::CompanyId(175));
    assert!(
        console
            .asked(|load| *load == tandem::tui::effect::Load::Choices(contacts))
            .is_some(),
        "its people are read"
    );
}

#[test]
fn complete_in_the_status_list_opens_the_dialog() {
    let mut console = opened(120, 40);
    console.press("s c");
    assert!(says(&console).contains("Complete T20261120.0007"), "{}", says(&console));
    assert_eq!(recorded(&console), []);
}

#[test]
fn completing_tells_what_follows_for_both_sides_and_takes_the_resolution() {
    let mut console = opened(120, 40);
    console.press("c");
    let shown = says(&console);
    assert!(shown.contains("● In Progress    →  ● Complete"), "{shown}");
    assert!(shown.contains("you own it; Acme: both complete together"), "{shown}");
    console.types("Fuser swapped");
    console.press("c enter");
    console.types("page fine");
    assert_eq!(recorded(&console), [], "neither the asking key nor enter does it");
    console.press("ctrl-x");
    assert_eq!(
        one(&console),
        Act::Complete {
            resolution: "Fuser swappedc\npage fine".to_owned()
        }
    );
}

#[test]
fn esc_leaves_a_dialog_and_its_text_is_a_draft_that_comes_back() {
    let mut console = opened(120, 40);
    console.press("c");
    console.types("half");
    console.press("esc");
    assert!(console.app.overlays.is_empty());
    assert_eq!(recorded(&console), []);
    let kept = draft(&console).cloned().unwrap();
    assert_eq!(
        kept.place,
        DraftPlace {
            ticket: Some(TicketId(7)),
            about: None,
            kind: DraftKind::Resolution
        }
    );
    console.press("c");
    console.bring(&Loaded::Draft(kept.text));
    assert!(says(&console).contains("half"), "{}", says(&console));
    console.press("ctrl-x");
    assert_eq!(
        one(&console),
        Act::Complete {
            resolution: "half".to_owned()
        }
    );
}

#[test]
fn the_deciding_rule_is_named_for_each_owner_and_setting() {
    let complete = |change: &dyn Fn(&mut TicketView)| {
        let mut console = with(change);
        console.press("c");
        says(&console)
    };
    let other = |view: &mut TicketView| {
        let leo = Person::of(Side::Autotask, 9);
        view.ticket.autotask.as_mut().unwrap().assignee = Some(leo);
        view.line.autotask.as_mut().unwrap().assignee.as_mut().unwrap().name = "Leo Brandt".to_owned();
    };
    assert!(complete(&other).contains("stays: Leo Brandt owns it, not you"));
    let nobody = |view: &mut TicketView| {
        view.ticket.autotask.as_mut().unwrap().assignee = None;
        view.line.autotask.as_mut().unwrap().assignee = None;
    };
    assert!(complete(&nobody).contains("nobody is assigned, so you count as owner"));
    let off = |view: &mut TicketView| {
        if let Lookup::Found(taskfire) = &mut view.facts.taskfire {
            taskfire.complete_taskfire_with_autotask = false;
        }
    };
    assert!(complete(&off).contains("Acme completes each side by itself"));
    let unknown = |view: &mut TicketView| view.facts.taskfire = Lookup::Unknown;
    assert!(complete(&unknown).contains("the server decides"));
}

#[test]
fn taking_needs_no_question() {
    let mut console = with(|view| view.ticket.autotask.as_mut().unwrap().assignee = None);
    console.press("i");
    assert_eq!(
        one(&console),
        Act::Assign {
            assignee: Some(Person::Resource(ResourceId(3)))
        }
    );
}

#[test]
fn reopening_shows_both_statuses_before_it_is_done() {
    let mut console = with(|view| view.ticket.autotask.as_mut().unwrap().status = system::AUTOTASK_COMPLETE);
    console.press("o");
    let shown = says(&console);
    assert!(
        shown.contains("● Complete") && shown.contains("→  ● In Progress"),
        "{shown}"
    );
    console.press("o enter");
    assert_eq!(recorded(&console), [], "neither the asking key nor enter does it");
    console.press("ctrl-x");
    assert_eq!(one(&console), Act::Reopen);
}

#[test]
fn a_reason_to_decline_is_no_reason_to_transfer() {
    let mut console = with(|view| view.ticket.autotask.as_mut().unwrap().status = system::AUTOTASK_NEW);
    console.press("D");
    console.types("wrong desk");
    console.press("esc");
    let kept = draft(&console).cloned().unwrap();
    console.press("H");
    let asked = console.effects.iter().rev().find_map(|effect| match effect {
        Effect::Load(_, tandem::tui::effect::Load::Draft(place)) => Some(*place),
        _ => None,
    });
    assert_eq!(kept.place.kind, DraftKind::DeclineReason);
    assert_eq!(asked.map(|place| place.kind), Some(DraftKind::Reason));
}

fn people() -> Vec<Candidate> {
    let candidate = |id, name: &str, open_tickets| Candidate {
        person: Person::Resource(ResourceId(id)),
        name: name.to_owned(),
        open_tickets,
        level: None,
    };
    vec![
        candidate(3, "Maria Keller", 9),
        candidate(9, "Leo Brandt", 2),
        candidate(8, "Noor Haddad", 4),
    ]
}

#[test]
fn a_person_is_found_by_a_few_letters_of_their_name() {
    let mut console = opened(120, 40);
    console.press("a");
    console.types("noo");
    console.bring(&Loaded::Candidates(people()));
    console.press("enter");
    assert_eq!(
        one(&console),
        Act::Assign {
            assignee: Some(Person::Resource(ResourceId(8)))
        }
    );
}

#[test]
fn priority_and_queue_are_picked() {
    let mut console = opened(120, 40);
    console.press("p");
    console.types("crit");
    console.press("enter");
    assert_eq!(
        one(&console),
        Act::SetPriority {
            priority: Priority::CRITICAL
        }
    );
    let mut console = opened(120, 40);
    console.press("m");
    console.types("level 2");
    console.press("enter");
    assert_eq!(one(&console), Act::Move { queue: QueueId(6) });
}

#[test]
fn a_reply_goes_to_both_sides_and_a_note_to_ours_and_ctrl_t_changes_which() {
    for (key, turn, audience) in [
        ("r", "", Audience::Public),
        ("n", "", Audience::Internal),
        ("r", "ctrl-t", Audience::Internal),
        ("n", "ctrl-t", Audience::Public),
    ] {
        let mut console = opened(120, 40);
        console.press(key);
        drafts_are(&mut console, "", "");
        if !turn.is_empty() {
            console.press(turn);
        }
        console.types("on my way");
        console.press("ctrl-x");
        let expected = Act::AddNote {
            audience,
            title: String::new(),
            text: "on my way".to_owned(),
        };
        assert_eq!(one(&console), expected, "{key} {turn}");
    }
}

#[test]
fn a_text_is_kept_as_it_is_typed_and_forgotten_only_when_it_is_in_the_outbox() {
    let mut console = opened(120, 40);
    console.press("r");
    console.types("on my way");
    let place = DraftPlace {
        ticket: Some(TicketId(7)),
        about: None,
        kind: DraftKind::Reply,
    };
    assert_eq!(
        draft(&console),
        Some(&Draft {
            place,
            text: "on my way".to_owned()
        })
    );
    console.press("ctrl-x");
    let asked = Asked {
        ticket: TicketId(7),
        seen: Seen::new(),
        act: one(&console),
        origin: Origin::Typed,
    };
    console.effects.clear();
    let failed = Err(NotRecorded::Failed("The disk is full.".to_owned()));
    console.tell(Event::Recorded(vec![Recorded {
        asked: asked.clone(),
        result: failed,
    }]));
    assert_eq!(draft(&console), None, "what is not recorded stays a draft");
    assert_eq!(console.message(), "The disk is full.");
    let result = Ok(ChangeId(uuid::Uuid::nil()));
    console.tell(Event::Recorded(vec![Recorded { asked, result }]));
    assert_eq!(
        draft(&console),
        Some(&Draft {
            place,
            text: String::new()
        })
    );
}

#[test]
fn the_editor_takes_the_text_and_gives_it_back() {
    let mut console = opened(120, 40);
    console.press("r");
    console.types("short");
    console.press("ctrl-g");
    assert!(
        console
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::OpenEditor(text) if text == "short"))
    );
    console.tell(Event::Edited("long\nand wide\n".to_owned()));
    console.press("ctrl-x");
    let expected = Act::AddNote {
        audience: Audience::Public,
        title: String::new(),
        text: "long\nand wide".to_owned(),
    };
    assert_eq!(one(&console), expected);
}

#[test]
fn an_empty_reply_is_not_sent() {
    let mut console = opened(120, 40);
    console.press("r space enter ctrl-x");
    assert_eq!(recorded(&console), []);
    assert_eq!(console.app.overlays.len(), 1);
}

#[test]
fn time_is_logged_as_people_type_it() {
    let mut console = opened(120, 40);
    console.press("t");
    console.types("9-10:30");
    assert!(says(&console).contains("= 1:30"), "{}", says(&console));
    console.press("tab ctrl-u");
    console.types("yesterday");
    console.press("tab");
    console.types("Fuser");
    console.press("tab");
    console.types("warranty");
    console.press("ctrl-x");
    let expected = Act::LogTime {
        worked_on: Date::parse("2026-11-19").unwrap(),
        started_at: Timestamp::parse("2026-11-19T09:00:00Z").ok(),
        minutes: 90,
        summary: "Fuser".to_owned(),
        internal_notes: "warranty".to_owned(),
    };
    assert_eq!(one(&console), expected);
}

#[test]
fn what_is_no_time_spent_is_said_at_its_field_and_nothing_is_lost() {
    let mut console = opened(120, 40);
    console.press("t tab tab");
    console.types("Fuser");
    console.press("shift-tab shift-tab");
    console.types("soon");
    console.press("ctrl-x");
    assert_eq!(recorded(&console), []);
    let shown = says(&console);
    assert!(
        shown.contains("soon is no time spent") && shown.contains("Fuser"),
        "{shown}"
    );
}

#[test]
fn the_same_key_transfers_here_and_escalates_there() {
    let mut console = opened(120, 40);
    console.press("H");
    let shown = says(&console);
    assert!(shown.contains("● In Progress    →    With Client"), "{shown}");
    assert!(shown.contains("With Provider  →  ● New"), "{shown}");
    console.types("needs the key");
    console.press("ctrl-x");
    assert_eq!(
        one(&console),
        Act::Transfer {
            reason: "needs the key".to_owned()
        }
    );

    let mut console = with(|_| {});
    console.tell(Event::SignedIn(desk::tom()));
    console.bring(&Loaded::Desk(desk::desk()));
    console.bring(&Loaded::List(desk::window(&desk::tickets()[1..2])));
    console.bring(&Loaded::Ticket(desk::tickets().get(1).map(desk::view)));
    console.press("H ctrl-x");
    assert_eq!(
        recorded(&console),
        [(TicketId(11), Act::Escalate { reason: String::new() })]
    );
}

#[test]
fn declining_needs_a_reason_and_says_so_without_losing_the_dialog() {
    let mut console = with(|view| {
        view.ticket.autotask.as_mut().unwrap().status = system::AUTOTASK_NEW;
        view.line.autotask.as_mut().unwrap().status = "New".to_owned();
    });
    console.press("D ctrl-x");
    assert_eq!(recorded(&console), []);
    assert!(says(&console).contains("Say why"), "{}", says(&console));
    console.types("wrong desk");
    console.press("ctrl-x");
    assert_eq!(
        one(&console),
        Act::Decline {
            reason: "wrong desk".to_owned()
        }
    );
}

#[test]
fn a_refused_act_says_why_on_its_key() {
    let mut console = opened(120, 40);
    console.press("D");
    assert!(
        console.message().contains("Work on it has begun"),
        "{}",
        console.message()
    );
    console.press("R");
    assert!(
        console.message().contains("only Taskfire can recall"),
        "{}",
        console.message()
    );
    console.press("o");
    assert!(console.message().contains("nothing to reopen"), "{}", console.message());
    assert_eq!(recorded(&console), []);
    assert!(console.app.overlays.is_empty());
}

#[test]
fn recalling_takes_an_escalation_back() {
    let mut console = Console::at_work(120, 40);
    console.tell(Event::SignedIn(desk::tom()));
    console.bring(&Loaded::Desk(desk::desk()));
    console.bring(&Loaded::List(desk::window(&desk::tickets()[4..5])));
    console.bring(&Loaded::Ticket(desk::tickets().get(4).map(desk::view)));
    console.press("R ctrl-x");
    assert_eq!(
        recorded(&console),
        [(TicketId(61), Act::Recall { reason: String::new() })]
    );
}

#[test]
fn fields_are_edited_and_only_what_changed_is_sent() {
    let mut console = opened(120, 40);
    console.press("e");
    let types = vec![Pickable {
        choice: Choice::RequestType(RequestTypeId(4)),
        label: "Hardware".to_owned(),
        detail: String::new(),
    }];
    console.bring(&Loaded::Choices(vec![Pickable {
        choice: Choice::Contact(ContactId(12)),
        label: "Tom Reyes".to_owned(),
        detail: String::new(),
    }]));
    let load = console
        .asked(|load| *load == tandem::tui::effect::Load::Choices(tandem::tui::effect::Choices::RequestTypes))
        .unwrap();
    console.tell(Event::Loaded(load, Loaded::Choices(types)));
    console.press("ctrl-u");
    console.types("Drum unit");
    console.press("tab tab");
    console.types("hard");
    console.press("tab");
    console.types("tom");
    console.press("tab tab ctrl-u");
    console.types("mon 9:00");
    assert!(says(&console).contains("= Mon 09:00"), "{}", says(&console));
    console.press("ctrl-x");
    let expected = Edit {
        title: Some("Drum unit".to_owned()),
        request_type: Some(Some(RequestTypeId(4))),
        contact: Some(Some(ContactId(12))),
        due: Some(Timestamp::parse("2026-11-23T09:00:00Z").ok()),
        ..Edit::default()
    };
    assert_eq!(one(&console), Act::Edit(Box::new(expected)));
}

#[test]
fn a_due_date_that_is_none_is_said_at_its_field() {
    let mut console = opened(120, 40);
    console.press("e tab tab tab tab tab ctrl-u");
    console.types("fri 25:00");
    console.press("ctrl-x");
    assert_eq!(recorded(&console), []);
    assert!(says(&console).contains("no clock shows 25:00"), "{}", says(&console));
}

#[test]
fn of_the_other_sides_ticket_only_the_link_to_a_contract_is_edited() {
    let mut console = Console::at_work(120, 40);
    console.press("j");
    console.rest();
    console.bring(&Loaded::Ticket(desk::tickets().get(1).map(desk::view)));
    console.press("e");
    let form = says(&console);
    assert!(form.contains("Edit T") && form.contains("›Contract"), "{form}");
    assert!(!form.contains("Resolve by"), "{form}");
    // To the client's people the provider's ticket has nothing to edit.
    let mut console = Console::at_work(120, 40);
    console.tell(Event::SignedIn(desk::tom()));
    console.bring(&Loaded::Desk(desk::desk()));
    console.bring(&Loaded::List(desk::window(&desk::tickets()[4..5])));
    console.bring(&Loaded::Ticket(desk::tickets().get(4).map(desk::view)));
    console.press("e");
    assert!(
        console.message().contains("Autotask has the ticket now"),
        "{}",
        console.message()
    );
}

/// The form of a new ticket with its companies.
fn creating(columns: u16, rows: u16) -> Console {
    let mut console = Console::at_work(columns, rows);
    console.press("N");
    let company = |id, name: &str| Pickable {
        choice: Choice::Company(tandem::base::ids::CompanyId(id)),
        label: name.to_owned(),
        detail: String::new(),
    };
    console.bring(&Loaded::Choices(vec![
        company(174, "Acme"),
        company(175, "Birch & Sons"),
    ]));
    console
}

#[test]
fn a_new_ticket_needs_company_and_title_and_its_contacts_are_the_companys() {
    let mut console = creating(120, 40);
    console.press("ctrl-x");
    assert!(says(&console).contains("Company is missing"), "{}", says(&console));
    console.types("birch");
    console.press("tab");
    let contacts = vec![Pickable {
        choice: Choice::Contact(ContactId(21)),
        label: "Ann Birch".to_owned(),
        detail: String::new(),
    }];
    console.bring(&Loaded::Choices(contacts));
    console.types("ann");
    console.press("tab ctrl-x");
    assert!(says(&console).contains("Title is missing"), "{}", says(&console));
    console.types("Phone is dead");
    console.press("tab");
    console.types("since Monday");
    console.press("tab tab");
    console.types("high");
    console.press("tab");
    console.types("+2d");
    console.press("tab");
    console.types("Snom 320");
    let kept = draft(&console).cloned().unwrap();
    assert_eq!(
        kept.place,
        DraftPlace {
            ticket: None,
            about: None,
            kind: DraftKind::NewTicket
        }
    );
    assert!(
        kept.text.contains("Phone is dead") && kept.text.contains("Birch"),
        "{}",
        kept.text
    );
    console.press("ctrl-x");
    let expected = NewTicket {
        company: tandem::base::ids::CompanyId(175),
        contact: Some(ContactId(21)),
        title: "Phone is dead".to_owned(),
        description: "since Monday".to_owned(),
        request_type: None,
        queue: None,
        priority: Some(Priority::HIGH),
        due: Some(desk::now().plus_minutes(2 * 24 * 60)),
        item: Some("Snom 320".to_owned()),
        configuration_item: None,
        contract: None,
        new_contract: None,
        assignee: None,
        status: None,
        source: None,
    };
    assert_eq!(recorded(&console), [(TicketId(0), Act::Create(Box::new(expected)))]);
}

#[test]
fn the_number_goes_to_the_terminals_clipboard() {
    let mut console = opened(120, 40);
    console.press("y");
    assert!(
        console
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Copy(text) if text == "T20261120.0007"))
    );
}

#[test]
fn helpers_are_added_with_a_key() {
    let mut console = opened(120, 40);
    console.press("+");
    let noor = Pickable {
        choice: Choice::Person(Some(Person::Resource(ResourceId(8)))),
        label: "Noor Haddad".to_owned(),
        detail: String::new(),
    };
    console.bring(&Loaded::Choices(vec![noor]));
    console.press("enter");
    assert_eq!(
        one(&console),
        Act::AddSecondary {
            resource: ResourceId(8)
        }
    );
}

fn unsent(act: Act) -> OutboxLine {
    let change = Change {
        id: ChangeId(uuid::Uuid::from_u128(5)),
        ticket: TicketId(7),
        seen: Seen::new(),
        act,
        written_at: desk::now(),
    };
    OutboxLine {
        change,
        number: "T20261120.0007".to_owned(),
        title: String::new(),
        state: OutboxState::Queued,
        followers: 0,
    }
}

#[test]
fn undo_discards_what_is_not_sent_after_a_question() {
    let mut console = opened(120, 40);
    console.press("x");
    console.bring(&Loaded::Outbox(vec![unsent(Act::Reopen)]));
    console.press("x enter");
    let discarded = |console: &Console| {
        console
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Discard(id, Followers::Keep) if id.0.as_u128() == 5))
    };
    assert!(!discarded(&console), "neither the asking key nor enter does it");
    console.press("ctrl-x");
    assert!(discarded(&console));
}

#[test]
fn undo_offers_the_opposite_of_what_is_sent_and_says_where_there_is_none() {
    let mut console = with(|view| view.ticket.autotask.as_mut().unwrap().status = system::AUTOTASK_COMPLETE);
    console.press("x");
    console.bring(&Loaded::Outbox(Vec::new()));
    assert!(says(&console).contains("Reopen T20261120.0007"), "{}", says(&console));
    assert!(console.message().contains("the opposite"), "{}", console.message());
    console.press("ctrl-x");
    assert_eq!(one(&console), Act::Reopen);
    let mut console = opened(120, 40);
    console.press("x");
    console.bring(&Loaded::Outbox(Vec::new()));
    assert!(
        console.message().contains("there is no opposite"),
        "{}",
        console.message()
    );
}

/// Three tickets marked, one of which is with the client.
fn marked(columns: u16, rows: u16) -> Console {
    let mut console = Console::at_work(columns, rows);
    console.press("space space space");
    console.effects.clear();
    console
}

fn bring_marked(console: &mut Console) {
    let tickets = desk::tickets();
    console.bring(&Loaded::Tickets(tickets[..3].iter().map(desk::view).collect()));
}

#[test]
fn marked_tickets_are_worked_at_once_after_one_confirmation_that_names_the_refused() {
    let mut console = marked(120, 40);
    console.press("H");
    bring_marked(&mut console);
    let shown = says(&console);
    assert!(shown.contains("! Taskfire has the ticket now"), "{shown}");
    console.press("ctrl-x");
    let tickets: Vec<i64> = recorded(&console).into_iter().map(|(ticket, _)| ticket.0).collect();
    assert_eq!(tickets, [7, 98]);
    let mut console = marked(120, 40);
    console.press("s");
    bring_marked(&mut console);
    console.press("i");
    assert_eq!(recorded(&console), [], "several are asked about first");
    console.press("i enter ctrl-x");
    assert_eq!(recorded(&console).len(), 3);
}

#[test]
fn the_screens_of_the_dialogs() {
    reviewed("dialog_complete", opened, |console| {
        console.press("c");
        console.types("Fuser swapped, test page fine.");
    });
    reviewed("dialog_hand_over", opened, |console| console.press("H"));
    reviewed("dialog_status", opened, |console| console.press("s j j"));
    reviewed("dialog_time", opened, |console| {
        console.press("t");
        console.types("9-10:30");
    });
    reviewed("dialog_assign", opened, |console| {
        console.press("a");
        console.bring(&Loaded::Candidates(people()));
    });
    reviewed("dialog_edit", opened, |console| {
        console.press("e tab tab tab tab tab ctrl-u");
        console.types("fri 25:00");
    });
    reviewed("dialog_create", creating, |console| {
        console.types("b");
    });
    reviewed("dialog_card", opened, |console| console.press("v"));
    reviewed("dialog_several", marked, |console| {
        console.press("c");
        bring_marked(console);
    });
    reviewed("dialog_undo", opened, |console| {
        console.press("x");
        console.bring(&Loaded::Outbox(vec![unsent(Act::LogTime {
            worked_on: Date::parse("2026-11-20").unwrap(),
            started_at: None,
            minutes: 45,
            summary: String::new(),
            internal_notes: String::new(),
        })]));
    });
    reviewed("dialog_long_text", opened, |console| {
        console.press("c");
        console.types(&"打印机 fuser swapped and tested again ".repeat(12));
    });
}

#[test]
fn after_an_act_what_followed_is_said() {
    let settled = |act: Act, carry_over| {
        let mut console = opened(120, 40);
        console.tell(Event::Settled(Settled {
            change: ChangeId(uuid::Uuid::nil()),
            ticket: TicketId(7),
            was: None,
            number: "T20261120.0007".to_owned(),
            act,
            carry_over,
        }));
        console.message().to_owned()
    };
    let complete = || Act::Complete {
        resolution: String::new(),
    };
    assert_eq!(
        settled(complete(), Some(CarryOver::Synced)),
        "T20261120.0007 is complete, and Taskfire with it."
    );
    assert!(settled(complete(), Some(CarryOver::NotOwner)).contains("you don't own the ticket"));
    let transfer = Act::Transfer { reason: String::new() };
    assert_eq!(settled(transfer, None), "T20261120.0007 is with Taskfire now.");
    assert!(settled(Act::Reopen, None).contains("the server has it"));
}

#[test]
fn the_same_act_on_several_tickets_is_told_once_and_the_log_has_each() {
    let mut console = opened(120, 40);
    for number in ["T20261120.0007", "T20261120.0011", "T20261120.0098"] {
        console.tell(Event::Settled(Settled {
            change: ChangeId(uuid::Uuid::nil()),
            ticket: TicketId(7),
            was: None,
            number: number.to_owned(),
            act: Act::Assign {
                assignee: Some(Person::Contact(ContactId(12))),
            },
            carry_over: None,
        }));
    }
    assert_eq!(
        console.message(),
        "The server has 3 changes of this kind, the last one: assign to Tom Reyes."
    );
    assert_eq!(console.app.messages.log.len(), 3);
    console.press("j");
    console.tell(Event::Settled(Settled {
        change: ChangeId(uuid::Uuid::nil()),
        ticket: TicketId(7),
        was: None,
        number: "T20261120.0007".to_owned(),
        act: Act::Recall { reason: String::new() },
        carry_over: None,
    }));
    assert_eq!(console.message(), "T20261120.0007: the server has it (recall).");
}

#[test]
fn what_waits_behind_a_stopped_change_says_so() {
    let mut console = with(|view| view.line.marks.stopped = true);
    let asked = Asked {
        ticket: TicketId(7),
        seen: Seen::new(),
        act: Act::Reopen,
        origin: Origin::Typed,
    };
    let result = Ok(ChangeId(uuid::Uuid::nil()));
    console.tell(Event::Recorded(vec![Recorded { asked, result }]));
    assert!(
        console.message().contains("waits for your decision"),
        "{}",
        console.message()
    );
}

/// A ticket further down was completed from the list.
fn completed(gone: usize) -> Console {
    let mut console = Console::at_work(120, 40);
    let asked = Asked {
        ticket: desk::tickets()[gone].id,
        seen: Seen::new(),
        act: Act::Complete {
            resolution: String::new(),
        },
        origin: Origin::Typed,
    };
    console.press(&"j ".repeat(gone));
    let result = Ok(ChangeId(uuid::Uuid::nil()));
    console.tell(Event::Recorded(vec![Recorded { asked, result }]));
    let mut tickets = desk::tickets();
    tickets.remove(gone);
    console.bring(&Loaded::List(desk::window(&tickets)));
    console
}

#[test]
fn undo_means_the_changed_ticket_that_has_just_left_the_list() {
    let mut console = completed(3);
    console.press("x");
    let mut closed = desk::tickets().remove(3);
    closed.autotask.as_mut().unwrap().status = system::AUTOTASK_COMPLETE;
    console.bring(&Loaded::Tickets(vec![desk::view(&closed)]));
    console.bring(&Loaded::Outbox(Vec::new()));
    assert!(says(&console).contains("T20261120.0064"), "{}", says(&console));
    console.press("ctrl-x");
    assert_eq!(recorded(&console), [(TicketId(64), Act::Reopen)]);
}

#[test]
fn undo_means_the_ticket_under_the_cursor_once_that_was_moved() {
    let mut console = completed(3);
    console.press("k k");
    console.rest();
    console.bring(&Loaded::Ticket(Some(desk::view(&desk::tickets()[1]))));
    console.press("x");
    let mut other = unsent(Act::Reopen);
    other.change.ticket = TicketId(64);
    console.bring(&Loaded::Outbox(vec![other]));
    assert!(console.app.overlays.is_empty(), "{}", says(&console));
    assert!(console.message().contains("T20261120.0011"), "{}", console.message());
}
