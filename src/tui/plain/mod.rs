//! Plain mode: the console as lines of text, for screen readers and for terminals that can't draw. No rules, no bars, no
//! cursor moved about; what has the focus, and what came of a key, is a sentence on a line of its own.
//!
//! Everything is read off a drawing that nobody sees, wide and high enough that nothing is cut ([`SIZE`]) and in a theme
//! that gives each role a colour of its own. So it says what the drawn screens show, whatever they come to show.

mod lines;
mod reading;
mod ticket;

pub use lines::Line;
pub use reading::{Input, Reading};

use super::app::App;
use super::term::fitting;
use crate::base::cells::sanitise;
use crate::config::terminal::Letters;
use std::io::{self, Write};

/// Columns and rows of the drawing that is read.
pub const SIZE: (u16, u16) = (480, 150);

/// Where lines are said, behind a writer that should not buffer.
pub struct Plain<W> {
    out: W,
    letters: Letters,
    /// What was said last; none where everything is to be said.
    last: Option<Reading>,
    /// Whether the last line is being typed and has not ended.
    is_typing: bool,
}

impl<W: Write> Plain<W> {
    /// Nothing was said yet.
    pub fn new(out: W, letters: Letters) -> Self {
        Self {
            out,
            letters,
            last: None,
            is_typing: false,
        }
    }

    /// Says everything anew the next time.
    pub fn invalidate(&mut self) {
        self.last = None;
    }

    /// Says what is new, and gives back the bytes written; 0 where nothing is.
    ///
    /// # Errors
    /// When the terminal doesn't take them.
    pub fn frame(&mut self, app: &App) -> io::Result<usize> {
        let mut now = Reading::of(app);
        let bytes = match self.last.take() {
            None => self.lines(&now.whole(app)),
            Some(last) => match now.typed_since(&last) {
                Some(letters) => {
                    let typed = self.letters(letters);
                    let focus = now.focus_since(&last);
                    now.keep_unsaid(last);
                    typed.into_bytes().into_iter().chain(self.lines(&focus)).collect()
                }
                None => self.lines(&now.since(&last, app)),
            },
        };
        self.is_typing = match bytes.last() {
            Some(last) => *last != b'\n',
            None => self.is_typing,
        };
        self.last = Some(now);
        self.send(&bytes)?;
        Ok(bytes.len())
    }

    /// Writes bytes that are no line: a bell, a copied text.
    ///
    /// # Errors
    /// When the terminal doesn't take them.
    pub fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        self.out.flush()
    }

    /// The one way out: whatever a line was made of, no byte of it tells the terminal anything.
    fn letters(&self, text: &str) -> String {
        fitting::text(&sanitise(text), self.letters)
    }

    /// Each on a line of its own, behind what is being typed.
    fn lines(&self, lines: &[String]) -> Vec<u8> {
        let mut bytes = Vec::new();
        if lines.is_empty() {
            return bytes;
        }
        if self.is_typing {
            bytes.extend_from_slice(b"\r\n");
        }
        for line in lines {
            bytes.extend_from_slice(self.letters(line).as_bytes());
            bytes.extend_from_slice(b"\r\n");
        }
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_byte_of_a_line_tells_the_terminal_anything() {
        let plain = Plain::new(Vec::new(), Letters::Unicode);
        let lines = ["transfer to \u{1b}]0;PWN\u{7}Acme\u{9b}2J\u{202e}".to_owned()];
        let said = String::from_utf8(plain.lines(&lines)).unwrap();
        let line = said.strip_suffix("\r\n").unwrap();
        assert!(
            !line.chars().any(|letter| letter.is_control() || letter == '\u{202e}'),
            "{line:?}"
        );
        assert!(line.starts_with("transfer to ") && line.contains("Acme"), "{line:?}");
    }
}
