//! A mapping's text, taken apart.

use super::sections::{fields, rows, sections};
use super::{Head, Mapping, Moments, Source};
use crate::base::Zone;
use crate::config::document::did_you_mean;
use crate::config::{Document, Entry, Mistake, Table};
use crate::domain::Priority;
use crate::import::target::Target;
use crate::import::template::Template;
use crate::remote::References;
use crate::sentences::Wording;
use std::collections::BTreeMap;

/// What stands at the top of a mapping.
const PARTS: [&str; 16] = [
    "source",
    "unknown",
    "moments",
    "zone",
    "record",
    "references",
    "exact",
    "text_mark",
    "rows",
    "ticket",
    "status",
    "priority",
    "values",
    "fields",
    "history",
    "records",
];

/// What says where tickets' fields come from.
const TICKET: &str = "ticket";
/// How moments are written.
const MOMENTS: &str = "%d.%m.%Y %H:%M\", \"iso\", \"unix\", \"unix-ms";

pub(super) fn parse(file: &str, text: &str) -> Result<Mapping, Vec<Mistake>> {
    let (mut document, mut root) = Document::read(file, text);
    let head = head(&mut document, &mut root);
    let targets = targets(&mut document, &mut root);
    let fields = fields(&mut document, &mut root);
    let sections = sections(&mut document, &mut root);
    let mapping = Mapping {
        file: file.to_owned(),
        text: text.to_owned(),
        head,
        targets,
        fields,
        sections,
        others: others(&mut document, &mut root),
        words: words(&mut document, &mut root),
        statuses: texts(&mut document, &mut root, "status"),
        priorities: priorities(&mut document, &mut root),
    };
    for entry in root {
        document.unknown("mistake-no-part", &entry, PARTS);
    }
    require(&mapping, &mut document);
    let mistakes = document.finish();
    if mistakes.is_empty() {
        Ok(mapping)
    } else {
        Err(mistakes)
    }
}

/// The priority of that label.
pub(super) fn ranked(label: &str) -> Option<Priority> {
    let mut ranked = Priority::RANKED.into_iter();
    ranked.find(|known| known.label().eq_ignore_ascii_case(label))
}

/// What a mapping can't do without.
fn require(mapping: &Mapping, document: &mut Document<'_>) {
    if mapping.head.source.trim().is_empty() {
        let hint = Wording::of("mistake-write-source").with("example", "source = \"…\"");
        document.complain(0..0, Wording::of("mistake-no-source"), Some(hint));
    }
    if mapping.targets.is_empty() && !mapping.sections.is_empty() {
        return;
    }
    for needed in Target::NEEDED {
        if !mapping.targets.contains_key(&needed) {
            let name = needed.name();
            let example = format!("{name} = \"{{column}}\"");
            let message = Wording::of("mistake-needed").with("name", name).with("section", TICKET);
            let hint = Wording::of("mistake-write-below").with("example", example);
            document.complain(0..0, message, Some(hint.with("section", TICKET)));
        }
    }
}

fn head<'s>(document: &mut Document<'s>, root: &mut Table<'s>) -> Head {
    let record = root.take("record").and_then(|entry| source(document, &entry));
    let references = root.take("references");
    let exact = root.take("exact");
    Head {
        source: text(document, root, "source").unwrap_or_default(),
        unknown: list(document, root, "unknown"),
        moments: moments(document, root),
        rows: rows(document, root),
        record,
        references: references.map_or(References::Names, |entry| read_references(document, &entry)),
        is_exact: exact.and_then(|entry| document.yes_or_no(&entry)).unwrap_or_default(),
        text_mark: text(document, root, "text_mark").filter(|mark| !mark.is_empty()),
    }
}

fn text(document: &mut Document<'_>, root: &mut Table<'_>, name: &str) -> Option<String> {
    let entry = root.take(name)?;
    document.text(&entry).map(str::to_owned)
}

