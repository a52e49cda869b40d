//! Typed ids, so that a queue's number can't be passed where a ticket's is meant.

use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

id! {
    /// A ticket. Negative while it exists only in this machine's copy (`new-1` is −1).
    TicketId,
    /// A company; 0 is the provider itself (CPX-19), so 0 never means "none".
    CompanyId,
    /// A client's person.
    ContactId,
    /// A provider's person or API user.
    ResourceId,
    /// A queue of either side.
    QueueId,
    /// A status of either side.
    StatusId,
    /// A request type (Autotask's issue type).
    RequestTypeId,
    /// A configuration item.
    ItemId,
    /// A contract.
    ContractId,
    /// A ticket's note.
    NoteId,
    /// A time entry.
    TimeEntryId,
    /// An item of a ticket's checklist.
    ChecklistItemId,
}

impl TicketId {
    /// Whether the server has not numbered this ticket yet.
    #[must_use]
    pub fn is_temporary(self) -> bool {
        self.0 < 0
    }
}

/// The id of a change, made where the change is made; it is the change's idempotency key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ChangeId(pub Uuid);

impl fmt::Display for ChangeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Where new change ids come from; passed in, so that tests can fix them.
pub trait Ids: Send + Sync {
    /// An id that was never given before. Later ones sort after earlier ones.
    fn change(&self) -> ChangeId;
}

/// Ids that are unique across machines and sort by time (UUID version 7).
#[derive(Clone, Copy, Debug, Default)]
pub struct UniqueIds;

impl Ids for UniqueIds {
    fn change(&self) -> ChangeId {
        ChangeId(Uuid::now_v7())
    }
}
