//! The mapping file: which column becomes which field, and what the other desk's words mean here. Mistakes are named
//! with file and line.

use super::target::Target;
use super::template::Template;
use super::translate::Translation;
use crate::config::document::did_you_mean;
use crate::config::{Document, Entry, Mistake, Table};
use crate::domain::Priority;
use std::collections::BTreeMap;
use std::ops::Range;

/// How moments are written where the mapping doesn't say.
const ISO: &str = "%Y-%m-%d %H:%M:%S";

/// A mapping, read and found right.
#[derive(Clone, Debug)]
pub struct Mapping {
    file: String,
    text: String,
    source: String,
    unknown: String,
    moments: String,
    targets: BTreeMap<Target, Source>,
    others: BTreeMap<String, Source>,
    statuses: BTreeMap<String, String>,
    priorities: BTreeMap<String, Priority>,
}

/// Where a field's text comes from, and where the mapping says so.
#[derive(Clone, Debug)]
pub(super) struct Source {
    template: Template,
    span: Range<usize>,
}

impl Source {
    pub(super) fn template(&self) -> &Template {
        &self.template
    }
}

impl Mapping {
    /// Reads a mapping.
    ///
    /// # Errors
    /// Every mistake in it, in the order of the file.
    pub fn parse(file: &str, text: &str) -> Result<Self, Vec<Mistake>> {
        let (mut document, mut root) = Document::read(file, text);
        let mapping = Self {
            file: file.to_owned(),
            text: text.to_owned(),
            source: head(&mut document, &mut root, "source").unwrap_or_default(),
            unknown: head(&mut document, &mut root, "unknown").unwrap_or_default(),
            moments: head(&mut document, &mut root, "moments").unwrap_or_else(|| ISO.to_owned()),
            targets: targets(&mut document, &mut root),
            others: others(&mut document, &mut root),
            statuses: statuses(&mut document, &mut root),
            priorities: priorities(&mut document, &mut root),
        };
        for entry in root {
            let names = [
                "source", "unknown", "moments", "ticket", "status", "priority", "history",
            ];
            document.unknown("part of a mapping", &entry, names);
        }
        mapping.require(&mut document);
        let mistakes = document.finish();
        if mistakes.is_empty() {
            Ok(mapping)
        } else {
            Err(mistakes)
        }
    }

    /// Ties the mapping to a file's columns.
    ///
    /// # Errors
    /// Every column that the mapping names and the file lacks.
    pub fn over(&self, columns: &csv::StringRecord) -> Result<Translation<'_>, Vec<Mistake>> {
        let names: Vec<&str> = columns.iter().collect();
        let mut mistakes = Vec::new();
        for source in self.targets.values().chain(self.others.values()) {
            for column in source.template.columns().filter(|column| !names.contains(column)) {
                let message = format!("the file has no column \"{column}\"");
                let hint = Some(did_you_mean(column, &names));
                mistakes.push(Mistake::at(&self.file, &self.text, source.span.clone(), message, hint));
            }
        }
        mistakes.sort_by_key(|mistake| mistake.line);
        if mistakes.is_empty() {
            Ok(Translation::new(self, columns))
        } else {
            Err(mistakes)
        }
    }

    /// The name of where the records come from.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    pub(super) fn unknown(&self) -> &str {
        &self.unknown
    }

    pub(super) fn moments(&self) -> &str {
        &self.moments
    }

    pub(super) fn source_of(&self, target: Target) -> Option<&Source> {
        self.targets.get(&target)
    }

    pub(super) fn others(&self) -> impl Iterator<Item = (&String, &Source)> {
        self.others.iter()
    }

    pub(super) fn status(&self, there: &str) -> Option<&str> {
        self.statuses.get(there).map(String::as_str)
    }

    pub(super) fn priority(&self, there: &str) -> Option<Priority> {
        self.priorities.get(there).copied()
    }

    /// What a mapping can't do without.
    fn require(&self, document: &mut Document<'_>) {
        if self.source.trim().is_empty() {
            let hint = "write source = \"…\", a name that stays the same for this desk's files";
            document.complain(
                0..0,
                "the mapping doesn't name its source".to_owned(),
                Some(hint.to_owned()),
            );
        }
        for needed in Target::NEEDED {
            if !self.targets.contains_key(&needed) {
                let message = format!("[ticket] doesn't say where \"{}\" comes from", needed.name());
                let hint = format!("write {} = \"{{column}}\" below [ticket]", needed.name());
                document.complain(0..0, message, Some(hint));
            }
        }
    }
}

