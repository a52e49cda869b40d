//! The mapping file: which column becomes which field, and what the other desk's words mean here. Mistakes are named
//! with file and line.

mod moments;
mod parse;
mod sections;

#[cfg(test)]
mod tests;

use super::read::Columns;
use super::target::Target;
use super::template::Template;
use super::translate::Translation;
use crate::config::Mistake;
use crate::config::document::did_you_mean;
use crate::domain::Priority;
use crate::entities::{Entity, Field};
use crate::remote::{Portable, References};
use crate::sentences::Wording;
pub use moments::Moments;
use std::collections::BTreeMap;
use std::ops::Range;

/// A mapping, read and found right.
#[derive(Clone, Debug)]
pub struct Mapping {
    file: String,
    text: String,
    head: Head,
    targets: BTreeMap<Target, Source>,
    fields: Vec<Filled>,
    others: BTreeMap<String, Source>,
    sections: Vec<Section>,
    /// Their words for a target or a field, with what they mean here.
    words: BTreeMap<String, BTreeMap<String, String>>,
    statuses: BTreeMap<String, String>,
    priorities: BTreeMap<String, Priority>,
}

/// What a mapping says before its sections.
#[derive(Clone, Debug)]
pub(super) struct Head {
    /// The name of where the records come from.
    pub(super) source: String,
    /// The texts that mean: not known.
    pub(super) unknown: Vec<String>,
    pub(super) moments: Moments,
    /// Which section reads a row, by the words of [`Head::rows`]; without it all do.
    pub(super) record: Option<Source>,
    pub(super) rows: BTreeMap<String, Reader>,
    pub(super) references: References,
    /// Whether texts are taken with the blanks around them.
    pub(super) is_exact: bool,
    /// What stands before a text that is to be taken to the letter.
    pub(super) text_mark: Option<String>,
}

/// Which section of a mapping reads a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reader {
    /// `[ticket]`: one event of a ticket, or all there is to say of it.
    Ticket,
    /// A section below `[records]`.
    Record(&'static Entity),
}

/// Where a field's text comes from, and where the mapping says so.
#[derive(Clone, Debug)]
pub(super) struct Source {
    pub(super) template: Template,
    pub(super) span: Range<usize>,
}

/// A field by its name, with where its text comes from.
#[derive(Clone, Debug)]
pub(super) struct Filled {
    pub(super) name: String,
    /// None for a name that is no field of the entity: a person's whole name, a user-defined field.
    pub(super) field: Option<&'static Field>,
    pub(super) source: Source,
}

/// How a record is made of a row.
#[derive(Clone, Debug)]
pub(super) struct Section {
    pub(super) portable: &'static Portable,
    pub(super) key: Option<Source>,
    pub(super) values: Vec<Filled>,
}

impl Mapping {
    /// Reads a mapping.
    ///
    /// # Errors
    /// Every mistake in it, in the order of the file.
    pub fn parse(file: &str, text: &str) -> Result<Self, Vec<Mistake>> {
        parse::parse(file, text)
    }

    /// Ties the mapping to a file's columns; those of JSON lines differ from row to row.
    ///
    /// # Errors
    /// Every column that the mapping names and the file lacks.
    pub fn over(&self, columns: Option<&Columns>) -> Result<Translation<'_>, Vec<Mistake>> {
        let Some(columns) = columns else {
            return Ok(Translation::new(self));
        };
        let names: Vec<&str> = columns.names().collect();
        let mut mistakes = Vec::new();
        for source in self.sources() {
            for column in source.template.columns().filter(|column| !names.contains(column)) {
                let message = Wording::of("mistake-file-lacks").with("name", column);
                let hint = Some(did_you_mean(column, &names));
                mistakes.push(Mistake::at(&self.file, &self.text, source.span.clone(), message, hint));
            }
        }
        mistakes.sort_by_key(|mistake| mistake.line);
        if mistakes.is_empty() {
            Ok(Translation::new(self))
        } else {
            Err(mistakes)
        }
    }

    /// The name of where the records come from.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.head.source
    }

    /// How records name one another.
    #[must_use]
    pub fn references(&self) -> References {
        self.head.references
    }

    /// Whether each row is one record, rather than a ticket's with whatever else stands in it.
    #[must_use]
    pub fn is_one_record_a_row(&self) -> bool {
        self.head.record.is_some() || self.targets.is_empty()
    }

    pub(super) fn head(&self) -> &Head {
        &self.head
    }

    pub(super) fn source_of(&self, target: Target) -> Option<&Source> {
        self.targets.get(&target)
    }

    /// Whether rows tell of tickets.
    pub(super) fn has_tickets(&self) -> bool {
        !self.targets.is_empty()
    }

    pub(super) fn fields(&self) -> &[Filled] {
        &self.fields
    }

    pub(super) fn others(&self) -> impl Iterator<Item = (&String, &Source)> {
        self.others.iter()
    }

    pub(super) fn sections(&self) -> &[Section] {
        &self.sections
    }

    pub(super) fn section(&self, entity: &Entity) -> Option<&Section> {
        self.sections.iter().find(|section| section.portable.entity == entity)
    }

    /// What their word for a target or field means here: itself, where the mapping doesn't say.
    pub(super) fn meaning(&self, name: &str, word: String) -> String {
        let meant = self.words.get(name).and_then(|words| words.get(&word));
        meant.cloned().unwrap_or(word)
    }

    /// Their status here; none where the mapping translates statuses and doesn't know this one.
    pub(super) fn status<'w>(&'w self, there: &'w str) -> Option<&'w str> {
        if self.statuses.is_empty() {
            return Some(there);
        }
        self.statuses.get(there).map(String::as_str)
    }

    /// Their priority here.
    pub(super) fn priority(&self, there: &str) -> Option<Priority> {
        if self.priorities.is_empty() {
            return parse::ranked(there);
        }
        self.priorities.get(there).copied()
    }

    fn sources(&self) -> impl Iterator<Item = &Source> {
        let sections = self.sections.iter().flat_map(|section| {
            let values = section.values.iter().map(|filled| &filled.source);
            section.key.iter().chain(values)
        });
        let fields = self.fields.iter().map(|filled| &filled.source);
        let ticket = self.targets.values().chain(self.others.values()).chain(fields);
        self.head.record.iter().chain(ticket).chain(sections)
    }
}
