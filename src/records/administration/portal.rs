//! Portal settings: the global ones, and what a client has instead (CP-28, CP-29).

use crate::base::ids::CompanyId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The settings that hold for every client which doesn't override them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PortalSettings {
    /// Who must sign in with a second factor (CPX-11).
    #[schema(value_type = String)]
    pub two_factor: TwoFactorPolicy,
    /// After how many idle minutes the screen is locked; none: never.
    pub lock_after_minutes: Option<u16>,
    /// What clients see of the provider's time (CPX-12).
    #[schema(value_type = String)]
    pub shown_time: ShownTime,
    /// How the provider's people are named to clients (CPX-13).
    #[schema(value_type = String)]
    pub resource_names: ResourceNames,
    /// Tickets created before this day, as `2026-01-31`, are hidden from clients (CPX-14).
    pub tickets_since: Option<String>,
    /// Whether clients may use the next version of the portal (CP-18); the instance's feature must be on too.
    pub next_version: bool,
    /// Whether Basic, Advanced and Manager may be assigned by client users (CPX-09), in this order.
    pub assignable_levels: [bool; 3],
    /// What goes out looks so.
    pub branding: Branding,
}

/// How what goes out looks (CP-27).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Branding {
    /// The name in the sign-in banner and in mail; empty: the provider's.
    pub name: String,
    /// A line of text in place of a picture.
    pub logo_text: String,
    /// The colour of mail and banner, as `#1a6fb5`; empty: none.
    pub colour: String,
}

/// What a client has instead of the global settings; none means that the global one holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[expect(missing_docs, reason = "each is the setting of its name in PortalSettings")]
pub struct PortalOverrides {
    #[schema(value_type = Option<String>)]
    pub two_factor: Option<TwoFactorPolicy>,
    pub lock_after_minutes: Option<u16>,
    #[schema(value_type = Option<String>)]
    pub shown_time: Option<ShownTime>,
    #[schema(value_type = Option<String>)]
    pub resource_names: Option<ResourceNames>,
    pub tickets_since: Option<String>,
    pub next_version: Option<bool>,
    pub assignable_levels: Option<[bool; 3]>,
    pub branding: Option<Branding>,
}

/// Who must sign in with a second factor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TwoFactorPolicy {
    /// Nobody.
    #[default]
    Nobody,
    /// People with a Taskfire level.
    TaskfireUsers,
    /// All who sign in at the client.
    Everybody,
}

/// What clients see of the provider's time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShownTime {
    /// Nothing.
    #[default]
    Nothing,
    /// Hours that are billed.
    Billed,
    /// Hours that were worked.
    Worked,
}

/// How the provider's people are named to clients.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResourceNames {
    /// First and last name.
    #[default]
    Full,
    /// The first name only.
    First,
    /// The provider's name in their place.
    Provider,
}

/// The global settings, or a client's with what they override.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PortalPage {
    /// The client; none for the global ones.
    #[schema(value_type = Option<i64>)]
    pub company: Option<CompanyId>,
    /// Its name; empty for the global ones.
    pub company_name: String,
    /// The global settings.
    pub global: PortalSettings,
    /// What the client has instead.
    pub overrides: PortalOverrides,
    /// To be sent back with what is written, the global settings or the client's own: refused where they are others
    /// meanwhile.
    #[serde(default)]
    pub seen: String,
}

impl PortalPage {
    /// What holds at this client.
    #[must_use]
    pub fn effective(&self) -> PortalSettings {
        self.global.with(&self.overrides)
    }
}

impl PortalSettings {
    /// These settings with a client's own in their place (CP-29).
    #[must_use]
    pub fn with(&self, overrides: &PortalOverrides) -> Self {
        Self {
            two_factor: overrides.two_factor.unwrap_or(self.two_factor),
            lock_after_minutes: overrides.lock_after_minutes.or(self.lock_after_minutes),
            shown_time: overrides.shown_time.unwrap_or(self.shown_time),
            resource_names: overrides.resource_names.unwrap_or(self.resource_names),
            tickets_since: overrides.tickets_since.clone().or_else(|| self.tickets_since.clone()),
            next_version: overrides.next_version.unwrap_or(self.next_version),
            assignable_levels: overrides.assignable_levels.unwrap_or(self.assignable_levels),
            branding: overrides.branding.clone().unwrap_or_else(|| self.branding.clone()),
        }
    }
}

impl Default for PortalSettings {
    fn default() -> Self {
        Self {
            two_factor: TwoFactorPolicy::default(),
            lock_after_minutes: None,
            shown_time: ShownTime::default(),
            resource_names: ResourceNames::default(),
            tickets_since: None,
            next_version: false,
            assignable_levels: [true; 3],
            branding: Branding::default(),
        }
    }
}
