//! Rows 12 and 23: setting one's own status, and reopening.

use super::support::*;
use crate::base::ids::{ContractId, StatusId};
use crate::domain::contract::validation::Taker;
use crate::domain::contract::{Answer, Offer};
use crate::domain::facts::Lookup;
use crate::domain::outcome::CarryOver;
use crate::domain::statuses::system;
use crate::domain::ticket::Situation;
use crate::domain::{Act, Facts, Refusal, Side, StatusKind, Statuses};

const SITUATIONS: [Situation; 4] = [
    Situation::ClientInternal,
    Situation::ProviderOnly,
    Situation::Escalated,
    Situation::Transferred,
];

/// What the table of 2.4 says of one side choosing a status by hand.
fn expected(holds: bool, closed: bool, to: StatusId, kind: StatusKind, side: Side) -> Result<(), Refusal> {
    match kind {
        StatusKind::New | StatusKind::Open | StatusKind::Complete => Ok(()),
        StatusKind::WithOther if !holds && !closed && to == system::with_other(side) => Ok(()),
        StatusKind::WithOther => Err(Refusal::StatusByHandover),
    }
}

#[test]
fn every_pair_of_statuses_of_either_side_follows_the_table() {
    let statuses = Statuses::standard();
    for situation in SITUATIONS {
        for from in statuses.iter() {
            for to in statuses.of(from.side) {
                let (side, other) = (from.side, from.side.other());
                let waiting = system::with_other(other);
                let pair = if side == Side::Autotask {
                    (from.id, waiting)
                } else {
                    (waiting, from.id)
                };
                let before = ticket_in(situation, pair.0, pair.1);
                if before.side(side).is_none() {
                    continue;
                }
                let closed = before.is_closed(&facts());
                let result = apply(&set_status(to.id), &before, &worker(side), &facts());
                let allowed = expected(before.holder == side, closed, to.id, to.kind, side);
                assert_eq!(
                    result.as_ref().map(|_| ()).map_err(Clone::clone),
                    allowed,
                    "{from:?} to {to:?}"
                );
                let Ok(outcome) = result else { continue };
                assert_eq!(status(&outcome.ticket, side), Some(to.id));
                assert_eq!(
                    status(&outcome.ticket, other),
                    status(&before, other),
                    "settings are off"
                );
                assert_eq!(outcome.ticket.holder, before.holder);
                assert_eq!(outcome.ticket.is_closed(&facts()), outcome.ticket.closed.is_some());
            }
        }
    }
}

#[test]
fn a_side_never_sets_a_status_of_the_other_or_one_that_doesnt_exist() {
    let refusal = Refusal::NotUsable { field: "status" };
    for (actor, wrong) in [
        (tech(), system::TASKFIRE_NEW),
        (desk(), system::AUTOTASK_NEW),
        (tech(), StatusId(99)),
    ] {
        assert_eq!(refused(&set_status(wrong), &escalated(), &actor, &facts()), refusal);
    }
}

#[test]
fn a_side_without_a_part_has_no_status_to_set() {
    let autotask = Refusal::NoPart { side: Side::Autotask };
    let taskfire = Refusal::NoPart { side: Side::Taskfire };
    for act in [
        complete(Side::Autotask),
        Act::Reopen,
        Act::Complete {
            resolution: String::new(),
        },
    ] {
        assert_eq!(refused(&act, &internal(), &tech(), &facts()), autotask);
    }
    assert_eq!(
        refused(&complete(Side::Taskfire), &provider_only(), &desk(), &facts()),
        taskfire
    );
}

#[test]
fn row_12_the_side_that_doesnt_hold_the_ticket_may_work_and_then_say_again_that_the_other_has_it() {
    for (ticket, side) in [(escalated(), Side::Taskfire), (transferred(), Side::Autotask)] {
        let working = done(&set_status(system::in_progress(side)), &ticket, &worker(side), &facts()).ticket;
        assert_eq!(working.holder, ticket.holder);
        let back = done(
            &set_status(system::with_other(side)),
            &working,
            &colleague(side),
            &facts(),
        )
        .ticket;
        assert_eq!(status(&back, side), Some(system::with_other(side)));
        assert_eq!(back.holder, ticket.holder);
    }
}

