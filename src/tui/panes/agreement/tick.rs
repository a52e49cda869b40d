//! Ticking one of the two boxes, or taking the tick away.

use super::{Pane, Part};
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};

/// Whether the keys are for a box.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    match app.pane::<Pane>().map(|pane| pane.part) {
        Some(Part::Box(_)) => Availability::Available,
        Some(_) => Availability::Refused(app.with_keys("reason-not-on-a-box", &[("key", Intent::NextPane)])),
        None => Availability::Refused(app.text("reason-not-at-agreement").into_owned()),
    }
}

/// Ticks it.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    if let Some(pane) = app.pane_mut::<Pane>()
        && let Part::Box(at) = pane.part
        && let Some(ticked) = pane.ticked.get_mut(at)
    {
        *ticked = !*ticked;
    }
    Vec::new()
}
