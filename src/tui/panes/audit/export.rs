//! The whole log as a file of JSON lines, with its digests, that only its owner can read.

use crate::tui::app::{App, files};
use crate::tui::effect::{Content, Effect};
use crate::tui::intent::Intent;

/// Asks where to.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let title = app.text("audit-export").into_owned();
    let today = app.times().wall(app.now).date();
    files::ask(app, title, &format!("audit-{today}.jsonl"), Content::AuditLog)
}
