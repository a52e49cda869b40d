//! Opening the question that a stopped change asks.

use super::subject;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::overlays::{Overlay, conflict::Conflict};

/// Opens it.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    if let Some(line) = subject(app) {
        let conflict = Conflict { line: line.clone() };
        app.overlays.push(Overlay::Conflict(Box::new(conflict)));
    }
    Vec::new()
}
