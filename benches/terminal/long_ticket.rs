//! The ticket on which much was said, and whose it is.

use super::Outcome;
use super::desk::{NOW, USER};
use rusqlite::Connection;
use std::path::Path;
use std::sync::Arc;
use tandem::base::{ManualClock, Timestamp, Zone};
use tandem::domain::statuses::system;
use tandem::domain::{SecurityLevel, Side};
use tandem::entities::{Row, TICKET, TICKET_NOTE};
use tandem::server::operations::Operations;
use tandem::server::store::{Database, Instance};

/// How its title begins, as much of it as the narrowest list shows; it is the first of the technician's list.
pub const LONG: &str = "The projector in the ";
/// As many notes as it has.
const NOTES: i64 = 500;

/// The technician becomes the desk's administrator, as whom the console signs in by itself, and has the ticket.
pub async fn add(desk: &Path) -> Outcome<()> {
    let now = Timestamp::parse(NOW)?;
    let name = "Northwind Managed IT".to_owned();
    let database = Database::open(desk, &Instance { name, zone: Zone::UTC }, now)?;
    let operations = Operations::new(database, Arc::new(ManualClock::new(now)));
    let connection = Connection::open(desk)?;
    let technician = promote(&connection)?;
    let queue = connection.query_row("SELECT id FROM queue WHERE name = 'Level 1'", [], |row| row.get(0))?;
    let opened = now.plus_minutes(-60 * 24 * 800);
    operations
        .write(move |writing| {
            let id = writing.insert(&mut ticket(technician, queue, opened))?;
            for number in 0..NOTES {
                writing.insert(&mut note(id, technician, opened, number))?;
            }
            Ok(())
        })
        .await?;
    Ok(())
}

fn promote(connection: &Connection) -> Outcome<i64> {
    let level = SecurityLevel::ProviderAdmin.word();
    Ok(connection.query_row(
        "UPDATE resource SET security_level = ?1 WHERE user_name = ?2 RETURNING id",
        (level, USER),
        |row| row.get(0),
    )?)
}

fn ticket(technician: i64, queue: i64, opened: Timestamp) -> Row {
    let mut ticket = Row::new(&TICKET);
    for (field, number) in [
        ("version", 1),
        ("companyID", 1),
        ("queueID", queue),
        ("priority", 2),
        ("status", system::AUTOTASK_IN_PROGRESS.0),
        ("assignedResourceID", technician),
    ] {
        ticket.set(field, number);
    }
    for field in ["createDate", "statusSince", "lastActivityDate", "dueDateTime"] {
        ticket.set(field, opened);
    }
    ticket.set("ticketNumber", "T20240101.0001");
    ticket.set("title", format!("{LONG}great hall, from the beginning"));
    ticket.set("description", "It flickers. ".repeat(20));
    ticket.set("holder", Side::Autotask.word());
    ticket
}

fn note(ticket: i64, technician: i64, opened: Timestamp, number: i64) -> Row {
    let text = format!("Looked at it for the {number}th time. It flickers still. ");
    let mut note = Row::new(&TICKET_NOTE);
    note.set("ticketID", ticket);
    note.set("description", text.repeat(8));
    note.set("noteType", 2_i64);
    note.set("publish", 1_i64);
    note.set("audience", "public");
    note.set("side", Side::Autotask.word());
    note.set("authorName", "Bench Technician");
    note.set("authorResourceID", technician);
    note.set("createDateTime", opened.plus_minutes(number));
    note
}
