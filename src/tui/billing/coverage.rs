//! What a contract covers of a ticket's time, in words: before an entry is saved and afterwards (LT-05, LT-06).

use crate::domain::contract::State;
use crate::records::administration::support::{ContractState, Minutes, TicketCoverage};
use crate::tui::app::App;
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;

/// The contract with what is left: `Managed Print 2026, 14 h 30 left`.
#[must_use]
pub fn contract(app: &App, contract: &ContractState) -> String {
    format!("{}, {}", contract.name, left(app, contract))
}

/// What is left of it: hours, days, or when it begins.
#[must_use]
pub fn left(app: &App, contract: &ContractState) -> String {
    let date = |day| app.times().date(day);
    let left = match (contract.state, contract.left, contract.end) {
        (State::Pending, ..) => app.say("contract-from", &[("date", date(contract.start).into())]),
        (State::Expired, ..) => app.text("contract-expired"),
        (State::Active, Some(left), _) => app.say("coverage-left", &[("hours", app.hours(left).into())]),
        (State::Active, None, Some(end)) => app.say("automation-until", &[("date", date(end).into())]),
        (State::Active, None, None) => app.text("contract-active"),
    };
    left.into_owned()
}

/// Covered and uncovered minutes: `1 h 30 covered, 30 m not covered, of which 30 m go into the next contract`.
#[must_use]
pub fn minutes(app: &App, minutes: &Minutes) -> String {
    let arguments = [
        ("covered", app.hours(minutes.covered).into()),
        ("uncovered", app.hours(minutes.uncovered).into()),
    ];
    let mut said = app.say("coverage-minutes", &arguments).into_owned();
    let mut add = |key: &str, count: i64| {
        if count > 0 {
            said.push_str(&app.say(key, &[("hours", app.hours(count).into())]));
        }
    };
    add("coverage-carried", minutes.carried);
    add("coverage-waiting", minutes.waiting);
    said
}

/// What would become of an entry, line by line; nothing where contracts are not active.
#[must_use]
pub fn planned(app: &App, coverage: &TicketCoverage, width: usize) -> Vec<Line> {
    if !coverage.is_active {
        return Vec::new();
    }
    let named = match &coverage.contract {
        Some(known) => contract(app, known),
        None => app.text("coverage-none").into_owned(),
    };
    let mut lines = Line::wrapped(&named, "", width, Role::Dim);
    let planned = &coverage.planned;
    if planned.covered + planned.uncovered > 0 {
        let role = if planned.uncovered > 0 {
            Role::Warning
        } else {
            Role::Text
        };
        lines.extend(Line::wrapped(&minutes(app, planned), "", width, role));
    }
    lines
}
