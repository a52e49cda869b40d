//! The rules between panes.

use super::paint::{self, Piece};
use crate::tui::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws a rule across the area's first row.
pub fn horizontal(buffer: &mut Buffer, area: Rect, theme: &Theme) {
    if !area.is_empty() {
        let rule = "─".repeat(usize::from(area.width));
        paint::text(buffer, area.x, area.y, area.width, &rule, theme.style(Role::Rule));
    }
}

/// Draws a rule with a title in it: `─ Reply to both sides ─ ctrl-x send ───`.
pub fn titled(buffer: &mut Buffer, area: Rect, pieces: &[Piece<'_>], theme: &Theme) {
    horizontal(buffer, area, theme);
    if area.is_empty() {
        return;
    }
    let mut title = vec![Piece::new("─ ", Role::Rule)];
    title.extend_from_slice(pieces);
    title.push(Piece::new(" ", Role::Rule));
    paint::pieces(buffer, area.x, area.y, area.width, &title, theme);
}

/// Draws a rule down the area's first column.
pub fn vertical(buffer: &mut Buffer, area: Rect, theme: &Theme) {
    if area.width > 0 {
        for y in area.top()..area.bottom() {
            paint::text(buffer, area.x, y, 1, "│", theme.style(Role::Rule));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::paint::testing::lines;
    use super::*;

    #[test]
    fn rules_fill_their_row_or_column_and_carry_a_title() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 3));
        titled(
            &mut buffer,
            Rect::new(0, 0, 12, 1),
            &[Piece::new("Reply", Role::Heading)],
            &Theme::default(),
        );
        vertical(&mut buffer, Rect::new(3, 1, 1, 2), &Theme::default());
        assert_eq!(lines(&buffer), ["─ Reply ────", "   │", "   │"]);
    }
}
