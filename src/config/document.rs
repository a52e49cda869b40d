//! A TOML file read so that every mistake in it can be named with its place, not only the first.
//!
//! Settings, themes and keymaps are all read through here: a table is taken apart entry by entry, and whatever is left
//! over is an unknown name.

use super::mistake::line_of;
use super::{Mistake, OwnFile};
use crate::base::nearest;
use crate::sentences::Wording;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use toml::de::{DeTable, DeValue};

/// A file's text and the mistakes found in it so far.
pub struct Document<'s> {
    file: &'s str,
    source: &'s str,
    mistakes: Vec<Mistake>,
}

/// A table.
pub struct Table<'s> {
    /// In the order of the file.
    entries: Vec<Entry<'s>>,
    span: Range<usize>,
}

/// A name, its value, and where both stand.
pub struct Entry<'s> {
    /// The name.
    pub name: String,
    name_span: Range<usize>,
    value: DeValue<'s>,
    value_span: Range<usize>,
}

impl<'s> Document<'s> {
    /// Reads a file's text; what can't be read as TOML is a mistake, and the rest is still there.
    #[must_use]
    pub fn read(file: &'s str, source: &'s str) -> (Self, Table<'s>) {
        let mut document = Self {
            file,
            source,
            mistakes: Vec::new(),
        };
        let (root, errors) = DeTable::parse_recoverable(source);
        for error in errors {
            let message = Wording::of("mistake-toml").with("reason", error.message());
            document.complain(error.span().unwrap_or(0..0), message, None);
        }
        let span = root.span();
        (document, Table::new(root.into_inner(), span))
    }

    /// Notes a mistake at this place.
    pub fn complain(&mut self, span: Range<usize>, message: Wording, hints: impl IntoIterator<Item = Wording>) {
        self.mistakes
            .push(Mistake::at(self.file, self.source, span, message, hints));
    }

