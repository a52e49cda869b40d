//! What a rule needs to know besides the ticket and the actor. The server fills it from its database, the local copy
//! from its mirror; what the copy doesn't know is `Unknown`, and the outcome then says that the server decides.

use super::company::Taskfire;
use super::contract::Answer;
use super::{SecurityLevel, Side, Statuses};
use crate::base::Date;
use crate::base::ids::{CompanyId, ContactId, QueueId};
use std::sync::Arc;

/// The answer to a look-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookup<T> {
    /// It is known.
    Found(T),
    /// It is known not to exist.
    Missing,
    /// Only the server knows.
    Unknown,
}

/// What the rules need to know of a queue that an act names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QueueFacts {
    /// Whose queue it is.
    pub side: Side,
    /// The client whose queue it is; none for the provider's.
    pub company: Option<CompanyId>,
}

/// What the rules need to know of a person whom an act names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PersonFacts {
    /// Their level; none for a contact who can't sign in.
    pub level: Option<SecurityLevel>,
    /// The company they belong to; 0 for the provider's people.
    pub company: CompanyId,
    /// Whether they can be given work.
    pub active: bool,
}

impl PersonFacts {
    /// Whether they can be given a side's work on this client's ticket: active, of a level that works tickets there.
    #[must_use]
    pub fn is_assignable(&self, side: Side, company: CompanyId) -> bool {
        let works = |level: SecurityLevel| level.works_tickets() && level.side() == side;
        let here = side == Side::Autotask || self.company == company;
        self.active && here && self.level.is_some_and(works)
    }
}

/// Where a ticket starts on a side that gets it for the first time (CPX-05, D-07).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Routing {
    /// The request type's queue, else Client Portal.
    pub autotask_queue: QueueId,
    /// The queue of the client's settings for the request type, else its first internal one.
    pub taskfire_queue: Option<QueueId>,
    /// The default assignee of the client's settings for the request type.
    pub taskfire_assignee: Option<ContactId>,
}

/// The facts for one act.
#[derive(Clone, Debug)]
pub struct Facts {
    /// All statuses of the instance.
    pub statuses: Arc<Statuses>,
    /// The state of the ticket's company.
    pub taskfire: Lookup<Taskfire>,
    /// Where the ticket would start on either side.
    pub routing: Lookup<Routing>,
    /// The queue that the act names.
    pub queue: Lookup<QueueFacts>,
    /// The person whom the act names as assignee or secondary resource.
    pub person: Lookup<PersonFacts>,
    /// The contact whom the act names.
    pub contact: Lookup<PersonFacts>,
    /// What the search for a support contract says of the request (2.10); missing where the search doesn't concern it.
    pub contract: Lookup<Answer>,
    /// The provider's calendar day.
    pub today: Lookup<Date>,
}

impl Facts {
    /// Whether Taskfire is known to be off at the ticket's company.
    #[must_use]
    pub fn is_taskfire_off(&self) -> bool {
        matches!(self.taskfire, Lookup::Found(taskfire) if !taskfire.enabled)
    }

    /// Facts that know the statuses and nothing else.
    #[must_use]
    pub fn unknown(statuses: Arc<Statuses>) -> Self {
        Self {
            statuses,
            taskfire: Lookup::Unknown,
            routing: Lookup::Unknown,
            queue: Lookup::Unknown,
            person: Lookup::Unknown,
            contact: Lookup::Unknown,
            contract: Lookup::Unknown,
            today: Lookup::Unknown,
        }
    }
}
