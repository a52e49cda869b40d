//! From pane to pane, in and out, and what concerns the terminal as a whole.

use super::moving::Direction;
use super::{App, Focus, Front, opening, pages};
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::overlays::Overlay;
use crate::tui::panes::ticket::part;
use crate::tui::panes::{outbox, queues, tickets};

/// Puts the focus on the column of queues; where there is no room for it, over the list.
pub fn queues(app: &mut App, _: Intent) -> Vec<Effect> {
    queues::focus(app);
    Vec::new()
}

/// The next pane, and the first after the last.
pub fn next_pane(app: &mut App, intent: Intent) -> Vec<Effect> {
    turn(app, intent, Direction::Forward)
}

/// The pane before.
pub fn previous_pane(app: &mut App, intent: Intent) -> Vec<Effect> {
    turn(app, intent, Direction::Back)
}

fn turn(app: &mut App, intent: Intent, direction: Direction) -> Vec<Effect> {
    match app.front() {
        Front::Page => pages::turned(app, direction),
        Front::Ticket => part::turn(app, direction),
        Front::Queues => leave_queues(app),
        // There are two: either way is the other one.
        Front::Tickets | Front::Outbox => queues(app, intent),
    }
}

/// Into what the cursor is on.
pub fn go_in(app: &mut App, intent: Intent) -> Vec<Effect> {
    match app.front() {
        Front::Page => pages::enter(app),
        Front::Ticket => Vec::new(),
        Front::Queues => {
            let effects = queues::open(app);
            leave_queues(app);
            effects
        }
        Front::Outbox => outbox::decide::ask(app, intent),
        Front::Tickets => opening::open_current(app),
    }
}

/// Out of what one is in: from page or ticket to the list, from there to the queues.
pub fn go_out(app: &mut App, intent: Intent) -> Vec<Effect> {
    match app.front() {
        Front::Page => pages::back(app),
        Front::Ticket => opening::close(app),
        Front::Queues => Vec::new(),
        Front::Tickets | Front::Outbox => queues(app, intent),
    }
}

/// One step back: the page or the ticket first, then the filter, then the queues.
pub fn back(app: &mut App, _: Intent) -> Vec<Effect> {
    match app.front() {
        Front::Page => pages::back(app),
        Front::Ticket => opening::close(app),
        Front::Queues | Front::Outbox => leave_queues(app),
        Front::Tickets if app.tickets.filter.is_some() => tickets::filter::clear(app),
        Front::Tickets => {
            let key = app.way_to(Intent::Quit, &app.work_contexts());
            app.done("back-nowhere", &[("key", key.into())]);
            Vec::new()
        }
    }
}

fn leave_queues(app: &mut App) -> Vec<Effect> {
    app.focus = Focus::Tickets;
    app.overlays.retain(|overlay| !matches!(overlay, Overlay::Queues));
    Vec::new()
}

/// Draws everything anew; a page asks anew what it shows.
pub fn redraw(app: &mut App, _: Intent) -> Vec<Effect> {
    let mut effects = vec![Effect::Redraw];
    effects.extend(app.ask_page());
    effects
}

/// Stops until `fg`.
pub fn suspend(_: &mut App, _: Intent) -> Vec<Effect> {
    vec![Effect::Suspend]
}