    /// Notes that an entry's name is none of these; the sentence of this key says so.
    pub fn unknown<'n>(&mut self, key: &'static str, entry: &Entry<'_>, names: impl IntoIterator<Item = &'n str>) {
        let names: Vec<&str> = names.into_iter().collect();
        let hint = did_you_mean(&entry.name, &names);
        self.unknown_but(key, entry, hint);
    }

    /// Notes that there is nothing of an entry's name, and what would be right.
    pub fn unknown_but(&mut self, key: &'static str, entry: &Entry<'_>, hint: Wording) {
        let message = Wording::of(key).with("name", &entry.name);
        self.complain(entry.name_span.clone(), message, Some(hint));
    }

    /// Notes that an entry's value can't be used, and what could.
    pub fn wrong_value(&mut self, entry: &Entry<'_>, message: Wording, hints: impl IntoIterator<Item = Wording>) {
        self.complain(entry.value_span.clone(), message, hints);
    }

    /// The entry's text, or a mistake.
    pub fn text<'e>(&mut self, entry: &'e Entry<'_>) -> Option<&'e str> {
        let text = entry.value.as_str();
        if text.is_none() {
            self.expected(entry, "text");
        }
        text
    }

    /// The entry's text, or its list of texts; or a mistake.
    pub fn texts<'e>(&mut self, entry: &'e Entry<'_>) -> Option<Vec<&'e str>> {
        let texts = match &entry.value {
            DeValue::String(text) => Some(vec![text.as_ref()]),
            DeValue::Array(items) => items.iter().map(|item| item.get_ref().as_str()).collect(),
            _ => None,
        };
        if texts.is_none() {
            self.expected(entry, "texts");
        }
        texts
    }

    /// The value that the entry's text names, or a mistake.
    pub fn one_of<T: Copy>(&mut self, entry: &Entry<'_>, values: &[(&str, T)]) -> Option<T> {
        let text = self.text(entry)?;
        let value = values.iter().find(|(name, _)| *name == text).map(|(_, value)| *value);
        if value.is_none() {
            let names: Vec<&str> = values.iter().map(|(name, _)| *name).collect();
            let message = Wording::of("mistake-not-among");
            let message = message.with("name", &entry.name).with("value", text);
            self.wrong_value(entry, message, Some(did_you_mean(text, &names)));
        }
        value
    }

    /// The text of the file that the entry names, which lies at this path; or a mistake.
    pub fn file(&mut self, entry: &Entry<'_>, path: &Path) -> Option<OwnFile> {
        let name = path.display().to_string();
        match std::fs::read_to_string(path) {
            Ok(text) => Some(OwnFile { name, text }),
            Err(error) => {
                self.unreadable(entry, path, &error);
                None
            }
        }
    }

    /// The path that the entry names, if there is a file that can be read; or a mistake.
    pub fn readable(&mut self, entry: &Entry<'_>, path: PathBuf) -> Option<PathBuf> {
        match std::fs::read(&path) {
            Ok(_) => Some(path),
            Err(error) => {
                self.unreadable(entry, &path, &error);
                None
            }
        }
    }

    fn unreadable(&mut self, entry: &Entry<'_>, path: &Path, error: &io::Error) {
        let message = Wording::of("mistake-unreadable")
            .with("name", &entry.name)
            .with("path", path.display())
            .with("reason", error);
        self.wrong_value(entry, message, None);
    }

    /// The entry's `true` or `false`, or a mistake.
    pub fn yes_or_no(&mut self, entry: &Entry<'_>) -> Option<bool> {
        let value = entry.value.as_bool();
        if value.is_none() {
            self.expected(entry, "boolean");
        }
        value
    }

    /// The entry's whole number, or a mistake.
    pub fn whole_number(&mut self, entry: &Entry<'_>) -> Option<u64> {
        let number = entry
            .value
            .as_integer()
            .and_then(|digits| u64::from_str_radix(digits.as_str(), digits.radix()).ok());
        if number.is_none() {
            self.expected(entry, "whole-number");
        }
        number
    }

    /// The entry's table, or a mistake.
    pub fn table(&mut self, entry: Entry<'s>) -> Option<Table<'s>> {
        match entry.value {
            DeValue::Table(table) => Some(Table::new(table, entry.value_span)),
            _ => {
                let message = Wording::of("mistake-not-section").with("name", &entry.name);
                let hint = Wording::of("mistake-write-section").with("name", &entry.name);
                self.complain(entry.name_span, message, Some(hint));
                None
            }
        }
    }

    /// The entry's list of sections, or a mistake.
    pub fn tables(&mut self, entry: Entry<'s>) -> Option<Vec<Table<'s>>> {
        let items = match entry.value {
            DeValue::Array(items) => items,
            ref other => {
                let message = wanted(&entry.name, "sections", other);
                self.complain(entry.value_span, message, None);
                return None;
            }
        };
        let mut tables = Vec::new();
        for item in items {
            let span = item.span();
            match item.into_inner() {
                DeValue::Table(table) => tables.push(Table::new(table, span)),
                other => {
                    let message = Wording::of("mistake-item-not-section");
                    let message = message.with("name", &entry.name).with("found", kind(&other));
                    self.complain(span, message, None);
                }
            }
        }
        Some(tables)
    }

    /// The line on which this part of the text begins, from 1.
    #[must_use]
    pub fn line(&self, span: Range<usize>) -> usize {
        line_of(self.source, span.start)
    }

    /// The mistakes so far, so that later ones can be told from them.
    pub fn take_mistakes(&mut self) -> Vec<Mistake> {
        std::mem::take(&mut self.mistakes)
    }

    /// The mistakes, in the order of the file.
    #[must_use]
    pub fn finish(mut self) -> Vec<Mistake> {
        self.mistakes.sort_by_key(|mistake| (mistake.line, mistake.column));
        self.mistakes
    }

    fn expected(&mut self, entry: &Entry<'_>, what: &str) {
        self.complain(entry.value_span.clone(), wanted(&entry.name, what, &entry.value), None);
    }
}

impl<'s> Table<'s> {
    fn new(table: DeTable<'s>, span: Range<usize>) -> Self {
        let entry = |(name, value): (toml::Spanned<_>, toml::Spanned<DeValue<'s>>)| {
            let (name_span, value_span) = (name.span(), value.span());
            let name: std::borrow::Cow<'_, str> = name.into_inner();
            Entry {
                name: name.into_owned(),
                name_span,
                value: value.into_inner(),
                value_span,
            }
        };
        let mut entries: Vec<_> = table.into_iter().map(entry).collect();
        entries.sort_by_key(|entry| entry.name_span.start);
        Self { entries, span }
    }

    /// The entries of which this holds; what is never taken is unknown.
    pub fn take_all(&mut self, holds: impl Fn(&Entry<'s>) -> bool) -> Vec<Entry<'s>> {
        let (taken, left) = std::mem::take(&mut self.entries).into_iter().partition(holds);
        self.entries = left;
        taken
    }

    /// The entry of this name; what is never taken is unknown.
    pub fn take(&mut self, name: &str) -> Option<Entry<'s>> {
        let at = self.entries.iter().position(|entry| entry.name == name)?;
        Some(self.entries.remove(at))
    }

    /// Where it stands, in bytes.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }
}

impl<'s> IntoIterator for Table<'s> {
    type Item = Entry<'s>;
    type IntoIter = std::vec::IntoIter<Entry<'s>>;

    /// The entries that have not been taken.
    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

impl Entry<'_> {
    /// Where the name stands, in bytes.
    #[must_use]
    pub fn name_span(&self) -> Range<usize> {
        self.name_span.clone()
    }
}

/// "did you mean …?" with the nearest name, or all of them where none is near.
#[must_use]
pub fn did_you_mean(wrong: &str, names: &[&str]) -> Wording {
    match nearest(wrong, names.iter().copied()) {
        Some(name) => Wording::of("mistake-nearest").with("name", name),
        None => Wording::of("mistake-one-of").with("names", names.join(", ")),
    }
}

/// That something else should stand there than what does.
fn wanted(name: &str, what: &str, found: &DeValue<'_>) -> Wording {
    Wording::of("mistake-wanted")
        .with("name", name)
        .with("wanted", what)
        .with("found", kind(found))
}

/// What the sentences call it.
fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "whole-number",
        DeValue::Float(_) => "fraction",
        DeValue::Boolean(_) => "boolean",
        DeValue::Datetime(_) => "date",
        DeValue::Array(_) => "list",
        DeValue::Table(_) => "section",
    }
}
