//! What the console shows, ready to draw: the local copy fills these, the panes draw them and ask the rules about
//! them. They stand here because panes never see the local copy itself.

mod desk;
mod outbox;
mod parts;

pub use desk::{Candidate, NotificationLine, QueueLine, SharedLine, ViewCounts};
pub use outbox::{Difference, OutboxLine, OutboxState};
pub use parts::{AttachmentLine, ChecklistLine, Content, ConversationEntry, Delivery, HistoryLine, Related, TimeLine};

use crate::base::Timestamp;
use crate::base::ids::{CompanyId, ContactId, TicketId};
use crate::domain::{Facts, Person, Priority, SecurityLevel, Side, StatusKind, Ticket};
use crate::entities::Row;

/// One side's part in a ticket, with the labels that people read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideLine {
    /// The status's label.
    pub status: String,
    /// What that status means.
    pub kind: StatusKind,
    /// Since when it has that status.
    pub since: Timestamp,
    /// The queue's name.
    pub queue: Option<String>,
    /// How urgent this side takes it to be.
    pub priority: Priority,
    /// Who works on it here.
    pub assignee: Option<Named>,
}

/// A person with their name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Who.
    pub person: Person,
    /// What others call them.
    pub name: String,
}

/// What this machine adds to a ticket.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LocalMarks {
    /// Changes that the server has not answered.
    pub unsent: bool,
    /// A change that the server refused or that is stale: it waits for a decision.
    pub stopped: bool,
    /// Half-typed text.
    pub draft: bool,
    /// Something that this person hasn't read.
    pub unread: bool,
}

/// A ticket as a line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketLine {
    /// The ticket.
    pub id: TicketId,
    /// Its number, or `new-1`.
    pub number: String,
    /// Its title, as written; made harmless when drawn.
    pub title: String,
    /// The client.
    pub company: CompanyId,
    /// The client's name.
    pub company_name: String,
    /// The client's person.
    pub contact_name: Option<String>,
    /// The provider's part.
    pub autotask: Option<SideLine>,
    /// The client's part.
    pub taskfire: Option<SideLine>,
    /// Who has it.
    pub holder: Side,
    /// Whether both sides see it.
    pub shared: bool,
    /// Resolve by.
    pub due: Option<Timestamp>,
    /// When it was created.
    pub created_at: Timestamp,
    /// When something last happened to it.
    pub changed_at: Timestamp,
    /// When it was closed, if it is.
    pub closed_at: Option<Timestamp>,
    /// What this machine adds.
    pub marks: LocalMarks,
}

impl TicketLine {
    /// The part of a side.
    #[must_use]
    pub fn side(&self, side: Side) -> Option<&SideLine> {
        match side {
            Side::Autotask => self.autotask.as_ref(),
            Side::Taskfire => self.taskfire.as_ref(),
        }
    }
}

/// An opened or previewed ticket.
#[derive(Clone, Debug)]
pub struct TicketView {
    /// What a list shows of it.
    pub line: TicketLine,
    /// As the rules see it, unsent changes applied.
    pub ticket: Ticket,
    /// The row it came from, for what a change has seen.
    pub row: Row,
    /// What the copy knows of the facts that rules need; person, queue and contact of an act are looked up per act.
    pub facts: Facts,
    /// The contact's card.
    pub contact: Option<ContactCard>,
    /// The company's card.
    pub company: CompanyCard,
    /// The request type's name.
    pub request_type: Option<String>,
    /// The names of the secondary resources.
    pub secondaries: Vec<Named>,
    /// The user-defined fields that have a value, with it as people read it, in their order.
    pub user_defined: Vec<(String, String)>,
    /// How many entries the conversation has.
    pub note_count: u64,
    /// Minutes that the own side has logged.
    pub minutes: i64,
    /// The newest entries of the conversation, oldest first, at most three: for the preview.
    pub last_words: Vec<ConversationEntry>,
}

/// A person at the client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactCard {
    /// Who.
    pub id: ContactId,
    /// First and last name.
    pub name: String,
    /// What they are at the client.
    pub title: Option<String>,
    /// The number to call first.
    pub phone: Option<String>,
    /// The number on the road.
    pub mobile: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// What they may do, if they can sign in.
    pub level: Option<SecurityLevel>,
    /// Other open tickets of theirs.
    pub open_tickets: u64,
}

/// A client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompanyCard {
    /// Which.
    pub id: CompanyId,
    /// Its name.
    pub name: String,
    /// The switchboard.
    pub phone: Option<String>,
    /// Where it is.
    pub city: Option<String>,
    /// The company it belongs to.
    pub parent: Option<String>,
    /// Whether its staff work in Taskfire.
    pub taskfire: bool,
    /// Its open tickets.
    pub open_tickets: u64,
}
