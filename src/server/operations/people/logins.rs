//! User names, passwords and credentials: one name space for all who sign in.

use super::ApiCredential;
use super::look_up::{actor, person_of};
use super::thresholds::{self, Thresholds};
use crate::base::Secret;
use crate::base::ids::ResourceId;
use crate::domain::{Actor, Agency, Person, Refusal, one_line};
use crate::sentences::Wording;
use crate::server::operations::{OperationError, Operations};
use crate::server::store::{StoreError, Writing};
use crate::server::visible::kind_word;
use argon2::Argon2;
use argon2::password_hash::PasswordHasher;
use rusqlite::{Connection, OptionalExtension};

/// The longest user names (Resources.userName, ClientPortalUsers.userName).
pub(super) const LONGEST_RESOURCE_NAME: usize = 32;
pub(super) const LONGEST_CONTACT_NAME: usize = 200;

impl Operations {
    /// The password's hash, made off the async threads, a few at a time: it takes time by design.
    ///
    /// # Errors
    /// When the password can't be hashed.
    pub(in crate::server::operations) async fn hash(
        &self,
        password: Option<Secret>,
    ) -> Result<Option<String>, OperationError> {
        let Some(password) = password else {
            return Ok(None);
        };
        let _permit = self.check_of_password().await?;
        hash(password).await.map(Some)
    }
}

async fn hash(password: Secret) -> Result<String, OperationError> {
    let hashed = tokio::task::spawn_blocking(move || {
        let hash = Argon2::default().hash_password(password.expose().as_bytes());
        hash.map(|hash| hash.to_string())
    });
    let hashed = hashed.await.map_err(|_| StoreError::Broken)?;
    hashed.map_err(|error| OperationError::field("password", Wording::of("unfit-password").with("reason", error)))
}

/// Gives a person their user name, if nobody has it.
pub(super) fn take_name(
    writing: &Writing<'_>,
    user_name: &str,
    longest: usize,
    person: Person,
    hash: Option<&str>,
) -> Result<(), OperationError> {
    require_name(user_name, longest)?;
    let taken = writing
        .prepare_cached(
            "INSERT INTO login (name, user_name, person_kind, person_id, password_hash) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT DO NOTHING",
        )?
        .execute((folded(user_name), user_name, kind_word(person), person.number(), hash))?;
    match taken {
        1 => Ok(()),
        _ => Err(Refusal::UserNameTaken.into()),
    }
}

/// Refuses what is no user name.
fn require_name(user_name: &str, longest: usize) -> Result<(), OperationError> {
    let name = one_line::checked("userName", user_name, longest)?;
    // It is typed at a command line and in front of an @.
    if name.is_empty() || name != user_name || name.contains(char::is_whitespace) {
        let message = Wording::of("unfit-user-name").with("limit", longest);
        return Err(OperationError::field("userName", message));
    }
    Ok(())
}

/// Gives somebody who signs in another user name, if nobody has it.
///
/// # Errors
/// A name that is taken.
pub fn rename(writing: &Writing<'_>, person: Person, user_name: &str) -> Result<(), OperationError> {
    let key = (kind_word(person), person.number());
    let mut statement = writing.prepare_cached("SELECT 1 FROM login WHERE person_kind = ?1 AND person_id = ?2")?;
    if !statement.exists(key)? {
        return Ok(());
    }
    let longest = match person {
        Person::Resource(_) => LONGEST_RESOURCE_NAME,
        Person::Contact(_) => LONGEST_CONTACT_NAME,
    };
    require_name(user_name, longest)?;
    let renamed = writing.execute(
        "UPDATE OR IGNORE login SET name = ?3, user_name = ?4 WHERE person_kind = ?1 AND person_id = ?2",
        (key.0, key.1, folded(user_name), user_name),
    )?;
    if renamed == 0 {
        return Err(Refusal::UserNameTaken.into());
    }
    if let Person::Resource(resource) = person {
        writing.execute(
            "UPDATE api_credential SET name = ?2 WHERE resource_id = ?1",
            (resource.0, folded(user_name)),
        )?;
    }
    Ok(())
}