fn head(document: &mut Document<'_>, root: &mut Table<'_>, name: &str) -> Option<String> {
    let entry = root.take(name)?;
    document.text(&entry).map(str::to_owned)
}

fn section<'s>(document: &mut Document<'s>, root: &mut Table<'s>, name: &str) -> Vec<Entry<'s>> {
    let table = root.take(name).and_then(|entry| document.table(entry));
    table.into_iter().flatten().collect()
}

fn source(document: &mut Document<'_>, entry: &Entry<'_>) -> Option<Source> {
    let text = document.text(entry)?;
    match Template::parse(text) {
        Ok(template) => Some(Source {
            template,
            span: entry.name_span(),
        }),
        Err(message) => {
            document.wrong_value(entry, message, None);
            None
        }
    }
}

fn targets<'s>(document: &mut Document<'s>, root: &mut Table<'s>) -> BTreeMap<Target, Source> {
    let mut targets = BTreeMap::new();
    for entry in section(document, root, "ticket") {
        match Target::from_name(&entry.name) {
            Some(target) => {
                if let Some(source) = source(document, &entry) {
                    targets.insert(target, source);
                }
            }
            None => document.unknown("field", &entry, Target::ALL.map(Target::name)),
        }
    }
    targets
}

fn others<'s>(document: &mut Document<'s>, root: &mut Table<'s>) -> BTreeMap<String, Source> {
    let entries = section(document, root, "history");
    let read = |entry: Entry<'s>| Some((entry.name.clone(), source(document, &entry)?));
    entries.into_iter().filter_map(read).collect()
}

fn statuses<'s>(document: &mut Document<'s>, root: &mut Table<'s>) -> BTreeMap<String, String> {
    let entries = section(document, root, "status");
    let read = |entry: Entry<'s>| Some((entry.name.clone(), document.text(&entry)?.to_owned()));
    entries.into_iter().filter_map(read).collect()
}

fn priorities<'s>(document: &mut Document<'s>, root: &mut Table<'s>) -> BTreeMap<String, Priority> {
    let mut priorities = BTreeMap::new();
    for entry in section(document, root, "priority") {
        let Some(label) = document.text(&entry) else { continue };
        let ranked = Priority::RANKED
            .into_iter()
            .find(|known| known.label().eq_ignore_ascii_case(label));
        match ranked {
            Some(priority) => {
                priorities.insert(entry.name.clone(), priority);
            }
            None => {
                let hint = did_you_mean(label, &Priority::RANKED.map(Priority::label));
                document.wrong_value(&entry, format!("there is no priority \"{label}\""), Some(hint));
            }
        }
    }
    priorities
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str =
        "source = \"x\"\n[ticket]\nnumber = \"{n}\"\nat = \"{t}\"\ncompany = \"Acme\"\nstatus = \"{s}\"\n";

    fn mistakes(text: &str) -> Vec<String> {
        let found = Mapping::parse("m.toml", text).err().unwrap_or_default();
        found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_mapping_that_ships_is_right() {
        assert_eq!(
            mistakes(include_str!("../../assets/import/servicenow.toml")),
            Vec::<String>::new()
        );
    }

    #[test]
    fn mistakes_are_named_with_file_and_line() {
        assert_eq!(mistakes(SMALL), Vec::<String>::new());
        let wrong = format!("{SMALL}titel = \"{{x}}\"\nqueue = \"{{q\"\n[priority]\nHot = \"Hottest\"\n[stati]\n");
        let found = mistakes(&wrong);
        let begins = ["m.toml:7:1: ", "m.toml:8:", "m.toml:10:", "m.toml:11:"];
        assert_eq!(found.len(), begins.len(), "{found:?}");
        for (found, begin) in found.iter().zip(begins) {
            assert!(found.starts_with(begin), "{found}");
        }
        assert!(found[0].contains("did you mean \"title\"?"), "{}", found[0]);
        assert!(mistakes("source = \"x\"\n").len() >= Target::NEEDED.len());
    }

    #[test]
    fn a_column_that_the_file_lacks_is_named_with_its_line() {
        let mapping = Mapping::parse("m.toml", SMALL).unwrap();
        let columns = csv::StringRecord::from(vec!["n", "tt", "s"]);
        let found = mapping.over(&columns).err().unwrap();
        assert_eq!(found.len(), 1);
        assert!(
            found[0]
                .to_string()
                .starts_with("m.toml:4:1: the file has no column \"t\""),
            "{}",
            found[0]
        );
    }
}
