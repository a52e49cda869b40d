//! Drawing what closing would do, or what it did.

use super::{Pane, close};
use crate::base::cells;
use crate::records::administration::billing::{ClosingPreview, InvoiceSummary};
use crate::tui::app::App;
use crate::tui::app::pages::draw::inset;
use crate::tui::billing::statement::{self, Billed};
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::paint::Piece;
use crate::tui::widgets::scroll::first_row;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Lines are no wider.
const WIDEST: usize = 100;

/// Draws it; of a long preview only what is seen is looked at twice.
pub fn draw(pane: &Pane, app: &App, room: Rect, buffer: &mut Buffer) {
    let theme = &app.settings.theme;
    let area = inset(room);
    let lines = lines(pane, app, room.width.into());
    let top = first_row(pane.top, lines.len(), area.height.into());
    for (line, row) in lines.iter().skip(top).zip(area.rows()) {
        line.draw(buffer, row, theme);
    }
}

/// All lines in a room of this width.
#[must_use]
pub fn lines(pane: &Pane, app: &App, width: usize) -> Vec<Line> {
    let width = width.saturating_sub(2).min(WIDEST);
    let mut lines = Vec::new();
    if let Some(closed) = pane.closed.as_deref() {
        let text = close::summary(app, closed, "closing-done");
        lines.extend(Line::wrapped(&text, "", width, Role::Heading));
        let made = pane.invoices.items.iter().take(closed.clients.len());
        lines.extend(made.map(|invoice| invoice_line(app, invoice)));
        lines.push(Line::default());
    }
    if let Some(preview) = pane.preview.as_deref() {
        lines.extend(preview_lines(app, preview, width));
    }
    lines
}

fn invoice_line(app: &App, invoice: &InvoiceSummary) -> Line {
    Line::of(vec![
        Piece::new(cells::pad(&cells::fit(&invoice.number, 16), 18), Role::Text),
        Piece::new(cells::pad(&cells::fit(&invoice.company_name, 30), 32), Role::Text),
        Piece::new(app.money(invoice.total, &invoice.currency), Role::Text),
    ])
}

fn preview_lines(app: &App, preview: &ClosingPreview, width: usize) -> Vec<Line> {
    let left_out = preview.left_out.iter().flat_map(|client| {
        let said = app.say("closing-left-out", &[("client", client.name.as_str().into())]);
        Line::wrapped(&format!("! {said}"), "", width, Role::Warning)
    });
    let mut lines: Vec<_> = left_out.collect();
    if preview.periods == 0 {
        let day = [("date", app.times().date(preview.through).into())];
        lines.extend(Line::wrapped(&app.say("closing-nothing", &day), "", width, Role::Dim));
        return lines;
    }
    let summary = close::summary(app, preview, "closing-sums");
    lines.extend(Line::wrapped(&summary, "", width, Role::Heading));
    for client in &preview.clients {
        lines.push(Line::default());
        lines.push(Line::text(cells::sanitise(&client.name).into_owned(), Role::Heading));
        for one in &client.statements {
            let text = format!(
                "{} · {} · {}",
                cells::sanitise(&one.contract_name),
                cells::sanitise(&one.service_name),
                app.span(one.period)
            );
            lines.extend(Line::wrapped(&text, "", width, Role::Dim));
            let rows = one.lines.iter();
            lines.extend(rows.map(|line| statement::row(app, Billed::of(one, line), width, false)));
        }
        lines.push(statement::sum(app, "invoice-total", client.total, width));
    }
    lines
}
