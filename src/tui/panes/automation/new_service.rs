//! "New": a service of the catalogue on the chosen contract (TF-35).

use super::{Field, Pane, front};
use crate::records::administration::Administration;
use crate::records::administration::contracts::{NewContractService, Sold};
use crate::tui::app::App;
use crate::tui::billing::typed;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::overlays::field::Field as FormField;
use crate::tui::overlays::form::Form;
use crate::tui::overlays::pick::item;
use crate::tui::overlays::{Answer, Choice, Purpose};
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;

/// Lines of the dialog are no wider.
const WIDEST: usize = 68;

/// Makes what the cursor is on: a contract, or a service on the chosen one.
pub fn new(app: &mut App, _: Intent) -> Vec<Effect> {
    match front(app).map(|(pane, _)| pane.field) {
        Ok(Field::Service) => ask(app),
        Ok(Field::Contract | Field::From) => super::new_contract::ask(app),
        Err(_) => Vec::new(),
    }
}

/// Asks which, and for how much.
pub fn ask(app: &mut App) -> Vec<Effect> {
    let Ok((pane, page)) = front(app) else {
        return Vec::new();
    };
    let Some(contract) = pane.chosen() else {
        return Vec::new();
    };
    let items = page.services.iter().map(|service| {
        let price = service
            .unit_price
            .map(|price| app.money(price.amount(), &page.currency));
        item(
            service.name.as_str(),
            price.unwrap_or_default(),
            Choice::Number(service.id),
        )
    });
    let fields = vec![
        FormField::pick("service", app.text("service").into_owned(), items.collect(), None),
        FormField::line("unitPrice", app.text("service-price-here").into_owned(), ""),
    ];
    let arguments = [("contract", contract.name.as_str().into())];
    let title = app.say("service-add-title", &arguments).into_owned();
    let shown = Line::wrapped(&app.text("recommend-dedicated-service"), "", WIDEST, Role::Dim);
    let verb = app.text("service-add-verb").into_owned();
    let leave = app.text("form-leave-as-it-was").into_owned();
    let form = Form::new(title, verb, leave, Purpose::Page(confirm));
    form.showing(shown).with(fields).open(app, &[])
}

/// Puts it there; it is chosen once it is.
fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let Answer::Filled(form) = answer else {
        return Vec::new();
    };
    let Some(Choice::Number(service)) = form.choice("service").cloned() else {
        let why = app.text("service-needed").into_owned();
        return form.refuse(app, "service", why);
    };
    let unit_price = match typed::price(app, &form, "unitPrice") {
        Ok(price) => price,
        Err((field, why)) => return form.refuse(app, field, why),
    };
    let name = form.text("service");
    let Some(pane) = app.pane_mut::<Pane>() else {
        return Vec::new();
    };
    pane.remember();
    let Some((contract, contract_name)) = pane.chosen().map(|one| (one.id, one.name.clone())) else {
        return Vec::new();
    };
    let arguments = [("service", name.into()), ("contract", contract_name.into())];
    let done = app.say("service-added", &arguments).into_owned();
    let new = NewContractService {
        sold: Sold::Service(service),
        unit_price,
        units: 0,
        from: None,
    };
    app.administer_form(form, Administration::AddContractService(contract, new), done)
}
