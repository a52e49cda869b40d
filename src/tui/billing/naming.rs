//! What a request can name, as it is offered, and what the search for a contract says of it, in words (LT-14).

use super::coverage;
use crate::records::administration::contracts::ContractScope;
use crate::records::administration::support::{Found, FoundAnswer, Naming};
use crate::tui::app::App;
use crate::tui::overlays::Choice;
use crate::tui::overlays::form::{CONTRACT, ITEM};
use crate::tui::overlays::pick::item;
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::pick_list::Item;

/// What there is to pick in the two fields; none of them first, so that a link can be taken away.
#[must_use]
pub fn picks(app: &App, naming: &Naming) -> Vec<(&'static str, Vec<Item<Choice>>)> {
    let none = || item(app.text("naming-none"), "", Choice::Nothing);
    let items = naming
        .items
        .iter()
        .map(|one| item(one.name.as_str(), "", Choice::Number(one.id)));
    let contracts = naming.contracts.iter().map(|one| {
        let left = coverage::left(app, one);
        item(one.name.as_str(), left, Choice::Number(one.id.0))
    });
    vec![
        (ITEM, std::iter::once(none()).chain(items).collect()),
        (CONTRACT, std::iter::once(none()).chain(contracts).collect()),
    ]
}

/// What the search says; nothing where contracts are not active.
#[must_use]
pub fn lines(app: &App, naming: &Naming, width: usize) -> Vec<Line> {
    let Some(found) = &naming.search else {
        return Vec::new();
    };
    let (text, role) = said(app, found);
    Line::wrapped(&text, "", width, role)
}

fn said(app: &App, found: &Found) -> (String, Role) {
    let name = found.contract.as_ref().map(|known| coverage::contract(app, known));
    let to = match found.applied_to {
        Some(ContractScope::Item(_)) => "item",
        Some(ContractScope::Customer(_)) => "customer",
        Some(ContractScope::OrgUnit) | None => "org_unit",
    };
    let arguments = [("contract", name.clone().unwrap_or_default().into()), ("to", to.into())];
    let (key, role) = match (found.answer, name) {
        (FoundAnswer::Open, Some(_)) => ("naming-covered", Role::Text),
        (FoundAnswer::Open, None) => ("naming-uncovered", Role::Dim),
        (FoundAnswer::Held, _) => ("naming-held", Role::Warning),
        (FoundAnswer::Refused, _) => ("naming-refused", Role::Warning),
    };
    (app.say(key, &arguments).into_owned(), role)
}
