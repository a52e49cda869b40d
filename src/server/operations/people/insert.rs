//! Writing people down.

use super::logins::{LONGEST_CONTACT_NAME, LONGEST_RESOURCE_NAME, take_name};
use super::look_up::actor;
use super::{NewContact, NewPortalUser, NewResource, SYSTEM};
use super::{contacts, levels, passwords};
use crate::base::ids::{ContactId, ResourceId};
use crate::domain::{Agency, Person, Refusal, SecurityLevel, Side};
use crate::entities::{CLIENT_PORTAL_USER, COMPANY, CONTACT, RESOURCE, Row};
use crate::sentences::Wording;
use crate::server::operations::{OperationError, leaving, service_desk};
use crate::server::store::seed::TECHNICIAN;
use crate::server::store::{Writing, rows};

/// Makes a resource of that licence inside a write, with the hash of its password.
///
/// # Errors
/// As [`crate::server::Operations::create_resource`].
pub fn insert_resource(
    writing: &Writing<'_>,
    new: &NewResource,
    hash: Option<&str>,
    licence: i64,
) -> Result<ResourceId, OperationError> {
    if new.level.side() != Side::Autotask {
        return Err(OperationError::field("level", Wording::of("unfit-provider-level")));
    }
    let mut row = Row::new(&RESOURCE);
    row.set("userName", new.user_name.as_str());
    row.set("firstName", new.first_name.as_str());
    row.set("lastName", new.last_name.as_str());
    row.set("email", new.email.as_str());
    row.set("emailTypeCode", "PRIMARY");
    row.set("isActive", true);
    row.set("licenseType", licence);
    row.set("securityLevel", new.level.word());
    row.set("hireDate", writing.at());
    put_customs(&mut row);
    let id = ResourceId(writing.insert(&mut row)?);
    service_desk::hold(writing, id, TECHNICIAN)?;
    let person = Person::Resource(id);
    take_name(writing, &new.user_name, LONGEST_RESOURCE_NAME, person, hash)?;
    Ok(id)
}

/// What each of Autotask's resources has and nothing here reads: a row that was read can be sent back whole.
fn put_customs(row: &mut Row) {
    for (name, value) in [
        ("dateFormat", "MM/dd/yyyy"),
        ("timeFormat", "hh:mm a"),
        ("numberFormat", "X,XXX.XX"),
        ("resourceType", "Employee"),
    ] {
        row.set(name, value);
    }
    for name in ["locationID", "payrollType", "userType"] {
        row.set(name, 1_i64);
    }
}

/// Makes a contact without a login inside a write.
///
/// # Errors
/// No such company.
pub fn insert_contact(writing: &Writing<'_>, new: &NewContact) -> Result<ContactId, OperationError> {
    if rows::get(writing, &COMPANY, new.company.0)?.is_none() {
        return Err(Refusal::NotUsable { field: "companyID" }.into());
    }
    let mut row = Row::new(&CONTACT);
    row.set("companyID", new.company.0);
    row.set("firstName", new.first_name.as_str());
    row.set("lastName", new.last_name.as_str());
    row.set("emailAddress", new.email.as_str());
    if let Some(phone) = &new.phone {
        row.set("phone", phone.as_str());
    }
    row.set("isActive", 1_i64);
    row.set("isPortalActive", false);
    row.set("createDate", writing.at());
    Ok(ContactId(writing.insert(&mut row)?))
}

/// Gives a contact a portal login inside a write, with the hash of its password.
///
/// # Errors
/// As [`crate::server::Operations::create_contact`].
pub fn insert_portal_user(
    writing: &Writing<'_>,
    contact: ContactId,
    new: &NewPortalUser,
    hash: Option<&str>,
) -> Result<(), OperationError> {
    let login = PortalLogin {
        user_name: &new.user_name,
        level: client_level(new.level)?,
        hash,
        must_change: hash.is_some(),
    };
    add_login(writing, contact, &login, SYSTEM)
}

/// A portal login to be added to a contact.
pub struct PortalLogin<'a> {
    /// Unique among all who sign in.
    pub user_name: &'a str,
    /// The level's number.
    pub level: i64,
    /// The password's hash; none where nobody can sign in with it yet.
    pub hash: Option<&'a str>,
    /// Whether the password has to be changed at the first sign-in.
    pub must_change: bool,
}

/// Gives a contact who has none a portal login inside a write. `by` says who did it, as the history of levels keeps it.
///
/// # Errors
/// A name that is taken, a level that the contact can't have; `person_not_active` for somebody who isn't active, for a
/// level that rests is no licence (D-21).
pub fn add_login(
    writing: &Writing<'_>,
    contact: ContactId,
    login: &PortalLogin<'_>,
    by: &str,
) -> Result<(), OperationError> {
    let before = rows::get(writing, &CONTACT, contact.0)?.ok_or(OperationError::NotFound)?;
    if !contacts::is_active(&before) {
        return Err(Refusal::PersonNotActive.into());
    }
    levels::require_usable(writing, &before, login.level)?;
    let mut user = Row::new(&CLIENT_PORTAL_USER);
    user.set("contactID", contact.0);
    user.set("userName", login.user_name);
    user.set("securityLevel", login.level);
    user.set("isClientPortalActive", true);
    for name in ["dateFormat", "numberFormat", "timeFormat"] {
        user.set(name, 1_i64);
    }
    writing.insert(&mut user)?;
    let mut row = before.clone();
    row.set("portalUserName", login.user_name);
    levels::put(writing, &mut row, Some(login.level))?;
    row.set("isPortalActive", true);
    writing.update(&before, &row)?;
    levels::remember(writing, contact, None, Some(login.level), by)?;
    let person = Person::Contact(contact);
    take_name(writing, login.user_name, LONGEST_CONTACT_NAME, person, login.hash)?;
    if login.must_change {
        passwords::keep(writing, person, login.hash, true)?;
    }
    Ok(())
}

/// The number of a client's level.
fn client_level(level: SecurityLevel) -> Result<i64, OperationError> {
    level
        .portal_number()
        .ok_or_else(|| OperationError::field("level", Wording::of("unfit-client-level")))
}

/// Gives somebody another level of their own side.
pub(super) fn set_level(writing: &Writing<'_>, person: Person, level: SecurityLevel) -> Result<(), OperationError> {
    match person {
        Person::Resource(resource) => set_resource_level(writing, resource, level),
        Person::Contact(contact) => {
            let number = client_level(level)?;
            let former = actor(writing, person, Agency::Human)?;
            levels::change(writing, contact, Some(number), SYSTEM)?;
            match former {
                // In their own name, for nobody else is known to have asked.
                Some(former) if former.level.works_tickets() && !level.works_tickets() => {
                    leaving::release(writing, &former, person)
                }
                _ => Ok(()),
            }
        }
    }
}

fn set_resource_level(writing: &Writing<'_>, resource: ResourceId, level: SecurityLevel) -> Result<(), OperationError> {
    if level.side() != Side::Autotask {
        return Err(OperationError::field("level", Wording::of("unfit-provider-level")));
    }
    let before = rows::get(writing, &RESOURCE, resource.0)?.ok_or(OperationError::NotFound)?;
    let mut row = before.clone();
    row.set("securityLevel", level.word());
    Ok(writing.update(&before, &row)?)
}
