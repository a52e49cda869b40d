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
pub mod two_factor;

pub use contacts::{leaves, switched};
pub use forget::forget;
pub use insert::{insert_contact, insert_portal_user, insert_resource};
pub use logins::{api_user, folded, login, rename, user_name};
pub use look_up::{actor, facts, name, person_of};

use super::{OperationError, Operations, sessions};
use crate::base::Secret;
use crate::base::ids::{CompanyId, ContactId, ResourceId};
use crate::domain::{Person, SecurityLevel};
use insert::{Login, set_level};
pub(super) use logins::hash;
use logins::{api_user_named, keep_credential};

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
    /// A level of the client's, or a user name that is taken.
    pub async fn create_resource(&self, new: NewResource) -> Result<ResourceId, OperationError> {
        let hash = hash(new.password.clone()).await?;
        self.write(move |writing| {
            let id = insert_resource(writing, &new, hash.as_deref(), PROFESSIONAL)?;
            logged::local(writing, "create_resource", Person::Resource(id))?;
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
        let id = self
            .write(move |writing| {
                let id = insert_resource(writing, &new, None, API_USER)?;
                keep_credential(writing, id, &kept)?;
                logged::local(writing, "create_api_user", Person::Resource(id))?;
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
        self.write(move |writing| {
            let (resource, user_name) = api_user_named(writing, &user_name)?.ok_or(OperationError::NotFound)?;
            if let Some(level) = level {
                set_level(writing, Person::Resource(resource), level)?;
            }
            let credential = ApiCredential::generate(user_name);
            keep_credential(writing, resource, &credential)?;
            logged::local(writing, "renew_credential", Person::Resource(resource))?;
            Ok(credential)
        })
        .await
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
            logged::local(writing, "create_contact", Person::Contact(id))?;
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
        self.write(move |writing| {
            insert_portal_user(writing, contact, &new, hash.as_deref())?;
            logged::local(writing, "create_portal_user", Person::Contact(contact))
        })
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
            passwords::keep(writing, person, hash.as_deref(), false)?;
            sessions::end_all(writing, person, None)?;
            logged::local(writing, "reset_password", person)
        })
        .await
    }

    /// Gives somebody another level of their own side. Their consoles start afresh.
    ///
    /// # Errors
    /// `not_found` where there is no such person, a level of the other side, a Taskfire level where Taskfire is off.
    pub async fn set_level(&self, person: Person, level: SecurityLevel) -> Result<(), OperationError> {
        self.write(move |writing| {
            set_level(writing, person, level)?;
            logged::local(writing, "change_level", person)
        })
        .await
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
