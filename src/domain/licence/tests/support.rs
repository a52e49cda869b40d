//! What these tests are written in.

use crate::base::Date;
use crate::base::ids::ContactId;
use crate::domain::licence::proration::prorate;
use crate::domain::licence::{
    Anchor, Beginning, History, LicenceEvent, Period, PeriodType, Prices, Spell, Statement, Term,
};
use crate::domain::money::Price;
use proptest::prelude::*;

pub fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

pub fn price(text: &str) -> Price {
    Price::parse(text, "unitPrice").unwrap()
}

pub fn term(start: &str, end: Option<&str>, anchor: Anchor) -> Term {
    Term {
        start: day(start),
        end: end.map(day),
        anchor,
    }
}

pub fn period(first: &str, last: &str) -> Period {
    Period {
        first: day(first),
        last: day(last),
    }
}

/// Events as the worked examples write them: `+a,b 2026-06-01; -a 2026-07-25`.
pub fn events(text: &str) -> Vec<LicenceEvent> {
    let mut events = Vec::new();
    for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let (users, on) = part.split_once(' ').unwrap();
        let (sign, users) = users.split_at(1);
        for user in users.split(',') {
            events.push(LicenceEvent {
                user: ContactId(i64::from(user.as_bytes()[0])),
                on: day(on),
                holds: sign == "+",
            });
        }
    }
    events
}

/// Automation that was saved on the contract's start.
pub fn from_start(term: Term) -> Spell {
    Spell {
        first: term.start,
        last: None,
        begins: Beginning::Held,
    }
}

/// One price from the contract's first day on.
pub fn always(term: Term, price: Price) -> Prices {
    Prices::new([(term.start, price)])
}

/// The month of a contract in which a day lies.
pub fn month(term: Term, price: Price, events: &[LicenceEvent], containing: Date) -> Statement {
    let period = term.period_containing(PeriodType::Monthly, containing).unwrap();
    let units = History::new(events.iter().copied()).units(&[from_start(term)]);
    prorate(term, PeriodType::Monthly, period, &always(term, price), &units).unwrap()
}

/// How many days after its first a random history goes.
pub const SPAN: u64 = 150;

pub fn after(first: Date, days: u64) -> Date {
    Date(first.0 + chrono::Days::new(days))
}

/// A contract that begins on some day of two years, a leap year among them, with or without an end.
pub fn any_term() -> impl Strategy<Value = Term> {
    let start = (0..730_u64).prop_map(|days| after(day("2027-07-01"), days));
    let anchor = prop_oneof![Just(Anchor::ContractStart), Just(Anchor::Calendar)];
    (start, prop::option::of(0..120_u64), anchor).prop_map(|(start, length, anchor)| Term {
        start,
        end: length.map(|length| after(start, length)),
        anchor,
    })
}

pub fn any_price() -> impl Strategy<Value = Price> {
    prop_oneof![0..100_000_000_i64, 0..=99_999_999_999_i64]
        .prop_map(|units| Price::new(rust_decimal::Decimal::new(units, 4), "unitPrice").unwrap())
}

/// What users got and lost on days from a month before the contract's start on, by day.
pub fn any_events(term: Term) -> impl Strategy<Value = Vec<LicenceEvent>> {
    let first = Date(term.start.0 - chrono::Days::new(30));
    let event = (1..=6_i64, 0..SPAN, any::<bool>()).prop_map(move |(user, days, holds)| LicenceEvent {
        user: ContactId(user),
        on: after(first, days),
        holds,
    });
    prop::collection::vec(event, 0..40).prop_map(|mut events| {
        events.sort_by_key(|event| event.on);
        events
    })
}

/// A contract, a price and what happened under it.
pub fn any_story() -> impl Strategy<Value = (Term, Price, Vec<LicenceEvent>)> {
    (any_term(), any_price())
        .prop_flat_map(|(term, price)| any_events(term).prop_map(move |events| (term, price, events)))
}

/// Every month of a contract that a random history reaches.
pub fn months(term: Term) -> impl Iterator<Item = Period> {
    term.periods_through(PeriodType::Monthly, after(term.start, SPAN))
}
