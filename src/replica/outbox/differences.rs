//! What changed under a stale change, in the words that people know.

use crate::base::ids::{QueueId, StatusId};
use crate::domain::{Person, Priority, Seen, Side, Statuses};
use crate::entities::{Field, Row, TICKET, Value};
use crate::records::seen;
use crate::records::views::Difference;
use crate::replica::Result;
use crate::replica::mirror::directory;
use crate::replica::mirror::facts;
use rusqlite::Connection;

/// The fields that differ, with what was seen and what is there now.
pub(super) fn of(connection: &Connection, saw: &Seen, now: &Row) -> Result<Vec<Difference>> {
    let statuses = facts::statuses(connection)?;
    let mut differences = Vec::new();
    for name in seen::differing(saw, now) {
        let Some(field) = TICKET.field(&name) else {
            continue;
        };
        let before = saw.get(&name).cloned().unwrap_or_default();
        let before = Value::from_json(field, before).unwrap_or_default();
        differences.push(Difference {
            seen: label(connection, field, &before, &statuses)?,
            now: label(connection, field, now.value(field), &statuses)?,
            field: name,
        });
    }
    Ok(differences)
}

fn label(connection: &Connection, field: &Field, value: &Value, statuses: &Statuses) -> Result<String> {
    let number = match value {
        Value::Null => return Ok(String::new()),
        Value::Integer(number) => *number,
        Value::Text(text) => return Ok(Side::from_word(text).map_or(text.clone(), |side| side.product().to_owned())),
        Value::Time(moment) => return Ok(moment.to_string()),
        Value::Boolean(truth) => return Ok(truth.to_string()),
        Value::Decimal(number) => return Ok(number.to_string()),
        // No act sees or changes user-defined fields.
        Value::UserDefined(_) => return Ok(String::new()),
    };
    Ok(match field.name {
        "status" | "taskfireStatus" => statuses.label(StatusId(number)),
        "priority" | "taskfirePriority" => Priority(number).label().to_owned(),
        "queueID" | "taskfireQueueID" => directory::queue_name(connection, QueueId(number))?,
        "assignedResourceID" => directory::one_line(connection, Person::of(Side::Autotask, number))?,
        "taskfireAssignedContactID" | "contactID" => {
            directory::one_line(connection, Person::of(Side::Taskfire, number))?
        }
        "companyID" => directory::company_name(connection, number)?,
        "issueType" => directory::request_type_name(connection, number)?,
        _ => number.to_string(),
    })
}
