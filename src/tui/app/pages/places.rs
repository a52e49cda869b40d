//! From one page to another: panes don't know each other.

use super::super::App;
use crate::base::ids::CompanyId;
use crate::tui::effect::Effect;
use crate::tui::panes::setup;

/// Opens a client's set-up.
pub fn setup(app: &mut App, company: CompanyId, name: String) -> Vec<Effect> {
    app.open_page(setup::Pane::of(company, name))
}
