//! What a person asks for about their own sign-in.

use super::{SignIn, Stage, open, push};
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::overlays::confirm::Confirm;
use crate::tui::overlays::{Overlay, Purpose};

/// Whether anybody has to sign in.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    if app.needs_sign_in {
        return Availability::Available;
    }
    Availability::Refused(app.text("reason-signed-in").into_owned())
}

/// Opens the form.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    open(app, None);
    Vec::new()
}

/// Whether whoever is in signs in with a password. On the embedded desk the account of the machine is enough.
#[must_use]
pub fn own_availability(app: &App, intent: Intent) -> Availability {
    let own = app.viewer.as_ref().map(|viewer| viewer.sign_in.as_ref());
    let key = match (own, intent) {
        (None, _) => "reason-not-signed-in",
        (Some(None), _) => "reason-no-password-here",
        (Some(Some(own)), Intent::SetUpTwoFactor) if own.has_two_factor => "reason-two-factor-on",
        (Some(Some(own)), Intent::EndTwoFactor) if !own.has_two_factor => "reason-two-factor-off",
        (Some(Some(_)), _) => return Availability::Available,
    };
    Availability::Refused(app.text(key).into_owned())
}

/// Changes one's own password.
pub fn change_password(app: &mut App, _: Intent) -> Vec<Effect> {
    push(app, SignIn::at(Stage::OwnPassword, "", None));
    Vec::new()
}

/// Begins to set a second factor up; the form opens with what the server made for it.
pub fn set_up(_: &mut App, _: Intent) -> Vec<Effect> {
    vec![Effect::BeginTwoFactor]
}

/// Asks whether one wants to sign in without a second factor from now on.
pub fn turn_off(app: &mut App, _: Intent) -> Vec<Effect> {
    let question = app.text("sign-in-turn-off-question").into_owned();
    let confirm = Confirm::new(question, Purpose::EndTwoFactor);
    app.overlays.push(Overlay::Confirm(confirm));
    Vec::new()
}
