//! What a dialog does with keys: going from field to field, typing, picking, and the two keys that end it.

use super::Form;
use crate::tui::app::moving::Step;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::keymap::Key;
use crate::tui::overlays::field::{Input, SEEN, Took};
use crate::tui::overlays::{Answer, Next, Overlay};
use crate::tui::widgets::edit::Edit;
use crossterm::event::{KeyCode, KeyModifiers};

impl Form {
    pub(in crate::tui::overlays) fn asked(mut self: Box<Self>, intent: Intent) -> Next {
        match intent {
            // What is under way is not asked for again.
            Intent::SubmitForm if self.waits.is_some() => {}
            Intent::SubmitForm => {
                self.leave_field();
                self.mistake = None;
                let purpose = self.purpose.clone();
                return Next::Answers(purpose, Answer::Filled(self));
            }
            Intent::LeaveForm | Intent::GoBack => return Next::Closes(Vec::new()),
            Intent::NextField | Intent::Choose => {
                let effects = self.go(1);
                return Next::Stays(Overlay::Form(self), effects);
            }
            Intent::PreviousField => {
                let effects = self.go(self.fields.len().saturating_sub(1));
                return Next::Stays(Overlay::Form(self), effects);
            }
            Intent::OpenEditor => {
                let Some(Input::Text(text)) = self.focused().map(|field| &field.input) else {
                    return Next::Stays(Overlay::Form(self), Vec::new());
                };
                let effect = Effect::OpenEditor(text.text());
                return Next::Stays(Overlay::Form(self), vec![effect]);
            }
            // Space is a key of forms; in a text it is a space.
            Intent::ToggleField => {
                return self.typed_then_stay(Key::new(KeyCode::Char(' '), KeyModifiers::NONE));
            }
            _ => return self.inner(intent),
        }
        Next::Stays(Overlay::Form(self), Vec::new())
    }

    /// Editing, and moving in a list to pick from.
    fn inner(mut self: Box<Self>, intent: Intent) -> Next {
        let took = match (Edit::named(intent.name()), Step::of(intent, SEEN)) {
            (Some(edit), _) => self.focused().map(|field| field.edit(edit)),
            (None, Some(Step::Lines(rows))) => self.focused().map(|field| field.move_by(rows)),
            _ => None,
        };
        match took {
            Some(Took::Changed) => {
                let effects = self.keep();
                Next::Stays(Overlay::Form(self), effects)
            }
            Some(Took::Moved) => Next::Stays(Overlay::Form(self), Vec::new()),
            Some(Took::Nothing) | None => Next::NotMine(Overlay::Form(self)),
        }
    }

    fn typed_then_stay(mut self: Box<Self>, key: Key) -> Next {
        let effects = self.typed(key);
        Next::Stays(Overlay::Form(self), effects)
    }

    /// A key that nothing is bound to.
    pub(in crate::tui::overlays) fn typed(&mut self, key: Key) -> Vec<Effect> {
        let is_text = matches!(self.focused().map(|field| &field.input), Some(Input::Text(_)));
        match key.code {
            KeyCode::Enter | KeyCode::Down if !is_text => return self.go(1),
            KeyCode::Up if !is_text => return self.go(self.fields.len().saturating_sub(1)),
            _ => {
                self.mistake = None;
                if self.focused().is_some_and(|field| field.key(key) == Took::Changed) {
                    return self.keep();
                }
            }
        }
        Vec::new()
    }

    pub(in crate::tui::overlays) fn pasted(&mut self, text: &str) -> Vec<Effect> {
        match self.focused() {
            Some(field) => field.paste(text),
            None => return Vec::new(),
        }
        self.keep()
    }

    /// Turns a page of what will follow, of which so many lines are seen.
    pub(in crate::tui::overlays) fn turn(&mut self, intent: Intent, seen: usize) {
        let last = self.shown.len().saturating_sub(seen);
        let page = seen.max(1);
        self.top = match intent {
            Intent::PageUp => self.top.saturating_sub(page),
            _ => (self.top + page).min(last),
        };
    }

    /// The editor gave the text of the field back.
    pub(in crate::tui::overlays) fn edited(&mut self, text: &str) -> Vec<Effect> {
        match self.focused() {
            Some(field) => field.set_text(text.trim_end()),
            None => return Vec::new(),
        }
        self.keep()
    }

    /// Goes on by so many fields, round; what was picked in the one that is left is kept.
    fn go(&mut self, by: usize) -> Vec<Effect> {
        let before = self.focused().map(|field| field.text());
        self.leave_field();
        let is_other = self.focused().map(|field| field.text()) != before;
        if !self.fields.is_empty() {
            self.focus = (self.focus + by) % self.fields.len();
        }
        if is_other { self.keep() } else { Vec::new() }
    }

    fn leave_field(&mut self) {
        if let Some(field) = self.focused() {
            field.leave();
        }
    }
}
