//! Putting a service of the catalogue on a contract.

use super::front;
use crate::records::administration::Administration;
use crate::records::administration::contracts::{NewContractService, Sold};
use crate::tui::app::App;
use crate::tui::billing::{statement, typed};
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::overlays::field::{Field, Reads};
use crate::tui::overlays::form::Form;
use crate::tui::overlays::{Answer, Choice, Purpose};
use crate::tui::widgets::pick_list::Item;

/// Asks which, for how much, and how many units.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Ok((pane, page)) = front(app) else {
        return Vec::new();
    };
    let items = page.catalogue.iter().filter(|service| service.fields.is_active);
    let items = items.map(|service| {
        let price = app.money(service.fields.unit_price.amount(), &page.currency);
        let detail = match service.is_reserved {
            true => app.text("service-reserved").into_owned(),
            false => format!("{price} {}", statement::period(app, service.fields.period)),
        };
        Item {
            value: Choice::Number(service.id),
            label: service.fields.name.clone(),
            detail,
            is_available: !service.is_reserved,
        }
    });
    let label = |key: &str| app.text(key).into_owned();
    let fields = vec![
        Field::pick("service", label("service"), items.collect(), None),
        Field::line("unitPrice", label("service-price-here"), ""),
        Field::line("units", label("service-units"), "1"),
        Field::line("from", label("service-from"), &page.today.to_string()).reading(Reads::Day),
    ];
    let contract = [("contract", pane.name.as_str().into())];
    let title = app.say("service-add-title", &contract).into_owned();
    let form = Form::new(
        title,
        label("service-add-verb"),
        label("form-leave-as-it-was"),
        Purpose::Page(confirm),
    );
    form.with(fields).open(app, &[])
}

/// Puts it there.
fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let (Answer::Filled(form), Ok((pane, _))) = (answer, front(app)) else {
        return Vec::new();
    };
    let Some(Choice::Number(service)) = form.choice("service").cloned() else {
        let why = app.text("service-needed").into_owned();
        return form.refuse(app, "service", why);
    };
    let read = || {
        Ok(NewContractService {
            sold: Sold::Service(service),
            unit_price: typed::price(app, &form, "unitPrice")?,
            units: typed::units(app, &form, "units")?,
            from: typed::day(app, &form, "from")?,
        })
    };
    let new = match read() {
        Ok(new) => new,
        Err((field, why)) => return form.refuse(app, field, why),
    };
    let id = pane.id;
    let arguments = [
        ("service", form.text("service").into()),
        ("contract", pane.name.as_str().into()),
    ];
    let done = app.say("service-added", &arguments).into_owned();
    app.administer_form(form, Administration::AddContractService(id, new), done)
}
