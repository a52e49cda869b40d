//! Half-typed text, kept by the local copy until it is sent or thrown away.

use crate::base::Timestamp;
use crate::base::ids::TicketId;
use crate::domain::Act;
use crate::domain::note::Audience;

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
    /// The reason of an escalation or a transfer.
    Reason,
    /// The reason for which an escalation is declined.
    DeclineReason,
    /// The reason for which an escalation is recalled.
    RecallReason,
    /// The fields of a new ticket.
    NewTicket,
    /// Edited fields of a ticket.
    Edit,
    /// What is agreed on with a client before Taskfire is switched on.
    Preparation,
    /// A new person of a client.
    NewPerson,
    /// Edited fields of a person.
    Person,
    /// The login that comes with somebody's first level.
    Level,
    /// A new level.
    NewLevel,
    /// The instance's settings.
    Instance,
    /// A portal setting.
    Portal,
    /// Edited fields of a contract.
    Contract,
    /// Edited fields of a service of the catalogue.
    Service,
    /// The name of a view.
    View,
}

impl DraftKind {
    const ALL: [Self; 19] = [
        Self::Reply,
        Self::InternalNote,
        Self::Time,
        Self::Resolution,
        Self::Reason,
        Self::DeclineReason,
        Self::RecallReason,
        Self::NewTicket,
        Self::Edit,
        Self::Preparation,
        Self::NewPerson,
        Self::Person,
        Self::Level,
        Self::NewLevel,
        Self::Instance,
        Self::Portal,
        Self::Contract,
        Self::Service,
        Self::View,
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
            Self::DeclineReason => "decline",
            Self::RecallReason => "recall",
            Self::NewTicket => "create",
            Self::Edit => "edit",
            Self::Preparation => "preparation",
            Self::NewPerson => "new_person",
            Self::Person => "person",
            Self::Level => "level",
            Self::NewLevel => "new_level",
            Self::Instance => "instance",
            Self::Portal => "portal",
            Self::Contract => "contract",
            Self::Service => "service",
            Self::View => "view",
        }
    }

    /// The kind of the text that an act carries, if it is more than a choice.
    #[must_use]
    pub fn of(act: &Act) -> Option<Self> {
        Some(match act {
            Act::AddNote {
                audience: Audience::Public,
                ..
            } => Self::Reply,
            Act::AddNote { .. } => Self::InternalNote,
            Act::LogTime { .. } => Self::Time,
            Act::Complete { .. } => Self::Resolution,
            Act::Escalate { .. } | Act::Transfer { .. } => Self::Reason,
            Act::Decline { .. } => Self::DeclineReason,
            Act::Recall { .. } => Self::RecallReason,
            Act::Create(_) => Self::NewTicket,
            Act::Edit(_) => Self::Edit,
            _ => return None,
        })
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
