//! What the history keeps, and which side may read it (D-41).

use super::support::*;
use crate::base::ids::QueueId;
use crate::domain::history::{Event, Readers, Value};
use crate::domain::statuses::system;
use crate::domain::{Act, Actor, Outcome, Priority, Side, Ticket};

fn events(outcome: &Outcome) -> Vec<Event> {
    outcome.history.iter().map(|entry| entry.event).collect()
}

fn readers(act: &Act, ticket: &Ticket, actor: &Actor) -> Vec<Readers> {
    let outcome = done(act, ticket, actor, &facts());
    assert!(!outcome.history.is_empty(), "{act:?}");
    outcome.history.iter().map(|entry| entry.readers).collect()
}

fn steering() -> [Act; 3] {
    [
        Act::Assign { assignee: None },
        Act::SetPriority {
            priority: Priority::LOW,
        },
        Act::Edit(serde_json::from_value(serde_json::json!({"title": "x"})).unwrap()),
    ]
}

#[test]
fn what_happens_before_sharing_stays_the_clients() {
    for act in steering().into_iter().chain([complete(Side::Taskfire)]) {
        let readers = readers(&act, &internal(), &desk());
        assert!(
            readers.iter().all(|who| *who == Readers::Taskfire),
            "{act:?}: {readers:?}"
        );
    }
}

#[test]
fn the_hand_over_and_all_after_it_is_for_both() {
    let escalation = readers(&escalate(), &internal(), &desk());
    assert!(escalation.iter().all(|who| *who == Readers::Both), "{escalation:?}");
    for act in steering() {
        let after = done(&escalate(), &internal(), &desk(), &facts()).ticket;
        let (ticket, actor) = match act {
            Act::Edit(_) => (escalated(), tech()),
            _ => (after, desk()),
        };
        assert!(readers(&act, &ticket, &actor).iter().all(|who| *who == Readers::Both));
    }
}

#[test]
fn the_client_reads_what_happens_to_a_ticket_of_the_provider_alone() {
    for act in steering() {
        assert!(
            readers(&act, &provider_only(), &tech())
                .iter()
                .all(|who| *who == Readers::Both)
        );
    }
}

#[test]
fn a_hand_over_names_itself_its_reason_and_both_statuses() {
    let outcome = done(&escalate(), &transferred(), &desk(), &facts());
    assert_eq!(
        events(&outcome),
        [Event::Escalated, Event::AutotaskStatus, Event::TaskfireStatus]
    );
    assert_eq!(outcome.history[0].reason.as_deref(), Some("Beyond us"));
    let status = |id| Some(Value::Status(id));
    let taskfire = &outcome.history[2];
    assert_eq!(taskfire.before, status(system::TASKFIRE_IN_PROGRESS));
    assert_eq!(taskfire.after, status(system::TASKFIRE_WITH_PROVIDER));
    assert_eq!(taskfire.concerns, Some(Side::Taskfire));
}

#[test]
fn each_hand_over_has_its_own_event_and_a_blank_reason_is_none() {
    for (act, ticket, actor, event) in [
        (transfer(), escalated(), tech(), Event::Transferred),
        (decline("x"), just_escalated(), tech(), Event::Declined),
        (recall(), just_escalated(), desk(), Event::Recalled),
    ] {
        let outcome = done(&act, &ticket, &actor, &facts());
        assert_eq!(outcome.history[0].event, event);
        assert_eq!(outcome.history[0].reason.is_some(), event == Event::Declined);
    }
}

#[test]
fn closing_and_reopening_are_entries_of_their_own() {
    let closing = done(&complete(Side::Autotask), &provider_only(), &tech(), &facts());
    assert_eq!(events(&closing), [Event::AutotaskStatus, Event::Closed]);
    let reopening = done(&Act::Reopen, &closed(Side::Taskfire), &tech(), &facts());
    assert_eq!(events(&reopening), [Event::AutotaskStatus, Event::Reopened]);
}

#[test]
fn what_changes_nothing_leaves_no_entry() {
    let ticket = escalated();
    let acts = [
        Act::Assign {
            assignee: Some(tech().person),
        },
        Act::SetPriority {
            priority: Priority::HIGH,
        },
        set_status(system::AUTOTASK_IN_PROGRESS),
    ];
    for act in acts {
        let outcome = done(&act, &ticket, &tech(), &facts_naming(&tech()));
        assert_eq!(
            (outcome.history, outcome.notices, outcome.ticket),
            (vec![], vec![], ticket.clone())
        );
    }
    let same_queue = Act::Move { queue: QueueId(500) };
    let outcome = done(&same_queue, &ticket, &tech(), &facts_of_queue(Side::Autotask, None));
    assert!(outcome.history.is_empty());
}

#[test]
fn an_entry_keeps_who_did_it_under_the_name_of_that_moment() {
    let entry = done(&transfer(), &escalated(), &tech(), &facts()).history.remove(0);
    assert_eq!(
        (entry.by, entry.by_name, entry.side),
        (tech().person, tech().name, Side::Autotask)
    );
    assert_eq!(entry.at, at(0));
}

#[test]
fn events_survive_their_word() {
    for event in Event::ALL {
        assert_eq!(Event::from_word(event.word()), Some(event));
    }
    assert_eq!(Event::from_word("exploded"), None);
}
