//! Deleting a level of the provider's own that nobody has (CPX-07).

use super::Pane;
use crate::records::administration::Administration;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::overlays::confirm::Confirm;
use crate::tui::overlays::{Answer, Overlay, Purpose};

/// Whether the level under the cursor can be deleted.
#[must_use]
pub fn availability(app: &App, intent: Intent) -> Availability {
    let key = match app.pane::<Pane>().and_then(Pane::current) {
        Some(level) if level.is_system => "refusal-system_level",
        Some(level) if level.people > 0 => "refusal-level_in_use",
        _ => return super::availability(app, intent),
    };
    Availability::Refused(app.text(key).into_owned())
}

/// Asks.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some(pane) = app.pane_mut::<Pane>() else {
        return Vec::new();
    };
    let Some(level) = pane.current() else { return Vec::new() };
    let (id, name) = (level.id, level.name.clone());
    pane.subject = Some(id);
    let question = app.say("levels-delete-question", &[("name", name.into())]);
    let confirm = Confirm::new(question.into_owned(), Purpose::Page(confirm));
    app.overlays.push(Overlay::Confirm(confirm));
    Vec::new()
}

fn confirm(app: &mut App, _: Answer) -> Vec<Effect> {
    let Some(id) = app.pane::<Pane>().and_then(|pane| pane.subject) else {
        return Vec::new();
    };
    let done = app.text("levels-deleted").into_owned();
    app.administer(Administration::DeleteLevel(id), done)
}
