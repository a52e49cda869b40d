//! Choosing what the cursor is on: the contract, the service on it, or the day of a change.

use super::{Field, Pane, front};
use crate::tui::app::App;
use crate::tui::billing::typed;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::overlays::field::{Field as FormField, Reads};
use crate::tui::overlays::form::Form;
use crate::tui::overlays::pick::Pick;
use crate::tui::overlays::{Answer, Choice, Overlay, Purpose};
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::pick_list::Item;

/// Lines of the dialog are no wider.
const WIDEST: usize = 68;

/// Asks which.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Ok((pane, _)) = front(app) else {
        return Vec::new();
    };
    match pane.field {
        Field::Contract => contracts(app),
        Field::Service => services(app),
        Field::From => day(app),
    }
}

fn contracts(app: &mut App) -> Vec<Effect> {
    let Ok((pane, page)) = front(app) else {
        return Vec::new();
    };
    if page.contracts.is_empty() {
        return super::new_contract::ask(app);
    }
    let items = page.contracts.iter().map(|contract| {
        let date = |day| app.times().date(day);
        let detail = match (contract.is_expired, contract.end) {
            (true, Some(end)) => app.say("automation-ended", &[("date", date(end).into())]).into_owned(),
            (true, None) => app.text("contract-expired").into_owned(),
            (false, Some(end)) => format!("{} – {}", date(contract.start), date(end)),
            (false, None) => app
                .say("contract-since", &[("date", date(contract.start).into())])
                .into_owned(),
        };
        Item {
            value: Choice::Number(contract.id.0),
            label: contract.name.clone(),
            detail,
            is_available: !contract.is_expired,
        }
    });
    let now = pane.contract.map(|contract| Choice::Number(contract.0));
    pick(app, "automation-contract", items.collect(), now)
}

fn services(app: &mut App) -> Vec<Effect> {
    let Ok((pane, page)) = front(app) else {
        return Vec::new();
    };
    let Some(contract) = pane.chosen() else {
        return Vec::new();
    };
    if contract.services.is_empty() {
        return super::new_service::ask(app);
    }
    let items = contract.services.iter().map(|service| {
        let refused = service.refusal.as_ref().map(|code| app.refusal_words(code));
        Item {
            value: Choice::Number(service.contract_service),
            label: service.name.clone(),
            detail: refused.unwrap_or_else(|| app.money(service.unit_price.amount(), &page.currency)),
            is_available: service.refusal.is_none(),
        }
    });
    let now = pane.service.map(Choice::Number);
    pick(app, "automation-service", items.collect(), now)
}

fn pick(app: &mut App, title: &str, items: Vec<Item<Choice>>, now: Option<Choice>) -> Vec<Effect> {
    let title = app.text(title).into_owned();
    let mut pick = Pick::new(title, items, Purpose::Page(chosen));
    if let Some(now) = now {
        pick = pick.at(&now);
    }
    app.overlays.push(Overlay::Pick(pick));
    Vec::new()
}

/// The cursor goes on to what comes next.
fn chosen(app: &mut App, answer: Answer) -> Vec<Effect> {
    let (Answer::Chosen(Choice::Number(number)), Some(pane)) = (answer, app.pane_mut::<Pane>()) else {
        return Vec::new();
    };
    match pane.field {
        Field::Contract => {
            let id = crate::base::ids::ContractId(number);
            if pane.contract != Some(id) {
                pane.service = None;
            }
            pane.contract = Some(id);
            pane.field = Field::Service;
        }
        Field::Service => pane.service = Some(number),
        Field::From => {}
    }
    Vec::new()
}

fn day(app: &mut App) -> Vec<Effect> {
    let Ok((pane, page)) = front(app) else {
        return Vec::new();
    };
    let text = |key: &str| app.text(key).into_owned();
    // Since the contract has ended nothing bills: the next one does from as early as it may.
    let is_late = page.automation.as_ref().is_some_and(|automation| automation.is_expired);
    let today = (!is_late).then_some(page.today);
    let day = pane.from.or(today).map(|day| day.to_string()).unwrap_or_default();
    let shown = match is_late {
        true => Line::wrapped(&app.text("automation-from-late"), "", WIDEST, Role::Dim),
        false => Vec::new(),
    };
    let field = FormField::line("from", text("automation-from"), &day).reading(Reads::Day);
    let form = Form::new(
        text("automation-from-title"),
        text("automation-from-verb"),
        text("form-leave-as-it-was"),
        Purpose::Page(day_chosen),
    );
    form.showing(shown).with(vec![field]).open(app, &[])
}

fn day_chosen(app: &mut App, answer: Answer) -> Vec<Effect> {
    let Answer::Filled(form) = answer else {
        return Vec::new();
    };
    match typed::day(app, &form, "from") {
        Ok(day) => {
            if let Some(pane) = app.pane_mut::<Pane>() {
                pane.from = day;
            }
            Vec::new()
        }
        Err((field, why)) => form.refuse(app, field, why),
    }
}
