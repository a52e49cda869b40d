//! A new password for somebody who has forgotten theirs: made here or typed, seen once, changed at the next sign-in.

use super::{Pane, name, take_subject};
use crate::domain::Person;
use crate::records::administration::Administration;
use crate::records::administration::people::NewPassword;
use crate::tui::app::App;
use crate::tui::effect::{Effect, Load};
use crate::tui::intent::Intent;
use crate::tui::overlays::field::Field;
use crate::tui::overlays::form::Form;
use crate::tui::overlays::form::draw::text_width;
use crate::tui::overlays::{Answer, Purpose};
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;

/// Shows the one that was made.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some(person) = take_subject(app) else {
        return Vec::new();
    };
    let title = app
        .say("people-password-title", &[("name", name(&person).into())])
        .into_owned();
    let said = [
        ("people-password-once", Role::Text),
        ("people-password-sessions", Role::Dim),
    ];
    let shown = said.map(|(key, role)| Line::wrapped(&app.text(key), "", text_width(app), role));
    let shown = shown.concat();
    let field = Field::line("password", app.text("people-new-password").into_owned(), "").never_kept();
    let verb = app.text("people-password-verb").into_owned();
    let leave = app.text("form-leave-as-it-was").into_owned();
    let form = Form::new(title, verb, leave, Purpose::Page(confirm));
    form.showing(shown)
        .with(vec![field])
        .open(app, &[("password", Load::FirstPassword)])
}

fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let (Answer::Filled(form), Some(person)) = (answer, app.pane::<Pane>().and_then(Pane::subject)) else {
        return Vec::new();
    };
    let password = form.text("password").trim().to_owned();
    let who = Person::Contact(person.id);
    let done = app
        .say("people-password-reset", &[("name", name(person).into())])
        .into_owned();
    let act = Administration::ResetPassword(who, NewPassword { password });
    app.administer_form(form, act, done)
}
