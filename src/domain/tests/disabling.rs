//! Switching Taskfire off, what holds meanwhile, and answers that reopen (rows 25 to 26 and 28, D-13, D-49, D-50).

use super::support::*;
use crate::domain::company::Taskfire;
use crate::domain::disabling::disable;
use crate::domain::history::Event;
use crate::domain::note::Audience;
use crate::domain::notice::NoticeEvent;
use crate::domain::statuses::system;
use crate::domain::ticket::Situation;
use crate::domain::{Act, Facts, Refusal, Side, Ticket};

fn off() -> Facts {
    facts_with(Taskfire::default())
}

fn disabled(ticket: &Ticket) -> crate::domain::Outcome {
    disable(ticket, &provider_admin(), &off(), at(0))
}

fn answer(audience: Audience) -> Act {
    Act::AddNote {
        audience,
        title: String::new(),
        text: "It is broken again".to_owned(),
    }
}

#[test]
fn a_transferred_ticket_returns_to_the_provider_as_new() {
    let outcome = disabled(&transferred());
    let ticket = &outcome.ticket;
    assert_eq!((ticket.holder, ticket.closed), (Side::Autotask, None));
    assert_eq!(status(ticket, Side::Autotask), Some(system::AUTOTASK_NEW));
    assert_eq!(status(ticket, Side::Taskfire), Some(system::TASKFIRE_WITH_PROVIDER));
    assert_eq!(assignee(ticket, Side::Taskfire), None);
    assert_eq!(assignee(ticket, Side::Autotask), Some(tech().person));
    let events: Vec<_> = outcome.history.iter().map(|entry| entry.event).collect();
    let expected = [
        Event::TaskfireDisabled,
        Event::AutotaskStatus,
        Event::TaskfireStatus,
        Event::Assigned,
    ];
    assert_eq!(events, expected);
    assert!(outcome.notices.is_empty(), "N11 is one notice of the client");
}

#[test]
fn an_escalated_ticket_stays_and_the_provider_alone_closes_it() {
    let before = escalated();
    let outcome = disabled(&before);
    assert_eq!(outcome.ticket.holder, Side::Autotask);
    for side in Side::BOTH {
        assert_eq!(status(&outcome.ticket, side), status(&before, side));
    }
    assert_eq!(assignee(&outcome.ticket, Side::Taskfire), None);
    let completed = done(&complete(Side::Autotask), &outcome.ticket, &tech(), &off()).ticket;
    assert_eq!(completed.closed.map(|closed| closed.by), Some(Side::Autotask));
    assert_eq!(status(&completed, Side::Taskfire), Some(system::TASKFIRE_WITH_PROVIDER));
    // On again, it is closed until somebody sets a status.
    assert!(completed.is_closed(&facts()));
    let reopened = apply(&set_status(system::TASKFIRE_IN_PROGRESS), &completed, &desk(), &facts()).unwrap();
    assert_eq!((reopened.ticket.closed, reopened.ticket.holder), (None, Side::Taskfire));
}

#[test]
fn an_escalated_ticket_that_the_provider_completed_is_closed_at_once() {
    let before = ticket_in(
        Situation::Escalated,
        system::AUTOTASK_COMPLETE,
        system::TASKFIRE_WITH_PROVIDER,
    );
    assert!(before.closed.is_none());
    assert!(disabled(&before).ticket.closed.is_some());
}

#[test]
fn what_one_side_has_alone_and_what_is_closed_stays_as_it_is() {
    for ticket in [
        internal(),
        provider_only(),
        closed(Side::Autotask),
        closed(Side::Taskfire),
    ] {
        let outcome = disabled(&ticket);
        assert_eq!((outcome.ticket, outcome.history.len()), (ticket, 0));
    }
}

#[test]
fn a_clients_own_ticket_is_an_archive_while_taskfire_is_off() {
    for actor in [desk(), desk_admin(), manager(), basic()] {
        for act in [
            answer(Audience::Public),
            recall(),
            complete(Side::Taskfire),
            Act::Reopen,
        ] {
            assert_eq!(refused(&act, &internal(), &actor, &off()), Refusal::TicketArchived);
        }
    }
    assert!(apply(&complete(Side::Taskfire), &internal(), &desk(), &facts()).is_ok());
}

#[test]
fn a_completion_carries_nothing_over_while_taskfire_is_off() {
    let state = Taskfire {
        complete_taskfire_with_autotask: true,
        ..Taskfire::default()
    };
    let outcome = done(&complete(Side::Autotask), &escalated(), &tech(), &facts_with(state));
    assert_eq!(
        status(&outcome.ticket, Side::Taskfire),
        Some(system::TASKFIRE_WITH_PROVIDER)
    );
}

#[test]
fn an_answer_on_a_closed_ticket_reopens_it_for_the_side_that_closed_it() {
    for side in Side::BOTH {
        for actor in [basic(), advanced(), manager()] {
            let outcome = done(&answer(Audience::Public), &closed(side), &actor, &facts());
            let ticket = &outcome.ticket;
            assert_eq!((ticket.holder, ticket.closed), (side, None));
            assert_eq!(status(ticket, side), Some(system::in_progress(side)));
            assert_eq!(outcome.notes.len(), 1);
            let events: Vec<_> = outcome.notices.iter().map(|notice| notice.event).collect();
            assert_eq!(events[0], NoticeEvent::Reopened);
        }
    }
    let from_off = done(&answer(Audience::Public), &closed(Side::Taskfire), &basic(), &off());
    assert_eq!(from_off.ticket.holder, Side::Autotask);
}

#[test]
fn whoever_works_tickets_answers_without_reopening_unless_they_are_the_contact() {
    for actor in [desk(), tech()] {
        let outcome = done(&answer(Audience::Public), &closed(Side::Autotask), &actor, &facts());
        assert!(outcome.ticket.closed.is_some());
    }
    let mut own = closed(Side::Autotask);
    own.contact = Some(crate::base::ids::ContactId(21));
    assert!(
        done(&answer(Audience::Public), &own, &desk(), &facts())
            .ticket
            .closed
            .is_none()
    );
    let internal = done(&answer(Audience::Internal), &own, &desk(), &facts());
    assert!(internal.ticket.closed.is_some());
}
