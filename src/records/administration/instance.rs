//! The instance: what the provider has switched on, and what holds everywhere (CP-20 to CP-23).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What can be written about the instance.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InstanceSettings {
    /// The provider's name.
    pub name: String,
    /// Where its days begin, like `Europe/Berlin`, as written last: a change applies from the next day
    /// ([`InstancePage::coming_time_zone`]).
    pub time_zone: String,
    /// One currency, like `EUR`; fixed once a period is closed.
    pub currency: String,
    /// What the platform charges for one Taskfire licence a month (TF-24), as `20.00`; none: not known.
    pub licence_fee: Option<String>,
    /// The subscription (CP-20).
    #[schema(value_type = String)]
    pub subscription: Subscription,
    /// Whether the provider's own people must sign in with a second factor.
    pub requires_two_factor: bool,
}

/// What the provider has subscribed to (CP-20).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subscription {
    /// Without a portal: it answers `feature_inactive`.
    Essentials,
    /// With portal and Taskfire.
    Premium,
    /// With everything.
    #[default]
    Ultimate,
}

/// A feature of the activations page (CP-23).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Feature {
    /// The portal.
    Portal,
    /// Taskfire, for the instance; then client by client (CP-21).
    Taskfire,
    /// The co-managed help desk (CM-01).
    Comanaged,
    /// Early access to the next version of the portal (CP-18).
    NextPortal,
}

impl Feature {
    /// Every feature, in the page's order.
    pub const ALL: [Self; 4] = [Self::Portal, Self::Taskfire, Self::Comanaged, Self::NextPortal];

    /// The word on the wire and in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Portal => "portal",
            Self::Taskfire => "taskfire",
            Self::Comanaged => "comanaged",
            Self::NextPortal => "next_portal",
        }
    }
}

/// A feature to be switched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FeatureSwitch {
    /// Which.
    #[schema(value_type = String)]
    pub feature: Feature,
    /// Whether it is to be on.
    pub is_active: bool,
}

/// The instance as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct InstancePage {
    /// What can be written.
    pub settings: InstanceSettings,
    /// The time zone that holds now.
    pub present_time_zone: String,
    /// A time zone that applies from that day on: `Europe/Madrid` and `2026-11-24`.
    pub coming_time_zone: Option<(String, String)>,
    /// Whether the currency can still be changed.
    pub is_currency_fixed: bool,
    /// The features with whether they are on.
    pub features: Vec<FeatureSwitch>,
    /// The newest digest of the audit log, to be kept elsewhere.
    pub audit_digest: String,
    /// To be sent back with the settings: refused where they are others meanwhile.
    #[serde(default)]
    pub seen: String,
}
