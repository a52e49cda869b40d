//! The change feed's events (`GET /tandem/v1/changes`).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What an event says about a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeedEvent {
    /// Where the feed stands; the first event of a reader who brought no place.
    Place,
    /// The row is new or different.
    Changed,
    /// The row left this reader's view.
    Removed,
    /// The place is too old, or the reader's level changed: start afresh.
    Reset,
}

impl FeedEvent {
    /// The word in `event:`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Changed => "changed",
            Self::Removed => "removed",
            Self::Reset => "reset",
        }
    }

    /// Reads [`FeedEvent::word`].
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Place, Self::Changed, Self::Removed, Self::Reset]
            .into_iter()
            .find(|event| event.word() == word)
    }
}

/// The `data:` of an event.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FeedData {
    /// The entity's name in the singular; empty for `place` and `reset`.
    #[serde(default)]
    pub entity: String,
    /// The row's id.
    #[serde(default)]
    pub id: i64,
    /// The ticket's version; other entities have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    /// The row as this reader may see it; absent where it was removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<serde_json::Value>,
}
