//! The table of 2.7 against the acceptance cases' own copy of it, and the acts against the table.

use super::support::*;
use crate::base::Date;
use crate::base::ids::{QueueId, ResourceId};
use crate::domain::note::Audience;
use crate::domain::permission::{Action, Permission, permission};
use crate::domain::{Act, Priority, Refusal, SecurityLevel, Side, Ticket};
use std::collections::{BTreeMap, BTreeSet};

type Matrix = BTreeMap<String, BTreeMap<String, String>>;

fn matrix() -> Matrix {
    let cases: serde_json::Value = serde_json::from_str(include_str!("../../../tests/cases/cases.json")).unwrap();
    serde_json::from_value(cases["permission_matrix"].clone()).unwrap()
}

const ACTIONS: [(&str, Action); 19] = [
    ("edit_desk_settings", Action::EditTaskfireSettings),
    ("create_ticket", Action::CreateTicket),
    ("view_ticket_where_contact", Action::ViewTicketWhereContact),
    ("view_all_tickets_of_own_org", Action::ViewAllTicketsOfOwnCompany),
    ("view_never_shared_client_ticket", Action::ViewNeverSharedClientTicket),
    ("edit_ticket_fields", Action::EditFields),
    ("set_own_side_status", Action::SetOwnStatus),
    ("assign_move_prioritise_own_side", Action::SteerOwnSide),
    ("add_public_note", Action::AddPublicNote),
    ("add_internal_note", Action::AddInternalNote),
    ("log_time", Action::LogTime),
    ("escalate", Action::Escalate),
    ("transfer_to_client", Action::Transfer),
    ("decline", Action::Decline),
    ("recall", Action::Recall),
    ("be_secondary_resource", Action::BeSecondaryResource),
    ("manage_contracts", Action::ManageContracts),
    ("configure_billing_automation", Action::ConfigureBillingAutomation),
    ("view_financial_reports", Action::ViewFinancialReports),
];

/// What comes with later features.
const LATER: [&str; 13] = [
    "approve_change_request",
    "assign_desk_security_level",
    "configure_client_desk",
    "configure_integration",
    "edit_licence_effective_date",
    "edit_or_delete_system_desk_level",
    "edit_units_of_automated_service",
    "enable_or_disable_desk",
    "forward_to_vendor",
    "manage_comanaged_setup",
    "manage_portal_users",
    "open_rmm_device",
    "use_dashboards_and_worklists",
];

fn role(level: SecurityLevel) -> &'static str {
    match level {
        SecurityLevel::TaskfireAdministrator => "desk_admin",
        SecurityLevel::TaskfireResource => "desk_resource",
        other => other.word(),
    }
}

fn condition(cell: &str) -> Permission {
    match cell {
        "yes" => Permission::Yes,
        "no" => Permission::No,
        "if_holder" => Permission::IfHolder,
        "if_holder_and_new" => Permission::IfHolderAndNew,
        "if_new" => Permission::IfNew,
        "if_contact" => Permission::IfContact,
        "if_shared_or_provider" => Permission::IfSharedOrProvider,
        "if_level_and_not_hidden" => Permission::IfLevelAndNotHidden,
        other => panic!("unknown condition {other}"),
    }
}

#[test]
fn every_cell_is_the_acceptance_cases_one() {
    let matrix = matrix();
    for (name, action) in ACTIONS {
        for level in SecurityLevel::ALL {
            let cell = &matrix[name][role(level)];
            assert_eq!(permission(level, action), condition(cell), "{name} for {level:?}");
        }
    }
}

#[test]
fn every_action_of_the_table_is_here_or_comes_later() {
    let known: BTreeSet<_> = ACTIONS.iter().map(|(name, _)| *name).chain(LATER).collect();
    assert_eq!(known.len(), ACTIONS.len() + LATER.len());
    assert_eq!(matrix().keys().map(String::as_str).collect::<BTreeSet<_>>(), known);
}

fn acts() -> Vec<(Action, Act)> {
    let note = |audience| Act::AddNote {
        audience,
        title: String::new(),
        text: "x".to_owned(),
    };
    let time = Act::LogTime {
        worked_on: Date::parse("2026-05-10").unwrap(),
        started_at: None,
        minutes: 5,
        summary: String::new(),
        internal_notes: String::new(),
    };
    vec![
        (Action::EditFields, Act::Edit(Box::default())),
        (Action::SetOwnStatus, Act::Reopen),
        (
            Action::SetOwnStatus,
            Act::Complete {
                resolution: String::new(),
            },
        ),
        (Action::SetOwnStatus, complete(Side::Autotask)),
        (Action::SteerOwnSide, Act::Assign { assignee: None }),
        (
            Action::SteerOwnSide,
            Act::SetPriority {
                priority: Priority::LOW,
            },
        ),
        (Action::SteerOwnSide, Act::Move { queue: QueueId(9) }),
        (Action::AddPublicNote, note(Audience::Public)),
        (Action::AddInternalNote, note(Audience::Internal)),
        (Action::LogTime, time),
        (Action::Escalate, escalate()),
        (Action::Transfer, transfer()),
        (Action::Decline, decline("x")),
        (Action::Recall, recall()),
        (
            Action::BeSecondaryResource,
            Act::AddSecondary {
                resource: ResourceId(12),
            },
        ),
        (
            Action::BeSecondaryResource,
            Act::RemoveSecondary {
                resource: ResourceId(12),
            },
        ),
    ]
}

fn tickets() -> Vec<Ticket> {
    vec![
        internal(),
        provider_only(),
        escalated(),
        just_escalated(),
        transferred(),
        closed(Side::Taskfire),
    ]
}

#[test]
fn an_act_is_forbidden_exactly_where_the_table_says_no() {
    let people = [
        provider_admin(),
        tech(),
        desk_admin(),
        desk(),
        manager(),
        advanced(),
        basic(),
    ];
    for (action, act) in acts() {
        for actor in &people {
            for ticket in tickets() {
                let refusal = apply(&act, &ticket, actor, &facts()).err();
                let never = permission(actor.level, action) == Permission::No;
                assert_eq!(
                    refusal.as_ref().map(Refusal::code) == Some("forbidden"),
                    never,
                    "{act:?} by {:?}",
                    actor.level
                );
            }
        }
    }
}

#[test]
fn levels_survive_their_word_and_their_number() {
    for level in SecurityLevel::ALL {
        assert_eq!(SecurityLevel::from_word(level.word()), Some(level));
        match level.portal_number() {
            Some(number) => assert_eq!(SecurityLevel::from_portal_number(number), Some(level)),
            None => assert_eq!(level.side(), Side::Autotask),
        }
    }
    assert_eq!(SecurityLevel::from_portal_number(6), None);
    assert_eq!(SecurityLevel::from_word("root"), None);
}
