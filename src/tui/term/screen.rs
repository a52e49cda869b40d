//! Frames: what is drawn is compared with what stands on the terminal, and the difference is written as one
//! synchronised update in one piece. Where nothing differs, nothing is written.

use super::fitting;
use super::pen::{self, Pen};
use crate::config::Terminal;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";
const CLEAR: &[u8] = b"\x1b[m\x1b[2J";
const CLEAR_TO_LINE_END: &[u8] = b"\x1b[K";
const SHOW_CURSOR: &[u8] = b"\x1b[?25h";
const HIDE_CURSOR: &[u8] = b"\x1b[?25l";

/// A terminal's surface behind a writer, which should not buffer: each frame is written at once.
pub struct Screen<W> {
    out: W,
    /// What stands on the terminal.
    shown: Buffer,
    /// The buffer of the next frame.
    next: Buffer,
    /// Where the terminal's cursor shows; hidden where there is none.
    cursor: Option<Position>,
    pen: Pen,
    terminal: Terminal,
    /// Whether what stands on the terminal is unknown.
    is_unknown: bool,
    written: u64,
}

impl<W: Write> Screen<W> {
    /// A surface of this size; what stands on it is unknown, so that the first frame is whole.
    pub fn new(out: W, size: Size) -> Self {
        let area = Rect::from(size);
        let (shown, next) = (Buffer::empty(area), Buffer::empty(area));
        Self {
            out,
            shown,
            next,
            cursor: None,
            pen: Pen::default(),
            terminal: Terminal::default(),
            is_unknown: true,
            written: 0,
        }
    }

    /// The same on a terminal that can show no more than this.
    #[must_use]
    pub fn on(mut self, terminal: Terminal) -> Self {
        self.terminal = terminal;
        self
    }

    /// Columns and rows.
    #[must_use]
    pub fn size(&self) -> Size {
        self.next.area().as_size()
    }

    /// Bytes written so far.
    #[must_use]
    pub fn written(&self) -> u64 {
        self.written
    }

    /// Takes another size. The next frame is whole.
    pub fn resize(&mut self, size: Size) {
        self.next = Buffer::empty(Rect::from(size));
        self.invalidate();
    }

    /// Forgets what stands on the terminal: after the editor, after a stop, when someone asks for it. The next frame is
    /// whole.
    pub fn invalidate(&mut self) {
        self.shown = Buffer::empty(*self.next.area());
        self.is_unknown = true;
    }

    /// Draws a frame into an empty buffer and writes what differs. The closure gives back where the cursor shows. Gives
    /// back the bytes written, 0 where nothing differs.
    ///
    /// # Errors
    /// When the terminal doesn't take them; the next frame is whole then.
    pub fn frame(&mut self, draw: impl FnOnce(&mut Buffer) -> Option<Position>) -> io::Result<usize> {
        self.next.reset();
        let cursor = draw(&mut self.next).filter(|at| self.next.area().contains(*at));
        fitting::fit(&mut self.next, self.terminal);
        let bytes = self.difference(cursor);
        std::mem::swap(&mut self.shown, &mut self.next);
        if bytes.is_empty() {
            return Ok(0);
        }
        let result = self.send(&bytes);
        if result.is_err() {
            self.invalidate();
        }
        result.map(|()| bytes.len())
    }

