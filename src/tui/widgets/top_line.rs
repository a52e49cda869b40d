//! The top line: where I am on the left, how fresh it is and what is unsent on the right.

use super::paint::{self, Piece};
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws both sides; the left one is cut where they don't fit, never the right one.
pub fn draw(buffer: &mut Buffer, line: Rect, left: &[Piece<'_>], right: &[Piece<'_>], theme: &Theme) {
    if line.is_empty() {
        return;
    }
    let wanted = u16::try_from(paint::width(right)).unwrap_or(u16::MAX);
    let taken = wanted.min(line.width.saturating_sub(1));
    let x = line.right() - taken;
    paint::pieces(buffer, x, line.y, taken, right, theme);
    // One cell before the left part, two between both.
    let room = line
        .width
        .saturating_sub(taken)
        .saturating_sub(if taken > 0 { 3 } else { 1 });
    paint::pieces(buffer, line.x + 1, line.y, room, left, theme);
}

#[cfg(test)]
mod tests {
    use super::super::paint::testing::lines;
    use super::*;
    use crate::tui::theme::Role;

    fn shown(width: u16) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, 1));
        let left = [Piece::new("Northwind Managed IT · Maria Keller", Role::Heading)];
        let right = [Piece::new("live", Role::Dim), Piece::new(" · ? help", Role::Dim)];
        draw(&mut buffer, Rect::new(0, 0, width, 1), &left, &right, &Theme::default());
        lines(&buffer).remove(0)
    }

    #[test]
    fn the_left_part_is_cut_before_the_right_one() {
        assert_eq!(
            shown(60),
            " Northwind Managed IT · Maria Keller           live · ? help"
        );
        assert_eq!(shown(30), " Northwind Man…  live · ? help");
        assert_eq!(shown(14), " live · ? help");
        assert_eq!(shown(0), "");
    }
}
