//! Opening what the cursor is on: a line into the events behind it, a contract into its page.

use super::{Pane, Part};
use crate::tui::app::App;
use crate::tui::app::pages::places;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;

/// Opens it; an open line is closed again.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some(pane) = app.pane_mut::<Pane>() else {
        return Vec::new();
    };
    match pane.part {
        Part::Lines => {
            let place = pane.lines().nth(pane.line).map(|(place, _)| place);
            if let Some(place) = place
                && !pane.open.remove(&place)
            {
                pane.open.insert(place);
            }
        }
        Part::Contracts => {
            let contract = pane.contract().map(|contract| (contract.id, contract.name.clone()));
            if let Some((id, name)) = contract {
                return places::contract(app, id, name);
            }
        }
        Part::Months => {}
    }
    Vec::new()
}