#[test]
fn row_12_with_vendor_is_never_chosen_by_hand() {
    for ticket in [escalated(), transferred(), internal()] {
        let refusal = refused(&set_status(system::TASKFIRE_WITH_VENDOR), &ticket, &desk(), &facts());
        assert_eq!(refusal, Refusal::StatusByHandover);
    }
}

#[test]
fn row_23_whoever_reopens_a_closed_ticket_takes_it_to_their_side_and_the_other_stays_complete() {
    for holder in Side::BOTH {
        for side in Side::BOTH {
            for label in [
                system::in_progress(side),
                facts().statuses.default(side, StatusKind::New),
            ] {
                let before = closed(holder);
                let outcome = done(&set_status(label), &before, &colleague(side), &facts());
                assert_eq!(outcome.ticket.holder, side);
                assert_eq!(status(&outcome.ticket, side), Some(label));
                assert_eq!(status(&outcome.ticket, side.other()), status(&before, side.other()));
                assert_eq!(outcome.ticket.closed, None);
                assert_eq!(outcome.carry_over, Some(CarryOver::NoSyncNotComplete));
            }
        }
    }
}

#[test]
fn row_23_the_act_reopen_chooses_in_progress() {
    for side in Side::BOTH {
        let ticket = done(&Act::Reopen, &closed(side.other()), &worker(side), &facts()).ticket;
        assert_eq!(
            (status(&ticket, side), ticket.holder),
            (Some(system::in_progress(side)), side)
        );
    }
}

#[test]
fn reopening_one_side_of_an_open_ticket_leaves_the_holder() {
    let ticket = ticket_in(
        Situation::Escalated,
        system::AUTOTASK_IN_PROGRESS,
        system::TASKFIRE_COMPLETE,
    );
    let reopened = done(&Act::Reopen, &ticket, &desk(), &facts()).ticket;
    assert_eq!(reopened.holder, Side::Autotask);
    assert_eq!(status(&reopened, Side::Taskfire), Some(system::TASKFIRE_IN_PROGRESS));
}

#[test]
fn an_open_ticket_cant_be_reopened_and_a_complete_one_cant_be_completed_by_the_act() {
    assert_eq!(
        refused(&Act::Reopen, &escalated(), &tech(), &facts()),
        Refusal::NotComplete
    );
    let act = Act::Complete {
        resolution: String::new(),
    };
    assert_eq!(
        refused(&act, &closed(Side::Autotask), &tech(), &facts()),
        Refusal::TicketComplete
    );
}

#[test]
fn reopening_validates_a_linked_contract_again() {
    let facts = Facts {
        contract: Lookup::Found(Answer::Refused(Offer::of(None))),
        ..facts()
    };
    let mut ticket = closed(Side::Autotask);
    assert!(
        apply(&Act::Reopen, &ticket, &tech(), &facts).is_ok(),
        "no contract, nothing to validate"
    );
    ticket.contract = Some(ContractId(3));
    assert_eq!(
        refused(&Act::Reopen, &ticket, &tech(), &facts),
        Refusal::ContractRequired {
            offers: Offer::of(None),
            taker: Taker::Administrators,
        },
        "D-27"
    );
}

#[test]
fn a_status_that_was_deleted_counts_as_open() {
    let ticket = ticket_in(Situation::Escalated, StatusId(77), system::TASKFIRE_WITH_PROVIDER);
    assert_eq!(
        ticket.kind(Side::Autotask, &Statuses::standard()),
        Some(StatusKind::Open)
    );
    assert_eq!(
        refused(&decline("x"), &ticket, &tech(), &facts()),
        Refusal::AlreadyStarted
    );
}
