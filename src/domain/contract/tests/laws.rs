//! Whatever is bought and logged: no minute is lost or counted twice.

use super::*;
use crate::base::ids::TimeEntryId;
use crate::domain::contract::{Coverage, DebitKind, Entry, Ledger, TimeExpired};
use chrono::Days;
use proptest::prelude::*;

const FIRST: &str = "2026-01-01";

fn later(days: u64) -> Date {
    Date(day(FIRST).0 + Days::new(days))
}

fn any_contract(id: i64) -> impl Strategy<Value = SupportContract> {
    let forms = prop::sample::select(vec![Form::Subscription, Form::TimeLimited, Form::SupportHours]);
    (
        forms,
        0..60_u64,
        prop::option::of(0..60_u64),
        1..600_i64,
        prop::bool::weighted(0.9),
    )
        .prop_map(move |(form, start, length, bought, approved)| SupportContract {
            id: ContractId(id),
            form,
            scope: Some(I1),
            start: later(start),
            end: length.map(|length| later(start + length)),
            bought,
            used: 0,
            carried: 0,
            approved,
        })
}

fn any_contracts() -> impl Strategy<Value = Vec<SupportContract>> {
    (any_contract(1), any_contract(2), any_contract(3)).prop_map(|(one, two, three)| vec![one, two, three])
}

fn any_entries() -> impl Strategy<Value = Vec<Entry>> {
    let any_entry = (1..=4_i64, 0..90_u64, 0..10_u64, 1..=1440_i64);
    prop::collection::vec(any_entry, 0..12).prop_map(|entries| {
        let numbered = (1..).zip(entries);
        numbered
            .map(|(id, (contract, worked, after, minutes))| Entry {
                id: TimeEntryId(id),
                contract: ContractId(contract),
                worked_on: later(worked),
                logged_on: later(worked + after),
                minutes,
            })
            .collect()
    })
}

fn any_option() -> impl Strategy<Value = TimeExpired> {
    prop::sample::select(vec![TimeExpired::Rollover, TimeExpired::Ignore])
}

fn taken(coverages: &[Coverage], contract: ContractId, kind: DebitKind) -> i64 {
    let debits = coverages.iter().flat_map(|coverage| &coverage.debits);
    let of = debits.filter(|debit| debit.contract == contract && debit.kind == kind);
    of.map(|debit| debit.minutes).sum()
}

proptest! {
    #[test]
    fn no_minute_is_lost_or_counted_twice(
        contracts in any_contracts(), entries in any_entries(), option in any_option(), today in 0..120_u64,
    ) {
        let mut ledger = Ledger::anew(contracts, option, later(today));
        let coverages = ledger.replay(entries.clone());
        for (entry, coverage) in entries.iter().zip(&coverages) {
            prop_assert_eq!(coverage.covered + coverage.uncovered, entry.minutes);
            prop_assert!(coverage.carried <= coverage.uncovered && coverage.waiting <= coverage.carried);
            let debited: i64 = coverage.debits.iter().map(|debit| debit.minutes).sum();
            prop_assert_eq!(debited + coverage.waiting, coverage.covered + coverage.carried);
            if option == TimeExpired::Ignore {
                prop_assert_eq!(coverage.carried, 0);
            }
        }
        for contract in ledger.contracts() {
            let covered = taken(&coverages, contract.id, DebitKind::Covered);
            let carried = taken(&coverages, contract.id, DebitKind::Carried);
            prop_assert_eq!(contract.carried, carried);
            if contract.form.has_minutes() {
                prop_assert!(contract.used <= contract.bought);
                prop_assert_eq!(contract.used, covered + carried);
            } else {
                prop_assert_eq!(contract.used, covered);
            }
        }
    }

    #[test]
    fn deleting_every_entry_gives_every_minute_back(
        contracts in any_contracts(), entries in any_entries(), option in any_option(), today in 0..120_u64,
    ) {
        let mut ledger = Ledger::anew(contracts, option, later(today));
        ledger.replay(entries);
        let mut emptied = Ledger::anew(ledger.contracts().to_vec(), option, later(today));
        emptied.replay(Vec::new());
        prop_assert!(emptied.contracts().iter().all(|contract| contract.used == 0 && contract.carried == 0));
    }

    #[test]
    fn one_more_entry_is_debited_the_same_by_itself_and_in_a_replay_of_all(
        contracts in any_contracts(), entries in any_entries(), option in any_option(), today in 0..120_u64,
    ) {
        let mut whole = Ledger::anew(contracts.clone(), option, later(today));
        let coverages = whole.replay(entries.clone());
        if let Some((last, former)) = entries.split_last() {
            let mut part = Ledger::anew(contracts, option, later(today));
            part.replay(former.to_vec());
            let mut resumed = Ledger::open(part.contracts().to_vec(), option, later(today));
            let alone = resumed.log(last);
            prop_assert_eq!(Some(&alone), coverages.last());
            prop_assert_eq!(resumed.contracts(), whole.contracts());
        }
    }

    #[test]
    fn the_order_in_which_contracts_are_given_does_not_matter(
        contracts in any_contracts(), entries in any_entries(), option in any_option(),
    ) {
        let mut one = Ledger::anew(contracts.clone(), option, later(90));
        let mut other = Ledger::anew(contracts.into_iter().rev().collect(), option, later(90));
        prop_assert_eq!(one.replay(entries.clone()), other.replay(entries));
    }
}
