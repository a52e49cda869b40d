//! Drawing a client's reports: what is left of its prepaid contracts, then its invoices.

use super::Pane;
use crate::base::cells;
use crate::records::administration::billing::{ContractStanding, InvoiceSummary};
use crate::tui::app::App;
use crate::tui::app::pages::draw::inset;
use crate::tui::billing::standing;
use crate::tui::theme::Role;
use crate::tui::widgets::columns::{Column, lay_out};
use crate::tui::widgets::line::Line;
use crate::tui::widgets::list::{self, Cell, MARKS, Marks, Row};
use crate::tui::widgets::paint::{self, Piece};
use crate::tui::widgets::progress::bar;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Contract, state, bought, used, left, the bar.
const BLOCKS: [Column; 6] = [
    Column::yielding(28, 12, 1).growing(),
    Column::fixed(9),
    Column::yielding(10, 10, 2),
    Column::yielding(10, 10, 3),
    Column::fixed(12),
    Column::yielding(6, 6, 4),
];
/// The keys of their names.
const BLOCK_HEADINGS: [&str; 5] = [
    "contract-column-name",
    "contract-column-state",
    "report-bought",
    "report-used",
    "contract-column-left",
];
/// Number, through which day, total, when it was made.
const INVOICES: [Column; 4] = [
    Column::yielding(20, 12, 1).growing(),
    Column::fixed(11),
    Column::fixed(18),
    Column::yielding(13, 13, 2),
];
/// The keys of their names.
const INVOICE_HEADINGS: [&str; 4] = [
    "invoice-number",
    "invoice-through",
    "billing-column-amount",
    "invoice-closed-at",
];

/// Where both stand: the blocks above, as many as there are or half of the room, the invoices below.
fn parts(pane: &Pane, room: Rect) -> (Rect, Rect) {
    let count = pane
        .blocks
        .as_ref()
        .map_or(0, |report| report.contracts.len().max(1) + 3);
    let most = match pane.invoices {
        Some(_) => room.height / 2,
        None => room.height,
    };
    let height = u16::try_from(count).unwrap_or(u16::MAX).min(most);
    let blocks = Rect { height, ..room };
    let invoices = Rect {
        y: blocks.bottom(),
        height: room.height - height,
        ..room
    };
    (blocks, invoices)
}

/// The invoices that are seen at once.
#[must_use]
pub fn invoice_rows(pane: &Pane, room: Rect) -> usize {
    parts(pane, room).1.height.saturating_sub(2).into()
}

/// Draws it.
pub fn draw(pane: &Pane, app: &App, room: Rect, buffer: &mut Buffer) {
    let (blocks, invoices) = parts(pane, room);
    draw_blocks(pane, app, blocks, buffer);
    draw_invoices(pane, app, invoices, buffer);
}

/// Draws a part's name and the names of its columns; gives back where its rows stand, and how wide each column is.
fn head(app: &App, area: Rect, key: &str, columns: &[Column], names: &[&str], buffer: &mut Buffer) -> (Rect, Vec<u16>) {
    let theme = &app.settings.theme;
    let rest = |area: Rect| Rect {
        y: area.y + 1.min(area.height),
        height: area.height.saturating_sub(1),
        ..area
    };
    Line::text(app.text(key).into_owned(), Role::Heading).draw(buffer, inset(area), theme);
    let under = rest(area);
    let widths = lay_out(columns, area.width.saturating_sub(MARKS + 1), 1);
    let names: Vec<String> = names.iter().map(|key| app.text(key).into_owned()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    list::draw_headings(buffer, under, &widths, &names, theme);
    (rest(under), widths)
}

fn draw_blocks(pane: &Pane, app: &App, area: Rect, buffer: &mut Buffer) {
    let Some(report) = &pane.blocks else { return };
    let (below, widths) = head(app, area, "report-blocks", &BLOCKS, &BLOCK_HEADINGS, buffer);
    let theme = &app.settings.theme;
    if report.contracts.is_empty() {
        paint::paragraph(
            buffer,
            inset(below),
            &app.text("report-no-blocks"),
            0,
            theme.style(Role::Dim),
        );
    }
    let rows = report.contracts.iter().map(|contract| block(app, contract));
    list::draw(buffer, below, &widths, rows, theme);
}

fn block<'a>(app: &'a App, contract: &'a ContractStanding) -> Row<'a> {
    let hours = |minutes: Option<i64>| minutes.map(|minutes| app.hours(minutes)).unwrap_or_default();
    let number = |minutes: Option<i64>| minutes.and_then(|minutes| u64::try_from(minutes).ok());
    let drawn = number(contract.minutes).zip(number(contract.minutes_left));
    let drawn = drawn.map(|(all, left)| bar(left, all, 6)).unwrap_or_default();
    let cell = |text: String, role| Cell::new(Piece::new(text, role));
    Row {
        marks: Marks::default(),
        cells: vec![
            Cell::new(Piece::new(contract.name.as_str(), Role::Text)),
            cell(standing::state(&app.billing_words(), contract.state), Role::Dim),
            cell(hours(contract.minutes), Role::Text),
            cell(hours(contract.minutes_used), Role::Text),
            cell(standing::left(&app.billing_words(), contract), Role::Heading),
            cell(drawn, Role::Key),
        ],
    }
}

fn draw_invoices(pane: &Pane, app: &App, area: Rect, buffer: &mut Buffer) {
    let Some(page) = &pane.invoices else { return };
    let (below, widths) = head(app, area, "report-invoices", &INVOICES, &INVOICE_HEADINGS, buffer);
    let theme = &app.settings.theme;
    if page.items.is_empty() {
        paint::paragraph(
            buffer,
            inset(below),
            &app.text("invoices-none"),
            0,
            theme.style(Role::Dim),
        );
    }
    let visible = pane.cursor.visible(below.height.into(), page.items.len());
    let shown = visible.filter_map(|at| Some((at, page.items.get(at)?)));
    let rows = shown.map(|(at, one)| invoice(app, one, at == pane.cursor.row()));
    list::draw(buffer, below, &widths, rows, theme);
}

fn invoice<'a>(app: &'a App, invoice: &'a InvoiceSummary, cursor: bool) -> Row<'a> {
    let total = app.money(invoice.total, &invoice.currency);
    Row {
        marks: Marks {
            cursor,
            ..Marks::default()
        },
        cells: vec![
            Cell::new(Piece::new(invoice.number.as_str(), Role::Text)).under_cursor(),
            Cell::new(Piece::new(app.times().date(invoice.through), Role::Dim)),
            Cell::new(Piece::new(cells::pad_start(&total, 18), Role::Text)),
            Cell::new(Piece::new(app.times().read(invoice.closed_at), Role::Dim)),
        ],
    }
}
