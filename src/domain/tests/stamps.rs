//! The moments that follow from statuses: first response, completed, closed, since (2.2, 13.1).

use super::support::*;
use crate::base::ids::ResourceId;
use crate::domain::company::Taskfire;
use crate::domain::note::Audience;
use crate::domain::statuses::system;
use crate::domain::ticket::{Closed, Completed, Situation};
use crate::domain::{Act, Actor, Facts, Side, Ticket};

fn after(act: &Act, ticket: &Ticket, actor: &Actor) -> Ticket {
    done(act, ticket, actor, &facts()).ticket
}

fn note(audience: Audience) -> Act {
    Act::AddNote {
        audience,
        title: String::new(),
        text: "x".to_owned(),
    }
}

fn carrying_over() -> Facts {
    facts_with(Taskfire {
        complete_autotask_with_taskfire: true,
        ..taskfire()
    })
}

#[test]
fn the_first_response_is_the_providers_first_public_note_or_status_other_than_new() {
    let fresh = just_escalated();
    let responses = [
        note(Audience::Public),
        set_status(system::AUTOTASK_IN_PROGRESS),
        complete(Side::Autotask),
        transfer(),
        decline("x"),
    ];
    for act in responses {
        assert_eq!(after(&act, &fresh, &tech()).first_response, Some(at(0)), "{act:?}");
    }
}

#[test]
fn neither_an_internal_note_nor_anything_of_the_client_is_a_response() {
    let fresh = just_escalated();
    assert_eq!(after(&note(Audience::Internal), &fresh, &tech()).first_response, None);
    let assign = Act::Assign { assignee: None };
    assert_eq!(after(&assign, &fresh, &tech()).first_response, None);
    for act in [
        note(Audience::Public),
        set_status(system::TASKFIRE_IN_PROGRESS),
        recall(),
    ] {
        assert_eq!(after(&act, &fresh, &desk()).first_response, None, "{act:?}");
    }
    let unanswered = Ticket {
        first_response: None,
        ..transferred()
    };
    let synced = done(&complete(Side::Taskfire), &unanswered, &desk(), &carrying_over()).ticket;
    assert_eq!(synced.first_response, None, "completed for the provider, not by it");
}

#[test]
fn an_internal_note_is_no_response_either_after_the_client_has_moved_the_providers_status() {
    let recalled = after(&recall(), &just_escalated(), &desk());
    assert_eq!(status(&recalled, Side::Autotask), Some(system::AUTOTASK_WITH_CLIENT));
    assert_eq!(
        after(&note(Audience::Internal), &recalled, &tech()).first_response,
        None
    );
    assert_eq!(
        after(&note(Audience::Public), &recalled, &tech()).first_response,
        Some(at(0))
    );
}

#[test]
fn the_first_response_stays_the_first() {
    let mut ticket = escalated();
    ticket.first_response = Some(at(-30));
    assert_eq!(
        after(&note(Audience::Public), &ticket, &tech()).first_response,
        Some(at(-30))
    );
}

#[test]
fn completed_is_when_and_by_whom_the_autotask_status_became_complete() {
    let completed = after(&complete(Side::Autotask), &escalated(), &tech()).completed;
    assert_eq!(
        completed,
        Some(Completed {
            at: at(0),
            by: Some(ResourceId(11))
        })
    );
    let synced = done(&complete(Side::Taskfire), &transferred(), &desk(), &carrying_over()).ticket;
    assert_eq!(
        synced.completed,
        Some(Completed { at: at(0), by: None }),
        "nobody of the provider did it"
    );
    assert_eq!(after(&complete(Side::Taskfire), &escalated(), &desk()).completed, None);
}

#[test]
fn reopening_takes_both_stamps_back() {
    let ticket = after(&Act::Reopen, &closed(Side::Autotask), &tech());
    assert_eq!((ticket.completed, ticket.closed), (None, None));
    let by_client = after(&Act::Reopen, &closed(Side::Autotask), &desk());
    assert_eq!(by_client.closed, None);
    assert!(by_client.completed.is_some(), "the Autotask status stays complete");
}

#[test]
fn closed_is_when_and_by_which_side_the_last_open_status_became_complete() {
    let half = after(&complete(Side::Autotask), &escalated(), &tech());
    assert_eq!(half.closed, None);
    let whole = after(&complete(Side::Taskfire), &half, &desk());
    assert_eq!(
        whole.closed,
        Some(Closed {
            at: at(0),
            by: Side::Taskfire
        })
    );
}

#[test]
fn another_complete_label_moves_no_stamp() {
    let before = closed(Side::Autotask);
    let again = after(&complete(Side::Autotask), &before, &other_tech());
    assert_eq!((again.completed, again.closed), (before.completed, before.closed));
}

#[test]
fn a_status_remembers_since_when_and_setting_it_again_doesnt_move_that() {
    let ticket = ticket_in(
        Situation::Escalated,
        system::AUTOTASK_NEW,
        system::TASKFIRE_WITH_PROVIDER,
    );
    let begun = after(&set_status(system::AUTOTASK_IN_PROGRESS), &ticket, &tech());
    assert_eq!(begun.autotask.as_ref().unwrap().since, at(0));
    assert_eq!(begun.taskfire.as_ref().unwrap().since, at(-60));
    let act = set_status(system::AUTOTASK_IN_PROGRESS);
    let again = act.apply(&begun, &tech(), &facts(), at(7)).unwrap().ticket;
    assert_eq!(again.autotask.unwrap().since, at(0));
}
