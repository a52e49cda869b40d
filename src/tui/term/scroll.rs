//! Moving rows instead of writing them anew: where most of what a frame shows stood some rows higher or lower before,
//! the terminal moves those rows itself. A terminal moves whole rows only, whatever else stands on them.

use super::pen;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

/// Rows are compared in pieces of so many columns, so that what stands still beside a list doesn't hide that the list
/// moved.
const PIECE: usize = 12;
/// So many pieces more must stand where they belong before it is worth trying.
const WORTH_IT: i32 = 4;

/// Rows that move together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scroll {
    /// The first row of the region.
    top: u16,
    /// The row behind its last one.
    bottom: u16,
    /// By how many rows what stands in it moves.
    by: Shift,
}

/// Which way rows move, and how far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shift {
    Up(u16),
    Down(u16),
}

impl Scroll {
    /// The move after which most of the shown rows stand where the next frame has them; none where no move helps.
    #[must_use]
    pub fn between(shown: &Buffer, next: &Buffer) -> Option<Self> {
        let (shown, next) = (Rows::of(shown), Rows::of(next));
        let stays: Vec<i32> = (0..next.len()).map(|row| next.alike(row, &shown, row)).collect();
        let mut best = (WORTH_IT, None);
        for distance in 1..next.len() {
            for is_up in [true, false] {
                // Only rows that come from the screen.
                let rows = if is_up {
                    0..next.len() - distance
                } else {
                    distance..next.len()
                };
                let gain = |row: usize| {
                    let from = if is_up { row + distance } else { row - distance };
                    next.alike(row, &shown, from) - stays[row]
                };
                let (gained, from, to) = most(rows, gain);
                if gained > best.0 {
                    best = (gained, Self::new(from, to, distance, is_up));
                }
            }
        }
        best.1
    }

    /// The region in which these rows of the next frame come to stand.
    fn new(from: usize, to: usize, distance: usize, is_up: bool) -> Option<Self> {
        let [from, to, distance] = [from, to, distance].map(u16::try_from);
        let (from, to, distance) = (from.ok()?, to.ok()?, distance.ok()?);
        Some(match is_up {
            true => Self {
                top: from,
                bottom: to + distance,
                by: Shift::Up(distance),
            },
            false => Self {
                top: from - distance,
                bottom: to,
                by: Shift::Down(distance),
            },
        })
    }

    /// Moves the rows of a buffer as the terminal does: what comes into the region is blank.
    pub fn apply(self, buffer: &mut Buffer) {
        let width = usize::from(buffer.area.width);
        let cells = |row: u16| usize::from(row) * width;
        let region = &mut buffer.content[cells(self.top)..cells(self.bottom)];
        let blank = match self.by {
            Shift::Up(by) => {
                region.rotate_left(cells(by));
                region.len() - cells(by)..region.len()
            }
            Shift::Down(by) => {
                region.rotate_right(cells(by));
                0..cells(by)
            }
        };
        for cell in &mut region[blank] {
            cell.reset();
        }
    }

    /// Appends what makes the terminal move the rows. Lines are deleted and inserted at the region's top, which terminals
    /// since the VT102 understand, unlike the sequences for scrolling. The pen must be the default one: some terminals
    /// fill new lines with its background. Where the cursor is afterwards terminals don't agree on.
    pub fn write(self, bytes: &mut Vec<u8>) {
        let Self { top, bottom, by } = self;
        bytes.extend_from_slice(format!("\x1b[{};{bottom}r", top + 1).as_bytes());
        pen::move_cursor(None, Position { x: 0, y: top }, bytes);
        let sequence = match by {
            Shift::Up(1) => "\x1b[M".to_owned(),
            Shift::Up(by) => format!("\x1b[{by}M"),
            Shift::Down(1) => "\x1b[L".to_owned(),
            Shift::Down(by) => format!("\x1b[{by}L"),
        };
        bytes.extend_from_slice(sequence.as_bytes());
        bytes.extend_from_slice(b"\x1b[r");
    }
}

/// The letters of a buffer's rows, in pieces.
struct Rows(Vec<Vec<String>>);

impl Rows {
    fn of(buffer: &Buffer) -> Self {
        let width = usize::from(buffer.area.width).max(1);
        let piece = |cells: &[ratatui::buffer::Cell]| cells.iter().map(|cell| cell.symbol()).collect();
        let rows = buffer.content.chunks(width);
        Self(rows.map(|row| row.chunks(PIECE).map(piece).collect()).collect())
    }

    fn len(&self) -> usize {
        self.0.len()
    }

    /// In how many pieces a row is like one of the others.
    fn alike(&self, row: usize, others: &Self, other: usize) -> i32 {
        let pairs = self.0[row].iter().zip(&others.0[other]);
        pairs.map(|(one, other)| i32::from(one == other)).sum()
    }
}

/// The run of rows that gains most, with what it gains.
fn most(rows: std::ops::Range<usize>, gain: impl Fn(usize) -> i32) -> (i32, usize, usize) {
    let mut best = (0, rows.start, rows.start);
    let (mut sum, mut from) = (0, rows.start);
    for row in rows {
        if sum <= 0 {
            (sum, from) = (0, row);
        }
        sum += gain(row);
        if sum > best.0 {
            best = (sum, from, row + 1);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn buffer(rows: &[&str]) -> Buffer {
        Buffer::with_lines(rows.iter().copied())
    }

    const LIST: [&str; 6] = [
        "head of the list",
        "one   1",
        "two   2",
        "three 3",
        "four  4",
        "foot of the list",
    ];

    #[test]
    fn a_list_that_went_on_by_a_line_is_moved_between_its_head_and_its_foot() {
        let mut shown = buffer(&LIST);
        let next = buffer(&[LIST[0], LIST[2], LIST[3], LIST[4], "five  5", LIST[5]]);
        let scroll = Scroll {
            top: 1,
            bottom: 5,
            by: Shift::Up(1),
        };
        assert_eq!(Scroll::between(&shown, &next), None, "too little to be worth it");
        scroll.apply(&mut shown);
        let moved = buffer(&[LIST[0], LIST[2], LIST[3], LIST[4], "", LIST[5]]);
        assert_eq!(shown, moved);
        let mut bytes = Vec::new();
        scroll.write(&mut bytes);
        assert_eq!(bytes, b"\x1b[2;5r\x1b[2H\x1b[M\x1b[r");
    }

    #[test]
    fn the_move_is_found_beside_something_that_stands_still() {
        let rows = |first: usize| -> Vec<String> {
            let side = |y: usize| format!("queue number {y:<11}");
            let row = |y: usize| {
                format!(
                    "{}{:<36}",
                    side(y),
                    format!("{0} ticket {0} of many {0} times", first + y)
                )
            };
            (0..12).map(row).collect()
        };
        for (from, to, by) in [(5, 6, Shift::Up(1)), (6, 5, Shift::Down(1)), (5, 8, Shift::Up(3))] {
            let [shown, next] = [from, to].map(|first| Buffer::with_lines(rows(first)));
            let scroll = Scroll::between(&shown, &next).unwrap();
            assert_eq!((scroll.top, scroll.bottom, scroll.by), (0, 12, by));
        }
    }

    #[test]
    fn where_nothing_moved_nothing_is_moved() {
        let (shown, next) = (
            buffer(&LIST),
            buffer(&["other", "lines", "which", "were", "not", "there"]),
        );
        assert_eq!(Scroll::between(&shown, &next), None);
        assert_eq!(Scroll::between(&shown, &shown), None);
        assert_eq!(Scroll::between(&buffer(&[]), &buffer(&[])), None);
    }
}
