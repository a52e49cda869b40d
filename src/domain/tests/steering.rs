//! Row 11 and its like: assignee, priority, queue and helpers of one's own side.

use super::support::*;
use crate::base::ids::{QueueId, ResourceId};
use crate::domain::facts::{Lookup, PersonFacts};
use crate::domain::outcome::Certainty;
use crate::domain::{Act, Actor, Facts, Person, Priority, Refusal, Side, steering};

fn assign(to: &Actor) -> Act {
    Act::Assign {
        assignee: Some(to.person),
    }
}

#[test]
fn row_11_either_side_assigns_its_own_part_whoever_holds_the_ticket() {
    for ticket in [escalated(), transferred()] {
        for side in Side::BOTH {
            let to = colleague(side);
            let after = done(&assign(&to), &ticket, &worker(side), &facts_naming(&to)).ticket;
            assert_eq!(assignee(&after, side), Some(to.person));
            assert_eq!(assignee(&after, side.other()), assignee(&ticket, side.other()));
            assert_eq!(
                (after.holder, status(&after, side)),
                (ticket.holder, status(&ticket, side))
            );
            let nobody = done(&Act::Assign { assignee: None }, &ticket, &worker(side), &facts()).ticket;
            assert_eq!(assignee(&nobody, side), None);
        }
    }
}

#[test]
fn nobody_is_given_the_other_sides_work() {
    for (ticket, side) in [(escalated(), Side::Autotask), (transferred(), Side::Taskfire)] {
        let stranger = worker(side.other());
        let refusal = refused(&assign(&stranger), &ticket, &worker(side), &facts_naming(&stranger));
        assert_eq!(refusal, Refusal::NotAssignable);
    }
}

#[test]
fn only_active_people_who_work_tickets_of_this_client_can_be_assigned() {
    let known = |level, company, active| Facts {
        person: Lookup::Found(PersonFacts { level, company, active }),
        ..facts()
    };
    let level = Some(desk().level);
    let unusable = [
        known(level, BETA, true),
        known(level, ACME, false),
        known(None, ACME, true),
        known(Some(manager().level), ACME, true),
        facts(),
    ];
    for facts in unusable {
        let refusal = refused(&assign(&other_desk()), &internal(), &desk(), &facts);
        assert_eq!(refusal, Refusal::NotAssignable, "{:?}", facts.person);
    }
    assert!(apply(&assign(&other_desk()), &internal(), &desk(), &known(level, ACME, true)).is_ok());
}

#[test]
fn a_side_without_a_part_steers_nothing() {
    let refusal = Refusal::NoPart { side: Side::Taskfire };
    let acts = [
        assign(&other_desk()),
        Act::SetPriority {
            priority: Priority::LOW,
        },
        Act::Move { queue: QueueId(9) },
    ];
    for act in acts {
        assert_eq!(
            refused(&act, &provider_only(), &desk(), &facts_naming(&other_desk())),
            refusal
        );
    }
}

#[test]
fn priority_and_queue_are_each_sides_own() {
    for side in Side::BOTH {
        let act = Act::SetPriority {
            priority: Priority::LOW,
        };
        let after = done(&act, &escalated(), &worker(side), &facts()).ticket;
        let company = (side == Side::Taskfire).then_some(ACME);
        let act = Act::Move { queue: QueueId(9) };
        let after = done(&act, &after, &worker(side), &facts_of_queue(side, company)).ticket;
        let (own, other) = (after.side(side).unwrap(), after.side(side.other()).unwrap());
        assert_eq!((own.priority, own.queue), (Priority::LOW, Some(QueueId(9))));
        assert_eq!(Some(other), escalated().side(side.other()));
    }
}

#[test]
fn a_queue_of_the_other_side_or_of_another_client_is_refused() {
    let act = Act::Move { queue: QueueId(9) };
    let refusal = Refusal::NotUsable { field: "queueID" };
    for facts in [
        facts_of_queue(Side::Autotask, None),
        facts_of_queue(Side::Taskfire, Some(BETA)),
        facts(),
    ] {
        assert_eq!(refused(&act, &internal(), &desk(), &facts), refusal);
    }
}

#[test]
fn a_priority_outside_the_picklist_is_refused() {
    let act = Act::SetPriority { priority: Priority(9) };
    assert_eq!(
        refused(&act, &escalated(), &tech(), &facts()),
        Refusal::NotUsable { field: "priority" }
    );
}

#[test]
fn helpers_are_the_providers_and_never_the_assignee_too() {
    let helper = ResourceId(12);
    let add = Act::AddSecondary { resource: helper };
    let facts = facts_naming(&other_tech());
    let helped = done(&add, &escalated(), &tech(), &facts).ticket;
    assert_eq!(helped.secondaries, [helper]);
    assert!(done(&add, &helped, &tech(), &facts).history.is_empty(), "twice is once");
    let refusal = refused(&assign(&other_tech()), &helped, &tech(), &facts);
    assert_eq!(refusal, Refusal::AlreadyAssigned);
    let assignee = Act::AddSecondary {
        resource: ResourceId(11),
    };
    assert_eq!(
        refused(&assignee, &escalated(), &tech(), &facts_naming(&tech())),
        Refusal::AlreadyAssigned
    );
    let removed = done(
        &Act::RemoveSecondary { resource: helper },
        &helped,
        &other_tech(),
        &facts,
    )
    .ticket;
    assert!(removed.secondaries.is_empty());
    assert_eq!(
        refused(&add, &escalated(), &desk(), &facts),
        Refusal::Forbidden,
        "CM-11"
    );
}

#[test]
fn a_person_or_queue_that_only_the_server_knows_makes_the_outcome_uncertain() {
    let unknown = Facts::unknown(facts().statuses);
    let acts = [
        assign(&other_tech()),
        Act::Move { queue: QueueId(9) },
        Act::AddSecondary {
            resource: ResourceId(12),
        },
    ];
    for act in acts {
        assert_eq!(
            done(&act, &escalated(), &tech(), &unknown).certainty,
            Certainty::ServerDecides
        );
    }
    let nobody = Act::Assign { assignee: None };
    assert_eq!(
        done(&nobody, &escalated(), &tech(), &unknown).certainty,
        Certainty::Certain
    );
}

#[test]
fn a_person_of_a_side_is_told_by_the_kind_of_id() {
    assert_eq!(Person::of(Side::Autotask, 3), Person::Resource(ResourceId(3)));
    assert_eq!(Person::of(Side::Taskfire, 3).side(), Side::Taskfire);
}

#[test]
fn whoever_leaves_is_cleared_on_their_side_by_anybody_and_nobody_else_is() {
    for side in Side::BOTH {
        let mut ticket = escalated();
        for side in Side::BOTH {
            set_assignee(&mut ticket, side, Some(worker(side).person));
        }
        let outcome = steering::release(&ticket, &provider_admin(), worker(side).person, at(9));
        assert_eq!(assignee(&outcome.ticket, side), None);
        assert_eq!(
            assignee(&outcome.ticket, side.other()),
            Some(worker(side.other()).person)
        );
        assert_eq!(outcome.history.len(), 1);
        let other = steering::release(&ticket, &provider_admin(), colleague(side).person, at(9));
        assert_eq!((other.ticket, other.history.len()), (ticket, 0));
    }
}
