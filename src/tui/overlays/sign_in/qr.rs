//! A text as a code that a telephone's camera reads: two of its dots in one cell, one above the other.

use qrcode::types::Color as Dot;
use qrcode::{EcLevel, QrCode};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

/// Dots around it that stay light; a camera finds its edge by them.
const MARGIN: usize = 2;

/// A code, ready to draw.
pub struct Code {
    dots: Vec<Dot>,
    side: usize,
}

impl Code {
    /// The code of a text; none where it is too long for any.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::L).ok()?;
        Some(Self {
            side: code.width(),
            dots: code.to_colors(),
        })
    }

    /// The cells that it takes side by side.
    #[must_use]
    pub fn columns(&self) -> u16 {
        u16::try_from(self.side + 2 * MARGIN).unwrap_or(u16::MAX)
    }

    /// The cells that it takes one below the other.
    #[must_use]
    pub fn rows(&self) -> u16 {
        self.columns().div_ceil(2)
    }

    /// Draws it into the middle of the area's top.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect) {
        // Dark on light whatever the theme is: cameras read nothing else.
        let style = Style::new().fg(Color::Black).bg(Color::White);
        let left = area.x + area.width.saturating_sub(self.columns()) / 2;
        for row in 0..self.rows().min(area.height) {
            let line: String = (0..self.columns()).map(|column| self.cell(column, row)).collect();
            buffer.set_stringn(left, area.y + row, line, usize::from(area.width), style);
        }
    }

    fn cell(&self, column: u16, row: u16) -> char {
        let (x, y) = (usize::from(column), usize::from(row) * 2);
        match (self.is_dark(x, y), self.is_dark(x, y + 1)) {
            (true, true) => '█',
            (true, false) => '▀',
            (false, true) => '▄',
            (false, false) => ' ',
        }
    }

    fn is_dark(&self, x: usize, y: usize) -> bool {
        let inside = |at: usize| at.checked_sub(MARGIN).filter(|at| *at < self.side);
        match (inside(x), inside(y)) {
            (Some(x), Some(y)) => self.dots[y * self.side + x] == Dot::Dark,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_drawn_with_its_three_corners_and_a_light_margin() {
        let code = Code::of("otpauth://totp/Northwind:tom?secret=JBSWY3DPEHPK3PXP&issuer=Northwind").unwrap();
        let mut buffer = Buffer::empty(Rect::new(0, 0, code.columns(), code.rows()));
        let area = *buffer.area();
        code.draw(&mut buffer, area);
        let row = |y: u16| -> String { (0..code.columns()).map(|x| buffer[(x, y)].symbol()).collect() };
        assert_eq!(row(0).trim(), "", "the margin");
        assert!(row(1).starts_with("  █▀▀▀▀▀█"), "{}", row(1));
        assert!(row(1).ends_with("█▀▀▀▀▀█  "), "{}", row(1));
        assert!(code.rows() <= 20, "{}", code.rows());
        assert!(Code::of(&"x".repeat(5_000)).is_none());
    }
}
