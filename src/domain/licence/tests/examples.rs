//! The worked examples of 2.9, by their ids.

use super::support::*;
use crate::domain::licence::{Anchor, Notice, Period, Statement, Term};
use rust_decimal::Decimal;

/// A statement as the table prints it.
fn printed(statement: &Statement) -> Vec<String> {
    let line = |line: &crate::domain::licence::Line| {
        let (kind, on, units, days) = (line.kind.word(), line.on, line.units, line.days);
        format!(
            "{kind} {on}: {units} x {} x {days}/{} = {}",
            line.unit_price, line.period_days, line.amount
        )
    };
    statement.lines.iter().map(line).collect()
}

struct Example {
    term: Term,
    price: &'static str,
    events: &'static str,
    containing: &'static str,
}

impl Example {
    fn of_2026(price: &'static str, events: &'static str, containing: &'static str) -> Self {
        let term = term("2026-01-01", Some("2026-12-31"), Anchor::Calendar);
        Self {
            term,
            price,
            events,
            containing,
        }
    }

    fn comes_to(&self, period: Period, lines: &[&str], total: &str) -> Statement {
        let statement = month(self.term, price(self.price), &events(self.events), day(self.containing));
        assert_eq!(statement.period, period);
        assert_eq!(printed(&statement), lines);
        assert_eq!(statement.total().to_string(), total);
        statement
    }
}

#[test]
fn bl_01_one_user_mid_month() {
    Example::of_2026("20.00", "+a 2026-03-17", "2026-03-31").comes_to(
        period("2026-03-01", "2026-03-31"),
        &["increase 2026-03-17: 1 x 20.00 x 15/31 = 9.68"],
        "9.68",
    );
}

#[test]
fn bl_03_three_users_on_one_day_are_one_line_rounded_once() {
    Example::of_2026("10.00", "+a,b,c 2026-01-22", "2026-01-31").comes_to(
        period("2026-01-01", "2026-01-31"),
        &["increase 2026-01-22: 3 x 10.00 x 10/31 = 9.68"],
        "9.68",
    );
}

#[test]
fn bl_05_half_a_cent_rounds_away_from_zero() {
    Example::of_2026("10.05", "+a 2026-06-16", "2026-06-30").comes_to(
        period("2026-06-01", "2026-06-30"),
        &["increase 2026-06-16: 1 x 10.05 x 15/30 = 5.03"],
        "5.03",
    );
}

#[test]
fn bl_06_removal_credits_the_days_after_the_removal_date() {
    Example::of_2026("12.50", "+a,b,c,d,e 2026-01-01; -c 2026-02-10", "2026-02-28").comes_to(
        period("2026-02-01", "2026-02-28"),
        &[
            "base 2026-02-01: 5 x 12.50 x 28/28 = 62.50",
            "decrease 2026-02-10: -1 x 12.50 x 18/28 = -8.04",
        ],
        "54.46",
    );
}

#[test]
fn bl_08_assigned_and_removed_on_one_day_is_exactly_one_day() {
    Example::of_2026("30.00", "+a 2026-04-15; -a 2026-04-15", "2026-04-30").comes_to(
        period("2026-04-01", "2026-04-30"),
        &[
            "increase 2026-04-15: 1 x 30.00 x 16/30 = 16.00",
            "decrease 2026-04-15: -1 x 30.00 x 15/30 = -15.00",
        ],
        "1.00",
    );
}

fn from_the_17th(anchor: Anchor, events: &'static str, containing: &'static str) -> Example {
    Example {
        term: term("2026-03-17", None, anchor),
        price: "20.00",
        events,
        containing,
    }
}

#[test]
fn bl_14_first_set_up_mid_month_runs_from_the_17th_to_the_16th_and_is_noticed() {
    let example = from_the_17th(Anchor::ContractStart, "+a 2026-03-17; +b 2026-04-01", "2026-04-16");
    example.comes_to(
        period("2026-03-17", "2026-04-16"),
        &[
            "increase 2026-03-17: 1 x 20.00 x 31/31 = 20.00",
            "increase 2026-04-01: 1 x 20.00 x 16/31 = 10.32",
        ],
        "30.32",
    );
    assert_eq!(Notice::of(example.term), Some(Notice::FirstPeriodNotCalendarAligned));
}

