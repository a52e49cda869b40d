//! A new person of a client, with a login or without one (CPX-02, CP-25).

use super::{Pane, Subject, level};
use crate::records::administration::Administration;
use crate::records::administration::people::{NewContact, NewLogin, PersonFields};
use crate::records::drafts::DraftKind;
use crate::tui::app::App;
use crate::tui::effect::{About, Effect, Load};
use crate::tui::intent::Intent;
use crate::tui::overlays::field::Field;
use crate::tui::overlays::form::Form;
use crate::tui::overlays::form::draw::text_width;
use crate::tui::overlays::{Answer, Choice, Purpose};
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;

/// The fields of a person's name and addresses, by the names that the server uses.
#[must_use]
pub fn person_fields(app: &App, fields: &PersonFields) -> Vec<Field> {
    let field = |name, key: &str, text: &str| Field::line(name, app.text(key).into_owned(), text);
    vec![
        field("firstName", "field-firstName", &fields.first_name),
        field("lastName", "field-lastName", &fields.last_name),
        field("email", "field-email", &fields.email),
        field("phone", "field-phone", &fields.phone),
    ]
}

/// What was typed into them.
#[must_use]
pub fn typed(form: &Form) -> PersonFields {
    let text = |name| form.text(name).trim().to_owned();
    PersonFields {
        first_name: text("firstName"),
        last_name: text("lastName"),
        email: text("email"),
        phone: text("phone"),
    }
}

/// Asks who it is.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some(pane) = app.pane::<Pane>() else {
        return Vec::new();
    };
    let mut fields = person_fields(app, &PersonFields::default());
    let items = level::items(app, pane, None);
    fields.push(Field::line("userName", app.text("field-userName").into_owned(), ""));
    fields.push(Field::pick("level", app.text("field-level").into_owned(), items, None));
    let password = Field::line("password", app.text("people-first-password").into_owned(), "");
    fields.push(password.never_kept());
    let company = Some(About::Company(pane.company));
    let title = app
        .say("people-create-title", &[("company", pane.name.as_str().into())])
        .into_owned();
    let said = ["people-create-login", "people-password-once"].map(|key| app.text(key).into_owned());
    let said = said.into_iter().chain(level::fee(app, pane));
    let shown = said.flat_map(|text| Line::wrapped(&text, "", text_width(app), Role::Dim));
    let shown: Vec<Line> = shown.collect();
    if let Some(pane) = app.pane_mut::<Pane>() {
        pane.subject = Some(Subject {
            seen_fee: level::shown_fee(pane),
            ..Subject::default()
        });
    }
    let verb = app.text("people-create-verb").into_owned();
    let leave = app.text("dialog-keep").into_owned();
    let form = Form::new(title, verb, leave, Purpose::Page(confirm));
    form.showing(shown)
        .with(fields)
        .kept_about(DraftKind::NewPerson, company)
        .open(app, &[("password", Load::FirstPassword)])
}

/// Makes the contact.
fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let (Answer::Filled(form), Some(pane)) = (answer, app.pane::<Pane>()) else {
        return Vec::new();
    };
    let fields = typed(&form);
    let user_name = form.text("userName").trim().to_owned();
    let level = match form.choice("level") {
        Some(Choice::Level(level)) => *level,
        _ => None,
    };
    if !user_name.is_empty() && level.is_none() {
        let why = app.text("people-level-needed").into_owned();
        return form.refuse(app, "level", why);
    }
    if user_name.is_empty() && level.is_some() {
        let why = app.text("people-user-name-needed").into_owned();
        return form.refuse(app, "userName", why);
    }
    let is_licence = level
        .and_then(|id| pane.level(id))
        .is_some_and(|level| level.security_level.works_tickets());
    let password = form.text("password").trim().to_owned();
    let login = level.map(|level| NewLogin {
        user_name,
        level,
        password: Some(password).filter(|password| !password.is_empty()),
        seen_fee: pane.seen_fee().filter(|_| is_licence),
    });
    let company = pane.company;
    let done = app
        .say(
            "people-created",
            &[("name", format!("{} {}", fields.first_name, fields.last_name).into())],
        )
        .into_owned();
    let act = Administration::CreateContact(company, NewContact { fields, login });
    app.administer_form(form, act, done)
}
