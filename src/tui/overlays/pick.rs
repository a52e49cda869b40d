//! A list to pick one thing from by typing a few letters of it.

use super::{Answer, Choice, Next, Overlay, Purpose};
use crate::tui::app::App;
use crate::tui::app::moving::Step;
use crate::tui::intent::Intent;
use crate::tui::keymap::Key;
use crate::tui::overlays::{fuzzy, one_line::OneLine};

/// So many items are seen at once.
pub const SEEN: usize = 12;

/// A list to pick from.
#[derive(Clone, Debug)]
pub struct Pick {
    /// What is picked.
    pub title: String,
    /// What was typed.
    pub text: OneLine,
    /// The place under the cursor, among those that fit.
    pub cursor: usize,
    items: Vec<(String, Choice)>,
    purpose: Purpose,
}

impl Pick {
    /// A list, and who gets the answer.
    #[must_use]
    pub fn new(title: String, items: Vec<(String, Choice)>, purpose: Purpose) -> Self {
        Self {
            title,
            text: OneLine::default(),
            cursor: 0,
            items,
            purpose,
        }
    }

    /// The items that fit what was typed, the best first.
    #[must_use]
    pub fn found(&self) -> Vec<&(String, Choice)> {
        let names: Vec<&str> = self.items.iter().map(|(name, _)| name.as_str()).collect();
        fuzzy::find(self.text.text(), &names)
            .into_iter()
            .filter_map(|place| self.items.get(place))
            .collect()
    }

    pub(super) fn asked(mut self, _: &App, intent: Intent) -> Next {
        if let Some(step) = Step::of(intent, SEEN) {
            self.cursor = step.from(self.cursor, self.found().len());
            return Next::Stays(Overlay::Pick(self), Vec::new());
        }
        if self.text.asked(intent) {
            self.cursor = 0;
            return Next::Stays(Overlay::Pick(self), Vec::new());
        }
        match intent {
            Intent::GoBack => Next::Closes(Vec::new()),
            Intent::Choose => match self.found().get(self.cursor).map(|(_, choice)| choice.clone()) {
                Some(choice) => Next::Answers(self.purpose, Answer::Chosen(choice)),
                None => Next::Stays(Overlay::Pick(self), Vec::new()),
            },
            _ => Next::NotMine(Overlay::Pick(self)),
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
