//! What a person asks for about their own sign-in.

use super::{SignIn, Stage, open, push};
use crate::base::Secret;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::overlays::field::Field;
use crate::tui::overlays::form::Form;
use crate::tui::overlays::{Answer, Purpose};
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;

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

/// Asks for a code, which says that one is who one is and wants to sign in without a second factor from now on.
pub fn turn_off(app: &mut App, _: Intent) -> Vec<Effect> {
    let shown = Line::wrapped(&app.text("sign-in-turn-off-question"), "", 68, Role::Text);
    let title = app.text("sign-in-turn-off-title").into_owned();
    let verb = app.text("sign-in-turn-off-verb").into_owned();
    let leave = app.text("form-leave-as-it-was").into_owned();
    let code = Field::line("code", app.text("sign-in-code").into_owned(), "");
    let form = Form::new(title, verb, leave, Purpose::EndTwoFactor);
    form.showing(shown).with(vec![code]).open(app, &[])
}

/// Does so with the code that was typed.
pub fn turned_off(app: &mut App, answer: Answer) -> Vec<Effect> {
    let Answer::Filled(form) = answer else {
        return Vec::new();
    };
    let code = form.text("code").trim().to_owned();
    if code.is_empty() {
        let why = app.text("sign-in-turn-off-code").into_owned();
        return form.refuse(app, "code", why);
    }
    vec![Effect::EndTwoFactor(Secret::new(code))]
}
