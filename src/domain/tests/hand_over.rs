//! Rows 4 to 8: escalate, transfer, decline, recall, each with its guards.

use super::support::*;
use crate::base::ids::QueueId;
use crate::domain::company::Taskfire;
use crate::domain::contract::validation::Taker;
use crate::domain::contract::{Answer, Offer};
use crate::domain::facts::Lookup;
use crate::domain::outcome::Certainty;
use crate::domain::statuses::system;
use crate::domain::ticket::Situation;
use crate::domain::{Act, Facts, Priority, Refusal, Side};

fn taskfire_off() -> Facts {
    facts_with(Taskfire {
        enabled: false,
        enabled_since: None,
        ..taskfire()
    })
}

#[test]
fn row_4_escalating_hands_the_ticket_to_the_provider_as_new() {
    let ticket = done(&escalate(), &internal(), &desk(), &facts()).ticket;
    assert_eq!(ticket.situation(), Situation::Escalated);
    assert_eq!(status(&ticket, Side::Autotask), Some(system::AUTOTASK_NEW));
    assert_eq!(status(&ticket, Side::Taskfire), Some(system::TASKFIRE_WITH_PROVIDER));
}

#[test]
fn row_4_a_first_escalation_starts_unassigned_in_the_request_types_queue_with_the_clients_priority() {
    let ticket = done(&escalate(), &internal(), &desk(), &facts()).ticket;
    let part = ticket.autotask.as_ref().unwrap();
    assert_eq!(
        (part.queue, part.assignee, part.priority),
        (Some(QueueId(501)), None, Priority::HIGH)
    );
    assert_eq!(assignee(&ticket, Side::Taskfire), Some(desk().person), "D-07: kept");
}

#[test]
fn row_4_a_second_escalation_keeps_the_providers_queue_and_assignee() {
    let ticket = done(&escalate(), &transferred(), &desk(), &facts()).ticket;
    let part = ticket.autotask.unwrap();
    assert_eq!((part.queue, part.assignee), (Some(QueueId(500)), Some(tech().person)));
    assert_eq!(part.status, system::AUTOTASK_NEW);
}

#[test]
fn row_4_needs_taskfire_to_be_on() {
    let never = Facts {
        taskfire: Lookup::Missing,
        ..facts()
    };
    for facts in [taskfire_off(), never] {
        assert_eq!(
            refused(&escalate(), &internal(), &desk(), &facts),
            Refusal::TaskfireNotEnabled
        );
    }
}

#[test]
fn row_4_refuses_a_ticket_from_before_taskfire() {
    let mut ticket = internal();
    ticket.eligible = false;
    assert_eq!(
        refused(&escalate(), &ticket, &desk(), &facts()),
        Refusal::PredatesTaskfire
    );
}

#[test]
fn row_4_refuses_a_ticket_that_is_complete_for_the_client() {
    let internal = ticket_in(
        Situation::ClientInternal,
        system::AUTOTASK_NEW,
        system::TASKFIRE_COMPLETE,
    );
    let transferred = ticket_in(
        Situation::Transferred,
        system::AUTOTASK_WITH_CLIENT,
        system::TASKFIRE_COMPLETE,
    );
    for ticket in [internal, transferred] {
        assert_eq!(
            refused(&escalate(), &ticket, &desk(), &facts()),
            Refusal::TicketComplete
        );
    }
}

#[test]
fn row_4_asks_for_a_contract_only_when_the_work_first_enters_the_providers_side() {
    let facts = Facts {
        contract: Lookup::Found(Answer::Refused(Offer::of(None))),
        ..facts()
    };
    assert_eq!(
        refused(&escalate(), &internal(), &desk(), &facts),
        Refusal::ContractRequired {
            offers: Offer::of(None),
            taker: Taker::Administrators,
        }
    );
    assert!(apply(&escalate(), &transferred(), &desk(), &facts).is_ok());
}

#[test]
fn row_5_the_client_cant_escalate_what_the_provider_holds() {
    let refusal = Refusal::NotHolder { holder: Side::Autotask };
    for ticket in [escalated(), just_escalated(), provider_only(), closed(Side::Autotask)] {
        assert_eq!(refused(&escalate(), &ticket, &desk(), &facts()), refusal);
    }
}

#[test]
fn row_6_transferring_hands_the_ticket_to_the_client_as_new() {
    for before in [escalated(), just_escalated(), provider_only()] {
        let ticket = done(&transfer(), &before, &tech(), &facts()).ticket;
        assert_eq!(ticket.situation(), Situation::Transferred);
        assert_eq!(status(&ticket, Side::Autotask), Some(system::AUTOTASK_WITH_CLIENT));
        assert_eq!(status(&ticket, Side::Taskfire), Some(system::TASKFIRE_NEW));
        assert_eq!(
            assignee(&ticket, Side::Autotask),
            assignee(&before, Side::Autotask),
            "D-07: kept"
        );
    }
}

#[test]
fn row_6_a_first_transfer_starts_with_the_clients_queue_and_default_assignee() {
    let part = done(&transfer(), &provider_only(), &tech(), &facts())
        .ticket
        .taskfire
        .unwrap();
    assert_eq!(
        (part.queue, part.assignee),
        (Some(QueueId(601)), Some(other_desk().person))
    );
    assert_eq!(part.priority, Priority::HIGH, "copied from the other side");
}

#[test]
fn row_6_a_second_transfer_keeps_the_clients_assignee() {
    let part = done(&transfer(), &escalated(), &tech(), &facts())
        .ticket
        .taskfire
        .unwrap();
    assert_eq!((part.queue, part.assignee), (Some(QueueId(600)), Some(desk().person)));
}

