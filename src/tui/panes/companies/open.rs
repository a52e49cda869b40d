//! Opening a client's set-up.

use super::Pane;
use crate::tui::app::App;
use crate::tui::app::pages::places;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;

/// Opens the set-up of the client under the cursor.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some(line) = app.pane::<Pane>().and_then(Pane::current) else {
        return Vec::new();
    };
    let (company, name) = (line.id, line.name.clone());
    places::setup(app, company, name)
}
