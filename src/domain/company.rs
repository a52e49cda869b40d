//! What the rules need to know of a client company: its Taskfire state (TF-51).

use crate::base::Timestamp;
use serde::{Deserialize, Serialize};

/// A company's Taskfire state, readable by both sides, written by a provider's administrator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Taskfire {
    /// Whether it is on now.
    pub enabled: bool,
    /// Since when it has been on without a break; none while it is off.
    pub enabled_since: Option<Timestamp>,
    /// Setting 1 (TF-15): the owner's Complete in Autotask completes the Taskfire status too.
    pub complete_taskfire_with_autotask: bool,
    /// Setting 2 (TF-16): the owner's Complete in Taskfire completes the Autotask status too.
    pub complete_autotask_with_taskfire: bool,
}

impl Taskfire {
    /// Whether Taskfire's functions work on a ticket created then (CPX-06).
    #[must_use]
    pub fn covers(&self, created_at: Timestamp) -> bool {
        self.enabled && self.enabled_since.is_some_and(|since| since <= created_at)
    }
}