    /// Writes bytes that are no frame: a bell, a copied text.
    ///
    /// # Errors
    /// When the terminal doesn't take them.
    pub fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.written += bytes.len() as u64;
        self.out.write_all(bytes)?;
        self.out.flush()
    }

    /// The bytes that turn what is shown into the next frame; none where nothing differs.
    fn difference(&mut self, cursor: Option<Position>) -> Vec<u8> {
        let mut bytes = BEGIN.to_vec();
        let was_unknown = std::mem::take(&mut self.is_unknown);
        let mut place = if was_unknown { None } else { self.cursor };
        if was_unknown {
            bytes.extend_from_slice(CLEAR);
            self.pen = Pen::default();
        }
        for y in 0..self.next.area().height {
            place = self.row_difference(y, place, &mut bytes);
        }
        self.place_cursor(place, cursor, was_unknown, &mut bytes);
        if bytes.len() == BEGIN.len() {
            return Vec::new();
        }
        bytes.extend_from_slice(END);
        bytes
    }

    /// Appends what differs in a row, and gives back where the terminal's cursor is then.
    fn row_difference(&mut self, y: u16, mut place: Option<Position>, bytes: &mut Vec<u8>) -> Option<Position> {
        let width = self.next.area().width;
        // Up to here the terminal shows rests of wide glyphs that were written over.
        let mut rests = 0;
        let mut x = 0;
        while x < width {
            let cell = &self.next[(x, y)];
            let (symbol, cells) = glyph(&self.next, x, y);
            let covered = x..x + cells;
            x += cells;
            if covered.start >= rests
                && covered
                    .clone()
                    .all(|column| self.shown[(column, y)] == self.next[(column, y)])
            {
                continue;
            }
            let at = Position { x: covered.start, y };
            pen::move_cursor(place, at, bytes);
            if *cell == Cell::default() && is_blank_from(&self.next, at.x, y) {
                self.pen.change(Pen::default(), bytes);
                self.pen = Pen::default();
                bytes.extend_from_slice(CLEAR_TO_LINE_END);
                return Some(at);
            }
            rests = covered
                .map(|column| column + glyph(&self.shown, column, y).1)
                .fold(rests, u16::max);
            self.pen.change(Pen::from(cell), bytes);
            self.pen = Pen::from(cell);
            bytes.extend_from_slice(symbol.as_bytes());
            // After a wide glyph, whose width terminals may see otherwise, and at the right edge, the place is unknown.
            place = (cells == 1 && x < width).then_some(Position { x, y });
        }
        place
    }

    fn place_cursor(
        &mut self,
        place: Option<Position>,
        cursor: Option<Position>,
        was_unknown: bool,
        bytes: &mut Vec<u8>,
    ) {
        if let Some(at) = cursor {
            pen::move_cursor(place, at, bytes);
        }
        if was_unknown || self.cursor.is_some() != cursor.is_some() {
            bytes.extend_from_slice(if cursor.is_some() { SHOW_CURSOR } else { HIDE_CURSOR });
        }
        self.cursor = cursor;
    }
}

/// What stands at this place, and in how many cells. Half a wide glyph, whose other half was drawn over or is beyond the
/// edge, is a space.
fn glyph(buffer: &Buffer, x: u16, y: u16) -> (&str, u16) {
    let symbol = buffer[(x, y)].symbol();
    match symbol.len() {
        1 => (symbol, 1),
        _ if symbol.width() < 2 => (symbol, 1),
        _ if x + 1 < buffer.area.right() && buffer[(x + 1, y)].symbol() == " " => (symbol, 2),
        _ => (" ", 1),
    }
}

