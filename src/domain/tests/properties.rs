//! What holds whatever people do in whatever order.

use super::support::*;
use crate::base::ids::{QueueId, ResourceId, StatusId};
use crate::base::{Date, Timestamp};
use crate::domain::company::Taskfire;
use crate::domain::creation::NewTicket;
use crate::domain::editing::Edit;
use crate::domain::facts::{Lookup, PersonFacts, QueueFacts};
use crate::domain::history::Readers;
use crate::domain::note::Audience;
use crate::domain::outcome::CarryOver;
use crate::domain::{Act, Actor, Facts, Outcome, Person, Priority, Side, StatusKind, Statuses, Ticket, disabling};
use proptest::prelude::*;

fn people() -> Vec<Actor> {
    vec![
        provider_admin(),
        tech(),
        other_tech(),
        automation(),
        desk_admin(),
        desk(),
        other_desk(),
        manager(),
        advanced(),
        basic(),
    ]
}

fn any_status() -> impl Strategy<Value = StatusId> {
    let all: Vec<_> = Statuses::standard().iter().map(|status| status.id).collect();
    prop::sample::select(all)
}

fn any_person() -> impl Strategy<Value = Person> {
    prop::sample::select(people()).prop_map(|actor| actor.person)
}

fn any_audience() -> impl Strategy<Value = Audience> {
    prop_oneof![Just(Audience::Public), Just(Audience::Internal)]
}

fn any_moment() -> impl Strategy<Value = Timestamp> {
    (0..4_000_000_000_000_i64).prop_map(Timestamp::from_millis)
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let text = prop::option::of(".{0,12}");
    (
        text.clone(),
        text.clone(),
        prop::option::of(prop::option::of(".{0,12}")),
        prop::option::of(Just(None)),
    )
        .prop_flat_map(|(title, resolution, item, contact)| {
            prop::option::of(prop::option::of(any_moment())).prop_map(move |due| Edit {
                title: title.clone(),
                resolution: resolution.clone(),
                item: item.clone(),
                contact,
                due,
                ..Edit::default()
            })
        })
}

fn any_new_ticket() -> impl Strategy<Value = NewTicket> {
    (
        ".{1,20}",
        prop::option::of(any_person()),
        prop::option::of(any_status()),
        prop::option::of(any_moment()),
    )
        .prop_map(|(title, assignee, status, due)| NewTicket {
            company: ACME,
            contact: None,
            title,
            description: String::new(),
            request_type: None,
            queue: None,
            priority: Some(Priority::LOW),
            due,
            item: None,
            configuration_item: None,
            contract: None,
            new_contract: None,
            assignee,
            status,
            source: None,
        })
}

fn any_time() -> impl Strategy<Value = Act> {
    (1..=1440_i64, ".{0,12}", prop::option::of(any_moment())).prop_map(|(minutes, summary, started_at)| Act::LogTime {
        worked_on: Date::parse("2026-05-10").unwrap(),
        started_at,
        minutes,
        summary,
        internal_notes: String::new(),
    })
}

/// Every act but creation, which makes a ticket rather than changing one.
fn any_change() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => any_status().prop_map(set_status),
        2 => prop::option::of(any_person()).prop_map(|assignee| Act::Assign { assignee }),
        2 => Just(escalate()),
        2 => Just(transfer()),
        1 => prop_oneof![Just(" "), Just("No")].prop_map(decline),
        1 => Just(recall()),
        2 => "[a-z ]{0,6}".prop_map(|resolution| Act::Complete { resolution }),
        2 => Just(Act::Reopen),
        1 => any_edit().prop_map(|edit| Act::Edit(Box::new(edit))),
        1 => (any_audience(), ".{0,9}", ".{0,9}")
            .prop_map(|(audience, title, text)| Act::AddNote { audience, title, text }),
        1 => any_time(),
        1 => (1..=5_i64).prop_map(|priority| Act::SetPriority { priority: Priority(priority) }),
        1 => (1..=3_i64).prop_map(|queue| Act::Move { queue: QueueId(queue) }),
        1 => (11..=12_i64).prop_map(|number| Act::AddSecondary { resource: ResourceId(number) }),
        1 => (11..=12_i64).prop_map(|number| Act::RemoveSecondary { resource: ResourceId(number) }),
    ]
}

fn any_act() -> impl Strategy<Value = Act> {
    prop_oneof![9 => any_change(), 1 => any_new_ticket().prop_map(|new| Act::Create(Box::new(new)))]
}

fn any_facts() -> impl Strategy<Value = Facts> {
    (
        any::<[bool; 3]>(),
        prop::sample::select(people()),
        prop::sample::select(Side::BOTH.to_vec()),
    )
        .prop_map(|([enabled, one, two], named, side)| Facts {
            person: Lookup::Found(PersonFacts {
                level: Some(named.level),
                company: ACME,
                active: true,
            }),
            queue: Lookup::Found(QueueFacts { side, company: None }),
            ..facts_with(Taskfire {
                enabled,
                complete_taskfire_with_autotask: one,
                complete_autotask_with_taskfire: two,
                ..taskfire()
            })
        })
}

