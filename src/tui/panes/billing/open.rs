//! Opening the billing of the client under the cursor.

use crate::tui::app::App;
use crate::tui::app::pages::places;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;

/// Opens it.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    match app.company_in_front() {
        Some((company, name)) => places::client_billing(app, company, name),
        None => Vec::new(),
    }
}
