//! Putting a service of the catalogue or a bundle of services on a contract, and editing the service under the cursor in the
//! catalogue.

use super::front;
use crate::records::administration::Administration;
use crate::records::administration::contracts::{NewContractService, ServiceLine, Sold};
use crate::tui::app::App;
use crate::tui::billing::{service_form, statement, typed};
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::overlays::field::{Field, Reads};
use crate::tui::overlays::form::Form;
use crate::tui::overlays::pick::item;
use crate::tui::overlays::{Answer, Choice, Purpose};
use crate::tui::widgets::pick_list::Item;

/// Asks which, for how much, and how many units.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Ok((pane, page)) = front(app) else {
        return Vec::new();
    };
    let services = page.catalogue.iter().filter(|service| service.fields.is_active);
    let services = services.map(|service| {
        let price = app.money(service.fields.unit_price.amount(), &page.currency);
        let detail = match service.is_reserved {
            true => app.text("service-reserved").into_owned(),
            false => format!("{price} {}", statement::period(app, service.fields.period)),
        };
        Item {
            value: Choice::Sold(Sold::Service(service.id)),
            label: service.fields.name.clone(),
            detail,
            is_available: !service.is_reserved,
        }
    });
    let bundles = page.bundles.iter().map(|bundle| {
        let price = app.money(bundle.unit_price.amount(), &page.currency);
        let named = bundle.services.join(", ");
        let detail = format!("{price} {} · {named}", statement::period(app, bundle.period));
        item(bundle.name.as_str(), detail, Choice::Sold(Sold::Bundle(bundle.id)))
    });
    let label = |key: &str| app.text(key).into_owned();
    let fields = vec![
        Field::pick(
            "service",
            label("service-or-bundle"),
            services.chain(bundles).collect(),
            None,
        ),
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
    let Some(Choice::Sold(sold)) = form.choice("service").cloned() else {
        let why = app.text("service-needed").into_owned();
        return form.refuse(app, "service", why);
    };
    let read = || {
        Ok(NewContractService {
            sold,
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

/// The service under the cursor, as the catalogue has it.
fn in_catalogue(app: &App) -> Option<&ServiceLine> {
    let (pane, page) = front(app).ok()?;
    let Sold::Service(id) = pane.current()?.sold else {
        return None;
    };
    page.catalogue.iter().find(|service| service.id == id)
}

/// Whether a service of the catalogue is under the cursor, and no bundle.
#[must_use]
pub fn edit_availability(app: &App, intent: Intent) -> Availability {
    match super::service_availability(app, intent) {
        Availability::Available if in_catalogue(app).is_none() => {
            Availability::Refused(app.text("service-is-bundle").into_owned())
        }
        others => others,
    }
}

/// Asks what is to be another about it.
pub fn edit(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some(service) = in_catalogue(app).cloned() else {
        return Vec::new();
    };
    service_form::edit(app, &service, confirm_edit)
}

fn confirm_edit(app: &mut App, answer: Answer) -> Vec<Effect> {
    match in_catalogue(app).cloned() {
        Some(service) => service_form::confirm_edit(app, &service, answer),
        None => Vec::new(),
    }
}
