//! Rows 13 to 22: what completing on one side does to the other (TF-15 to TF-19, D-02 to D-05).

use super::support::*;
use crate::base::ids::StatusId;
use crate::domain::company::Taskfire;
use crate::domain::facts::Lookup;
use crate::domain::note::Readers;
use crate::domain::outcome::{CarryOver, Certainty};
use crate::domain::ownership::is_owner;
use crate::domain::statuses::system;
use crate::domain::ticket::Situation;
use crate::domain::{Act, Actor, Agency, Facts, Person, Side, Status, StatusKind, Statuses, Ticket};
use std::sync::Arc;

fn settings(with_autotask: bool, with_taskfire: bool) -> Facts {
    facts_with(Taskfire {
        complete_taskfire_with_autotask: with_autotask,
        complete_autotask_with_taskfire: with_taskfire,
        ..taskfire()
    })
}

/// Everybody who may complete for a side, and whether they own a ticket with this assignee that their side holds.
fn completers(side: Side, assigned: Option<Person>) -> Vec<(Actor, bool)> {
    let program = Actor {
        agency: Agency::Automation,
        ..worker(side)
    };
    let mut all = vec![
        (
            worker(side),
            assigned.is_none_or(|person| person == worker(side).person),
        ),
        (
            colleague(side),
            assigned.is_none_or(|person| person == colleague(side).person),
        ),
        (program, false),
    ];
    let administrator = if side == Side::Autotask {
        provider_admin()
    } else {
        desk_admin()
    };
    all.push((administrator, assigned.is_none()));
    all
}

/// The table of rows 13 to 22 as one expression of its columns.
fn expected(shared: bool, owner: bool, setting: bool, other: Option<StatusKind>) -> CarryOver {
    match (shared, owner, setting, other) {
        (false, ..) => CarryOver::NotShared,
        (_, false, ..) => CarryOver::NotOwner,
        (_, _, false, _) => CarryOver::SettingOff,
        (.., Some(StatusKind::Complete)) => CarryOver::AlreadyComplete,
        _ => CarryOver::Synced,
    }
}

fn situations(autotask: StatusId, taskfire: StatusId) -> [Ticket; 4] {
    [
        Situation::ClientInternal,
        Situation::ProviderOnly,
        Situation::Escalated,
        Situation::Transferred,
    ]
    .map(|situation| ticket_in(situation, autotask, taskfire))
}

#[test]
fn settings_owner_holder_and_both_statuses_decide_together() {
    let statuses = Statuses::standard();
    let mut cases = 0;
    for own in statuses.iter().filter(|status| status.kind != StatusKind::Complete) {
        for other in statuses.of(own.side.other()) {
            let side = own.side;
            let pair = if side == Side::Autotask {
                (own.id, other.id)
            } else {
                (other.id, own.id)
            };
            for mut ticket in situations(pair.0, pair.1)
                .into_iter()
                .filter(|ticket| ticket.side(side).is_some())
            {
                for assigned in [Some(worker(side).person), Some(colleague(side).person), None] {
                    set_assignee(&mut ticket, side, assigned);
                    for bits in 0..4 {
                        let (one, two) = (bits & 1 == 1, bits & 2 == 2);
                        for (actor, owns) in completers(side, assigned) {
                            check(&ticket, &actor, owns && ticket.holder == side, one, two);
                            cases += 1;
                        }
                    }
                }
            }
        }
    }
    assert!(cases > 5_000, "{cases}");
}

fn check(ticket: &Ticket, actor: &Actor, owns: bool, one: bool, two: bool) {
    let (side, other) = (actor.side(), actor.side().other());
    let facts = settings(one, two);
    assert_eq!(is_owner(ticket, actor), owns, "{actor:?} {ticket:?}");
    let setting = if side == Side::Autotask { one } else { two };
    let result = expected(ticket.shared, owns, setting, ticket.kind(other, &facts.statuses));
    let outcome = done(&complete(side), ticket, actor, &facts);
    assert_eq!(outcome.carry_over, Some(result));
    let own = outcome.ticket.kind(side, &facts.statuses);
    assert_eq!(
        own,
        Some(StatusKind::Complete),
        "the own status is set whatever carries over (TF-19)"
    );
    let expected = match result {
        CarryOver::Synced => Some(facts.statuses.default(other, StatusKind::Complete)),
        _ => status(ticket, other),
    };
    assert_eq!(status(&outcome.ticket, other), expected);
    assert_eq!(outcome.ticket.holder, ticket.holder);
    assert_eq!(outcome.certainty, Certainty::Certain);
}

#[test]
fn rows_21_and_22_completing_a_ticket_of_one_side_closes_it() {
    for (ticket, side) in [(internal(), Side::Taskfire), (provider_only(), Side::Autotask)] {
        let outcome = done(&complete(side), &ticket, &colleague(side), &settings(true, true));
        assert_eq!(outcome.ticket.closed.map(|closed| closed.by), Some(side));
        assert_eq!(outcome.carry_over, Some(CarryOver::NotShared));
    }
}

