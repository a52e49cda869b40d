//! Another name for a level of the provider's own that nobody has, or another word on who may assign it (CPX-07).

use super::{Pane, delete};
use crate::records::administration::Administration;
use crate::records::administration::people::LevelEdit;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::overlays::field::Field;
use crate::tui::overlays::form::Form;
use crate::tui::overlays::{Answer, Purpose};

/// Whether the level under the cursor can be edited: where it could be deleted.
#[must_use]
pub fn availability(app: &App, intent: Intent) -> Availability {
    delete::availability(app, intent)
}

/// Asks what is to be another.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some(pane) = app.pane_mut::<Pane>() else {
        return Vec::new();
    };
    let Some(level) = pane.current().cloned() else {
        return Vec::new();
    };
    pane.subject = Some(level.id);
    let mut fields = vec![Field::line("name", app.text("levels-name").into_owned(), &level.name)];
    if !level.security_level.works_tickets() {
        let label = app.text("levels-client-may-give").into_owned();
        fields.push(Field::switch("isClientAssignable", label, level.is_client_assignable));
    }
    let title = app.say("levels-edit-title", &[("name", level.name.as_str().into())]);
    let verb = app.text("form-save").into_owned();
    let leave = app.text("form-leave-as-it-was").into_owned();
    let form = Form::new(title.into_owned(), verb, leave, Purpose::Page(confirm));
    form.with(fields).open(app, &[])
}

fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let (Answer::Filled(form), Some(id)) = (answer, app.pane::<Pane>().and_then(|pane| pane.subject)) else {
        return Vec::new();
    };
    let edit = LevelEdit {
        name: form.text("name").trim().to_owned(),
        is_client_assignable: form.is_on("isClientAssignable"),
    };
    let done = app.say("levels-edited", &[("name", edit.name.as_str().into())]);
    let done = done.into_owned();
    app.administer_form(form, Administration::EditLevel(id, edit), done)
}
