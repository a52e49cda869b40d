//! The log of administrative acts.

use crate::base::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The names of all acts that the log can hold: those of `Administration`, and what is done past it.
pub const ACTS: &[&str] = &[
    "accept_agreement",
    "change_level",
    "confirm_two_factor",
    "create_api_user",
    "create_contact",
    "create_level",
    "create_portal_user",
    "create_resource",
    "delete_level",
    "disable_taskfire",
    "edit_contact",
    "edit_level",
    "edit_portal_user",
    "edit_resource",
    "import",
    "limit_credential",
    "override_portal_settings",
    "publish_agreement",
    "remove_two_factor",
    "renew_credential",
    "reset_password",
    "reset_two_factor",
    "switch_company",
    "switch_contact",
    "switch_feature",
    "switch_off_webhook",
    "switch_portal",
    "write_instance",
    "write_portal_settings",
    "write_preparation",
    "write_service_desk",
    "write_taskfire_settings",
    "write_user_defined_field",
    "write_webhook",
];

/// Which entries are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AuditQuestion {
    /// Only of this client.
    pub company: Option<i64>,
    /// Only of clients whose name contains this.
    pub client: Option<String>,
    /// Only acts of these names, divided by commas.
    pub act: Option<String>,
    /// Only by whoever's name contains this.
    pub actor: Option<String>,
    /// Only since this day, as `2026-11-01`.
    pub since: Option<String>,
    /// Only until this day, which is included.
    pub until: Option<String>,
    /// Only before this entry: the end of the page before.
    pub before: Option<i64>,
}

/// Entries, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AuditPage {
    /// The entries.
    pub items: Vec<AuditEntry>,
    /// Whether older ones follow.
    pub has_more: bool,
    /// The newest digest of the whole log.
    pub newest_digest: String,
}

/// One administrative act. Entries are only ever added; each one's digest covers it and the digest before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AuditEntry {
    /// Counted from 1 without a gap.
    pub id: i64,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// Who, as `resource 4`, or `system`.
    pub actor: String,
    /// Their name as of then.
    pub actor_name: String,
    /// From which address; `local` for the command line on the server.
    pub origin: String,
    /// What: the name of the act.
    pub act: String,
    /// The client that it is about.
    pub company: Option<i64>,
    /// What it is about, in words: a client's or a person's name.
    pub subject: String,
    /// How it was, as JSON.
    pub before: serde_json::Value,
    /// How it is since, as JSON.
    pub after: serde_json::Value,
    /// SHA-256 in hexadecimal over this entry and the digest before it.
    pub digest: String,
}
