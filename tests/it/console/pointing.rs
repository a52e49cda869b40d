//! The mouse, for those who want it heard.

use super::picture::{screen, text};
use super::script::Console;
use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use tandem::tui::app::pointing::Pointed;
use tandem::tui::effect::Load;
use tandem::tui::msg::Event;
use tandem::tui::place::Place;

impl Console {
    fn point(&mut self, kind: MouseEventKind, column: u16, row: u16) {
        let event = MouseEvent {
            kind,
            column,
            row,
            modifiers: KeyModifiers::NONE,
        };
        if let Some(pointed) = Pointed::from_event(&event) {
            self.tell(Event::Pointed(pointed));
        }
    }

    /// Presses where this stands on the screen.
    fn click(&mut self, on: &str) {
        let shown = text(&screen(self));
        let found = shown.lines().enumerate().find_map(|(row, line)| {
            let before = line.split_once(on)?.0;
            Some((before.chars().count(), row))
        });
        let (column, row) = found.unwrap_or_else(|| panic!("no {on} on\n{shown}"));
        let (column, row) = (u16::try_from(column).unwrap(), u16::try_from(row).unwrap());
        self.point(MouseEventKind::Down(MouseButton::Left), column, row);
        self.point(MouseEventKind::Up(MouseButton::Left), column, row);
    }
}

#[test]
fn a_press_puts_the_cursor_on_a_ticket_and_another_one_opens_it() {
    for (columns, rows) in [(120, 40), (80, 24), (60, 20)] {
        let mut console = Console::at_work(columns, rows);
        console.click("New starter");
        assert_eq!(
            console.under_cursor(),
            "New starter laptop for Monday",
            "{columns}x{rows}"
        );
        assert!(console.app.ticket.is_none());
        console.click("New starter");
        assert!(console.app.ticket.is_some(), "{columns}x{rows}");
    }
}

#[test]
fn a_press_on_a_view_opens_its_list() {
    let mut console = Console::at_work(120, 40);
    console.press("g q");
    console.click("Unassigned");
    assert_eq!(console.app.tickets.place, Place::Unassigned);
    assert!(console.asked(|load| matches!(load, Load::List(_))).is_some());
    console.click("VIEWS");
    assert_eq!(console.app.tickets.place, Place::Unassigned, "a heading is no view");
}

#[test]
fn the_wheel_moves_the_cursor_of_what_has_the_keys() {
    let mut console = Console::at_work(120, 40);
    console.point(MouseEventKind::ScrollDown, 60, 10);
    assert_eq!(console.app.tickets.cursor, 3);
    console.point(MouseEventKind::ScrollUp, 0, 0);
    assert_eq!(console.app.tickets.cursor, 0);
    console.press(":");
    console.point(MouseEventKind::ScrollDown, 60, 10);
    assert_eq!(console.app.tickets.cursor, 0, "the palette has the keys");
}

#[test]
fn a_press_beside_what_floats_or_is_typed_does_nothing() {
    for keys in [":", "s", "/", "?"] {
        let mut console = Console::at_work(120, 40);
        console.press(keys);
        console.effects.clear();
        let before = console.app.tickets.cursor;
        console.point(MouseEventKind::Down(MouseButton::Left), 40, 5);
        assert_eq!(
            (console.app.tickets.cursor, console.effects.len()),
            (before, 0),
            "{keys}"
        );
    }
}

#[test]
fn the_wheel_is_drawn_where_the_list_ends_before_it_does_and_not_where_nothing_moves() {
    let mut console = Console::at_work(120, 40);
    let last = console.app.tickets.lines.len() - 1;
    console.press("end k");
    console.app.take_dirty();
    console.point(MouseEventKind::ScrollDown, 60, 10);
    assert_eq!(console.app.tickets.cursor, last);
    assert!(console.app.take_dirty(), "the first of its moves was one");
    console.point(MouseEventKind::ScrollDown, 60, 10);
    assert!(!console.app.take_dirty(), "nothing moves any more");
}
