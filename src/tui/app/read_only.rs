//! `--read-only`: nothing that is done at this console leaves it. What would is refused on its key and in the palette;
//! whatever still asks for it is held back here, and what was typed stays where it is.

use super::App;
use crate::records::administration::NotAdministered;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::msg::NotAttached;
use crate::tui::panes::ticket::attach;

/// Why this intent is refused, where it would change something and nothing may be changed.
#[must_use]
pub fn refusal(app: &App, intent: Intent) -> Option<Availability> {
    let is_refused = app.settings.read_only && intent.changes();
    is_refused.then(|| Availability::Refused(sentence(app)))
}

/// What is left of effects: no act, and no draft that is done with because of it.
pub fn hold_back(app: &mut App, effects: Vec<Effect>) -> Vec<Effect> {
    if !app.settings.read_only || !effects.iter().any(Effect::is_act) {
        return effects;
    }
    let why = sentence(app);
    let (acts, mut left): (Vec<Effect>, Vec<Effect>) = effects.into_iter().partition(Effect::is_act);
    left.retain(|effect| !matches!(effect, Effect::SaveDraft(_)));
    for act in acts {
        // Its dialog stays open and says why.
        left.extend(match act {
            Effect::Administer(generation, ..) => {
                app.administered(generation, &Err(NotAdministered::NoLine(why.clone())))
            }
            Effect::Attach(generation, _) => attach::attached(app, generation, Err(NotAttached::NotKept(why.clone()))),
            _ => Vec::new(),
        });
    }
    app.warn(why);
    left
}

fn sentence(app: &App) -> String {
    app.text("read-only-refused").into_owned()
}
