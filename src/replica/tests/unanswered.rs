//! The same act asked for again is the same one for a while, and until it was seen what became of it.

use crate::base::Timestamp;
use crate::base::ids::{ChangeId, CompanyId, UniqueIds};
use crate::records::administration::Administration;
use crate::records::administration::setup::{Preparation, Switch};
use crate::replica::fixture::*;

fn moment(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

fn act(company: i64) -> Administration {
    Administration::SwitchPortal(CompanyId(company), Switch { is_active: true })
}

fn key(desk: &Desk, company: i64, minutes: i64) -> ChangeId {
    let now = moment("2026-11-20T09:00:00Z").plus_minutes(minutes);
    desk.replica.key_of(&act(company), now, &UniqueIds).unwrap()
}

#[test]
fn an_act_that_was_not_answered_keeps_its_key_for_ten_minutes() {
    let desk = Desk::with(Vec::new());
    let first = key(&desk, 1, 0);
    assert_eq!(key(&desk, 1, 9), first);
    assert_ne!(key(&desk, 2, 9), first);
    let unanswered_at = moment("2026-11-20T09:09:00Z");
    desk.replica.unanswered(first, &act(1), unanswered_at).unwrap();
    assert_eq!(key(&desk, 1, 18), first, "as of when no answer came");
    assert_ne!(key(&desk, 1, 29), first);
}

#[test]
fn an_act_that_was_answered_or_seen_is_another_one_the_next_time() {
    let desk = Desk::with(Vec::new());
    let first = key(&desk, 1, 0);
    desk.replica.answered(first).unwrap();
    let second = key(&desk, 1, 1);
    assert_ne!(second, first);
    let other = key(&desk, 2, 1);
    let is_first = |shown: &Administration| *shown == act(1);
    desk.replica
        .forget_shown(moment("2026-11-20T09:00:30Z"), is_first)
        .unwrap();
    assert_eq!(key(&desk, 1, 2), second, "it was sent after that was asked");
    desk.replica
        .forget_shown(moment("2026-11-20T09:01:30Z"), is_first)
        .unwrap();
    assert_ne!(key(&desk, 1, 2), second);
    assert_eq!(key(&desk, 2, 2), other, "nothing was shown of the other one");
    let written = Administration::WritePreparation(CompanyId(1), Preparation::default().into());
    assert!(!is_first(&written));
}
