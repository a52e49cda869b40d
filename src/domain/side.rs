//! The two organisations that share a ticket.

use serde::{Deserialize, Serialize};

/// One of the two sides of a shared ticket; always shown in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The service provider, working in Autotask.
    Autotask,
    /// The client's own IT staff, working in Taskfire.
    Taskfire,
}

impl Side {
    /// Both, in the order in which they are shown.
    pub const BOTH: [Self; 2] = [Self::Autotask, Self::Taskfire];

    /// The opposite side.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Autotask => Self::Taskfire,
            Self::Taskfire => Self::Autotask,
        }
    }

    /// The word on the wire and in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Autotask => "autotask",
            Self::Taskfire => "taskfire",
        }
    }

    /// Reads [`Side::word`].
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::BOTH.into_iter().find(|side| side.word() == word)
    }

    /// The product's name, which no language translates.
    #[must_use]
    pub fn product(self) -> &'static str {
        match self {
            Self::Autotask => "Autotask",
            Self::Taskfire => "Taskfire",
        }
    }
}
