//! Saving what is chosen; licences, price and total are said (TF-38).

use super::front;
use crate::records::administration::Administration;
use crate::records::administration::billing::AutomationChoice;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use rust_decimal::Decimal;

/// Whether both are chosen, and another choice than what is saved.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    let why = match front(app) {
        Err(key) => key,
        Ok((_, page)) if !page.is_taskfire_active => "step-waits",
        Ok((pane, _)) if pane.contract.is_none() => "automation-contract-needed",
        Ok((pane, _)) if pane.service.is_none() => "service-needed",
        Ok((pane, _)) if !pane.is_changed() => "reason-nothing-changed",
        Ok(_) => return Availability::Available,
    };
    Availability::Refused(app.text(why).into_owned())
}

/// Saves it.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Ok((pane, page)) = front(app) else {
        return Vec::new();
    };
    let Some(service) = pane.chosen_service() else {
        return Vec::new();
    };
    let price = service.unit_price.amount();
    let total = price * Decimal::from(page.licences);
    let arguments = [
        ("company", pane.name.as_str().into()),
        ("count", page.licences.into()),
        ("price", app.amount(price).into()),
        (
            "total",
            app.money(crate::domain::money::cents(total), &page.currency).into(),
        ),
    ];
    let done = app.say("automation-saved", &arguments).into_owned();
    let choice = AutomationChoice {
        contract: pane.contract,
        contract_service: pane.service,
        from: pane.from,
    };
    let act = Administration::SaveAutomation(pane.company, choice);
    app.administer(act, done)
}
