//! Stopping automation: licences go on, and nobody bills them.

use super::front;
use crate::records::administration::Administration;
use crate::records::administration::billing::AutomationStop;
use crate::tui::app::App;
use crate::tui::billing::typed;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::overlays::field::{Field, Reads};
use crate::tui::overlays::form::Form;
use crate::tui::overlays::{Answer, Purpose};
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;

/// Lines of the dialog are no wider.
const WIDEST: usize = 68;

/// Whether it is on.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    let why = match front(app) {
        Err(key) => key,
        Ok((_, page)) if page.automation.is_none() => "automation-is-off",
        Ok(_) => return Availability::Available,
    };
    Availability::Refused(app.text(why).into_owned())
}

/// Asks from when on.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Ok((pane, page)) = front(app) else {
        return Vec::new();
    };
    let arguments = [("company", pane.name.as_str().into()), ("count", page.licences.into())];
    let title = app.say("automation-stop-title", &arguments).into_owned();
    let shown = Line::wrapped(&app.say("automation-stop-about", &arguments), "", WIDEST, Role::Text);
    let label = app.text("automation-stop-from").into_owned();
    let field = Field::line("from", label, &page.today.to_string()).reading(Reads::Day);
    let verb = app.text("automation-stop-verb").into_owned();
    let leave = app.text("form-leave-as-it-was").into_owned();
    let form = Form::new(title, verb, leave, Purpose::Page(confirm));
    form.showing(shown).with(vec![field]).open(app, &[])
}

/// Stops it.
fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let (Answer::Filled(form), Ok((pane, _))) = (answer, front(app)) else {
        return Vec::new();
    };
    let from = match typed::day(app, &form, "from") {
        Ok(from) => from,
        Err((field, why)) => return form.refuse(app, field, why),
    };
    let company = pane.company;
    let arguments = [("company", pane.name.as_str().into())];
    let done = app.say("automation-stopped", &arguments).into_owned();
    app.administer_form(
        form,
        Administration::StopAutomation(company, AutomationStop { from }),
        done,
    )
}
