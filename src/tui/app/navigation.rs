//! From pane to pane, in and out, and what concerns the terminal as a whole.

use super::{App, Focus, opening};
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::overlays::Overlay;
use crate::tui::panes::ticket::part;
use crate::tui::panes::ticket::part::Direction;
use crate::tui::panes::{outbox, queues, tickets};

/// Puts the focus on the column of queues; where there is no room for it, over the list.
pub fn queues(app: &mut App, _: Intent) -> Vec<Effect> {
    app.ticket = None;
    queues::focus(app);
    Vec::new()
}

/// The next pane, and the first after the last.
pub fn next_pane(app: &mut App, intent: Intent) -> Vec<Effect> {
    if app.ticket.is_some() {
        return part::turn(app, Direction::Forward);
    }
    match app.focus {
        Focus::Queues => leave_queues(app),
        Focus::Tickets | Focus::Outbox => return queues(app, intent),
    }
    Vec::new()
}

/// The pane before; there are two.
pub fn previous_pane(app: &mut App, intent: Intent) -> Vec<Effect> {
    if app.ticket.is_some() {
        return part::turn(app, Direction::Back);
    }
    next_pane(app, intent)
}

/// Into what the cursor is on.
pub fn go_in(app: &mut App, intent: Intent) -> Vec<Effect> {
    match app.focus {
        Focus::Queues => {
            let effects = queues::open(app);
            leave_queues(app);
            effects
        }
        Focus::Outbox => outbox::decide::ask(app, intent),
        Focus::Tickets if app.ticket.is_none() => opening::open_current(app),
        Focus::Tickets => Vec::new(),
    }
}

/// Out of what one is in: from the ticket to the list, from there to the queues.
pub fn go_out(app: &mut App, intent: Intent) -> Vec<Effect> {
    if app.ticket.is_some() {
        return opening::close(app);
    }
    match app.focus {
        Focus::Queues => Vec::new(),
        Focus::Tickets | Focus::Outbox => queues(app, intent),
    }
}

/// One step back: the ticket first, then the filter, then the queues.
pub fn back(app: &mut App, _: Intent) -> Vec<Effect> {
    if app.ticket.is_some() {
        return opening::close(app);
    }
    match app.focus {
        Focus::Queues | Focus::Outbox => leave_queues(app),
        Focus::Tickets if app.tickets.filter.is_some() => return tickets::filter::clear(app),
        Focus::Tickets => {}
    }
    Vec::new()
}

fn leave_queues(app: &mut App) {
    app.focus = Focus::Tickets;
    app.overlays.retain(|overlay| !matches!(overlay, Overlay::Queues));
}

/// Draws everything anew.
pub fn redraw(_: &mut App, _: Intent) -> Vec<Effect> {
    vec![Effect::Redraw]
}

/// Stops until `fg`.
pub fn suspend(_: &mut App, _: Intent) -> Vec<Effect> {
    vec![Effect::Suspend]
}
