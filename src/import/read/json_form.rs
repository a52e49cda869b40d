//! Rows of JSON lines: one object a line. What lies in objects and lists has the name of its way there:
//! `requester.name`, `tags.0`.

use super::cells::{Cell, Cells, Columns, Fault, MOST_CELLS, Place};
use super::input::Input;
use super::raw::{LARGEST_ROW, Raw};
use super::{Row, names, text};
use crate::sentences::Wording;
use serde_json::Value as Json;
use std::io;
use std::sync::Arc;

/// The form of JSON lines.
pub(super) struct JsonForm {
    line: u64,
}

impl JsonForm {
    pub(super) fn new() -> Self {
        Self { line: 0 }
    }

    /// The next row; lines without anything are passed over.
    ///
    /// # Errors
    /// The file's.
    pub(super) fn next(&mut self, input: &mut Input) -> io::Result<Option<Row>> {
        loop {
            let raw = next_line(input)?;
            if raw.is_empty() {
                return Ok(None);
            }
            self.line += 1;
            let is_blank = raw.whole().is_some_and(|bytes| bytes.trim_ascii().is_empty());
            if !is_blank {
                let cells = cells(&raw, self.line);
                return Ok(Some(Row {
                    line: self.line,
                    raw,
                    cells,
                }));
            }
        }
    }
}

fn next_line(input: &mut Input) -> io::Result<Raw> {
    let mut raw = Raw::default();
    loop {
        let bytes = input.peek()?;
        let end = bytes.iter().position(|byte| *byte == b'\n').map(|at| at + 1);
        let used = end.unwrap_or(bytes.len());
        raw.push(bytes.get(..used).unwrap_or_default())?;
        input.pass(used);
        if end.is_some() || used == 0 {
            return Ok(raw);
        }
    }
}

fn cells(raw: &Raw, line: u64) -> Result<Cells, Fault> {
    let begin = Place { line, column: 1 };
    let Some(bytes) = raw.whole() else {
        return Err(text::too_large(begin, raw.len()));
    };
    let written = text::checked(bytes, begin)?.trim_end();
    let fault = |column: u64, message: Wording| Fault {
        place: Place { line, column },
        message,
    };
    let object = match serde_json::from_str(written) {
        Ok(Json::Object(object)) => object,
        Ok(_) => {
            let example = r#"{"name": …}"#;
            return Err(fault(1, Wording::of("import-no-object").with("example", example)));
        }
        Err(error) => {
            let column = u64::try_from(error.column()).unwrap_or(1).max(1);
            // The place is said once.
            let said = error.to_string();
            let said = said.rsplit_once(" at ").map_or(said.as_str(), |(said, _)| said);
            return Err(fault(column, Wording::of("import-no-json").with("reason", said)));
        }
    };
    let mut found = Found {
        names: Vec::new(),
        cells: Vec::new(),
        named: 0,
    };
    let columns = names::columns(written);
    for (name, value) in object {
        let column = columns.get(&name).copied().unwrap_or(1);
        found.take(name, value, Place { line, column })?;
    }
    Ok(Cells {
        columns: Arc::new(Columns::new(found.names)),
        cells: found.cells,
        has_header: false,
    })
}

/// The cells found so far.
struct Found {
    names: Vec<String>,
    cells: Vec<Cell>,
    /// The bytes of all names so far.
    named: usize,
}

impl Found {
    fn take(&mut self, name: String, value: Json, place: Place) -> Result<(), Fault> {
        self.named += name.len();
        if self.cells.len() == MOST_CELLS || self.named > LARGEST_ROW {
            let message = Wording::of("import-too-many-values")
                .with("values", MOST_CELLS)
                .with("bytes", LARGEST_ROW);
            return Err(Fault { place, message });
        }
        let text = match value {
            Json::Null => return Ok(()),
            Json::Object(object) => {
                let mut fields = object.into_iter();
                return fields.try_for_each(|(field, value)| self.take(format!("{name}.{field}"), value, place));
            }
            Json::Array(items) => {
                let mut items = items.into_iter().enumerate();
                return items.try_for_each(|(at, value)| self.take(format!("{name}.{at}"), value, place));
            }
            Json::String(text) => text,
            other => other.to_string(),
        };
        let text = text::without_nul(text, place)?;
        self.names.push(name);
        self.cells.push(Cell {
            text,
            is_given: true,
            place,
        });
        Ok(())
    }
}
