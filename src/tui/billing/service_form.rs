//! A service of the catalogue: a new one, made wherever one is missing, or one that is edited. Where somebody else wrote it
//! meanwhile, what was typed stays and all else becomes theirs.

use super::typed::Mistake;
use super::{statement, typed};
use crate::domain::licence::PeriodType;
use crate::domain::money::Price;
use crate::records::administration::Administration;
use crate::records::administration::contracts::{ServiceFields, ServiceLine};
use crate::records::administration::seeing::Seeing;
use crate::records::drafts::DraftKind;
use crate::tui::app::App;
use crate::tui::effect::{About, Effect};
use crate::tui::intent::Intent;
use crate::tui::overlays::field::Field;
use crate::tui::overlays::form::Form;
use crate::tui::overlays::pick::item;
use crate::tui::overlays::{Answer, Choice, Purpose};
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::pick_list::Item;

/// What a service can be billed by, the usual one first.
const PERIODS: [PeriodType; 5] = [
    PeriodType::Monthly,
    PeriodType::Quarterly,
    PeriodType::SemiAnnual,
    PeriodType::Yearly,
    PeriodType::OneTime,
];
/// Lines of the dialog are no wider.
const WIDEST: usize = 68;

fn period_item(app: &App, period: PeriodType) -> Item<Choice> {
    item(
        statement::period(app, period),
        "",
        Choice::Word(statement::period_key(period)),
    )
}

fn fields(app: &App, service: &ServiceFields, price: &str) -> Vec<Field> {
    let label = |key: &str| app.text(key).into_owned();
    let periods = PERIODS.map(|period| period_item(app, period)).to_vec();
    let period = Some(period_item(app, service.period));
    vec![
        Field::line("name", label("service-name"), &service.name),
        Field::pick("period", label("service-period"), periods, period),
        Field::line("unitPrice", label("service-price"), price),
        Field::line("description", label("contract-description"), &service.description),
    ]
}

/// What is said of one that exists besides.
fn more_fields(app: &App, service: &ServiceFields) -> Vec<Field> {
    let price = service.unit_price.to_string();
    let cost = service.unit_cost.map(|cost| cost.to_string()).unwrap_or_default();
    let label = |key: &str| app.text(key).into_owned();
    let mut fields = fields(app, service, &price);
    fields.extend([
        Field::line(
            "invoiceDescription",
            label("service-on-invoice"),
            &service.invoice_description,
        ),
        Field::line("unitCost", label("service-cost"), &cost),
        Field::switch("isActive", label("service-active"), service.is_active),
    ]);
    fields
}

/// A new one, before anything is said of it.
fn empty() -> ServiceFields {
    ServiceFields {
        name: String::new(),
        description: String::new(),
        invoice_description: String::new(),
        period: PeriodType::Monthly,
        unit_price: Price::ZERO,
        unit_cost: None,
        is_active: true,
    }
}

/// Asks what it is called and what it costs.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let label = |key: &str| app.text(key).into_owned();
    let form = Form::new(
        label("service-title"),
        label("service-verb"),
        label("form-leave-as-it-was"),
        Purpose::Page(confirm),
    );
    form.with(fields(app, &empty(), "")).open(app, &[])
}

/// What was typed; what the form doesn't ask stays as it is in `base`.
fn read(app: &App, form: &Form, base: ServiceFields) -> Result<ServiceFields, Mistake> {
    let text = |name| form.text(name).trim().to_owned();
    let unit_price = typed::price(app, form, "unitPrice")?;
    let unit_price = unit_price.ok_or_else(|| ("unitPrice", app.text("billing-price-wrong").into_owned()))?;
    let name = text("name");
    if name.is_empty() {
        return Err(("name", app.text("contract-name-needed").into_owned()));
    }
    let word = match form.choice("period") {
        Some(Choice::Word(word)) => *word,
        _ => "",
    };
    let mut periods = PERIODS.into_iter();
    let period = periods.find(|period| statement::period_key(*period) == word);
    Ok(ServiceFields {
        name,
        description: text("description"),
        period: period.unwrap_or(base.period),
        unit_price,
        ..base
    })
}

/// Makes it.
fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let Answer::Filled(form) = answer else {
        return Vec::new();
    };
    let new = match read(app, &form, empty()) {
        Ok(new) => new,
        Err((field, why)) => return form.refuse(app, field, why),
    };
    let done = app.say("service-made", &[("name", new.name.as_str().into())]);
    let done = done.into_owned();
    app.administer_form(form, Administration::CreateService(new), done)
}

/// Asks what is to be another about a service.
pub fn edit(app: &mut App, service: &ServiceLine, confirm: fn(&mut App, Answer) -> Vec<Effect>) -> Vec<Effect> {
    let label = |key: &str| app.text(key).into_owned();
    let name = [("service", service.fields.name.as_str().into())];
    let title = app.say("service-edit-title", &name).into_owned();
    let shown = Line::wrapped(&app.text("service-edit-about"), "", WIDEST, Role::Dim);
    let form = Form::new(
        title,
        label("people-edit-verb"),
        label("form-leave-as-it-was"),
        Purpose::Page(confirm),
    );
    form.showing(shown)
        .with(more_fields(app, &service.fields))
        .kept_about(DraftKind::Service, Some(About::Service(service.id)))
        .open(app, &[])
}

/// Writes it.
pub fn confirm_edit(app: &mut App, service: &ServiceLine, answer: Answer) -> Vec<Effect> {
    let Answer::Filled(form) = answer else {
        return Vec::new();
    };
    let form = form.renewed(more_fields(app, &service.fields));
    let read = || {
        Ok(ServiceFields {
            invoice_description: form.text("invoiceDescription").trim().to_owned(),
            unit_cost: typed::price(app, &form, "unitCost")?,
            is_active: form.is_on("isActive"),
            ..read(app, &form, service.fields.clone())?
        })
    };
    let fields = match read() {
        Ok(fields) => fields,
        Err((field, why)) => return form.refuse(app, field, why),
    };
    if fields == service.fields {
        return Vec::new();
    }
    let done = app.say("service-saved", &[("name", fields.name.as_str().into())]);
    let done = done.into_owned();
    let act = Administration::EditService(service.id, Seeing::new(fields, service.seen.as_str()));
    app.administer_form(form, act, done)
}
