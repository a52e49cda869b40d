//! Giving up what a client has of its own: the global setting holds again (CP-29).

use super::{Pane, availability as in_front};
use crate::records::administration::Administration;
use crate::records::administration::seeing::Seeing;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};

/// Whether the client has a setting of its own under the cursor.
#[must_use]
pub fn availability(app: &App, intent: Intent) -> Availability {
    let Some(pane) = app.pane::<Pane>() else {
        return in_front(app, intent);
    };
    let key = match (&pane.company, &pane.page) {
        (None, _) => "reason-is-global",
        (Some(_), Some(page)) if !pane.current().is_overridden(&page.overrides) => "reason-already-as-global",
        _ => return Availability::Available,
    };
    Availability::Refused(app.text(key).into_owned())
}

/// Does it.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some(pane) = app.pane::<Pane>() else {
        return Vec::new();
    };
    let (Some((company, _)), Some(page)) = (&pane.company, &pane.page) else {
        return Vec::new();
    };
    let setting = pane.current();
    let overrides = Seeing::new(setting.as_global(&page.overrides), page.seen.as_str());
    let act = Administration::OverridePortalSettings(*company, overrides);
    let name = app.text(setting.key()).into_owned();
    let done = app.say("portal-is-global", &[("name", name.into())]).into_owned();
    app.administer(act, done)
}
