//! Drawing a client's billing.

use super::{Pane, Part, layout, lines};
use crate::records::administration::billing::ClientBilling;
use crate::tui::app::App;
use crate::tui::app::pages::draw::inset;
use crate::tui::billing::{chart, standing};
use crate::tui::theme::Role;
use crate::tui::widgets::columns::lay_out;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::list::{self, MARKS, Marks, Row};
use crate::tui::widgets::paint;
use crate::tui::widgets::rule;
use crate::tui::widgets::scroll::first_row;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws it.
pub fn draw(pane: &Pane, app: &App, room: Rect, buffer: &mut Buffer) {
    let Some(billing) = pane.billing.as_deref() else {
        return;
    };
    let theme = &app.settings.theme;
    let areas = layout::of(pane, app, room);
    for (line, row) in layout::warnings(pane, app, areas.warnings.width.into())
        .iter()
        .zip(areas.warnings.rows())
    {
        line.draw(buffer, row, theme);
    }
    draw_contracts(pane, app, billing, areas.contracts, buffer);
    draw_lines(pane, app, billing, areas.lines, buffer);
    draw_months(pane, app, billing, areas.months, buffer);
    if let Some(area) = areas.rule {
        rule::vertical(buffer, area, theme);
    }
}

/// A part's name; that of the part with the keys stands out.
fn heading(app: &App, key: &str, has_keys: bool) -> Line {
    let role = if has_keys { Role::Heading } else { Role::Dim };
    Line::text(app.text(key).into_owned(), role)
}

fn below_heading(area: Rect) -> Rect {
    Rect {
        y: area.y + 1.min(area.height),
        height: area.height.saturating_sub(1),
        ..area
    }
}

fn draw_contracts(pane: &Pane, app: &App, billing: &ClientBilling, area: Rect, buffer: &mut Buffer) {
    let theme = &app.settings.theme;
    heading(app, "billing-contracts", pane.part == Part::Contracts).draw(buffer, inset(area), theme);
    let below = below_heading(area);
    if billing.contracts.is_empty() {
        let text = app.text("billing-no-contracts");
        paint::paragraph(buffer, inset(below), &text, 0, theme.style(Role::Dim));
        return;
    }
    let widths = lay_out(&standing::COLUMNS, below.width.saturating_sub(MARKS + 1), 1);
    let visible = pane.contracts.visible(below.height.into(), billing.contracts.len());
    let shown = visible.filter_map(|at| Some((at, billing.contracts.get(at)?)));
    let rows = shown.map(|(at, contract)| Row {
        marks: Marks {
            cursor: pane.part == Part::Contracts && at == pane.contracts.row(),
            ..Marks::default()
        },
        cells: standing::row(app, contract),
    });
    list::draw(buffer, below, &widths, rows, theme);
}

fn draw_lines(pane: &Pane, app: &App, billing: &ClientBilling, area: Rect, buffer: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let theme = &app.settings.theme;
    let key = match pane.is_current() {
        true => "billing-this-period",
        false => "billing-that-period",
    };
    heading(app, key, pane.part == Part::Lines).draw(buffer, area, theme);
    let below = below_heading(area);
    let (lines, here) = lines::all(pane, app, billing, below.width.into());
    let height = usize::from(below.height);
    // The one under the cursor stands in the middle where there is more than room.
    let top = match pane.part {
        Part::Lines => first_row(here.saturating_sub(height / 2), lines.len(), height),
        Part::Contracts | Part::Months => 0,
    };
    for (line, row) in lines.iter().skip(top).zip(below.rows()) {
        line.draw(buffer, row, theme);
    }
}

fn draw_months(pane: &Pane, app: &App, billing: &ClientBilling, area: Rect, buffer: &mut Buffer) {
    let rows = layout::chart_rows(area);
    if rows == 0 {
        return;
    }
    let theme = &app.settings.theme;
    heading(app, "billing-twelve-months", pane.part == Part::Months).draw(buffer, area, theme);
    let below = below_heading(area);
    let chart = chart::lines(app, &billing.months, below.width.into(), rows);
    for (line, row) in chart.iter().zip(below.rows()) {
        line.draw(buffer, row, theme);
    }
}
