//! LT-C31 to LT-C36, and what the entries' days, changes and deletions do.

use super::*;
use crate::base::ids::TimeEntryId;
use crate::domain::contract::{Coverage, Debit, DebitKind, Entry, Ledger, TimeExpired};
use TimeExpired::{Ignore, Rollover};

/// 570 minutes logged before the example begins, on the first contract.
fn before() -> Entry {
    entry(1, "2026-03-01", 570)
}

fn entry(id: i64, on: &str, minutes: i64) -> Entry {
    Entry {
        id: TimeEntryId(id),
        contract: ContractId(1),
        worked_on: day(on),
        logged_on: day(on),
        minutes,
    }
}

struct Played {
    entries: Vec<Coverage>,
    contracts: Vec<SupportContract>,
}

impl Played {
    /// Covered, uncovered, carried and still carried minutes of the entries from this one on.
    fn sums(&self, from: usize) -> (i64, i64, i64, i64) {
        let of = |minutes: fn(&Coverage) -> i64| self.entries.iter().skip(from).map(minutes).sum();
        (
            of(|e| e.covered),
            of(|e| e.uncovered),
            of(|e| e.carried),
            of(|e| e.waiting),
        )
    }

    fn left(&self, id: i64) -> Option<i64> {
        let contract = self.contracts.iter().find(|contract| contract.id == ContractId(id));
        contract.and_then(SupportContract::left)
    }
}

/// Plays entries on the day after the examples' expiry.
fn play(contracts: &[SupportContract], option: TimeExpired, entries: &[Entry]) -> Played {
    let mut ledger = Ledger::anew(contracts.to_vec(), option, day("2026-05-11"));
    let entries = ledger.replay(entries.to_vec());
    Played {
        entries,
        contracts: ledger.contracts().to_vec(),
    }
}

fn first_and_next() -> [SupportContract; 2] {
    [hours(1, "2026-01-01", 600), hours(2, "2026-05-11", 300)]
}

#[test]
fn lt_c31_what_is_beyond_the_hours_is_debited_from_the_next_contract() {
    let played = play(&first_and_next(), Rollover, &[before(), entry(2, "2026-05-10", 90)]);
    assert_eq!(played.sums(1), (30, 60, 60, 0));
    assert_eq!((played.left(1), played.left(2)), (Some(0), Some(240)));
    let carried = Debit {
        contract: ContractId(2),
        minutes: 60,
        kind: DebitKind::Carried,
    };
    assert_eq!(played.entries[1].debits[1..], [carried]);
}

#[test]
fn lt_c32_with_ignore_it_stays_uncovered() {
    let played = play(&first_and_next(), Ignore, &[before(), entry(2, "2026-05-10", 90)]);
    assert_eq!(played.sums(1), (30, 60, 0, 0));
    assert_eq!(played.left(2), Some(300));
}

#[test]
fn lt_c33_what_exceeds_the_next_contract_is_carried_on() {
    let entries = [before(), entry(2, "2026-05-10", 430)];
    let played = play(&first_and_next(), Rollover, &entries);
    assert_eq!(played.sums(1), (30, 400, 400, 100));
    assert_eq!(played.left(2), Some(0));
    let mut three = first_and_next().to_vec();
    three.push(hours(3, "2026-05-11", 500));
    let played = play(&three, Rollover, &entries);
    assert_eq!(
        (played.sums(1).3, played.left(3)),
        (0, Some(400)),
        "D-28: carried further"
    );
}

#[test]
fn lt_c34_time_after_the_end_date_is_carried_and_time_on_it_is_covered() {
    let contracts = [
        contract(1, Form::TimeLimited, I1, "2026-01-01", Some("2026-05-10"), 1200),
        hours(2, "2026-05-11", 300),
    ];
    let entries = [entry(1, "2026-05-10", 120), entry(2, "2026-05-11", 45)];
    let played = play(&contracts, Rollover, &entries);
    assert_eq!(played.sums(0), (120, 45, 45, 0));
    assert_eq!(played.left(2), Some(255));
}

