//! A text of one line that one types: filter, palette, the fields of forms. It scrolls sideways with its cursor.

use super::edit::Edit;
use super::paint;
use crate::base::cells;
use crate::tui::keymap::Key;
use crate::tui::theme::{Role, Theme};
use crossterm::event::{KeyCode, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use tui_input::{Input, InputRequest};
use unicode_segmentation::UnicodeSegmentation;

/// No line that someone types is longer, in characters; what is pasted beyond it is left out.
const LONGEST: usize = 1_000;

/// The line and its cursor.
#[derive(Clone, Debug, Default)]
pub struct LineInput(Input);

impl LineInput {
    /// A line that begins with this text, the cursor behind it.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut input = Self::default();
        input.paste(text);
        input
    }

    /// What stands in it.
    #[must_use]
    pub fn text(&self) -> &str {
        self.0.value()
    }

    /// The text before the cursor.
    #[must_use]
    pub fn before_cursor(&self) -> &str {
        let text = self.text();
        text.char_indices()
            .nth(self.0.cursor())
            .map_or(text, |(end, _)| &text[..end])
    }

    /// Takes a key that nothing is bound to: letters, arrows, Home, End, Backspace, Delete. False where it means nothing
    /// to a line.
    pub fn key(&mut self, key: Key) -> bool {
        if let Some(letter) = key.letter() {
            self.insert(&letter.to_string());
            return true;
        }
        let word = key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        let request = match key.code {
            KeyCode::Left if word => InputRequest::GoToPrevWord,
            KeyCode::Right if word => InputRequest::GoToNextWord,
            KeyCode::Left => InputRequest::GoToPrevChar,
            KeyCode::Right => InputRequest::GoToNextChar,
            KeyCode::Home => InputRequest::GoToStart,
            KeyCode::End => InputRequest::GoToEnd,
            KeyCode::Backspace => InputRequest::DeletePrevChar,
            KeyCode::Delete => InputRequest::DeleteNextChar,
            _ => return false,
        };
        self.0.handle(request);
        true
    }

    /// Does an edit that a key is bound to.
    pub fn edit(&mut self, edit: Edit) {
        self.0.handle(match edit {
            Edit::LineStart => InputRequest::GoToStart,
            Edit::LineEnd => InputRequest::GoToEnd,
            Edit::DeleteWord => InputRequest::DeletePrevWord,
            Edit::DeleteToStart => InputRequest::DeleteFromStart,
            Edit::DeleteToEnd => InputRequest::DeleteTillEnd,
            Edit::DeleteBack => InputRequest::DeletePrevChar,
            Edit::Forward => InputRequest::GoToNextChar,
            Edit::Back => InputRequest::GoToPrevChar,
            Edit::WordForward => InputRequest::GoToNextWord,
            Edit::WordBack => InputRequest::GoToPrevWord,
            Edit::DeleteForward => InputRequest::DeleteNextChar,
            Edit::DeleteWordForward => InputRequest::DeleteNextWord,
        });
    }

    /// Puts a foreign text in at the cursor, made harmless.
    pub fn paste(&mut self, text: &str) {
        self.insert(&cells::sanitise(text));
    }

    /// Draws the part around the cursor, and gives back where the cursor is.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, theme: &Theme) -> Option<Position> {
        if area.is_empty() {
            return None;
        }
        let (text, before) = (self.text(), self.before_cursor());
        let style = theme.style(Role::Input);
        let mut start = first_shown(before, usize::from(area.width) - 1);
        let mut x = area.x;
        if start > 0 && area.width > 3 {
            // What lies to the left is marked as cut, as what lies to the right is.
            start = first_shown(before, usize::from(area.width) - 2);
            x += paint::text(buffer, x, area.y, 1, "…", style);
        }
        let room = area.right() - x;
        paint::text(buffer, x, area.y, room, &text[start..], style);
        let column = u16::try_from(cells::width(&before[start..])).unwrap_or(u16::MAX);
        Some(Position::new(x + column.min(room - 1), area.y))
    }

    fn insert(&mut self, text: &str) {
        let room = LONGEST.saturating_sub(self.text().chars().count());
        let at = self.before_cursor().len();
        let taken: String = text.chars().take(room).collect();
        let joined = [&self.text()[..at], &taken, &self.text()[at..]].concat();
        // A mark typed by itself joins the letter before it; one without a letter becomes visible here.
        let joined = cells::sanitise(&joined).into_owned();
        let cursor = self.0.cursor() + joined.chars().count().saturating_sub(self.text().chars().count());
        self.0 = Input::new(joined).with_cursor(cursor);
    }
}

/// Where to begin so that the text up to the cursor fits into so many cells, in bytes.
fn first_shown(before: &str, cells: usize) -> usize {
    let mut room = cells;
    let mut start = before.len();
    for (at, grapheme) in before.grapheme_indices(true).rev() {
        let width = cells::width(grapheme);
        if width > room {
            break;
        }
        room -= width;
        start = at;
    }
    start
}

#[cfg(test)]
mod tests {
    use super::super::paint::testing::lines;
    use super::*;
    use proptest::prelude::*;

    fn typed(input: &mut LineInput, keys: &str) {
        for key in Key::sequence(keys).unwrap() {
            assert!(input.key(key), "{key}");
        }
    }

    #[test]
    fn letters_and_arrows_edit_and_foreign_text_is_made_harmless() {
        let mut input = LineInput::new("status:new");
        typed(&mut input, "home a space end É left backspace");
        assert_eq!(input.text(), "a status:neÉ");
        input.paste("\u{1b}[2J\nx");
        assert_eq!(input.text(), "a status:ne␛[2J xÉ");
        input.edit(Edit::DeleteToStart);
        assert_eq!((input.text(), input.before_cursor()), ("É", ""));
        assert!(!input.key("ctrl-s".parse().unwrap()) && !input.key("ctrl-q".parse().unwrap()));
    }

    #[test]
    fn a_long_line_scrolls_with_its_cursor() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 6, 1));
        let mut input = LineInput::new("打印机 printer");
        let at = input.draw(&mut buffer, Rect::new(0, 0, 6, 1), &Theme::default());
        assert_eq!(
            (lines(&buffer), at),
            (vec!["…nter".to_owned()], Some(Position::new(5, 0)))
        );
        input.edit(Edit::LineStart);
        let at = input.draw(&mut buffer, Rect::new(0, 0, 6, 1), &Theme::default());
        assert_eq!(
            (lines(&buffer), at),
            (vec!["打印…".to_owned()], Some(Position::new(0, 0)))
        );
    }

    proptest! {
        #[test]
        fn the_cursor_is_always_inside_and_nothing_foreign_gets_in(
            pastes in proptest::collection::vec("\\PC{0,12}|[\u{0}-\u{1f}\u{301}a]{0,5}", 0..6),
            keys in proptest::collection::vec(prop::sample::select(vec!["left", "right", "home", "end", "backspace", "delete", "ctrl-left", "x"]), 0..20),
            width in 0u16..12,
        ) {
            let mut input = LineInput::default();
            for (paste, key) in pastes.iter().zip(keys.iter()) {
                input.paste(paste);
                input.key(key.parse().unwrap());
            }
            prop_assert!(!input.text().chars().any(char::is_control));
            let mut buffer = Buffer::empty(Rect::new(0, 0, width, 1));
            if let Some(at) = input.draw(&mut buffer, Rect::new(0, 0, width, 1), &Theme::default()) {
                prop_assert!(at.x < width);
            }
        }
    }
}
