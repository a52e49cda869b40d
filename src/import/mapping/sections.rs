//! The parts of a mapping that fill entities' fields by their names: `[fields]`, `[records]`, and `[rows]`, which says
//! which rows are which.

use super::parse::{section, source};
use super::{Filled, Reader, Section};
use crate::config::document::did_you_mean;
use crate::config::{Document, Entry, Table};
use crate::entities::{CONTACT, Entity, RESOURCE, TICKET};
use crate::remote::{PORTABLE, Portable, portable};
use crate::sentences::Wording;
use std::collections::BTreeMap;

/// The word for `[ticket]` among those of `[rows]`.
const TICKET_ROWS: &str = "ticket";
/// What says a record's key among its fields.
const KEY: &str = "key";
/// What stands for a person's first and last name.
const NAME: &str = "name";

/// Which word of the file means which records.
pub(super) fn rows<'s>(document: &mut Document<'s>, root: &mut Table<'s>) -> BTreeMap<String, Reader> {
    let mut rows = BTreeMap::new();
    for entry in section(document, root, "rows") {
        let Some(word) = document.text(&entry) else { continue };
        let reader = match portable::by_name(word) {
            _ if word == TICKET_ROWS => Some(Reader::Ticket),
            Some(portable) => Some(Reader::Record(portable.entity)),
            None => None,
        };
        match reader {
            Some(reader) => drop(rows.insert(entry.name.clone(), reader)),
            None => {
                let mut names = portable_names();
                names.insert(0, TICKET_ROWS);
                let hint = did_you_mean(word, &names);
                let message = Wording::of("mistake-no-records").with("name", word);
                document.wrong_value(&entry, message, Some(hint));
            }
        }
    }
    rows
}

/// Further fields of tickets. A name that is none of theirs is a user-defined field.
pub(super) fn fields<'s>(document: &mut Document<'s>, root: &mut Table<'s>) -> Vec<Filled> {
    let Some(tickets) = portable::of(&TICKET) else {
        return Vec::new();
    };
    let entries = section(document, root, "fields");
    let filled = entries
        .into_iter()
        .filter_map(|entry| filled(document, tickets, &entry, true));
    filled.collect()
}

/// The records that rows hold.
pub(super) fn sections<'s>(document: &mut Document<'s>, root: &mut Table<'s>) -> Vec<Section> {
    let mut sections = Vec::new();
    for entry in section(document, root, "records") {
        let Some(portable) = portable::by_name(&entry.name) else {
            document.unknown("mistake-no-records", &entry, portable_names());
            continue;
        };
        let Some(table) = document.table(entry) else { continue };
        let mut section = Section {
            portable,
            key: None,
            values: Vec::new(),
        };
        for entry in table {
            if entry.name == KEY {
                section.key = source(document, &entry);
            } else {
                let is_free = portable.entity.has_user_defined_fields();
                section.values.extend(filled(document, portable, &entry, is_free));
            }
        }
        sections.push(section);
    }
    sections
}

fn filled(
    document: &mut Document<'_>,
    portable: &'static Portable,
    entry: &Entry<'_>,
    is_free: bool,
) -> Option<Filled> {
    let field = portable.entity.field(&entry.name);
    let is_name = entry.name == NAME && is_person(portable.entity);
    match field {
        Some(field) if !portable.takes(field) => {
            document.complain(entry.name_span(), Wording::of("mistake-field-not-set"), None);
            return None;
        }
        None if !is_name && !is_free => {
            document.unknown("mistake-no-field", entry, portable.fields().map(|field| field.name));
            return None;
        }
        _ => {}
    }
    Some(Filled {
        name: field.map_or_else(|| entry.name.clone(), |field| field.name.to_owned()),
        field,
        source: source(document, entry)?,
    })
}

fn is_person(entity: &Entity) -> bool {
    *entity == CONTACT || *entity == RESOURCE
}

fn portable_names() -> Vec<&'static str> {
    PORTABLE.iter().map(|portable| portable.entity.name).collect()
}
