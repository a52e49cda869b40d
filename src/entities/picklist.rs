//! Picklists: the values that a field may have, and where they come from.

use super::{Field, Value};
use serde::Serialize;

/// The values that a field may have.
#[derive(Clone, Copy, Debug)]
pub enum Picklist {
    /// The same in every installation, in the order in which people read them.
    Fixed(&'static [Entry]),
    /// One of these words, in a text field.
    Words(&'static [&'static str]),
    /// Rows of the database, asked for when needed.
    Live(Live),
    /// Yes or no, in a field that is one of them anyway.
    Truth,
    /// A list that Autotask's tenants keep and this server does not: any value is stored.
    Unchecked,
}

/// One value of a fixed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What the field holds.
    pub value: i64,
    /// What people read.
    pub label: &'static str,
}

/// One value of a fixed list.
pub(super) const fn entry(value: i64, label: &'static str) -> Entry {
    Entry { value, label }
}

/// A list whose values are rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Live {
    /// The statuses of the Autotask side.
    AutotaskStatuses,
    /// The statuses of the Taskfire side.
    TaskfireStatuses,
    /// The queues of the Autotask side.
    AutotaskQueues,
    /// The queues of all clients' Taskfire sides.
    TaskfireQueues,
    /// The request types (Autotask's issue types).
    RequestTypes,
    /// The security levels of contacts.
    SecurityLevels,
    /// How requests come in.
    TicketSources,
    /// What request types are divided into.
    SubIssueTypes,
    /// The categories of tickets.
    TicketCategories,
    /// The user-defined fields of tickets.
    TicketUserDefinedFields,
}

/// One value as field information lists it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PicklistValue {
    /// The value, as text even where the field is a number.
    pub value: String,
    /// What people read.
    pub label: String,
    /// Taken where nothing is given.
    pub is_default_value: bool,
    /// The rank among the list's values.
    pub sort_order: usize,
    /// The value of the parent field that this one belongs to; empty for none.
    pub parent_value: String,
    /// Whether it may still be chosen.
    pub is_active: bool,
    /// Whether the product brings it.
    pub is_system: bool,
}

impl PicklistValue {
    fn system(value: String, label: &str, rank: usize) -> Self {
        Self {
            value,
            label: label.to_owned(),
            is_default_value: false,
            sort_order: rank + 1,
            parent_value: String::new(),
            is_active: true,
            is_system: true,
        }
    }
}

/// Where the live lists are: the database of the server, the local copy of the console.
pub trait Picklists {
    /// All values, those no longer active too.
    fn values(&self, list: Live) -> Vec<PicklistValue>;

    /// Whether a row may be given this value now.
    fn has(&self, list: Live, value: i64) -> bool {
        let value = value.to_string();
        self.values(list)
            .iter()
            .any(|entry| entry.is_active && entry.value == value)
    }
}

impl Picklist {
    /// All values as field information lists them.
    #[must_use]
    pub fn values(self, picklists: &dyn Picklists) -> Vec<PicklistValue> {
        match self {
            Self::Fixed(entries) => (entries.iter().enumerate())
                .map(|(rank, entry)| PicklistValue::system(entry.value.to_string(), entry.label, rank))
                .collect(),
            Self::Words(words) => worded(words),
            Self::Truth => worded(&["false", "true"]),
            Self::Live(list) => picklists.values(list),
            Self::Unchecked => Vec::new(),
        }
    }

    /// Whether a row may be given this value now. Null always may.
    #[must_use]
    pub fn allows(self, value: &Value, picklists: &dyn Picklists) -> bool {
        match (self, value) {
            (Self::Fixed(entries), Value::Integer(number)) => entries.iter().any(|entry| entry.value == *number),
            (Self::Words(words), Value::Text(word)) => words.contains(&word.as_str()),
            (Self::Live(list), Value::Integer(number)) => picklists.has(list, *number),
            _ => true,
        }
    }
}

impl Field {
    /// Where a value stands in its fixed list, for sorting: a picklist is sorted by rank, never by number.
    #[must_use]
    pub fn rank(&self, value: i64) -> Option<usize> {
        self.entries()?.iter().position(|entry| entry.value == value)
    }
}

fn worded(words: &[&str]) -> Vec<PicklistValue> {
    let values = words.iter().enumerate();
    values
        .map(|(rank, word)| PicklistValue::system((*word).to_owned(), word, rank))
        .collect()
}

/// The priorities of either side, most urgent first: P1 to P4.
pub(super) const PRIORITIES: Picklist = Picklist::Fixed(&[
    entry(4, "Critical"),
    entry(1, "High"),
    entry(2, "Medium"),
    entry(3, "Low"),
]);

/// Who may read a note or an attachment on Autotask's routes.
pub(super) const PUBLISH: Picklist = Picklist::Fixed(&[
    entry(1, "All Autotask Users"),
    entry(2, "Internal Project Team"),
    entry(4, "Internal & Co-Managed"),
]);

/// The two sides of a ticket.
pub(super) const SIDES: Picklist = Picklist::Words(&["autotask", "taskfire"]);

/// Who may read a note or a line of history.
pub(super) const AUDIENCES: Picklist = Picklist::Words(&["public", "autotask", "taskfire", "comanaged"]);

/// How often something recurring is billed.
pub(super) const PERIOD_TYPES: Picklist = Picklist::Fixed(&[
    entry(1, "One Time"),
    entry(2, "Monthly"),
    entry(3, "Quarterly"),
    entry(4, "Semi-Annual"),
    entry(5, "Yearly"),
]);

/// Whether something counts.
pub(super) const ACTIVITY: Picklist = Picklist::Fixed(&[entry(1, "Active"), entry(0, "Inactive")]);

/// Whether somebody is one of the provider's people or one of a client's.
pub(super) const PERSON_TYPES: Picklist = Picklist::Fixed(&[entry(1, "Resource"), entry(2, "Contact")]);
