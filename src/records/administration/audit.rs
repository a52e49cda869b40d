//! The log of administrative acts.

use crate::base::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Which entries are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AuditQuestion {
    /// Only of this client.
    pub company: Option<i64>,
    /// Only acts of this name.
    pub act: Option<String>,
    /// Only by whoever's name contains this.
    pub actor: Option<String>,
    /// Only since this day, as `2026-11-01`.
    pub since: Option<String>,
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
