//! The frame of what floats over the panes: dialogs, pickers, help.

use super::paint::{self, Piece};
use crate::tui::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, Clear, Widget};

/// Cells that the frame takes on both sides together, and rows.
pub const FRAME: (u16, u16) = (4, 2);

/// Draws an empty frame for this much content, centred, no larger than the screen, and gives back the room inside.
pub fn draw(buffer: &mut Buffer, screen: Rect, title: &str, width: u16, height: u16, theme: &Theme) -> Rect {
    let screen = screen.intersection(*buffer.area());
    let area = centred(screen, width.saturating_add(FRAME.0), height.saturating_add(FRAME.1));
    Clear.render(area, buffer);
    Block::bordered()
        .border_style(theme.style(Role::Rule))
        .render(area, buffer);
    let heading = [
        Piece::new(" ", Role::Rule),
        Piece::new(title, Role::Heading),
        Piece::new(" ", Role::Rule),
    ];
    if area.width > FRAME.0 {
        paint::pieces(buffer, area.x + 1, area.y, area.width - 2, &heading, theme);
    }
    Rect {
        x: area.x + (FRAME.0 / 2).min(area.width),
        y: area.y + (FRAME.1 / 2).min(area.height),
        width: area.width.saturating_sub(FRAME.0),
        height: area.height.saturating_sub(FRAME.1),
    }
}

/// Says in the frame's lower edge how much there is above and below what is seen of so many rows; where all are seen,
/// nothing.
pub fn draw_place(buffer: &mut Buffer, inside: Rect, top: usize, rows: usize, theme: &Theme) {
    let seen = usize::from(inside.height);
    let below = rows.saturating_sub(top + seen);
    if (top == 0 && below == 0) || inside.is_empty() {
        return;
    }
    let up = if top > 0 { "↑" } else { " " };
    let down = if below > 0 { "↓" } else { " " };
    let last = (top + seen).min(rows);
    let text = format!(" {up}{down} {last}/{rows} ");
    let width = u16::try_from(text.chars().count())
        .unwrap_or(u16::MAX)
        .min(inside.width);
    let y = inside.bottom() + FRAME.1 / 2 - 1;
    paint::text(buffer, inside.right() - width, y, width, &text, theme.style(Role::Dim));
}

/// An area of this size in the middle of the screen, or as much of it as there is.
#[must_use]
pub fn centred(screen: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(screen.width), height.min(screen.height));
    Rect {
        x: screen.x + (screen.width - width) / 2,
        y: screen.y + (screen.height - height) / 2,
        width,
        height,
    }
}

#[cfg(test)]
mod tests {
    use super::super::paint::testing::lines;
    use super::*;

    #[test]
    fn a_frame_stands_in_the_middle_and_clears_what_is_below() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 5));
        for y in 0..5 {
            buffer.set_string(0, y, "x".repeat(20), ratatui::style::Style::new());
        }
        let inside = draw(
            &mut buffer,
            Rect::new(0, 0, 20, 5),
            "Complete",
            12,
            1,
            &Theme::default(),
        );
        assert_eq!(inside, Rect::new(4, 2, 12, 1));
        assert_eq!(
            lines(&buffer)[1..4],
            ["xx┌ Complete ────┐xx", "xx│              │xx", "xx└──────────────┘xx"]
        );
    }

    #[test]
    fn a_frame_is_never_larger_than_the_screen() {
        for width in 0..12 {
            for height in 0..6 {
                let screen = Rect::new(0, 0, width, height);
                let mut buffer = Buffer::empty(screen);
                let inside = draw(&mut buffer, screen, "打印机 a title", 50, 50, &Theme::default());
                assert_eq!(screen.intersection(inside).area(), inside.area());
            }
        }
    }
}
