//! What holds of every history.

use super::support::*;
use crate::base::Date;
use crate::base::ids::ContactId;
use crate::domain::licence::proration::prorate;
use crate::domain::licence::{Anchor, History, Kind, LicenceEvent, Line, Period, PeriodType, Term};
use proptest::prelude::*;
use rust_decimal::{Decimal, RoundingStrategy};
use std::collections::BTreeSet;

const MONTHLY: PeriodType = PeriodType::Monthly;

/// The statements of all months.
fn statements(
    term: Term,
    price: crate::domain::money::Price,
    events: &[LicenceEvent],
) -> Vec<crate::domain::licence::Statement> {
    let units = History::new(events.iter().copied()).units(&[from_start(term)]);
    months(term)
        .filter_map(|period| prorate(term, MONTHLY, period, &always(term, price), &units))
        .collect()
}

proptest! {
    #[test]
    fn a_removal_and_the_next_days_assignment_cancel(
        price in any_price(), others in 0..5_i64, removed in 1..30_u64, number in 1..5_i64,
    ) {
        // Within April, the day after included; the others hold their licences throughout.
        let term = term("2026-01-01", None, Anchor::Calendar);
        let event = |user: i64, on: Date, holds: bool| LicenceEvent { user: ContactId(user), on, holds };
        let april = |date: u64| after(day("2026-04-01"), date - 1);
        let mut events: Vec<_> = (1..=others + number).map(|user| event(user, day("2026-02-03"), true)).collect();
        let untouched = month(term, price, &events, april(1)).total();
        events.extend((1..=number).map(|user| event(user, april(removed), false)));
        events.extend((1..=number).map(|user| event(user, april(removed + 1), true)));
        let statement = month(term, price, &events, april(1));
        let changes: Decimal = statement.lines.iter().filter(|line| line.kind != Kind::Base).map(|line| line.amount).sum();
        prop_assert_eq!(changes, Decimal::ZERO);
        prop_assert_eq!(statement.total(), untouched);
    }

    #[test]
    fn lines_add_up_to_the_total_and_each_is_a_day_and_direction_of_its_own((term, price, events) in any_story()) {
        for statement in statements(term, price, &events) {
            // Each line anew, from what it says of itself.
            let amount = |line: &Line| {
                let whole = Decimal::from(line.units) * Decimal::from(line.days) * price.amount();
                (whole / Decimal::from(statement.period.days()))
                    .round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
            };
            let sum: Decimal = statement.lines.iter().map(amount).sum();
            prop_assert_eq!(statement.total(), sum);
            let keys: BTreeSet<_> = statement.lines.iter().map(|line| (line.on, line.kind)).collect();
            prop_assert_eq!(keys.len(), statement.lines.len());
            for line in &statement.lines {
                prop_assert!(line.units != 0 && line.days > 0 && statement.window.contains(line.on));
                prop_assert!(line.amount.scale() == 2);
            }
        }
    }

    #[test]
    fn the_order_in_which_different_users_change_on_one_day_does_not_matter(
        ((term, price, events), keys) in (any_story(), prop::collection::vec(any::<u32>(), 8)),
    ) {
        // Users in another order on every day; each user's own events stay in theirs.
        let mut shuffled = events.clone();
        shuffled.sort_by_key(|event| (event.on, keys[usize::try_from(event.user.0).unwrap()]));
        let units = |events: Vec<LicenceEvent>| History::new(events).units(&[from_start(term)]);
        let (before, after) = (units(events), units(shuffled));
        for period in months(term) {
            prop_assert_eq!(
                prorate(term, MONTHLY, period, &always(term, price), &before),
                prorate(term, MONTHLY, period, &always(term, price), &after)
            );
        }
    }

    #[test]
    fn splitting_a_period_changes_the_total_by_at_most_a_cent_a_line(
        ((term, price, events), at) in (any_story(), 0..31_u64),
    ) {
        let units = History::new(events).units(&[from_start(term)]);
        for period in months(term) {
            let Some(window) = term.window(period) else { continue };
            let cut = after(window.first, at);
            if cut >= window.last {
                continue;
            }
            let part = |first: Date, last: Date| {
                let cut = Term { start: first, end: Some(last), anchor: term.anchor };
                prorate(cut, MONTHLY, period, &always(cut, price), &units).unwrap()
            };
            let whole = part(window.first, window.last);
            let parts = [part(window.first, cut), part(cut.next(), window.last)];
            let total: Decimal = parts.iter().map(|part| part.total()).sum();
            let lines = parts.iter().map(|part| part.lines.len()).sum::<usize>().max(whole.lines.len());
            prop_assert!((whole.total() - total).abs() <= Decimal::new(i64::try_from(lines).unwrap(), 2));
            let days: i64 = parts.iter().map(|part| part.unit_days()).sum();
            prop_assert_eq!(days, whole.unit_days());
        }
    }

    #[test]
    fn an_amount_is_the_same_on_any_later_day((term, price, events) in any_story()) {
        for statement in statements(term, price, &events) {
            let known: Vec<_> = events.iter().copied().filter(|event| event.on <= statement.window.last).collect();
            let as_of_then = statements(term, price, &known);
            let then = as_of_then.iter().find(|then| then.period == statement.period);
            prop_assert_eq!(then, Some(&statement));
        }
    }

    #[test]
    fn a_change_between_taskfire_levels_changes_nothing((term, price, events) in any_story()) {
        let twice: Vec<_> = events.iter().flat_map(|event| [*event; 2]).collect();
        prop_assert_eq!(statements(term, price, &twice), statements(term, price, &events));
    }

    #[test]
    fn assigned_and_removed_ten_times_a_day_bills_that_day_once(price in any_price(), begins_held in any::<bool>(), flips in 1..=10_usize) {
        let term = term("2026-04-01", None, Anchor::Calendar);
        let event = |on: &str, holds| LicenceEvent { user: ContactId(1), on: day(on), holds };
        let mut events = if begins_held { vec![event("2026-03-03", true)] } else { vec![] };
        let mut holds = begins_held;
        for _ in 0..2 * flips {
            holds = !holds;
            events.push(event("2026-04-15", holds));
        }
        let statement = month(term, price, &events, day("2026-04-15"));
        // An even number of changes ends where it began.
        prop_assert_eq!(statement.unit_days(), if begins_held { 30 } else { 1 });
        let whole = Period { first: day("2026-04-01"), last: day("2026-04-30") };
        prop_assert_eq!(statement.period, whole);
    }

    #[test]
    fn an_amount_stays_within_a_cent_a_line_of_its_unrounded_sum((term, price, events) in any_story()) {
        for statement in statements(term, price, &events) {
            let bound = Decimal::new(i64::try_from(statement.lines.len()).unwrap() * 5, 3);
            prop_assert!((statement.total() - statement.unrounded()).abs() <= bound);
            prop_assert!((statement.accrued(statement.window.last) - statement.total()).abs() <= bound + Decimal::new(5, 3));
        }
    }
}
