//! One row under translation: its cells as the mapping wants them read, and which sections read it.

use super::{BadRow, Items, place};
use crate::import::mapping::{Mapping, Reader, Source};
use crate::import::read::{Cells, Place};
use crate::remote::portable;
use crate::sentences::Wording;

/// One row under translation.
pub(super) struct Line<'a> {
    pub(super) mapping: &'a Mapping,
    pub(super) line: u64,
    pub(super) begin: Place,
    pub(super) cells: &'a Cells,
}

impl Line<'_> {
    /// What the row comes to.
    ///
    /// # Errors
    /// The first cell that doesn't fit.
    pub(super) fn items(&self) -> Result<Items, BadRow> {
        let Some(record) = &self.mapping.head().record else {
            let row = if self.mapping.has_tickets() {
                Some(self.row()?)
            } else {
                None
            };
            let sections = self.mapping.sections().iter();
            let is_alone = row.is_none();
            let records = sections.filter_map(|section| self.beside(section, is_alone).transpose());
            return Ok(Items {
                row,
                records: records.collect::<Result<_, _>>()?,
            });
        };
        match self.reader(record)? {
            Reader::Ticket => Ok(Items {
                row: Some(self.row()?),
                records: Vec::new(),
            }),
            Reader::Record(entity) => {
                let section = self.mapping.section(entity).ok_or_else(|| {
                    let section = format!("records.{}", entity.name);
                    let message = Wording::of("import-no-section").with("section", section);
                    self.bad("record", record, message)
                })?;
                Ok(Items {
                    row: None,
                    records: vec![self.record(section)?],
                })
            }
        }
    }

    /// Which section reads the row.
    fn reader(&self, record: &Source) -> Result<Reader, BadRow> {
        let word = self.fill(record).unwrap_or_default();
        let rows = &self.mapping.head().rows;
        let found = if rows.is_empty() {
            let portable = portable::by_name(&word).map(|portable| Reader::Record(portable.entity));
            portable.or_else(|| (word == "ticket").then_some(Reader::Ticket))
        } else {
            rows.get(&word).copied()
        };
        found.ok_or_else(|| self.bad("record", record, unknown_word("rows", &word)))
    }

    /// The text of one cell, where it says something.
    fn cell(&self, name: &str) -> Option<&str> {
        let head = self.mapping.head();
        let cell = self.cells.get(name)?;
        if let Some(exact) = head.text_mark.as_ref().and_then(|mark| cell.text.strip_prefix(mark)) {
            return Some(exact);
        }
        if head.is_exact {
            return cell.is_given.then_some(cell.text.as_str());
        }
        let text = cell.text.trim();
        let is_known = !text.is_empty() && !head.unknown.iter().any(|unknown| unknown == text);
        is_known.then_some(text)
    }

    /// A text with the row's cells in it; none as soon as one of them says nothing.
    pub(super) fn fill(&self, source: &Source) -> Option<String> {
        source.template.fill(|name| self.cell(name))
    }

    pub(super) fn bad(&self, field: &str, source: &Source, message: Wording) -> BadRow {
        BadRow {
            place: place(self.cells, source, self.begin),
            field: field.to_owned(),
            message,
        }
    }
}

/// A word of the other desk that this section of the mapping doesn't have.
pub(super) fn unknown_word(section: &str, word: &str) -> Wording {
    let sentence = Wording::of("import-word-unknown");
    sentence.with("section", section).with("word", word)
}

/// What is read as yes or no.
pub(super) fn truth(text: &str) -> Result<bool, Wording> {
    match text.trim().to_lowercase().as_str() {
        "true" | "yes" | "1" => Ok(true),
        "false" | "no" | "0" => Ok(false),
        _ => Err(Wording::of("import-no-truth").with("text", text)),
    }
}
