//! Enabling: opens the agreement and does nothing by itself (TF-09). Where Taskfire is on already, what was accepted.

use super::{acknowledgement, front};
use crate::tui::app::App;
use crate::tui::app::pages::places;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;

/// Opens the agreement, or what was accepted.
pub fn ask(app: &mut App, intent: Intent) -> Vec<Effect> {
    let Ok((_, setup)) = front(app) else {
        return Vec::new();
    };
    if setup.is_taskfire_active {
        return acknowledgement::ask(app, intent);
    }
    let setup = setup.clone();
    places::agreement(app, &setup)
}
