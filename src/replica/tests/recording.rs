//! A change is here before it is sent, and here or nowhere.

use crate::base::Timestamp;
use crate::base::ids::{ResourceId, StatusId, TicketId};
use crate::domain::statuses::system;
use crate::domain::{Act, Person, Refusal};
use crate::records::views::{Delivery, OutboxState};
use crate::replica::fixture::*;
use crate::replica::{Followers, ReplicaError};

fn set(status: StatusId) -> Act {
    Act::SetStatus { status }
}

#[test]
fn a_recorded_change_is_in_the_outbox_and_on_the_screen_at_once() {
    let desk = Desk::with(vec![ticket(1)]);
    desk.record(1, set(system::AUTOTASK_IN_PROGRESS));
    let line = desk.replica.line(TicketId(1)).unwrap().unwrap();
    assert_eq!(line.autotask.unwrap().status, "In Progress");
    assert!(line.marks.unsent && !line.marks.stopped);
    let outbox = desk.replica.outbox().unwrap();
    assert_eq!(outbox[0].state, OutboxState::Queued);
    assert_eq!(
        outbox[0].change.seen["status"],
        serde_json::json!(1),
        "what was seen is filled in"
    );
}

#[test]
fn a_change_builds_on_the_persons_own_change_that_they_have_not_seen_drawn() {
    let seeing = |desk: &Desk, saw: i64, act: Act| {
        let mut change = change(1, act);
        change.seen = [("status", saw)]
            .map(|(name, saw)| (name.to_owned(), saw.into()))
            .into();
        desk.replica.record(&change).unwrap();
        let outbox = desk.replica.outbox().unwrap();
        let seen = outbox.last().unwrap().change.seen["status"].clone();
        (change.id, seen)
    };
    let (new, work, waiting) = (
        system::AUTOTASK_NEW,
        system::AUTOTASK_IN_PROGRESS,
        system::AUTOTASK_WAITING_VENDOR,
    );
    let desk = Desk::with(vec![ticket(1)]);
    let (first, saw) = seeing(&desk, new.0, set(work));
    assert_eq!(saw, new.0);
    // Pressed before the ticket was drawn with the first of them.
    let (second, saw) = seeing(&desk, new.0, set(waiting));
    assert_eq!(saw, work.0, "it is behind the first one");
    // The same where the server was faster than the screen.
    let done = later(&ticket(1), "status", work.0);
    desk.replica.discard(second, Followers::Keep, at(61)).unwrap();
    desk.replica.settle(first, &answer(done.clone())).unwrap();
    let (third, saw) = seeing(&desk, new.0, set(waiting));
    assert_eq!(saw, work.0);
    // What somebody else changed is for the person to see first.
    desk.replica.discard(third, Followers::Keep, at(62)).unwrap();
    desk.feed(later(&done, "status", system::AUTOTASK_WAITING_CUSTOMER.0));
    let (_, saw) = seeing(&desk, new.0, set(waiting));
    assert_eq!(saw, new.0, "the server calls it stale");
}

#[test]
fn a_recorded_change_survives_the_program() {
    let desk = Desk::with(vec![ticket(1)]);
    let id = desk.record(1, note("On my way"));
    let reopened = desk.again();
    assert_eq!(reopened.outbox().unwrap()[0].change.id, id);
    let entries = reopened.conversation(TicketId(1)).unwrap();
    assert_eq!(entries.last().unwrap().delivery, Delivery::Queued(id));
}

#[test]
fn what_the_rules_refuse_is_not_recorded() {
    let desk = Desk::with(vec![ticket(1)]);
    let refused = desk.replica.record(&change(1, note("  ")));
    assert!(matches!(
        refused,
        Err(ReplicaError::Refused(Refusal::Required { field: "text" }))
    ));
    assert_eq!(desk.replica.count_unsent().unwrap(), (0, 0));
    let absent = desk.replica.record(&change(2, note("Where?")));
    assert!(matches!(absent, Err(ReplicaError::NoSuchTicket(TicketId(2)))));
}

