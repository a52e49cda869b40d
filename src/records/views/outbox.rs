//! What waits to be sent, and how far it is.

use crate::domain::Change;

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
