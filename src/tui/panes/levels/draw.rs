//! Drawing the levels: a line each, with what it is made after, who may give it and how many have it.

use super::{Pane, name};
use crate::records::administration::people::LevelLine;
use crate::tui::app::App;
use crate::tui::theme::Role;
use crate::tui::widgets::columns::{Column, lay_out};
use crate::tui::widgets::list::{self, Cell, MARKS, Marks, Row};
use crate::tui::widgets::paint::Piece;
use crate::tui::widgets::progress::grouped;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Name, made after, given by, people.
const COLUMNS: [Column; 4] = [
    Column::yielding(30, 16, 1).growing(),
    Column::yielding(24, 12, 2),
    Column::fixed(22),
    Column::fixed(7),
];
/// The keys of the columns' names.
const HEADINGS: [&str; 4] = ["levels-name", "levels-like", "levels-given-by", "levels-people"];

/// The levels that are seen at once.
#[must_use]
pub fn rows(room: Rect) -> usize {
    room.height.saturating_sub(1).into()
}

/// Draws it.
pub fn draw(pane: &Pane, app: &App, room: Rect, buffer: &mut Buffer) {
    let theme = &app.settings.theme;
    let widths = lay_out(&COLUMNS, room.width.saturating_sub(MARKS + 1), 1);
    let headings = HEADINGS.map(|key| app.text(key).into_owned());
    let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
    list::draw_headings(buffer, room, &widths, &headings, theme);
    let lines = Rect {
        y: room.y + 1.min(room.height),
        height: room.height.saturating_sub(1),
        ..room
    };
    let visible = pane.cursor.visible(rows(room), pane.levels.items.len());
    let shown = visible.filter_map(|at| Some((at, pane.levels.items.get(at)?)));
    let shown = shown.map(|(at, level)| row(app, level, at == pane.cursor.row()));
    list::draw(buffer, lines, &widths, shown, theme);
}

fn row<'a>(app: &'a App, level: &'a LevelLine, cursor: bool) -> Row<'a> {
    let like = match level.is_system {
        true => app.text("levels-system").into_owned(),
        false => app
            .text(&format!("level-{}", level.security_level.word().replace('_', "-")))
            .into_owned(),
    };
    let given_by = match (level.security_level.works_tickets(), level.is_client_assignable) {
        (true, _) => "levels-by-provider",
        (false, true) => "levels-by-client-too",
        (false, false) => "levels-by-provider",
    };
    Row {
        marks: Marks {
            cursor,
            ..Marks::default()
        },
        cells: vec![
            Cell::new(Piece::new(name(app, level), Role::Text)).under_cursor(),
            Cell::new(Piece::new(like, Role::Dim)),
            Cell::new(Piece::new(app.text(given_by), Role::Text)),
            Cell::new(Piece::new(grouped(level.people), Role::Text)).at_the_right(),
        ],
    }
}
