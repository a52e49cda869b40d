//! Notes: the conversation of a ticket and who reads which part of it (2.3).

use super::{Actor, Person, SecurityLevel, Side};
use crate::base::Timestamp;
use serde::{Deserialize, Serialize};

/// The longest text of a note, in characters (TicketNotes.description).
pub const LONGEST_NOTE: usize = 32_000;
/// The longest title of a note, in characters (TicketNotes.title).
pub const LONGEST_TITLE: usize = 250;

/// Whom the author wants to read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Audience {
    /// Everybody who sees the ticket.
    Public,
    /// The author's own side only, and there only those who may write one (2.3).
    Internal,
}

/// Who reads a note, once it is known who wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Readers {
    /// Everybody who sees the ticket.
    Public,
    /// The provider's people.
    Autotask,
    /// The client's Taskfire people; no portal level.
    Taskfire,
}

impl Readers {
    /// The readers of a note that a person of `side` writes for `audience`.
    #[must_use]
    pub fn of(audience: Audience, side: Side) -> Self {
        match (audience, side) {
            (Audience::Public, _) => Self::Public,
            (Audience::Internal, Side::Autotask) => Self::Autotask,
            (Audience::Internal, Side::Taskfire) => Self::Taskfire,
        }
    }

    /// Whether somebody of this level is among them (D-41).
    #[must_use]
    pub fn include(self, level: SecurityLevel) -> bool {
        match self {
            Self::Public => true,
            Self::Autotask => level.side() == Side::Autotask,
            Self::Taskfire => level.side() == Side::Taskfire && level.works_tickets(),
        }
    }

    /// The word on the wire and in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Autotask => "autotask",
            Self::Taskfire => "taskfire",
        }
    }

    /// Reads [`Readers::word`].
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Public, Self::Autotask, Self::Taskfire]
            .into_iter()
            .find(|readers| readers.word() == word)
    }
}

/// A note that an act adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Who wrote it.
    pub author: Person,
    /// Their name as of then.
    pub author_name: String,
    /// The author's level: a portal user's note is marked differently on the wire (13.1).
    pub author_level: SecurityLevel,
    /// Who reads it.
    pub readers: Readers,
    /// One line above it, may be empty.
    pub title: String,
    /// The text.
    pub text: String,
    /// When the server took it.
    pub at: Timestamp,
}

impl Note {
    /// A note of the actor, made now.
    #[must_use]
    pub fn by(actor: &Actor, audience: Audience, text: &str, at: Timestamp) -> Self {
        Self {
            author: actor.person,
            author_name: actor.name.clone(),
            author_level: actor.level,
            readers: Readers::of(audience, actor.side()),
            title: String::new(),
            text: text.trim_end().to_owned(),
            at,
        }
    }
}
