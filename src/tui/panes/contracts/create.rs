//! Making a contract for a client: first what kind, then the rest.

use super::Pane;
use crate::domain::licence::Anchor;
use crate::domain::permission::Action;
use crate::records::administration::Administration;
use crate::records::administration::billing::ContractKind;
use crate::records::administration::contracts::{ContractFields, ContractScope, ContractsPage, NewClientContract};
use crate::tui::app::App;
use crate::tui::app::pages;
use crate::tui::billing::{contract_form, standing};
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::overlays::field::Field;
use crate::tui::overlays::form::Form;
use crate::tui::overlays::pick::{Pick, item};
use crate::tui::overlays::{Answer, Choice, Overlay, Purpose};
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::pick_list::Item;

/// What can be made here; a contract per request is made with its request.
const KINDS: [ContractKind; 4] = [
    ContractKind::Recurring,
    ContractKind::Subscription,
    ContractKind::TimeLimited,
    ContractKind::SupportHours,
];
/// Lines of the dialog are no wider.
const WIDEST: usize = 68;

/// Whether whoever is signed in may make contracts.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    match app.pane::<Pane>().map(|pane| pane.contracts.is_some()) {
        Some(true) => pages::allowed(app, Action::ManageContracts),
        Some(false) => Availability::Refused(app.text("reason-not-answered").into_owned()),
        None => Availability::Refused(app.text("reason-not-at-contracts").into_owned()),
    }
}

/// Asks what kind.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let items = KINDS.map(|kind| {
        let key = standing::kind_key(kind);
        let about = app.text(&format!("{key}.about"));
        item(app.text(key), about, Choice::Contract(kind))
    });
    let title = app.text("contract-kind-title").into_owned();
    let pick = Pick::new(title, items.to_vec(), Purpose::Page(chosen));
    app.overlays.push(Overlay::Pick(pick));
    Vec::new()
}

/// Asks for the rest.
fn chosen(app: &mut App, answer: Answer) -> Vec<Effect> {
    let Answer::Chosen(Choice::Contract(kind)) = answer else {
        return Vec::new();
    };
    let Some(pane) = app.pane_mut::<Pane>() else {
        return Vec::new();
    };
    pane.creating = Some(kind);
    let Some((pane, page)) = app
        .pane::<Pane>()
        .and_then(|pane| Some((pane, pane.contracts.as_deref()?)))
    else {
        return Vec::new();
    };
    let empty = ContractFields {
        name: String::new(),
        number: String::new(),
        description: String::new(),
        start: page.today,
        end: None,
        anchor: Anchor::Calendar,
        is_approved: true,
        minutes: None,
        renewal_notice_days: None,
    };
    let mut fields = contract_form::fields(app, kind, &empty);
    if kind != ContractKind::Recurring {
        let items = scopes(app, page);
        let chosen = items.last().cloned();
        let label = app.text("contract-scope").into_owned();
        fields.insert(1, Field::pick("scope", label, items, chosen));
    }
    let arguments = [
        ("company", pane.name.as_str().into()),
        ("kind", standing::kind(&app.billing_words(), kind).into()),
    ];
    let title = app.say("contract-create-title", &arguments).into_owned();
    let about = app.text(&format!("{}.about", standing::kind_key(kind)));
    let shown = Line::wrapped(&about, "", WIDEST, Role::Dim);
    let verb = app.text("contract-create-verb").into_owned();
    let leave = app.text("form-leave-as-it-was").into_owned();
    let form = Form::new(title, verb, leave, Purpose::Page(confirm));
    form.showing(shown).with(fields).open(app, &[])
}

/// What it can be applied to: an item, a contact, the client as a whole.
fn scopes(app: &App, page: &ContractsPage) -> Vec<Item<Choice>> {
    let of = |name: &str, key: &str, scope| item(name, app.text(key), Choice::Scope(scope));
    let items = page.items.iter().map(|subject| {
        let scope = ContractScope::Item(crate::base::ids::ItemId(subject.id));
        of(&subject.name, "contract-scope-item", scope)
    });
    let customers = page.customers.iter().map(|subject| {
        let scope = ContractScope::Customer(crate::base::ids::ContactId(subject.id));
        of(&subject.name, "contract-scope-customer", scope)
    });
    let whole = of(&page.company_name, "contract-scope-whole", ContractScope::OrgUnit);
    items.chain(customers).chain([whole]).collect()
}

/// Makes it.
fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let (Answer::Filled(form), Some(pane)) = (answer, app.pane::<Pane>()) else {
        return Vec::new();
    };
    let Some(kind) = pane.creating else {
        return Vec::new();
    };
    let fields = match contract_form::read(app, &form) {
        Ok(fields) => fields,
        Err((field, why)) => return form.refuse(app, field, why),
    };
    let scope = match form.choice("scope") {
        Some(Choice::Scope(scope)) => Some(*scope),
        _ => None,
    };
    let company = pane.company;
    let done = app
        .say("contract-created", &[("contract", fields.name.as_str().into())])
        .into_owned();
    let act = Administration::CreateContract(company, NewClientContract { kind, scope, fields });
    app.administer_form(form, act, done)
}
