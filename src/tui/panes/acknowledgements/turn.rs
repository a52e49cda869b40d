//! Going to the acknowledgement before, or to the one after it.

use super::Pane;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};

/// Where an intent leads from here, if there is one.
fn next(pane: &Pane, intent: Intent) -> Option<usize> {
    let at = match intent {
        Intent::OlderAcknowledgement => pane.at + 1,
        _ => pane.at.checked_sub(1)?,
    };
    (at < pane.acknowledgements.len()).then_some(at)
}

/// Whether there is one.
#[must_use]
pub fn availability(app: &App, intent: Intent) -> Availability {
    let key = match (app.pane::<Pane>(), intent) {
        (None, _) => "reason-not-at-acknowledgement",
        (Some(pane), _) if next(pane, intent).is_some() => return Availability::Available,
        (Some(_), Intent::OlderAcknowledgement) => "reason-oldest-acknowledgement",
        (Some(_), _) => "reason-newest-acknowledgement",
    };
    Availability::Refused(app.text(key).into_owned())
}

/// Goes there.
pub fn ask(app: &mut App, intent: Intent) -> Vec<Effect> {
    if let Some(pane) = app.pane_mut::<Pane>()
        && let Some(at) = next(pane, intent)
    {
        pane.show(at);
    }
    app.settle_page();
    Vec::new()
}
