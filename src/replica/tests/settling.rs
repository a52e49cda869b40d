//! Answers settle changes, whenever and however often they come.

use crate::base::ids::TicketId;
use crate::domain::Act;
use crate::domain::Priority;
use crate::domain::statuses::system;
use crate::entities::{Row, TICKET_NOTE};
use crate::records::drafts::{DraftKey, DraftKind};
use crate::replica::fixture::*;
use crate::replica::{Answer, Settlement};

fn in_progress() -> Act {
    Act::SetStatus {
        status: system::AUTOTASK_IN_PROGRESS,
    }
}

#[test]
fn an_answer_takes_the_change_out_and_its_rows_in() {
    let desk = Desk::with(vec![ticket(1)]);
    let id = desk.record(1, note("Fuser ordered"));
    let mut settled_note = Row::new(&TICKET_NOTE);
    settled_note.set("id", 55_i64);
    settled_note.set("ticketID", 1_i64);
    settled_note.set("description", "Fuser ordered");
    settled_note.set("createDateTime", at(61));
    let answer = Answer {
        ticket: later(&ticket(1), "noteCount", 1_i64),
        added: vec![settled_note],
    };
    for _ in 0..2 {
        desk.replica.settle(id, &answer).unwrap();
        assert_eq!(desk.replica.count_unsent().unwrap(), (0, 0));
        let said = desk.replica.ticket(TicketId(1)).unwrap().unwrap().last_words;
        assert_eq!(said.len(), 1, "the queued note is not there beside the server's");
    }
    assert_eq!(desk.shown(1), answer.ticket);
}

#[test]
fn an_event_under_an_unsent_change_leaves_the_change_on_top() {
    let desk = Desk::with(vec![ticket(1)]);
    let id = desk.record(1, in_progress());
    let elsewhere = later(&ticket(1), "title", "Printer 1 is on fire");
    desk.feed(elsewhere.clone());
    let shown = desk.shown(1);
    assert_eq!(shown.text("title"), Some("Printer 1 is on fire"));
    assert_eq!(shown.integer("status"), Some(system::AUTOTASK_IN_PROGRESS.0));
    let after = later(&elsewhere, "status", system::AUTOTASK_IN_PROGRESS.0);
    desk.replica.settle(id, &answer(after.clone())).unwrap();
    assert_eq!(desk.shown(1), after);
}

#[test]
fn an_answer_older_than_the_feed_takes_nothing_back() {
    let desk = Desk::with(vec![ticket(1)]);
    let id = desk.record(1, in_progress());
    let done = later(&ticket(1), "status", system::AUTOTASK_IN_PROGRESS.0);
    let newer = later(&done, "title", "Renamed");
    desk.feed(newer.clone());
    desk.replica.settle(id, &answer(done)).unwrap();
    assert_eq!(desk.shown(1), newer);
}

#[test]
fn everything_follows_a_new_ticket_to_its_number() {
    let desk = Desk::with(Vec::new());
    let created = desk.record(0, create("Scanner"));
    desk.record(-1, note("Ordered"));
    let key = |ticket| DraftKey {
        ticket: Some(TicketId(ticket)),
        kind: DraftKind::Reply,
        context: String::new(),
    };
    desk.replica.save_draft(&key(-1), "It will", at(62)).unwrap();
    let settlement = desk.replica.settle(created, &answer(ticket(500))).unwrap();
    assert_eq!(
        settlement,
        Settlement {
            ticket: TicketId(500),
            was: Some(TicketId(-1))
        }
    );
    assert!(desk.replica.ticket(TicketId(-1)).unwrap().is_none());
    let waiting = desk.replica.next_to_send(10).unwrap();
    assert_eq!(waiting[0].change.ticket, TicketId(500));
    assert_eq!(desk.replica.outbox().unwrap()[0].number, "T20261120.0500");
    assert_eq!(desk.replica.draft(&key(500)).unwrap().unwrap().text, "It will");
    assert_eq!(desk.replica.numbered(TicketId(-1)).unwrap(), Some(TicketId(500)));
    // A console that still shows new-1 goes on with the numbered one.
    let late = desk.replica.record(&change(-1, note("Arrived"))).unwrap();
    assert_eq!(late.ticket, TicketId(500));
    assert_eq!(desk.replica.ticket(TicketId(500)).unwrap().unwrap().last_words.len(), 2);
}

#[test]
fn changes_of_a_ticket_go_in_order_and_those_of_others_go_on() {
    let desk = Desk::with(vec![ticket(1), ticket(2)]);
    let first = desk.record(1, in_progress());
    let second = desk.record(
        1,
        Act::SetPriority {
            priority: Priority::HIGH,
        },
    );
    let other = desk.record(2, note("Hello"));
    let turns = || -> Vec<_> {
        desk.replica
            .next_to_send(9)
            .unwrap()
            .iter()
            .map(|waiting| waiting.change.id)
            .collect()
    };
    assert_eq!(turns(), [first, other]);
    desk.replica.sending(first).unwrap();
    assert!(
        desk.replica.next_to_send(9).unwrap()[0].was_sent,
        "its answer may be lost: it goes again"
    );
    desk.replica
        .settle(
            first,
            &answer(later(&ticket(1), "status", system::AUTOTASK_IN_PROGRESS.0)),
        )
        .unwrap();
    assert_eq!(turns(), [second, other]);
}
