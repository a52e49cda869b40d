//! "View acknowledgement": what was accepted, by whom and when (TF-13).

use super::{availability_if, front};
use crate::tui::app::App;
use crate::tui::app::pages::places;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};

/// Whether anything was ever accepted for the client.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    availability_if(app, |setup| {
        (setup.acknowledgements == 0).then_some("reason-no-acknowledgement")
    })
}

/// Opens it.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Ok((pane, _)) = front(app) else { return Vec::new() };
    let (company, name) = (pane.company, pane.name.clone());
    places::acknowledgements(app, company, name)
}
