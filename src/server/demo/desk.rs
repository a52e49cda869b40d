//! The forms of `assets/demo/instance.toml` and `assets/demo/desk.toml`: who is there before the first ticket.

use super::relative::Relative;
use crate::domain::SecurityLevel;
use crate::records::administration::portal::{ResourceNames, ShownTime};
use serde::{Deserialize, Deserializer};

/// Provider, clients, people, queues and request types.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Desk {
    pub branding: BrandingEntry,
    pub company: Vec<CompanyEntry>,
    pub autotask_queue: Vec<QueueEntry>,
    pub taskfire_queue: Vec<ClientQueueEntry>,
    pub request_type: Vec<RequestTypeEntry>,
    pub resource: Vec<ResourceEntry>,
    pub contact: Vec<ContactEntry>,
}

/// The provider itself: the whole of `instance.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct InstanceEntry {
    pub name: String,
    pub time_zone: String,
    pub currency: String,
    pub licence_fee: String,
    pub sign_in: String,
}

/// How what goes out looks.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BrandingEntry {
    pub name: String,
    pub logo_text: String,
    pub colour: String,
}

/// What a client has instead of the global portal settings.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PortalEntry {
    pub lock_after_minutes: Option<u16>,
    pub shown_time: Option<ShownTime>,
    pub resource_names: Option<ResourceNames>,
    pub next_version: Option<bool>,
    pub branding: Option<BrandingEntry>,
}

/// A company; the own one is the provider.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CompanyEntry {
    pub key: String,
    #[serde(default)]
    pub own: bool,
    pub name: String,
    #[serde(rename = "type")]
    pub kind: CompanyKind,
    pub parent: Option<String>,
    pub phone: String,
    pub city: String,
    #[serde(default)]
    pub taskfire_since: Option<Relative>,
    #[serde(default)]
    pub complete_taskfire_with_autotask: bool,
    #[serde(default)]
    pub complete_autotask_with_taskfire: bool,
    pub portal: Option<PortalEntry>,
}

/// What a company is to the provider.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) enum CompanyKind {
    Customer,
    Prospect,
}

impl CompanyKind {
    /// Its value in `Companies.companyType`.
    pub(super) fn number(self) -> i64 {
        match self {
            Self::Customer => 1,
            Self::Prospect => 3,
        }
    }
}

/// A queue of the provider.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct QueueEntry {
    pub key: String,
    pub name: String,
}

/// A queue of a client's Taskfire side; the client's first one is where its tickets start.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClientQueueEntry {
    pub key: String,
    pub company: String,
    pub name: String,
}

/// A request type and the provider's queue for it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RequestTypeEntry {
    pub key: String,
    pub name: String,
    pub autotask_queue: Option<String>,
}

/// A person of the provider; the key is the name they sign in with.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ResourceEntry {
    pub key: String,
    pub first: String,
    pub last: String,
    pub title: String,
    pub email: String,
    pub phone: String,
    #[serde(deserialize_with = "provider_level")]
    pub level: SecurityLevel,
}

/// A person of a client; the key is the name they sign in with, if they have a level.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ContactEntry {
    pub key: String,
    pub company: String,
    pub first: String,
    pub last: String,
    pub title: String,
    pub email: String,
    pub phone: String,
    #[serde(deserialize_with = "client_level")]
    pub level: Option<SecurityLevel>,
}

fn provider_level<'de, D: Deserializer<'de>>(deserializer: D) -> Result<SecurityLevel, D::Error> {
    match String::deserialize(deserializer)?.as_str() {
        "admin" => Ok(SecurityLevel::ProviderAdmin),
        "tech" => Ok(SecurityLevel::ProviderTech),
        other => Err(unknown_level(other, "admin, tech")),
    }
}

fn client_level<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<SecurityLevel>, D::Error> {
    match String::deserialize(deserializer)?.as_str() {
        "none" => Ok(None),
        "basic" => Ok(Some(SecurityLevel::PortalBasic)),
        "advanced" => Ok(Some(SecurityLevel::PortalAdvanced)),
        "manager" => Ok(Some(SecurityLevel::PortalManager)),
        "taskfire_resource" => Ok(Some(SecurityLevel::TaskfireResource)),
        "taskfire_administrator" => Ok(Some(SecurityLevel::TaskfireAdministrator)),
        other => Err(unknown_level(
            other,
            "none, basic, advanced, manager, taskfire_resource, taskfire_administrator",
        )),
    }
}

fn unknown_level<E: serde::de::Error>(level: &str, known: &str) -> E {
    E::custom(format!("there is no level \"{level}\"; take one of: {known}"))
}
