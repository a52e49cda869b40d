//! What may stand before the colon: short names for what people ask for most, and the wire's name of every other field.

use super::names::{Names, fields_of};
use crate::domain::Side;
use crate::entities::{Field, Kind, TICKET};

/// What stands before the colon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Key {
    /// A field.
    Field(&'static Field),
    /// `is`: one of the [`FLAGS`].
    Is,
    /// `udf`: the name of a user-defined field and its values.
    UserDefined,
}

/// Stands before the name of a user-defined field.
pub(super) const USER_DEFINED: &str = "udf";

/// What may stand behind `is:`.
pub(super) const FLAGS: [&str; 6] = ["open", "closed", "late", "shared", "unassigned", "mine"];

/// The short names with the fields they mean to a side, in the order in which they are offered.
fn short_names(side: Side) -> [(&'static str, &'static str); 16] {
    let mine = fields_of(side);
    [
        ("status", mine.status),
        ("queue", mine.queue),
        ("priority", mine.priority),
        ("assignee", mine.assignee),
        ("company", "companyID"),
        ("contact", "contactID"),
        ("type", "issueType"),
        ("due", "dueDateTime"),
        ("created", "createDate"),
        ("updated", "lastActivityDate"),
        ("closed", "closedDate"),
        ("since", mine.status_since),
        ("number", "ticketNumber"),
        ("autotask", "status"),
        ("taskfire", "taskfireStatus"),
        ("autotaskPriority", "priority"),
    ]
}

/// Reads a name in any case.
pub(super) fn read(name: &str, names: &dyn Names) -> Option<Key> {
    if name.eq_ignore_ascii_case("is") {
        return Some(Key::Is);
    }
    if name.eq_ignore_ascii_case(USER_DEFINED) {
        return Some(Key::UserDefined);
    }
    let short = short_names(names.side())
        .into_iter()
        .find(|(short, _)| short.eq_ignore_ascii_case(name));
    let field = TICKET.field(short.map_or(name, |(_, field)| field));
    field.filter(|field| field.queryable).map(Key::Field)
}

/// The name under which [`read`] finds a field.
pub(super) fn write(field: &Field, names: &dyn Names) -> &'static str {
    let short = short_names(names.side())
        .into_iter()
        .find(|(_, name)| *name == field.name);
    // A wire name that is also a short one means another field here; that field has a short name of its own.
    short.map_or_else(
        || TICKET.field(field.name).map_or("id", |field| field.name),
        |(short, _)| short,
    )
}

/// All names: the short ones first, then the wire's.
pub(super) fn all(names: &dyn Names) -> Vec<&'static str> {
    let short = short_names(names.side()).into_iter().map(|(short, _)| short);
    let fields = TICKET
        .fields()
        .iter()
        .filter(|field| field.queryable)
        .map(|field| field.name);
    let mut all: Vec<_> = short.chain(["is", USER_DEFINED]).collect();
    for name in fields {
        if !all.contains(&name) {
            all.push(name);
        }
    }
    all
}

/// Whether a duration means a time to come: `due<2d` is due within two days, `created<2d` made less than two days ago.
pub(super) fn looks_ahead(field: &Field) -> bool {
    field.kind == Kind::DateTime && (field.name == "dueDateTime" || field.name.ends_with("DueDateTime"))
}
