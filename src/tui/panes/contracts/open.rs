//! Opening a contract, whole.

use super::Pane;
use crate::tui::app::App;
use crate::tui::app::pages::places;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;

/// Opens the one under the cursor.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let contract = app.pane::<Pane>().and_then(Pane::current);
    match contract.map(|contract| (contract.id, contract.name.clone())) {
        Some((id, name)) => places::contract(app, id, name),
        None => Vec::new(),
    }
}
