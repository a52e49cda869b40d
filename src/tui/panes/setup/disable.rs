//! Switching Taskfire off (TF-22): what would follow for how many tickets, people and licences is asked first (D-13),
//! and the client's name has to be typed.

use super::{Pane, availability_if};
use crate::base::fold::fold;
use crate::records::administration::setup::{Confirmation, DisablingPreview};
use crate::records::administration::{Administration, Question};
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::overlays::field::Field;
use crate::tui::overlays::form::Form;
use crate::tui::overlays::form::draw::text_width;
use crate::tui::overlays::{Answer, Purpose};
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;

/// The field in which the name is typed; the server calls it so too.
const NAME: &str = "companyName";

/// Whether it is on.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    availability_if(app, |setup| {
        (!setup.is_taskfire_active).then_some("reason-taskfire-is-off")
    })
}

/// Asks what would follow; the dialog opens with the answer.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some(company) = app.pane::<Pane>().map(|pane| pane.company) else {
        return Vec::new();
    };
    app.done("disable-asked", &[]);
    app.ask_server(Question::Disabling(company))
}

/// The answer is there. Where something else was opened meanwhile the dialog is not put over it, and says so.
pub(super) fn answered(app: &mut App) -> Vec<Effect> {
    if !app.overlays.is_empty() {
        app.done("disable-waits", &[]);
    }
    open(app)
}

/// Opens the dialog that waits for its place, once nothing floats over the set-up any more.
pub fn open(app: &mut App) -> Vec<Effect> {
    if !app.overlays.is_empty() {
        return Vec::new();
    }
    let Some(pane) = app.pane_mut::<Pane>() else {
        return Vec::new();
    };
    let Some(preview) = pane.disabling.take() else {
        return Vec::new();
    };
    app.messages.current = None;
    let Some(pane) = app.pane::<Pane>() else {
        return Vec::new();
    };
    let name = pane.name.clone();
    let company = [("company", name.as_str().into())];
    let title = app.say("disable-title", &company).into_owned();
    let verb = app.text("disable-verb").into_owned();
    let leave = app.text("disable-leave").into_owned();
    let label = app.text("disable-type-name").into_owned();
    let shown = lines(app, &name, &preview);
    let form = Form::new(title, verb, leave, Purpose::Page(confirm)).showing(shown);
    form.with(vec![Field::line(NAME, label, "")]).open(app, &[])
}

/// What would follow, in words.
fn lines(app: &App, company: &str, preview: &DisablingPreview) -> Vec<Line> {
    let width = text_width(app);
    let facts = [
        ("disable-returned", preview.returned_tickets),
        ("disable-kept", preview.kept_tickets),
        ("disable-users", preview.users),
        ("disable-licences", preview.licences),
    ];
    let said = facts.into_iter().flat_map(|(key, count)| {
        let arguments = [("count", count.into()), ("company", company.into())];
        let role = if count == 0 { Role::Dim } else { Role::Text };
        Line::wrapped(&app.say(key, &arguments), "", width, role)
    });
    // How many they are is the client's own matter (D-41).
    let archived = Line::wrapped(
        &app.say("disable-archived", &[("company", company.into())]),
        "",
        width,
        Role::Text,
    );
    let again = Line::wrapped(&app.text("disable-again"), "", width, Role::Dim);
    said.chain(archived).chain(again).collect()
}

/// Switches it off, if the name was typed.
fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let (Answer::Filled(form), Some(pane)) = (answer, app.pane::<Pane>()) else {
        return Vec::new();
    };
    let company_name = form.text(NAME).trim().to_owned();
    let company = [("company", pane.name.as_str().into())];
    if fold(&company_name) != fold(pane.name.trim()) {
        let why = app.say("disable-other-name", &company).into_owned();
        return form.refuse(app, NAME, why);
    }
    let done = app.say("disable-done", &company).into_owned();
    let act = Administration::DisableTaskfire(pane.company, Confirmation { company_name });
    app.administer_form(form, act, done)
}
