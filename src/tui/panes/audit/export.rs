//! The whole log as a file of JSON lines, with its digests, that only its owner can read.

use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;

/// Has it written.
pub fn ask(_: &mut App, _: Intent) -> Vec<Effect> {
    vec![Effect::ExportAudit]
}
