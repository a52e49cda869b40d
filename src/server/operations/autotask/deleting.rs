//! Removing rows: what goes with each, and what stays because others need it.

use super::{Caller, WriteError, attachments, charges, contracts, existing, secondaries, webhooks};
use crate::base::ids::ContactId;
use crate::domain::Person;
use crate::entities::{
    COMPANY_LOCATION, CONTACT, Entity, Row, TICKET_CHARGE, TICKET_SECONDARY_RESOURCE, TIME_ENTRY, holds_files,
};
use crate::server::operations::attachments::leave_with_time;
use crate::server::operations::{Operations, people, support};
use crate::server::store::{StoreError, Writing};
use rusqlite::{Connection, ErrorCode};

impl Operations {
    /// Removes a row and gives its id.
    ///
    /// # Errors
    /// `not_found`, or that other rows need it.
    pub async fn autotask_delete(
        &self,
        caller: Caller,
        entity: &'static Entity,
        parent: Option<i64>,
        id: i64,
    ) -> Result<i64, WriteError> {
        self.autotask_transaction(move |writing| {
            writing.by(caller.author());
            let row = existing(writing, &caller, entity, parent, id)?;
            delete(writing, &caller, &row)?;
            Ok(id)
        })
        .await
    }
}

fn delete(writing: &Writing<'_>, caller: &Caller, row: &Row) -> Result<(), WriteError> {
    match row.entity() {
        entity if webhooks::has(entity) => webhooks::delete(writing, caller, row),
        entity if contracts::has(entity) => contracts::delete(writing, caller, row).map(drop),
        entity if *entity == TICKET_SECONDARY_RESOURCE => secondaries::delete(writing, caller, row),
        entity if holds_files(entity) => attachments::delete(writing, caller, row),
        entity if *entity == TICKET_CHARGE => {
            charges::require_not_billed(writing, row)?;
            remove(writing, row)
        }
        entity if *entity == TIME_ENTRY => {
            require_not_posted(writing, row)?;
            leave_with_time(writing, row.id())?;
            remove(writing, row)?;
            Ok(support::debit::deleted(writing, row)?)
        }
        entity if *entity == COMPANY_LOCATION => {
            require_unused(writing, row)?;
            remove(writing, row)
        }
        entity if *entity == CONTACT => {
            people::leaves(writing, &caller.actor, row)?;
            remove(writing, row)?;
            Ok(people::forget(writing, Person::Contact(ContactId(row.id())))?)
        }
        _ => remove(writing, row),
    }
}

/// Removes a row that no other one names.
fn remove(writing: &Writing<'_>, row: &Row) -> Result<(), WriteError> {
    match writing.delete(row) {
        Err(StoreError::Sqlite(error)) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
            Err(in_use(row))
        }
        done => Ok(done?),
    }
}

fn in_use(row: &Row) -> WriteError {
    let message = format!("The {} is in use and can't be deleted.", row.entity().name);
    WriteError::about("id", message)
}

/// Refuses to remove a location where something or somebody is.
fn require_unused(connection: &Connection, row: &Row) -> Result<(), WriteError> {
    let mut statement = connection.prepare_cached(
        "SELECT 1 WHERE EXISTS (SELECT 1 FROM ticket WHERE company_location_id = ?1)
           OR EXISTS (SELECT 1 FROM contact WHERE company_location_id = ?1)
           OR EXISTS (SELECT 1 FROM configuration_item WHERE company_location_id = ?1)
           OR EXISTS (SELECT 1 FROM company WHERE bill_to_company_location_id = ?1)",
    )?;
    if statement.exists([row.id()])? {
        return Err(in_use(row));
    }
    Ok(())
}

/// Refuses to touch time that was billed.
pub fn require_not_posted(connection: &Connection, row: &Row) -> Result<(), WriteError> {
    let mut statement = connection.prepare_cached("SELECT 1 FROM billing_item WHERE time_entry_id = ?1")?;
    if statement.exists([row.id()])? {
        return Err(WriteError::about(
            "id",
            "The time entry was approved and posted and stays as it is.",
        ));
    }
    Ok(())
}
