//! Letting somebody set up their second factor afresh, for instance when the telephone is lost (CPX-11).

use super::{Pane, name, person_availability, take_subject};
use crate::domain::Person;
use crate::records::administration::Administration;
use crate::records::administration::people::TwoFactorState;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::overlays::confirm::Confirm;
use crate::tui::overlays::{Answer, Overlay, Purpose};

/// Whether the person under the cursor has one.
#[must_use]
pub fn availability(app: &App, intent: Intent) -> Availability {
    match app.pane::<Pane>().and_then(Pane::current) {
        Some(person) if person.two_factor != TwoFactorState::Configured => {
            Availability::Refused(app.text("reason-no-second-factor").into_owned())
        }
        _ => person_availability(app, intent),
    }
}

/// Asks.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some(person) = take_subject(app) else {
        return Vec::new();
    };
    let question = app.say("people-two-factor-question", &[("name", name(&person).into())]);
    let confirm = Confirm::new(question.into_owned(), Purpose::Page(confirm));
    app.overlays.push(Overlay::Confirm(confirm));
    Vec::new()
}

fn confirm(app: &mut App, _: Answer) -> Vec<Effect> {
    let Some(person) = app.pane::<Pane>().and_then(Pane::subject) else {
        return Vec::new();
    };
    let who = Person::Contact(person.id);
    let done = app
        .say("people-two-factor-reset", &[("name", name(person).into())])
        .into_owned();
    app.administer(Administration::ResetTwoFactor(who), done)
}
