//! Editing a contract. Where somebody else wrote it meanwhile, what was typed stays and all else becomes theirs.

use super::front;
use crate::records::administration::Administration;
use crate::records::administration::seeing::Seeing;
use crate::records::drafts::DraftKind;
use crate::tui::app::App;
use crate::tui::billing::contract_form;
use crate::tui::effect::{About, Effect};
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
    form.with(fields)
        .kept_about(DraftKind::Contract, Some(About::Contract(pane.id)))
        .open(app, &[])
}

/// Writes it.
fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let (Answer::Filled(form), Ok((pane, page))) = (answer, front(app)) else {
        return Vec::new();
    };
    let form = form.renewed(contract_form::fields(app, page.standing.kind, &page.fields));
    let fields = match contract_form::read(app, &form) {
        Ok(fields) => fields,
        Err((field, why)) => return form.refuse(app, field, why),
    };
    if fields == page.fields {
        return Vec::new();
    }
    let (id, seen) = (pane.id, page.seen.clone());
    let done = app
        .say("contract-saved", &[("contract", fields.name.as_str().into())])
        .into_owned();
    let act = Administration::EditContract(id, Seeing::new(fields, seen));
    app.administer_form(form, act, done)
}
