//! Drawing an invoice: what stands at its top, then its periods with their lines, then the total.

use super::Pane;
use crate::base::cells;
use crate::tui::app::App;
use crate::tui::app::pages::draw::inset;
use crate::tui::billing::statement;
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::paint::Piece;
use crate::tui::widgets::scroll::first_row;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Cells before a value.
const NAMES: usize = 20;
/// Lines are no wider.
const WIDEST: usize = 90;

/// Draws it.
pub fn draw(pane: &Pane, app: &App, room: Rect, buffer: &mut Buffer) {
    let area = inset(room);
    let lines = lines(pane, app, room.width.into());
    let top = first_row(pane.top, lines.len(), area.height.into());
    for (line, row) in lines.iter().skip(top).zip(area.rows()) {
        line.draw(buffer, row, &app.settings.theme);
    }
}

/// All lines in a room of this width.
#[must_use]
pub fn lines(pane: &Pane, app: &App, width: usize) -> Vec<Line> {
    let Some(invoice) = pane.invoice.as_deref() else {
        return Vec::new();
    };
    let width = width.saturating_sub(2).min(WIDEST);
    let head = &invoice.summary;
    let fact = |key: &str, value: String| {
        Line::of(vec![
            Piece::new(cells::pad(&app.text(key), NAMES), Role::Dim),
            Piece::new(value, Role::Text),
        ])
    };
    let mut lines = vec![
        fact("invoice-provider", invoice.provider.clone()),
        fact("invoice-company", head.company_name.clone()),
        fact("invoice-through", app.times().date(head.through)),
        fact("invoice-closed-at", app.times().full(head.closed_at)),
    ];
    lines.extend(invoice.by_name.clone().map(|name| fact("invoice-by", name)));
    for section in &invoice.sections {
        lines.push(Line::default());
        let text = format!(
            "{} · {} · {}",
            cells::sanitise(&section.contract_name),
            cells::sanitise(&section.service_name),
            app.span(section.period)
        );
        lines.extend(Line::wrapped(&text, "", width, Role::Heading));
        if let Some(description) = &section.description {
            lines.extend(Line::wrapped(description, "", width, Role::Dim));
        }
        lines.push(statement::headings(app, width));
        let rows = section.lines.iter();
        lines.extend(rows.map(|line| statement::row(app, line.into(), width, false)));
        lines.push(statement::sum(app, "invoice-sum", section.total, width));
    }
    lines.push(Line::default());
    lines.push(statement::sum(app, "invoice-total", head.total, width));
    lines
}
