//! What will follow: both statuses before → after with the rule that decides, as every dialog that changes a status
//! shows it. Asked of the same rules that the server asks.

use super::action::Tickets;
use crate::base::cells;
use crate::domain::outcome::{CarryOver, Certainty};
use crate::domain::{Act, Actor, Outcome, Refusal, Side, Ticket};
use crate::records::views::TicketView;
use crate::tui::app::App;
use crate::tui::pictures;
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::paint::{self, Piece};
use crate::tui::widgets::two_statuses::SideStatus;
use crate::tui::words::short_number;

/// Of many tickets so many are told where there is little room.
const TOLD: usize = 6;

/// What somebody is about to do to a ticket.
pub type Doing<'a> = &'a dyn Fn(&TicketView, &Actor) -> Act;

/// What follows for one ticket if this person does this now.
///
/// # Errors
/// The first rule that forbids it.
pub fn outcome(app: &App, view: &TicketView, act: &Act) -> Result<Outcome, Refusal> {
    match &app.viewer {
        Some(viewer) => act.apply(&view.ticket, &viewer.actor, &view.facts, app.now),
        None => Err(Refusal::Forbidden),
    }
}

/// The lines that say what will follow, for one ticket at length, for several one line each: first those that a rule
/// forbids it for.
#[must_use]
pub fn lines(app: &App, tickets: &Tickets, doing: Doing<'_>) -> Vec<Line> {
    let Some(viewer) = &app.viewer else { return Vec::new() };
    let outcomes: Vec<_> = tickets
        .iter()
        .map(|view| outcome(app, view, &doing(view, &viewer.actor)))
        .collect();
    let outcomes = tickets.iter().zip(&outcomes);
    of_outcomes(
        app,
        outcomes
            .map(|(view, outcome)| (view.as_ref(), outcome.as_ref().map_err(Clone::clone)))
            .collect(),
    )
}

/// The same where what follows is known.
#[must_use]
pub fn of_outcomes(app: &App, outcomes: Vec<(&TicketView, Result<&Outcome, Refusal>)>) -> Vec<Line> {
    if let [(view, outcome)] = outcomes.as_slice() {
        return match outcome {
            Ok(outcome) => at_length(app, view, outcome),
            Err(refusal) => Line::wrapped(&app.refusal(refusal), "", room(app), Role::Warning),
        };
    }
    let (mut refused, mut allowed) = (Vec::new(), Vec::new());
    for (view, outcome) in outcomes {
        match outcome {
            Ok(outcome) => allowed.extend(briefly(app, view, outcome)),
            Err(refusal) => refused.extend(not(app, view, &refusal)),
        }
    }
    refused.append(&mut allowed);
    refused
}

/// The same for the first of many tickets, and how many more there are.
#[must_use]
pub fn first_lines(app: &App, tickets: &Tickets, doing: Doing<'_>) -> Vec<Line> {
    let told = tickets.len().min(TOLD);
    let mut shown = lines(app, &tickets[..told].to_vec(), doing);
    if tickets.len() > told {
        let text = app.say("list-more", &[("count", (tickets.len() - told).into())]);
        shown.push(Line::text(text.into_owned(), Role::Dim));
    }
    shown
}

/// A row per side: what it is, what it becomes, why.
fn at_length(app: &App, view: &TicketView, outcome: &Outcome) -> Vec<Line> {
    let rows = Side::BOTH.map(|side| {
        (
            picture(app, &view.ticket, side),
            picture(app, &outcome.ticket, side),
            why(app, view, outcome, side),
        )
    });
    let wide = |picture: &SideStatus| paint::width(&picture.pieces());
    let before = rows.iter().map(|(before, ..)| wide(before)).max().unwrap_or(0);
    let after = rows.iter().map(|(_, after, _)| wide(after)).max().unwrap_or(0);
    let row = |(side, (from, to, _)): (Side, &(SideStatus, SideStatus, String))| {
        let mut left = vec![Piece::new(cells::pad(side.product(), 10), Role::Heading)];
        left.extend(padded(from, before));
        left.push(Piece::new("  →  ", Role::Dim));
        left.extend(padded(to, after));
        Line::of(left)
    };
    let mut lines: Vec<Line> = Side::BOTH.into_iter().zip(&rows).map(row).collect();
    let room = room(app);
    let taken = 10 + before + 5 + after + 3;
    let is_wide = rows
        .iter()
        .all(|(.., why)| taken + cells::width(&cells::sanitise(why)) <= room);
    for (at, (_, _, why)) in rows.iter().enumerate().filter(|(_, (.., why))| !why.is_empty()) {
        if is_wide {
            lines[at].left.push(Piece::new(format!("   {why}"), Role::Dim));
        } else {
            let text = format!("{}: {why}", Side::BOTH[at].product());
            lines.extend(Line::wrapped(&text, "", room, Role::Dim));
        }
    }
    lines
}

/// The cells that a dialog's lines have.
fn room(app: &App) -> usize {
    const FRAME: usize = 4;
    const WIDEST: usize = 96;
    usize::from(app.size.0).saturating_sub(FRAME).min(WIDEST)
}

