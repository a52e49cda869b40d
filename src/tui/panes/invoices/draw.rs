//! Drawing a list of invoices.

use super::Pane;
use crate::base::cells;
use crate::records::administration::billing::InvoiceSummary;
use crate::tui::app::App;
use crate::tui::app::pages::draw::inset;
use crate::tui::theme::Role;
use crate::tui::widgets::columns::{Column, lay_out};
use crate::tui::widgets::list::{self, Cell, MARKS, Marks, Row};
use crate::tui::widgets::paint::{self, Piece};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Number, company, through which day, total, when it was made.
const COLUMNS: [Column; 5] = [
    Column::fixed(16),
    Column::yielding(30, 10, 1).growing(),
    Column::yielding(11, 11, 2),
    Column::fixed(18),
    Column::yielding(13, 13, 3),
];
/// The keys of their names.
const HEADINGS: [&str; 5] = [
    "invoice-number",
    "column-company",
    "invoice-through",
    "billing-column-amount",
    "invoice-closed-at",
];

/// The invoices that are seen at once.
#[must_use]
pub fn rows(room: Rect) -> usize {
    room.height.saturating_sub(1).into()
}

/// Draws it.
pub fn draw(pane: &Pane, app: &App, room: Rect, buffer: &mut Buffer) {
    let theme = &app.settings.theme;
    if pane.invoices.items.is_empty() {
        paint::paragraph(
            buffer,
            inset(room),
            &app.text("invoices-none"),
            0,
            theme.style(Role::Dim),
        );
        return;
    }
    let widths = lay_out(&COLUMNS, room.width.saturating_sub(MARKS + 1), 1);
    let mut headings = HEADINGS.map(|key| app.text(key).into_owned());
    headings[3] = cells::pad_start(&headings[3], widths[3].into());
    let names: Vec<&str> = headings.iter().map(String::as_str).collect();
    list::draw_headings(buffer, room, &widths, &names, theme);
    let below = Rect {
        y: room.y + 1.min(room.height),
        height: room.height.saturating_sub(1),
        ..room
    };
    let items = &pane.invoices.items;
    let visible = pane.cursor.visible(rows(room), items.len());
    let shown = visible.filter_map(|at| Some((at, items.get(at)?)));
    let lines = shown.map(|(at, invoice)| row(app, invoice, at == pane.cursor.row()));
    list::draw(buffer, below, &widths, lines, theme);
}

fn row<'a>(app: &'a App, invoice: &'a InvoiceSummary, cursor: bool) -> Row<'a> {
    Row {
        marks: Marks {
            cursor,
            ..Marks::default()
        },
        cells: vec![
            Cell::new(Piece::new(invoice.number.as_str(), Role::Text)).under_cursor(),
            Cell::new(Piece::new(invoice.company_name.as_str(), Role::Text)),
            Cell::new(Piece::new(app.times().date(invoice.through), Role::Dim)),
            Cell::new(Piece::new(app.money(invoice.total, &invoice.currency), Role::Text)).at_the_right(),
            Cell::new(Piece::new(app.times().read(invoice.closed_at), Role::Dim)),
        ],
    }
}
