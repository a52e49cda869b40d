//! More or fewer units of a service from a day on (BLX-02).

use super::front;
use crate::records::administration::Administration;
use crate::records::administration::contracts::UnitsChange;
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

/// Whether the units of the service under the cursor are set by hand (TF-36).
#[must_use]
pub fn availability(app: &App, intent: Intent) -> Availability {
    let service = front(app).ok().and_then(|(pane, _)| pane.current());
    match service {
        Some(service) if service.is_reserved => Availability::Refused(app.text("units-automated").into_owned()),
        _ => super::service_availability(app, intent),
    }
}

/// Asks how many, from when and why.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Ok((pane, page)) = front(app) else {
        return Vec::new();
    };
    let Some(service) = pane.current() else {
        return Vec::new();
    };
    let label = |key: &str| app.text(key).into_owned();
    let fields = vec![
        Field::line("change", label("units-change"), ""),
        Field::line("from", label("units-from"), &page.today.to_string()).reading(Reads::Day),
        Field::line("note", label("units-note"), ""),
    ];
    let arguments = [
        ("service", service.name.as_str().into()),
        ("count", service.units.into()),
    ];
    let title = app.say("units-title", &arguments).into_owned();
    let mut shown = Line::wrapped(&app.say("units-now", &arguments), "", WIDEST, Role::Text);
    shown.extend(Line::wrapped(&app.text("units-closed"), "", WIDEST, Role::Dim));
    let form = Form::new(
        title,
        label("units-verb"),
        label("form-leave-as-it-was"),
        Purpose::Page(confirm),
    );
    form.showing(shown).with(fields).open(app, &[])
}

/// Writes the change.
fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let (Answer::Filled(form), Ok((pane, _))) = (answer, front(app)) else {
        return Vec::new();
    };
    let Some(service) = pane.current() else {
        return Vec::new();
    };
    let read = || {
        let from = typed::required_day(app, &form, "from")?;
        let change = UnitsChange {
            change: typed::units(app, &form, "change")?,
            from: Some(from),
            note: form.text("note").trim().to_owned(),
        };
        Ok((change, from))
    };
    let (change, from) = match read() {
        Ok(change) => change,
        Err((field, why)) => return form.refuse(app, field, why),
    };
    if change.change == 0 {
        let why = app.text("units-none").into_owned();
        return form.refuse(app, "change", why);
    }
    let id = service.contract_service;
    let arguments = [
        ("service", service.name.as_str().into()),
        ("count", app.settings.sentences.signed_count(change.change).into()),
        ("date", app.times().date(from).into()),
    ];
    let done = app.say("units-changed", &arguments).into_owned();
    app.administer_form(form, Administration::ChangeUnits(id, change), done)
}
