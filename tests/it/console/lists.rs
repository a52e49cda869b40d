//! The list of tickets under the fingers.

use super::desk;
use super::picture::{screen, text};
use super::script::Console;
use tandem::base::ids::TicketId;
use tandem::domain::note::Readers;
use tandem::domain::{Act, Side};
use tandem::records::views::{Content, ConversationEntry, Delivery};
use tandem::records::windows::{Anchor, Freshness, ListWindow};
use tandem::tui::effect::{Effect, Generation, Load};
use tandem::tui::msg::{Event, Loaded, Saying, Weight};
use tandem::tui::place::Place;

#[test]
fn the_cursor_moves_within_the_window_without_reading_and_the_preview_follows_after_a_rest() {
    let mut console = Console::at_work(120, 40);
    console.press("j j");
    assert_eq!(console.under_cursor(), "New starter laptop for Monday");
    assert!(console.asked(|_| true).is_none(), "{:?}", console.effects);
    console.rest();
    assert!(console.asked(|load| *load == Load::Ticket(TicketId(98))).is_some());
}

#[test]
fn an_answer_to_an_older_load_is_dropped() {
    let mut console = Console::at_work(120, 40);
    console.press("2");
    let older = console.asked(|load| matches!(load, Load::List(_))).unwrap();
    console.press("3");
    console.tell(Event::Loaded(older, Loaded::List(desk::window(&desk::tickets()))));
    assert!(!console.app.tickets.is_loaded);
    console.bring(&Loaded::List(desk::window(&desk::tickets()[2..3])));
    assert_eq!(console.under_cursor(), "New starter laptop for Monday");
    assert_eq!(console.app.tickets.place, Place::Unassigned);
}

#[test]
fn the_cursor_stays_on_its_ticket_and_what_arrives_above_it_is_only_counted() {
    let mut console = Console::at_work(120, 40);
    console.press("j");
    let mut tickets = desk::tickets();
    tickets.insert(0, desk::ticket(120, "Phones are down", Some(1), None, Side::Autotask));
    tickets.push(desk::ticket(121, "Door badge", Some(1), None, Side::Autotask));
    console.tell(Event::Changed(vec![TicketId(120), TicketId(121)]));
    console.bring(&Loaded::List(desk::window(&tickets)));
    assert_eq!(console.under_cursor(), "VPN drops every 20 minutes");
    assert_eq!((console.app.tickets.cursor, console.app.tickets.lines.len()), (1, 7));
    assert_eq!(console.app.tickets.arrived.len(), 1);
    console.press(".");
    console.bring(&Loaded::List(desk::window(&tickets)));
    assert_eq!(
        (console.under_cursor(), console.app.tickets.cursor),
        ("VPN drops every 20 minutes", 2)
    );
    assert!(console.app.tickets.arrived.is_empty());
}

#[test]
fn where_the_ticket_leaves_the_list_the_cursor_stands_on_the_next() {
    let mut console = Console::at_work(120, 40);
    console.press("j");
    let mut tickets = desk::tickets();
    tickets.remove(1);
    console.tell(Event::Changed(vec![TicketId(11)]));
    console.bring(&Loaded::List(desk::window(&tickets)));
    assert_eq!(console.under_cursor(), "New starter laptop for Monday");
}

#[test]
fn near_the_edge_of_the_window_the_next_piece_is_read_around_the_cursor() {
    let mut console = Console::started(120, 40);
    let tickets: Vec<_> = (0..200)
        .map(|id| desk::ticket(id, &format!("No {id}"), Some(1), None, Side::Autotask))
        .collect();
    let window = ListWindow {
        is_end: false,
        ..desk::window(&tickets)
    };
    console.bring(&Loaded::List(window));
    console.effects.clear();
    for _ in 0..149 {
        console.press("j");
    }
    assert!(console.asked(|load| matches!(load, Load::List(_))).is_none());
    console.press("j");
    let around = |load: &Load| matches!(load, Load::List(request) if request.anchor == Anchor::Around(TicketId(150)));
    assert!(console.asked(around).is_some());
}

#[test]
fn a_filter_selects_at_each_key_and_esc_leaves_the_list_as_it_was() {
    let mut console = Console::at_work(120, 40);
    console.press("/");
    console.types("vpn");
    let typed = |text: &'static str| move |load: &Load| matches!(load, Load::List(request) if request.typed == text);
    assert!(console.asked(typed("v")).is_some() && console.asked(typed("vpn")).is_some());
    console.press("esc");
    assert_eq!(console.app.tickets.filter, None);
    console.press("/");
    console.types("vpn");
    console.press("enter");
    assert_eq!(console.app.tickets.filter.as_deref(), Some("vpn"));
    assert!(console.app.tickets.filter_line.is_none());
}

