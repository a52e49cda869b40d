//! What a webhook sends (autotask-rest 10).

use crate::base::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value as Json};

/// The header with the signature: [`SIGNED_WITH`], then base64 of the HMAC of the body.
pub const SIGNATURE: &str = "X-Hook-Signature";
/// How it is signed.
pub const SIGNED_WITH: &str = "sha1=";

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Action {
    /// A row is there, or came into the owner's view.
    Create,
    /// Fields of it changed.
    Update,
    /// It is there no more, or left the owner's view.
    Delete,
    /// The webhook itself says nothing more.
    Deactivated,
}

/// A body. Webhook and number together are an event's own: whoever gets them twice got the same event twice.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Callout<'a> {
    /// What happened.
    pub action: Action,
    /// The webhook.
    pub guid: &'a str,
    /// To a row of what.
    pub entity_type: &'a str,
    /// To which row; the webhook's own id where that is deactivated.
    pub id: i64,
    /// The fields that the webhook is about.
    pub fields: Map<String, Json>,
    /// When.
    pub event_time: Timestamp,
    /// Counts the webhook's events without a gap.
    pub sequence_number: i64,
    /// The resource who did it.
    #[serde(rename = "PersonID")]
    pub person_id: i64,
}
