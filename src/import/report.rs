//! What became of an imported file, in figures.

use super::distinct::Distinct;
use crate::remote::ImportMade;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What became of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Rows that were, or would be, written.
    pub added: u64,
    /// Rows that were there already.
    pub already_there: u64,
    /// Tickets that were, or would be, made.
    pub created: u64,
    /// Rows that were set aside.
    pub rejected: u64,
    /// Where they lie; none where nothing is written, or nothing was set aside.
    pub rejects: Option<PathBuf>,
    /// What else was, or would be, made because rows name it.
    pub made: Made,
    /// Records that were, or would be, written, by entity.
    pub records: BTreeMap<String, u64>,
    /// Fields of this source's records that name a record which never came.
    pub awaited: u64,
}

/// How many of what else was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// Companies.
    pub companies: u64,
    /// Contacts.
    pub contacts: u64,
    /// Resources, who can't sign in.
    pub resources: u64,
    /// Queues.
    pub queues: u64,
    /// Request types.
    pub request_types: u64,
    /// User-defined fields.
    pub user_defined_fields: u64,
}

impl Report {
    /// Counts what a batch made. Where nothing is written, the next batch names the same again.
    pub(super) fn count(
        &mut self,
        named: Option<&Distinct>,
        created: &[String],
        made: &ImportMade,
    ) -> Result<(), rusqlite::Error> {
        let all = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        self.created += match named {
            Some(distinct) => distinct.add("ticket", created)?,
            None => all(created.len()),
        };
        for (kind, names, count) in [
            ("company", &made.companies, &mut self.made.companies),
            ("contact", &made.contacts, &mut self.made.contacts),
            ("resource", &made.resources, &mut self.made.resources),
            ("queue", &made.queues, &mut self.made.queues),
            ("request_type", &made.request_types, &mut self.made.request_types),
            ("field", &made.user_defined_fields, &mut self.made.user_defined_fields),
        ] {
            *count += match named {
                Some(distinct) => distinct.add(kind, names)?,
                None => all(names.len()),
            };
        }
        Ok(())
    }
}
