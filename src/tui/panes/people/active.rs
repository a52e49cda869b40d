//! Activating or deactivating a person (CP-25, D-49).

use super::{Pane, name, take_subject};
use crate::domain::SecurityLevel;
use crate::records::administration::Administration;
use crate::records::administration::setup::Switch;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::overlays::confirm::Confirm;
use crate::tui::overlays::{Answer, Overlay, Purpose};

/// Asks, and says what follows.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some(person) = take_subject(app) else {
        return Vec::new();
    };
    let has_licence = person.security_level.is_some_and(SecurityLevel::works_tickets);
    let key = match (person.is_active, has_licence) {
        (true, true) => "people-deactivate-licence-question",
        (true, false) => "people-deactivate-question",
        (false, true) => "people-activate-licence-question",
        (false, false) => "people-activate-question",
    };
    let question = app.say(key, &[("name", name(&person).into())]).into_owned();
    let confirm = Confirm::new(question, Purpose::Page(confirm));
    app.overlays.push(Overlay::Confirm(confirm));
    Vec::new()
}

fn confirm(app: &mut App, _: Answer) -> Vec<Effect> {
    let Some(person) = app.pane::<Pane>().and_then(Pane::subject) else {
        return Vec::new();
    };
    let (id, is_active) = (person.id, !person.is_active);
    let key = if is_active {
        "people-activated"
    } else {
        "people-deactivated"
    };
    let done = app.say(key, &[("name", name(person).into())]).into_owned();
    app.administer(Administration::SwitchContact(id, Switch { is_active }), done)
}
