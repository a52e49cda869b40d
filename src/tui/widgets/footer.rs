//! The bottom line: the keys that work here and now, or a message until the next key.

use super::paint::{self, Piece};
use super::rule;
use crate::base::cells;
use crate::tui::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};

/// A key and what it does here: `c complete`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The key as it is bound.
    pub key: String,
    /// What it does, in the words of what is under the cursor.
    pub words: String,
}

impl Hint {
    /// A key and what it does here.
    pub fn new(key: impl Into<String>, words: impl Into<String>) -> Self {
        Self {
            key: key.into(),
            words: words.into(),
        }
    }

    fn pieces(&self) -> [Piece<'_>; 2] {
        [
            Piece::new(self.key.as_str(), Role::Key),
            Piece::new(format!(" {}", self.words), Role::Dim),
        ]
    }

    fn width(&self) -> usize {
        paint::width(&self.pieces())
    }
}

const BETWEEN: &str = " · ";

/// Draws as many hints as fit whole, in their order. The last one (`: all`) always stays.
pub fn draw(buffer: &mut Buffer, line: Rect, hints: &[Hint], theme: &Theme) {
    let shown = fitting(hints, usize::from(line.width).saturating_sub(1));
    let mut row = vec![Piece::new(" ", Role::Dim)];
    for (at, hint) in shown.into_iter().enumerate() {
        if at > 0 {
            row.push(Piece::new(BETWEEN, Role::Dim));
        }
        row.extend(hint.pieces());
    }
    draw_row(buffer, line, &row, theme);
}

/// The most rows that a message takes.
const TALLEST: u16 = 5;

/// Draws a message in the line's place; where the line is too short for it, upwards from there below a rule.
pub fn message(buffer: &mut Buffer, line: Rect, text: &str, role: Role, theme: &Theme) {
    let room = usize::from(line.width.saturating_sub(2));
    let rows = cells::wrap_lines(&cells::sanitise_lines(text), room)
        .take(usize::from(TALLEST))
        .count();
    let above = u16::try_from(rows).unwrap_or(TALLEST).saturating_sub(1).min(line.y);
    let area = Rect {
        y: line.y - above,
        height: line.height.saturating_add(above),
        ..line
    };
    if area.is_empty() {
        return;
    }
    Clear.render(area.intersection(*buffer.area()), buffer);
    if above > 0 {
        rule::horizontal(
            buffer,
            Rect {
                y: area.y.saturating_sub(1),
                height: 1,
                ..area
            },
            theme,
        );
    }
    let text_area = Rect {
        x: area.x + 1.min(area.width),
        width: line.width.saturating_sub(2),
        ..area
    };
    paint::paragraph(buffer, text_area, text, 0, theme.style(role));
}

fn draw_row(buffer: &mut Buffer, line: Rect, row: &[Piece<'_>], theme: &Theme) {
    if !line.is_empty() {
        paint::pieces(buffer, line.x, line.y, line.width, row, theme);
    }
}

fn fitting(hints: &[Hint], room: usize) -> Vec<&Hint> {
    let Some((last, others)) = hints.split_last() else {
        return Vec::new();
    };
    let between = BETWEEN.chars().count();
    let mut taken = last.width();
    let mut shown: Vec<&Hint> = Vec::new();
    for hint in others {
        taken += hint.width() + between;
        if taken > room {
            break;
        }
        shown.push(hint);
    }
    shown.push(last);
    shown
}

#[cfg(test)]
mod tests {
    use super::super::paint::testing::lines;
    use super::*;

    fn shown(width: u16) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, 1));
        let hints = [
            Hint::new("enter", "open"),
            Hint::new("H", "transfer to Acme"),
            Hint::new("c", "complete"),
            Hint::new(":", "all"),
        ];
        draw(&mut buffer, Rect::new(0, 0, width, 1), &hints, &Theme::default());
        lines(&buffer).remove(0)
    }

    #[test]
    fn hints_are_cut_whole_and_the_last_one_stays() {
        assert_eq!(shown(80), " enter open · H transfer to Acme · c complete · : all");
        assert_eq!(shown(52), " enter open · H transfer to Acme · : all");
        assert_eq!(shown(20), " enter open · : all");
        assert_eq!(shown(8), " : all");
        assert_eq!(shown(0), "");
    }
}