#[test]
fn lt_c35_a_plain_subscription_accepts_what_is_carried_without_a_debit() {
    let contracts = [
        hours(1, "2026-01-01", 600),
        subscription(2, I1, "2026-05-11", "2027-05-10"),
    ];
    let played = play(&contracts, Rollover, &[before(), entry(2, "2026-05-10", 90)]);
    assert_eq!(played.sums(1), (30, 60, 60, 0));
    assert_eq!((played.contracts[1].used, played.contracts[1].carried), (0, 60));
}

#[test]
fn lt_c36_a_subscription_covers_without_a_limit_of_hours() {
    let contracts = [subscription(1, I1, "2026-01-01", "2026-12-31")];
    let played = play(&contracts, Ignore, &[entry(1, "2026-05-10", 5000)]);
    assert_eq!(played.sums(0), (5000, 0, 0, 0));
}

#[test]
fn time_before_the_start_is_not_covered() {
    let played = play(&first_and_next(), Ignore, &[entry(1, "2025-12-31", 30)]);
    assert_eq!(played.sums(0), (0, 30, 0, 0));
}

#[test]
fn time_before_the_start_is_never_carried_to_the_next_contract() {
    let played = play(&first_and_next(), Rollover, &[entry(1, "2025-12-31", 30)]);
    assert_eq!(played.sums(0), (0, 30, 0, 0));
    assert_eq!((played.left(1), played.left(2)), (Some(600), Some(300)));
}

#[test]
fn a_contract_that_is_not_approved_covers_nothing() {
    let mut contracts = first_and_next();
    contracts[0].approved = false;
    let played = play(&contracts, Ignore, &[entry(1, "2026-05-10", 30)]);
    assert_eq!((played.sums(0), played.left(1)), ((0, 30, 0, 0), Some(600)));
}

#[test]
fn what_is_carried_waits_until_the_next_contract_is_active() {
    let mut contracts = first_and_next();
    contracts[1].start = day("2026-05-12");
    let entries = [before(), entry(2, "2026-05-10", 90)];
    assert_eq!(play(&contracts, Rollover, &entries).sums(1), (30, 60, 60, 60));
    contracts[1].start = day("2026-05-11");
    contracts[1].approved = false;
    assert_eq!(play(&contracts, Rollover, &entries).sums(1).3, 60);
}

#[test]
fn a_contract_that_was_over_before_the_time_was_logged_takes_nothing() {
    let contracts = [
        contract(1, Form::TimeLimited, I1, "2026-01-01", Some("2026-01-31"), 600),
        contract(2, Form::TimeLimited, I1, "2026-02-01", Some("2026-02-28"), 600),
        hours(3, "2026-05-01", 600),
    ];
    let played = play(&contracts, Rollover, &[entry(1, "2026-05-10", 90)]);
    assert_eq!((played.left(2), played.left(3)), (Some(600), Some(510)));
}

#[test]
fn a_changed_or_deleted_entry_gives_its_minutes_back_to_later_ones() {
    let contracts = [hours(1, "2026-01-01", 100)];
    let (first, second) = (entry(1, "2026-02-01", 80), entry(2, "2026-02-02", 50));
    assert_eq!(play(&contracts, Ignore, &[first, second]).sums(0), (100, 30, 0, 0));
    let shorter = Entry { minutes: 60, ..first };
    assert_eq!(play(&contracts, Ignore, &[shorter, second]).sums(0), (100, 10, 0, 0));
    assert_eq!(play(&contracts, Ignore, &[second]).sums(0), (50, 0, 0, 0));
    assert_eq!(play(&contracts, Ignore, &[]).left(1), Some(100));
}

#[test]
fn a_per_request_contract_covers_until_its_request_closes_and_carries_nothing() {
    let mut alone = contract(1, Form::PerRequest, I1, "2026-05-01", Some("2026-05-09"), 0);
    alone.scope = None;
    let entries = [entry(1, "2026-05-09", 90), entry(2, "2026-05-10", 20)];
    assert_eq!(play(&[alone], Rollover, &entries).sums(0), (90, 20, 0, 0));
}
