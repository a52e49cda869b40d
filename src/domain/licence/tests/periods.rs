//! Periods at the calendar's awkward ends.

use super::support::*;
use crate::domain::licence::price::holds_from;
use crate::domain::licence::proration::prorate;
use crate::domain::licence::{Anchor, PeriodType, Prices, Term, UnitChange, Units};
use proptest::prelude::*;

fn firsts(term: Term, length: PeriodType, through: &str) -> Vec<String> {
    term.periods_through(length, day(through))
        .map(|period| period.first.to_string())
        .collect()
}

#[test]
fn a_contract_from_the_31st_is_clamped_in_short_months_and_comes_back_to_the_31st() {
    let term = term("2027-12-31", None, Anchor::ContractStart);
    assert_eq!(
        firsts(term, PeriodType::Monthly, "2028-05-31"),
        [
            "2027-12-31",
            "2028-01-31",
            "2028-02-29",
            "2028-03-31",
            "2028-04-30",
            "2028-05-31"
        ]
    );
    let february = term.period_containing(PeriodType::Monthly, day("2028-02-29"));
    assert_eq!(february, Some(period("2028-02-29", "2028-03-30")));
    let before = term.period_containing(PeriodType::Monthly, day("2028-02-28"));
    assert_eq!(before, Some(period("2028-01-31", "2028-02-28")));
}

#[test]
fn a_year_from_29_february_begins_on_the_28th_where_there_is_no_29th() {
    let term = term("2028-02-29", None, Anchor::ContractStart);
    assert_eq!(
        firsts(term, PeriodType::Yearly, "2032-12-31"),
        ["2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"]
    );
}

#[test]
fn longer_periods_count_from_the_start_or_from_its_calendar_month() {
    let start = term("2026-03-17", Some("2027-03-16"), Anchor::ContractStart);
    assert_eq!(
        firsts(start, PeriodType::Quarterly, "2030-01-01"),
        ["2026-03-17", "2026-06-17", "2026-09-17", "2026-12-17"]
    );
    let calendar = Term {
        anchor: Anchor::Calendar,
        ..start
    };
    assert_eq!(
        firsts(calendar, PeriodType::SemiAnnual, "2030-01-01"),
        ["2026-03-01", "2026-09-01", "2027-03-01"]
    );
    let first = calendar.period_containing(PeriodType::SemiAnnual, day("2026-03-02"));
    assert_eq!(first, Some(period("2026-03-01", "2026-08-31")));
    assert_eq!(calendar.period_containing(PeriodType::Monthly, day("2026-02-28")), None);
}

#[test]
fn what_is_billed_once_is_one_line_on_its_date() {
    let term = term("2026-03-17", None, Anchor::Calendar);
    let units = Units::by_hand([UnitChange {
        on: day("2026-03-17"),
        delta: 3,
    }]);
    let once = PeriodType::OneTime;
    let on = |date| {
        let period = term.period_containing(once, day(date)).unwrap();
        prorate(term, once, period, &always(term, price("99.90")), &units).unwrap()
    };
    assert_eq!(on("2026-03-17").total().to_string(), "299.70");
    assert_eq!(on("2026-03-17").lines.len(), 1);
    assert_eq!(on("2026-03-18").lines.len(), 0);
    assert_eq!(term.period_containing(once, day("2026-03-16")), None);
}

#[test]
fn a_price_change_applies_from_the_next_period() {
    let term = term("2026-03-17", None, Anchor::ContractStart);
    let from = holds_from(term, PeriodType::Monthly, day("2026-04-01"));
    assert_eq!(from, day("2026-04-17"));
    assert_eq!(
        holds_from(term, PeriodType::Monthly, day("2026-04-17")),
        day("2026-05-17")
    );
    assert_eq!(
        holds_from(term, PeriodType::Monthly, day("2026-01-01")),
        day("2026-03-17")
    );
    let calendar = Term {
        anchor: Anchor::Calendar,
        ..term
    };
    for (changed, holds) in [("2026-03-10", "2026-03-17"), ("2026-03-17", "2026-04-01")] {
        assert_eq!(holds_from(calendar, PeriodType::Monthly, day(changed)), day(holds));
    }
    let prices = Prices::new([(from, price("25")), (day("2026-03-17"), price("20"))]);
    assert_eq!(prices.of(period("2026-03-17", "2026-04-16")), price("20"));
    assert_eq!(prices.of(period("2026-04-17", "2026-05-16")), price("25"));
}

#[test]
fn units_set_by_hand_are_credited_from_the_date_of_their_change() {
    let term = term("2026-04-01", None, Anchor::Calendar);
    let change = |on, delta| UnitChange { on: day(on), delta };
    let april = period("2026-04-01", "2026-04-30");
    let total = |changes: &[UnitChange]| {
        let units = Units::by_hand(changes.iter().copied());
        let statement = prorate(term, PeriodType::Monthly, april, &always(term, price("30")), &units).unwrap();
        statement.total().to_string()
    };
    assert_eq!(total(&[change("2026-04-15", 2), change("2026-04-15", -2)]), "0.00");
    assert_eq!(total(&[change("2026-03-01", 5), change("2026-04-01", -5)]), "0.00");
    assert_eq!(total(&[change("2026-03-01", 5), change("2026-04-16", -1)]), "135.00");
    assert_eq!(total(&[change("2026-04-30", 1)]), "1.00");
}

proptest! {
    #[test]
    fn periods_follow_one_another_without_gap_or_overlap(term in any_term(), months in 0..4_usize) {
        let length = [PeriodType::Monthly, PeriodType::Quarterly, PeriodType::SemiAnnual, PeriodType::Yearly][months];
        let open = Term { end: None, ..term };
        let periods: Vec<_> = open.periods_through(length, after(term.start, 1500)).collect();
        for pair in periods.windows(2) {
            prop_assert_eq!(pair[0].last.next(), pair[1].first);
            prop_assert_eq!(open.period_after(length, pair[0]), Some(pair[1]));
        }
        for period in periods {
            for date in [period.first, period.last] {
                prop_assert_eq!(open.period_containing(length, date), Some(period));
            }
        }
    }
}