/// A user name as it is compared.
#[must_use]
pub fn folded(user_name: &str) -> String {
    user_name.trim().to_lowercase()
}

/// Who has a user name, and the hash of their password where they have one.
///
/// # Errors
/// The database's.
pub fn login(connection: &Connection, user_name: &str) -> Result<Option<(Person, Option<String>)>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT person_kind, person_id, password_hash FROM login WHERE name = ?1")?;
    let found = statement.query_row([folded(user_name)], |row| {
        Ok((person_of(&row.get::<_, String>(0)?, row.get(1)?), row.get(2)?))
    });
    Ok(found.optional()?)
}

/// The user name of a person; empty where they have none.
///
/// # Errors
/// The database's.
pub fn user_name(connection: &Connection, person: Person) -> Result<String, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT user_name FROM login WHERE person_kind = ?1 AND person_id = ?2")?;
    let name = statement.query_row((kind_word(person), person.number()), |row| row.get(0));
    Ok(name.optional()?.unwrap_or_default())
}

/// The API user of that name, and the name as it is written.
pub(super) fn api_user_named(
    connection: &Connection,
    user_name: &str,
) -> Result<Option<(ResourceId, String)>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT resource_id, user_name FROM api_credential
         JOIN login ON person_kind = 'resource' AND person_id = resource_id WHERE login.name = ?1",
    )?;
    let found = statement.query_row([folded(user_name)], |row| Ok((ResourceId(row.get(0)?), row.get(1)?)));
    Ok(found.optional()?)
}

/// Keeps what an API user signs in with, as SHA-256, in place of what it had.
pub(super) fn keep_credential(
    writing: &Writing<'_>,
    resource: ResourceId,
    credential: &ApiCredential,
) -> Result<(), OperationError> {
    writing.execute(
        "INSERT INTO api_credential (resource_id, name, secret, integration_code, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (resource_id) DO UPDATE SET name = excluded.name, secret = excluded.secret,
           integration_code = excluded.integration_code, created_at = excluded.created_at",
        (
            resource.0,
            folded(&credential.user_name),
            credential.secret.digest(),
            credential.integration_code.digest(),
            writing.at().millis(),
        ),
    )?;
    Ok(())
}

/// An API user who has signed in.
#[derive(Clone, Debug)]
pub struct ApiUser {
    /// As whom it acts.
    pub actor: Actor,
    /// How much it may ask for.
    pub thresholds: Thresholds,
}

/// The API user whose credential this is.
///
/// # Errors
/// The database's.
pub fn api_user(
    connection: &Connection,
    user_name: &str,
    secret: &Secret,
    integration_code: &Secret,
) -> Result<Option<ApiUser>, StoreError> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT resource_id, secret, integration_code, {} FROM api_credential WHERE name = ?1",
        thresholds::COLUMNS
    ))?;
    let kept = statement.query_row([folded(user_name)], |row| {
        let thresholds = Thresholds::read(row, 3)?;
        Ok((
            row.get(0)?,
            row.get::<_, String>(1)?,
            row.get::<_, String>(2)?,
            thresholds,
        ))
    });
    let Some((resource, kept_secret, kept_code, thresholds)) = kept.optional()? else {
        return Ok(None);
    };
    let secret_is = Secret::new(kept_secret).is(&Secret::new(secret.digest()));
    let code_is = Secret::new(kept_code).is(&Secret::new(integration_code.digest()));
    if secret_is && code_is {
        let actor = actor(connection, Person::Resource(ResourceId(resource)), Agency::Automation)?;
        Ok(actor.map(|actor| ApiUser { actor, thresholds }))
    } else {
        Ok(None)
    }
}
