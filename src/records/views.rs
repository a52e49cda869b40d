//! What the console shows, ready to draw: the local copy fills these, the panes draw them and ask the rules about
//! them. They stand here because panes never see the local copy itself.

use crate::base::Timestamp;
use crate::base::ids::{ChangeId, ChecklistItemId, CompanyId, ContactId, QueueId, TicketId};
use crate::domain::note::Readers;
use crate::domain::{Change, Facts, Person, Priority, SecurityLevel, Side, StatusKind, Ticket};
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

/// What stands in a ticket's conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConversationEntry {
    /// When the server took it; while queued, when it was written.
    pub at: Timestamp,
    /// When it was written, where that was noticeably earlier.
    pub written_at: Option<Timestamp>,
    /// Who.
    pub author: String,
    /// The author's side.
    pub side: Side,
    /// Who reads it.
    pub readers: Readers,
    /// What it is.
    pub content: Content,
    /// Whether the server has it.
    pub delivery: Delivery,
    /// Whether this person has not read it yet.
    pub unread: bool,
}

/// The content of a conversation's entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// The ticket's own description.
    Description(String),
    /// A note.
    Note {
        /// One line above it, may be empty.
        title: String,
        /// The text, perhaps HTML.
        text: String,
    },
    /// A hand-over with its reason: `domain::history::Event`'s word.
    HandOver {
        /// Which.
        event: String,
        /// Why, may be empty.
        reason: String,
    },
    /// What was done about it.
    Resolution(String),
}

/// How far a thing made here has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// The server has it.
    Delivered,
    /// It waits to be sent.
    Queued(ChangeId),
    /// The server refused it, or it is stale: it waits for a decision.
    Stopped(ChangeId),
}

/// A time entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeLine {
    /// The day of the work.
    pub worked_on: Timestamp,
    /// Who.
    pub author: String,
    /// How long.
    pub minutes: i64,
    /// What was done.
    pub summary: String,
    /// What only the own side reads.
    pub internal_notes: String,
    /// The minutes that a contract covers; none where contracts were not active.
    pub covered: Option<i64>,
    /// The minutes that none does.
    pub uncovered: Option<i64>,
    /// Whether the server has it.
    pub delivery: Delivery,
}

/// What hangs on a ticket besides what is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Related {
    /// What is to be ticked off, in its order.
    pub checklist: Vec<ChecklistLine>,
    /// Files and links, oldest first.
    pub attachments: Vec<AttachmentLine>,
}

/// An item of the checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChecklistLine {
    /// Which.
    pub id: ChecklistItemId,
    /// What is to be done.
    pub name: String,
    /// Whether it is.
    pub is_completed: bool,
    /// Whether it matters more than others.
    pub is_important: bool,
    /// Who did it.
    pub completed_by: Option<String>,
    /// When.
    pub completed_at: Option<Timestamp>,
    /// Whether the server has it so.
    pub delivery: Delivery,
}

/// A file or a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachmentLine {
    /// Which; negative while it waits to be sent.
    pub id: i64,
    /// What people read.
    pub name: String,
    /// What a link points to; none for a file.
    pub link: Option<String>,
    /// In bytes.
    pub size: u64,
    /// SHA-256 of what is in it, in hexadecimal.
    pub digest: String,
    /// Who attached it.
    pub author: String,
    /// Their side.
    pub side: Side,
    /// Who sees it.
    pub readers: Readers,
    /// When.
    pub at: Timestamp,
    /// Bytes that the server has.
    pub sent: u64,
    /// Whether the server has it.
    pub delivery: Delivery,
}

/// An entry of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryLine {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub author: String,
    /// The side whose part changed.
    pub side: Option<Side>,
    /// `domain::history::Event`'s word.
    pub event: String,
    /// The field of an edit.
    pub field: Option<String>,
    /// The label before.
    pub before: Option<String>,
    /// The label after.
    pub after: Option<String>,
    /// The reason, or the imported desk's words.
    pub detail: String,
}

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

/// A change that the server has not settled.
#[derive(Clone, Debug, PartialEq)]
pub struct OutboxLine {
    /// The change.
    pub change: Change,
    /// The ticket's number as of now.
    pub number: String,
    /// The ticket's title.
    pub title: String,
    /// How far it is.
    pub state: OutboxState,
    /// How many later changes of the same ticket wait for it.
    pub followers: u64,
}

/// How far a queued change is.
#[derive(Clone, Debug, PartialEq)]
pub enum OutboxState {
    /// Waits for its turn or for the line.
    Queued,
    /// On its way; the answer is not here yet.
    Sending,
    /// Refused or stale: a person decides.
    Stopped {
        /// The stable code.
        code: String,
        /// The server's sentence.
        message: String,
        /// The field it is about.
        field: Option<String>,
        /// For a stale change: the fields that differ, with what was seen and what is there now, as labels.
        differs: Vec<Difference>,
    },
}

/// One field that changed meanwhile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its name on the wire.
    pub field: String,
    /// What the person saw.
    pub seen: String,
    /// What is there now.
    pub now: String,
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
