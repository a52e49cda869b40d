//! A ticket and its two sides (2.1, 2.2).

use super::{Facts, Person, Priority, Side, StatusKind, Statuses};
use crate::base::Timestamp;
use crate::base::ids::{
    CompanyId, ContactId, ContractId, ItemId, QueueId, RequestTypeId, ResourceId, StatusId, TicketId,
};
use serde::{Deserialize, Serialize};

/// One side's part in a ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SideState {
    /// This side's own status.
    pub status: StatusId,
    /// Since when it has that status.
    pub since: Timestamp,
    /// Where it waits on this side.
    pub queue: Option<QueueId>,
    /// How urgent this side takes it to be.
    pub priority: Priority,
    /// Who works on it here; a person of this side.
    pub assignee: Option<Person>,
}

/// The source field's value of work that came in by the portal or Taskfire (CPX-05, 13).
pub const SOURCE_CLIENT_PORTAL: i64 = -1;

/// A ticket as the rules see it. Fields that no rule reads live in the row only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// Negative while it exists in a local copy only.
    pub id: TicketId,
    /// Like `T20261120.0007`; `new-1` until the server has numbered it.
    pub number: String,
    /// Grows with each change.
    pub version: i64,
    /// The client; never changes once shared (2.3).
    pub company: CompanyId,
    /// The client's person it is about.
    pub contact: Option<ContactId>,
    /// One line.
    pub title: String,
    /// What was reported.
    pub description: String,
    /// What the holder did about it.
    pub resolution: String,
    /// The request type.
    pub request_type: Option<RequestTypeId>,
    /// The thing concerned, as text.
    pub item: Option<String>,
    /// The configuration item concerned: what a contract may be applied to (LT-13).
    pub configuration_item: Option<ItemId>,
    /// How it came in, a picklist value of Autotask.
    pub source: Option<i64>,
    /// "Resolve by" on the screen.
    pub due: Option<Timestamp>,
    /// True from the first escalation or transfer, for good.
    pub shared: bool,
    /// Who has the ticket now.
    pub holder: Side,
    /// The provider's part; none while client-internal (D-01).
    pub autotask: Option<SideState>,
    /// The client's part; none for provider-only tickets (D-01).
    pub taskfire: Option<SideState>,
    /// Resources who help the assignee (Autotask only, CM-11).
    pub secondaries: Vec<ResourceId>,
    /// Whether Taskfire was on when the ticket was created (CPX-06).
    pub eligible: bool,
    /// The support contract it is linked to.
    pub contract: Option<ContractId>,
    /// Whether it waits until that contract is active (D-22).
    pub held: bool,
    /// When it was created.
    pub created_at: Timestamp,
    /// The provider's first public note or status other than New (13.1).
    pub first_response: Option<Timestamp>,
    /// When and by whom the Autotask status became complete.
    pub completed: Option<Completed>,
    /// When and by which side the last open status became complete.
    pub closed: Option<Closed>,
}

/// The stamp of a completed Autotask status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Completed {
    /// When.
    pub at: Timestamp,
    /// By whom of the provider, if by one of them.
    pub by: Option<ResourceId>,
}

/// The stamp of a ticket whose every status is complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closed {
    /// When.
    pub at: Timestamp,
    /// The side that closed it last (D-50).
    pub by: Side,
}

/// Who takes part and who holds (the four situations of 2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Situation {
    /// Private to the client.
    ClientInternal,
    /// The provider's alone.
    ProviderOnly,
    /// Shared, held by the provider.
    Escalated,
    /// Shared, held by the client.
    Transferred,
}

impl Ticket {
    /// The part that a side has in it.
    #[must_use]
    pub fn side(&self, side: Side) -> Option<&SideState> {
        match side {
            Side::Autotask => self.autotask.as_ref(),
            Side::Taskfire => self.taskfire.as_ref(),
        }
    }

    /// The part that a side has in it, to change it.
    pub fn side_mut(&mut self, side: Side) -> &mut Option<SideState> {
        match side {
            Side::Autotask => &mut self.autotask,
            Side::Taskfire => &mut self.taskfire,
        }
    }

    /// Which of the four situations of 2.2 it is in.
    #[must_use]
    pub fn situation(&self) -> Situation {
        match (self.shared, self.holder) {
            (false, Side::Taskfire) => Situation::ClientInternal,
            (false, Side::Autotask) => Situation::ProviderOnly,
            (true, Side::Autotask) => Situation::Escalated,
            (true, Side::Taskfire) => Situation::Transferred,
        }
    }

    /// The kind of a side's status; none where it has no part.
    #[must_use]
    pub fn kind(&self, side: Side, statuses: &Statuses) -> Option<StatusKind> {
        self.side(side).map(|state| statuses.kind(state.status))
    }

    /// Whether every status that counts is complete (2.2).
    #[must_use]
    pub fn is_closed(&self, facts: &Facts) -> bool {
        Side::BOTH.into_iter().all(|side| {
            let kind = self.kind(side, &facts.statuses);
            kind.is_none_or(|kind| kind == StatusKind::Complete) || self.passes_over(side, facts)
        })
    }

    /// Whether a side's status doesn't count: the client's of a shared ticket while Taskfire is off (row 25b), and
    /// after Taskfire is on again until somebody sets it, on tickets that were closed meanwhile.
    fn passes_over(&self, side: Side, facts: &Facts) -> bool {
        let before_closing = |state: &SideState| self.closed.is_some_and(|closed| state.since < closed.at);
        side == Side::Taskfire
            && self.shared
            && (facts.is_taskfire_off() || self.taskfire.as_ref().is_some_and(before_closing))
    }
}
