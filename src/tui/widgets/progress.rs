//! Long work in words that mean something: what, how many, of how many; a bar only beside the number.

use super::paint::{self, Piece};
use crate::base::cells;
use crate::tui::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// How far a piece of long work is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is counted: `tickets`.
    pub what: String,
    /// How many are done.
    pub done: u64,
    /// Of how many, where that is known.
    pub of: Option<u64>,
}

impl Progress {
    /// `tickets 12,400 of 100,000 (12 %)`.
    #[must_use]
    pub fn words(&self) -> String {
        match self.of {
            None => format!("{} {}", self.what, grouped(self.done)),
            Some(of) => format!(
                "{} {} of {} ({} %)",
                self.what,
                grouped(self.done),
                grouped(of),
                self.percent(of)
            ),
        }
    }

    /// Whole percents, 100 only when all is done.
    fn percent(&self, of: u64) -> u64 {
        match of {
            0 => 100,
            _ => u64::try_from(u128::from(self.done.min(of)) * 100 / u128::from(of)).unwrap_or(100),
        }
    }

    /// Draws words and, where there is room for at least ten cells of it, a bar behind them.
    pub fn draw(&self, buffer: &mut Buffer, line: Rect, theme: &Theme) {
        if line.is_empty() {
            return;
        }
        let taken = paint::text(
            buffer,
            line.x,
            line.y,
            line.width,
            &self.words(),
            theme.style(Role::Text),
        );
        let room = line.width.saturating_sub(taken + 2).min(40);
        if let Some(of) = self.of.filter(|_| room >= 10) {
            let bar = bar(self.percent(of), 100, usize::from(room));
            paint::pieces(
                buffer,
                line.x + taken + 2,
                line.y,
                room,
                &[Piece::new(bar, Role::Key)],
                theme,
            );
        }
    }
}

/// A bar of eighth blocks, as long as `part` of `whole` in so many cells.
#[must_use]
pub fn bar(part: u64, whole: u64, cells: usize) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let eighths = (cells as u128 * 8 * u128::from(part.min(whole)))
        .checked_div(u128::from(whole))
        .unwrap_or(0);
    let eighths = usize::try_from(eighths).unwrap_or(0);
    cells::pad(&format!("{}{}", "█".repeat(eighths / 8), EIGHTHS[eighths % 8]), cells)
}

/// A number with its thousands apart: `12,400`.
#[must_use]
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::paint::testing::lines;
    use super::*;

    #[test]
    fn progress_tells_what_and_how_many_with_the_bar_beside_it() {
        let progress = Progress {
            what: "tickets".to_owned(),
            done: 12_400,
            of: Some(100_000),
        };
        let mut buffer = Buffer::empty(Rect::new(0, 0, 50, 1));
        progress.draw(&mut buffer, Rect::new(0, 0, 50, 1), &Theme::default());
        assert_eq!(lines(&buffer), ["tickets 12,400 of 100,000 (12 %)  █▉"]);
        assert_eq!(
            Progress {
                of: None,
                ..progress.clone()
            }
            .words(),
            "tickets 12,400"
        );
        assert_eq!(
            Progress {
                of: Some(0),
                done: 0,
                ..progress
            }
            .words(),
            "tickets 0 of 0 (100 %)"
        );
    }

    #[test]
    fn bars_are_exactly_as_wide_as_asked() {
        assert_eq!(bar(1, 2, 4), "██  ");
        assert_eq!(bar(9, 2, 4), "████");
        assert_eq!(bar(1, 0, 3), "   ");
        assert_eq!(grouped(1_000_000), "1,000,000");
    }
}
