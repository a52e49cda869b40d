//! Who acts, and who can be given work.

use super::{SecurityLevel, Side};
use crate::base::ids::{CompanyId, ContactId, ResourceId};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A provider's resource or a client's contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Person {
    /// A person (or API user) of the provider.
    Resource(ResourceId),
    /// A person of a client.
    Contact(ContactId),
}

impl Person {
    /// The side that this person belongs to.
    #[must_use]
    pub fn side(self) -> Side {
        match self {
            Self::Resource(_) => Side::Autotask,
            Self::Contact(_) => Side::Taskfire,
        }
    }

    /// The person of `side` with this number.
    #[must_use]
    pub fn of(side: Side, number: i64) -> Self {
        match side {
            Side::Autotask => Self::Resource(ResourceId(number)),
            Side::Taskfire => Self::Contact(ContactId(number)),
        }
    }

    /// The resource's or contact's id.
    #[must_use]
    pub fn number(self) -> i64 {
        match self {
            Self::Resource(resource) => resource.0,
            Self::Contact(contact) => contact.0,
        }
    }
}

impl fmt::Display for Person {
    /// As logs keep it: `resource 4`, `contact 7`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Resource(id) => write!(f, "resource {id}"),
            Self::Contact(id) => write!(f, "contact {id}"),
        }
    }
}

/// Whether a human acts, or a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Agency {
    /// A person at a keyboard, or one whom an API user impersonates.
    Human,
    /// An API user or the system: never a ticket's owner (D-02).
    Automation,
}

/// Somebody who asks for something, as of this request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Actor {
    /// Who it is.
    pub person: Person,
    /// The name that history and notes keep.
    pub name: String,
    /// What they may do.
    pub level: SecurityLevel,
    /// The company they belong to; 0 for the provider's people.
    pub company: CompanyId,
    /// Whether a human acts.
    pub agency: Agency,
}

impl Actor {
    /// The side that acts.
    #[must_use]
    pub fn side(&self) -> Side {
        self.level.side()
    }
}
