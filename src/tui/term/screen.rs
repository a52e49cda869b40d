//! Frames: what is drawn is compared with what stands on the terminal, and the difference is written as one
//! synchronised update in one piece. Where nothing differs, nothing is written.

use super::difference::Difference;
use super::fitting;
use super::pen::{self, Pen};
use super::scroll::Scroll;
use crate::config::Terminal;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use std::io::{self, Write};

const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";
/// Whatever region another program left is none any more: rows move by it.
const CLEAR: &[u8] = b"\x1b[m\x1b[r\x1b[2J";
const SHOW_CURSOR: &[u8] = b"\x1b[?25h";
const HIDE_CURSOR: &[u8] = b"\x1b[?25l";
/// Below so many bytes it isn't tried to move rows instead: less than a row would be saved.
const WORTH_MOVING: usize = 200;

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

    /// Draws a frame that is not shown: the next one begins with an empty buffer again.
    pub fn rehearse(&mut self, draw: impl FnOnce(&mut Buffer) -> Option<Position>) {
        self.next.reset();
        draw(&mut self.next);
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
        let was_unknown = std::mem::take(&mut self.is_unknown);
        let mut difference = if was_unknown { self.afresh() } else { self.shortest() };
        self.place_cursor(cursor, was_unknown, &mut difference);
        self.pen = difference.pen;
        if difference.bytes.is_empty() {
            return Vec::new();
        }
        [BEGIN, &difference.bytes, END].concat()
    }

    /// The whole frame.
    fn afresh(&self) -> Difference {
        let mut difference = Difference::new(Pen::default(), None);
        difference.bytes.extend_from_slice(CLEAR);
        difference.rows(&self.shown, &self.next);
        difference
    }

    /// What differs from what is shown; with rows moved first where that takes fewer bytes.
    fn shortest(&self) -> Difference {
        let begin = || Difference::new(self.pen, self.cursor);
        let mut plain = begin();
        plain.rows(&self.shown, &self.next);
        if plain.bytes.len() < WORTH_MOVING {
            return plain;
        }
        let Some(scroll) = Scroll::between(&self.shown, &self.next) else {
            return plain;
        };
        let mut moved = self.shown.clone();
        scroll.apply(&mut moved);
        let mut scrolled = begin();
        scrolled.scroll(scroll);
        scrolled.rows(&moved, &self.next);
        if scrolled.bytes.len() < plain.bytes.len() {
            scrolled
        } else {
            plain
        }
    }

    fn place_cursor(&mut self, cursor: Option<Position>, was_unknown: bool, difference: &mut Difference) {
        let bytes = &mut difference.bytes;
        if let Some(at) = cursor {
            pen::move_cursor(difference.place, at, bytes);
        }
        if was_unknown || self.cursor.is_some() != cursor.is_some() {
            bytes.extend_from_slice(if cursor.is_some() { SHOW_CURSOR } else { HIDE_CURSOR });
        }
        self.cursor = cursor;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::term::difference::glyph;
    use proptest::prelude::*;
    use proptest::test_runner::TestCaseError;
    use ratatui::style::{Color, Modifier, Style};

    const SIZE: Size = Size { width: 20, height: 4 };
    const LARGE: Size = Size { width: 70, height: 16 };

    fn screen() -> Screen<Vec<u8>> {
        Screen::new(Vec::new(), SIZE)
    }

    fn emulated(screen: &Screen<Vec<u8>>) -> vt100::Parser {
        let size = screen.size();
        let [rows, columns] = [size.height, size.width].map(|cells| std::num::NonZero::new(cells).unwrap());
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
    fn a_blank_is_not_written_for_the_letters_beside_it() {
        let green = Style::new().fg(Color::Green).add_modifier(Modifier::BOLD);
        let mut screen = screen();
        let mut draw = |blanks: Style| {
            screen
                .frame(|buffer| {
                    buffer.set_string(0, 0, "In", green);
                    buffer.set_string(2, 0, "   ", blanks);
                    buffer.set_string(5, 0, "Progress", green);
                    None
                })
                .unwrap()
        };
        draw(Style::new());
        assert_eq!(draw(green), 0, "nobody sees a bold green blank");
        assert!(draw(green.add_modifier(Modifier::REVERSED)) > 0, "a bar is seen");
        let bytes = screen.out.clone();
        let first = bytes.split(|byte| *byte == b'l').next().unwrap();
        let text = String::from_utf8_lossy(first);
        assert!(text.contains("In   Progress"), "one pen draws all of it: {text:?}");
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

    /// Fails unless the emulator shows what was drawn last.
    fn assert_shown(screen: &Screen<Vec<u8>>) -> Result<(), TestCaseError> {
        let parser = emulated(screen);
        let size = screen.size();
        for y in 0..size.height {
            let mut covered_until = 0;
            for x in 0..size.width {
                if x < covered_until {
                    continue;
                }
                let drawn = &screen.shown[(x, y)];
                let from = screen.shown.index_of(0, y);
                let row = &screen.shown.content[from..from + usize::from(size.width)];
                let (expected, cells) = glyph(row, usize::from(x));
                covered_until = x + u16::try_from(cells).unwrap();
                let seen = parser.screen().cell(y, x).unwrap();
                let symbol = if seen.contents().is_empty() {
                    " "
                } else {
                    seen.contents()
                };
                prop_assert_eq!(symbol, expected, "at {},{}", x, y);
                prop_assert_eq!(
                    seen.inverse(),
                    drawn.modifier.contains(Modifier::REVERSED),
                    "at {},{}",
                    x,
                    y
                );
                let colour = |colour: Color| match colour {
                    Color::Indexed(index) => vt100::Color::Idx(index),
                    _ => vt100::Color::Default,
                };
                prop_assert!(symbol == " " || seen.fgcolor() == colour(drawn.fg), "at {x},{y}");
                prop_assert_eq!(seen.bgcolor(), colour(drawn.bg), "at {},{}", x, y);
            }
        }
        Ok(())
    }

    /// A list at this place in something long, beside a column that stands still, with its cursor in this row.
    fn draw_list(buffer: &mut Buffer, words: &[String], (first, column, cursor): (usize, u16, u16)) {
        for y in 1..LARGE.height - 1 {
            buffer.set_string(0, y, format!("queue {y}"), Style::new().fg(Color::Indexed(4)));
            // On a background, so that what comes into a region must not keep it.
            let behind = if y == cursor { Color::Indexed(3) } else { Color::Reset };
            let word = &words[(first + usize::from(y)) % words.len()];
            let line = format!("{} {word} number {}", word.len(), first + usize::from(y));
            buffer.set_string(column, y, line, Style::new().bg(behind));
        }
        buffer.set_string(0, 0, format!("{first} of many"), Style::new());
        let cursor = Style::new().bg(Color::Indexed(5));
        buffer.set_string(0, LARGE.height - 1, "what can be done", cursor);
    }

    #[test]
    fn a_list_that_goes_on_by_a_line_costs_two_lines_and_a_little() {
        let mut screen = Screen::new(Vec::new(), LARGE);
        let words: Vec<String> = (0..40).map(|word| format!("{word} {}", "word ".repeat(8))).collect();
        let frame = |screen: &mut Screen<Vec<u8>>, first| {
            let bytes = screen.frame(|buffer| {
                draw_list(buffer, &words, (first, 0, 0));
                None
            });
            bytes.unwrap()
        };
        let whole = frame(&mut screen, 0);
        for first in 1..9 {
            let bytes = frame(&mut screen, first);
            assert!(bytes < 120 && bytes * 5 < whole, "{bytes} of {whole}");
        }
        assert_shown(&screen).unwrap();
    }

    proptest! {
        #[test]
        fn after_any_frames_the_terminal_shows_what_was_drawn_last(drawings in proptest::collection::vec(drawing(), 1..5)) {
            let mut screen = screen();
            for drawing in &drawings {
                screen.frame(|buffer| { draw(buffer, drawing); None }).unwrap();
            }
            assert_shown(&screen)?;
        }

        #[test]
        fn however_a_list_moves_the_terminal_shows_what_was_drawn_last(
            words in proptest::collection::vec("[a-z ●打é]{0,40}", 1..40),
            places in proptest::collection::vec((0usize..60, prop_oneof![Just(0u16), Just(20)], 0..LARGE.height), 1..12),
            between in proptest::collection::vec(proptest::option::of(drawing()), 12),
        ) {
            let mut screen = Screen::new(Vec::new(), LARGE);
            for (place, other) in places.into_iter().zip(between) {
                screen.frame(|buffer| { draw_list(buffer, &words, place); None }).unwrap();
                assert_shown(&screen)?;
                if let Some(drawing) = other {
                    let draw_both = |buffer: &mut Buffer| { draw_list(buffer, &words, place); draw(buffer, &drawing); None };
                    screen.frame(draw_both).unwrap();
                }
            }
            assert_shown(&screen)?;
        }
    }
}