#[test]
fn being_secondary_resource_makes_nobody_owner() {
    let mut ticket = escalated();
    let Person::Resource(helper) = other_tech().person else {
        panic!("a resource")
    };
    ticket.secondaries.push(helper);
    assert!(!is_owner(&ticket, &other_tech()));
    assert!(is_owner(&ticket, &tech()));
}

#[test]
fn an_api_user_owns_a_ticket_only_as_the_person_it_impersonates() {
    let mut ticket = escalated();
    set_assignee(&mut ticket, Side::Autotask, Some(automation().person));
    assert!(!is_owner(&ticket, &automation()));
    set_assignee(&mut ticket, Side::Autotask, None);
    assert!(!is_owner(&ticket, &automation()));
    let impersonated = Actor {
        agency: Agency::Human,
        ..automation()
    };
    assert!(is_owner(&ticket, &impersonated));
}

#[test]
fn portal_users_own_no_ticket_even_where_nobody_is_assigned() {
    let mut ticket = transferred();
    set_assignee(&mut ticket, Side::Taskfire, None);
    for actor in [manager(), advanced(), basic()] {
        assert!(!is_owner(&ticket, &actor));
    }
}

#[test]
fn any_status_of_kind_complete_carries_over_and_the_other_side_gets_its_default_one() {
    let mut all: Vec<Status> = Statuses::standard().iter().cloned().collect();
    let added = |id, side, is_default| Status {
        id: StatusId(id),
        side,
        label: "Solved".to_owned(),
        kind: StatusKind::Complete,
        is_default,
    };
    for status in &mut all {
        status.is_default &= status.id != system::TASKFIRE_COMPLETE;
    }
    all.extend([added(30, Side::Autotask, false), added(130, Side::Taskfire, true)]);
    let facts = Facts {
        statuses: Arc::new(Statuses::new(all)),
        ..settings(true, false)
    };
    let outcome = done(&set_status(StatusId(30)), &escalated(), &tech(), &facts);
    assert_eq!(outcome.carry_over, Some(CarryOver::Synced));
    assert_eq!(status(&outcome.ticket, Side::Autotask), Some(StatusId(30)));
    assert_eq!(status(&outcome.ticket, Side::Taskfire), Some(StatusId(130)));
}

#[test]
fn another_complete_label_on_a_complete_side_carries_nothing_over() {
    let ticket = ticket_in(
        Situation::Escalated,
        system::AUTOTASK_COMPLETE,
        system::TASKFIRE_WITH_PROVIDER,
    );
    let outcome = done(&complete(Side::Autotask), &ticket, &tech(), &settings(true, true));
    assert_eq!(outcome.carry_over, Some(CarryOver::AlreadyComplete));
    assert_eq!(outcome.ticket, ticket);
    assert!(outcome.history.is_empty() && outcome.notices.is_empty());
    let by_other = done(&complete(Side::Autotask), &ticket, &other_tech(), &settings(true, true));
    assert_eq!(by_other.carry_over, Some(CarryOver::NotOwner), "the first that applies");
}

#[test]
fn the_holder_keeps_the_resolution_and_the_other_side_gives_it_as_a_public_note() {
    let act = Act::Complete {
        resolution: " New toner ".to_owned(),
    };
    let held = done(&act, &escalated(), &tech(), &facts());
    assert_eq!(held.ticket.resolution, "New toner");
    assert!(held.notes.is_empty());
    assert!(held.history.iter().any(|entry| entry.field == Some("resolution")));
    let given = done(&act, &escalated(), &desk(), &facts());
    assert_eq!(given.ticket.resolution, "");
    assert_eq!(given.notes[0].readers, Readers::Public);
    assert_eq!(given.notes[0].text, "New toner");
}

#[test]
fn completing_without_a_resolution_leaves_the_one_that_was_there() {
    let mut ticket = escalated();
    ticket.resolution = "Toner".to_owned();
    let outcome = done(
        &Act::Complete {
            resolution: "  ".to_owned(),
        },
        &ticket,
        &tech(),
        &facts(),
    );
    assert_eq!(outcome.ticket.resolution, "Toner");
    assert!(outcome.history.iter().all(|entry| entry.field.is_none()));
}

#[test]
fn an_unknown_setting_leaves_the_other_status_to_the_server() {
    let facts = Facts {
        taskfire: Lookup::Unknown,
        ..facts()
    };
    let owner = done(&complete(Side::Autotask), &escalated(), &tech(), &facts);
    assert_eq!(owner.certainty, Certainty::ServerDecides);
    assert_eq!(
        status(&owner.ticket, Side::Taskfire),
        status(&escalated(), Side::Taskfire)
    );
    let another = done(&complete(Side::Autotask), &escalated(), &other_tech(), &facts);
    assert_eq!(
        another.certainty,
        Certainty::Certain,
        "nobody but the owner needs the setting"
    );
}
