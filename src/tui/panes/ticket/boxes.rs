//! The two sides of the opened ticket: who has it, since when, until when, and what completing would do.

use super::completes;
use crate::domain::{Side, disabling};
use crate::records::views::{SideLine, TicketView};
use crate::tui::app::App;
use crate::tui::pictures;
use crate::tui::theme::Role;
use crate::tui::widgets::paint::Piece;
use crate::tui::widgets::two_statuses::SideBox;

/// How much room the boxes have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Side by side, four lines each.
    Full,
    /// Side by side in few words.
    Brief,
    /// One above the other, what matters most in a line.
    Narrow,
}

/// Both boxes, Autotask's first.
#[must_use]
pub fn boxes(app: &App, view: &TicketView, room: Room) -> [SideBox<'static>; 2] {
    Side::BOTH.map(|side| side_box(app, view, side, room))
}

fn side_box(app: &App, view: &TicketView, side: Side, room: Room) -> SideBox<'static> {
    let state = view.line.side(side);
    let holds = view.line.holder == side;
    let name = match side {
        Side::Autotask => app.text("sides-autotask").into_owned(),
        Side::Taskfire => app.text("sides-taskfire").into_owned(),
    };
    let beside = if holds {
        app.text("sides-has-the-ticket").into_owned()
    } else {
        organisation(app, view, side)
    };
    let since = state.map(|state| app.times().clock(state.since));
    let since = since.map(|at| app.say("ticket-since", &[("at", at.into())]).into_owned());
    let lines = match (state, holds, room) {
        (None, ..) => vec![no_part(app, view, side)],
        (Some(state), true, Room::Full) => vec![people(app, state, true), deadlines(app, view)],
        (Some(state), true, Room::Brief) => vec![people(app, state, true), brief_deadlines(app, view)],
        (Some(state), true, Room::Narrow) => {
            let mut line = people(app, state, true);
            line.extend(resolve_by(app, view, " · ", ".short"));
            vec![line]
        }
        (Some(state), false, Room::Full) => vec![people(app, state, false), completes::line(app, view, "")],
        (Some(state), false, Room::Brief) => vec![people(app, state, false), completes::line(app, view, ".short")],
        (Some(_), false, Room::Narrow) => vec![completes::line(app, view, "")],
    };
    SideBox {
        name,
        beside,
        status: pictures::of_line(&app.desk.statuses, &view.line, side),
        since: since.unwrap_or_default(),
        lines,
    }
}

fn organisation(app: &App, view: &TicketView, side: Side) -> String {
    match side {
        Side::Taskfire => view.line.company_name.clone(),
        Side::Autotask => app
            .viewer
            .as_ref()
            .map_or_else(String::new, |viewer| viewer.instance_name.clone()),
    }
}

/// `Level 1 · Maria Keller (owner)`.
fn people(app: &App, state: &SideLine, holds: bool) -> Vec<Piece<'static>> {
    let mut pieces = Vec::new();
    if let Some(queue) = &state.queue {
        pieces.push(Piece::new(queue.clone(), Role::Text));
        pieces.push(Piece::new(" · ", Role::Dim));
    }
    match &state.assignee {
        Some(assignee) if holds => {
            pieces.push(Piece::new(assignee.name.clone(), Role::Text));
            pieces.push(Piece::new(format!(" {}", app.text("ticket-owner")), Role::Dim));
        }
        Some(assignee) => pieces.push(Piece::new(assignee.name.clone(), Role::Text)),
        None => pieces.push(Piece::new(app.text("ticket-nobody").into_owned(), Role::Dim)),
    }
    pieces
}

/// `responded 09:41 ✓   resolve by 12:00 (1 h 18)`.
fn deadlines(app: &App, view: &TicketView) -> Vec<Piece<'static>> {
    let mut pieces = Vec::new();
    if let Some(at) = view
        .ticket
        .first_response
        .filter(|_| view.ticket.holder == Side::Autotask)
    {
        let text = app.say("ticket-responded", &[("at", app.times().clock(at).into())]);
        pieces.push(Piece::new(text.into_owned(), Role::Text));
    }
    let between = if pieces.is_empty() { "" } else { "   " };
    pieces.extend(resolve_by(app, view, between, ""));
    pieces
}

/// `by 12:00 (1 h 18) · responded ✓`: what is still to come first.
fn brief_deadlines(app: &App, view: &TicketView) -> Vec<Piece<'static>> {
    let mut pieces = resolve_by(app, view, "", ".short");
    if view.ticket.first_response.is_some() && view.ticket.holder == Side::Autotask {
        let between = if pieces.is_empty() { "" } else { " · " };
        pieces.push(Piece::new(
            format!("{between}{}", app.text("ticket-responded.short")),
            Role::Text,
        ));
    }
    pieces
}

/// `form` is empty, or `.short`.
fn resolve_by(app: &App, view: &TicketView, between: &str, form: &str) -> Vec<Piece<'static>> {
    let Some(due) = view.ticket.due else { return Vec::new() };
    let times = app.times();
    let text = app.say(&format!("ticket-resolve-by{form}"), &[("at", times.clock(due).into())]);
    let mut pieces = vec![Piece::new(format!("{between}{text}"), Role::Text)];
    let distance = times.distance(due).filter(|_| view.ticket.closed.is_none());
    if let Some(age) = distance {
        let role = if age.is_late { Role::Late } else { Role::Dim };
        pieces.push(Piece::new(format!(" ({})", age.text), role));
    }
    pieces
}

/// Why a side has no part, and how it would get one.
fn no_part(app: &App, view: &TicketView, side: Side) -> Vec<Piece<'static>> {
    let key = match side {
        Side::Autotask if disabling::is_archive(&view.ticket, &view.facts) => "ticket-archive",
        Side::Autotask => "ticket-private",
        Side::Taskfire if view.company.taskfire => "ticket-not-transferred",
        Side::Taskfire => "ticket-no-taskfire",
    };
    let company = view.line.company_name.as_str();
    vec![Piece::new(
        app.say(key, &[("company", company.into())]).into_owned(),
        Role::Dim,
    )]
}