#[test]
fn marked_tickets_are_acted_on_together_and_refusals_are_listed() {
    let mut console = Console::at_work(120, 40);
    console.press("space space i");
    let tickets = desk::tickets();
    let mut free = tickets[1].clone();
    if let Some(side) = &mut free.autotask {
        side.assignee = None;
    }
    console.bring(&Loaded::Tickets(vec![desk::view(&tickets[0]), desk::view(&free)]));
    let recorded: Vec<_> = console
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Record(asked) => Some(asked.clone()),
            _ => None,
        })
        .flatten()
        .collect();
    assert_eq!(recorded.len(), 1);
    assert_eq!(recorded[0].ticket, TicketId(11));
    assert!(matches!(recorded[0].act, Act::Assign { assignee: Some(_) }));
    assert!(console.message().contains("T20261120.0007"), "{}", console.message());
    assert_eq!(console.app.tickets.marks.len(), 1, "what was refused stays marked");
}

#[test]
fn a_refused_key_says_why() {
    let mut console = Console::at_work(120, 40);
    console.press("o");
    assert!(console.effects.is_empty());
    assert!(!console.message().is_empty());
    console.press("j");
    assert_eq!(console.message(), "", "until the next key");
}

#[test]
fn a_sequence_waits_for_its_next_key_and_shows_what_may_come() {
    let mut console = Console::at_work(120, 40);
    console.press("g");
    assert!(
        console
            .app
            .pending()
            .iter()
            .any(|next| next.intent == Some("go.my_tickets"))
    );
    console.press("t");
    assert!(console.app.pending().is_empty());
    assert!(console.asked(|load| matches!(load, Load::List(_))).is_some());
}

#[test]
fn searched_words_that_stand_only_in_the_conversation_are_shown_from_there() {
    let mut console = Console::at_work(120, 40);
    console.press("/");
    console.types("reseated");
    console.press("enter");
    console.bring(&Loaded::List(desk::window(&desk::tickets()[1..2])));
    console.bring(&Loaded::Ticket(Some(desk::view(&desk::tickets()[1]))));
    let said = |minutes: i64, text: &str| ConversationEntry {
        at: desk::now().plus_minutes(minutes),
        written_at: None,
        author: "Tom Reyes".to_owned(),
        side: Side::Taskfire,
        readers: Readers::Public,
        content: Content::Note {
            title: String::new(),
            text: text.to_owned(),
        },
        delivery: Delivery::Delivered,
        unread: false,
    };
    let conversation = vec![said(-60, "The drum unit was not reseated."), said(-10, "Thanks.")];
    console.bring(&Loaded::Conversation(conversation));
    let screen = text(&screen(&console));
    assert!(screen.contains("The drum unit was not reseated."), "{screen}");
}

#[test]
fn a_stream_of_changes_never_keeps_the_list_from_arriving() {
    let mut console = Console::at_work(120, 40);
    console.tell(Event::Changed(vec![TicketId(7)]));
    let first = console.asked(|load| matches!(load, Load::List(_)));
    for _ in 0..50 {
        console.tell(Event::Changed(vec![TicketId(7)]));
    }
    assert_eq!(
        console.asked(|load| matches!(load, Load::List(_))),
        first,
        "one load at a time"
    );
    console.bring(&Loaded::List(desk::window(&desk::tickets()[..2])));
    assert_eq!(console.app.tickets.lines.len(), 2);
    let again = console.asked(|load| matches!(load, Load::List(_)));
    assert!(again > first, "what changed meanwhile is read once more");
}

#[test]
fn a_refusal_is_read_to_its_end_at_any_size() {
    for (columns, rows) in [(120, 40), (80, 24), (60, 20)] {
        let mut console = Console::at_work(columns, rows);
        console.press("D");
        let whole = console.message().split_whitespace().last().unwrap().to_owned();
        let shown = text(&screen(&console));
        assert!(shown.trim_end().ends_with(&whole), "{shown}");
        console.press("g o esc");
        console.press(": ");
        console.types("log.open");
        console.press("enter");
        let shown = text(&screen(&console));
        assert!(shown.contains(&whole), "{shown}");
    }
}

#[test]
fn the_palette_finds_an_intent_by_its_name_and_says_in_full_why_not() {
    let mut console = Console::at_work(80, 24);
    console.press(":");
    console.types("log");
    let shown = text(&screen(&console));
    assert!(shown.contains("▌ every message so far"), "{shown}");
    console.press("ctrl-u");
    console.types("recall");
    let shown = text(&screen(&console));
    assert!(shown.trim_end().ends_with("or transfer it."), "{shown}");
    console.press("ctrl-u");
    console.types("zzz");
    assert!(text(&screen(&console)).contains("Nothing is called that."));
}

