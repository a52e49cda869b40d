//! Text onto the buffer: the one way in, which makes it harmless and cuts it at its room.

use crate::base::cells;
use crate::tui::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::borrow::Cow;

/// A piece of text with its meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The text, as foreign as it came.
    pub text: Cow<'a, str>,
    /// What it means.
    pub role: Role,
}

impl<'a> Piece<'a> {
    /// A piece of text with its meaning.
    pub fn new(text: impl Into<Cow<'a, str>>, role: Role) -> Self {
        Self {
            text: text.into(),
            role,
        }
    }
}

/// Draws a text of one line from here to the right, in at most so many cells, cut with `…`. Gives back the cells taken.
/// Nothing is drawn outside the buffer.
pub fn text(buffer: &mut Buffer, x: u16, y: u16, room: u16, text: &str, style: Style) -> u16 {
    let area = *buffer.area();
    if y < area.top() || y >= area.bottom() || x < area.left() || x >= area.right() {
        return 0;
    }
    let room = room.min(area.right() - x);
    let fitted = cells::fit(text, usize::from(room));
    let (end, _) = buffer.set_stringn(x, y, fitted, usize::from(room), style);
    end - x
}

/// Draws pieces one after the other, the last that fits cut with `…`. Gives back the cells taken.
pub fn pieces(buffer: &mut Buffer, x: u16, y: u16, room: u16, pieces: &[Piece<'_>], theme: &Theme) -> u16 {
    let mut taken = 0;
    let shown = |piece: &Piece<'_>| cells::width(&cells::fit(&piece.text, usize::from(room) + 1));
    for (at, piece) in pieces.iter().enumerate() {
        let left = room - taken;
        let style = theme.style(piece.role);
        let width = shown(piece);
        let ends_here = pieces[at + 1..].iter().all(|later| later.text.trim().is_empty());
        if width == usize::from(left) && width > 0 && !ends_here {
            // Nothing is left for what follows, so this one bears the mark of the cut.
            let longer = format!("{} ", cells::fit(&piece.text, width));
            return taken + text(buffer, x + taken, y, left, &longer, style);
        }
        taken += text(buffer, x + taken, y, left, &piece.text, style);
        if width > usize::from(left) {
            break;
        }
    }
    taken
}

/// Draws a text of several lines, wrapped to the area's width, from this row of it on. Gives back how many rows of the
/// text there are up to the area's end, so that 'less than the height' means that the text ended.
pub fn paragraph(buffer: &mut Buffer, area: Rect, text: &str, first_row: usize, style: Style) -> u16 {
    let clean = cells::sanitise_lines(text);
    let rows = cells::wrap_lines(&clean, usize::from(area.width))
        .skip(first_row)
        .take(usize::from(area.height));
    rows.zip(area.y..).fold(0, |drawn, (row, y)| {
        self::text(buffer, area.x, y, area.width, row, style);
        drawn + 1
    })
}

/// The cells that pieces take side by side.
#[must_use]
pub fn width(pieces: &[Piece<'_>]) -> usize {
    pieces
        .iter()
        .map(|piece| cells::width(&cells::sanitise(&piece.text)))
        .sum()
}

#[cfg(test)]
pub(in crate::tui) mod testing {
    //! What a buffer shows, for tests of widgets.

    use ratatui::buffer::Buffer;
    use unicode_width::UnicodeWidthStr;

    /// The buffer's lines without the spaces at their ends.
    pub fn lines(buffer: &Buffer) -> Vec<String> {
        let area = buffer.area();
        area.rows()
            .map(|row| {
                let mut line = String::new();
                let mut covered = 0;
                for cell in row.columns().map(|at| &buffer[(at.x, at.y)]) {
                    if covered > 0 {
                        covered -= 1;
                        continue;
                    }
                    line.push_str(cell.symbol());
                    covered = cell.symbol().width().saturating_sub(1);
                }
                line.trim_end().to_owned()
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::testing::lines;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn foreign_text_is_harmless_and_stays_in_its_room() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 2));
        assert_eq!(text(&mut buffer, 1, 0, 5, "a\u{1b}[31m打印", Style::new()), 5);
        assert_eq!(text(&mut buffer, 9, 1, 90, "beyond", Style::new()), 3);
        assert_eq!(text(&mut buffer, 12, 1, 5, "outside", Style::new()), 0);
        assert_eq!(lines(&buffer), [" a␛[3…", "         be…"]);
    }

    #[test]
    fn pieces_stand_one_after_the_other_and_the_last_is_cut() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        let row = [Piece::new("● ", Role::Holder), Piece::new("In Progress", Role::Open)];
        assert_eq!(pieces(&mut buffer, 0, 0, 9, &row, &Theme::default()), 9);
        assert_eq!(lines(&buffer), ["● In Pro…"]);
        assert_eq!(width(&row), 13);
        let cut_short = [Piece::new("at the end ", Role::Text), Piece::new("more", Role::Text)];
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        pieces(&mut buffer, 0, 0, 8, &cut_short, &Theme::default());
        assert_eq!(lines(&buffer), ["at the…"], "cut once");
        let at_the_seam = [Piece::new("Printer", Role::Match), Piece::new(" hums", Role::Text)];
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        pieces(&mut buffer, 0, 0, 7, &at_the_seam, &Theme::default());
        assert_eq!(lines(&buffer), ["Printe…"]);
    }

    #[test]
    fn a_paragraph_is_wrapped_and_drawn_from_any_of_its_rows() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 10, 3));
        let text = "every page is blank\n\nstill";
        assert_eq!(paragraph(&mut buffer, Rect::new(0, 0, 10, 3), text, 1, Style::new()), 3);
        assert_eq!(lines(&buffer), ["is blank", "", "still"]);
    }

    proptest! {
        #[test]
        fn any_text_can_be_drawn_anywhere(foreign in ".{0,60}", x in 0u16..30, y in 0u16..6, room in 0u16..40, width in 0u16..24, height in 0u16..4) {
            let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
            text(&mut buffer, x, y, room, &foreign, Style::new());
            paragraph(&mut buffer, Rect::new(0, 0, width, height), &foreign, 0, Style::new());
            for line in lines(&buffer) {
                prop_assert!(!line.chars().any(char::is_control), "{line:?}");
            }
        }
    }
}
