//! What an imported row must hold for the server to take it.

use super::records;
use crate::domain::creation::{LONGEST_DESCRIPTION, LONGEST_ITEM, LONGEST_TITLE};
use crate::domain::{Priority, Side, Statuses};
use crate::wire::ext::import::{ImportRefusal, ImportRow};

/// The longest name of a queue, request type, company or status, in characters.
const LONGEST_NAME: usize = 100;
/// The longest number of a ticket at another desk, in characters (Tickets.externalID).
const LONGEST_NUMBER: usize = 50;

/// Refuses a row with its first fault.
pub(super) fn row(row: &ImportRow, statuses: &Statuses) -> Result<(), ImportRefusal> {
    let refuse = |field: &str, message: String| {
        Err(ImportRefusal {
            line: row.line,
            field: field.to_owned(),
            message,
        })
    };
    if row.number.trim().is_empty() || row.digest.is_empty() {
        return refuse("number", "a row needs its ticket's number and its digest".to_owned());
    }
    if row.at.is_none() {
        return refuse("at", "a row needs the moment of its event".to_owned());
    }
    if let Some(label) = row.status.as_deref().filter(|label| status(statuses, label).is_none()) {
        let known: Vec<&str> = statuses
            .of(Side::Autotask)
            .map(|status| status.label.as_str())
            .collect();
        let message = format!(
            "there is no Autotask status \"{label}\"; take one of: {}",
            known.join(", ")
        );
        return refuse("status", message);
    }
    if row
        .priority
        .is_some_and(|priority| !Priority::RANKED.contains(&priority))
    {
        return refuse(
            "priority",
            "there is no such priority; take 4, 1, 2 or 3 (P1 to P4)".to_owned(),
        );
    }
    if let Err((field, message)) = records::check_fields(&row.fields) {
        return refuse(&field, message);
    }
    for (field, text, longest) in texts(row) {
        let length = text.chars().count();
        if length > longest {
            return refuse(
                field,
                format!("the text has {length} characters; it may have {longest} at most"),
            );
        }
    }
    Ok(())
}

/// The status of the Autotask side with that label.
pub(super) fn status<'s>(statuses: &'s Statuses, label: &str) -> Option<&'s crate::domain::Status> {
    statuses
        .of(Side::Autotask)
        .find(|status| status.label.eq_ignore_ascii_case(label))
}

fn texts(row: &ImportRow) -> Vec<(&'static str, &str, usize)> {
    let named = [
        ("company", &row.company, LONGEST_NAME),
        ("contact", &row.contact, LONGEST_NAME),
        ("title", &row.title, LONGEST_TITLE),
        ("description", &row.description, LONGEST_DESCRIPTION),
        ("item", &row.item, LONGEST_ITEM),
        ("queue", &row.queue, LONGEST_NAME),
        ("assignee", &row.assignee, LONGEST_NAME),
        ("requestType", &row.request_type, LONGEST_NAME),
        ("by", &row.by, LONGEST_NAME),
    ];
    let given = named
        .into_iter()
        .filter_map(|(field, text, longest)| Some((field, text.as_deref()?, longest)));
    std::iter::once(("number", row.number.as_str(), LONGEST_NUMBER))
        .chain(given)
        .collect()
}
