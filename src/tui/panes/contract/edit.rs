//! Editing a contract.

use super::front;
use crate::records::administration::Administration;
use crate::tui::app::App;
use crate::tui::billing::contract_form;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::overlays::form::Form;
use crate::tui::overlays::{Answer, Purpose};

/// Asks what is to be another.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Ok((pane, page)) = front(app) else {
        return Vec::new();
    };
    let fields = contract_form::fields(app, page.standing.kind, &page.fields);
    let title = app
        .say("contract-edit-title", &[("contract", pane.name.as_str().into())])
        .into_owned();
    let verb = app.text("people-edit-verb").into_owned();
    let leave = app.text("form-leave-as-it-was").into_owned();
    let form = Form::new(title, verb, leave, Purpose::Page(confirm));
    form.with(fields).open(app, &[])
}

/// Writes it.
fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let (Answer::Filled(form), Ok((pane, page))) = (answer, front(app)) else {
        return Vec::new();
    };
    let fields = match contract_form::read(app, &form) {
        Ok(fields) => fields,
        Err((field, why)) => return form.refuse(app, field, why),
    };
    if fields == page.fields {
        return Vec::new();
    }
    let id = pane.id;
    let done = app
        .say("contract-saved", &[("contract", fields.name.as_str().into())])
        .into_owned();
    app.administer_form(form, Administration::EditContract(id, fields), done)
}