#[test]
fn bl_15_second_period_of_the_same_contract() {
    from_the_17th(Anchor::ContractStart, "+a 2026-03-17; +b 2026-04-01", "2026-04-17").comes_to(
        period("2026-04-17", "2026-05-16"),
        &["base 2026-04-17: 2 x 20.00 x 30/30 = 40.00"],
        "40.00",
    );
}

#[test]
fn bl_16_the_calendar_anchor_bills_a_short_first_period_over_the_full_month() {
    let example = from_the_17th(Anchor::Calendar, "+a,b 2026-03-17", "2026-03-20");
    let statement = example.comes_to(
        period("2026-03-01", "2026-03-31"),
        &["increase 2026-03-17: 2 x 20.00 x 15/31 = 19.35"],
        "19.35",
    );
    assert_eq!(statement.window, period("2026-03-17", "2026-03-31"));
    assert_eq!(Notice::of(example.term), None);
}

#[test]
fn bl_19_a_contract_that_ends_mid_period_is_billed_up_to_its_end() {
    Example {
        term: term("2026-01-01", Some("2026-05-20"), Anchor::Calendar),
        price: "15.00",
        events: "+a,b,c,d 2026-01-01; +e 2026-05-11",
        containing: "2026-05-31",
    }
    .comes_to(
        period("2026-05-01", "2026-05-31"),
        &[
            "base 2026-05-01: 4 x 15.00 x 20/31 = 38.71",
            "increase 2026-05-11: 1 x 15.00 x 10/31 = 4.84",
        ],
        "43.55",
    );
}

#[test]
fn bl_20_nothing_is_billed_for_a_user_added_after_the_contract_ended() {
    let example = Example {
        term: term("2026-01-01", Some("2026-05-20"), Anchor::Calendar),
        price: "15.00",
        events: "+a,b,c,d 2026-01-01; +e 2026-05-25",
        containing: "2026-05-31",
    };
    example.comes_to(
        period("2026-05-01", "2026-05-31"),
        &["base 2026-05-01: 4 x 15.00 x 20/31 = 38.71"],
        "38.71",
    );
    assert!(example.term.is_over(day("2026-05-21")));
    assert!(!example.term.is_over(day("2026-05-20")));
}

#[test]
fn bl_23_disabling_ends_all_licences_on_that_date() {
    Example::of_2026("30.00", "+a,b 2026-03-01; -a,b 2026-04-20", "2026-04-30").comes_to(
        period("2026-04-01", "2026-04-30"),
        &[
            "base 2026-04-01: 2 x 30.00 x 30/30 = 60.00",
            "decrease 2026-04-20: -2 x 30.00 x 10/30 = -20.00",
        ],
        "40.00",
    );
}

#[test]
fn bl_24_a_busy_month() {
    let events = "+a,b 2026-06-01; +c 2026-07-08; +d,e 2026-07-19; -a 2026-07-25";
    let statement = Example::of_2026("17.35", events, "2026-07-31").comes_to(
        period("2026-07-01", "2026-07-31"),
        &[
            "base 2026-07-01: 2 x 17.35 x 31/31 = 34.70",
            "increase 2026-07-08: 1 x 17.35 x 24/31 = 13.43",
            "increase 2026-07-19: 2 x 17.35 x 13/31 = 14.55",
            "decrease 2026-07-25: -1 x 17.35 x 6/31 = -3.36",
        ],
        "59.32",
    );
    assert_eq!(statement.unit_days(), 62 + 24 + 26 - 6);
    assert_eq!(
        statement.accrued(day("2026-07-31")),
        crate::domain::money::cents(statement.unrounded())
    );
    assert_eq!(statement.accrued(day("2026-07-07")).to_string(), "7.84");
    assert_eq!(statement.accrued(day("2026-06-30")), Decimal::ZERO);
}
