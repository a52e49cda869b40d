//! What a person saw when deciding, and whether that still holds: a change is stale only if a field that it saw
//! differs now.

use super::ticket::side_fields;
use crate::domain::{Act, Seen, Side};
use crate::entities::{Row, Value};

/// The fields that an act of this side depends on, by their names on the wire.
fn fields(act: &Act, side: Side) -> Vec<&'static str> {
    let own = side_fields(side);
    let other = side_fields(side.other());
    match act {
        Act::Create(_) | Act::AddNote { .. } | Act::LogTime { .. } => Vec::new(),
        Act::Edit(edit) => {
            let named = [
                (edit.company.is_some(), "companyID"),
                (edit.title.is_some(), "title"),
                (edit.description.is_some(), "description"),
                (edit.resolution.is_some(), "resolution"),
                (edit.request_type.is_some(), "issueType"),
                (edit.item.is_some(), "item"),
                (edit.contact.is_some(), "contactID"),
                (edit.due.is_some(), "dueDateTime"),
                (edit.configuration_item.is_some(), "configurationItemID"),
                (edit.contract.is_some(), "contractID"),
            ];
            named
                .into_iter()
                .filter(|(is_named, _)| *is_named)
                .map(|(_, field)| field)
                .collect()
        }
        Act::Assign { .. } => vec![own.assignee],
        Act::SetPriority { .. } => vec![own.priority],
        Act::Move { .. } => vec![own.queue],
        Act::SetStatus { .. } => vec![own.status, "holder"],
        // What completing does to the other side depends on it, on the holder and on the owner.
        Act::Complete { .. } | Act::Reopen => vec![own.status, other.status, "holder", own.assignee],
        Act::Escalate { .. } | Act::Transfer { .. } | Act::Decline { .. } | Act::Recall { .. } => {
            vec![own.status, other.status, "holder"]
        }
        Act::AddSecondary { .. } | Act::RemoveSecondary { .. } | Act::Attach { .. } | Act::Tick { .. } => Vec::new(),
    }
}

/// What a person of `side` sees of this row before doing `act`.
///
/// # Errors
/// Never for rows that exist; kept as an error because serialisation is fallible.
pub fn seen(act: &Act, side: Side, row: &Row) -> Result<Seen, serde_json::Error> {
    let value = |name: &'static str| Ok((name.to_owned(), serde_json::to_value(row.get(name))?));
    fields(act, side).into_iter().map(value).collect()
}

/// The fields of `seen` whose values differ in the row as it is now, and names that are no fields. A text's line ends
/// and outer blanks don't count, since saving trims them.
#[must_use]
pub fn differing(seen: &Seen, row: &Row) -> Vec<String> {
    let differs = |name: &str, saw: &serde_json::Value| {
        let Some(field) = row.entity().field(name) else {
            return true;
        };
        match Value::from_json(field, saw.clone()) {
            Ok(saw) => !same(&saw, row.value(field)),
            Err(_) => true,
        }
    };
    seen.iter()
        .filter(|(name, saw)| differs(name, saw))
        .map(|(name, _)| name.clone())
        .collect()
}

fn same(saw: &Value, now: &Value) -> bool {
    let empty = |value: &Value| match value {
        Value::Null => true,
        Value::Text(text) => text.trim().is_empty(),
        _ => false,
    };
    match (saw, now) {
        (Value::Text(saw), Value::Text(now)) => saw.trim_end() == now.trim_end(),
        _ => saw == now || (empty(saw) && empty(now)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::statuses::system;
    use crate::entities::TICKET;

    #[test]
    fn only_a_field_that_was_seen_makes_a_change_stale() {
        let mut row = Row::new(&TICKET);
        row.set("status", 8_i64);
        row.set("holder", "autotask");
        let act = Act::SetStatus {
            status: system::AUTOTASK_WAITING_VENDOR,
        };
        let seen = seen(&act, Side::Autotask, &row).unwrap();
        row.set("title", "Another title");
        assert!(differing(&seen, &row).is_empty());
        row.set("status", 5_i64);
        assert_eq!(differing(&seen, &row), ["status"]);
    }
}
