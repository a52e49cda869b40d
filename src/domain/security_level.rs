//! The levels that people have, from which follows what they may do (2.7).

use super::Side;
use serde::{Deserialize, Serialize};

/// A security level. Read at every request, never kept in a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecurityLevel {
    /// A provider's person with the admin permission of TF-01.
    ProviderAdmin,
    /// A provider's technician.
    ProviderTech,
    /// A client's person who works tickets and steers the client's desk.
    TaskfireAdministrator,
    /// A client's person who works tickets.
    TaskfireResource,
    /// A portal user who sees the organisation's tickets and manages its users (D-39).
    PortalManager,
    /// A portal user who sees all tickets of the organisation (D-39).
    PortalAdvanced,
    /// A portal user who sees the tickets whose contact they are (D-39).
    PortalBasic,
}

impl SecurityLevel {
    /// Every level.
    pub const ALL: [Self; 7] = [
        Self::ProviderAdmin,
        Self::ProviderTech,
        Self::TaskfireAdministrator,
        Self::TaskfireResource,
        Self::PortalManager,
        Self::PortalAdvanced,
        Self::PortalBasic,
    ];

    /// The side that a person of this level belongs to.
    #[must_use]
    pub fn side(self) -> Side {
        match self {
            Self::ProviderAdmin | Self::ProviderTech => Side::Autotask,
            _ => Side::Taskfire,
        }
    }

    /// Whether people of this level work tickets, rather than follow them (CPX-04).
    #[must_use]
    pub fn works_tickets(self) -> bool {
        matches!(
            self,
            Self::ProviderAdmin | Self::ProviderTech | Self::TaskfireAdministrator | Self::TaskfireResource
        )
    }

    /// The client's level by its number in `ClientPortalUsers.securityLevel` (CPX-02, 13.1).
    #[must_use]
    pub fn from_portal_number(number: i64) -> Option<Self> {
        match number {
            1 => Some(Self::PortalBasic),
            2 => Some(Self::PortalAdvanced),
            3 => Some(Self::PortalManager),
            4 => Some(Self::TaskfireResource),
            5 => Some(Self::TaskfireAdministrator),
            _ => None,
        }
    }

    /// The number in `ClientPortalUsers.securityLevel`; a provider's level has none.
    #[must_use]
    pub fn portal_number(self) -> Option<i64> {
        match self {
            Self::PortalBasic => Some(1),
            Self::PortalAdvanced => Some(2),
            Self::PortalManager => Some(3),
            Self::TaskfireResource => Some(4),
            Self::TaskfireAdministrator => Some(5),
            Self::ProviderAdmin | Self::ProviderTech => None,
        }
    }

    /// The word on the wire and in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::ProviderAdmin => "provider_admin",
            Self::ProviderTech => "provider_tech",
            Self::TaskfireAdministrator => "taskfire_administrator",
            Self::TaskfireResource => "taskfire_resource",
            Self::PortalManager => "portal_manager",
            Self::PortalAdvanced => "portal_advanced",
            Self::PortalBasic => "portal_basic",
        }
    }

    /// Reads [`SecurityLevel::word`].
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.word() == word)
    }
}
