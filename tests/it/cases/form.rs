//! The form of a case file. What stands in a case and isn't here makes the case fail: nothing is passed over.

use serde::Deserialize;
use serde_json::{Map, Value};
use std::path::Path;
use tandem::domain::StatusKind;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default, rename = "about")]
    _about: Option<String>,
    #[serde(default, rename = "conventions")]
    _conventions: Value,
    #[serde(default, rename = "permission_matrix")]
    _permission_matrix: Value,
    cases: Vec<Case>,
}

/// The cases of a file.
pub fn read(path: &Path) -> Vec<Case> {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let file: File = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    file.cases
}

/// One case. Its parts are read when it is run, so that a form that one case has doesn't fail the others.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub id: String,
    pub area: String,
    pub title: String,
    #[serde(default, rename = "refs")]
    _refs: Vec<String>,
    #[serde(default, rename = "basis")]
    _basis: String,
    pub given: Value,
    pub when: Value,
    pub then: Map<String, Value>,
}

/// The state before.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Given {
    pub desk_enabled: Option<bool>,
    pub desk_eligible: Option<bool>,
    pub org: Option<String>,
    pub ticket: Option<TicketGiven>,
    pub settings: SettingsGiven,
    pub request_type: Option<RequestTypeGiven>,
    pub provider_statuses: Vec<StatusGiven>,
    pub client_statuses: Vec<StatusGiven>,
    pub now: Option<String>,
}

/// A permission case's state before: a role, and what holds for the ticket.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleGiven {
    pub role: String,
    #[serde(default)]
    pub context: Context,
}

/// What a permission depends on besides the role.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Context {
    pub holder: Option<HolderWord>,
    pub desk_enabled: Option<bool>,
    pub is_contact: Option<bool>,
    pub shared: Option<bool>,
    pub provider_kind: Option<StatusKind>,
    pub client_kind: Option<StatusKind>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum HolderWord {
    Client,
    Provider,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TicketGiven {
    pub shared: bool,
    pub holder: HolderWord,
    #[serde(default)]
    pub provider: Option<SideGiven>,
    #[serde(default)]
    pub client: Option<SideGiven>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SideGiven {
    pub kind: Option<StatusKind>,
    pub status: Option<String>,
    pub assignee: Option<String>,
    pub secondaries: Vec<String>,
    pub queue: Option<String>,
    pub priority: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SettingsGiven {
    pub complete_client_when_provider_completes: bool,
    pub complete_provider_when_client_completes: bool,
    pub hide_financials: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequestTypeGiven {
    pub provider_queue: Option<String>,
    /// The client's settings for it.
    #[serde(default)]
    pub client_queue: Option<String>,
    #[serde(default)]
    pub default_assignee: Option<String>,
    /// Made by the client itself.
    #[serde(default)]
    pub client_made: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatusGiven {
    pub label: String,
    pub kind: StatusKind,
    #[serde(default)]
    pub default: bool,
}

/// One step of `when`.
#[derive(Debug, Deserialize)]
pub struct Step {
    #[serde(default)]
    pub actor: Option<ActorGiven>,
    pub action: String,
    /// The action's own fields.
    #[serde(flatten)]
    pub fields: Map<String, Value>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ActorGiven {
    pub id: Option<String>,
    pub role: Option<String>,
    pub side: Option<HolderWord>,
    pub system: bool,
    pub org: Option<String>,
    pub name: Option<String>,
    #[serde(rename = "note")]
    _note: Option<String>,
}

impl Case {
    /// Takes a field out of what is given or checked, as in `then.units`; whether it was there.
    pub fn leave_out(&mut self, field: &str) -> bool {
        match field.split_once('.') {
            Some(("then", name)) => self.then.remove(name).is_some(),
            Some(("given", name)) => {
                let given = self.given.as_object_mut();
                given.is_some_and(|given| given.remove(name).is_some())
            }
            _ => false,
        }
    }

    /// `when`, which is one step or a list of them.
    ///
    /// # Errors
    /// Neither.
    pub fn steps(&self) -> Result<Vec<Step>, String> {
        let steps = match &self.when {
            Value::Array(steps) => steps.clone(),
            step => vec![step.clone()],
        };
        let read = |step| serde_json::from_value(step).map_err(|error| format!("when: {error}"));
        steps.into_iter().map(read).collect()
    }

    /// Whether it is in the form of a permission case.
    pub fn is_permission(&self) -> bool {
        self.given.get("role").is_some() && self.given.get("context").is_some()
    }
}
