//! Drawing a client's people: a line each, and below the list more about the one under the cursor.

use super::{Pane, details, name, own_level};
use crate::records::administration::people::{PersonLine, TwoFactorState};
use crate::tui::app::App;
use crate::tui::app::pages::draw::inset;
use crate::tui::theme::Role;
use crate::tui::widgets::columns::{Column, lay_out};
use crate::tui::widgets::list::{self, Cell, MARKS, Marks, Row};
use crate::tui::widgets::paint::{self, Piece};
use crate::tui::widgets::rule;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Name, level, licence since, portal, second factor, last sign-in.
const COLUMNS: [Column; 6] = [
    Column::yielding(28, 14, 1).growing(),
    Column::yielding(24, 14, 2),
    Column::yielding(10, 10, 4),
    Column::fixed(6),
    Column::yielding(10, 10, 3),
    Column::yielding(13, 13, 5),
];
/// The keys of the columns' names.
const HEADINGS: [&str; 6] = [
    "people-name",
    "people-level",
    "people-licence-since",
    "people-portal",
    "people-two-factor",
    "people-last-sign-in",
];
/// Where the list would have fewer rows than this, it has them all.
const LEAST: u16 = 6;

/// Where the list and the details stand: the details take what the longest of them needs, so that nothing jumps while
/// the cursor moves.
fn parts(pane: &Pane, app: &App, room: Rect) -> (Rect, Option<Rect>) {
    let width = inset(room).width.into();
    let of = |at| Some(details::lines(app, pane, pane.at(at)?, width).len());
    let seen = pane.cursor.visible(room.height.into(), pane.len());
    let needed = seen.filter_map(of).max().unwrap_or(0);
    let details = u16::try_from(needed + 1).unwrap_or(u16::MAX);
    if needed == 0 || room.height < LEAST.saturating_add(details) {
        return (room, None);
    }
    let list = Rect {
        height: room.height - details,
        ..room
    };
    let below = Rect {
        y: list.bottom(),
        height: details,
        ..room
    };
    (list, Some(below))
}

/// The people who are seen at once.
#[must_use]
pub fn rows(pane: &Pane, app: &App, room: Rect) -> usize {
    parts(pane, app, room).0.height.saturating_sub(1).into()
}

/// Draws it.
pub fn draw(pane: &Pane, app: &App, room: Rect, buffer: &mut Buffer) {
    let theme = &app.settings.theme;
    if pane.is_empty() {
        let key = if pane.people.items.is_empty() {
            "people-none"
        } else {
            "people-none-fit"
        };
        paint::paragraph(buffer, inset(room), &app.text(key), 0, theme.style(Role::Dim));
        return;
    }
    let (area, below) = parts(pane, app, room);
    let mut columns = COLUMNS;
    // Where nobody has a licence there is nothing to say of its beginning.
    if pane.people.items.iter().all(|person| person.licence_since.is_none()) {
        columns[2] = Column::fixed(0);
    }
    let widths = lay_out(&columns, area.width.saturating_sub(MARKS + 1), 1);
    let headings = HEADINGS.map(|key| app.text(key).into_owned());
    let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
    list::draw_headings(buffer, area, &widths, &headings, theme);
    let lines = Rect {
        y: area.y + 1,
        height: area.height - 1,
        ..area
    };
    let visible = pane
        .cursor
        .visible(usize::from(area.height.saturating_sub(1)), pane.len());
    let shown = visible.filter_map(|at| Some((at, pane.at(at)?)));
    let shown = shown.map(|(at, person)| row(app, person, at == pane.cursor.row()));
    list::draw(buffer, lines, &widths, shown, theme);
    if let (Some(below), Some(person)) = (below, pane.current()) {
        rule::horizontal(buffer, Rect { height: 1, ..below }, theme);
        let area = inset(Rect {
            y: below.y + 1,
            height: below.height - 1,
            ..below
        });
        for (line, row) in details::lines(app, pane, person, area.width.into())
            .iter()
            .zip(area.rows())
        {
            line.draw(buffer, row, theme);
        }
    }
}

fn row<'a>(app: &'a App, person: &'a PersonLine, cursor: bool) -> Row<'a> {
    let quiet = if person.is_active { Role::Text } else { Role::Dim };
    let portal = match (person.is_active, person.user_name.is_empty(), person.is_portal_active) {
        (false, ..) => ("people-inactive", Role::Dim),
        (true, true, _) => ("people-no-login", Role::Dim),
        (true, false, true) => ("switch-on", Role::Text),
        (true, false, false) => ("switch-off", Role::Warning),
    };
    let two_factor = match person.two_factor {
        _ if person.user_name.is_empty() => Piece::new("", Role::Dim),
        TwoFactorState::Configured => Piece::new(app.text("switch-on"), Role::Text),
        TwoFactorState::NotConfigured => Piece::new(app.text("people-two-factor-missing"), Role::Warning),
        TwoFactorState::NotRequired => Piece::new("–", Role::Dim),
    };
    let last = match person.last_sign_in {
        Some(at) => app.times().clock(at),
        None if person.user_name.is_empty() => String::new(),
        None => app.text("people-never").into_owned(),
    };
    Row {
        marks: Marks {
            cursor,
            ..Marks::default()
        },
        cells: vec![
            Cell::new(Piece::new(name(person), quiet)).under_cursor(),
            Cell::new(Piece::new(own_level(app, person), quiet)),
            Cell::new(Piece::new(
                person.licence_since.as_deref().unwrap_or_default(),
                Role::Text,
            )),
            Cell::new(Piece::new(app.text(portal.0), portal.1)),
            Cell::new(two_factor),
            Cell::new(Piece::new(last, Role::Dim)),
        ],
    }
}
