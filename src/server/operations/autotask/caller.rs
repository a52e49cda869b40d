//! Who writes by Autotask's routes: an API user, or the person whom it impersonates.

use crate::base::ids::ResourceId;
use crate::domain::{Actor, Agency, Person, SecurityLevel};
use crate::entities::Row;
use crate::sentences::Wording;
use crate::server::operations::people::thresholds::Thresholds;
use crate::server::operations::people::{self, ApiCredential, ApiUser};
use crate::server::operations::{OperationError, Operations};
use crate::server::reader::Reader;
use crate::server::store::{Author, StoreError, Writing};

/// Who asks.
#[derive(Clone, Debug)]
pub struct Caller {
    /// The API user, which is automation; or the person whom it impersonates, who counts as human (D-02).
    pub actor: Actor,
    /// The API user, where it impersonates somebody.
    pub impersonator: Option<ResourceId>,
    /// The API user, in any case.
    pub api_user: ResourceId,
    /// How much it may ask for.
    pub thresholds: Thresholds,
    /// The address that the request came from.
    pub origin: String,
}

impl Operations {
    /// The API user whose credential this is.
    ///
    /// # Errors
    /// `unauthorized` where it is nobody's, or the user is not active.
    pub async fn autotask_caller(&self, credential: ApiCredential, origin: String) -> Result<Caller, OperationError> {
        self.read(move |connection| {
            let user = people::api_user(
                connection,
                &credential.user_name,
                &credential.secret,
                &credential.integration_code,
            )?;
            let ApiUser { actor, thresholds } = user.ok_or(OperationError::Unauthorized)?;
            Ok(Caller {
                api_user: ResourceId(actor.person.number()),
                actor,
                impersonator: None,
                thresholds,
                origin,
            })
        })
        .await
    }

    /// The same caller as that resource.
    ///
    /// # Errors
    /// Where there is no such person who may act, or who may do more than the API user itself.
    pub async fn impersonate(&self, caller: Caller, resource: ResourceId) -> Result<Caller, OperationError> {
        self.read(move |connection| {
            let person = people::actor(connection, Person::Resource(resource), Agency::Human)?;
            let refused = || {
                let message = format!("The resource {resource} does not have adequate permissions to be impersonated.");
                OperationError::field("ImpersonationResourceId", Wording::elsewhere(message))
            };
            let within = |person: &Actor| {
                person.level != SecurityLevel::ProviderAdmin || caller.actor.level == SecurityLevel::ProviderAdmin
            };
            Ok(Caller {
                impersonator: Some(caller.api_user),
                actor: person.filter(within).ok_or_else(refused)?,
                ..caller
            })
        })
        .await
    }

    /// Whether an active API user has that name.
    ///
    /// # Errors
    /// The database's.
    pub async fn is_api_user(&self, user_name: String) -> Result<bool, OperationError> {
        self.read(move |connection| {
            let Some((person, _)) = people::login(connection, &user_name)? else {
                return Ok(false);
            };
            Ok(people::actor(connection, person, Agency::Automation)?.is_some())
        })
        .await
    }
}

impl Caller {
    /// The caller as a reader.
    ///
    /// # Errors
    /// The database's.
    pub(super) fn reader(&self, writing: &Writing<'_>) -> Result<Reader, StoreError> {
        Reader::of(writing, &self.actor, writing.at())
    }

    /// The caller as whoever does what is written.
    pub(super) fn author(&self) -> Author {
        Author {
            person: self.actor.person,
            impersonator: self.impersonator,
        }
    }

    /// Notes in a row who impersonated its creator, where the entity keeps that.
    pub(super) fn stamp_creator(&self, row: &mut Row) {
        self.stamp("impersonatorCreatorResourceID", row);
    }

    /// Notes in a row who impersonated whoever changed it last, where the entity keeps that.
    pub(super) fn stamp_updater(&self, row: &mut Row) {
        self.stamp("impersonatorUpdaterResourceID", row);
    }

    fn stamp(&self, name: &str, row: &mut Row) {
        if let (Some(impersonator), Some(field)) = (self.impersonator, row.entity().field(name)) {
            row.put(field, impersonator.0.into());
        }
    }
}
