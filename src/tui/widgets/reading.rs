//! A text that one reads from beginning to end: wrapped in cells, kept at its place when the width changes, with how
//! much of it was seen.
//!
//! Empty lines divide paragraphs, whose lines are joined; a line that begins with a number and two blanks is a heading,
//! and what follows it is indented.

use super::paint;
use crate::base::cells;
use crate::tui::app::moving::Step;
use crate::tui::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Wider lines are tiring.
const WIDEST: u16 = 92;
/// What a paragraph below a heading is indented by.
const INDENT: u16 = 3;

/// The text and where one is in it.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    blocks: Vec<Block>,
    /// Where the first row on the screen begins.
    top: Place,
    /// How far it was on the screen.
    seen: Place,
}

/// A heading or a paragraph, as one line.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Block {
    text: String,
    is_heading: bool,
    indent: u16,
}

/// A block, and a byte of it. What comes later is greater at any width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    block: usize,
    byte: usize,
}

/// A row at some width.
struct Row<'a> {
    at: Place,
    text: &'a str,
    indent: u16,
    is_heading: bool,
}

impl Reading {
    /// A text, at its beginning.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let clean = cells::sanitise_lines(text);
        let mut blocks: Vec<Block> = Vec::new();
        let mut is_open = false;
        let mut indent = 0;
        for line in clean.lines().map(str::trim_end) {
            if line.is_empty() {
                is_open = false;
            } else if is_heading(line) {
                indent = INDENT;
                is_open = false;
                blocks.push(Block {
                    text: line.to_owned(),
                    is_heading: true,
                    indent: 0,
                });
            } else if let Some(block) = blocks.last_mut().filter(|_| is_open) {
                block.text.push(' ');
                block.text.push_str(line.trim_start());
            } else {
                is_open = true;
                let (text, is_heading) = (line.to_owned(), false);
                blocks.push(Block {
                    text,
                    is_heading,
                    indent,
                });
            }
        }
        Self {
            blocks,
            ..Self::default()
        }
    }

    /// How much of it was seen, in rows of a hundred; 100 only when all of it was.
    #[must_use]
    pub fn percent(&self, width: u16) -> usize {
        let rows = self.rows(width);
        let seen = rows.iter().filter(|row| row.at < self.seen).count();
        match rows.len() {
            0 => 100,
            all => seen * 100 / all,
        }
    }

    /// Moves in it.
    pub fn moved(&mut self, step: Step, area: Rect) {
        let rows = self.rows(area.width);
        let now = rows.iter().rposition(|row| row.at <= self.top).unwrap_or(0);
        let last = rows.len().saturating_sub(area.height.into());
        let row = step.from(now, last + 1);
        self.top = rows.get(row).map_or(Place::default(), |row| row.at);
        self.settle(area);
    }

    /// Makes it fit: the row that was on top stays the first, the last screenful is full, and what is on the screen was
    /// seen.
    pub fn settle(&mut self, area: Rect) {
        let rows = self.rows(area.width);
        let height = usize::from(area.height);
        let now = rows.iter().rposition(|row| row.at <= self.top).unwrap_or(0);
        let first = now.min(rows.len().saturating_sub(height));
        let end = Place {
            block: self.blocks.len(),
            byte: 0,
        };
        let top = match first < now {
            true => rows.get(first).map_or(Place::default(), |row| row.at),
            false => self.top,
        };
        let seen = rows.get(first + height).map_or(end, |row| row.at);
        self.top = top;
        self.seen = self.seen.max(seen);
    }

    /// Draws the rows that are seen; below them `⋮` where more follows.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, theme: &Theme) {
        let rows = self.rows(area.width);
        let first = rows.iter().rposition(|row| row.at <= self.top).unwrap_or(0);
        for (row, line) in rows.iter().skip(first).zip(area.rows()) {
            let role = if row.is_heading { Role::Heading } else { Role::Text };
            let x = line.x + row.indent.min(line.width);
            paint::text(buffer, x, line.y, line.right() - x, row.text, theme.style(role));
        }
    }

    /// Whether something follows below what is seen.
    #[must_use]
    pub fn goes_on(&self, area: Rect) -> bool {
        let rows = self.rows(area.width);
        let first = rows.iter().rposition(|row| row.at <= self.top).unwrap_or(0);
        first + usize::from(area.height) < rows.len()
    }

    fn rows(&self, width: u16) -> Vec<Row<'_>> {
        let width = width.min(WIDEST);
        let mut rows = Vec::new();
        for (
            block,
            Block {
                text,
                is_heading,
                indent,
            },
        ) in self.blocks.iter().enumerate()
        {
            if block > 0 {
                let before = block - 1;
                let byte = self.blocks[before].text.len();
                let at = Place { block: before, byte };
                rows.push(Row {
                    at,
                    text: "",
                    indent: 0,
                    is_heading: false,
                });
            }
            let mut byte = 0;
            for row in cells::wrap(text, usize::from(width.saturating_sub(*indent))) {
                // Between two rows nothing but spaces is left out.
                byte += text[byte..].find(row).unwrap_or(0);
                rows.push(Row {
                    at: Place { block, byte },
                    text: row,
                    indent: *indent,
                    is_heading: *is_heading,
                });
                byte += row.len();
            }
        }
        rows
    }
}

