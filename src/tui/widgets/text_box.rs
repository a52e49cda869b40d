//! A text of several lines that one types: notes, replies, resolutions. Long lines wrap on the screen.

use super::edit::Edit;
use crate::base::cells;
use crate::tui::keymap::Key;
use crate::tui::theme::{Role, Theme};
use crossterm::event::{KeyCode, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::Widget;
use ratatui_textarea::{CursorMove, TextArea, WrapMode};

/// No text that Autotask takes is longer, in characters; what is pasted beyond it is left out.
const LONGEST: usize = 32_000;

/// The text, its cursor and its undo history.
#[derive(Clone, Debug)]
pub struct TextBox(TextArea<'static>);

/// What became of a pasted text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pasted {
    /// All of it is in.
    Whole,
    /// What did not fit was left out.
    Cut,
}

impl Default for TextBox {
    fn default() -> Self {
        Self::new("")
    }
}

impl TextBox {
    /// A box that begins with this text, the cursor behind it.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut area = TextArea::new(harmless(text, LONGEST).0.split('\n').map(str::to_owned).collect());
        area.set_wrap_mode(WrapMode::WordOrGlyph);
        // The terminal's own cursor is shown, so nothing is drawn for it.
        area.set_cursor_style(Style::new());
        area.set_cursor_line_style(Style::new());
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self(area)
    }

    /// What stands in it.
    #[must_use]
    pub fn text(&self) -> String {
        self.0.lines().join("\n")
    }

    /// Whether nothing but spaces stands in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.0.lines().iter().all(|line| line.trim().is_empty())
    }

    /// Takes a key that nothing is bound to: letters, Enter, arrows and their kin. False where it means nothing to a text.
    pub fn key(&mut self, key: Key) -> bool {
        if let Some(letter) = key.letter() {
            self.insert(&letter.to_string());
            return true;
        }
        let word = key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        match key.code {
            KeyCode::Enter => _ = self.insert("\n"),
            KeyCode::Backspace => _ = self.0.delete_char(),
            KeyCode::Delete => _ = self.0.delete_next_char(),
            KeyCode::Left if word => self.0.move_cursor(CursorMove::WordBack),
            KeyCode::Right if word => self.0.move_cursor(CursorMove::WordForward),
            KeyCode::Left => self.0.move_cursor(CursorMove::Back),
            KeyCode::Right => self.0.move_cursor(CursorMove::Forward),
            KeyCode::Up => self.0.move_cursor(CursorMove::Up),
            KeyCode::Down => self.0.move_cursor(CursorMove::Down),
            KeyCode::Home => self.0.move_cursor(CursorMove::Head),
            KeyCode::End => self.0.move_cursor(CursorMove::End),
            _ => return false,
        }
        true
    }

    /// Does an edit that a key is bound to.
    pub fn edit(&mut self, edit: Edit) {
        match edit {
            Edit::LineStart => self.0.move_cursor(CursorMove::Head),
            Edit::LineEnd => self.0.move_cursor(CursorMove::End),
            Edit::DeleteWord => _ = self.0.delete_word(),
            Edit::DeleteToStart => _ = self.0.delete_line_by_head(),
            Edit::DeleteToEnd => _ = self.0.delete_line_by_end(),
            Edit::DeleteBack => _ = self.0.delete_char(),
            Edit::Forward => self.0.move_cursor(CursorMove::Forward),
            Edit::Back => self.0.move_cursor(CursorMove::Back),
            Edit::WordForward => self.0.move_cursor(CursorMove::WordForward),
            Edit::WordBack => self.0.move_cursor(CursorMove::WordBack),
            Edit::DeleteForward => _ = self.0.delete_next_char(),
            Edit::DeleteWordForward => _ = self.0.delete_next_word(),
        }
    }

    /// Moves the cursor by so many lines, upwards when negative.
    pub fn move_by(&mut self, lines: isize) {
        let step = if lines < 0 { CursorMove::Up } else { CursorMove::Down };
        for _ in 0..lines.unsigned_abs() {
            self.0.move_cursor(step);
        }
    }

    /// Puts a foreign text in at the cursor, made harmless.
    pub fn paste(&mut self, text: &str) -> Pasted {
        self.insert(text)
    }

    /// The rows that the text takes in this width, for boxes that grow with their text.
    #[must_use]
    pub fn rows(&self, width: u16) -> usize {
        // The rows are counted by drawing the text's end, so that they are those that are drawn.
        let mut end = self.0.clone();
        end.move_cursor(CursorMove::Bottom);
        end.move_cursor(CursorMove::End);
        let line = Rect::new(0, 0, width.max(1), 1);
        (&end).render(line, &mut Buffer::empty(line));
        end.screen_cursor().row + 1
    }

    /// Draws the part around the cursor, and gives back where the cursor is.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, theme: &Theme) -> Option<Position> {
        let area = area.intersection(*buffer.area());
        if area.is_empty() {
            return None;
        }
        (&self.0).render(area, buffer);
        buffer.set_style(area, theme.style(Role::Input));
        let cursor = self.0.screen_cursor();
        let (first_row, _) = self.0.scroll_offset();
        let column = u16::try_from(cursor.col).unwrap_or(u16::MAX).min(area.width - 1);
        let row = u16::try_from(cursor.row)
            .unwrap_or(u16::MAX)
            .saturating_sub(first_row)
            .min(area.height - 1);
        Some(Position::new(area.x + column, area.y + row))
    }

    fn insert(&mut self, text: &str) -> Pasted {
        let taken: usize = self.0.lines().iter().map(|line| line.chars().count() + 1).sum();
        let (text, pasted) = harmless(text, (LONGEST + 1).saturating_sub(taken));
        self.0.insert_str(text);
        pasted
    }
}