#[test]
fn row_6_has_row_4s_guards() {
    let mut old = provider_only();
    old.eligible = false;
    let complete = ticket_in(
        Situation::Escalated,
        system::AUTOTASK_COMPLETE,
        system::TASKFIRE_WITH_PROVIDER,
    );
    let held = Refusal::NotHolder { holder: Side::Taskfire };
    assert_eq!(
        refused(&transfer(), &provider_only(), &tech(), &taskfire_off()),
        Refusal::TaskfireNotEnabled
    );
    assert_eq!(refused(&transfer(), &old, &tech(), &facts()), Refusal::PredatesTaskfire);
    assert_eq!(
        refused(&transfer(), &complete, &tech(), &facts()),
        Refusal::TicketComplete
    );
    assert_eq!(refused(&transfer(), &transferred(), &tech(), &facts()), held);
}

#[test]
fn row_7_declining_sends_an_escalation_back_with_the_reason_for_both_to_read() {
    let outcome = done(&decline(" Out of scope "), &just_escalated(), &other_tech(), &facts());
    assert_eq!(outcome.ticket.situation(), Situation::Transferred);
    assert_eq!(
        status(&outcome.ticket, Side::Autotask),
        Some(system::AUTOTASK_WITH_CLIENT)
    );
    assert_eq!(status(&outcome.ticket, Side::Taskfire), Some(system::TASKFIRE_NEW));
    let [note] = outcome.notes.as_slice() else {
        panic!("one note: {:?}", outcome.notes)
    };
    assert_eq!((note.text.as_str(), note.readers.word()), ("Out of scope", "public"));
}

#[test]
fn row_7_needs_a_reason_that_is_more_than_blanks() {
    for reason in ["", "  ", "\t\r\n", "\u{a0}\u{2003}"] {
        let refusal = refused(&decline(reason), &just_escalated(), &tech(), &facts());
        assert_eq!(refusal, Refusal::ReasonRequired, "{reason:?}");
    }
}

#[test]
fn rows_7_and_8_come_too_late_once_the_provider_has_begun() {
    for begun in [
        system::AUTOTASK_IN_PROGRESS,
        system::AUTOTASK_WAITING_CUSTOMER,
        system::AUTOTASK_COMPLETE,
    ] {
        let ticket = ticket_in(Situation::Escalated, begun, system::TASKFIRE_WITH_PROVIDER);
        assert_eq!(
            refused(&decline("x"), &ticket, &tech(), &facts()),
            Refusal::AlreadyStarted
        );
        assert_eq!(refused(&recall(), &ticket, &desk(), &facts()), Refusal::AlreadyStarted);
    }
}

#[test]
fn rows_7_and_8_are_for_escalations_only() {
    let held = Refusal::NotHolder { holder: Side::Taskfire };
    assert_eq!(refused(&decline("x"), &transferred(), &tech(), &facts()), held);
    let new = ticket_in(Situation::ProviderOnly, system::AUTOTASK_NEW, system::TASKFIRE_NEW);
    assert_eq!(refused(&decline("x"), &new, &tech(), &facts()), Refusal::NotEscalated);
    for ticket in [transferred(), internal(), new] {
        assert_eq!(refused(&recall(), &ticket, &desk(), &facts()), Refusal::NotEscalated);
    }
}

#[test]
fn row_7_gives_no_ticket_to_a_client_whose_taskfire_is_off() {
    assert_eq!(
        refused(&decline("x"), &just_escalated(), &tech(), &taskfire_off()),
        Refusal::TaskfireNotEnabled
    );
}

#[test]
fn row_8_recalling_takes_an_escalation_back() {
    for actor in [desk(), other_desk(), desk_admin()] {
        let ticket = done(&recall(), &just_escalated(), &actor, &facts()).ticket;
        assert_eq!(ticket.situation(), Situation::Transferred);
        assert_eq!(status(&ticket, Side::Autotask), Some(system::AUTOTASK_WITH_CLIENT));
        assert_eq!(status(&ticket, Side::Taskfire), Some(system::TASKFIRE_NEW));
        assert_eq!(assignee(&ticket, Side::Taskfire), Some(desk().person));
    }
}

#[test]
fn a_closed_ticket_is_reopened_and_then_escalated_again_as_new() {
    let reopened = done(&Act::Reopen, &closed(Side::Autotask), &desk(), &facts()).ticket;
    let again = done(&escalate(), &reopened, &desk(), &facts()).ticket;
    assert_eq!(again.situation(), Situation::Escalated);
    assert_eq!(status(&again, Side::Autotask), Some(system::AUTOTASK_NEW));
    assert_eq!(assignee(&again, Side::Autotask), Some(tech().person));
    assert_eq!(again.completed, None);
}

#[test]
fn what_only_the_server_knows_makes_a_hand_over_uncertain() {
    let unknown = Facts::unknown(facts().statuses);
    for (act, ticket, actor) in [
        (escalate(), internal(), desk()),
        (transfer(), provider_only(), tech()),
        (decline("x"), just_escalated(), tech()),
    ] {
        assert_eq!(
            done(&act, &ticket, &actor, &unknown).certainty,
            Certainty::ServerDecides,
            "{act:?}"
        );
        assert_eq!(
            done(&act, &ticket, &actor, &facts()).certainty,
            Certainty::Certain,
            "{act:?}"
        );
    }
    assert_eq!(
        done(&recall(), &just_escalated(), &desk(), &unknown).certainty,
        Certainty::Certain
    );
}
