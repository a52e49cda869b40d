//! Values of the picklists that the desk keeps beside its entities: found by label or number, added where they are
//! missing.

use crate::entities::{Field, Value};
use crate::server::store::StoreError;
use crate::wire::ext::picklist::is_kept;
use rusqlite::{Connection, OptionalExtension};

/// Such a list, by the name of its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kept(&'static str);

/// The list whose values are a request type's each.
const SUB_ISSUE_TYPE: Kept = Kept("subIssueType");

/// The list that a field's values are of, if it is one of these.
pub(super) fn kept(field: &Field) -> Option<Kept> {
    is_kept(field).then_some(Kept(field.name))
}

/// The value of that label or number. A sub-issue type is one of a request type's, `parent`: those of others may have
/// the same label.
pub(super) fn value(connection: &Connection, list: Kept, text: &str, parent: Option<i64>) -> Result<Value, StoreError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(Value::Null);
    }
    let parent = parent.filter(|_| list == SUB_ISSUE_TYPE);
    let select = "SELECT value FROM picklist_value
                  WHERE field = ?1 AND label = ?2 COLLATE NOCASE AND (?3 IS NULL OR parent IS ?3) ORDER BY value";
    let mut statement = connection.prepare_cached(select)?;
    let labelled: Option<i64> = statement
        .query_row((list.0, text, parent), |row| row.get(0))
        .optional()?;
    if let Some(value) = labelled {
        return Ok(Value::Integer(value));
    }
    if let Ok(number) = text.parse::<i32>() {
        let insert =
            "INSERT INTO picklist_value (field, value, label, parent) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING";
        connection
            .prepare_cached(insert)?
            .execute((list.0, number, text, parent))?;
        return Ok(Value::Integer(number.into()));
    }
    let label: String = text.chars().take(LONGEST_LABEL).collect();
    let insert = "INSERT INTO picklist_value (field, value, label, parent)
                  SELECT ?1, coalesce(max(value), 0) + 1, ?2, ?3 FROM picklist_value WHERE field = ?1 RETURNING value";
    let mut statement = connection.prepare_cached(insert)?;
    let added: i64 = statement.query_row((list.0, label, parent), |row| row.get(0))?;
    Ok(Value::Integer(added))
}

/// The longest label, in characters.
const LONGEST_LABEL: usize = 100;