/// `1120.0007  ! Taskfire has the ticket now …`.
fn not(app: &App, view: &TicketView, refusal: &Refusal) -> Vec<Line> {
    let number = format!("{}  ", short_number(&view.line.number));
    let indent = " ".repeat(cells::width(&number));
    let text = format!("! {}", app.refusal(refusal));
    let mut lines = Line::wrapped(&text, &indent, room(app), Role::Warning);
    if let Some(first) = lines.first_mut() {
        let text = first.left.remove(0).text.trim_start().to_owned();
        first.left = vec![Piece::new(number, Role::Heading), Piece::new(text, Role::Warning)];
    }
    lines
}

/// `1120.0007  ● In Progress │ With Provider  →  Complete │ Complete`; on two lines where it is narrow.
fn briefly(app: &App, view: &TicketView, outcome: &Outcome) -> Vec<Line> {
    let number = format!("{}  ", short_number(&view.line.number));
    let indent = " ".repeat(cells::width(&number));
    let mut left = vec![Piece::new(number, Role::Heading)];
    left.extend(both(app, &view.ticket));
    if both(app, &view.ticket) == both(app, &outcome.ticket) {
        return vec![Line::of(left)];
    }
    let mut change = vec![Piece::new("  →  ", Role::Dim)];
    change.extend(both(app, &outcome.ticket));
    if paint::width(&left) + paint::width(&change) <= room(app) {
        left.extend(change);
        return vec![Line::of(left)];
    }
    change.insert(0, Piece::new(indent, Role::Text));
    vec![Line::of(left), Line::of(change)]
}

/// Both statuses on one line.
fn both(app: &App, ticket: &Ticket) -> Vec<Piece<'static>> {
    let [autotask, taskfire] = Side::BOTH.map(|side| {
        let picture = picture(app, ticket, side);
        Piece::new(picture.plain(), picture.role.unwrap_or(Role::Dim))
    });
    vec![autotask, Piece::new(" │ ", Role::Dim), taskfire]
}

fn padded(picture: &SideStatus, width: usize) -> Vec<Piece<'static>> {
    let pieces = picture.pieces();
    let gap = width.saturating_sub(paint::width(&pieces));
    let owned = pieces
        .into_iter()
        .map(|piece| Piece::new(piece.text.into_owned(), piece.role));
    owned.chain([Piece::new(" ".repeat(gap), Role::Text)]).collect()
}

fn picture(app: &App, ticket: &Ticket, side: Side) -> SideStatus {
    pictures::of_ticket(&app.desk.statuses, ticket, side)
}

/// Why a side's status becomes what it becomes, where a rule decides it.
fn why(app: &App, view: &TicketView, outcome: &Outcome, side: Side) -> String {
    if outcome.ticket.holder != view.ticket.holder {
        return hand_over(app, view, outcome, side);
    }
    let other = app.side().other();
    match outcome.carry_over {
        Some(carry_over) if side == other => completion(app, view, carry_over, outcome.certainty),
        _ => String::new(),
    }
}

/// Why the other side's status follows or stays.
fn completion(app: &App, view: &TicketView, carry_over: CarryOver, certainty: Certainty) -> String {
    let company = view.line.company_name.as_str();
    let owner = view
        .line
        .side(view.line.holder)
        .and_then(|state| state.assignee.as_ref());
    let key = match carry_over {
        CarryOver::NoSyncNotComplete | CarryOver::NotShared => return String::new(),
        _ if certainty == Certainty::ServerDecides => "why-server-decides",
        CarryOver::AlreadyComplete => "why-already-complete",
        CarryOver::SettingOff => "why-setting-off",
        CarryOver::Synced if owner.is_none() => "why-synced-nobody",
        CarryOver::Synced => "why-synced",
        CarryOver::NotOwner if view.line.holder != app.side() => "why-not-holder",
        CarryOver::NotOwner => "why-not-owner",
    };
    let name = owner.map_or("", |owner| owner.name.as_str());
    let holder = view.line.holder.product();
    app.say(
        key,
        &[
            ("company", company.into()),
            ("name", name.into()),
            ("holder", holder.into()),
        ],
    )
    .into_owned()
}

/// Where the gaining side gets it.
fn hand_over(app: &App, view: &TicketView, outcome: &Outcome, side: Side) -> String {
    if side != outcome.ticket.holder {
        return String::new();
    }
    let state = outcome.ticket.side(side);
    if view.ticket.side(side).is_none() && outcome.certainty == Certainty::ServerDecides {
        return app.text("why-server-chooses").into_owned();
    }
    let known = view.line.side(side);
    let queue = state.and_then(|state| state.queue).and_then(|id| {
        let here = app
            .desk
            .queues
            .iter()
            .find(|queue| queue.id == id)
            .map(|queue| queue.name.clone());
        here.or_else(|| known.and_then(|side| side.queue.clone()))
    });
    let person = state
        .and_then(|state| state.assignee)
        .and_then(|_| known.and_then(|side| side.assignee.clone()));
    let places: Vec<String> = queue.into_iter().chain(person.map(|named| named.name)).collect();
    match places.is_empty() {
        true => String::new(),
        false => app
            .say("why-goes-to", &[("place", places.join(", ").into())])
            .into_owned(),
    }
}
