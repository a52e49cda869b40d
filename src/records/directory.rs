//! The names that tickets refer to, held in memory for pickers, completion and filters: people, companies, queues,
//! request types, statuses.

use crate::base::ids::{CompanyId, QueueId, RequestTypeId};
use crate::domain::company::Taskfire;
use crate::domain::{Person, SecurityLevel, Side, Statuses};
use crate::entities::UserDefinedFields;
use std::sync::Arc;

/// All names that this machine holds, each list sorted by name.
#[derive(Clone, Debug)]
pub struct Directory {
    /// The provider's people and API users.
    pub resources: Vec<KnownPerson>,
    /// Clients' people.
    pub contacts: Vec<KnownPerson>,
    /// The organisations, the provider included.
    pub companies: Vec<KnownCompany>,
    /// Queues of both sides.
    pub queues: Vec<KnownQueue>,
    /// Request types.
    pub request_types: Vec<KnownRequestType>,
    /// Statuses of both sides.
    pub statuses: Arc<Statuses>,
    /// The user-defined fields of tickets.
    pub user_defined: UserDefinedFields,
}

/// Somebody of either side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownPerson {
    /// Who.
    pub person: Person,
    /// First and last name.
    pub name: String,
    /// Where they work; 0 for the provider's people.
    pub company: CompanyId,
    /// What they may do; none for those who can't sign in, and where the reader may not know it.
    pub level: Option<SecurityLevel>,
    /// Whether they can be given work.
    pub active: bool,
}

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownCompany {
    /// Which.
    pub id: CompanyId,
    /// Its name.
    pub name: String,
    /// Whether it is still a client.
    pub active: bool,
    /// The state of its Taskfire.
    pub taskfire: Taskfire,
}

/// A queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownQueue {
    /// Which.
    pub id: QueueId,
    /// Its name.
    pub name: String,
    /// Whose it is.
    pub side: Side,
    /// The client whose it is; none for the provider's.
    pub company: Option<CompanyId>,
    /// Whether tickets may be put there.
    pub active: bool,
}

/// A request type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownRequestType {
    /// Which.
    pub id: RequestTypeId,
    /// Its name.
    pub name: String,
    /// The client who made it; none for the provider's.
    pub company: Option<CompanyId>,
    /// Whether it may still be chosen.
    pub active: bool,
}

impl Directory {
    /// The person, where known.
    #[must_use]
    pub fn person(&self, person: Person) -> Option<&KnownPerson> {
        let list = match person {
            Person::Resource(_) => &self.resources,
            Person::Contact(_) => &self.contacts,
        };
        list.iter().find(|known| known.person == person)
    }

    /// The organisation, where known.
    #[must_use]
    pub fn company(&self, id: CompanyId) -> Option<&KnownCompany> {
        self.companies.iter().find(|known| known.id == id)
    }

    /// The queue, where known.
    #[must_use]
    pub fn queue(&self, id: QueueId) -> Option<&KnownQueue> {
        self.queues.iter().find(|known| known.id == id)
    }
}