/// `3  Passing the fee on`.
fn is_heading(line: &str) -> bool {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    digits > 0 && line[digits..].starts_with("  ")
}

#[cfg(test)]
mod tests {
    use super::super::paint::testing::lines;
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "Agreement\n\nThe parties are the operator\nand you.\n\n1  The fee\n\nA fee is owed for every\nlicence.\n\nLast.";

    fn shown(reading: &Reading, area: Rect) -> Vec<String> {
        let mut buffer = Buffer::empty(area);
        reading.draw(&mut buffer, area, &Theme::default());
        lines(&buffer)
    }

    #[test]
    fn paragraphs_flow_and_stand_indented_below_their_heading() {
        let reading = Reading::new(TEXT);
        assert_eq!(
            shown(&reading, Rect::new(0, 0, 24, 11)),
            [
                "Agreement",
                "",
                "The parties are the",
                "operator and you.",
                "",
                "1  The fee",
                "",
                "   A fee is owed for",
                "   every licence.",
                "",
                "   Last.",
            ]
        );
    }

    #[test]
    fn what_was_on_the_screen_counts_as_read_and_only_the_end_makes_it_whole() {
        let (mut reading, area) = (Reading::new(TEXT), Rect::new(0, 0, 24, 4));
        assert_eq!(reading.percent(24), 0);
        reading.settle(area);
        assert_eq!(reading.percent(24), 4 * 100 / 11);
        reading.moved(Step::Last, area);
        assert_eq!((reading.percent(24), reading.goes_on(area)), (100, false));
        reading.moved(Step::First, area);
        assert_eq!(reading.percent(24), 100, "what was seen stays seen");
    }

    #[test]
    fn another_width_keeps_the_place() {
        let (mut reading, wide) = (Reading::new(TEXT), Rect::new(0, 0, 60, 3));
        reading.moved(Step::Lines(4), wide);
        assert_eq!(shown(&reading, wide)[0], "1  The fee");
        let narrow = Rect::new(0, 0, 12, 3);
        reading.settle(narrow);
        assert_eq!(shown(&reading, narrow)[0], "1  The fee");
        reading.settle(wide);
        assert_eq!(shown(&reading, wide)[0], "1  The fee");
    }

    proptest! {
        #[test]
        fn any_text_at_any_size_ends_and_was_seen_by_then(
            text in "(\\PC{0,30}|\n|[0-9]  [a-z]{0,9}|\u{1b}){0,20}",
            sizes in proptest::collection::vec((0u16..40, 1u16..12), 1..6),
        ) {
            let mut reading = Reading::new(&text);
            for (width, height) in sizes {
                let area = Rect::new(0, 0, width, height);
                reading.settle(area);
                prop_assert!(reading.percent(width) <= 100);
                reading.moved(Step::Lines(2), area);
                for line in shown(&reading, area) {
                    prop_assert!(!line.chars().any(char::is_control), "{line:?}");
                }
                reading.moved(Step::Last, area);
                prop_assert_eq!(reading.percent(width), 100);
                prop_assert!(!reading.goes_on(area));
            }
        }
    }
}
