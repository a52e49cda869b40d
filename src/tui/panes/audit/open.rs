//! Opening an entry.

use super::Pane;
use super::entry;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;

/// Opens the entry under the cursor.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let entry = app.pane::<Pane>().and_then(Pane::current).cloned();
    entry.map_or_else(Vec::new, |entry| app.open_page(entry::Pane::of(entry)))
}
