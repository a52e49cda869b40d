//! Choosing the day through which periods are closed: yesterday, unless another one is said.

use super::Pane;
use crate::base::Date;
use crate::tui::app::App;
use crate::tui::app::pages;
use crate::tui::billing::typed;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::overlays::field::{Field, Reads};
use crate::tui::overlays::form::Form;
use crate::tui::overlays::{Answer, Purpose};
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;

/// The field.
const DAY: &str = "through";
/// Lines of the dialog are no wider.
const WIDEST: usize = 68;

/// Whether closing is in front.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    pages::in_front::<Pane>(app, "reason-not-at-closing")
}

/// Asks for the day.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some(pane) = app.pane::<Pane>() else {
        return Vec::new();
    };
    let shown = pane.preview.as_ref().map(|preview| preview.through);
    let day = shown.or(pane.through).unwrap_or_else(|| today(app).previous());
    let label = app.text("closing-through").into_owned();
    let field = Field::line(DAY, label, &day.to_string()).reading(Reads::Day);
    let title = app.text("closing-through-title").into_owned();
    let verb = app.text("closing-through-verb").into_owned();
    let leave = app.text("form-leave-as-it-was").into_owned();
    let about = Line::wrapped(&app.text("closing-through-about"), "", WIDEST, Role::Dim);
    let form = Form::new(title, verb, leave, Purpose::Page(confirm));
    form.showing(about).with(vec![field]).open(app, &[])
}

/// Shows what closing through that day would do.
fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let Answer::Filled(form) = answer else {
        return Vec::new();
    };
    let day = match typed::required_day(app, &form, DAY) {
        Ok(day) => day,
        Err((field, why)) => return form.refuse(app, field, why),
    };
    // The provider's day may be the next one already, never the one after: the server decides.
    if day > today(app) {
        let why = app.text("refusal-period_not_over").into_owned();
        return form.refuse(app, DAY, why);
    }
    let Some(pane) = app.pane_mut::<Pane>() else {
        return Vec::new();
    };
    pane.through = Some(day);
    pane.preview = None;
    pane.top = 0;
    app.ask_page()
}

fn today(app: &App) -> Date {
    Date(app.times().wall(app.now).date())
}
