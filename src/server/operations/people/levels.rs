//! Contacts' levels: what a level's number means, and the one function that gives and takes levels, with their history
//! (TF-39). Whoever may do so is checked before; who loses tickets by it is `leaving`'s matter (D-49).
//!
//! A contact's `securityLevel` always says what they may do, as one of the system's five. A level that the provider
//! made stands beside it in `customLevelID`, and in the portal user's `securityLevel`, as Autotask has it.

use crate::base::ids::{CompanyId, ContactId};
use crate::domain::{Person, Refusal, SecurityLevel};
use crate::entities::{CLIENT_PORTAL_USER, COMPANY, CONTACT, Row};
use crate::query::Filter;
use crate::server::operations::billing::segments;
use crate::server::operations::people::contacts;
use crate::server::operations::{OperationError, sessions};
use crate::server::store::seed::OWN_COMPANY;
use crate::server::store::zones;
use crate::server::store::{StoreError, Writing, rows};
use rusqlite::{Connection, OptionalExtension};

/// What whoever has the level of this number may do: a system level's own, else that of the system level after which
/// it was made (CPX-09).
///
/// # Errors
/// The database's.
pub fn meaning(connection: &Connection, level: i64) -> Result<Option<SecurityLevel>, StoreError> {
    if let Some(system) = SecurityLevel::from_portal_number(level) {
        return Ok(Some(system));
    }
    let mut statement = connection.prepare_cached("SELECT based_on FROM security_level WHERE id = ?1")?;
    let based_on = statement.query_row([level], |row| row.get(0)).optional()?;
    Ok(based_on.and_then(SecurityLevel::from_portal_number))
}

/// The number of a contact's level, by the contact's row; none for somebody without a level.
#[must_use]
pub fn of(contact: &Row) -> Option<i64> {
    contact
        .integer("customLevelID")
        .or_else(|| contact.integer("securityLevel"))
}

/// Gives a contact who has a portal login another level, or takes level and portal away, which ends their sessions.
/// `by` says who did it, like `resource 4`. Nothing happens where the contact has that level.
///
/// # Errors
/// `not_found`; `not_usable` for a level that there isn't; `required` (the user name) for somebody without a login;
/// `taskfire_not_enabled` for a Taskfire level where Taskfire is off (CPX-02); `other_licence_held` (D-48).
pub fn change(writing: &Writing<'_>, contact: ContactId, level: Option<i64>, by: &str) -> Result<(), OperationError> {
    let before = rows::get(writing, &CONTACT, contact.0)?.ok_or(OperationError::NotFound)?;
    let former = of(&before);
    if former == level {
        return Ok(());
    }
    if let Some(level) = level {
        require_usable(writing, &before, level)?;
    }
    let filter = Filter::eq(&CLIENT_PORTAL_USER, "contactID", contact.0).map_err(StoreError::from)?;
    let login = rows::find(writing, &filter)?.into_iter().next();
    let Some(login) = login else {
        return Err(Refusal::Required { field: "userName" }.into());
    };
    let mut user = login.clone();
    user.set("securityLevel", level);
    let mut row = before.clone();
    put(writing, &mut row, level)?;
    if level.is_none() {
        user.set("isClientPortalActive", false);
        row.set("isPortalActive", false);
        sessions::end_all(writing, Person::Contact(contact), None)?;
    } else if former.is_none() {
        user.set("isClientPortalActive", true);
        row.set("isPortalActive", true);
    }
    writing.update(&login, &user)?;
    writing.update(&before, &row)?;
    remember(writing, contact, former, level, by)
}

/// Puts a level into a contact's row.
///
/// # Errors
/// `not_usable` for a level that there isn't.
pub(super) fn put(connection: &Connection, contact: &mut Row, level: Option<i64>) -> Result<(), OperationError> {
    let means = match level {
        Some(level) => Some(meaning(connection, level)?.ok_or(Refusal::NotUsable { field: "level" })?),
        None => None,
    };
    let number = means.and_then(SecurityLevel::portal_number);
    contact.set("securityLevel", number);
    contact.set("customLevelID", level.filter(|level| Some(*level) != number));
    Ok(())
}

/// Writes into the history of levels that a contact has this one from now on, and lets billed units follow (TF-37). It is
/// a licence of somebody who is active alone (D-21).
///
/// # Errors
/// The database's.
pub(super) fn remember(
    writing: &Writing<'_>,
    contact: ContactId,
    before: Option<i64>,
    level: Option<i64>,
    by: &str,
) -> Result<(), OperationError> {
    let means = level.map(|level| meaning(writing, level)).transpose()?.flatten();
    let row = rows::get(writing, &CONTACT, contact.0)?;
    let is_active = row.as_ref().is_some_and(contacts::is_active);
    let day = zones::today(writing, writing.at())?;
    writing
        .prepare_cached(
            "INSERT INTO level_history (contact_id, level, before, is_licence, day, at, by_person, company_id)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, (SELECT company_id FROM contact WHERE id = ?1))",
        )?
        .execute((
            contact.0,
            level,
            before,
            is_active && means.is_some_and(SecurityLevel::works_tickets),
            day.to_string(),
            writing.at().millis(),
            by,
        ))?;
    match row.and_then(|row| row.integer("companyID")) {
        Some(company) => segments::follow_licences(writing, CompanyId(company), day),
        None => Ok(()),
    }
}

/// The level that a contact falls back to whose Taskfire level is taken away: the newest standard one that they had,
/// else Basic (D-13).
///
/// # Errors
/// The database's.
pub fn former_standard(connection: &Connection, contact: ContactId) -> Result<i64, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT level FROM level_history WHERE contact_id = ?1 AND level IS NOT NULL ORDER BY id DESC",
    )?;
    let levels = statement.query_map([contact.0], |row| row.get::<_, i64>(0))?;
    for level in levels {
        let level = level?;
        if meaning(connection, level)?.is_some_and(|means| !means.works_tickets()) {
            return Ok(level);
        }
    }
    Ok(SecurityLevel::PortalBasic.portal_number().unwrap_or(1))
}

/// Refuses a level that doesn't exist, and a Taskfire level where Taskfire is off or the other licence is held.
pub(super) fn require_usable(connection: &Connection, contact: &Row, level: i64) -> Result<(), OperationError> {
    let means = meaning(connection, level)?.ok_or(Refusal::NotUsable { field: "level" })?;
    if !means.works_tickets() {
        return Ok(());
    }
    let company = rows::get(
        connection,
        &COMPANY,
        contact.integer("companyID").unwrap_or(OWN_COMPANY),
    )?;
    let enabled = company.is_some_and(|company| company.boolean("isTaskFireActive") == Some(true));
    if !enabled {
        return Err(Refusal::TaskfireNotEnabled.into());
    }
    let mut statement = connection.prepare_cached("SELECT 1 FROM comanaged_user WHERE contact_id = ?1")?;
    if statement.exists([contact.id()])? {
        return Err(Refusal::OtherLicenceHeld.into());
    }
    Ok(())
}
