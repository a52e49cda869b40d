//! Giving an item to a person or, where no single one fits, to a company as a whole (LT-02, LT-03).

use super::{Pane, front};
use crate::records::administration::Administration;
use crate::records::administration::support::Owner;
use crate::tui::app::App;
use crate::tui::effect::{Choices, Effect, Load};
use crate::tui::intent::{Availability, Intent};
use crate::tui::overlays::field::Field;
use crate::tui::overlays::form::Form;
use crate::tui::overlays::{Answer, Choice, Purpose};

/// Whether an item without an owner is under the cursor.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    let why = match front(app).map(|(pane, _)| pane.current()) {
        Err(key) => key,
        Ok(None) => "contract-settings-all-owned",
        Ok(Some(_)) => return Availability::Available,
    };
    Availability::Refused(app.text(why).into_owned())
}

/// Asks to whom.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some(item) = app.pane::<Pane>().and_then(Pane::current) else {
        return Vec::new();
    };
    let text = |key: &str| app.text(key).into_owned();
    let fields = vec![
        Field::pick("companyID", text("detail-company"), Vec::new(), None),
        Field::pick("contactID", text("assign-item-contact"), Vec::new(), None),
    ];
    let title = app
        .say("assign-item-title", &[("item", item.name.as_str().into())])
        .into_owned();
    let form = Form::new(
        title,
        text("assign-item-verb"),
        text("form-leave-as-it-was"),
        Purpose::Page(confirm),
    );
    form.with(fields)
        .depending("companyID", "contactID")
        .open(app, &[("companyID", Load::Choices(Choices::Companies))])
}

/// Gives it to them.
fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let (Answer::Filled(form), Some(item)) = (answer, app.pane::<Pane>().and_then(Pane::current)) else {
        return Vec::new();
    };
    let Some(Choice::Company(company)) = form.choice("companyID").cloned() else {
        let why = app.text("contract-company-needed").into_owned();
        return form.refuse(app, "companyID", why);
    };
    let contact = match form.choice("contactID") {
        Some(Choice::Contact(contact)) => Some(*contact),
        _ => None,
    };
    let id = item.id;
    let to = match contact {
        Some(_) => form.text("contactID"),
        None => form.text("companyID"),
    };
    let arguments = [("item", item.name.as_str().into()), ("owner", to.into())];
    let done = app.say("assign-item-done", &arguments).into_owned();
    app.administer_form(form, Administration::AssignItem(id, Owner { company, contact }), done)
}
