//! People: resources, contacts with their portal users, and API users.

pub mod contacts;
pub mod custom_levels;
mod forget;
mod insert;
pub mod levels;
pub mod licences;
mod listing;
pub mod logged;
mod logins;
mod look_up;
pub mod managing;
pub mod passwords;
pub mod thresholds;
pub mod two_factor;

pub use contacts::{leaves, switched};
pub use forget::forget;
pub use insert::{PortalLogin, add_login, insert_contact, insert_portal_user, insert_resource};
pub use logins::{ApiUser, api_user, folded, login, rename, user_name};
pub use look_up::{actor, facts, name, person_of};

use super::{OperationError, Operations, identity, sessions};
use crate::base::Secret;
use crate::base::ids::{CompanyId, ContactId, ResourceId};
use crate::domain::{Person, Refusal, SecurityLevel};
use crate::server::store::StoreError;
use insert::set_level;
use logins::{api_user_named, keep_credential};
use rusqlite::Connection;
use serde_json::Value as Json;

/// `licenseType` of people and of API users.
pub const PROFESSIONAL: i64 = 1;
const API_USER: i64 = 7;
/// Who did it where nobody was asked: the command line, the demo desk.
const SYSTEM: &str = "system";

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

impl ApiCredential {
    fn generate(user_name: String) -> Self {
        Self {
            user_name,
            secret: Secret::generate(),
            integration_code: Secret::generate(),
        }
    }
}

impl Operations {
    /// Makes a resource.
    ///
    /// # Errors
    /// A level of the client's, a user name that is taken, a password that is easily guessed. Whoever isn't the desk's
    /// first has to change it at the first sign-in.
    pub async fn create_resource(&self, new: NewResource) -> Result<ResourceId, OperationError> {
        require_good(new.password.as_ref(), &new.user_name)?;
        let hash = self.hash(new.password.clone()).await?;
        let by = self.host_user();
        self.write(move |writing| {
            let is_first = nobody_signs_in(writing)?;
            let id = insert_resource(writing, &new, hash.as_deref(), PROFESSIONAL)?;
            if hash.is_some() && !is_first {
                passwords::keep(writing, Person::Resource(id), hash.as_deref(), true)?;
            }
            logged::local(writing, &by, "create_resource", Person::Resource(id), Json::Null)?;
            Ok(id)
        })
        .await
    }

    /// Makes an API user and the credential that it signs in with.
    ///
    /// # Errors
    /// As [`Operations::create_resource`].
    pub async fn create_api_user(&self, new: NewResource) -> Result<(ResourceId, ApiCredential), OperationError> {
        let credential = ApiCredential::generate(new.user_name.clone());
        let kept = credential.clone();
        let by = self.host_user();
        let id = self
            .write(move |writing| {
                let id = insert_resource(writing, &new, None, API_USER)?;
                keep_credential(writing, id, &kept)?;
                logged::local(writing, &by, "create_api_user", Person::Resource(id), Json::Null)?;
                Ok(id)
            })
            .await?;
        Ok((id, credential))
    }

    /// Gives an API user another credential, and another level where one is given; the former credential is worth
    /// nothing from now on.
    ///
    /// # Errors
    /// `not_found` where no API user has that name; a level of the client's.
    pub async fn renew_credential(
        &self,
        user_name: String,
        level: Option<SecurityLevel>,
    ) -> Result<ApiCredential, OperationError> {
        let by = self.host_user();
        self.write(move |writing| {
            let (resource, user_name) = api_user_named(writing, &user_name)?.ok_or(OperationError::NotFound)?;
            let before = logged::described(writing, Person::Resource(resource))?;
            if let Some(level) = level {
                set_level(writing, Person::Resource(resource), level)?;
            }
            let credential = ApiCredential::generate(user_name);
            keep_credential(writing, resource, &credential)?;
            let person = Person::Resource(resource);
            logged::renewed(writing, &by, "renew_credential", person, before, "credential")?;
            Ok(credential)
        })
        .await
    }

