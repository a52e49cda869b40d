//! A list in columns: its headings, and the rows on the screen with their marks.
//!
//! The row under the cursor reverses its mark and the cells that ask for it; the others keep their colours, so that
//! statuses stay readable and a move costs few bytes.

use super::paint::{self, Piece};
use crate::tui::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Cells before the first column, for the marks.
pub const MARKS: u16 = 2;

/// The mark of the row under the cursor.
pub const CURSOR: &str = "▌";

/// The mark of a ticket that has half-typed text.
pub const DRAFT: &str = "¶";

/// What ends a cell where a drawing is only read.
pub const CELL_END: &str = "┆";

/// What a row's marks say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// `▌`: under the cursor.
    pub cursor: bool,
    /// `+`: marked.
    pub marked: bool,
    /// `~`: has changes that the server has not answered. Marked as well: `±`.
    pub unsent: bool,
    /// `!`: a change of it waits for a decision.
    pub warning: bool,
    /// `¶`: has half-typed text.
    pub draft: bool,
}

/// One column's part of a row.
#[derive(Clone, Debug, Default)]
pub struct Cell<'a> {
    pieces: Vec<Piece<'a>>,
    at_the_right: bool,
    under_cursor: bool,
}

impl<'a> Cell<'a> {
    /// A cell of one piece.
    #[must_use]
    pub fn new(piece: Piece<'a>) -> Self {
        Self::of(vec![piece])
    }

    /// A cell of several pieces.
    #[must_use]
    pub fn of(pieces: Vec<Piece<'a>>) -> Self {
        Self {
            pieces,
            ..Self::default()
        }
    }

    /// The same cell, standing at its column's right end.
    #[must_use]
    pub fn at_the_right(self) -> Self {
        Self {
            at_the_right: true,
            ..self
        }
    }

    /// The same cell, reversed in the row under the cursor: number and title.
    #[must_use]
    pub fn under_cursor(self) -> Self {
        Self {
            under_cursor: true,
            ..self
        }
    }
}

/// A row as it is drawn.
#[derive(Clone, Debug, Default)]
pub struct Row<'a> {
    /// Its marks.
    pub marks: Marks,
    /// A cell per column.
    pub cells: Vec<Cell<'a>>,
}

/// Draws column headings into the area's first row.
pub fn draw_headings(buffer: &mut Buffer, area: Rect, widths: &[u16], headings: &[&str], theme: &Theme) {
    let cells = headings
        .iter()
        .map(|heading| Cell::new(Piece::new(*heading, Role::Dim)))
        .collect();
    draw_row(
        buffer,
        Rect {
            height: area.height.min(1),
            ..area
        },
        widths,
        &Row {
            cells,
            ..Row::default()
        },
        theme,
    );
}

/// Draws rows from the area's top; those beyond its end are not looked at.
pub fn draw<'a>(
    buffer: &mut Buffer,
    area: Rect,
    widths: &[u16],
    rows: impl IntoIterator<Item = Row<'a>>,
    theme: &Theme,
) {
    for (row, y) in rows.into_iter().zip(area.top()..area.bottom()) {
        draw_row(buffer, Rect { y, height: 1, ..area }, widths, &row, theme);
    }
}

fn draw_row(buffer: &mut Buffer, line: Rect, widths: &[u16], row: &Row<'_>, theme: &Theme) {
    if line.is_empty() {
        return;
    }
    draw_marks(buffer, line, row.marks, theme);
    let mut x = line.x.saturating_add(MARKS);
    for (cell, width) in row.cells.iter().zip(widths) {
        if *width > 0 && x < line.right() {
            draw_cell(
                buffer,
                Rect {
                    x,
                    width: (*width).min(line.right() - x),
                    ..line
                },
                cell,
                row.marks.cursor,
                theme,
            );
            x = x.saturating_add(width + 1);
            if theme.is_telling() && x <= line.right() {
                paint::text(buffer, x - 1, line.y, 1, CELL_END, theme.style(Role::Rule));
            }
        }
    }
}

