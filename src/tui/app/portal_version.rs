//! Switching to the next version of the portal and back (CP-19): the list alone, or the list with a preview.

use super::App;
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

/// Switches; the server keeps which one somebody has.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let is_next = app.viewer.as_ref().is_some_and(|viewer| viewer.is_next_portal);
    vec![Effect::SwitchPortal { next: !is_next }]
}

/// It was switched.
pub fn switched(app: &mut App, is_next: bool) -> Vec<Effect> {
    let Some(viewer) = &mut app.viewer else {
        return Vec::new();
    };
    viewer.is_next_portal = is_next;
    let key = match is_next {
        true => "portal-version-next",
        false => "portal-version-present",
    };
    app.done(key, &[]);
    preview::follow_at_once(app)
}
