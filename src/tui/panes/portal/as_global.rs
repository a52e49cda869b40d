//! Giving up what a client has of its own: the global setting holds again (CP-29).

use super::{Pane, availability as in_front};
use crate::records::administration::Administration;
use crate::records::administration::seeing::Seeing;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::overlays::confirm::Confirm;
use crate::tui::overlays::{Answer, Overlay, Purpose};

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

/// Asks, and says which value holds then.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some(pane) = app.pane_mut::<Pane>() else {
        return Vec::new();
    };
    let setting = pane.current();
    pane.subject = Some(setting);
    let Some((pane, page)) = app.pane::<Pane>().and_then(|pane| Some((pane, pane.page.as_ref()?))) else {
        return Vec::new();
    };
    let arguments = [
        ("name", app.text(setting.key()).into()),
        (
            "company",
            pane.company.as_ref().map_or("", |(_, name)| name.as_str()).into(),
        ),
        ("own", setting.value(app, &page.effective()).into()),
        ("global", setting.value(app, &page.global).into()),
    ];
    let question = app.say("portal-as-global-question", &arguments).into_owned();
    let confirm = Confirm::new(question, Purpose::Page(confirm));
    app.overlays.push(Overlay::Confirm(confirm));
    Vec::new()
}

/// Gives up what was asked about.
fn confirm(app: &mut App, _: Answer) -> Vec<Effect> {
    let Some(pane) = app.pane::<Pane>() else {
        return Vec::new();
    };
    let (Some((company, _)), Some(page), Some(setting)) = (&pane.company, &pane.page, pane.subject) else {
        return Vec::new();
    };
    let overrides = Seeing::new(setting.as_global(&page.overrides), page.seen.as_str());
    let act = Administration::OverridePortalSettings(*company, overrides);
    let name = app.text(setting.key()).into_owned();
    let done = app.say("portal-is-global", &[("name", name.into())]).into_owned();
    app.administer(act, done)
}
