//! From one page to another: panes don't know each other.

use super::super::App;
use crate::base::ids::CompanyId;
use crate::records::administration::setup::Setup;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::panes::{acknowledgements, agreement, levels, settings, setup};

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
