//! What an opened ticket shows besides its line: what was said, worked, attached and done.

use crate::base::Timestamp;
use crate::base::ids::{ChangeId, ChecklistItemId};
use crate::domain::Side;
use crate::domain::note::Readers;

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
