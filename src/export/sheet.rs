//! Rows as lines of a file.

use super::cells::{self, Names, UserDefined};
use crate::entities::Row;
use crate::remote::Portable;
use serde_json::{Map, Value as Json};
use std::collections::HashMap;
use std::io::{self, Write};

/// How rows are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One table: the columns of all records beside one another, named in the first line.
    Csv,
    /// One object a line, without what is empty.
    JsonLines,
}

/// What stands before a text of CSV that is to be taken to the letter. It keeps apart what CSV can't (no text, and an
/// empty one) and what readers trim; and a spreadsheet takes what follows for text, whatever it begins with.
pub(super) const TEXT_MARK: &str = "'";

/// A file that is being written.
pub(super) enum Sheet<'w> {
    Csv {
        writer: Box<csv::Writer<&'w mut dyn Write>>,
        columns: HashMap<String, usize>,
    },
    JsonLines(&'w mut dyn Write),
}

impl<'w> Sheet<'w> {
    /// Begins a file of these records.
    ///
    /// # Errors
    /// The file's.
    pub(super) fn begin(
        form: Form,
        out: &'w mut dyn Write,
        wanted: &[&'static Portable],
        user_defined: &UserDefined,
    ) -> io::Result<Self> {
        if form == Form::JsonLines {
            return Ok(Self::JsonLines(out));
        }
        let mut columns = HashMap::new();
        let mut names = Vec::new();
        for column in wanted
            .iter()
            .flat_map(|portable| cells::columns(portable, user_defined))
        {
            if !columns.contains_key(&column) {
                columns.insert(column.clone(), names.len());
                names.push(column);
            }
        }
        let mut writer = Box::new(csv::Writer::from_writer(out));
        writer.write_record(&names)?;
        Ok(Self::Csv { writer, columns })
    }

    /// Writes a row.
    ///
    /// # Errors
    /// The file's.
    pub(super) fn write(
        &mut self,
        portable: &'static Portable,
        row: &Row,
        known: (&Names, &UserDefined),
    ) -> io::Result<()> {
        let cells = cells::cells(portable, row, known);
        match self {
            Self::JsonLines(out) => {
                let object: Map<String, Json> = cells.into_iter().map(|cell| (cell.column, cell.value)).collect();
                serde_json::to_writer(&mut **out, &object)?;
                out.write_all(b"\n")
            }
            Self::Csv { writer, columns } => {
                let mut texts = vec![String::new(); columns.len()];
                for cell in cells {
                    let place = columns.get(&cell.column).and_then(|at| texts.get_mut(*at));
                    if let Some(place) = place {
                        *place = text(cell);
                    }
                }
                Ok(writer.write_record(&texts)?)
            }
        }
    }

    /// Ends the file.
    ///
    /// # Errors
    /// The file's.
    pub(super) fn end(self) -> io::Result<()> {
        match self {
            Self::Csv { mut writer, .. } => writer.flush(),
            Self::JsonLines(out) => out.flush(),
        }
    }
}

fn text(cell: cells::Cell) -> String {
    match cell.value {
        Json::String(text) if cell.is_text => marked(text),
        Json::String(text) => text,
        Json::Null => String::new(),
        other => other.to_string(),
    }
}

/// A text with its mark, where it would not come back without one or a spreadsheet would reckon with it.
pub(super) fn marked(text: String) -> String {
    let begins = text.starts_with(['=', '+', '-', '@', '\'', '\u{feff}']) || text.starts_with(char::is_whitespace);
    let needs_mark = text.is_empty() || begins || text.ends_with(char::is_whitespace);
    if needs_mark { format!("{TEXT_MARK}{text}") } else { text }
}
