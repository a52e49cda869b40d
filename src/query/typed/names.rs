//! What the words of a typed filter mean here and now: who asks, when, and which rows have which names. Filled by
//! whoever has the rows: the local copy for the console, the server for its own.

use crate::base::{Date, Timestamp, fold};
use crate::domain::{Side, StatusKind};
use crate::entities::{AUTOTASK_FIELDS, Field, Live, Picklist, SideFields, TASKFIRE_FIELDS, UserDefinedFields};

/// Rows that have names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum List {
    /// Companies.
    Companies,
    /// Clients' people.
    Contacts,
    /// The provider's people.
    Resources,
    /// Statuses of one side.
    Statuses(Side),
    /// Queues of one side.
    Queues(Side),
    /// Request types.
    RequestTypes,
}

/// A row's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The row's id.
    pub id: i64,
    /// What people call it.
    pub label: String,
    /// For a status, what it means to the rules.
    pub kind: Option<StatusKind>,
}

impl Name {
    /// Whether the name begins with this text, or one of its words does; case and diacritics don't count. What
    /// [`Names::find`] selects by.
    #[must_use]
    pub fn is_meant(label: &str, text: &str) -> bool {
        let (label, text) = (fold::fold(label), fold::fold(text.trim()));
        let begins_word = |at: usize| !label[..at].ends_with(char::is_alphanumeric);
        text.is_empty() || label.match_indices(text.as_str()).any(|(at, _)| begins_word(at))
    }
}

/// What words mean to the person who types.
pub trait Names {
    /// The side that the person works on: `status`, `queue`, `priority` and `assignee` are this side's.
    fn side(&self) -> Side;
    /// The person's id: `me`.
    fn me(&self) -> i64;
    /// This moment.
    fn now(&self) -> Timestamp;
    /// This day, where the person is.
    fn today(&self) -> Date;
    /// The first moment of a day, where the person is.
    fn start_of(&self, day: Date) -> Timestamp;
    /// The rows whose name is meant by this text ([`Name::is_meant`]); all for an empty one. At most 500.
    fn find(&self, list: List, text: &str) -> Vec<Name>;
    /// The user-defined fields of tickets.
    fn user_defined(&self) -> &UserDefinedFields;
    /// The name of a row.
    fn label(&self, list: List, id: i64) -> Option<String>;
}

/// The names of the fields that a side owns.
pub(super) fn fields_of(side: Side) -> &'static SideFields {
    match side {
        Side::Autotask => &AUTOTASK_FIELDS,
        Side::Taskfire => &TASKFIRE_FIELDS,
    }
}

/// The rows that a field's ids mean, if those have names.
pub(super) fn list_of(field: &Field) -> Option<List> {
    match (field.picklist, field.reference) {
        (Some(Picklist::Live(live)), _) => match live {
            Live::AutotaskStatuses => Some(List::Statuses(Side::Autotask)),
            Live::TaskfireStatuses => Some(List::Statuses(Side::Taskfire)),
            Live::AutotaskQueues => Some(List::Queues(Side::Autotask)),
            Live::TaskfireQueues => Some(List::Queues(Side::Taskfire)),
            Live::RequestTypes => Some(List::RequestTypes),
            Live::SecurityLevels
            | Live::TicketSources
            | Live::SubIssueTypes
            | Live::TicketCategories
            | Live::TicketUserDefinedFields => None,
        },
        (_, Some("Company")) => Some(List::Companies),
        (_, Some("Contact")) => Some(List::Contacts),
        (_, Some("Resource")) => Some(List::Resources),
        _ => None,
    }
}

/// The list in which `me` is somebody.
pub(super) fn people_of(side: Side) -> List {
    match side {
        Side::Autotask => List::Resources,
        Side::Taskfire => List::Contacts,
    }
}

/// The ids that a name means: those of exactly that name, else the number that it is, else those that begin so, else
/// those in which a word begins so. For statuses also `open` and `closed`.
pub(super) fn resolve(list: List, text: &str, names: &dyn Names) -> Vec<i64> {
    let found = names.find(list, text);
    let folded = fold::fold(text.trim());
    let ids = |names: &[Name], test: &dyn Fn(&Name) -> bool| -> Vec<i64> {
        names.iter().filter(|name| test(name)).map(|name| name.id).collect()
    };
    let exact = ids(&found, &|name| fold::fold(&name.label) == folded);
    if !exact.is_empty() {
        return exact;
    }
    if let Ok(number) = folded.parse() {
        return vec![number];
    }
    if matches!(list, List::Statuses(_)) && matches!(folded.as_str(), "open" | "closed") {
        let closed = folded == "closed";
        return ids(&names.find(list, ""), &|name| {
            (name.kind == Some(StatusKind::Complete)) == closed
        });
    }
    let beginning = ids(&found, &|name| fold::fold(&name.label).starts_with(&folded));
    if beginning.is_empty() {
        ids(&found, &|_| true)
    } else {
        beginning
    }
}

/// The one among some names that is most like a mistyped one.
pub(super) fn nearest<N: AsRef<str>>(text: &str, names: impl IntoIterator<Item = N>) -> Option<String> {
    let folded = fold::fold(text);
    let likeness = |name: &N| strsim::normalized_damerau_levenshtein(&folded, &fold::fold(name.as_ref()));
    let liked = names
        .into_iter()
        .map(|name| (likeness(&name), name))
        .filter(|(likeness, _)| *likeness >= 0.5);
    liked
        .max_by(|(left, _), (right, _)| left.total_cmp(right))
        .map(|(_, name)| name.as_ref().to_owned())
}
