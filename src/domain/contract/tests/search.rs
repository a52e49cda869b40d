//! States, search order, what is offered, what overlaps.

use super::*;
use crate::domain::Refusal;
use crate::domain::contract::overlap::overlapped;
use crate::domain::contract::{Answer, NewContract, Offer, Request, State, Validation, search};

const TODAY: &str = "2026-05-10";

fn request() -> Request {
    Request {
        item: Some(ItemId(1)),
        customer: Some(ContactId(1)),
        company: CompanyId(1),
    }
}

fn answer(contracts: &[SupportContract]) -> Answer {
    search(contracts, &request(), Validation::On, day(TODAY))
}

fn open(id: i64) -> Answer {
    Answer::Open(Some(ContractId(id)))
}

/// The six contracts of LT-C01: item, customer and org unit, valid as 1 to 3 and pending as 4 to 6.
fn all_six() -> Vec<SupportContract> {
    let scopes = [I1, U1, O1];
    let valid = (1..)
        .zip(scopes)
        .map(|(id, scope)| subscription(id, scope, "2026-01-01", "2026-12-31"));
    let pending = (4..)
        .zip(scopes)
        .map(|(id, scope)| subscription(id, scope, "2026-07-01", "2027-06-30"));
    valid.chain(pending).collect()
}

#[test]
fn lt_c01_of_all_six_the_items_valid_one_is_taken_and_so_on_down_the_order() {
    let mut contracts = all_six();
    for expected in [open(1), open(2), open(3)] {
        assert_eq!(answer(&contracts), expected);
        contracts.remove(0);
    }
    for pending in 4..=6 {
        assert_eq!(answer(&contracts), Answer::Held(ContractId(pending)), "LT-14");
        contracts.remove(0);
    }
    assert_eq!(
        answer(&contracts),
        Answer::Refused(&[Offer::PerRequest, Offer::PerItem])
    );
}

#[test]
fn lt_c02_an_expired_item_contract_gives_way_to_the_customers() {
    let contracts = [
        subscription(1, I1, "2026-01-01", "2026-05-09"),
        subscription(2, U1, "2026-01-01", "2026-12-31"),
        subscription(3, O1, "2026-01-01", "2026-12-31"),
    ];
    assert_eq!(answer(&contracts), open(2));
}

#[test]
fn lt_c04_a_valid_customer_contract_beats_the_items_pending_one() {
    let contracts = [
        subscription(1, I1, "2026-07-01", "2027-06-30"),
        subscription(2, U1, "2026-01-01", "2026-12-31"),
    ];
    assert_eq!(answer(&contracts), open(2));
}

#[test]
fn lt_c06_the_items_pending_contract_beats_the_other_pending_ones() {
    let contracts = [
        subscription(1, U1, "2026-07-01", "2027-06-30"),
        subscription(2, I1, "2026-07-01", "2027-06-30"),
        subscription(3, O1, "2026-07-01", "2027-06-30"),
    ];
    assert_eq!(answer(&contracts), Answer::Held(ContractId(2)));
}

#[test]
fn lt_c09_nothing_found_is_refused_with_the_ways_that_the_request_allows() {
    assert_eq!(answer(&[]), Answer::Refused(&[Offer::PerRequest, Offer::PerItem]));
    let without_item = Request {
        item: None,
        ..request()
    };
    let answer = search(&[], &without_item, Validation::On, day(TODAY));
    assert_eq!(answer, Answer::Refused(&[Offer::PerRequest]));
}

#[test]
fn lt_c11_without_validation_an_active_contract_is_linked_and_nothing_is_held_or_refused() {
    let search = |contracts: &[SupportContract]| search(contracts, &request(), Validation::Off, day(TODAY));
    assert_eq!(search(&[]), Answer::Open(None));
    assert_eq!(search(&all_six()), open(1), "D-25");
    assert_eq!(search(&all_six()[3..]), Answer::Open(None), "D-25");
}

#[test]
fn lt_c13_hours_that_are_used_up_end_a_contract_before_its_date() {
    let mut limited = contract(1, Form::TimeLimited, I1, "2026-01-01", Some("2026-12-31"), 1200);
    let customers = subscription(2, U1, "2026-01-01", "2026-12-31");
    limited.used = 1200;
    assert_eq!(answer(&[limited, customers]), open(2));
    limited.used = 1199;
    assert_eq!(answer(&[limited, customers]), open(1));
}

