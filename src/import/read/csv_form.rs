//! Rows of a CSV file. The `csv` crate forgives a quote that is never closed, to the end of the file, and reads a cell of
//! any size into memory; here both are a fault of one row, which is named with its place, and the rows behind it count.

use super::cells::{Cell, Cells, Columns, Fault, Place};
use super::input::Input;
use super::raw::Raw;
use super::scan::{Scan, Span, scan_row};
use super::{Row, text};
use crate::sentences::Wording;
use std::io;
use std::sync::Arc;

/// What may part cells, the likeliest first.
const DELIMITERS: [u8; 4] = *b",;\t|";

/// The form of a CSV file.
pub(super) struct CsvForm {
    delimiter: u8,
    columns: Arc<Columns>,
    /// The line on which the next row begins.
    line: u64,
}

impl CsvForm {
    /// Reads the first line, which names the columns; the line comes with it.
    ///
    /// # Errors
    /// The file's; inside, what is wrong with the line.
    pub(super) fn open(input: &mut Input) -> io::Result<Result<(Self, Raw), Fault>> {
        let mut form = Self {
            delimiter: delimiter(input.peek_line()?),
            columns: Arc::default(),
            line: 1,
        };
        let missing = || Fault {
            place: Place { line: 1, column: 1 },
            message: Wording::of("import-no-line"),
        };
        let Some((raw, scan)) = form.next_raw(input)? else {
            return Ok(Err(missing()));
        };
        Ok(form.read_cells(&raw, &scan).map(|cells| {
            form.columns = Arc::new(Columns::new(cells.into_iter().map(|cell| cell.text)));
            (form, raw)
        }))
    }

    pub(super) fn columns(&self) -> &Arc<Columns> {
        &self.columns
    }

    /// The next row.
    ///
    /// # Errors
    /// The file's.
    pub(super) fn next(&mut self, input: &mut Input) -> io::Result<Option<Row>> {
        let Some((raw, scan)) = self.next_raw(input)? else {
            return Ok(None);
        };
        let cells = self
            .read_cells(&raw, &scan)
            .and_then(|cells| self.counted(cells, &scan));
        Ok(Some(Row {
            line: scan.first_line,
            raw,
            cells,
        }))
    }

    /// The bytes up to the end of a row; empty lines are passed over. Of a row whose quotes don't match only the first
    /// line is taken, and what follows is read again.
    fn next_raw(&mut self, input: &mut Input) -> io::Result<Option<(Raw, Scan)>> {
        loop {
            let mut raw = Raw::default();
            let mut scan = Scan::new(self.line);
            let is_ended = scan_row(input, self.delimiter, &mut raw, &mut scan)?;
            if raw.is_empty() {
                return Ok(None);
            }
            if !is_ended {
                scan.end_of_file();
            }
            if let (Some(_), Some(first)) = (&scan.fault, scan.first_line_end) {
                input.give_back(raw.split_off(first)?);
                self.line = scan.first_line + 1;
            } else {
                self.line = scan.place.line;
            }
            let is_blank = matches!(raw.whole(), Some(b"\n" | b"\r\n" | b"\r"));
            if !is_blank {
                return Ok(Some((raw, scan)));
            }
        }
    }

    fn read_cells(&self, raw: &Raw, scan: &Scan) -> Result<Vec<Cell>, Fault> {
        if let Some(fault) = &scan.fault {
            return Err(fault.clone());
        }
        let begin = Place {
            line: scan.first_line,
            column: 1,
        };
        let Some(bytes) = raw.whole() else {
            return Err(text::too_large(begin, raw.len()));
        };
        let cell = |span: &Span| {
            let (bytes, place) = span.of(bytes);
            let text = text::checked(bytes, place)?;
            let text = if span.is_quoted {
                text.replace("\"\"", "\"")
            } else {
                text.to_owned()
            };
            Ok(Cell {
                is_given: !text.is_empty(),
                text,
                place: span.place,
            })
        };
        scan.spans.iter().map(cell).collect()
    }

    /// The cells, if there are as many as columns.
    fn counted(&self, cells: Vec<Cell>, scan: &Scan) -> Result<Cells, Fault> {
        let (found, named) = (cells.len(), self.columns.names().len());
        if found != named {
            let place = cells.get(named).map_or(scan.last_place, |cell| cell.place);
            let message = Wording::of("import-cells").with("found", found).with("named", named);
            return Err(Fault { place, message });
        }
        Ok(Cells {
            columns: Arc::clone(&self.columns),
            cells,
            has_header: true,
        })
    }
}

/// What parts the cells of a first line: what stands in it most often outside quotes.
fn delimiter(beginning: &[u8]) -> u8 {
    let mut counts = [0_usize; DELIMITERS.len()];
    let mut is_quoted = false;
    for byte in beginning.iter().take_while(|byte| **byte != b'\n') {
        is_quoted ^= *byte == b'"';
        if let Some(at) = DELIMITERS.iter().position(|other| other == byte).filter(|_| !is_quoted) {
            counts[at] += 1;
        }
    }
    let pairs = DELIMITERS.into_iter().zip(counts);
    pairs
        .rev()
        .max_by_key(|(_, count)| *count)
        .map_or(b',', |(byte, _)| byte)
}
