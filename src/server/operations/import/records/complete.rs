//! What a row needs besides what its record says: numbers, sides, and what follows from other fields.

use super::Stop;
use crate::base::ids::{ContactId, ResourceId};
use crate::domain::{Person, Priority, Side, StatusKind};
use crate::entities::{
    COMPANY, CONTACT, QUEUE, REQUEST_TYPE, RESOURCE, Row, TICKET, TICKET_HISTORY, TICKET_NOTE, TIME_ENTRY, Value,
};
use crate::records::history::SYSTEM_RESOURCE;
use crate::records::note::{PUBLISH_ALL, PUBLISH_INTERNAL};
use crate::records::person_type;
use crate::records::time_entry::{TICKET_TIME, hours, minutes};
use crate::sentences::Wording;
use crate::server::operations::facts;
use crate::server::operations::save;
use crate::server::store::{Writing, zones};
use rusqlite::Connection;

/// `companyType` Customer.
const CUSTOMER: i64 = 1;
/// `noteType` Task Detail.
const TASK_DETAIL: i64 = 2;

/// Fills in what a new row needs.
pub(super) fn new(writing: &Writing<'_>, row: &mut Row) -> Result<(), Stop> {
    match row.entity() {
        entity if *entity == TICKET => ticket(writing, row)?,
        entity if *entity == TICKET_NOTE => note(writing, row),
        entity if *entity == TIME_ENTRY => time(writing, row)?,
        entity if *entity == TICKET_HISTORY => history(row),
        entity if *entity == COMPANY => {
            default(row, "companyType", CUSTOMER);
            default(row, "phone", "");
            default(row, "isActive", true);
            row.set("isTaskFireActive", false);
            row.set("isClientPortalActive", false);
            default(row, "createDate", writing.at());
        }
        entity if *entity == CONTACT => {
            default(row, "firstName", "");
            default(row, "lastName", "");
            default(row, "isActive", 1_i64);
            row.set("isPortalActive", false);
            default(row, "createDate", writing.at());
        }
        entity if *entity == RESOURCE => {
            default(row, "firstName", "");
            default(row, "isActive", false);
            default(row, "email", "");
            row.set("userName", "");
        }
        entity if *entity == QUEUE => {
            default(row, "isActive", true);
            row.set("isDefault", false);
        }
        entity if *entity == REQUEST_TYPE => default(row, "isActive", true),
        _ => {}
    }
    Ok(())
}

/// What follows from the fields of a row that a record changed.
pub(super) fn again(writing: &Writing<'_>, before: &Row, row: &mut Row) -> Result<(), Stop> {
    if *row.entity() == TICKET && before.text("ticketNumber") != row.text("ticketNumber") {
        number(writing, row)?;
    }
    if *row.entity() == TIME_ENTRY && before.integer("minutes") != row.integer("minutes") {
        row.set("hoursWorked", Value::Null);
        time(writing, row)?;
    }
    Ok(())
}

fn default(row: &mut Row, field: &str, value: impl Into<Value>) {
    if row.get(field).is_null() {
        row.set(field, value);
    }
}

fn ticket(writing: &Writing<'_>, row: &mut Row) -> Result<(), Stop> {
    default(row, "createDate", writing.at());
    number(writing, row)?;
    row.set("version", 1_i64);
    default(row, "isShared", false);
    default(row, "holder", Side::Autotask.word());
    default(row, "isTaskfireEligible", false);
    default(row, "priority", Priority::MEDIUM.0);
    if row.get("status").is_null() && row.get("taskfireStatus").is_null() {
        let new = facts::statuses(writing)?.default(Side::Autotask, StatusKind::New);
        row.set("status", new.0);
    }
    let created = row.time("createDate");
    if row.get("statusSince").is_null() && !row.get("status").is_null() {
        row.set("statusSince", created);
    }
    default(row, "lastActivityDate", created);
    let creator = match (row.integer("creatorResourceID"), row.integer("createdByContactID")) {
        (None, Some(contact)) => Person::Contact(ContactId(contact)),
        (resource, _) => Person::Resource(ResourceId(resource.unwrap_or_default())),
    };
    for kind in ["creatorType", "lastActivityPersonType"] {
        default(row, kind, person_type(creator));
    }
    Ok(())
}

/// The ticket keeps its number where nobody here has it; numbers that are given later pass over it.
fn number(writing: &Writing<'_>, row: &mut Row) -> Result<(), Stop> {
    let given = row.text("ticketNumber").unwrap_or_default().to_owned();
    if given.is_empty() || is_number_taken(writing, &given)? {
        let created = row.time("createDate").unwrap_or(writing.at());
        let mut next = save::next_number(writing, created)?;
        while is_number_taken(writing, &next)? {
            next = save::next_number(writing, created)?;
        }
        row.set("ticketNumber", next);
        return Ok(());
    }
    Ok(save::pass_over_number(writing, &given)?)
}

fn is_number_taken(connection: &Connection, number: &str) -> Result<bool, Stop> {
    let mut statement = connection.prepare_cached("SELECT 1 FROM ticket WHERE ticket_number = ?1")?;
    Ok(statement.exists([number])?)
}

/// Who reads a note where the record doesn't say: the provider's people, unless Autotask's `publish` says all.
fn note(writing: &Writing<'_>, row: &mut Row) {
    default(row, "createDateTime", writing.at());
    let created = row.time("createDateTime");
    default(row, "lastActivityDate", created);
    default(row, "writtenDateTime", created);
    default(row, "noteType", TASK_DETAIL);
    default(row, "side", Side::Autotask.word());
    let is_public = row.integer("publish") == Some(PUBLISH_ALL);
    let readers = match (is_public, row.text("side")) {
        (true, _) => "public",
        (false, Some(side)) => side,
        (false, None) => Side::Autotask.word(),
    };
    let readers = readers.to_owned();
    default(row, "audience", readers);
    let is_public = row.text("audience") == Some("public");
    default(row, "publish", if is_public { PUBLISH_ALL } else { PUBLISH_INTERNAL });
}

fn time(writing: &Writing<'_>, row: &mut Row) -> Result<(), Stop> {
    match (row.integer("minutes"), row.decimal("hoursWorked").and_then(minutes)) {
        (Some(worked), _) => default(row, "hoursWorked", Value::decimal(hours(worked))),
        (None, Some(worked)) => row.set("minutes", worked),
        (None, None) => return Err(Stop::refused("minutes", Wording::of("import-time-needs-minutes"))),
    }
    let worked = row.decimal("hoursWorked");
    default(row, "hoursToBill", worked);
    default(row, "timeEntryType", TICKET_TIME);
    default(row, "side", Side::Autotask.word());
    default(row, "createDateTime", writing.at());
    let (created, started) = (row.time("createDateTime"), row.time("startDateTime"));
    if row.get("dateWorked").is_null()
        && let Some(moment) = started.or(created)
    {
        row.set("dateWorked", zones::today(writing, moment)?.midnight());
    }
    default(row, "lastModifiedDateTime", created);
    Ok(())
}

fn history(row: &mut Row) {
    let event = row.text("event").unwrap_or_default().replace('_', " ");
    default(row, "action", event);
    default(row, "detail", "");
    default(row, "side", Side::Autotask.word());
    default(row, "audience", "public");
    default(row, "resourceID", SYSTEM_RESOURCE);
}
