//! Everything that was said in the message line, the newest below.

use super::{Next, Overlay};
use crate::tui::app::App;
use crate::tui::app::moving::Step;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;

/// How far it is scrolled up from its end.
#[derive(Clone, Debug, Default)]
pub struct Log {
    /// The first message that is seen.
    pub top: usize,
}

/// Opens it at its end.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let top = app.messages.log.len().saturating_sub(super::tall(app));
    app.overlays.push(Overlay::Log(Log { top }));
    Vec::new()
}

impl Log {
    pub(super) fn asked(mut self, app: &App, intent: Intent) -> Next {
        let seen = super::tall(app);
        if let Some(step) = Step::of(intent, seen) {
            self.top = step.from(self.top, (app.messages.log.len() + 1).saturating_sub(seen));
            return Next::Stays(Overlay::Log(self), Vec::new());
        }
        match intent {
            Intent::GoBack | Intent::OpenLog => Next::Closes(Vec::new()),
            _ => Next::NotMine(Overlay::Log(self)),
        }
    }
}
