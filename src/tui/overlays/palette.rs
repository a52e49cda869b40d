//! Everything that can be asked for, found by typing: what can't be done now stands there too and says why.

use super::{Next, Overlay};
use crate::tui::app::App;
use crate::tui::app::moving::Step;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::keymap::Key;
use crate::tui::overlays::{fuzzy, one_line::OneLine};

/// So many entries are seen at once.
pub const SEEN: usize = 14;

/// What was typed, and the cursor among what fits.
#[derive(Clone, Debug, Default)]
pub struct Palette {
    /// What was typed.
    pub text: OneLine,
    /// The place under the cursor, among those that fit.
    pub cursor: usize,
}

/// One entry.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What is asked for.
    pub intent: Intent,
    /// Its title.
    pub title: String,
    /// The key that asks for it.
    pub key: Option<String>,
    /// Whether it can be asked for.
    pub availability: Availability,
}

/// Opens it.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    app.overlays.push(Overlay::Palette(Palette::default()));
    Vec::new()
}

impl Palette {
    /// The entries that fit what was typed; possible ones first where all fit alike.
    #[must_use]
    pub fn found(&self, app: &App) -> Vec<Entry> {
        let contexts = app.work_contexts();
        let mut entries: Vec<Entry> = Intent::ALL
            .iter()
            .filter(|intent| intent.is_in_palette())
            .map(|intent| Entry {
                intent: *intent,
                title: app.text(&intent.sentence()).into_owned(),
                key: app.settings.keymap.keys_for(intent.name(), &contexts),
                availability: app.availability(*intent),
            })
            .collect();
        if self.text.is_empty() {
            entries.sort_by_key(|entry| !entry.availability.is_available());
            return entries;
        }
        let names: Vec<String> = entries
            .iter()
            .map(|entry| format!("{} {}", entry.title, entry.intent.name()))
            .collect();
        fuzzy::find(self.text.text(), &names)
            .into_iter()
            .filter_map(|place| entries.get(place).cloned())
            .collect()
    }

    pub(super) fn asked(mut self, app: &App, intent: Intent) -> Next {
        if let Some(step) = Step::of(intent, SEEN) {
            self.cursor = step.from(self.cursor, self.found(app).len());
            return Next::Stays(Overlay::Palette(self), Vec::new());
        }
        if self.text.asked(intent) {
            self.cursor = 0;
            return Next::Stays(Overlay::Palette(self), Vec::new());
        }
        let chosen = self.found(app).into_iter().nth(self.cursor);
        match (intent, chosen) {
            (Intent::GoBack, _) => Next::Closes(Vec::new()),
            (Intent::RunPalette, Some(entry)) => Next::Asks(entry.intent),
            (Intent::CompletePalette, Some(entry)) => {
                self.text = OneLine::new(&entry.title);
                self.cursor = 0;
                Next::Stays(Overlay::Palette(self), Vec::new())
            }
            (Intent::RunPalette | Intent::CompletePalette, None) => Next::Stays(Overlay::Palette(self), Vec::new()),
            _ => Next::NotMine(Overlay::Palette(self)),
        }
    }

    pub(super) fn typed(&mut self, key: Key) {
        if self.text.typed(key) {
            self.cursor = 0;
        }
    }

    pub(super) fn pasted(&mut self, text: &str) {
        self.text.pasted(text);
        self.cursor = 0;
    }
}
