//! The client's Taskfire settings, which are there once it is on (TF-12).

use super::front;
use crate::tui::app::App;
use crate::tui::app::pages::places;
use crate::tui::effect::Effect;

/// Opens them.
pub fn ask(app: &mut App) -> Vec<Effect> {
    let Ok((pane, _)) = front(app) else { return Vec::new() };
    let (company, name) = (pane.company, pane.name.clone());
    places::settings(app, company, name)
}