/// Whether nothing but unstyled spaces stands from here to the end of the row.
fn is_blank_from(buffer: &Buffer, x: u16, y: u16) -> bool {
    (x..buffer.area.right())
        .rev()
        .all(|column| buffer[(column, y)] == Cell::default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::style::{Color, Modifier, Style};

    const SIZE: Size = Size { width: 20, height: 4 };

    fn screen() -> Screen<Vec<u8>> {
        Screen::new(Vec::new(), SIZE)
    }

    fn emulated(screen: &Screen<Vec<u8>>) -> vt100::Parser {
        let [rows, columns] = [SIZE.height, SIZE.width].map(|cells| std::num::NonZero::new(cells).unwrap());
        let mut parser = vt100::Parser::new(rows, columns, 0);
        parser.process(&screen.out);
        parser
    }

    fn text(screen: &mut Screen<Vec<u8>>, y: u16, text: &'static str) -> usize {
        screen
            .frame(|buffer| {
                buffer.set_string(0, y, text, Style::new().fg(Color::Green));
                None
            })
            .unwrap()
    }

    #[test]
    fn a_frame_is_one_synchronised_update_and_nothing_is_written_where_nothing_differs() {
        let mut screen = screen();
        text(&mut screen, 0, "Level 1");
        assert!(screen.out.starts_with(BEGIN) && screen.out.ends_with(END));
        assert_eq!(emulated(&screen).screen().contents(), "Level 1");
        assert!(emulated(&screen).screen().hide_cursor());
        assert_eq!(text(&mut screen, 0, "Level 1"), 0);
        assert_eq!(screen.written(), screen.out.len() as u64);
    }

    #[test]
    fn only_what_differs_is_written_and_the_rest_of_a_line_is_cleared_at_once() {
        let mut screen = screen();
        text(&mut screen, 0, "Level 1 · open");
        let few = text(&mut screen, 0, "Level 2 · open");
        assert!(few <= BEGIN.len() + END.len() + 7, "{few}");
        let cleared = text(&mut screen, 0, "L");
        assert!(cleared <= BEGIN.len() + END.len() + 12, "{cleared}");
        assert_eq!(emulated(&screen).screen().contents(), "L");
    }

    #[test]
    fn after_a_resize_or_a_stop_the_frame_is_whole() {
        let mut screen = screen();
        let whole = text(&mut screen, 0, "Level 1");
        screen.invalidate();
        assert_eq!(text(&mut screen, 0, "Level 1"), whole);
        screen.resize(Size::new(5, 1));
        assert_eq!(screen.size(), Size::new(5, 1));
        assert!(text(&mut screen, 0, "Level 1") > 0);
    }

    #[test]
    fn the_cursor_shows_where_one_types_and_hides_elsewhere() {
        let mut screen = screen();
        screen.frame(|_| Some(Position::new(3, 1))).unwrap();
        assert_eq!(
            (
                emulated(&screen).screen().cursor_position(),
                emulated(&screen).screen().hide_cursor()
            ),
            ((1, 3), false)
        );
        screen.frame(|_| Some(Position::new(99, 1))).unwrap();
        assert!(emulated(&screen).screen().hide_cursor());
    }

    type Drawing = Vec<(u16, u16, String, u8, bool)>;

    fn drawing() -> impl Strategy<Value = Drawing> {
        let piece = (0..SIZE.width, 0..SIZE.height, "[a-z ●打é]{0,12}", 0u8..9, any::<bool>());
        proptest::collection::vec(piece, 0..6)
    }

    fn draw(buffer: &mut Buffer, drawing: &Drawing) {
        for (x, y, text, colour, bold) in drawing {
            let style = if *colour == 8 {
                Style::new()
            } else {
                Style::new().fg(Color::Indexed(*colour))
            };
            let style = if *bold {
                style.add_modifier(Modifier::BOLD | Modifier::REVERSED)
            } else {
                style
            };
            buffer.set_string(*x, *y, text, style);
        }
    }

    proptest! {
        #[test]
        fn after_any_frames_the_terminal_shows_what_was_drawn_last(drawings in proptest::collection::vec(drawing(), 1..5)) {
            let mut screen = screen();
            for drawing in &drawings {
                screen.frame(|buffer| { draw(buffer, drawing); None }).unwrap();
            }
            let parser = emulated(&screen);
            for y in 0..SIZE.height {
                let mut covered_until = 0;
                for x in 0..SIZE.width {
                    if x < covered_until {
                        continue;
                    }
                    let drawn = &screen.shown[(x, y)];
                    let (expected, cells) = glyph(&screen.shown, x, y);
                    covered_until = x + cells;
                    let seen = parser.screen().cell(y, x).unwrap();
                    let symbol = if seen.contents().is_empty() { " " } else { seen.contents() };
                    prop_assert_eq!(symbol, expected, "at {},{}", x, y);
                    prop_assert_eq!(seen.inverse(), drawn.modifier.contains(Modifier::REVERSED), "at {},{}", x, y);
                    let colour = match drawn.fg { Color::Indexed(index) => vt100::Color::Idx(index), _ => vt100::Color::Default };
                    prop_assert!(symbol == " " || seen.fgcolor() == colour, "at {x},{y}");
                }
            }
        }
    }
}
