//! A company's Taskfire state (TF-51).

use crate::base::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The state, as both sides read it. A write takes the settings; the intervals follow from enabling and disabling.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TaskfireState {
    /// Whether it is on now.
    #[serde(default)]
    pub enabled: bool,
    /// When it was on.
    #[serde(default)]
    pub intervals: Vec<Interval>,
    /// Setting 1 (TF-15).
    pub complete_taskfire_with_autotask: bool,
    /// Setting 2 (TF-16).
    pub complete_autotask_with_taskfire: bool,
    /// Setting 3 (TF-20).
    pub hide_financials: bool,
}

/// A time during which Taskfire was on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Interval {
    /// Since when.
    #[schema(value_type = String, format = DateTime)]
    pub from: Timestamp,
    /// Until when; null while it lasts.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub to: Option<Timestamp>,
}
