//! History entries as rows, with the labels of the moment.

use crate::base::ids::TicketId;
use crate::domain::history::{Entry, Value};
use crate::domain::{Person, Statuses};
use crate::entities::{Row, TICKET_HISTORY};

/// `resourceID` of what contacts and the system did (13.1).
pub const SYSTEM_RESOURCE: i64 = 4;
/// The longest label that is kept, in characters.
const LONGEST_LABEL: usize = 255;

/// Where the names of things are found: the server's database, or the local copy.
pub trait Labels {
    /// The name of a queue of either side.
    fn queue(&self, id: i64) -> String;
    /// The name of a resource or contact.
    fn person(&self, person: Person) -> String;
    /// The statuses of both sides.
    fn statuses(&self) -> &Statuses;
}

/// The row of an entry of a ticket, without its id.
pub fn row(entry: &Entry, ticket: TicketId, labels: &dyn Labels) -> Row {
    let before = entry.before.as_ref().map(|value| label(value, labels));
    let after = entry.after.as_ref().map(|value| label(value, labels));
    let mut row = Row::new(&TICKET_HISTORY);
    row.set("ticketID", ticket.0);
    row.set("date", entry.at);
    row.set("event", entry.event.word());
    row.set("action", action(entry).as_str());
    row.set("detail", detail(entry, before.as_deref(), after.as_deref()).as_str());
    row.set("side", entry.concerns.unwrap_or(entry.side).word());
    row.set("audience", entry.readers.word());
    row.set("authorName", entry.by_name.as_str());
    if let Some(field) = entry.field {
        row.set("field", field);
    }
    if let Some(before) = before {
        row.set("before", before);
    }
    if let Some(after) = after {
        row.set("after", after);
    }
    match entry.by {
        Person::Resource(resource) => row.set("resourceID", resource.0),
        Person::Contact(contact) => {
            row.set("resourceID", SYSTEM_RESOURCE);
            row.set("authorContactID", contact.0);
        }
    }
    row
}

fn label(value: &Value, labels: &dyn Labels) -> String {
    let label = match value {
        Value::Status(status) => labels.statuses().label(*status),
        Value::Queue(queue) => labels.queue(queue.0),
        Value::Person(person) => labels.person(*person),
        Value::Resource(resource) => labels.person(Person::Resource(*resource)),
        Value::Priority(priority) => priority.label().to_owned(),
        Value::Text(text) => text.clone(),
    };
    label.chars().take(LONGEST_LABEL).collect()
}

/// What programs of Autotask's kind show as the action: words, not codes.
fn action(entry: &Entry) -> String {
    entry.event.word().replace('_', " ")
}

/// One line: the reason if there is one, else what became what.
fn detail(entry: &Entry, before: Option<&str>, after: Option<&str>) -> String {
    if let Some(reason) = &entry.reason {
        return reason.chars().take(1800).collect();
    }
    let change = match (before, after) {
        (Some(before), Some(after)) => format!("{before} → {after}"),
        (Some(before), None) => format!("{before} →"),
        (None, Some(after)) => format!("→ {after}"),
        (None, None) => String::new(),
    };
    match entry.field {
        Some(field) if change.is_empty() => field.to_owned(),
        Some(field) => format!("{field}: {change}"),
        None => change,
    }
}
