//! People: resources, contacts with their portal users, and API users. One name space for all who sign in.

use super::{OperationError, Operations};
use crate::base::Secret;
use crate::base::ids::{CompanyId, ContactId, ResourceId};
use crate::domain::facts::PersonFacts;
use crate::domain::{Actor, Agency, Person, Refusal, SecurityLevel, Side};
use crate::entities::{CLIENT_PORTAL_USER, COMPANY, CONTACT, RESOURCE, Row};
use crate::server::store::seed::{OWN_COMPANY, TECHNICIAN};
use crate::server::store::{StoreError, Writing, rows};
use crate::server::visible::kind_word;
use argon2::Argon2;
use argon2::password_hash::PasswordHasher;
use rusqlite::{Connection, OptionalExtension};

/// `licenseType` of people and of API users.
pub const PROFESSIONAL: i64 = 1;
const API_USER: i64 = 7;
/// The longest user names (Resources.userName, ClientPortalUsers.userName).
const LONGEST_RESOURCE_NAME: usize = 32;
const LONGEST_CONTACT_NAME: usize = 200;

/// A resource to be made.
#[derive(Clone, Debug)]
pub struct NewResource {
    /// Unique among all who sign in.
    pub user_name: String,
    /// The given name.
    pub first_name: String,
    /// The family name.
    pub last_name: String,
    /// Where mail goes.
    pub email: String,
    /// One of the provider's two levels.
    pub level: SecurityLevel,
    /// None for somebody who can't sign in yet, and for API users.
    pub password: Option<Secret>,
}

/// A contact to be made.
#[derive(Clone, Debug)]
pub struct NewContact {
    /// Whose person it is.
    pub company: CompanyId,
    /// The given name.
    pub first_name: String,
    /// The family name.
    pub last_name: String,
    /// Where mail goes.
    pub email: String,
    /// The telephone number.
    pub phone: Option<String>,
    /// The portal login, if there is to be one.
    pub portal: Option<NewPortalUser>,
}

/// A portal login to be made.
#[derive(Clone, Debug)]
pub struct NewPortalUser {
    /// Unique among all who sign in.
    pub user_name: String,
    /// One of the client's levels.
    pub level: SecurityLevel,
    /// None for somebody who can't sign in yet.
    pub password: Option<Secret>,
}

/// What an API user signs in with; shown once.
#[derive(Clone, Debug)]
pub struct ApiCredential {
    /// `UserName`.
    pub user_name: String,
    /// `Secret`.
    pub secret: Secret,
    /// `ApiIntegrationCode`.
    pub integration_code: Secret,
}

impl Operations {
    /// Makes a resource.
    ///
    /// # Errors
    /// A level of the client's, or a user name that is taken.
    pub async fn create_resource(&self, new: NewResource) -> Result<ResourceId, OperationError> {
        let hash = hash(new.password.clone()).await?;
        self.write(move |writing| insert_resource(writing, &new, hash.as_deref(), PROFESSIONAL))
            .await
    }

    /// Makes an API user and the credential that it signs in with.
    ///
    /// # Errors
    /// As [`Operations::create_resource`].
    pub async fn create_api_user(&self, new: NewResource) -> Result<(ResourceId, ApiCredential), OperationError> {
        let credential = ApiCredential {
            user_name: new.user_name.clone(),
            secret: Secret::generate(),
            integration_code: Secret::generate(),
        };
        let kept = credential.clone();
        let id = self
            .write(move |writing| {
                let id = insert_resource(writing, &new, None, API_USER)?;
                keep_credential(writing, id, &kept)?;
                Ok(id)
            })
            .await?;
        Ok((id, credential))
    }

    /// Makes a contact, with a portal login where one is given.
    ///
    /// # Errors
    /// No such company, a level of the provider's, a Taskfire level where Taskfire is off (CPX-02), or a user name
    /// that is taken.
    pub async fn create_contact(&self, new: NewContact) -> Result<ContactId, OperationError> {
        let password = new.portal.as_ref().and_then(|portal| portal.password.clone());
        let hash = hash(password).await?;
        self.write(move |writing| {
            let id = insert_contact(writing, &new)?;
            if let Some(portal) = &new.portal {
                insert_portal_user(writing, id, portal, hash.as_deref())?;
            }
            Ok(id)
        })
        .await
    }

