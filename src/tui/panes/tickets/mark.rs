//! Marks: a set of tickets, not of rows, that outlives filter and refresh.

use super::request;
use crate::base::ids::TicketId;
use crate::records::windows::Anchor;
use crate::tui::app::App;
use crate::tui::app::moving::Step;
use crate::tui::effect::{Effect, Generation, Load};
use crate::tui::intent::{Availability, Intent};
use crate::tui::overlays::{Overlay, Purpose, confirm::Confirm};

/// Above so many it asks before it marks.
const ASKS_ABOVE: u64 = 100;
/// More are never marked at once.
const MOST: usize = 1_000;

/// Whether there is anything to mark.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    if app.tickets.lines.is_empty() {
        return Availability::Refused(app.text("reason-no-ticket").into_owned());
    }
    Availability::Available
}

/// Whether anything is marked.
#[must_use]
pub fn unmark_availability(app: &App, _: Intent) -> Availability {
    if app.tickets.marks.is_empty() {
        return Availability::Refused(app.text("reason-nothing-marked").into_owned());
    }
    Availability::Available
}

/// Marks or unmarks the ticket under the cursor, and goes on to the next.
pub fn toggle(app: &mut App, _: Intent) -> Vec<Effect> {
    if let Some(id) = app.tickets.current().map(|line| line.id)
        && !app.tickets.marks.remove(&id)
    {
        app.tickets.marks.insert(id);
    }
    super::moved(app, Step::Lines(1))
}

/// Marks everything that the list has; asks first where that is much.
pub fn all(app: &mut App, _: Intent) -> Vec<Effect> {
    let total = app.tickets.total;
    if total.number <= ASKS_ABOVE && !total.or_more {
        return confirm_all(app);
    }
    let question = app
        .say(
            "mark-all-question",
            &[("count", total.number.into()), ("most", MOST.into())],
        )
        .into_owned();
    app.overlays
        .push(Overlay::Confirm(Confirm::new(question, Purpose::MarkAll)));
    Vec::new()
}

/// It is to be so many.
pub fn confirm_all(app: &mut App) -> Vec<Effect> {
    let Some(request) = request(app, Anchor::Start, MOST) else {
        return Vec::new();
    };
    let (generation, effect) = app.load(Load::Selected(request));
    app.tickets.selecting = Some(generation);
    vec![effect]
}

/// What the list has, to be marked.
pub fn selected(app: &mut App, generation: Generation, ids: Vec<TicketId>) -> Vec<Effect> {
    if app.tickets.selecting.take_if(|load| *load == generation).is_none() {
        return app.dropped();
    }
    app.tickets.marks.extend(ids);
    Vec::new()
}

/// Takes all marks away.
pub fn none(app: &mut App, _: Intent) -> Vec<Effect> {
    app.tickets.marks.clear();
    Vec::new()
}
