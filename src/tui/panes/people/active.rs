//! Activating or deactivating a person (CP-25, D-49).

use super::{Pane, Subject, level, name, take_subject};
use crate::domain::SecurityLevel;
use crate::records::administration::Administration;
use crate::records::administration::people::ContactSwitch;
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
    let begins = !person.is_active && has_licence;
    let mut question = app.say(key, &[("name", name(&person).into())]).into_owned();
    if let Some(pane) = app.pane::<Pane>().filter(|_| begins) {
        question = format!("{question} {}", level::licence_begins(app, pane).join(" "));
    }
    if let Some(pane) = app.pane_mut::<Pane>() {
        pane.subject = Some(Subject {
            person: Some(person.id),
            is_active: !person.is_active,
            seen_fee: level::shown_fee(pane).filter(|_| begins),
            ..Subject::default()
        });
    }
    let confirm = Confirm::new(question, Purpose::Page(confirm));
    app.overlays.push(Overlay::Confirm(confirm));
    Vec::new()
}

/// Makes them what was asked, whatever they have become meanwhile.
fn confirm(app: &mut App, _: Answer) -> Vec<Effect> {
    let Some(pane) = app.pane::<Pane>() else {
        return Vec::new();
    };
    let (Some(subject), Some(person)) = (&pane.subject, pane.subject()) else {
        return Vec::new();
    };
    let wanted = ContactSwitch {
        is_active: subject.is_active,
        seen_fee: subject.seen_fee.clone(),
    };
    let key = if wanted.is_active {
        "people-activated"
    } else {
        "people-deactivated"
    };
    let (id, done) = (person.id, app.say(key, &[("name", name(person).into())]));
    let done = done.into_owned();
    app.administer(Administration::SwitchContact(id, wanted), done)
}
