//! Changes that stopped wait for a person, and lose no word.

use crate::base::ids::{ChangeId, ResourceId, TicketId};
use crate::domain::statuses::system;
use crate::domain::{Act, Person};
use crate::records::drafts::{DraftKey, DraftKind};
use crate::records::views::{Difference, OutboxState};
use crate::replica::fixture::*;
use crate::replica::{Followers, Refused, ReplicaError};

fn refused(code: &str) -> Refused {
    Refused {
        code: code.to_owned(),
        message: "No.".to_owned(),
        field: None,
        current: None,
    }
}

fn new_id() -> ChangeId {
    ChangeId(uuid::Uuid::now_v7())
}

#[test]
fn a_stale_change_shows_what_differs_and_holds_back_those_behind_it() {
    let desk = Desk::with(vec![ticket(1), ticket(2)]);
    let assign = Act::Assign {
        assignee: Some(Person::Resource(ResourceId(MARIA))),
    };
    let id = desk.record(1, assign);
    desk.record(1, note("Mine now"));
    let other = desk.record(2, note("Hello"));
    let now = later(&ticket(1), "assignedResourceID", JONAS);
    let stale = Refused {
        current: Some(now.clone()),
        ..refused("stale")
    };
    desk.replica.stop(id, &stale).unwrap();
    let line = &desk.replica.outbox_of(TicketId(1)).unwrap()[0];
    let OutboxState::Stopped { code, differs, .. } = &line.state else {
        panic!("{:?}", line.state)
    };
    assert_eq!((code.as_str(), line.followers), ("stale", 1));
    let difference = Difference {
        field: "assignedResourceID".to_owned(),
        seen: String::new(),
        now: "Jonas Keller".to_owned(),
    };
    assert_eq!(differs, &[difference]);
    assert_eq!(
        desk.shown(1).integer("assignedResourceID"),
        Some(JONAS),
        "what was refused is not shown as done"
    );
    let turns: Vec<_> = desk
        .replica
        .next_to_send(9)
        .unwrap()
        .iter()
        .map(|waiting| waiting.change.id)
        .collect();
    assert_eq!(turns, [other]);
}

#[test]
fn doing_it_anyway_is_a_new_change_that_saw_the_new_state() {
    let desk = Desk::with(vec![ticket(1)]);
    let assign = Act::Assign {
        assignee: Some(Person::Resource(ResourceId(MARIA))),
    };
    let id = desk.record(1, assign);
    desk.record(1, note("Mine now"));
    let current = Some(later(&ticket(1), "assignedResourceID", JONAS));
    desk.replica
        .stop(
            id,
            &Refused {
                current,
                ..refused("stale")
            },
        )
        .unwrap();
    let again = new_id();
    desk.replica.again(id, again, at(90)).unwrap();
    let first = &desk.replica.next_to_send(9).unwrap()[0].change;
    assert_eq!(first.id, again);
    assert_eq!(first.seen["assignedResourceID"], serde_json::json!(JONAS));
    assert_eq!(desk.shown(1).integer("assignedResourceID"), Some(MARIA));
}

#[test]
fn refused_texts_become_the_draft_that_the_next_note_opens_with() {
    let desk = Desk::with(vec![ticket(1)]);
    let ids = [desk.record(1, note("First")), desk.record(1, note("Second"))];
    let key = DraftKey {
        ticket: Some(TicketId(1)),
        kind: DraftKind::InternalNote,
        context: String::new(),
    };
    desk.replica.save_draft(&key, "Half", at(80)).unwrap();
    for id in ids {
        desk.replica.discard(id, Followers::Keep, at(90)).unwrap();
    }
    let draft = desk.replica.draft(&key).unwrap().unwrap();
    assert_eq!(draft.text, "Half\n\n— — —\n\nFirst\n\n— — —\n\nSecond");
    assert_eq!(desk.replica.drafts(Some(TicketId(1))).unwrap().len(), 1);
    assert!(desk.replica.outbox().unwrap().is_empty());
}

