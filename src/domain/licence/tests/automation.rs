//! Spells of automation: from when, until when, and who stands behind a line (D-18, D-19).

use super::support::*;
use crate::base::ids::ContactId;
use crate::domain::licence::proration::prorate;
use crate::domain::licence::{Anchor, Beginning, History, Kind, PeriodType, Spell, Statement, Term};

fn april(term: Term, spells: &[Spell], text: &str) -> Statement {
    let units = History::new(events(text)).units(spells);
    let period = term.period_containing(PeriodType::Monthly, day("2026-04-15")).unwrap();
    prorate(term, PeriodType::Monthly, period, &always(term, price("30")), &units).unwrap()
}

fn lines(statement: &Statement) -> Vec<String> {
    let line =
        |line: &crate::domain::licence::Line| format!("{} {} {} {}", line.kind.word(), line.on, line.units, line.days);
    statement.lines.iter().map(line).collect()
}

#[test]
fn automation_bills_from_the_later_of_the_contracts_start_and_the_period_in_which_it_was_saved() {
    let from = |start, anchor, saved| {
        Spell::saved(term(start, None, anchor), day(saved), None)
            .first
            .to_string()
    };
    assert_eq!(from("2026-01-01", Anchor::Calendar, "2026-04-20"), "2026-04-01");
    assert_eq!(from("2026-04-10", Anchor::Calendar, "2026-04-20"), "2026-04-10");
    assert_eq!(from("2026-03-17", Anchor::ContractStart, "2026-05-16"), "2026-04-17");
    assert_eq!(from("2026-07-01", Anchor::Calendar, "2026-04-20"), "2026-07-01");
}

#[test]
fn automation_that_follows_an_ended_contract_begins_on_the_day_after_within_its_period() {
    let calendar = term("2026-01-01", None, Anchor::Calendar);
    let from = |billed_until| Spell::following(calendar, day("2026-04-20"), day(billed_until)).first;
    assert_eq!(from("2026-04-10").to_string(), "2026-04-11");
    assert_eq!(from("2026-03-31").to_string(), "2026-04-01");
    assert_eq!(
        from("2026-03-10").to_string(),
        "2026-04-01",
        "earlier periods are never billed"
    );
}

#[test]
fn earlier_periods_are_never_billed_and_licences_from_before_are_the_base() {
    let term = term("2026-01-01", None, Anchor::Calendar);
    let spell = Spell::saved(term, day("2026-04-20"), None);
    let text = "+a,b 2026-02-03; -b 2026-04-01; +c 2026-04-01; +d 2026-02-01; -d 2026-03-31";
    let statement = april(term, &[spell], text);
    assert_eq!(
        lines(&statement),
        [
            "base 2026-04-01 2 30",
            "increase 2026-04-01 1 30",
            "decrease 2026-04-01 -1 29"
        ]
    );
    let march = term.period_containing(PeriodType::Monthly, day("2026-03-15")).unwrap();
    let units = History::new(events(text)).units(&[spell]);
    let before = prorate(term, PeriodType::Monthly, march, &always(term, price("30")), &units).unwrap();
    assert_eq!(before.lines.len(), 0);
}

#[test]
fn a_change_of_contract_ends_all_units_the_day_before_and_begins_them_on_the_day() {
    let term = term("2026-01-01", None, Anchor::Calendar);
    let text = "+a,b 2026-01-05; -b 2026-04-16; +c 2026-04-15; +e 2026-04-16";
    let old = Spell::saved(term, day("2026-01-01"), None).ending_before(day("2026-04-16"));
    let new = Spell::taking_over(day("2026-04-16"));
    assert_eq!(
        lines(&april(term, &[old], text)),
        [
            "base 2026-04-01 2 30",
            "increase 2026-04-15 1 16",
            "decrease 2026-04-15 -3 15"
        ]
    );
    assert_eq!(
        lines(&april(term, &[new], text)),
        ["increase 2026-04-16 4 15", "decrease 2026-04-16 -1 14"]
    );
}

#[test]
fn automation_that_is_changed_before_it_began_bills_nothing() {
    let term = term("2026-04-10", None, Anchor::Calendar);
    let spell = Spell::saved(term, day("2026-04-02"), None).ending_before(day("2026-04-05"));
    assert_eq!(lines(&april(term, &[spell], "+a 2026-01-05")), Vec::<String>::new());
    let on_its_first_day = Spell::saved(term, day("2026-04-02"), None).ending_before(day("2026-04-10"));
    assert_eq!(
        lines(&april(term, &[on_its_first_day], "+a 2026-01-05")),
        Vec::<String>::new()
    );
}

#[test]
fn switched_off_and_on_within_a_period_no_day_is_billed_twice() {
    let term = term("2026-01-01", None, Anchor::Calendar);
    let first = Spell::saved(term, day("2026-01-01"), None).ending_before(day("2026-04-11"));
    let again = Spell::saved(term, day("2026-04-21"), first.last);
    assert_eq!(again, Spell::taking_over(day("2026-04-21")));
    let statement = april(term, &[first, again], "+a 2026-01-05");
    assert_eq!(statement.unit_days(), 10 + 10);
    let same_day = Spell::saved(term, day("2026-04-11"), first.last);
    assert_eq!(
        april(term, &[first, same_day], "+a 2026-01-05").total().to_string(),
        "30.00"
    );
    let next_month = Spell::saved(term, day("2026-05-11"), first.last);
    assert_eq!(next_month.begins, Beginning::Held);
}

#[test]
fn a_line_names_the_users_behind_it() {
    let term = term("2026-01-01", None, Anchor::Calendar);
    let spells = [Spell::saved(term, day("2026-01-01"), None)];
    let history = History::new(events("+a,b 2026-01-05; +c 2026-04-07; -a 2026-04-07"));
    let window = period("2026-04-01", "2026-04-30");
    let behind = |kind, on| {
        let users = history.behind(kind, day(on), &spells, window);
        users
            .iter()
            .map(|ContactId(user)| char::from(u8::try_from(*user).unwrap()))
            .collect::<String>()
    };
    assert_eq!(behind(Kind::Base, "2026-04-01"), "ab");
    assert_eq!(behind(Kind::Increase, "2026-04-07"), "c");
    assert_eq!(behind(Kind::Decrease, "2026-04-07"), "a");
    assert_eq!(behind(Kind::Correction, "2026-03-01"), "");
}

#[test]
fn what_happened_after_the_calendar_went_back_a_day_counts_for_the_later_day() {
    // From Auckland to Honolulu: assigned on the 20th there, removed when it is the 19th here.
    let term = term("2026-04-01", None, Anchor::Calendar);
    let spells = [Spell::saved(term, day("2026-04-01"), None)];
    let statement = april(term, &spells, "+a 2026-04-20; -a 2026-04-19");
    assert_eq!(statement.unit_days(), 1);
}
