//! Drawing a client's contracts.

use super::Pane;
use crate::tui::app::App;
use crate::tui::app::pages::draw::inset;
use crate::tui::billing::standing;
use crate::tui::theme::Role;
use crate::tui::widgets::columns::lay_out;
use crate::tui::widgets::list::{self, MARKS, Marks, Row};
use crate::tui::widgets::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The contracts that are seen at once.
#[must_use]
pub fn rows(room: Rect) -> usize {
    room.height.saturating_sub(1).into()
}

/// Draws it.
pub fn draw(pane: &Pane, app: &App, room: Rect, buffer: &mut Buffer) {
    let theme = &app.settings.theme;
    if pane.items().is_empty() {
        let text = app.text("contracts-none");
        paint::paragraph(buffer, inset(room), &text, 0, theme.style(Role::Dim));
        return;
    }
    let widths = lay_out(&standing::COLUMNS, room.width.saturating_sub(MARKS + 1), 1);
    let headings = standing::headings(app, &widths);
    let names: Vec<&str> = headings.iter().map(String::as_str).collect();
    list::draw_headings(buffer, room, &widths, &names, theme);
    let below = Rect {
        y: room.y + 1.min(room.height),
        height: room.height.saturating_sub(1),
        ..room
    };
    let visible = pane.cursor.visible(rows(room), pane.items().len());
    let shown = visible.filter_map(|at| Some((at, pane.items().get(at)?)));
    let lines = shown.map(|(at, contract)| Row {
        marks: Marks {
            cursor: at == pane.cursor.row(),
            ..Marks::default()
        },
        cells: standing::row(app, contract),
    });
    list::draw(buffer, below, &widths, lines, theme);
}
