//! Leaving the console: at once, or after a question where something is unsent.

use super::{Overlay, Purpose, confirm::Confirm};
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;

/// Leaves, or asks.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    if app.desk.unsent == 0 {
        return vec![Effect::Quit];
    }
    let question = app
        .say("quit-question", &[("count", app.desk.unsent.into())])
        .into_owned();
    app.overlays
        .push(Overlay::Confirm(Confirm::new(question, Purpose::Quit)));
    Vec::new()
}