/// The text made harmless, and no more of it than so many characters.
fn harmless(text: &str, room: usize) -> (String, Pasted) {
    let clean = cells::sanitise_lines(text);
    match clean.char_indices().nth(room) {
        Some((end, _)) => (clean[..end].to_owned(), Pasted::Cut),
        None => (clean.into_owned(), Pasted::Whole),
    }
}

#[cfg(test)]
mod tests {
    use super::super::paint::testing::lines;
    use super::*;
    use proptest::prelude::*;

    fn typed(text: &mut TextBox, keys: &str) {
        for key in Key::sequence(keys).unwrap() {
            assert!(text.key(key), "{key}");
        }
    }

    #[test]
    fn a_text_is_written_over_several_lines_as_in_a_shell() {
        let mut text = TextBox::default();
        typed(&mut text, "f u s e r enter s w a p space o u t");
        assert_eq!(text.text(), "fuser\nswap out");
        text.edit(Edit::DeleteWord);
        text.edit(Edit::LineStart);
        typed(&mut text, "right");
        text.edit(Edit::DeleteToEnd);
        typed(&mut text, "up");
        text.edit(Edit::DeleteToStart);
        assert_eq!(text.text(), "user\ns");
        text.edit(Edit::DeleteBack);
        assert!(!text.is_blank() && TextBox::new(" \n").is_blank());
    }

    #[test]
    fn what_slow_terminals_send_by_themselves_is_ignored() {
        let mut text = TextBox::new("kept");
        assert!(!text.key("ctrl-q".parse().unwrap()) && !text.key("ctrl-s".parse().unwrap()));
        assert_eq!(text.text(), "kept");
    }

    #[test]
    fn a_long_line_wraps_on_the_screen_and_the_cursor_follows() {
        let text = TextBox::new("The fuser will be swapped at 11");
        let mut buffer = Buffer::empty(Rect::new(0, 0, 14, 2));
        let at = text.draw(&mut buffer, Rect::new(0, 0, 14, 2), &Theme::default());
        assert_eq!(lines(&buffer), [" be swapped at", " 11"]);
        assert_eq!(at, Some(Position::new(3, 1)));
    }

    #[test]
    fn the_rows_of_a_text_are_those_that_are_drawn() {
        assert_eq!(TextBox::default().rows(14), 1);
        assert_eq!(TextBox::new("The fuser will be swapped at 11\n\nthen").rows(14), 5);
    }

    #[test]
    fn pasted_text_is_made_harmless_and_cut_at_what_a_note_may_hold() {
        let mut text = TextBox::new("a");
        assert_eq!(text.paste("b\u{1b}[31m\r\n\tc\u{202e}"), Pasted::Whole);
        assert_eq!(text.text(), "ab␛[31m\n    c�");
        assert_eq!(text.paste(&"x".repeat(LONGEST)), Pasted::Cut);
        assert_eq!(text.text().chars().count(), LONGEST);
    }

    proptest! {
        #[test]
        fn any_text_in_any_area_shows_its_cursor_inside(foreign in "(\\PC|\n|\t|\u{1b}){0,80}", width in 0u16..20, height in 0u16..6) {
            let text = TextBox::new(&foreign);
            let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
            if let Some(at) = text.draw(&mut buffer, Rect::new(0, 0, width, height), &Theme::default()) {
                prop_assert!(at.x < width && at.y < height);
            }
            for line in lines(&buffer) {
                prop_assert!(!line.chars().any(char::is_control), "{line:?}");
            }
        }
    }
}
