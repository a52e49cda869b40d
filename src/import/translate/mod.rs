//! One row of the file into what goes over the wire, through the mapping: an event of a ticket, records, or both.

mod event;
mod line;
mod record;

use super::mapping::{Mapping, Source};
use super::read::{Cells, Place, Row};
use super::target::Target;
use crate::remote::{ImportRecord, ImportRow};
use crate::sentences::Wording;
use line::Line;

/// Why a row can't be translated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadRow {
    /// Where.
    pub place: Place,
    /// The field.
    pub field: String,
    /// What is wrong, and what would be right.
    pub message: Wording,
}

/// What a row comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Items {
    /// An event of a ticket.
    pub row: Option<ImportRow>,
    /// Records.
    pub records: Vec<ImportRecord>,
}

/// A mapping tied to the columns of one file.
pub struct Translation<'m> {
    mapping: &'m Mapping,
}

impl<'m> Translation<'m> {
    pub(super) fn new(mapping: &'m Mapping) -> Self {
        Self { mapping }
    }

    /// What the row comes to, as the server takes it.
    ///
    /// # Errors
    /// The first cell that doesn't fit.
    pub fn items(&self, row: &Row) -> Result<Items, BadRow> {
        let begin = Place {
            line: row.line,
            column: 1,
        };
        let cells = row.cells.as_ref().map_err(|fault| BadRow {
            place: fault.place,
            field: "row".to_owned(),
            message: fault.message.clone(),
        })?;
        let line = Line {
            mapping: self.mapping,
            line: row.line,
            begin,
            cells,
        };
        line.items()
    }

    /// Where the row says what became this field.
    #[must_use]
    pub fn place(&self, row: &Row, field: &str) -> Place {
        let begin = Place {
            line: row.line,
            column: 1,
        };
        let Ok(cells) = &row.cells else { return begin };
        let mapping = self.mapping;
        let of_ticket = Target::ALL
            .into_iter()
            .find(|target| target.is_called(field))
            .and_then(|target| mapping.source_of(target));
        let sections = mapping.sections().iter().flat_map(|section| &section.values);
        let filled = mapping
            .fields()
            .iter()
            .chain(sections)
            .find(|filled| filled.name == field);
        let source = of_ticket.or_else(|| filled.map(|filled| &filled.source));
        source.map_or(begin, |source| place(cells, source, begin))
    }
}

/// Where the first column of a text stands.
fn place(cells: &Cells, source: &Source, begin: Place) -> Place {
    let first = source.template.columns().find_map(|column| cells.get(column));
    first.map_or(begin, |cell| cell.place)
}
