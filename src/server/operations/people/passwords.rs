//! Passwords: what makes a good one, and how they are changed and reset.

use super::logins;
use super::managing;
use crate::base::Secret;
use crate::base::ids::CompanyId;
use crate::domain::{Person, Refusal};
use crate::entities::{RESOURCE, Row};
use crate::records::administration::Administration;
use crate::records::administration::people::NewPassword;
use crate::server::operations::administration::{Asker, Done};
use crate::server::operations::sessions::{self, Current};
use crate::server::operations::{OperationError, Operations};
use crate::server::store::{StoreError, Writing, rows};
use crate::server::visible::kind_word;
use rusqlite::{Connection, OptionalExtension};
use serde_json::{Value as Json, json};

/// Characters that a password has at least, and at most: hashing takes longer with its length.
const SHORTEST: usize = 12;
const LONGEST: usize = 500;

/// Refuses a password that is easily guessed.
///
/// # Errors
/// `password_too_short`, `password_known`, `out_of_range`.
pub fn require_good(password: &str, user_name: &str) -> Result<(), Refusal> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Err(Refusal::PasswordTooShort { least: SHORTEST });
    }
    if length > LONGEST {
        let limit = i64::try_from(LONGEST).unwrap_or(i64::MAX);
        return Err(Refusal::OutOfRange {
            field: "password",
            limit,
        });
    }
    if logins::folded(password) == logins::folded(user_name) {
        return Err(Refusal::PasswordKnown);
    }
    Ok(())
}

impl Operations {
    /// Changes the password of whoever's session it is, once the old one is proved. Their other sessions end.
    ///
    /// # Errors
    /// As [`require_good`].
    pub async fn change_password(&self, current: &Current, password: Secret) -> Result<(), OperationError> {
        let (person, session) = (current.actor.person, current.id);
        let user_name = self
            .read(move |connection| Ok(logins::user_name(connection, person)?))
            .await?;
        require_good(password.expose(), &user_name)?;
        let hash = self.hash(Some(password)).await?;
        self.write(move |writing| {
            keep(writing, person, hash.as_deref(), false)?;
            sessions::end_all(writing, person, Some(session))
        })
        .await
    }
}

/// Refuses an act that sets a password before the password is hashed: for who may not set it, and where it is easily
/// guessed.
///
/// # Errors
/// As the act's own.
pub fn check(connection: &Connection, asker: &Asker, act: &Administration) -> Result<(), OperationError> {
    match act {
        Administration::ResetPassword(person, new) => may_reset(connection, asker, *person, new).map(drop),
        Administration::CreateContact(company, new) => {
            managing::company(connection, &asker.actor, *company)?;
            let login = new.login.as_ref();
            let password = login.and_then(|login| Some((login.password.as_deref()?, &login.user_name)));
            Ok(password.map_or(Ok(()), |(password, user_name)| require_good(password, user_name))?)
        }
        _ => Ok(()),
    }
}

/// The row of the person and their user name, where this asker may give them this password.
fn may_reset(
    connection: &Connection,
    asker: &Asker,
    person: Person,
    new: &NewPassword,
) -> Result<(Row, String), OperationError> {
    let row = managed(connection, asker, person)?;
    let user_name = logins::user_name(connection, person)?;
    if user_name.is_empty() {
        return Err(Refusal::Required { field: "userName" }.into());
    }
    require_good(&new.password, &user_name)?;
    Ok((row, user_name))
}

/// Gives somebody a new password, to be changed at the next sign-in, and ends their sessions; `hash` is that of the
/// password.
///
/// # Errors
/// As [`managing::login_of`] and [`require_good`]; `forbidden` for a resource's by somebody of a client; `required` (the
/// user name) for somebody who has none.
pub fn reset(
    writing: &Writing<'_>,
    asker: &Asker,
    person: Person,
    new: &NewPassword,
    hash: Option<&str>,
) -> Result<Done, OperationError> {
    let (row, user_name) = may_reset(writing, asker, person, new)?;
    let hash = hash.ok_or(StoreError::Broken)?;
    keep(writing, person, Some(hash), true)?;
    sessions::end_all(writing, person, None)?;
    Ok(Done {
        company: company(&row),
        subject: super::look_up::full_name(&row),
        before: Json::Null,
        after: json!({ "password": "reset", "userName": user_name, "mustChangePassword": true }),
        answer: None,
    })
}

/// A person about whose sign-in this asker may decide.
///
/// # Errors
/// As [`managing::login_of`]; `forbidden` for a resource by somebody of a client; `not_found`.
pub(super) fn managed(connection: &Connection, asker: &Asker, person: Person) -> Result<Row, OperationError> {
    match person {
        Person::Contact(contact) => managing::login_of(connection, &asker.actor, contact),
        Person::Resource(_) if !managing::gives_any_level(&asker.actor) => Err(Refusal::Forbidden.into()),
        Person::Resource(resource) => rows::get(connection, &RESOURCE, resource.0)?.ok_or(OperationError::NotFound),
    }
}

/// The company that a person belongs to; none for the provider's resources.
pub(super) fn company(person: &Row) -> Option<CompanyId> {
    (*person.entity() != RESOURCE).then(|| managing::company_of(person))
}

/// Keeps the hash of a person's password.
///
/// # Errors
/// The database's.
pub fn keep(
    writing: &Writing<'_>,
    person: Person,
    hash: Option<&str>,
    must_change: bool,
) -> Result<(), OperationError> {
    writing.execute(
        "UPDATE login SET password_hash = ?3, must_change = ?4 WHERE person_kind = ?1 AND person_id = ?2",
        (kind_word(person), person.number(), hash, must_change),
    )?;
    Ok(())
}

/// The hash of a person's password, where they have one.
///
/// # Errors
/// The database's.
pub fn hash_of(connection: &Connection, person: Person) -> Result<Option<String>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT password_hash FROM login WHERE person_kind = ?1 AND person_id = ?2")?;
    let hash = statement.query_row((kind_word(person), person.number()), |row| row.get(0));
    Ok(hash.optional()?.flatten())
}

/// Whether somebody else set a person's password.
///
/// # Errors
/// The database's.
pub fn must_change(connection: &Connection, person: Person) -> Result<bool, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT must_change FROM login WHERE person_kind = ?1 AND person_id = ?2")?;
    let must = statement.query_row((kind_word(person), person.number()), |row| row.get(0));
    Ok(must.optional()?.unwrap_or_default())
}
