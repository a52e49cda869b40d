//! Licence-days counted one by one, from the events alone: which licences each user holds at any time of each day.

use super::support::*;
use crate::base::Date;
use crate::base::ids::ContactId;
use crate::domain::licence::proration::prorate;
use crate::domain::licence::{Beginning, History, LicenceEvent, Period, PeriodType, Spell, Term};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// Whether a user holds a licence at some time of a day: at its beginning, or after any event of it.
fn holds_on(events: &[LicenceEvent], user: ContactId, on: Date) -> bool {
    let own = || events.iter().filter(|event| event.user == user);
    let before = own().rfind(|event| event.on < on).is_some_and(|event| event.holds);
    before || own().any(|event| event.on == on && event.holds)
}

/// Licence-days of the days that both the contract and automation cover.
fn count(term: Term, spells: &[Spell], events: &[LicenceEvent], period: Period) -> i64 {
    let mut days = 0;
    let mut on = period.first;
    while on <= period.last {
        let covered = on >= term.start && !term.is_over(on) && spells.iter().any(|spell| spell.is_on(on));
        let users = (1..=6)
            .filter(|user| covered && holds_on(events, ContactId(*user), on))
            .count();
        days += i64::try_from(users).unwrap();
        on = on.next();
    }
    days
}

/// Automation from the start, switched off and on again on days that follow one another.
fn any_spells(term: Term) -> impl Strategy<Value = Vec<Spell>> {
    prop::collection::vec(1..40_u64, 0..6).prop_map(move |gaps| {
        let mut spells = vec![from_start(term)];
        let mut on = term.start;
        for (number, gap) in gaps.into_iter().enumerate() {
            on = after(on, gap);
            if number % 2 == 0 {
                let last = spells.pop().unwrap();
                spells.push(last.ending_before(on));
            } else {
                spells.push(Spell::taking_over(on));
            }
        }
        spells
    })
}

proptest! {
    #[test]
    fn unrounded_sums_equal_licence_days((term, price, events) in any_story()) {
        let spells = [from_start(term)];
        let units = History::new(events.iter().copied()).units(&spells);
        for period in months(term) {
            let statement = prorate(term, PeriodType::Monthly, period, &always(term, price), &units).unwrap();
            let counted = count(term, &spells, &events, period);
            prop_assert_eq!(statement.unit_days(), counted);
            let amount = Decimal::from(counted) * price.amount() / Decimal::from(period.days());
            prop_assert_eq!(statement.unrounded(), amount);
        }
    }

    #[test]
    fn so_they_do_whenever_automation_is_switched_off_and_on(
        (term, events, spells) in any_term().prop_flat_map(|term| (Just(term), any_events(term), any_spells(term))),
    ) {
        let units = History::new(events.iter().copied()).units(&spells);
        for period in months(term) {
            let statement = prorate(term, PeriodType::Monthly, period, &always(term, price("1")), &units).unwrap();
            prop_assert_eq!(statement.unit_days(), count(term, &spells, &events, period));
        }
    }

    #[test]
    fn two_contracts_bill_each_licence_day_once_when_one_follows_the_other(
        (term, events, gap) in any_term().prop_flat_map(|term| (Just(term), any_events(term), 0..90_u64)),
    ) {
        let term = Term { end: None, ..term };
        let on = after(term.start, gap);
        let history = History::new(events.iter().copied());
        let first = history.units(&[from_start(term).ending_before(on)]);
        let second = history.units(&[Spell::taking_over(on)]);
        for period in months(term) {
            let days = |units| prorate(term, PeriodType::Monthly, period, &always(term, price("1")), units).unwrap().unit_days();
            // Whoever is assigned before the change and removed on the day before is the first one's alone.
            prop_assert_eq!(days(&first) + days(&second), count(term, &[from_start(term)], &events, period));
        }
    }

    #[test]
    fn units_after_a_day_are_the_licences_held_after_it((term, _, events) in any_story()) {
        let history = History::new(events.iter().copied());
        let spell = Spell { first: term.start, last: None, begins: Beginning::Increase };
        let units = history.units(&[spell]);
        for days in 0..SPAN {
            let on = after(term.start, days);
            prop_assert_eq!(units.after(on), i64::try_from(history.held_after(on)).unwrap());
        }
    }
}
