//! Editing a person's name and addresses.

use super::{Pane, create, name, take_subject};
use crate::records::administration::Administration;
use crate::records::administration::seeing::Seeing;
use crate::records::drafts::DraftKind;
use crate::tui::app::App;
use crate::tui::effect::{About, Effect};
use crate::tui::intent::Intent;
use crate::tui::overlays::form::Form;
use crate::tui::overlays::{Answer, Purpose};

/// Asks what is to be another.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some(person) = take_subject(app) else {
        return Vec::new();
    };
    let title = app
        .say("people-edit-title", &[("name", name(&person).into())])
        .into_owned();
    let verb = app.text("people-edit-verb").into_owned();
    let leave = app.text("dialog-keep").into_owned();
    let form = Form::new(title, verb, leave, Purpose::Page(confirm));
    form.with(create::person_fields(app, &person.fields))
        .kept_about(DraftKind::Person, Some(About::Contact(person.id)))
        .open(app, &[])
}

fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let (Answer::Filled(form), Some(person)) = (answer, app.pane::<Pane>().and_then(Pane::subject)) else {
        return Vec::new();
    };
    let (id, before, seen) = (person.id, person.fields.clone(), person.seen.clone());
    let fields = create::typed(&form);
    if fields == before {
        return Vec::new();
    }
    let name = format!("{} {}", fields.first_name, fields.last_name);
    let done = app.say("people-edited", &[("name", name.into())]).into_owned();
    app.administer_form(form, Administration::EditContact(id, Seeing::new(fields, seen)), done)
}
