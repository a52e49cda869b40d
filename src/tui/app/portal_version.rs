//! Switching to the next version of the portal and back (CP-19): the list alone, or the list with a preview.

use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::panes::tickets::preview;

/// Whether whoever is signed in may switch.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    let key = match &app.viewer {
        Some(viewer) if viewer.actor.level.works_tickets() => "reason-not-in-the-portal",
        Some(viewer) if !viewer.has_next_portal => "reason-no-next-version",
        Some(_) => return Availability::Available,
        None => "reason-not-signed-in",
    };
    Availability::Refused(app.text(key).into_owned())
}

/// Switches.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    app.is_next_portal = !app.is_next_portal;
    let key = match app.is_next_portal {
        true => "portal-version-next",
        false => "portal-version-present",
    };
    app.done(key, &[]);
    preview::follow_at_once(app)
}
