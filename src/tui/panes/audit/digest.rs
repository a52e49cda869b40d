//! The newest digest into the clipboard, so that it can be kept where the server's people can't reach it.

use super::Pane;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;

/// Copies it, and says how to verify the log with it.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let digest = app.pane::<Pane>().map(|pane| pane.entries.newest_digest.clone());
    let Some(digest) = digest.filter(|digest| !digest.is_empty()) else {
        return Vec::new();
    };
    app.done("audit-digest-copied", &[]);
    vec![Effect::Copy(digest)]
}
