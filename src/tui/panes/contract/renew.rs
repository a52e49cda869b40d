//! Renewing a contract: another one follows on the day after its end (LTX-08).

use super::front;
use crate::records::administration::Administration;
use crate::records::administration::contracts::Renewal;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::overlays::field::Field;
use crate::tui::overlays::form::Form;
use crate::tui::overlays::{Answer, Purpose};
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;

/// For so many months where nobody says.
const USUAL: &str = "12";
/// Lines of the dialog are no wider.
const WIDEST: usize = 68;

/// Whether it ends, and nothing follows yet.
#[must_use]
pub fn availability(app: &App, intent: Intent) -> Availability {
    let why = match front(app) {
        Ok((_, page)) if page.renewed_by.is_some() => "contract-renewed-already",
        Ok((_, page)) if page.fields.end.is_none() => "contract-never-ends",
        _ => return super::availability(app, intent),
    };
    Availability::Refused(app.text(why).into_owned())
}

/// Asks for how long.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Ok((pane, page)) = front(app) else {
        return Vec::new();
    };
    let label = |key: &str| app.text(key).into_owned();
    let fields = vec![
        Field::line("months", label("contract-months"), USUAL),
        Field::line("name", label("contract-name"), &pane.name),
    ];
    let contract = [("contract", pane.name.as_str().into())];
    let title = app.say("contract-renew-title", &contract).into_owned();
    let from = page.fields.end.map(|end| app.times().date(end.next()));
    let arguments = [("date", from.unwrap_or_default().into())];
    let shown = Line::wrapped(&app.say("contract-renew-from", &arguments), "", WIDEST, Role::Text);
    let form = Form::new(
        title,
        label("contract-renew-verb"),
        label("form-leave-as-it-was"),
        Purpose::Page(confirm),
    );
    form.showing(shown).with(fields).open(app, &[])
}

/// Makes the one that follows.
fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let (Answer::Filled(form), Ok((pane, _))) = (answer, front(app)) else {
        return Vec::new();
    };
    let Ok(months) = form.text("months").trim().parse::<u32>() else {
        let why = app.text("contract-months-wrong").into_owned();
        return form.refuse(app, "months", why);
    };
    let name = form.text("name").trim().to_owned();
    let renewal = Renewal {
        months: Some(months),
        name: Some(name).filter(|name| !name.is_empty()),
    };
    let id = pane.id;
    let done = app.say("contract-renewed", &[("contract", pane.name.as_str().into())]);
    let done = done.into_owned();
    app.administer_form(form, Administration::RenewContract(id, renewal), done)
}
