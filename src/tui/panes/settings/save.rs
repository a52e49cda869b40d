//! Writing the settings.

use super::{Pane, toggle};
use crate::records::administration::Administration;
use crate::records::administration::seeing::Seeing;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};

/// Whether anything was changed.
#[must_use]
pub fn availability(app: &App, intent: Intent) -> Availability {
    match app.pane::<Pane>() {
        Some(pane) if pane.saved.is_some() && pane.is_confirmed && !pane.is_changed() => {
            Availability::Refused(app.text("reason-nothing-changed").into_owned())
        }
        _ => toggle::availability(app, intent),
    }
}

/// Writes them.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some(pane) = app.pane::<Pane>() else {
        return Vec::new();
    };
    let chosen = Seeing::new(pane.chosen, pane.seen.as_str());
    let act = Administration::WriteTaskfireSettings(pane.company, chosen);
    let done = app.say("settings-saved", &[("company", pane.name.as_str().into())]);
    let done = done.into_owned();
    app.administer(act, done)
}