#[test]
fn a_refused_time_entry_comes_back_into_the_fields_in_which_it_was_typed() {
    let desk = Desk::with(vec![ticket(1)]);
    let work = |minutes, summary: &str| Act::LogTime {
        worked_on: at(0).date(),
        started_at: None,
        minutes,
        summary: summary.to_owned(),
        internal_notes: String::new(),
    };
    for change in [
        desk.record(1, work(75, "On site")),
        desk.record(1, work(15, "On the phone")),
    ] {
        desk.replica.discard(change, Followers::Keep, at(90)).unwrap();
    }
    let drafts = desk.replica.drafts(Some(TicketId(1))).unwrap();
    assert_eq!(drafts.len(), 1);
    let fields: serde_json::Value = serde_json::from_str(&drafts[0].text).unwrap();
    let expected = serde_json::json!({
        "minutes": "75m", "workedOn": at(0).date().to_string(), "summary": "On site\n\n— — —\n\nOn the phone",
    });
    assert_eq!(fields, expected);
}

#[test]
fn discarding_with_followers_takes_them_too_and_without_lets_them_go_on() {
    let desk = Desk::with(vec![ticket(1)]);
    let status = Act::SetStatus {
        status: system::AUTOTASK_IN_PROGRESS,
    };
    let first = desk.record(1, status.clone());
    desk.record(1, note("Stays"));
    desk.replica.discard(first, Followers::Keep, at(90)).unwrap();
    assert_eq!(desk.replica.count_unsent().unwrap(), (1, 0));
    assert_eq!(desk.shown(1).integer("status"), Some(system::AUTOTASK_NEW.0));
    let next = desk.replica.outbox().unwrap()[0].change.id;
    desk.record(1, status);
    desk.replica.discard(next, Followers::Discard, at(90)).unwrap();
    assert_eq!(desk.replica.count_unsent().unwrap(), (0, 0));
    assert_eq!(desk.shown(1), ticket(1));
}

#[test]
fn a_discarded_creation_takes_its_ticket_and_followers_and_keeps_the_words() {
    let desk = Desk::with(Vec::new());
    let created = desk.record(0, create("Scanner"));
    desk.record(-1, note("Ordered"));
    let half = DraftKey {
        ticket: Some(TicketId(-1)),
        kind: DraftKind::Reply,
        context: String::new(),
    };
    desk.replica.save_draft(&half, "Half a reply", at(80)).unwrap();
    let kept = desk.replica.discard(created, Followers::Keep, at(90)).unwrap();
    assert_eq!(kept.len(), 2);
    assert!(desk.replica.ticket(TicketId(-1)).unwrap().is_none());
    assert!(desk.replica.outbox().unwrap().is_empty());
    let texts: Vec<_> = desk
        .replica
        .drafts(None)
        .unwrap()
        .into_iter()
        .map(|draft| draft.text)
        .collect();
    assert!(texts.iter().any(|text| text.contains("Scanner")) && texts.iter().any(|text| text == "Ordered"));
    assert!(texts.iter().any(|text| text == "Half a reply"), "{texts:?}");
    assert_eq!(desk.replica.drafts(Some(TicketId(-1))).unwrap(), []);
}

#[test]
fn a_change_on_its_way_can_be_neither_edited_nor_discarded() {
    let desk = Desk::with(vec![ticket(1)]);
    let id = desk.record(1, note("Hello"));
    desk.replica.sending(id).unwrap();
    let discarded = desk.replica.discard(id, Followers::Keep, at(90));
    assert!(matches!(discarded, Err(ReplicaError::OnItsWay(_))));
    desk.replica.not_sent(id).unwrap();
    desk.replica.edit(id, new_id(), note("Hello there"), at(90)).unwrap();
    assert!(
        desk.replica.stop(id, &refused("forbidden")).is_err(),
        "the edited one has another id"
    );
}
