//! What a new database holds (autotask-rest 13.1).

use super::zones::Zones;
use super::{StoreError, rows};
use crate::base::{Timestamp, Zone};
use crate::domain::Statuses;
use crate::entities::{COMPANY, QUEUE, REQUEST_TYPE, ROLE, Row, STATUS};
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use rust_decimal::Decimal;

/// The provider whose database it is; its company has id 0.
#[derive(Clone, Debug)]
pub struct Instance {
    /// The provider's name.
    pub name: String,
    /// Where its days begin.
    pub zone: Zone,
}

/// The provider's own company.
pub const OWN_COMPANY: i64 = 0;
/// Where portal work goes whose request type names no queue (CPX-05).
pub const CLIENT_PORTAL_QUEUE: i64 = 5;
/// The role that every resource holds.
pub const TECHNICIAN: i64 = 1;
/// The billing code of time where none is given; its table comes with contracts.
pub const REMOTE_SUPPORT: i64 = 1;
/// The request type of a new database.
const GENERAL: i64 = 1;
/// `companyType` Customer.
const CUSTOMER: i64 = 1;

/// Fills a database that holds nothing yet.
pub(super) fn fill(connection: &Connection, instance: &Instance, now: Timestamp) -> Result<(), StoreError> {
    let done = connection
        .query_row("SELECT 1 FROM instance", [], |_| Ok(()))
        .optional()?;
    if done.is_some() {
        return Ok(());
    }
    connection.execute(
        "INSERT INTO instance (id, time_zone, created_at) VALUES (1, ?1, ?2)",
        (instance.zone.to_string(), now.millis()),
    )?;
    insert(connection, &company(instance, now))?;
    for queue in queues() {
        insert(connection, &queue)?;
    }
    for status in statuses() {
        insert(connection, &status)?;
    }
    insert(connection, &request_type())?;
    insert(connection, &role())
}

fn company(instance: &Instance, now: Timestamp) -> Row {
    let mut row = Row::new(&COMPANY);
    row.set("id", OWN_COMPANY);
    row.set("companyName", instance.name.as_str());
    row.set("companyType", CUSTOMER);
    row.set("phone", "");
    row.set("isActive", true);
    row.set("isTaskFireActive", false);
    row.set("isClientPortalActive", true);
    row.set("createDate", now);
    row
}

fn queues() -> impl Iterator<Item = Row> {
    let names = [
        (CLIENT_PORTAL_QUEUE, "Client Portal"),
        (6, "Post Sale"),
        (8, "Monitoring Alert"),
    ];
    names.into_iter().map(|(id, name)| {
        let mut row = Row::new(&QUEUE);
        row.set("id", id);
        row.set("name", name);
        row.set("side", "autotask");
        row.set("isActive", true);
        row.set("isDefault", id == CLIENT_PORTAL_QUEUE);
        row
    })
}

fn statuses() -> Vec<Row> {
    let standard = Statuses::standard();
    let statuses = standard.iter().zip(1_i64..).map(|(status, rank)| {
        let mut row = Row::new(&STATUS);
        row.set("id", status.id.0);
        row.set("side", status.side.word());
        row.set("label", status.label.as_str());
        row.set("kind", status.kind.word());
        row.set("isDefault", status.is_default);
        row.set("sortOrder", rank);
        row.set("isActive", true);
        row
    });
    statuses.collect()
}

fn request_type() -> Row {
    let mut row = Row::new(&REQUEST_TYPE);
    row.set("id", GENERAL);
    row.set("name", "General");
    row.set("queueID", CLIENT_PORTAL_QUEUE);
    row.set("isActive", true);
    row
}

fn role() -> Row {
    let mut row = Row::new(&ROLE);
    row.set("id", TECHNICIAN);
    row.set("name", "Technician");
    row.set("hourlyFactor", Decimal::ONE);
    row.set("hourlyRate", Decimal::ZERO);
    row.set("isActive", true);
    row.set("isSystemRole", true);
    row
}

/// Rows of a new database have no place in the feed: whoever follows it reads them first.
fn insert(connection: &Connection, row: &Row) -> Result<(), StoreError> {
    let entity = row.entity();
    let insert = format!(
        "INSERT INTO {} ({}) VALUES ({})",
        entity.table,
        entity.columns(),
        entity.placeholders()
    );
    connection.execute(&insert, params_from_iter(row.stored_values()))?;
    Ok(())
}

/// The provider whose database this is, with the time zone that holds at that moment.
///
/// # Errors
/// The database's.
pub fn instance(connection: &Connection, at: Timestamp) -> Result<Instance, StoreError> {
    let company = rows::get(connection, &COMPANY, OWN_COMPANY)?;
    let name = company.and_then(|company| company.text("companyName").map(str::to_owned));
    Ok(Instance {
        name: name.unwrap_or_default(),
        zone: Zones::load(connection)?.at(at).clone(),
    })
}