    /// Makes a contact, with a portal login where one is given.
    ///
    /// # Errors
    /// No such company, a level of the provider's, a Taskfire level where Taskfire is off (CPX-02), a user name that is
    /// taken, a password that is easily guessed.
    pub async fn create_contact(&self, new: NewContact) -> Result<ContactId, OperationError> {
        let password = new.portal.as_ref().and_then(|portal| portal.password.clone());
        if let Some(portal) = &new.portal {
            require_good(password.as_ref(), &portal.user_name)?;
        }
        let hash = self.hash(password).await?;
        let by = self.host_user();
        self.write(move |writing| {
            let id = insert_contact(writing, &new)?;
            if let Some(portal) = &new.portal {
                insert_portal_user(writing, id, portal, hash.as_deref())?;
            }
            logged::local(writing, &by, "create_contact", Person::Contact(id), Json::Null)?;
            Ok(id)
        })
        .await
    }

    /// Gives a contact who has none a portal login.
    ///
    /// # Errors
    /// As [`Operations::create_contact`].
    pub async fn create_portal_user(&self, contact: ContactId, new: NewPortalUser) -> Result<(), OperationError> {
        require_good(new.password.as_ref(), &new.user_name)?;
        let hash = self.hash(new.password.clone()).await?;
        let by = self.host_user();
        self.write(move |writing| {
            let person = Person::Contact(contact);
            let before = logged::described(writing, person)?;
            insert_portal_user(writing, contact, &new, hash.as_deref())?;
            logged::local(writing, &by, "create_portal_user", person, before)
        })
        .await
    }

    /// Sets the password of somebody who has a user name. Their sessions end, and whoever isn't the desk's first
    /// administrator has to change it at the next sign-in.
    ///
    /// # Errors
    /// `not_found` where nobody has that user name; a password that is easily guessed.
    pub async fn set_password(&self, user_name: String, password: Secret) -> Result<(), OperationError> {
        require_good(Some(&password), &user_name)?;
        let hash = self.hash(Some(password)).await?;
        let by = self.host_user();
        self.write(move |writing| {
            let (person, _) = login(writing, &user_name)?.ok_or(OperationError::NotFound)?;
            let is_first = identity::first_administrator(writing)? == Some(person);
            let before = logged::described(writing, person)?;
            passwords::keep(writing, person, hash.as_deref(), !is_first)?;
            sessions::end_all(writing, person, None)?;
            logged::renewed(writing, &by, "reset_password", person, before, "password")
        })
        .await
    }

    /// Takes somebody's second factor away: they set it up afresh where they must. Their sessions end.
    ///
    /// # Errors
    /// `not_found` where nobody has that user name.
    pub async fn reset_two_factor(&self, user_name: String) -> Result<(), OperationError> {
        let by = self.host_user();
        self.write(move |writing| {
            let (person, _) = login(writing, &user_name)?.ok_or(OperationError::NotFound)?;
            let before = logged::described(writing, person)?;
            two_factor::forget(writing, person)?;
            sessions::end_all(writing, person, None)?;
            logged::renewed(writing, &by, "reset_two_factor", person, before, "twoFactor")
        })
        .await
    }

    /// Gives somebody another level of their own side. Their consoles start afresh.
    ///
    /// # Errors
    /// `not_found` where there is no such person, a level of the other side, a Taskfire level where Taskfire is off.
    pub async fn set_level(&self, person: Person, level: SecurityLevel) -> Result<(), OperationError> {
        let by = self.host_user();
        self.write(move |writing| {
            let before = logged::described(writing, person)?;
            set_level(writing, person, level)?;
            logged::local(writing, &by, "change_level", person, before)
        })
        .await
    }

    /// Whether nobody can sign in to this database yet.
    ///
    /// # Errors
    /// The database's.
    pub async fn has_no_people(&self) -> Result<bool, OperationError> {
        self.read(|connection| Ok(nobody_signs_in(connection)?)).await
    }
}

fn nobody_signs_in(connection: &Connection) -> Result<bool, StoreError> {
    let any: bool = connection.query_row("SELECT EXISTS (SELECT 1 FROM login)", [], |row| row.get(0))?;
    Ok(!any)
}

/// Refuses a password that is easily guessed, where one is given.
fn require_good(password: Option<&Secret>, user_name: &str) -> Result<(), Refusal> {
    match password {
        Some(password) => passwords::require_good(password.expose(), user_name),
        None => Ok(()),
    }
}
