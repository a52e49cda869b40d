//! A client's way to a working Taskfire: agreement, acknowledgements, settings, and what is still missing.

use crate::base::Timestamp;
use crate::base::ids::CompanyId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// On or off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Switch {
    /// Whether it is to be on.
    pub is_active: bool,
}

/// The agreement's acceptance: version and language that were read, and the two boxes (TF-10).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Acceptance {
    /// The version that was on the screen; an older one than the newest is refused (`agreement_outdated`).
    pub version: u32,
    /// The language in which it was read, like `en`.
    pub language: String,
    /// Box 1: "I have read and accept the terms".
    pub terms_accepted: bool,
    /// Box 2: "I am entitled to accept for my company and understand that each licence is charged".
    pub is_entitled: bool,
}

/// A version of the agreement in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Agreement {
    /// Counted from 1.
    pub version: u32,
    /// The language of this text.
    pub language: String,
    /// The day of the version, as `2026-09-01`.
    pub published: String,
    /// The text: a line that begins with a number and two blanks is a heading; paragraphs are divided by empty lines.
    pub text: String,
    /// What stands beside the two boxes (TF-10), which is accepted with the text; empty in an acknowledgement from before
    /// that was kept.
    pub boxes: [String; 2],
    /// SHA-256 in hexadecimal of the text, an empty line, and the boxes, each on a line behind `[ ] `.
    pub digest: String,
}

/// What was accepted, by whom and when: kept for good (TF-13, D-15).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Acknowledgement {
    /// Its number.
    pub id: i64,
    /// For which client.
    #[schema(value_type = i64)]
    pub company: CompanyId,
    /// The client's name as of then.
    pub company_name: String,
    /// The agreement as accepted.
    pub agreement: Agreement,
    /// The resource who accepted.
    pub resource: i64,
    /// Their name as of then.
    pub resource_name: String,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// The provider's time zone as of then.
    pub time_zone: String,
}

/// What an acceptance did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Enabled {
    /// The client.
    #[schema(value_type = i64)]
    pub company: CompanyId,
    /// On.
    pub is_taskfire_active: bool,
    /// What was stored about it.
    pub acknowledgement: AcknowledgementLine,
    /// The language of the text that was accepted.
    pub language: String,
    /// The digest of that text.
    pub digest: String,
}

/// What must be typed to switch Taskfire off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Confirmation {
    /// The client's name, letter by letter (case and outer blanks don't count).
    pub company_name: String,
}

/// What switching Taskfire off would do now (D-13). How many tickets the client keeps to itself is not the provider's to
/// know (D-41), so that only both sides' are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DisablingPreview {
    /// Shared tickets that the client holds: they return to the provider as New (row 25).
    pub returned_tickets: u64,
    /// Escalated tickets: they stay with the provider (row 25b).
    pub kept_tickets: u64,
    /// People who lose their Taskfire level.
    pub users: u64,
    /// Licences that end.
    pub licences: u64,
}

/// What switching Taskfire off did (TF-23).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Disabled {
    /// The client.
    #[schema(value_type = i64)]
    pub company: CompanyId,
    /// Off.
    pub is_taskfire_active: bool,
    /// How many tickets, people and licences it concerned.
    pub done: DisablingPreview,
}

/// The three settings of a client's Taskfire (TF-15, TF-16, TF-20).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TaskfireSettings {
    /// Setting 1 (TF-15).
    pub complete_taskfire_with_autotask: bool,
    /// Setting 2 (TF-16).
    pub complete_autotask_with_taskfire: bool,
    /// Setting 3 (TF-20).
    pub hide_financials: bool,
}

/// What provider and client agreed on before Taskfire was switched on (TF-08); each may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Preparation {
    /// How work flows between the two organisations.
    pub work_flow: String,
    /// How responsibilities are shared.
    pub responsibilities: String,
    /// Which request types each side handles.
    pub request_types: String,
    /// The usual way of escalation.
    pub escalation_path: String,
}

/// Which clients are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompanyQuestion {
    /// What the name contains; empty for all.
    pub search: String,
    /// Which of them.
    pub filter: CompanyFilter,
}

/// A choice among clients.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CompanyFilter {
    /// All whose portal could be used.
    #[default]
    All,
    /// Those whose Taskfire is on.
    Taskfire,
    /// Those with something missing or a warning.
    Incomplete,
    /// Those whose Taskfire is off.
    WithoutTaskfire,
}

