//! From one page to another: panes don't know each other.

use super::super::App;
use crate::base::ids::{CompanyId, ContractId};
use crate::records::administration::setup::Setup;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::panes::{
    acknowledgements, agreement, automation, client_billing, closing, contract, contract_settings, contracts, invoice,
    invoices, levels, reports, settings, setup,
};

/// Opens a client's set-up.
pub fn setup(app: &mut App, company: CompanyId, name: String) -> Vec<Effect> {
    app.open_page(setup::Pane::of(company, name))
}

/// Opens the agreement, to be accepted for a client.
pub fn agreement(app: &mut App, setup: &Setup) -> Vec<Effect> {
    app.open_page(agreement::Pane::of(setup))
}

/// Opens what was accepted for a client.
pub fn acknowledgements(app: &mut App, company: CompanyId, name: String) -> Vec<Effect> {
    app.open_page(acknowledgements::Pane::of(company, name))
}

/// Opens a client's Taskfire settings.
pub fn settings(app: &mut App, company: CompanyId, name: String) -> Vec<Effect> {
    app.open_page(settings::Pane::of(company, name))
}

/// Opens the levels that people can be given.
pub fn levels(app: &mut App, _: Intent) -> Vec<Effect> {
    app.open_page(levels::Pane::default())
}

/// Opens a client's billing.
pub fn client_billing(app: &mut App, company: CompanyId, name: String) -> Vec<Effect> {
    app.open_page(client_billing::Pane::of(company, name))
}

/// Opens what closing would do: for the client whose billing is in front, else for all.
pub fn closing(app: &mut App) -> Vec<Effect> {
    let client = app.pane::<client_billing::Pane>();
    let client = client.map(|pane| (pane.company, pane.name.clone()));
    app.open_page(closing::Pane::of(client))
}

/// Opens the invoices: of the client whose page is in front, else of all.
pub fn invoices(app: &mut App) -> Vec<Effect> {
    let client = app.pane::<client_billing::Pane>();
    let client = client.map(|pane| (pane.company, pane.name.clone()));
    let client = client.or_else(|| app.pane::<closing::Pane>().and_then(|pane| pane.company.clone()));
    app.open_page(invoices::Pane::of(client))
}

/// Opens an invoice.
pub fn invoice(app: &mut App, id: i64, number: String) -> Vec<Effect> {
    app.open_page(invoice::Pane::of(id, number))
}

/// Opens a client's contracts.
pub fn contracts(app: &mut App, company: CompanyId, name: String) -> Vec<Effect> {
    app.open_page(contracts::Pane::of(company, name))
}

/// Opens a contract.
pub fn contract(app: &mut App, id: ContractId, name: String) -> Vec<Effect> {
    app.open_page(contract::Pane::of(id, name))
}

/// Opens a client's licence billing automation.
pub fn automation(app: &mut App, company: CompanyId, name: String) -> Vec<Effect> {
    app.open_page(automation::Pane::of(company, name))
}

/// Opens the settings of contracts.
pub fn contract_settings(app: &mut App) -> Vec<Effect> {
    app.open_page(contract_settings::Pane::default())
}

/// Opens what somebody of a client may read of money.
pub fn reports(app: &mut App) -> Vec<Effect> {
    let Some(viewer) = &app.viewer else { return Vec::new() };
    let pane = reports::Pane::of(viewer.actor.company, viewer.company_name.clone());
    app.go_to_page(pane)
}
