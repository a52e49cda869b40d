//! Half-typed text, kept by the local copy until it is sent or thrown away.

use crate::base::Timestamp;
use crate::base::ids::TicketId;

/// What kind of text a draft is; with ticket and context it names the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DraftKind {
    /// A note that both sides read.
    Reply,
    /// A note that the own side reads.
    InternalNote,
    /// A time entry.
    Time,
    /// A resolution.
    Resolution,
    /// The reason of a hand-over.
    Reason,
    /// The fields of a new ticket.
    NewTicket,
    /// Edited fields of a ticket.
    Edit,
    /// What is agreed on with a client before Taskfire is switched on.
    Preparation,
}

impl DraftKind {
    const ALL: [Self; 8] = [
        Self::Reply,
        Self::InternalNote,
        Self::Time,
        Self::Resolution,
        Self::Reason,
        Self::NewTicket,
        Self::Edit,
        Self::Preparation,
    ];

    /// The word in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Reply => "reply",
            Self::InternalNote => "note",
            Self::Time => "time",
            Self::Resolution => "complete",
            Self::Reason => "reason",
            Self::NewTicket => "create",
            Self::Edit => "edit",
            Self::Preparation => "preparation",
        }
    }

    /// Reads [`DraftKind::word`].
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// Names a draft.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DraftKey {
    /// The ticket it belongs to; none while there is no ticket.
    pub ticket: Option<TicketId>,
    /// What kind of text it is.
    pub kind: DraftKind,
    /// Tells several of one kind apart; empty for the usual one.
    pub context: String,
}

/// A half-typed text. A form keeps its fields in it as JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Which one.
    pub key: DraftKey,
    /// What was typed so far.
    pub text: String,
    /// When it was last typed at.
    pub saved_at: Timestamp,
}
