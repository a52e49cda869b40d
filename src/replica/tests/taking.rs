//! What the server says comes in, once and in its order.

use crate::base::ids::TicketId;
use crate::domain::statuses::system;
use crate::entities::TICKET;
use crate::query::{Filter, Sort};
use crate::replica::fixture::*;
use crate::replica::{Details, FeedRow, Page, Step};

#[test]
fn a_ticket_is_taken_only_with_a_higher_version() {
    let desk = Desk::with(vec![ticket(1)]);
    let newer = later(&ticket(1), "title", "Newer");
    desk.feed(newer.clone());
    desk.feed(ticket(1));
    desk.feed(newer.clone());
    assert_eq!(desk.shown(1), newer);
}

#[test]
fn a_first_sync_goes_on_where_it_was_cut_and_forgets_what_is_no_more() {
    let desk = Desk::with(vec![ticket(1), ticket(2), ticket(3), ticket(9)]);
    desk.replica.begin("40").unwrap();
    let page = |after, rows, is_last| Page {
        step: Step::Tickets,
        after,
        rows,
        is_last,
    };
    desk.replica
        .take_page(&page(-1, vec![ticket(1), ticket(3)], false))
        .unwrap();
    let place = desk.again().place().unwrap();
    assert_eq!(
        (place.step, place.after, place.feed.as_deref()),
        (Step::Tickets, 3, Some("40"))
    );
    assert!(desk.replica.ticket(TicketId(2)).unwrap().is_none());
    assert!(
        desk.replica.ticket(TicketId(9)).unwrap().is_some(),
        "its page has not come yet"
    );
    desk.replica.take_page(&page(3, vec![ticket(4)], true)).unwrap();
    assert!(desk.replica.ticket(TicketId(9)).unwrap().is_none());
    assert_eq!(desk.replica.place().unwrap().step, Step::Secondaries);
}

#[test]
fn a_ticket_that_leaves_the_view_goes_with_its_parts_but_not_with_unsent_changes() {
    let desk = Desk::with(vec![ticket(1)]);
    desk.feed(foreign_note(50, 1, "Blank again"));
    desk.record(1, note("On my way"));
    let removed = FeedRow {
        place: "7".to_owned(),
        entity: &TICKET,
        id: 1,
        row: None,
    };
    desk.replica.take_events(&[removed], at(100)).unwrap();
    assert!(desk.replica.ticket(TicketId(1)).unwrap().is_none());
    assert!(desk.replica.conversation(TicketId(1)).unwrap().is_empty());
    assert_eq!(desk.replica.place().unwrap().feed.as_deref(), Some("7"));
    assert_eq!(desk.replica.outbox().unwrap().len(), 1);
    desk.feed(ticket(1));
    let said = desk.replica.ticket(TicketId(1)).unwrap().unwrap().last_words;
    assert_eq!(said.len(), 1, "back in view, the unsent note lies over it again");
}

#[test]
fn only_what_somebody_else_did_is_unread_until_it_was_opened() {
    let desk = Desk::with(vec![ticket(1), ticket(2)]);
    assert!(!desk.replica.line(TicketId(1)).unwrap().unwrap().marks.unread);
    desk.feed(foreign_note(50, 1, "Blank again"));
    let mut own = foreign_note(51, 2, "Mine");
    own.set("authorContactID", crate::entities::Value::Null);
    own.set("authorResourceID", MARIA);
    desk.feed(own);
    desk.feed(ticket(3));
    let unread = |id| desk.replica.line(TicketId(id)).unwrap().unwrap().marks.unread;
    assert_eq!([unread(1), unread(2), unread(3)], [true, false, true]);
    let entries = desk.replica.conversation(TicketId(1)).unwrap();
    assert!(entries.last().unwrap().unread);
    desk.replica.mark_read(TicketId(1)).unwrap();
    assert!(!unread(1));
}

#[test]
fn words_of_tickets_and_notes_are_found_once_they_are_indexed() {
    let desk = Desk::with(vec![ticket(1), ticket(2)]);
    let details = Details {
        tickets: vec![TicketId(2)],
        notes: vec![foreign_note(50, 2, "Die Überhitzung der Fixiereinheit")],
        ..Details::default()
    };
    desk.replica.take_details(&details).unwrap();
    desk.record(1, note("Toner changed yesterday"));
    while desk.replica.index_some(1).unwrap() > 0 {}
    let found = |text: &str| {
        let filter = Filter::words(&TICKET, text).unwrap();
        desk.replica
            .list_ids(&filter, &Sort::by_id(&TICKET).into(), 0, 9)
            .unwrap()
    };
    assert_eq!(found("uberhitz"), [TicketId(2)]);
    assert_eq!(found("printer bla"), [TicketId(1), TicketId(2)]);
    assert_eq!(found("TONER yest"), [TicketId(1)]);
    assert_eq!(found("T20261120.0001"), [TicketId(1)]);
    assert_eq!(found("scanner"), []);
    desk.feed(later(&ticket(1), "title", "Scanner"));
    desk.replica.index_some(9).unwrap();
    assert_eq!(found("scanner"), [TicketId(1)]);
}

#[test]
fn details_are_asked_for_open_and_recently_closed_tickets_only() {
    let mut old = ticket(2);
    old.set("closedDate", at(-500));
    old.set("status", system::AUTOTASK_COMPLETE.0);
    let mut recent = old.clone();
    recent.set("id", 3_i64);
    recent.set("closedDate", at(-5));
    let desk = Desk::with(vec![ticket(1), old, recent]);
    let wanted = desk.replica.next_without_details(0, at(-100), 9).unwrap();
    assert_eq!(wanted, [TicketId(1), TicketId(3)]);
    assert_eq!(desk.replica.count_without_details(0, at(-100)).unwrap(), 2);
    assert!(!desk.replica.holds_details(TicketId(1)).unwrap());
    let details = Details {
        tickets: wanted,
        ..Details::default()
    };
    desk.replica.take_details_step(&details).unwrap();
    assert!(desk.replica.holds_details(TicketId(1)).unwrap());
    assert_eq!(desk.replica.place().unwrap().after, 3);
    desk.replica.take_details_step(&Details::default()).unwrap();
    assert_eq!(desk.replica.place().unwrap().step, Step::Complete);
}
