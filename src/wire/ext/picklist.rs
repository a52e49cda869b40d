//! Values of picklists that a desk keeps beside its entities (`GET /tandem/v1/picklists`): tickets hold their numbers.

use crate::entities::{Field, Live, Picklist};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A value of such a picklist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct KeptValue {
    /// The ticket's field: `source`, `subIssueType`.
    pub field: String,
    /// The number that tickets hold.
    pub value: i64,
    /// What people call it.
    pub label: String,
}

/// Whether a field's values are kept so, rather than being rows of an entity or always the same.
#[must_use]
pub fn is_kept(field: &Field) -> bool {
    matches!(
        field.picklist,
        Some(Picklist::Live(Live::TicketSources | Live::SubIssueTypes))
    )
}
