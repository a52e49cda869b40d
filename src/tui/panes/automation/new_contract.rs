//! A contract for automation, made where none fits (TF-32): by the calendar, so that no month is partial (TF-42).

use super::{Pane, front};
use crate::domain::licence::Anchor;
use crate::records::administration::Administration;
use crate::records::administration::billing::ContractKind;
use crate::records::administration::contracts::{ContractFields, NewClientContract};
use crate::tui::app::App;
use crate::tui::billing::contract_form;
use crate::tui::effect::Effect;
use crate::tui::overlays::form::Form;
use crate::tui::overlays::{Answer, Purpose};
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;

/// Lines of the dialog are no wider.
const WIDEST: usize = 68;

/// Asks what it is called and how long it runs.
pub fn ask(app: &mut App) -> Vec<Effect> {
    let Ok((pane, page)) = front(app) else {
        return Vec::new();
    };
    let arguments = [("company", pane.name.as_str().into())];
    let empty = ContractFields {
        name: app.text("automation-contract-name").into_owned(),
        number: String::new(),
        description: String::new(),
        start: page.today,
        end: None,
        anchor: Anchor::Calendar,
        is_approved: true,
        minutes: None,
        renewal_notice_days: None,
    };
    let fields = contract_form::fields(app, ContractKind::Recurring, &empty);
    let title = app.say("automation-contract-title", &arguments).into_owned();
    let mut shown = Vec::new();
    for key in ["recommend-dedicated-contract", "automation-anchor-cure"] {
        shown.extend(Line::wrapped(&app.text(key), "", WIDEST, Role::Dim));
    }
    let verb = app.text("contract-create-verb").into_owned();
    let leave = app.text("form-leave-as-it-was").into_owned();
    let form = Form::new(title, verb, leave, Purpose::Page(confirm));
    form.showing(shown).with(fields).open(app, &[])
}

/// Makes it; it is chosen once it is there.
fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let Answer::Filled(form) = answer else {
        return Vec::new();
    };
    let fields = match contract_form::read(app, &form) {
        Ok(fields) => fields,
        Err((field, why)) => return form.refuse(app, field, why),
    };
    let done = app
        .say("contract-created", &[("contract", fields.name.as_str().into())])
        .into_owned();
    let Some(pane) = app.pane_mut::<Pane>() else {
        return Vec::new();
    };
    pane.remember();
    let company = pane.company;
    let new = NewClientContract {
        kind: ContractKind::Recurring,
        scope: None,
        fields,
    };
    app.administer_form(form, Administration::CreateContract(company, new), done)
}
