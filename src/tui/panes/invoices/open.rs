//! Opening an invoice, whole.

use super::Pane;
use crate::tui::app::App;
use crate::tui::app::pages::places;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;

/// Opens the one under the cursor.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let invoice = app.pane::<Pane>().and_then(Pane::current);
    match invoice.map(|invoice| (invoice.id, invoice.number.clone())) {
        Some((id, number)) => places::invoice(app, id, number),
        None => Vec::new(),
    }
}
