//! From the list to a ticket, to the next one of the list, and back.

use super::App;
use crate::base::ids::TicketId;
use crate::tui::app::moving::Step;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::panes::{ticket, tickets};
use std::cmp::Ordering;

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
    if beside(app, intent).is_some() {
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
    let step = match beside(app, intent).map(|line| line.cmp(&app.tickets.cursor)) {
        None => return Vec::new(),
        Some(Ordering::Less) => -1,
        // The open ticket left the list, and the cursor is where it leads to.
        Some(Ordering::Equal) => 0,
        Some(Ordering::Greater) => 1,
    };
    let mut effects = match step {
        0 => Vec::new(),
        step => tickets::moved(app, Step::Lines(step)),
    };
    if app.ticket.is_some() {
        effects.extend(open_current(app));
    }
    effects
}

/// The line of the ticket beside the open one, or beside the cursor. Where the open one has left the list, the cursor
/// stands on the one that followed it, or on the one before.
fn beside(app: &App, intent: Intent) -> Option<usize> {
    let pane = &app.tickets;
    let open = app.ticket.as_ref().map(|open| open.id);
    let has_left = open.is_some_and(|open| pane.lines.iter().all(|line| line.id != open));
    let cursor_is_behind = pane.left.is_none_or(|left| left.cursor_is_behind);
    let line = match intent {
        Intent::NextTicket if has_left && cursor_is_behind => Some(pane.cursor),
        Intent::NextTicket => Some(pane.cursor + 1),
        _ if has_left && !cursor_is_behind => Some(pane.cursor),
        _ => pane.cursor.checked_sub(1),
    };
    line.filter(|line| *line < pane.lines.len())
}
