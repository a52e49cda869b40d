//! Switching a client's portal on or off (CPX-08); nobody of them gets in while it is off, so it is asked before.

use super::{Pane, availability_if, front};
use crate::records::administration::Administration;
use crate::records::administration::setup::Switch;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::overlays::confirm::Confirm;
use crate::tui::overlays::{Answer, Overlay, Purpose};

/// Whether it can be switched: on always, off only while Taskfire is off.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    availability_if(app, |setup| {
        setup
            .is_taskfire_active
            .then_some("refusal-disable_taskfire_first")
            .filter(|_| setup.is_portal_active)
    })
}

/// Asks first.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Ok((pane, setup)) = front(app) else {
        return Vec::new();
    };
    let switching_on = !setup.is_portal_active;
    let key = match switching_on {
        true => "portal-question-on",
        false => "portal-question-off",
    };
    let question = app.say(key, &[("company", pane.name.as_str().into())]).into_owned();
    if let Some(pane) = app.pane_mut::<Pane>() {
        pane.switching_on = Some(switching_on);
    }
    let confirm = Confirm::new(question, Purpose::Page(confirm));
    app.overlays.push(Overlay::Confirm(confirm));
    Vec::new()
}

/// Switches it to what was asked, whatever it has become meanwhile.
fn confirm(app: &mut App, _: Answer) -> Vec<Effect> {
    let Some((pane, is_active)) = app.pane::<Pane>().and_then(|pane| Some((pane, pane.switching_on?))) else {
        return Vec::new();
    };
    let key = if is_active { "portal-is-on" } else { "portal-is-off" };
    let done = app.say(key, &[("company", pane.name.as_str().into())]).into_owned();
    let act = Administration::SwitchPortal(pane.company, Switch { is_active });
    app.administer(act, done)
}
