//! The period's lines: by service, each with its sum; an open one with the events behind it. What runs on
//! from an earlier month stands below, outside of the sum.

use super::{Pane, Part};
use crate::records::administration::billing::ClientBilling;
use crate::tui::app::App;
use crate::tui::billing::statement::{self, Billed};
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;

/// All lines, and the row of the one under the cursor.
#[must_use]
pub fn all(pane: &Pane, app: &App, billing: &ClientBilling, width: usize) -> (Vec<Line>, usize) {
    let mut lines = Vec::new();
    let mut here = 0;
    let mut number = 0;
    for one in &billing.statements {
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        lines.extend(statement::heading(app, one, width));
        lines.push(statement::headings(app, width));
        for (at, line) in one.lines.iter().enumerate() {
            let is_here = pane.part == Part::Lines && number == pane.line;
            if is_here {
                here = lines.len();
            }
            number += 1;
            lines.push(statement::row(app, Billed::of(one, line), width, is_here));
            if pane.open.contains(&(one.contract_service, at)) {
                lines.extend(statement::events(app, line, width));
            }
        }
        if !one.is_closed && pane.is_current() {
            lines.push(statement::sum(app, "billing-so-far", one.accrued, width));
        }
        lines.push(statement::sum(app, "billing-sum", one.total, width));
    }
    for one in &billing.running {
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        let said = statement::running(&app.billing_words(), one);
        lines.extend(Line::wrapped(&said, "", width, Role::Dim));
    }
    if billing.statements.is_empty() {
        lines.extend(Line::wrapped(&app.text("billing-no-lines"), "", width, Role::Dim));
    } else {
        lines.push(Line::default());
        lines.extend(forecast(app, billing, width));
    }
    (lines, here)
}

/// `forecast 90.00 EUR if nothing changes; the period before 80.00, the next 100.00`.
fn forecast(app: &App, billing: &ClientBilling, width: usize) -> Vec<Line> {
    let arguments = [
        ("total", app.money(billing.total, &billing.currency).into()),
        ("before", app.amount(billing.before).into()),
        ("next", app.amount(billing.next).into()),
    ];
    let key = match billing.statements.iter().all(|one| one.is_closed) {
        true => "billing-was",
        false => "billing-forecast",
    };
    Line::wrapped(&app.say(key, &arguments), "", width, Role::Text)
}
