//! Who may manage whom (2.7, `manage portal users`): the provider's administrators everybody, a client's people those
//! of their own company, and nobody but the provider who has a Taskfire level (CPX-02, CPX-03).

use super::levels;
use crate::base::ids::{CompanyId, ContactId};
use crate::domain::permission::{Action, Permission, permission};
use crate::domain::{Actor, Refusal, SecurityLevel};
use crate::entities::{COMPANY, CONTACT, Row};
use crate::server::operations::{OperationError, administration};
use crate::server::store::rows;
use rusqlite::Connection;

/// Refuses who manages nobody.
///
/// # Errors
/// `forbidden`.
pub fn require(actor: &Actor) -> Result<(), OperationError> {
    administration::require(actor, Action::ManagePortalUsers)
}

/// Whether this person gives Taskfire levels, and any other.
#[must_use]
pub fn gives_any_level(actor: &Actor) -> bool {
    permission(actor.level, Action::AssignTaskfireLevel) == Permission::Yes
}

/// A company whose people this person manages.
///
/// # Errors
/// `forbidden`; `not_found` for another company than a client's own.
pub fn company(connection: &Connection, actor: &Actor, company: CompanyId) -> Result<Row, OperationError> {
    require(actor)?;
    if !gives_any_level(actor) && company != actor.company {
        return Err(OperationError::NotFound);
    }
    rows::get(connection, &COMPANY, company.0)?.ok_or(OperationError::NotFound)
}

/// A contact whom this person manages.
///
/// # Errors
/// As [`company`].
pub fn contact(connection: &Connection, actor: &Actor, contact: ContactId) -> Result<Row, OperationError> {
    require(actor)?;
    let row = rows::get(connection, &CONTACT, contact.0)?.ok_or(OperationError::NotFound)?;
    company(connection, actor, company_of(&row))?;
    Ok(row)
}

/// A contact to whose sign-in this person may do something: to that of somebody with a Taskfire level only the
/// provider.
///
/// # Errors
/// As [`contact`]; `level_by_provider_only`.
pub fn login_of(connection: &Connection, actor: &Actor, contact: ContactId) -> Result<Row, OperationError> {
    let row = self::contact(connection, actor, contact)?;
    if works_tickets(connection, &row)? && !gives_any_level(actor) {
        return Err(Refusal::LevelByProviderOnly.into());
    }
    Ok(row)
}

/// Whose person a contact is.
#[must_use]
pub fn company_of(contact: &Row) -> CompanyId {
    CompanyId(contact.integer("companyID").unwrap_or_default())
}

/// Whether a contact has a Taskfire level, active or not.
///
/// # Errors
/// The database's.
pub fn works_tickets(connection: &Connection, contact: &Row) -> Result<bool, OperationError> {
    let means = levels::of(contact).map(|level| levels::meaning(connection, level));
    Ok(means.transpose()?.flatten().is_some_and(SecurityLevel::works_tickets))
}
