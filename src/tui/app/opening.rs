//! From the list to a ticket, to the next one of the list, and back.

use super::App;
use crate::base::ids::TicketId;
use crate::tui::app::moving::Step;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::panes::{ticket, tickets};

/// Opens the ticket under the list's cursor.
pub fn open_current(app: &mut App) -> Vec<Effect> {
    let Some(id) = app.tickets.current().map(|line| line.id) else {
        return Vec::new();
    };
    open(app, id)
}

/// Opens a ticket. What the preview has of it is shown at once.
pub fn open(app: &mut App, id: TicketId) -> Vec<Effect> {
    let known = app.tickets.preview.ticket.clone().filter(|view| view.line.id == id);
    ticket::loading::open(app, id, known)
}

/// Leaves it for the list.
pub fn close(app: &mut App) -> Vec<Effect> {
    app.ticket = None;
    tickets::preview::follow_at_once(app)
}

/// Whether there is a list to go on in.
#[must_use]
pub fn availability(app: &App, intent: Intent) -> Availability {
    let lines = app.tickets.lines.len();
    let is_there = match intent {
        Intent::NextTicket => app.tickets.cursor + 1 < lines,
        _ => app.tickets.cursor > 0 && lines > 0,
    };
    if is_there {
        return Availability::Available;
    }
    let key = match intent {
        Intent::NextTicket => "reason-last-ticket",
        _ => "reason-first-ticket",
    };
    Availability::Refused(app.text(key).into_owned())
}

/// Goes to the next ticket of the list, or to the one before, without going back to it.
pub fn neighbour(app: &mut App, intent: Intent) -> Vec<Effect> {
    let step = if intent == Intent::NextTicket { 1 } else { -1 };
    let mut effects = tickets::moved(app, Step::Lines(step));
    if app.ticket.is_some() {
        effects.extend(open_current(app));
    }
    effects
}
