//! Checklists by Autotask's routes. Ticking an item notes who did it and when; unticking forgets it.

use super::body::Body;
use super::draft::{Draft, draft, save};
use super::{Caller, WriteError};
use crate::server::operations::checklist;
use crate::server::store::Writing;

/// Creates or changes an item.
pub fn write(writing: &Writing<'_>, caller: &Caller, body: Body) -> Result<i64, WriteError> {
    let Draft { before, mut row } = draft(writing, caller, body)?;
    for name in ["isCompleted", "isImportant"] {
        if row.get(name).is_null() {
            row.set(name, false);
        }
    }
    if row.get("position").is_null() {
        let last = checklist::last_position(writing, row.integer("ticketID").unwrap_or_default())?;
        row.set(
            "position",
            before
                .as_ref()
                .and_then(|before| before.integer("position"))
                .unwrap_or(last + 1),
        );
    }
    checklist::stamp(before.as_ref(), &mut row, &caller.actor, writing.at());
    save(writing, Draft { before, row })
}
