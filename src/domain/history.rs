//! What happened to a ticket, as entries that are never changed.

use super::{Actor, Person, Priority, Side};
use crate::base::Timestamp;
use crate::base::ids::{QueueId, ResourceId, StatusId};
use serde::{Deserialize, Serialize};

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// It was created.
    Created,
    /// The Autotask status changed.
    AutotaskStatus,
    /// The Taskfire status changed.
    TaskfireStatus,
    /// A side's assignee changed.
    Assigned,
    /// A side's queue changed.
    Moved,
    /// A side's priority changed.
    Prioritised,
    /// A common field changed; `field` names it.
    Edited,
    /// The client handed it to the provider.
    Escalated,
    /// The provider handed it to the client.
    Transferred,
    /// The provider sent an escalation back.
    Declined,
    /// The client took an escalation back.
    Recalled,
    /// The last open status became complete.
    Closed,
    /// It was closed and is open again.
    Reopened,
    /// A resource was added as secondary.
    SecondaryAdded,
    /// A resource is no longer secondary.
    SecondaryRemoved,
    /// Taskfire was switched off at the client.
    TaskfireDisabled,
}

impl Event {
    /// All of them.
    pub const ALL: [Self; 16] = [
        Self::Created,
        Self::AutotaskStatus,
        Self::TaskfireStatus,
        Self::Assigned,
        Self::Moved,
        Self::Prioritised,
        Self::Edited,
        Self::Escalated,
        Self::Transferred,
        Self::Declined,
        Self::Recalled,
        Self::Closed,
        Self::Reopened,
        Self::SecondaryAdded,
        Self::SecondaryRemoved,
        Self::TaskfireDisabled,
    ];

    /// The word on the wire and in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::AutotaskStatus => "autotask_status",
            Self::TaskfireStatus => "taskfire_status",
            Self::Assigned => "assigned",
            Self::Moved => "moved",
            Self::Prioritised => "prioritised",
            Self::Edited => "edited",
            Self::Escalated => "escalated",
            Self::Transferred => "transferred",
            Self::Declined => "declined",
            Self::Recalled => "recalled",
            Self::Closed => "closed",
            Self::Reopened => "reopened",
            Self::SecondaryAdded => "secondary_added",
            Self::SecondaryRemoved => "secondary_removed",
            Self::TaskfireDisabled => "taskfire_disabled",
        }
    }

    /// Reads [`Event::word`].
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|event| event.word() == word)
    }
}

/// A value before or after, which whoever stores the entry turns into the label of that moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A status of either side.
    Status(StatusId),
    /// A queue of either side.
    Queue(QueueId),
    /// A resource or a contact.
    Person(Person),
    /// A secondary resource.
    Resource(ResourceId),
    /// A priority.
    Priority(Priority),
    /// Anything else, as text.
    Text(String),
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: Timestamp,
    /// Who did it.
    pub by: Person,
    /// Their name as of then.
    pub by_name: String,
    /// The side that did it.
    pub side: Side,
    /// The side whose part changed: a side's own matters before sharing stay its own (D-41).
    pub concerns: Option<Side>,
    /// What.
    pub event: Event,
    /// The field of an [`Event::Edited`].
    pub field: Option<&'static str>,
    /// The value before.
    pub before: Option<Value>,
    /// The value after.
    pub after: Option<Value>,
    /// The reason that was given.
    pub reason: Option<String>,
    /// Which sides may read it: fixed when written, so that sharing later reveals nothing of before (D-41).
    pub readers: Readers,
}

/// Which sides may read an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Readers {
    /// Both sides.
    Both,
    /// The provider only.
    Autotask,
    /// The client only.
    Taskfire,
}

impl Readers {
    /// The side alone.
    #[must_use]
    pub fn only(side: Side) -> Self {
        match side {
            Side::Autotask => Self::Autotask,
            Side::Taskfire => Self::Taskfire,
        }
    }

    /// The word on the wire and in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Both => "public",
            Self::Autotask => "autotask",
            Self::Taskfire => "taskfire",
        }
    }
}

impl Entry {
    /// An entry of the actor, made now, that both sides may read.
    #[must_use]
    pub fn by(actor: &Actor, event: Event, at: Timestamp) -> Self {
        Self {
            at,
            by: actor.person,
            by_name: actor.name.clone(),
            side: actor.side(),
            concerns: None,
            event,
            field: None,
            before: None,
            after: None,
            reason: None,
            readers: Readers::Both,
        }
    }

    /// With the values before and after.
    #[must_use]
    pub fn values(mut self, before: Option<Value>, after: Option<Value>) -> Self {
        self.before = before;
        self.after = after;
        self
    }
}
