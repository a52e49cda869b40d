//! One row of CSV, byte by byte: where its cells are, where it ends, and what is wrong with its quotes.

use super::cells::{Fault, MOST_CELLS, Place};
use super::input::Input;
use super::raw::Raw;
use crate::sentences::Wording;
use std::io;

/// Reads one row; whether its end was found before that of the file.
pub(super) fn scan_row(input: &mut Input, delimiter: u8, raw: &mut Raw, scan: &mut Scan) -> io::Result<bool> {
    loop {
        let bytes = input.peek()?;
        if bytes.is_empty() {
            return Ok(false);
        }
        let mut used = 0;
        let mut is_ended = false;
        for byte in bytes {
            used += 1;
            is_ended = scan.step(*byte, delimiter);
            if is_ended {
                break;
            }
        }
        raw.push(bytes.get(..used).unwrap_or_default())?;
        input.pass(used);
        if is_ended {
            return Ok(true);
        }
    }
}

/// Where in a row the reading is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// At the beginning of a cell.
    Begin,
    /// In a cell without quotes.
    Plain,
    /// In a cell with quotes.
    Quoted,
    /// Behind a quote inside a cell with quotes: its end, or the first of two.
    AfterQuote,
    /// Behind that and `\r`.
    AfterReturn,
    /// In the rest of a line that is at fault.
    Skipping,
}

/// What is known of a row while it is read.
pub(super) struct Scan {
    state: State,
    pub(super) first_line: u64,
    /// Where the next character stands.
    pub(super) place: Place,
    /// Where the last character stands.
    pub(super) last_place: Place,
    offset: u64,
    pub(super) spans: Vec<Span>,
    /// Where the newest quoted cell was opened.
    opened: Place,
    /// Behind the first line end inside the row.
    pub(super) first_line_end: Option<u64>,
    pub(super) fault: Option<Fault>,
}

/// The bytes of a cell, quotes included.
pub(super) struct Span {
    begin: u64,
    end: u64,
    pub(super) place: Place,
    pub(super) is_quoted: bool,
}

impl Span {
    /// Its bytes without quotes around them, and where they begin.
    pub(super) fn of<'r>(&self, row: &'r [u8]) -> (&'r [u8], Place) {
        let at = |offset: u64| usize::try_from(offset).unwrap_or(usize::MAX);
        let bytes = row.get(at(self.begin)..at(self.end)).unwrap_or_default();
        if !self.is_quoted {
            return (bytes.strip_suffix(b"\r").unwrap_or(bytes), self.place);
        }
        let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
        let inside = bytes.strip_prefix(b"\"").and_then(|rest| rest.strip_suffix(b"\""));
        let place = Place {
            column: self.place.column + 1,
            ..self.place
        };
        (inside.unwrap_or(bytes), place)
    }
}

impl Scan {
    pub(super) fn new(line: u64) -> Self {
        let place = Place { line, column: 1 };
        Self {
            state: State::Begin,
            first_line: line,
            place,
            last_place: place,
            offset: 0,
            spans: Vec::new(),
            opened: place,
            first_line_end: None,
            fault: None,
        }
    }

    /// Takes one more byte; whether the row ends with it.
    fn step(&mut self, byte: u8, delimiter: u8) -> bool {
        let is_ended = match (self.state, byte) {
            (State::Skipping, byte) => byte == b'\n',
            (State::Quoted, b'"') => self.go(State::AfterQuote),
            (State::Quoted, _) => false,
            (State::AfterQuote, b'"') => self.go(State::Quoted),
            (State::AfterQuote, b'\r') => self.go(State::AfterReturn),
            (State::Begin, b'"') => {
                self.open_cell(true);
                self.go(State::Quoted)
            }
            (State::AfterReturn | State::AfterQuote | State::Plain, b'\n') => self.close_cell(),
            (State::AfterQuote | State::Plain, byte) if byte == delimiter => {
                self.close_cell();
                self.go(State::Begin)
            }
            (State::AfterQuote | State::AfterReturn, _) => self.mismatch(),
            (State::Plain, _) => false,
            (State::Begin, byte) => {
                self.open_cell(false);
                match byte {
                    b'\n' => self.close_cell(),
                    byte if byte == delimiter => {
                        self.close_cell();
                        false
                    }
                    _ => self.go(State::Plain),
                }
            }
        };
        self.advance(byte, is_ended);
        is_ended
    }

    fn go(&mut self, state: State) -> bool {
        self.state = state;
        false
    }

    /// Takes note of where the next byte stands.
    fn advance(&mut self, byte: u8, is_ended: bool) {
        self.offset += 1;
        self.last_place = self.place;
        if byte == b'\n' {
            self.place = Place {
                line: self.place.line + 1,
                column: 1,
            };
            if !is_ended {
                self.first_line_end.get_or_insert(self.offset);
            }
        } else if byte & 0xC0 != 0x80 {
            // The other bytes of a character stand where its first one does.
            self.place.column += 1;
        }
    }

    /// Begins a cell.
    fn open_cell(&mut self, is_quoted: bool) {
        self.opened = self.place;
        // Those beyond are not counted.
        if self.spans.len() <= MOST_CELLS {
            self.spans.push(Span {
                begin: self.offset,
                end: self.offset,
                place: self.place,
                is_quoted,
            });
        }
    }

    /// Ends the cell; said as the end of a row.
    fn close_cell(&mut self) -> bool {
        if let Some(span) = self.spans.last_mut() {
            span.end = self.offset;
        }
        true
    }

    /// A quote stands where none may: the one that opened the cell is at fault, if it is on another line. The row ends
    /// at once where more than its first line was read, which is read again then.
    fn mismatch(&mut self) -> bool {
        let is_same_line = self.opened.line == self.place.line;
        let (place, message) = if is_same_line {
            (self.place, Wording::of("import-behind-quote"))
        } else {
            (self.opened, unclosed())
        };
        self.fail(place, message);
        self.first_line_end.is_some()
    }

    fn fail(&mut self, place: Place, message: Wording) {
        self.fault = Some(Fault { place, message });
        self.state = State::Skipping;
    }

    /// The file ends inside the row: a last line without its end, or a quote that was never closed.
    pub(super) fn end_of_file(&mut self) {
        match self.state {
            State::Quoted => self.fail(self.opened, unclosed()),
            State::Begin => {
                // The last cell is empty: the line ends with a delimiter.
                self.open_cell(false);
                self.close_cell();
            }
            State::Skipping => {}
            State::Plain | State::AfterQuote | State::AfterReturn => {
                self.close_cell();
            }
        }
    }
}

fn unclosed() -> Wording {
    Wording::of("import-open-quote")
}
