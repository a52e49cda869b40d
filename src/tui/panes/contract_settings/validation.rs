//! Whether a request needs a contract (LT-12, LT-17).

use super::front;
use crate::records::administration::Administration;
use crate::records::administration::setup::Switch;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::overlays::confirm::Confirm;
use crate::tui::overlays::{Answer, Overlay, Purpose};

/// Whether contracts are active.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    let why = match front(app) {
        Err(key) => key,
        Ok((_, settings)) if !settings.is_active => "refusal-contracts_inactive",
        Ok(_) => return Availability::Available,
    };
    Availability::Refused(app.text(why).into_owned())
}

/// Asks first.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Ok((_, settings)) = front(app) else {
        return Vec::new();
    };
    let key = match settings.requires_contract {
        true => "validation-question-off",
        false => "validation-question-on",
    };
    let question = app.text(key).into_owned();
    let confirm = Confirm::new(question, Purpose::Page(confirm));
    app.overlays.push(Overlay::Confirm(confirm));
    Vec::new()
}

/// Switches it.
fn confirm(app: &mut App, _: Answer) -> Vec<Effect> {
    let Ok((_, settings)) = front(app) else {
        return Vec::new();
    };
    let is_active = !settings.requires_contract;
    let key = if is_active {
        "validation-is-on"
    } else {
        "validation-is-off"
    };
    let done = app.text(key).into_owned();
    app.administer(Administration::SetValidation(Switch { is_active }), done)
}
