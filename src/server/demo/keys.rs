//! What the keys of the demo's files became in the database.

use super::DemoError;
use crate::base::ids::{CompanyId, ContactId, QueueId, RequestTypeId, ResourceId};
use crate::domain::{Actor, Person};
use std::collections::HashMap;

/// The ids behind the keys.
#[derive(Debug, Default)]
pub(super) struct Keys {
    pub companies: HashMap<String, CompanyId>,
    pub queues: HashMap<String, QueueId>,
    pub request_types: HashMap<String, RequestTypeId>,
    pub people: HashMap<String, Person>,
    /// Those of the people who can do something.
    pub actors: HashMap<String, Actor>,
}

impl Keys {
    pub(super) fn company(&self, key: &str) -> Result<CompanyId, DemoError> {
        find(&self.companies, "company", key)
    }

    pub(super) fn queue(&self, key: &str) -> Result<QueueId, DemoError> {
        find(&self.queues, "queue", key)
    }

    pub(super) fn request_type(&self, key: &str) -> Result<RequestTypeId, DemoError> {
        find(&self.request_types, "request type", key)
    }

    pub(super) fn person(&self, key: &str) -> Result<Person, DemoError> {
        find(&self.people, "person", key)
    }

    pub(super) fn contact(&self, key: &str) -> Result<ContactId, DemoError> {
        match self.person(key)? {
            Person::Contact(contact) => Ok(contact),
            Person::Resource(ResourceId(_)) => Err(unknown("contact", key)),
        }
    }

    pub(super) fn actor(&self, key: &str) -> Result<&Actor, DemoError> {
        self.actors.get(key).ok_or_else(|| unknown("person with a level", key))
    }
}

fn find<T: Copy>(map: &HashMap<String, T>, what: &'static str, key: &str) -> Result<T, DemoError> {
    map.get(key).copied().ok_or_else(|| unknown(what, key))
}

pub(super) fn unknown(what: &'static str, key: &str) -> DemoError {
    DemoError::Unknown {
        what,
        key: key.to_owned(),
    }
}
