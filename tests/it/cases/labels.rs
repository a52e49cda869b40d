//! The one table from the cases' labels to the project's own words.

use tandem::domain::{Priority, SecurityLevel};

/// A refusal's label, the action that it is for (`*`: any), and the codes of ours that mean it.
const REFUSALS: [(&str, &str, &[&str]); 29] = [
    ("already_started", "*", &["already_started"]),
    ("automation_contract_required", "*", &["automation_contract_required"]),
    ("both_boxes_required", "*", &["both_boxes_required"]),
    ("contract_required", "*", &["contract_required"]),
    ("disable_desk_first", "*", &["disable_taskfire_first"]),
    ("global_items", "*", &["items_without_owner"]),
    ("request_held", "*", &["request_held"]),
    ("time_expired_option_required", "*", &["time_expired_option_required"]),
    ("feature_inactive", "*", &["feature_inactive"]),
    ("desk_not_enabled", "*", &["taskfire_not_enabled"]),
    // What a person may not see is answered as if it were absent.
    ("forbidden", "*", &["forbidden", "not_found"]),
    // A day that comes with a level is no part of what is written.
    ("immutable", "set_effective_date", &["bad_request"]),
    ("level_in_use", "*", &["level_in_use"]),
    ("level_not_assignable", "*", &["level_not_assignable"]),
    ("not_holder", "recall", &["not_escalated"]),
    ("not_holder", "*", &["not_holder"]),
    ("not_supported", "add_secondary", &["forbidden", "not_assignable"]),
    ("predates_desk", "*", &["predates_taskfire"]),
    ("reason_required", "*", &["reason_required"]),
    ("service_reserved", "*", &["service_reserved"]),
    ("status_by_handover", "*", &["status_by_handover"]),
    ("units_automated", "*", &["units_automated"]),
    ("ticket_complete", "*", &["ticket_complete"]),
    // Not in the cases' own vocabulary, but in ours and in the further cases.
    ("already_assigned", "*", &["already_assigned"]),
    ("not_assignable", "*", &["not_assignable"]),
    ("not_escalated", "*", &["not_escalated"]),
    ("no_part", "*", &["no_part"]),
    ("desk_already_enabled", "*", &["taskfire_already_enabled"]),
    ("ticket_archived", "*", &["ticket_archived"]),
];

/// Our codes for a label at an action; none where the table has no such label.
pub fn codes(label: &str, action: &str) -> Option<&'static [&'static str]> {
    let fits =
        |(known, at, _): &&(&str, &str, &'static [&'static str])| *known == label && (*at == action || *at == "*");
    REFUSALS.iter().find(fits).map(|(_, _, codes)| *codes)
}

/// The results of a status change; ours have the same words.
pub const RESULTS: [&str; 6] = [
    "no_sync_not_complete",
    "not_shared",
    "not_owner",
    "setting_off",
    "already_complete",
    "synced",
];

/// Our field for one of a client's three settings.
pub fn setting(label: &str) -> Option<&'static str> {
    match label {
        "complete_client_when_provider_completes" => Some("completeTaskfireWithAutotask"),
        "complete_provider_when_client_completes" => Some("completeAutotaskWithTaskfire"),
        "hide_financials" => Some("hideFinancials"),
        _ => None,
    }
}

/// Our level for a role.
pub fn level(role: &str) -> Option<SecurityLevel> {
    match role {
        "desk_admin" => Some(SecurityLevel::TaskfireAdministrator),
        "desk_resource" => Some(SecurityLevel::TaskfireResource),
        other => SecurityLevel::from_word(other).filter(|level| {
            !matches!(
                level,
                SecurityLevel::TaskfireAdministrator | SecurityLevel::TaskfireResource
            )
        }),
    }
}

/// The priority that a case means by a label.
pub fn priority(label: &str) -> Option<Priority> {
    Priority::RANKED
        .into_iter()
        .find(|known| known.label().eq_ignore_ascii_case(label))
}

/// The label of a ticket's source.
pub fn source(number: i64) -> String {
    match number {
        -2 => "Insourced".to_owned(),
        -1 => "Client Portal".to_owned(),
        2 => "Phone".to_owned(),
        4 => "Email".to_owned(),
        8 => "Monitoring Alert".to_owned(),
        other => other.to_string(),
    }
}

/// The history's word for a case's event.
pub const EVENTS: [&str; 7] = [
    "escalated",
    "transferred",
    "declined",
    "recalled",
    "closed",
    "reopened",
    "assigned",
];
