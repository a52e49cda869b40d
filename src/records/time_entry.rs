//! Time entries: what an act adds, as a row.

use crate::base::ids::TicketId;
use crate::domain::Person;
use crate::domain::time_entry::TimeEntry;
use crate::entities::{Row, TIME_ENTRY, Value};
use rust_decimal::Decimal;

/// `timeEntryType` of time on a ticket.
pub const TICKET_TIME: i64 = 2;

/// Minutes as Autotask's hours, with four decimals (13.1).
#[must_use]
pub fn hours(minutes: i64) -> Decimal {
    (Decimal::from(minutes) / Decimal::from(60)).round_dp(4)
}

/// Autotask's hours as whole minutes, rounded; none when they are beyond any day.
#[must_use]
pub fn minutes(hours: Decimal) -> Option<i64> {
    let minutes = hours.checked_mul(Decimal::from(60))?.round();
    i64::try_from(minutes).ok()
}

/// The row of a time entry on a ticket, without its id.
#[must_use]
pub fn row(entry: &TimeEntry, ticket: TicketId) -> Row {
    let mut row = Row::new(&TIME_ENTRY);
    row.set("ticketID", ticket.0);
    row.set("timeEntryType", TICKET_TIME);
    row.set("createDateTime", entry.at);
    row.set("lastModifiedDateTime", entry.at);
    row.set("dateWorked", entry.worked_on.midnight());
    row.set("minutes", entry.minutes);
    row.set("hoursWorked", Value::decimal(hours(entry.minutes)));
    row.set("hoursToBill", Value::decimal(hours(entry.minutes)));
    row.set("summaryNotes", entry.summary.as_str());
    row.set("internalNotes", entry.internal_notes.as_str());
    row.set("side", entry.side.word());
    row.set("authorName", entry.author_name.as_str());
    if let Some(started_at) = entry.started_at {
        row.set("startDateTime", started_at);
        row.set("endDateTime", started_at.plus_minutes(entry.minutes));
    }
    match entry.author {
        Person::Resource(resource) => {
            row.set("resourceID", resource.0);
            row.set("creatorUserID", resource.0);
        }
        Person::Contact(contact) => row.set("authorContactID", contact.0),
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_minutes_survive_autotasks_hours() {
        for whole in 1..=24 * 60 {
            assert_eq!(minutes(hours(whole)), Some(whole));
        }
        assert_eq!(hours(20).to_string(), "0.3333");
    }
}
