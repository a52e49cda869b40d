//! A new service of the catalogue, made wherever one is missing.

use super::{statement, typed};
use crate::domain::licence::PeriodType;
use crate::records::administration::Administration;
use crate::records::administration::contracts::ServiceFields;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::overlays::field::Field;
use crate::tui::overlays::form::Form;
use crate::tui::overlays::pick::item;
use crate::tui::overlays::{Answer, Choice, Purpose};
use crate::tui::widgets::pick_list::Item;

/// What a service can be billed by, the usual one first.
const PERIODS: [PeriodType; 5] = [
    PeriodType::Monthly,
    PeriodType::Quarterly,
    PeriodType::SemiAnnual,
    PeriodType::Yearly,
    PeriodType::OneTime,
];

fn period_item(app: &App, period: PeriodType) -> Item<Choice> {
    item(
        statement::period(app, period),
        "",
        Choice::Word(statement::period_key(period)),
    )
}

/// Asks what it is called and what it costs.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let label = |key: &str| app.text(key).into_owned();
    let periods = PERIODS.map(|period| period_item(app, period)).to_vec();
    let fields = vec![
        Field::line("name", label("service-name"), ""),
        Field::pick(
            "period",
            label("service-period"),
            periods,
            Some(period_item(app, PeriodType::Monthly)),
        ),
        Field::line("unitPrice", label("service-price"), ""),
        Field::line("description", label("contract-description"), ""),
    ];
    let title = label("service-title");
    let verb = label("service-verb");
    let leave = label("form-leave-as-it-was");
    let form = Form::new(title, verb, leave, Purpose::Page(confirm));
    form.with(fields).open(app, &[])
}

/// Makes it.
fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let Answer::Filled(form) = answer else {
        return Vec::new();
    };
    let unit_price = match typed::price(app, &form, "unitPrice") {
        Ok(Some(price)) => price,
        Ok(None) => {
            let why = app.text("billing-price-wrong").into_owned();
            return form.refuse(app, "unitPrice", why);
        }
        Err((field, why)) => return form.refuse(app, field, why),
    };
    let name = form.text("name").trim().to_owned();
    if name.is_empty() {
        let why = app.text("contract-name-needed").into_owned();
        return form.refuse(app, "name", why);
    }
    let word = match form.choice("period") {
        Some(Choice::Word(word)) => *word,
        _ => "",
    };
    let period = PERIODS
        .into_iter()
        .find(|period| statement::period_key(*period) == word);
    let done = app.say("service-made", &[("name", name.as_str().into())]).into_owned();
    let act = Administration::CreateService(ServiceFields {
        name,
        description: form.text("description").trim().to_owned(),
        invoice_description: String::new(),
        period: period.unwrap_or(PeriodType::Monthly),
        unit_price,
        unit_cost: None,
        is_active: true,
    });
    app.administer_form(form, act, done)
}
