//! Switching the setting under the cursor; nothing is written by it.

use super::Pane;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};

/// Whether the settings are in front and can be written.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    let key = match app.pane::<Pane>().map(|pane| pane.saved) {
        Some(Some(_)) => return Availability::Available,
        Some(None) => "reason-taskfire-is-off",
        None => "reason-not-at-settings",
    };
    Availability::Refused(app.text(key).into_owned())
}

/// Switches it.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    if let Some(pane) = app.pane_mut::<Pane>() {
        pane.cursor.toggle(&mut pane.chosen);
    }
    Vec::new()
}
