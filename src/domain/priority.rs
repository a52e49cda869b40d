//! How urgent a ticket is, per side.

use serde::{Deserialize, Serialize};

/// A priority by its picklist value; shown by rank, since the values are not in order (13.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Priority(pub i64);

impl Priority {
    /// P1.
    pub const CRITICAL: Self = Self(4);
    /// P2.
    pub const HIGH: Self = Self(1);
    /// P3, given where nobody chose.
    pub const MEDIUM: Self = Self(2);
    /// P4.
    pub const LOW: Self = Self(3);
    /// All, most urgent first.
    pub const RANKED: [Self; 4] = [Self::CRITICAL, Self::HIGH, Self::MEDIUM, Self::LOW];

    /// 1 for P1, 4 for P4; values that the tables don't know come last.
    #[must_use]
    pub fn rank(self) -> usize {
        Self::RANKED
            .iter()
            .position(|known| *known == self)
            .unwrap_or(Self::RANKED.len())
            + 1
    }

    /// The label that the picklist gives.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::CRITICAL => "Critical",
            Self::HIGH => "High",
            Self::MEDIUM => "Medium",
            Self::LOW => "Low",
            _ => "?",
        }
    }
}