    /// Gives a contact who has none a portal login.
    ///
    /// # Errors
    /// As [`Operations::create_contact`].
    pub async fn create_portal_user(&self, contact: ContactId, new: NewPortalUser) -> Result<(), OperationError> {
        let hash = hash(new.password.clone()).await?;
        self.write(move |writing| insert_portal_user(writing, contact, &new, hash.as_deref()))
            .await
    }

    /// Sets the password of somebody who has a user name. Their sessions end.
    ///
    /// # Errors
    /// `not_found` where nobody has that user name.
    pub async fn set_password(&self, user_name: String, password: Secret) -> Result<(), OperationError> {
        let hash = hash(Some(password)).await?;
        self.write(move |writing| {
            let (person, _) = login(writing, &user_name)?.ok_or(OperationError::NotFound)?;
            let key = (kind_word(person), person.number());
            writing.execute(
                "UPDATE login SET password_hash = ?3 WHERE person_kind = ?1 AND person_id = ?2",
                (key.0, key.1, hash),
            )?;
            writing.execute("DELETE FROM session WHERE person_kind = ?1 AND person_id = ?2", key)?;
            Ok(())
        })
        .await
    }

    /// Gives somebody another level of their own side. Their consoles start afresh.
    ///
    /// # Errors
    /// `not_found` where there is no such person, a level of the other side, a Taskfire level where Taskfire is off.
    pub async fn set_level(&self, person: Person, level: SecurityLevel) -> Result<(), OperationError> {
        self.write(move |writing| set_level(writing, person, level)).await
    }

    /// Whether nobody can sign in to this database yet.
    ///
    /// # Errors
    /// The database's.
    pub async fn has_no_people(&self) -> Result<bool, OperationError> {
        self.read(|connection| {
            let any: bool = connection.query_row("SELECT EXISTS (SELECT 1 FROM login)", [], |row| row.get(0))?;
            Ok(!any)
        })
        .await
    }
}

/// The password's hash, made off the async threads: it takes time by design.
async fn hash(password: Option<Secret>) -> Result<Option<String>, OperationError> {
    let Some(password) = password else {
        return Ok(None);
    };
    let hashed = tokio::task::spawn_blocking(move || {
        let hash = Argon2::default().hash_password(password.expose().as_bytes());
        hash.map(|hash| hash.to_string())
    });
    let hashed = hashed.await.map_err(|_| StoreError::Broken)?;
    hashed
        .map(Some)
        .map_err(|error| OperationError::field("password", format!("this password can't be kept: {error}")))
}

