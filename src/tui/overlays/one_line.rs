//! A text of one line while one types it: filter, palette, fields of forms.

use crate::tui::intent::Intent;
use crate::tui::keymap::Key;
use crossterm::event::KeyCode;
use tui_input::{Input, InputRequest};

/// A text of one line and the cursor in it.
#[derive(Clone, Debug, Default)]
pub struct OneLine(Input);

impl OneLine {
    /// With this text, the cursor at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(Input::new(text.to_owned()))
    }

    /// What was typed.
    #[must_use]
    pub fn text(&self) -> &str {
        self.0.value()
    }

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text().is_empty()
    }

    /// The cells before the cursor.
    #[must_use]
    pub fn cursor_cell(&self) -> usize {
        self.0.visual_cursor()
    }

    /// The cells that are scrolled away where so many are seen.
    #[must_use]
    pub fn scrolled(&self, cells: usize) -> usize {
        self.0.visual_scroll(cells)
    }

    /// The byte at which the cursor stands.
    #[must_use]
    pub fn cursor_byte(&self) -> usize {
        let text = self.text();
        text.char_indices()
            .nth(self.0.cursor())
            .map_or(text.len(), |(byte, _)| byte)
    }

    /// Puts a text in the place of these bytes, the cursor behind it.
    pub fn replace(&mut self, bytes: std::ops::Range<usize>, text: &str) {
        let old = self.text();
        let (Some(before), Some(after)) = (old.get(..bytes.start), old.get(bytes.end..)) else {
            return;
        };
        let cursor = before.chars().count() + text.chars().count();
        self.0 = Input::new(format!("{before}{text}{after}")).with_cursor(cursor);
    }

    /// Does an editing intent; whether it was one.
    pub fn asked(&mut self, intent: Intent) -> bool {
        let request = match intent {
            Intent::LineStart => InputRequest::GoToStart,
            Intent::LineEnd => InputRequest::GoToEnd,
            Intent::DeleteWord => InputRequest::DeletePrevWord,
            Intent::DeleteToEnd => InputRequest::DeleteTillEnd,
            Intent::DeleteBack => InputRequest::DeletePrevChar,
            Intent::DeleteToStart => {
                let rest = self.text()[self.cursor_byte()..].to_owned();
                self.0 = Input::new(rest).with_cursor(0);
                return true;
            }
            _ => return false,
        };
        self.0.handle(request);
        true
    }

    /// Types a key; whether it changed the text.
    pub fn typed(&mut self, key: Key) -> bool {
        let request = match (key.letter(), key.code) {
            (Some(letter), _) => InputRequest::InsertChar(letter),
            (_, KeyCode::Backspace) => InputRequest::DeletePrevChar,
            (_, KeyCode::Delete) => InputRequest::DeleteNextChar,
            (_, KeyCode::Left) => InputRequest::GoToPrevChar,
            (_, KeyCode::Right) => InputRequest::GoToNextChar,
            (_, KeyCode::Home) => InputRequest::GoToStart,
            (_, KeyCode::End) => InputRequest::GoToEnd,
            _ => return false,
        };
        self.0.handle(request).is_some_and(|change| change.value)
    }

    /// Pastes a text; its line ends become spaces.
    pub fn pasted(&mut self, text: &str) {
        let clean = crate::base::cells::sanitise(text);
        let at = self.cursor_byte();
        self.replace(at..at, &clean);
    }
}
