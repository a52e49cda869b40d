//! Closing what is seen. It can't be taken back, so the day through which periods are closed has to be typed; where
//! anything is otherwise by then, nothing is closed.

use super::Pane;
use crate::records::administration::Administration;
use crate::records::administration::billing::{Closing, ClosingPreview};
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::overlays::field::Field;
use crate::tui::overlays::form::Form;
use crate::tui::overlays::{Answer, Purpose};
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;

/// The field in which the day is typed; the server calls it so too.
const THROUGH: &str = "through";
/// Lines of the dialog are no wider.
const WIDEST: usize = 68;

/// Whether there is something to close.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    let why = match app.pane::<Pane>().map(|pane| &pane.preview) {
        None => app.text("reason-not-at-closing"),
        Some(None) => app.text("reason-not-answered"),
        Some(Some(preview)) if preview.periods == 0 => {
            app.say("closing-nothing", &[("date", app.times().date(preview.through).into())])
        }
        Some(Some(_)) => return Availability::Available,
    };
    Availability::Refused(why.into_owned())
}

/// Asks for the day.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some(preview) = app.pane::<Pane>().and_then(|pane| pane.preview.as_deref()) else {
        return Vec::new();
    };
    let width = usize::from(app.size.0).saturating_sub(4).min(WIDEST);
    let sums = summary(app, preview, "closing-sums");
    let mut shown = Line::wrapped(&sums, "", width, Role::Heading);
    shown.extend(Line::wrapped(&app.text("closing-for-good"), "", width, Role::Text));
    let label = app.say("closing-type-day", &[("date", preview.through.to_string().into())]);
    let field = Field::line(THROUGH, label.into_owned(), "");
    let title = app.text("closing-title").into_owned();
    let verb = app.text("closing-verb").into_owned();
    let leave = app.text("form-leave-as-it-was").into_owned();
    let form = Form::new(title, verb, leave, Purpose::Page(confirm));
    form.showing(shown).with(vec![field]).open(app, &[])
}

/// Periods, invoices and sum.
pub fn summary(app: &App, preview: &ClosingPreview, key: &str) -> String {
    let arguments = [
        ("periods", preview.periods.into()),
        ("invoices", preview.clients.len().into()),
        ("total", app.money(preview.total, &preview.currency).into()),
        ("date", app.times().date(preview.through).into()),
    ];
    app.say(key, &arguments).into_owned()
}

/// Closes them, if the day was typed.
fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let (Answer::Filled(form), Some(pane)) = (answer, app.pane::<Pane>()) else {
        return Vec::new();
    };
    let Some(preview) = pane.preview.as_deref() else {
        return Vec::new();
    };
    if form.text(THROUGH).trim() != preview.through.to_string() {
        let arguments = [("date", preview.through.to_string().into())];
        let why = app.say("closing-other-day", &arguments).into_owned();
        return form.refuse(app, THROUGH, why);
    }
    let act = Administration::ClosePeriods(Closing {
        through: preview.through,
        company: pane.id(),
        seen: preview.digest.clone(),
    });
    let done = summary(app, preview, "closing-done");
    app.administer_form(form, act, done)
}
