//! What is shown of the desk around tickets: queues, clients, counts, notifications, who could be given work.

use crate::base::Timestamp;
use crate::base::ids::{CompanyId, QueueId, TicketId};
use crate::domain::{Person, SecurityLevel, Side};

/// A queue with its open tickets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueLine {
    /// Which.
    pub id: QueueId,
    /// Its name.
    pub name: String,
    /// Whose.
    pub side: Side,
    /// The client whose queue it is; none for the provider's.
    pub company: Option<CompanyId>,
    /// Open tickets in it.
    pub open: u64,
}

/// A client (or, seen from Taskfire, the provider) with the open tickets that both sides share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedLine {
    /// The client.
    pub company: CompanyId,
    /// Its name.
    pub name: String,
    /// Open shared tickets.
    pub open: u64,
}

/// The counts beside the built-in views.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ViewCounts {
    /// Open tickets assigned to this person.
    pub mine: u64,
    /// Those of them that are past due.
    pub mine_late: u64,
    /// Open tickets of this side's queues without assignee.
    pub unassigned: u64,
    /// Open shared tickets that came back to this side and are New here.
    pub back: u64,
}

/// Something that this person was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotificationLine {
    /// Its id.
    pub id: i64,
    /// `domain::notice::NoticeEvent`'s word.
    pub event: String,
    /// The ticket, if it is about one.
    pub ticket: Option<TicketId>,
    /// The ticket's number.
    pub number: Option<String>,
    /// What the notice adds: a reason, the first words of a note.
    pub text: String,
    /// When.
    pub at: Timestamp,
    /// Whether it was read.
    pub read: bool,
}

/// One person who could be given work, for the picker: me first, then by open tickets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub person: Person,
    /// First and last name.
    pub name: String,
    /// Open tickets assigned to them.
    pub open_tickets: u64,
    /// What the rules need to know of them.
    pub level: Option<SecurityLevel>,
}
