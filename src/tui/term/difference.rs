//! What to write so that a terminal that shows one buffer shows another.

use super::pen::{self, Pen};
use super::scroll::Scroll;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use unicode_width::UnicodeWidthStr;

const CLEAR_TO_LINE_END: &[u8] = b"\x1b[K";
/// No move of the cursor is shorter than so many letters.
const GAP: u16 = 3;

/// Bytes for a terminal, and how they leave it.
#[derive(Clone, Debug)]
pub struct Difference {
    /// What is to be written.
    pub bytes: Vec<u8>,
    /// What the terminal draws with then.
    pub pen: Pen,
    /// Where its cursor is then; none where that isn't certain.
    pub place: Option<Position>,
}

impl Difference {
    /// Nothing yet, for a terminal that draws with this pen and has its cursor there.
    #[must_use]
    pub fn new(pen: Pen, place: Option<Position>) -> Self {
        Self {
            bytes: Vec::new(),
            pen,
            place,
        }
    }

    /// Appends a move of rows.
    pub fn scroll(&mut self, scroll: Scroll) {
        self.change_pen(Pen::default());
        scroll.write(&mut self.bytes);
        self.place = None;
    }

    /// Appends what turns the shown buffer into the next one, which is of the same size.
    pub fn rows(&mut self, shown: &Buffer, next: &Buffer) {
        let width = usize::from(next.area().width).max(1);
        let rows = shown.content.chunks(width).zip(next.content.chunks(width));
        for (y, (shown, next)) in (0..).zip(rows) {
            // Most rows of most frames stand already.
            if shown != next {
                self.row(y, shown, next);
            }
        }
    }

    fn row(&mut self, y: u16, shown: &[Cell], next: &[Cell]) {
        // Up to here the terminal shows rests of wide glyphs that were written over.
        let mut rests = 0;
        let mut x = 0;
        while let Some(cell) = next.get(x) {
            let (symbol, cells) = glyph(next, x);
            let covered = x..x + cells;
            x += cells;
            if covered.start >= rests && shown[covered.clone()] == next[covered.clone()] {
                continue;
            }
            let at = position(covered.start, y);
            self.go_to(at, next);
            if *cell == Cell::default() && is_blank(&next[covered.start..]) {
                self.change_pen(Pen::default());
                self.bytes.extend_from_slice(CLEAR_TO_LINE_END);
                self.place = Some(at);
                return;
            }
            rests = covered
                .map(|column| column + glyph(shown, column).1)
                .fold(rests, usize::max);
            self.draw_with(cell);
            self.bytes.extend_from_slice(symbol.as_bytes());
            // After a wide glyph, whose width terminals may see otherwise, and at the right edge, the place is unknown.
            self.place = (cells == 1 && x < next.len()).then_some(position(x, y));
        }
    }

    /// Brings the cursor there: over a few cells of its row that stand already by writing them once more, where that is
    /// shorter.
    fn go_to(&mut self, at: Position, row: &[Cell]) {
        let gap = match self.place {
            Some(place) if place.y == at.y && place.x < at.x && at.x - place.x <= GAP => {
                &row[usize::from(place.x)..usize::from(at.x)]
            }
            place => return pen::move_cursor(place, at, &mut self.bytes),
        };
        let is_plain = |cell: &Cell| cell.symbol().len() == 1 && self.draws(cell);
        if gap.iter().all(is_plain) {
            let letters = gap.iter().flat_map(|cell| cell.symbol().bytes());
            self.bytes.extend(letters);
        } else {
            pen::move_cursor(self.place, at, &mut self.bytes);
        }
    }

    /// Takes up a pen that draws the cell.
    fn draw_with(&mut self, cell: &Cell) {
        if !self.draws(cell) {
            self.change_pen(Pen::from(cell));
        }
    }

    /// Whether the pen as it is draws the cell: a bare blank looks the same with most.
    fn draws(&self, cell: &Cell) -> bool {
        *cell == Cell::default() && self.pen.is_unseen_on_blanks() || Pen::from(cell) == self.pen
    }

    fn change_pen(&mut self, pen: Pen) {
        self.pen.change(pen, &mut self.bytes);
        self.pen = pen;
    }
}

/// What stands at this place of a row, and in how many cells. Half a wide glyph, whose other half was drawn over or is
/// beyond the edge, is a space.
pub(super) fn glyph(row: &[Cell], x: usize) -> (&str, usize) {
    let symbol = row[x].symbol();
    match symbol.len() {
        1 => (symbol, 1),
        _ if symbol.width() < 2 => (symbol, 1),
        _ if row.get(x + 1).is_some_and(|cell| cell.symbol() == " ") => (symbol, 2),
        _ => (" ", 1),
    }
}

/// Whether these are nothing but unstyled spaces.
fn is_blank(cells: &[Cell]) -> bool {
    cells.iter().rev().all(|cell| *cell == Cell::default())
}

/// The place of a cell: buffers are no wider than a terminal's numbers say.
fn position(x: usize, y: u16) -> Position {
    let x = u16::try_from(x).unwrap_or(u16::MAX);
    Position { x, y }
}
