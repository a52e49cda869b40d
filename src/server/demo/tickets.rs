//! The form of `assets/demo/tickets-*.toml`: each ticket, and what people did to it.

use super::relative::Relative;
use crate::domain::Priority;
use crate::domain::note::Audience;
use serde::{Deserialize, Deserializer};

/// One file of tickets.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TicketFile {
    pub ticket: Vec<TicketEntry>,
}

/// One ticket. People, companies, queues and request types are named by their keys in `desk.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TicketEntry {
    pub company: String,
    pub contact: String,
    /// Who created it.
    pub by: String,
    pub title: String,
    pub description: String,
    pub request_type: String,
    #[serde(deserialize_with = "priority")]
    pub priority: Priority,
    #[serde(default)]
    pub queue: Option<String>,
    #[serde(default)]
    pub item: Option<String>,
    /// Relative to the moment the desk is made.
    pub opened: Relative,
    #[serde(default)]
    pub due: Option<Relative>,
    pub acts: Vec<ActEntry>,
}

/// One act, so long after the one before, or after the opening.
#[derive(Debug, Deserialize)]
pub(super) struct ActEntry {
    pub after: Relative,
    pub by: String,
    #[serde(flatten)]
    pub what: Deed,
}

/// What was done.
#[derive(Debug, Deserialize)]
#[serde(tag = "do", rename_all = "lowercase")]
pub(super) enum Deed {
    Assign {
        to: String,
    },
    Status {
        status: String,
    },
    Priority {
        #[serde(deserialize_with = "priority")]
        priority: Priority,
    },
    Queue {
        queue: String,
    },
    Note {
        audience: Audience,
        text: String,
    },
    Time {
        minutes: i64,
        summary: String,
    },
    Escalate {
        reason: String,
    },
    Transfer {
        reason: String,
    },
    Decline {
        reason: String,
    },
    Recall,
    Complete {
        #[serde(default)]
        resolution: String,
    },
    /// Reopened, and said to both sides why.
    Reopen {
        text: String,
    },
}

fn priority<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Priority, D::Error> {
    let text = String::deserialize(deserializer)?;
    let known = Priority::RANKED
        .into_iter()
        .find(|known| known.label().eq_ignore_ascii_case(&text));
    known.ok_or_else(|| {
        serde::de::Error::custom(format!(
            "there is no priority \"{text}\"; take critical, high, medium or low"
        ))
    })
}