/// Makes a resource of that licence inside a write, with the hash of its password.
///
/// # Errors
/// As [`Operations::create_resource`].
pub fn insert_resource(
    writing: &Writing<'_>,
    new: &NewResource,
    hash: Option<&str>,
    licence: i64,
) -> Result<ResourceId, OperationError> {
    if new.level.side() != Side::Autotask {
        return Err(OperationError::field(
            "level",
            "a resource's level is provider_admin or provider_tech",
        ));
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
    row.set("defaultServiceDeskRoleID", TECHNICIAN);
    row.set("hireDate", writing.at());
    let id = ResourceId(writing.insert(&mut row)?);
    let person = Person::Resource(id);
    take_name(writing, &new.user_name, LONGEST_RESOURCE_NAME, person, hash)?;
    Ok(id)
}

fn keep_credential(
    writing: &Writing<'_>,
    resource: ResourceId,
    credential: &ApiCredential,
) -> Result<(), OperationError> {
    writing.execute(
        "INSERT INTO api_credential (resource_id, name, secret, integration_code, created_at) VALUES (?1, ?2, ?3, ?4, ?5)",
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
/// As [`Operations::create_contact`].
pub fn insert_portal_user(
    writing: &Writing<'_>,
    contact: ContactId,
    new: &NewPortalUser,
    hash: Option<&str>,
) -> Result<(), OperationError> {
    let before = rows::get(writing, &CONTACT, contact.0)?.ok_or(OperationError::NotFound)?;
    let level = client_level(writing, &before, new.level)?;
    let mut user = Row::new(&CLIENT_PORTAL_USER);
    user.set("contactID", contact.0);
    user.set("userName", new.user_name.as_str());
    user.set("securityLevel", level);
    user.set("isClientPortalActive", true);
    writing.insert(&mut user)?;
    let mut row = before.clone();
    row.set("portalUserName", new.user_name.as_str());
    row.set("securityLevel", level);
    row.set("isPortalActive", true);
    writing.update(&before, &row)?;
    take_name(
        writing,
        &new.user_name,
        LONGEST_CONTACT_NAME,
        Person::Contact(contact),
        hash,
    )
}

/// The number of a client's level, if this contact may have it: Taskfire levels only where Taskfire is on (CPX-02).
fn client_level(connection: &Connection, contact: &Row, level: SecurityLevel) -> Result<i64, OperationError> {
    let number = level.portal_number().ok_or_else(|| {
        OperationError::field("level", "a contact's level is one of the client's, not the provider's")
    })?;
    let company = rows::get(
        connection,
        &COMPANY,
        contact.integer("companyID").unwrap_or(OWN_COMPANY),
    )?;
    let enabled = company.is_some_and(|company| company.boolean("isTaskFireActive") == Some(true));
    if level.works_tickets() && !enabled {
        return Err(Refusal::TaskfireNotEnabled.into());
    }
    Ok(number)
}

fn set_level(writing: &Writing<'_>, person: Person, level: SecurityLevel) -> Result<(), OperationError> {
    let entity = match person {
        Person::Resource(_) => &RESOURCE,
        Person::Contact(_) => &CONTACT,
    };
    let before = rows::get(writing, entity, person.number())?.ok_or(OperationError::NotFound)?;
    let mut row = before.clone();
    match person {
        Person::Resource(_) if level.side() == Side::Autotask => row.set("securityLevel", level.word()),
        Person::Resource(_) => {
            return Err(OperationError::field(
                "level",
                "a resource's level is provider_admin or provider_tech",
            ));
        }
        Person::Contact(contact) => {
            let number = client_level(writing, &before, level)?;
            row.set("securityLevel", number);
            writing.execute(
                "UPDATE client_portal_user SET security_level = ?2 WHERE contact_id = ?1",
                (contact.0, number),
            )?;
        }
    }
    Ok(writing.update(&before, &row)?)
}

/// Gives a person their user name, if nobody has it.
fn take_name(
    writing: &Writing<'_>,
    user_name: &str,
    longest: usize,
    person: Person,
    hash: Option<&str>,
) -> Result<(), OperationError> {
    let length = user_name.chars().count();
    if user_name.trim().is_empty() || user_name.trim() != user_name || length > longest {
        let message = format!("a user name has 1 to {longest} characters and no blanks around it");
        return Err(OperationError::field("userName", message));
    }
    let taken = writing
        .prepare_cached(
            "INSERT INTO login (name, user_name, person_kind, person_id, password_hash) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT DO NOTHING",
        )?
        .execute((folded(user_name), user_name, kind_word(person), person.number(), hash))?;
    if taken == 1 {
        return Ok(());
    }
    Err(OperationError::field(
        "userName",
        format!("the user name {user_name} is taken, or the person has one already"),
    ))
}

/// Gives a resource who signs in another user name, if nobody has it.
///
/// # Errors
/// A name that is taken.
pub fn rename(writing: &Writing<'_>, resource: ResourceId, user_name: &str) -> Result<(), OperationError> {
    let person = Person::Resource(resource);
    let hash: Option<Option<String>> = writing
        .prepare_cached("DELETE FROM login WHERE person_kind = ?1 AND person_id = ?2 RETURNING password_hash")?
        .query_row((kind_word(person), person.number()), |row| row.get(0))
        .optional()?;
    let Some(hash) = hash else {
        return Ok(());
    };
    take_name(writing, user_name, LONGEST_RESOURCE_NAME, person, hash.as_deref())?;
    writing.execute(
        "UPDATE api_credential SET name = ?2 WHERE resource_id = ?1",
        (resource.0, folded(user_name)),
    )?;
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

/// The person that a stored kind and number mean.
#[must_use]
pub fn person_of(kind: &str, number: i64) -> Person {
    match kind {
        "contact" => Person::Contact(ContactId(number)),
        _ => Person::Resource(ResourceId(number)),
    }
}

fn row_of(connection: &Connection, person: Person) -> Result<Option<Row>, StoreError> {
    match person {
        Person::Resource(resource) => rows::get(connection, &RESOURCE, resource.0),
        Person::Contact(contact) => rows::get(connection, &CONTACT, contact.0),
    }
}

/// The name that others see.
///
/// # Errors
/// The database's.
pub fn name(connection: &Connection, person: Person) -> Result<Option<String>, StoreError> {
    Ok(row_of(connection, person)?.as_ref().map(full_name))
}

fn full_name(row: &Row) -> String {
    let part = |name: &str| row.text(name).unwrap_or_default();
    format!("{} {}", part("firstName"), part("lastName")).trim().to_owned()
}

/// What the rules need to know of a person.
///
/// # Errors
/// The database's.
pub fn facts(connection: &Connection, person: Person) -> Result<Option<PersonFacts>, StoreError> {
    Ok(row_of(connection, person)?.as_ref().map(|row| read_facts(person, row)))
}

fn read_facts(person: Person, row: &Row) -> PersonFacts {
    match person {
        Person::Resource(_) => PersonFacts {
            level: row.text("securityLevel").and_then(SecurityLevel::from_word),
            company: CompanyId(OWN_COMPANY),
            active: row.boolean("isActive") == Some(true) && row.integer("licenseType") != Some(API_USER),
        },
        Person::Contact(_) => {
            let level = row.integer("securityLevel").and_then(SecurityLevel::from_portal_number);
            PersonFacts {
                level: level.filter(|_| row.boolean("isPortalActive") == Some(true)),
                company: CompanyId(row.integer("companyID").unwrap_or_default()),
                active: row.integer("isActive") == Some(1),
            }
        }
    }
}

/// A person as an actor, as of now; none where they may not act at all: not active, no level, no portal login.
///
/// # Errors
/// The database's.
pub fn actor(connection: &Connection, person: Person, agency: Agency) -> Result<Option<Actor>, StoreError> {
    let Some(row) = row_of(connection, person)? else {
        return Ok(None);
    };
    let facts = read_facts(person, &row);
    let is_api_user = row.entity().name == RESOURCE.name && row.integer("licenseType") == Some(API_USER);
    let active = match agency {
        Agency::Automation => is_api_user && row.boolean("isActive") == Some(true),
        Agency::Human => facts.active,
    };
    Ok(facts.level.filter(|_| active).map(|level| Actor {
        person,
        name: full_name(&row),
        level,
        company: facts.company,
        agency,
    }))
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
) -> Result<Option<Actor>, StoreError> {
    let mut statement = connection
        .prepare_cached("SELECT resource_id, secret, integration_code FROM api_credential WHERE name = ?1")?;
    let kept = statement.query_row([folded(user_name)], |row| {
        Ok((row.get(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?))
    });
    let Some((resource, kept_secret, kept_code)) = kept.optional()? else {
        return Ok(None);
    };
    let secret_is = Secret::new(kept_secret).is(&Secret::new(secret.digest()));
    let code_is = Secret::new(kept_code).is(&Secret::new(integration_code.digest()));
    if secret_is && code_is {
        actor(connection, Person::Resource(ResourceId(resource)), Agency::Automation)
    } else {
        Ok(None)
    }
}
