//! The records that stand in a row: by the fields of their entities.

use super::BadRow;
use super::line::{Line, truth};
use crate::entities::{Field, Kind};
use crate::import::mapping::{Filled, Section};
use crate::import::resume;
use crate::remote::ImportRecord;
use crate::sentences::Wording;
use std::collections::BTreeMap;

impl Line<'_> {
    /// A record that stands in a ticket's row: none where the row doesn't say what the record needs.
    pub(super) fn beside(&self, section: &Section, is_alone: bool) -> Result<Option<ImportRecord>, BadRow> {
        let needs = section.portable.needs;
        let is_needed = |filled: &Filled| needs.contains(&filled.name.as_str()) || filled.field.is_none();
        let is_known = |filled: &&Filled| self.fill(&filled.source).is_some();
        let needed: Vec<&Filled> = section.values.iter().filter(|filled| is_needed(filled)).collect();
        if is_alone || needed.iter().all(is_known) {
            return self.record(section).map(Some);
        }
        Ok(None)
    }

    /// The record that the row is.
    pub(super) fn record(&self, section: &Section) -> Result<ImportRecord, BadRow> {
        let entity = section.portable.entity.name;
        let key = match &section.key {
            Some(source) => {
                let key = self.fill(source);
                Some(key.ok_or_else(|| {
                    let message = Wording::of("import-needs-key").with("entity", entity);
                    self.bad("key", source, message)
                })?)
            }
            None => None,
        };
        let values = self.values(&section.values)?;
        let digested = values.iter().flat_map(|(name, text)| [name.as_str(), text]);
        Ok(ImportRecord {
            line: self.line,
            entity: entity.to_owned(),
            digest: resume::digest([entity].into_iter().chain(digested)),
            key,
            values,
        })
    }

    /// Values by the names of their fields; what the row doesn't say is left out.
    pub(super) fn values(&self, filled: &[Filled]) -> Result<BTreeMap<String, String>, BadRow> {
        let mut values = BTreeMap::new();
        for filled in filled {
            let Some(text) = self.fill(&filled.source) else {
                continue;
            };
            let text = self.mapping.meaning(&filled.name, text);
            let text = match filled.field {
                Some(field) => self
                    .plain(field, text)
                    .map_err(|message| self.bad(&filled.name, &filled.source, message))?,
                None => text,
            };
            values.insert(filled.name.clone(), text);
        }
        Ok(values)
    }

    /// A value as the wire writes it.
    fn plain(&self, field: &Field, text: String) -> Result<String, Wording> {
        match field.kind {
            Kind::DateTime => Ok(self.mapping.head().moments.read(&text)?.to_string()),
            Kind::Boolean => Ok(truth(&text)?.to_string()),
            _ => Ok(text),
        }
    }
}
