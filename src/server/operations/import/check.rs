//! What an imported row must hold for the server to take it.

use super::misfit::Misfit;
use super::records;
use crate::domain::creation::{LONGEST_DESCRIPTION, LONGEST_ITEM, LONGEST_TITLE};
use crate::domain::{Priority, Side, Statuses};
use crate::sentences::Wording;
use crate::wire::ext::import::ImportRow;

/// The longest name of a queue, request type, company or status, in characters.
const LONGEST_NAME: usize = 100;
/// The longest number of a ticket at another desk, in characters (Tickets.externalID).
const LONGEST_NUMBER: usize = 50;

/// Refuses a row with its first fault.
pub(super) fn row(row: &ImportRow, statuses: &Statuses) -> Result<(), Misfit> {
    if row.number.trim().is_empty() || row.digest.is_empty() {
        return Err(Misfit::of("number", Wording::of("import-needs-digest")));
    }
    if row.at.is_none() {
        return Err(Misfit::of("at", Wording::of("import-needs-moment")));
    }
    if let Some(label) = row.status.as_deref().filter(|label| status(statuses, label).is_none()) {
        let known: Vec<&str> = statuses
            .of(Side::Autotask)
            .map(|status| status.label.as_str())
            .collect();
        let unknown = Wording::of("import-no-status");
        return Err(Misfit::of(
            "status",
            unknown.with("text", label).with("known", known.join(", ")),
        ));
    }
    if row
        .priority
        .is_some_and(|priority| !Priority::RANKED.contains(&priority))
    {
        return Err(Misfit::of("priority", Wording::of("import-no-priority")));
    }
    records::check_fields(&row.fields)?;
    for (field, text, longest) in texts(row) {
        let length = text.chars().count();
        if length > longest {
            return Err(Misfit::of(field, too_long(length, longest)));
        }
    }
    Ok(())
}

/// A text of that many characters where so many are taken.
pub(super) fn too_long(length: usize, limit: impl ToString) -> Wording {
    Wording::of("import-text-too-long")
        .with("length", length)
        .with("limit", limit)
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