/// Clients in the order of their tree: a parent, then its sub-companies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CompanyPage {
    /// The clients.
    pub items: Vec<CompanyLine>,
    /// Whether there are more than are given: then the search should say more.
    pub has_more: bool,
}

/// A client in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CompanyLine {
    /// The client.
    #[schema(value_type = i64)]
    pub id: CompanyId,
    /// Its name.
    pub name: String,
    /// Whether it is active; of one that isn't nobody comes in, and its licences end only with its Taskfire.
    pub is_active: bool,
    /// How deep it stands in the tree: 0 for one without a parent in the list.
    pub depth: u8,
    /// Whether the portal is on.
    pub is_portal_active: bool,
    /// Whether Taskfire is on.
    pub is_taskfire_active: bool,
    /// What is still missing for a working Taskfire (TF-05).
    #[schema(value_type = Vec<String>)]
    pub missing: Vec<Missing>,
    /// Licences: active people with a Taskfire level where Taskfire is on (D-21).
    pub licences: u64,
    /// A warning about the contract that bills the licences (TF-33, TF-34): `automation_contract_expired`.
    pub contract_warning: Option<String>,
}

/// Something without which a client's Taskfire is not fully set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// Taskfire is on, and nobody has a Taskfire level (TF-05).
    NoTaskfireUser,
    /// The feature is switched off for the whole instance, so nothing can be enabled (AG-14).
    FeatureInactive,
    /// The portal, in which Taskfire's people work, is switched off for the whole instance (TF-03).
    PortalInactive,
}

/// A client's set-up, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Setup {
    /// The client.
    #[schema(value_type = i64)]
    pub company: CompanyId,
    /// Its name.
    pub company_name: String,
    /// Whether it is the provider itself, whose licences are free (CP-24).
    pub is_own: bool,
    /// Whether the portal is on.
    pub is_portal_active: bool,
    /// Whether Taskfire is on. Settings and billing automation are offered only then (TF-12, TF-25).
    pub is_taskfire_active: bool,
    /// Since when it has been on.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub enabled_since: Option<Timestamp>,
    /// Whether it can be enabled now: it is off, and the feature is on for the instance (CP-21).
    pub can_enable: bool,
    /// The steps, in their order.
    pub steps: Vec<SetupStep>,
    /// What is still missing.
    #[schema(value_type = Vec<String>)]
    pub missing: Vec<Missing>,
    /// What was agreed on beforehand.
    pub preparation: Preparation,
    /// To be sent back with it: refused where it is another meanwhile.
    #[serde(default)]
    pub preparation_seen: String,
    /// The settings; none while Taskfire is off (TF-12).
    pub settings: Option<TaskfireSettings>,
    /// To be sent back with them: refused where they are others meanwhile.
    #[serde(default)]
    pub settings_seen: String,
    /// The newest acknowledgement: who enabled it and when (TF-13).
    pub acknowledgement: Option<AcknowledgementLine>,
    /// How many acknowledgements there are.
    pub acknowledgements: u64,
    /// People with a Taskfire level.
    pub taskfire_users: u64,
    /// Active contacts.
    pub contacts: u64,
    /// Licences.
    pub licences: u64,
    /// Licences that cost something: none of the provider's own (CP-24, D-20).
    pub billable_licences: u64,
    /// What one licence costs a month (TF-24), as `20.00`; none until it is set.
    pub licence_fee: Option<String>,
    /// The currency of the fee.
    pub currency: String,
}

/// An acknowledgement without its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AcknowledgementLine {
    /// Its number.
    pub id: i64,
    /// The version that was accepted.
    pub version: u32,
    /// Who accepted, as named then.
    pub resource_name: String,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
}

/// A step of the set-up with where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SetupStep {
    /// Which.
    #[schema(value_type = String)]
    pub step: Step,
    /// How far.
    #[schema(value_type = String)]
    pub state: StepState,
}

/// The steps from "no portal" to "working Taskfire" (TF-04), in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Agree on four points with the client (TF-08).
    Preparation,
    /// Accept the agreement, which enables Taskfire.
    Enable,
    /// Choose the three settings.
    Settings,
    /// Give the first person a Taskfire level.
    FirstUser,
    /// Rules that send kinds of tickets to the client by themselves (TF-06).
    WorkflowRules,
    /// Bill licences by themselves (TF-25).
    Billing,
}

/// Where a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    /// Done.
    Done,
    /// To be done.
    Open,
    /// Can be done, needn't be.
    Optional,
    /// Another step comes first.
    Waiting,
    /// The feature isn't there yet.
    Unavailable,
}
