//! Doing the step under the cursor.

use super::{enable, front, prepare, settings, steps};
use crate::records::administration::setup::Step;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};

/// Whether the step under the cursor can be done now, or why not.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    let key = match front(app) {
        Err(key) => key,
        Ok((pane, setup)) => match pane.current().and_then(|step| steps::why_not(setup, step)) {
            Some(key) => key,
            None => return Availability::Available,
        },
    };
    Availability::Refused(app.text(key).into_owned())
}

/// Does it.
pub fn ask(app: &mut App, intent: Intent) -> Vec<Effect> {
    let Ok((pane, _)) = front(app) else { return Vec::new() };
    match pane.current().map(|step| step.step) {
        Some(Step::Preparation) => prepare::ask(app),
        Some(Step::Enable) => enable::ask(app, intent),
        Some(Step::Settings) => settings::ask(app),
        Some(Step::FirstUser) => app.ask(Intent::GoPeople),
        Some(Step::Billing) => app.ask(Intent::GoAutomation),
        // Nothing is there to be opened yet, and it says so.
        Some(Step::WorkflowRules) | None => Vec::new(),
    }
}