#[test]
fn lt_c17_start_and_end_are_days_of_the_contract() {
    assert_eq!(answer(&[subscription(1, I1, "2026-01-01", TODAY)]), open(1));
    assert_eq!(answer(&[subscription(1, I1, TODAY, "2026-12-31")]), open(1), "D-24");
}

#[test]
fn what_is_not_approved_is_pending_unless_it_is_over() {
    let mut contract = subscription(1, I1, "2026-01-01", "2026-12-31");
    contract.approved = false;
    assert_eq!(contract.state(day(TODAY)), State::Pending, "D-24");
    assert_eq!(contract.state(day("2027-01-01")), State::Expired);
}

#[test]
fn a_per_request_contract_is_never_found() {
    let mut contract = contract(1, Form::PerRequest, I1, "2026-01-01", None, 0);
    contract.scope = None;
    assert_eq!(contract.state(day(TODAY)), State::Active);
    assert!(matches!(answer(&[contract]), Answer::Refused(_)));
}

#[test]
fn of_several_on_one_level_the_one_that_ends_first_is_taken_and_of_pending_ones_the_one_that_starts_first() {
    let endless = hours(1, "2026-01-01", 60);
    let later = subscription(2, I1, "2026-01-01", "2026-12-31");
    let sooner = subscription(4, I1, "2026-02-01", "2026-06-30");
    let twin = SupportContract {
        id: ContractId(3),
        ..sooner
    };
    assert_eq!(answer(&[endless, later, sooner, twin]), open(3), "D-26");
    let (first, second) = (
        subscription(8, I1, "2026-06-01", "2026-06-30"),
        subscription(7, I1, "2026-07-01", "2026-07-31"),
    );
    assert_eq!(answer(&[second, first]), Answer::Held(ContractId(8)), "D-26");
}

#[test]
fn one_scope_has_one_contract_at_a_time_and_further_ones_queue_behind_it() {
    let overlaps = |one: &SupportContract, other: &SupportContract| {
        let there = overlapped(one, [other], day(TODAY)).is_some();
        assert_eq!(
            there,
            overlapped(other, [one], day(TODAY)).is_some(),
            "either way round"
        );
        there
    };
    let year = subscription(1, I1, "2026-01-01", "2026-12-31");
    assert!(overlaps(&year, &subscription(2, I1, "2026-12-31", "2027-12-30")));
    assert!(
        !overlaps(&year, &subscription(2, I1, "2027-01-01", "2027-12-31")),
        "LTX-05"
    );
    assert!(
        !overlaps(&year, &subscription(2, U1, "2026-01-01", "2026-12-31")),
        "another scope"
    );
    // Hours without an end make room for what starts later, and for nothing on the same day.
    assert!(!overlaps(&hours(1, "2026-01-01", 600), &hours(2, "2026-05-11", 300)));
    assert!(overlaps(&hours(1, "2026-01-01", 600), &hours(2, "2026-01-01", 300)));
    assert!(overlaps(&year, &hours(2, "2026-05-11", 300)));
    let used_up = SupportContract {
        used: 600,
        ..contract(1, Form::TimeLimited, I1, "2026-01-01", Some("2026-12-31"), 600)
    };
    assert!(!overlaps(&used_up, &hours(2, "2026-05-11", 300)), "it has made room");
}

fn offered(form: Form) -> NewContract {
    NewContract {
        form,
        start: None,
        end: None,
        minutes: None,
        name: None,
    }
}

#[test]
fn a_contract_that_comes_with_its_request_runs_from_today_for_a_year_unless_somebody_says_otherwise() {
    let made = |new: &NewContract| new.contract(Some(ItemId(1)), day(TODAY));
    let subscription = made(&offered(Form::Subscription)).unwrap();
    let dates = (subscription.start, subscription.end);
    assert_eq!(dates, (day(TODAY), Some(day("2027-05-09"))), "LTX-08");
    assert_eq!(subscription.scope, Some(I1));
    let alone = made(&offered(Form::PerRequest)).unwrap();
    assert_eq!((alone.scope, alone.end), (None, None), "LT-07");
    let minutes = Refusal::Required { field: "minutes" };
    assert_eq!(made(&offered(Form::SupportHours)), Err(minutes));
    let backwards = NewContract {
        end: Some(day("2026-05-09")),
        ..offered(Form::Subscription)
    };
    assert_eq!(made(&backwards), Err(Refusal::EndsBeforeStart));
    let itemless = offered(Form::Subscription).contract(None, day(TODAY));
    let item = Refusal::Required {
        field: "configurationItemID",
    };
    assert_eq!(itemless, Err(item));
}
