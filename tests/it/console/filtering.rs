//! The filter line: what can't be read is never kept, and why is said in full.

use super::desk;
use super::picture::{screen, text};
use super::script::Console;
use tandem::query::typed::{Reason, TypedError};
use tandem::tui::effect::{Effect, Load};
use tandem::tui::msg::{Event, Loaded};

/// What the copy answers to `status:foo`.
fn not_understood() -> Loaded {
    Loaded::NotUnderstood(TypedError {
        span: 7..10,
        reason: Reason::UnknownValue {
            field: "status".to_owned(),
            value: "foo".to_owned(),
            nearest: None,
            among: vec!["New".to_owned(), "In Progress".to_owned()],
        },
    })
}

fn typing(columns: u16, rows: u16) -> Console {
    let mut console = Console::at_work(columns, rows);
    console.press("/");
    console.types("status:foo");
    console
}

#[test]
fn what_cannot_be_read_is_not_kept_by_enter() {
    let mut console = typing(120, 40);
    console.bring(&not_understood());
    console.press("enter");
    assert!(console.app.tickets.filter_line.is_some(), "the line stays open");
    console.press("esc");
    assert_eq!(console.app.tickets.filter, None);
}

#[test]
fn of_what_cannot_be_read_it_is_not_said_that_nothing_fits() {
    for (columns, rows) in [(120, 40), (60, 20)] {
        let mut console = Console::at_work(columns, rows);
        console.press("/");
        console.types("status");
        console.bring(&Loaded::List(desk::window(&[])));
        assert!(text(&screen(&console)).contains("Nothing fits"));
        console.types(":foo");
        console.bring(&not_understood());
        let shown = text(&screen(&console));
        assert!(shown.contains("This filter is not understood."), "{shown}");
        assert!(
            !shown.contains("Nothing fits") && !shown.contains("0 tickets"),
            "{shown}"
        );
        // What could be read last stays in sight.
        console.press("esc");
        console.bring(&Loaded::List(desk::window(&desk::tickets())));
        console.press("/");
        console.types("status:foo");
        console.bring(&not_understood());
        let shown = text(&screen(&console));
        assert!(
            shown.contains("Printer on 3rd floor") && !shown.contains("is not understood"),
            "{shown}"
        );
    }
}

#[test]
fn a_filter_that_was_kept_too_early_opens_again_with_its_mistake() {
    let mut console = typing(120, 40);
    console.press("enter");
    console.bring(&not_understood());
    let shown = text(&screen(&console));
    assert!(
        shown.contains("/status:foo") && shown.contains("status has no foo"),
        "{shown}"
    );
    console.press("esc");
    assert_eq!(console.app.tickets.filter, None);
}

#[test]
fn a_mistake_that_comes_behind_an_opened_ticket_takes_the_filter_away() {
    let mut console = typing(120, 40);
    console.press("enter enter");
    assert!(console.app.ticket.is_some());
    console.bring(&not_understood());
    assert!(console.app.tickets.filter_line.is_none());
    assert_eq!(console.app.tickets.filter, None);
    assert!(console.message().contains("status has no foo"), "{}", console.message());
}

#[test]
fn an_answer_settles_the_kept_line() {
    let mut console = typing(120, 40);
    console.press("enter");
    console.bring(&Loaded::List(desk::window(&desk::tickets()[..1])));
    console.press("1");
    console.bring(&not_understood());
    assert!(console.app.tickets.filter_line.is_none());
}

#[test]
fn the_preview_waits_while_a_filter_is_typed_and_comes_with_the_rest() {
    let mut console = Console::at_work(120, 40);
    console.press("/");
    console.types("p");
    console.bring(&Loaded::List(desk::window(&desk::tickets()[1..])));
    let is_preview = |effect: &Effect| matches!(effect, Effect::Load(_, Load::Ticket(_)));
    assert!(!console.effects.iter().any(is_preview));
    let rest = console.effects.iter().rev().find_map(|effect| match effect {
        Effect::Rest(generation, _) => Some(*generation),
        _ => None,
    });
    console.tell(Event::Rested(rest.unwrap()));
    assert!(console.effects.iter().any(is_preview));
}

#[test]
fn on_a_narrow_screen_the_filter_has_a_line_of_its_own() {
    for (columns, rows) in [(60, 20), (71, 24)] {
        let mut console = typing(columns, rows);
        console.bring(&not_understood());
        let shown = text(&screen(&console));
        let lines: Vec<&str> = shown.lines().collect();
        assert!(lines[1].starts_with(" /status:foo"), "{shown}");
        assert!(lines[2].contains("1120.0007") && !lines[1].contains("1120"), "{shown}");
        assert!(shown.contains("status has no foo; it has New, In Progress"), "{shown}");
    }
}