fn list(document: &mut Document<'_>, root: &mut Table<'_>, name: &str) -> Vec<String> {
    let entry = root.take(name);
    let texts = entry.as_ref().and_then(|entry| document.texts(entry));
    texts.into_iter().flatten().map(str::to_owned).collect()
}

fn moments(document: &mut Document<'_>, root: &mut Table<'_>) -> Moments {
    let (zone, forms) = (root.take("zone"), root.take("moments"));
    let named = zone.as_ref().and_then(|entry| document.text(entry));
    let zone = match (named.map(str::parse::<Zone>), &zone) {
        (Some(Err(error)), Some(entry)) => {
            let message = Wording::of("mistake-no-zone").with("name", error.0);
            document.wrong_value(entry, message, None);
            Zone::UTC
        }
        (Some(Ok(zone)), _) => zone,
        _ => Zone::UTC,
    };
    let texts = forms
        .as_ref()
        .and_then(|entry| document.texts(entry))
        .unwrap_or_default();
    match (Moments::new(&texts, zone.clone()), &forms) {
        (Ok(moments), _) => moments,
        (Err(message), Some(entry)) => {
            let hint = Wording::of("mistake-write-like").with("example", MOMENTS);
            document.wrong_value(entry, message, Some(hint));
            Moments::usual(zone)
        }
        (Err(_), None) => Moments::usual(zone),
    }
}

fn read_references(document: &mut Document<'_>, entry: &Entry<'_>) -> References {
    match document.text(entry) {
        Some("keys") => return References::Keys,
        Some("names") | None => {}
        Some(other) => {
            let hint = did_you_mean(other, &["names", "keys"]);
            let message = Wording::of("mistake-no-references").with("word", other);
            document.wrong_value(entry, message, Some(hint));
        }
    }
    References::Names
}

/// The entries of a part.
pub(super) fn section<'s>(document: &mut Document<'s>, root: &mut Table<'s>, name: &str) -> Vec<Entry<'s>> {
    let table = root.take(name).and_then(|entry| document.table(entry));
    table.into_iter().flatten().collect()
}

/// Where a text comes from.
pub(super) fn source(document: &mut Document<'_>, entry: &Entry<'_>) -> Option<Source> {
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
            None => document.unknown("mistake-no-field", &entry, Target::ALL.map(Target::name)),
        }
    }
    targets
}

fn others<'s>(document: &mut Document<'s>, root: &mut Table<'s>) -> BTreeMap<String, Source> {
    let entries = section(document, root, "history");
    let read = |entry: Entry<'s>| Some((entry.name.clone(), source(document, &entry)?));
    entries.into_iter().filter_map(read).collect()
}

fn texts<'s>(document: &mut Document<'s>, root: &mut Table<'s>, name: &str) -> BTreeMap<String, String> {
    let entries = section(document, root, name);
    let read = |entry: Entry<'s>| Some((entry.name.clone(), document.text(&entry)?.to_owned()));
    entries.into_iter().filter_map(read).collect()
}

fn words<'s>(document: &mut Document<'s>, root: &mut Table<'s>) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut words = BTreeMap::new();
    for entry in section(document, root, "values") {
        let name = entry.name.clone();
        let Some(table) = document.table(entry) else { continue };
        let meant = table
            .into_iter()
            .filter_map(|entry| Some((entry.name.clone(), document.text(&entry)?.to_owned())));
        words.insert(name, meant.collect());
    }
    words
}

fn priorities<'s>(document: &mut Document<'s>, root: &mut Table<'s>) -> BTreeMap<String, Priority> {
    let mut priorities = BTreeMap::new();
    for entry in section(document, root, "priority") {
        let Some(label) = document.text(&entry) else { continue };
        match ranked(label) {
            Some(priority) => drop(priorities.insert(entry.name.clone(), priority)),
            None => {
                let hint = did_you_mean(label, &Priority::RANKED.map(Priority::label));
                let message = Wording::of("mistake-no-priority").with("name", label);
                document.wrong_value(&entry, message, Some(hint));
            }
        }
    }
    priorities
}
