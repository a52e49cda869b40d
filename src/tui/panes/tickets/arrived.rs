//! Showing what arrived above the cursor while one read.

use super::{Because, load};
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};

/// Whether anything waits to be shown.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    if app.tickets.arrived.is_empty() {
        return Availability::Refused(app.text("reason-nothing-arrived").into_owned());
    }
    Availability::Available
}

/// Shows it; the cursor stays on its ticket.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    load(app, Because::Arrived)
}
