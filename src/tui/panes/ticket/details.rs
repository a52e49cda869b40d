//! Everything about the opened ticket in full: dates with their year, both sides' queues and people, description.

use super::coverage::held_at_client;
use crate::base::Timestamp;
use crate::base::cells;
use crate::domain::Side;
use crate::records::views::{SideLine, TicketView};
use crate::tui::app::App;
use crate::tui::billing::coverage;
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::paint::Piece;

/// The width of the names.
const NAMES: usize = 18;

/// All lines, a field each; long texts below their name.
#[must_use]
pub fn lines(app: &App, view: &TicketView, width: usize) -> Vec<Line> {
    let ticket = &view.ticket;
    let times = app.times();
    let full = |at: Option<Timestamp>| at.map(|at| times.full(at));
    let mut lines = Vec::new();
    let mut field = |key: &str, value: Option<String>| {
        lines.extend(named(&app.text(key), value.as_deref().unwrap_or("–"), width));
    };
    field("detail-number", Some(ticket.number.clone()));
    field("detail-title", Some(ticket.title.clone()));
    field("detail-company", Some(view.line.company_name.clone()));
    field("detail-contact", view.line.contact_name.clone());
    field("detail-request-type", view.request_type.clone());
    field("detail-item", ticket.item.clone());
    let coverage = app.ticket.as_ref().and_then(|pane| pane.coverage.as_deref());
    if ticket.held {
        let held = match app.side() {
            Side::Autotask => app.text("coverage-held").into_owned(),
            Side::Taskfire => held_at_client(app),
        };
        field("detail-held", Some(held));
    }
    if let Some(coverage) = coverage {
        let known = coverage.contract.as_ref();
        field("detail-contract", known.map(|known| coverage::contract(app, known)));
        field("detail-coverage", Some(coverage::minutes(app, &coverage.logged)));
    }
    field("detail-due", full(ticket.due));
    field("detail-holder", Some(ticket.holder.product().to_owned()));
    for side in Side::BOTH {
        field(side_key(side), view.line.side(side).map(|state| side_text(app, state)));
    }
    let secondaries: Vec<&str> = view.secondaries.iter().map(|named| named.name.as_str()).collect();
    field(
        "detail-secondaries",
        Some(secondaries.join(", ")).filter(|names| !names.is_empty()),
    );
    field("detail-created", Some(created(app, view)));
    field("detail-first-response", full(ticket.first_response));
    field("detail-completed", full(ticket.completed.map(|completed| completed.at)));
    field("detail-closed", full(ticket.closed.map(|closed| closed.at)));
    for (name, value) in &view.user_defined {
        lines.extend(named(&cells::sanitise(name), value, width));
    }
    text(app, &mut lines, "detail-description", &ticket.description, width);
    text(app, &mut lines, "detail-resolution", &ticket.resolution, width);
    lines
}

fn side_key(side: Side) -> &'static str {
    match side {
        Side::Autotask => "detail-autotask",
        Side::Taskfire => "detail-taskfire",
    }
}

/// `In Progress since 2026-11-20 10:05, P2 High, Level 1, Maria Keller`.
fn side_text(app: &App, state: &SideLine) -> String {
    let since = app.times().full(state.since);
    let status = app.say(
        "detail-status",
        &[("status", state.status.as_str().into()), ("since", since.into())],
    );
    let priority = format!("P{} {}", state.priority.rank(), state.priority.label());
    let mut parts = vec![status.into_owned(), priority];
    parts.extend(state.queue.clone());
    parts.extend(state.assignee.as_ref().map(|assignee| assignee.name.clone()));
    parts.join(", ")
}

fn created(app: &App, view: &TicketView) -> String {
    let at = app.times().full(view.ticket.created_at);
    match view.row.text("createdByName") {
        Some(name) if !name.is_empty() => app
            .say("detail-created-by", &[("at", at.into()), ("name", name.into())])
            .into_owned(),
        _ => at,
    }
}

fn named(name: &str, value: &str, width: usize) -> Vec<Line> {
    let clean = cells::sanitise(value);
    let room = width.saturating_sub(NAMES + 2);
    let rows = cells::wrap(&clean, room).enumerate();
    rows.map(|(row, text)| {
        let name = if row == 0 {
            cells::pad(name, NAMES)
        } else {
            " ".repeat(NAMES)
        };
        Line::of(vec![
            Piece::new(format!(" {name}"), Role::Dim),
            Piece::new(text.to_owned(), Role::Text),
        ])
    })
    .collect()
}

fn text(app: &App, lines: &mut Vec<Line>, key: &str, text: &str, width: usize) {
    if text.trim().is_empty() {
        return;
    }
    lines.push(Line::default());
    lines.push(Line::text(format!(" {}", app.text(key)), Role::Dim));
    lines.extend(Line::wrapped(text, "   ", width, Role::Text));
}
