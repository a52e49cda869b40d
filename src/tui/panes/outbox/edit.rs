//! Changing a change that is not settled: it is taken back, what was typed in it becomes a draft, and the dialog that
//! made it opens again.

use super::{close_question, subject};
use crate::tui::app::App;
use crate::tui::effect::{Effect, Followers, Load};
use crate::tui::intent::Intent;

/// Takes it back and opens its dialog.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some((id, ticket, act)) =
        subject(app).map(|line| (line.change.id, line.change.ticket, line.change.act.clone()))
    else {
        return Vec::new();
    };
    close_question(app);
    let mut effects = vec![Effect::Discard(id, Followers::Keep)];
    if let Some(intent) = Intent::of_act(&act) {
        let (generation, effect) = app.load(Load::Tickets(vec![ticket]));
        app.awaiting = Some((generation, intent));
        effects.push(effect);
    }
    effects
}