#[test]
fn a_full_disk_refuses_the_change_on_the_spot_and_leaves_nothing_half_done() {
    let desk = Desk::with(vec![ticket(1)]);
    desk.replica.limit_pages();
    let before = desk.shown(1);
    let refused = desk.replica.record(&change(1, note(&"long ".repeat(6_000))));
    assert!(matches!(refused, Err(ReplicaError::DiskFull)), "{refused:?}");
    assert_eq!(desk.shown(1), before);
    assert!(desk.replica.outbox().unwrap().is_empty());
}

#[test]
fn a_new_ticket_has_a_temporary_number_and_takes_changes() {
    let desk = Desk::with(Vec::new());
    let first = desk.replica.record(&change(0, create("Scanner"))).unwrap();
    let second = desk.replica.record(&change(0, create("Projector"))).unwrap();
    assert_eq!((first.ticket, first.number.as_str()), (TicketId(-1), "new-1"));
    assert_eq!(second.number, "new-2");
    desk.record(
        -1,
        Act::Assign {
            assignee: Some(Person::Resource(ResourceId(MARIA))),
        },
    );
    desk.record(-1, note("Ordered"));
    let line = desk.replica.line(TicketId(-1)).unwrap().unwrap();
    assert_eq!(line.title, "Scanner");
    assert_eq!(line.autotask.unwrap().assignee.unwrap().name, "Maria Keller");
    let turns: Vec<_> = desk.replica.next_to_send(10).unwrap();
    let tickets: Vec<_> = turns.iter().map(|waiting| waiting.change.ticket.0).collect();
    assert_eq!(tickets, [-1, -2], "what follows a creation waits for it");
}

#[test]
fn secondary_resources_show_with_unsent_changes_and_come_back_without() {
    let desk = Desk::with(vec![ticket(1)]);
    let id = desk.record(
        1,
        Act::AddSecondary {
            resource: ResourceId(JONAS),
        },
    );
    assert_eq!(
        desk.replica.ticket(TicketId(1)).unwrap().unwrap().secondaries[0].name,
        "Jonas Keller"
    );
    desk.replica
        .discard(id, crate::replica::Followers::Keep, at(61))
        .unwrap();
    assert!(
        desk.replica
            .ticket(TicketId(1))
            .unwrap()
            .unwrap()
            .secondaries
            .is_empty()
    );
}

#[test]
fn only_one_console_at_a_time_has_the_lease() {
    let desk = Desk::with(Vec::new());
    let other = desk.again();
    assert!(desk.replica.take_lease("one", at(0)).unwrap());
    assert!(!other.take_lease("two", at(0)).unwrap());
    assert!(
        desk.replica.take_lease("one", at(0)).unwrap(),
        "it is prolonged by its holder"
    );
    let just_before = Timestamp::from_millis(at(0).millis() - 5);
    assert!(
        !other.take_lease("two", just_before).unwrap(),
        "who looked at the clock first and asked second doesn't get it"
    );
    assert!(other.take_lease("two", at(1)).unwrap(), "it ends by itself");
    assert!(
        desk.replica.take_lease("one", at(-500)).unwrap(),
        "a clock put back can't hold it for hours"
    );
    desk.replica.give_back_lease("one").unwrap();
    assert!(other.take_lease("two", at(-500)).unwrap());
}

#[test]
fn half_typed_text_is_found_again_by_another_program() {
    use crate::records::drafts::{DraftKey, DraftKind};
    let desk = Desk::with(vec![ticket(1)]);
    let key = DraftKey {
        ticket: Some(TicketId(1)),
        kind: DraftKind::Reply,
        context: String::new(),
    };
    desk.replica.save_draft(&key, "The fuser will be sw", at(1)).unwrap();
    desk.replica
        .save_draft(&key, "The fuser will be swapped", at(2))
        .unwrap();
    assert_eq!(
        desk.again().draft(&key).unwrap().unwrap().text,
        "The fuser will be swapped"
    );
    assert!(desk.replica.line(TicketId(1)).unwrap().unwrap().marks.draft);
    desk.replica.forget_draft(&key).unwrap();
    assert_eq!(desk.replica.drafts(Some(TicketId(1))).unwrap(), []);
}
