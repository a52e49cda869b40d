//! Doing a stopped change anyway, against the ticket as it is now.

use super::take_subject;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;

/// Does it anyway.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    take_subject(app).map(Effect::Again).into_iter().collect()
}
