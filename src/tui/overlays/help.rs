//! The keys that work here, with what they do.

use super::{Next, Overlay};
use crate::tui::app::App;
use crate::tui::app::moving::Step;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::keymap::{Context, Found, Key};
use crate::tui::widgets::list;

/// The contexts that it explains, and how far it is scrolled.
#[derive(Clone, Debug)]
pub struct Help {
    contexts: Vec<Context>,
    /// The first line that is seen.
    pub top: usize,
}

/// The marks of tickets, and what each says.
const MARKS: [(&str, &str); 7] = [
    ("●", "mark-holds"),
    (list::CURSOR, "mark-cursor"),
    ("+", "mark-marked"),
    ("~", "mark-unsent"),
    ("±", "mark-marked-unsent"),
    ("!", "mark-warning"),
    (list::DRAFT, "mark-draft"),
];

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// The name of a context.
    Heading(String),
    /// Keys and what they do; dim where that isn't possible now.
    Keys {
        /// The keys as one types them, all that lead there.
        keys: String,
        /// What they do.
        title: String,
    },
}

/// Opens it.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let contexts = app.work_contexts();
    app.overlays.push(Overlay::Help(Help { contexts, top: 0 }));
    Vec::new()
}

impl Help {
    /// What it says.
    #[must_use]
    pub fn lines(&self, app: &App) -> Vec<Line> {
        let keymap = &app.settings.keymap;
        let mut lines = Vec::new();
        for context in &self.contexts {
            let mut keys: Vec<(Intent, Vec<String>)> = Vec::new();
            for binding in keymap.bindings(*context) {
                let works = Key::sequence(&binding.keys)
                    .is_ok_and(|keys| keymap.find(&self.contexts, &keys) == Found::Intent(binding.intent));
                let Some(intent) = Intent::named(binding.intent).filter(|intent| works && !intent.is_spare_digit(app))
                else {
                    continue;
                };
                match keys.iter_mut().find(|(known, _)| *known == intent) {
                    Some((_, all)) => all.push(binding.keys),
                    None => keys.push((intent, vec![binding.keys])),
                }
            }
            if keys.is_empty() {
                continue;
            }
            lines.push(Line::Heading(
                app.text(&format!("context-{}", context.name())).into_owned(),
            ));
            lines.extend(keys.into_iter().map(|(intent, keys)| Line::Keys {
                keys: keys.join(", "),
                title: app.words(intent, "").into_owned(),
            }));
        }
        lines.push(Line::Heading(app.text("help-marks").into_owned()));
        lines.extend(MARKS.map(|(mark, key)| Line::Keys {
            keys: mark.to_owned(),
            title: app.text(key).into_owned(),
        }));
        lines
    }

    pub(super) fn asked(mut self, app: &App, intent: Intent) -> Next {
        let seen = super::tall(app);
        if let Some(step) = Step::of(intent, seen) {
            let lines = self.lines(app).len();
            self.top = step.from(self.top, (lines + 1).saturating_sub(seen));
            return Next::Stays(Overlay::Help(self), Vec::new());
        }
        match intent {
            Intent::GoBack | Intent::OpenHelp => Next::Closes(Vec::new()),
            _ => Next::NotMine(Overlay::Help(self)),
        }
    }
}
