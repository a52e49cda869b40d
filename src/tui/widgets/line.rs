//! A line that is laid out but not drawn yet: pieces from the left, and pieces at the right end.

use super::paint::{self, Piece};
use crate::base::cells;
use crate::tui::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A line, ready to draw.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// From the left.
    pub left: Vec<Piece<'static>>,
    /// At the right end.
    pub right: Vec<Piece<'static>>,
}

impl Line {
    /// A line of one piece.
    #[must_use]
    pub fn text(text: impl Into<String>, role: Role) -> Self {
        Self {
            left: vec![Piece::new(text.into(), role)],
            right: Vec::new(),
        }
    }

    /// A line of these pieces.
    #[must_use]
    pub fn of(left: Vec<Piece<'static>>) -> Self {
        Self {
            left,
            right: Vec::new(),
        }
    }

    /// Both ends on one line where they have room in this width, else one below the other.
    #[must_use]
    pub fn ends(left: Vec<Piece<'static>>, right: Vec<Piece<'static>>, width: usize, indent: &str) -> Vec<Self> {
        if right.is_empty() || paint::width(&left) + paint::width(&right) + 3 <= width {
            return vec![Self { left, right }];
        }
        let mut below = vec![Piece::new(indent.to_owned(), Role::Text)];
        below.extend(right);
        vec![Self::of(left), Self::of(below)]
    }

    /// A text of several lines, wrapped, each row behind this indent.
    #[must_use]
    pub fn wrapped(text: &str, indent: &str, width: usize, role: Role) -> Vec<Self> {
        let clean = cells::sanitise_lines(text);
        let room = width.saturating_sub(cells::width(indent) + 1);
        let rows = cells::wrap_lines(clean.trim_end(), room);
        rows.map(|row| Self::text(format!("{indent}{row}"), role)).collect()
    }

    /// Draws it into the area's first row.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, theme: &Theme) {
        if area.is_empty() {
            return;
        }
        let right = u16::try_from(paint::width(&self.right))
            .unwrap_or(u16::MAX)
            .min(area.width);
        let gap = if right == 0 { 0 } else { 2 };
        paint::pieces(
            buffer,
            area.x,
            area.y,
            area.width.saturating_sub(right + gap),
            &self.left,
            theme,
        );
        let x = area.right().saturating_sub(right + 1).max(area.x);
        paint::pieces(buffer, x, area.y, right, &self.right, theme);
    }
}
