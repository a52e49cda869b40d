//! What the portal looks like before sign-in, and which version of it a person has chosen.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A version of the portal (CP-18).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PortalVersion {
    /// The list.
    #[default]
    List,
    /// The next one: the list with a preview beside it.
    ListWithPreview,
}

/// The body of a switch between the two (CP-19).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PortalVersionSwitch {
    /// Whether it is to be the next one.
    pub next: bool,
}
