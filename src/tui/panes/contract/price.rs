//! Another price of a service on a contract; it holds from the next period on (D-46).

use super::front;
use crate::records::administration::Administration;
use crate::records::administration::contracts::PriceChange;
use crate::tui::app::App;
use crate::tui::billing::typed;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::overlays::field::Field;
use crate::tui::overlays::form::Form;
use crate::tui::overlays::{Answer, Purpose};
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;

/// Lines of the dialog are no wider.
const WIDEST: usize = 68;

/// Asks what it is to cost.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Ok((pane, page)) = front(app) else {
        return Vec::new();
    };
    let Some(service) = pane.current() else {
        return Vec::new();
    };
    let label = |key: &str| app.text(key).into_owned();
    let now = service.unit_price.to_string();
    let fields = vec![Field::line("unitPrice", label("service-price"), &now)];
    let arguments = [
        ("service", service.name.as_str().into()),
        ("price", app.money(service.unit_price.amount(), &page.currency).into()),
    ];
    let title = app.say("price-title", &arguments).into_owned();
    let shown = Line::wrapped(&app.say("price-next-period", &arguments), "", WIDEST, Role::Text);
    let form = Form::new(
        title,
        label("price-verb"),
        label("form-leave-as-it-was"),
        Purpose::Page(confirm),
    );
    form.showing(shown).with(fields).open(app, &[])
}

/// Writes it.
fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let (Answer::Filled(form), Ok((pane, page))) = (answer, front(app)) else {
        return Vec::new();
    };
    let Some(service) = pane.current() else {
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
    let id = service.contract_service;
    let arguments = [
        ("service", service.name.as_str().into()),
        ("price", app.money(unit_price.amount(), &page.currency).into()),
    ];
    let done = app.say("price-changed", &arguments).into_owned();
    app.administer_form(form, Administration::ChangePrice(id, PriceChange { unit_price }), done)
}
