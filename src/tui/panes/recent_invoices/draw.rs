//! Drawing the card of recent invoices: a rule with its name, and a line for each.

use crate::base::cells;
use crate::tui::app::App;
use crate::tui::theme::Role;
use crate::tui::widgets::paint::{self, Piece};
use crate::tui::widgets::rule;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Cells of a number, and of an amount.
const NUMBER: usize = 16;
const AMOUNT: usize = 18;

/// Draws it.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let theme = &app.settings.theme;
    let line = Rect {
        height: area.height.min(1),
        ..area
    };
    rule::horizontal(buffer, line, theme);
    let name = app.text("recent-invoices").into_owned();
    rule::titled(buffer, line, &[Piece::new(name, Role::Heading)], theme);
    for (invoice, row) in app.recent_invoices.invoices.iter().zip(area.rows().skip(1)) {
        let number = cells::fit(&invoice.number, NUMBER - 1);
        let pieces = [
            Piece::new(format!(" {}", cells::pad(&number, NUMBER)), Role::Text),
            Piece::new(
                cells::pad_start(&app.money(invoice.total, &invoice.currency), AMOUNT),
                Role::Text,
            ),
            Piece::new(format!("   {}", app.times().date(invoice.through)), Role::Dim),
        ];
        paint::pieces(buffer, row.x, row.y, row.width, &pieces, theme);
    }
}