fn any_start() -> impl Strategy<Value = Ticket> {
    prop_oneof![
        Just(internal()),
        Just(provider_only()),
        Just(just_escalated()),
        Just(transferred())
    ]
}

fn any_steps() -> impl Strategy<Value = Vec<(Act, Actor, Facts)>> {
    prop::collection::vec((any_change(), prop::sample::select(people()), any_facts()), 1..25)
}

fn is_hand_over(act: &Act) -> bool {
    matches!(
        act,
        Act::Escalate { .. } | Act::Transfer { .. } | Act::Decline { .. } | Act::Recall { .. }
    )
}

fn check_step(
    before: &Ticket,
    act: &Act,
    actor: &Actor,
    facts: &Facts,
    outcome: &Outcome,
) -> Result<(), TestCaseError> {
    let (after, other) = (&outcome.ticket, actor.side().other());
    let synced = outcome.carry_over == Some(CarryOver::Synced);
    // An answer reopens a closed ticket for whichever side closed it (row 28).
    let answered = matches!(act, Act::AddNote { .. }) && actor.side() == Side::Taskfire && before.is_closed(facts);
    if !is_hand_over(act) && !synced && !answered {
        prop_assert_eq!(
            after.side(other),
            before.side(other),
            "nothing of the other side changes"
        );
    }
    if after.holder != before.holder {
        let reopened = before.is_closed(facts) && after.holder == actor.side();
        prop_assert!(
            is_hand_over(act) || reopened || answered,
            "the holder changes by rows 4, 6, 7, 8, 23, 28 only"
        );
    }
    prop_assert!(after.shared || !before.shared, "shared never goes back");
    prop_assert_eq!(after.shared != before.shared, is_hand_over(act) && !before.shared);
    prop_assert_eq!(after.company, before.company);
    for side in Side::BOTH {
        prop_assert!(
            after.side(side).is_some() || before.side(side).is_none(),
            "a part is never lost"
        );
        if is_hand_over(act) && before.side(side).is_some() {
            prop_assert_eq!(assignee(after, side), assignee(before, side), "assignees are kept");
        }
    }
    check_stamps(after, facts)?;
    if !after.shared && after.holder == Side::Taskfire {
        prop_assert!(outcome.history.iter().all(|entry| entry.readers == Readers::Taskfire));
    }
    let itself = |to: &crate::domain::notice::Recipient| *to == crate::domain::notice::Recipient::Person(actor.person);
    prop_assert!(!outcome.notices.iter().any(|notice| notice.to.iter().any(itself)));
    Ok(())
}

fn check_stamps(ticket: &Ticket, facts: &Facts) -> Result<(), TestCaseError> {
    let complete = ticket.kind(Side::Autotask, &facts.statuses) == Some(StatusKind::Complete);
    prop_assert_eq!(ticket.completed.is_some(), complete);
    prop_assert_eq!(ticket.closed.is_some(), ticket.is_closed(facts));
    if ticket.shared {
        prop_assert!(ticket.autotask.is_some() && ticket.taskfire.is_some(), "D-01");
    } else {
        prop_assert!(ticket.autotask.is_some() != ticket.taskfire.is_some(), "D-01");
        prop_assert!(ticket.side(ticket.holder).is_some());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn the_rules_of_sharing_hold_whatever_people_do(start in any_start(), steps in any_steps()) {
        let (mut ticket, mut was_off) = (start, false);
        for ((act, actor, facts), minute) in steps.into_iter().zip((2..).step_by(2)) {
            // Taskfire is switched on and off in between.
            if facts.is_taskfire_off() && !was_off {
                ticket = disabling::disable(&ticket, &provider_admin(), &facts, at(minute - 1)).ticket;
            }
            was_off = facts.is_taskfire_off();
            if was_off && actor.side() == Side::Taskfire && actor.level.works_tickets() {
                // Nobody has such a level then.
                continue;
            }
            let result = act.apply(&ticket, &actor, &facts, at(minute));
            prop_assert_eq!(&result, &act.apply(&ticket, &actor, &facts, at(minute)), "the same act has the same outcome");
            if let Ok(outcome) = result {
                check_step(&ticket, &act, &actor, &facts, &outcome)?;
                ticket = outcome.ticket;
            }
        }
    }

    #[test]
    fn every_act_survives_the_outbox(act in any_act()) {
        let text = serde_json::to_string(&act).unwrap();
        prop_assert_eq!(serde_json::from_str::<Act>(&text).unwrap(), act);
    }

    #[test]
    fn an_act_is_stale_only_if_it_is_no_note_no_time_and_no_creation(act in any_act()) {
        let never = matches!(act, Act::Create(_) | Act::AddNote { .. } | Act::LogTime { .. });
        prop_assert_eq!(act.can_be_stale(), !never);
    }
}
