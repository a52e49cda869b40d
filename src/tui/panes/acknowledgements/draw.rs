//! Drawing an acknowledgement: who accepted what and when, and below it the text as accepted.

use super::{Pane, facts};
use crate::base::cells;
use crate::tui::app::App;
use crate::tui::app::pages::draw::inset;
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::paint::{self, Piece};
use crate::tui::widgets::rule;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Where the facts stand, and where the text.
#[must_use]
pub fn areas(pane: &Pane, app: &App, room: Rect) -> (Rect, Rect) {
    let facts = u16::try_from(lines(pane, app, room).len()).unwrap_or(u16::MAX);
    let above = facts.min(room.height);
    let text = Rect {
        y: room.y + (above + 1).min(room.height),
        height: room.height.saturating_sub(above + 1),
        ..room
    };
    (Rect { height: above, ..room }, inset(text))
}

/// Draws it.
pub fn draw(pane: &Pane, app: &App, room: Rect, buffer: &mut Buffer) {
    let theme = &app.settings.theme;
    if pane.current().is_none() {
        let text = app.text("reason-no-acknowledgement");
        paint::paragraph(buffer, inset(room), &text, 0, theme.style(Role::Dim));
        return;
    }
    let (above, text) = areas(pane, app, room);
    for (line, row) in lines(pane, app, room).iter().zip(inset(above).rows()) {
        line.draw(buffer, row, theme);
    }
    let between = Rect {
        y: above.bottom(),
        height: u16::from(above.height < room.height),
        ..room
    };
    rule::horizontal(buffer, between, theme);
    pane.reading.draw(buffer, text, theme);
}

/// The facts: names in a column, values beside them, what is too long below.
fn lines(pane: &Pane, app: &App, room: Rect) -> Vec<Line> {
    let Some(one) = pane.current() else { return Vec::new() };
    let facts = facts::of(app, one);
    let names = facts.iter().map(|(name, _)| cells::width(name)).max().unwrap_or(0) + 2;
    let width = usize::from(inset(room).width);
    let line = |(name, value): &(String, String)| {
        let clean = cells::sanitise_lines(value).into_owned();
        let rows: Vec<String> = cells::wrap_lines(&clean, width.saturating_sub(names))
            .map(str::to_owned)
            .collect();
        let first = std::iter::once(cells::pad(name, names)).chain(std::iter::repeat(" ".repeat(names)));
        let row = |(name, row)| Line::of(vec![Piece::new(name, Role::Dim), Piece::new(row, Role::Text)]);
        first.zip(rows).map(row).collect::<Vec<Line>>()
    };
    facts.iter().flat_map(line).collect()
}