#[test]
fn help_speaks_in_the_words_of_the_ticket() {
    let mut console = Console::at_work(120, 60);
    console.press("?");
    let shown = text(&screen(&console));
    assert!(shown.contains("transfer to Acme"), "{shown}");
    assert!(!shown.contains('$'), "{shown}");
}

#[test]
fn a_preview_that_could_not_be_read_is_asked_for_again_by_the_next_news() {
    let mut console = Console::at_work(120, 40);
    console.tell(Event::Changed(vec![TicketId(7)]));
    let first = console.asked(|load| *load == Load::Ticket(TicketId(7))).unwrap();
    console.tell(Event::NotLoaded(first, "The copy is busy.".to_owned()));
    console.tell(Event::Changed(vec![TicketId(7)]));
    assert!(console.asked(|load| *load == Load::Ticket(TicketId(7))) > Some(first));
}

#[test]
fn news_of_a_ticket_that_the_preview_is_still_reading_make_it_read_again() {
    let mut console = Console::at_work(120, 40);
    console.press("j");
    console.rest();
    let first = console.asked(|load| *load == Load::Ticket(TicketId(11))).unwrap();
    console.tell(Event::Changed(vec![TicketId(11)]));
    console.tell(Event::Loaded(
        first,
        Loaded::Ticket(Some(desk::view(&desk::tickets()[1]))),
    ));
    assert!(console.asked(|load| *load == Load::Ticket(TicketId(11))) > Some(first));
}

#[test]
fn what_matters_most_stays_in_the_bottom_line() {
    for (columns, rows) in [(120, 40), (80, 24), (60, 20)] {
        let shown = text(&screen(&Console::at_work(columns, rows)));
        let bottom = shown.lines().last().unwrap();
        assert!(bottom.contains("s status") && bottom.contains("H transfer"), "{bottom}");
        assert!(bottom.contains("c complete") || bottom.contains("c done"), "{bottom}");
    }
}

#[test]
fn titles_can_be_read_on_wide_screens_and_the_priority_on_all_with_one_line() {
    for columns in [140, 160, 180, 200] {
        let shown = text(&screen(&Console::at_work(columns, 50)));
        assert!(shown.contains("Printer on 3rd floor print"), "{columns}: {shown}");
    }
    for columns in [72, 80, 100, 120] {
        let shown = text(&screen(&Console::at_work(columns, 30)));
        let line = shown.lines().find(|line| line.contains("1120.0007")).unwrap();
        assert!(line.contains(" 2 1"), "{columns}: {line}");
    }
}

#[test]
fn what_is_closed_is_not_late() {
    let mut console = Console::at_work(120, 40);
    let mut window = desk::window(&desk::tickets());
    window.lines[0].due = Some(desk::now().plus_minutes(-9_000));
    window.lines[0].closed_at = Some(desk::now().plus_minutes(-5));
    console.tell(Event::Changed(Vec::new()));
    console.bring(&Loaded::List(window));
    let shown = text(&screen(&console));
    let line = shown.lines().find(|line| line.contains("1120.0007")).unwrap();
    assert!(line.contains("closed") && !line.contains("-6 d"), "{line}");
}

#[test]
fn where_a_key_leads_nowhere_one_line_says_so() {
    let mut console = Console::at_work(120, 40);
    console.press("q");
    assert!(
        console.message().contains("ctrl-c leaves Tandem"),
        "{}",
        console.message()
    );
    console.press("Q");
    assert!(
        console.message().contains("Q does nothing here"),
        "{}",
        console.message()
    );
}

#[test]
fn what_changed_is_drawn_although_the_next_of_the_batch_changes_nothing() {
    let mut console = Console::at_work(120, 40);
    console.app.take_dirty();
    console.tell(Event::Freshness(Freshness::Offline(None)));
    console.tell(Event::Loaded(Generation(u64::MAX), Loaded::Tickets(Vec::new())));
    assert!(console.app.take_dirty(), "the line is down");
    // The cursor stays on the first line; what was said below it is read all the same.
    console.tell(Event::Said(Saying {
        weight: Weight::Warning,
        text: "the disk is full".to_owned(),
    }));
    console.app.take_dirty();
    console.press("k");
    assert!(console.message().is_empty());
    assert!(console.app.take_dirty(), "the bottom line has its keys again");
    console.press("k");
    assert!(!console.app.take_dirty(), "nothing is seen of this one");
}