/// Draws a row's marks into the first cells of a line.
pub fn draw_marks(buffer: &mut Buffer, line: Rect, marks: Marks, theme: &Theme) {
    let cursor = marks.cursor.then(|| Piece::new(CURSOR, Role::Cursor));
    let own = match (marks.marked, marks.unsent) {
        _ if marks.warning => Some(Piece::new("!", Role::Warning)),
        (true, true) => Some(Piece::new("±", Role::Unsent)),
        (true, false) => Some(Piece::new("+", Role::Marked)),
        (false, true) => Some(Piece::new("~", Role::Unsent)),
        (false, false) => marks.draft.then(|| Piece::new(DRAFT, Role::Unsent)),
    };
    let shown: Vec<Piece<'_>> = cursor.into_iter().chain(own).collect();
    paint::pieces(buffer, line.x, line.y, line.width.min(MARKS), &shown, theme);
}

fn draw_cell(buffer: &mut Buffer, area: Rect, cell: &Cell<'_>, cursor: bool, theme: &Theme) {
    let taken = u16::try_from(paint::width(&cell.pieces))
        .unwrap_or(u16::MAX)
        .min(area.width);
    let x = if cell.at_the_right {
        area.right() - taken
    } else {
        area.x
    };
    paint::pieces(buffer, x, area.y, area.width, &cell.pieces, theme);
    if cursor && cell.under_cursor {
        let reversed: Style = theme.style(Role::Cursor);
        buffer.set_style(
            Rect {
                x,
                width: taken,
                ..area
            },
            reversed,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::paint::testing::lines;
    use super::*;
    use ratatui::style::Modifier;

    fn row(marks: Marks, number: &str, title: &str) -> Row<'static> {
        let number = Cell::new(Piece::new(number.to_owned(), Role::Text)).under_cursor();
        let title = Cell::new(Piece::new(title.to_owned(), Role::Text)).under_cursor();
        let status = Cell::of(vec![Piece::new("● ", Role::Holder), Piece::new("New", Role::New)]);
        Row {
            marks,
            cells: vec![
                number,
                title,
                status,
                Cell::new(Piece::new("3 h", Role::Late)).at_the_right(),
            ],
        }
    }

    const WIDTHS: [u16; 4] = [4, 8, 6, 5];

    #[test]
    fn rows_show_their_marks_and_cut_only_what_is_too_long() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 30, 5));
        let cursor = Marks {
            cursor: true,
            ..Marks::default()
        };
        let both = Marks {
            marked: true,
            unsent: true,
            ..cursor
        };
        let marked = Marks {
            marked: true,
            ..Marks::default()
        };
        let unsent = Marks {
            unsent: true,
            ..Marks::default()
        };
        let rows = [
            row(cursor, "0007", "Printer"),
            row(both, "0011", "VPN"),
            row(marked, "64", "Outlook search"),
            row(unsent, "1", ""),
        ];
        draw_headings(
            &mut buffer,
            Rect::new(0, 0, 30, 5),
            &WIDTHS,
            &["No", "Title", "Status", "Due"],
            &Theme::default(),
        );
        draw(&mut buffer, Rect::new(0, 1, 30, 4), &WIDTHS, rows, &Theme::default());
        assert_eq!(
            lines(&buffer),
            [
                "  No   Title    Status Due",
                "▌ 0007 Printer  ● New    3 h",
                "▌±0011 VPN      ● New    3 h",
                "+ 64   Outlook… ● New    3 h",
                "~ 1             ● New    3 h",
            ]
        );
    }

    #[test]
    fn the_cursor_reverses_number_and_title_and_leaves_the_status_its_colour() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 30, 1));
        let cursor = Marks {
            cursor: true,
            ..Marks::default()
        };
        draw(
            &mut buffer,
            Rect::new(0, 0, 30, 1),
            &WIDTHS,
            [row(cursor, "0007", "Printer")],
            &Theme::default(),
        );
        let reversed = |x: u16| buffer[(x, 0)].modifier.contains(Modifier::REVERSED);
        assert!(reversed(0) && reversed(2) && reversed(7), "mark, number, title");
        assert!(!reversed(18) && !reversed(25), "status, due");
    }

    #[test]
    fn a_narrow_or_empty_area_shows_what_fits() {
        for width in 0..30 {
            for height in 0..3 {
                let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
                draw(
                    &mut buffer,
                    Rect::new(0, 0, width, height),
                    &WIDTHS,
                    [row(Marks::default(), "0007", "打印机打印机")],
                    &Theme::default(),
                );
            }
        }
    }
}
