//! A service's price over time: a change applies from the next period (D-46).

use super::period::{Period, PeriodType, Term};
use crate::base::Date;
use crate::domain::money::Price;

/// Prices, each from a day on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prices(Vec<(Date, Price)>);

impl Prices {
    /// Prices with the days from which they hold, in any order.
    #[must_use]
    pub fn new(prices: impl IntoIterator<Item = (Date, Price)>) -> Self {
        let mut prices: Vec<_> = prices.into_iter().collect();
        prices.sort_by_key(|(from, _)| *from);
        Self(prices)
    }

    /// The day from which the first price holds.
    #[must_use]
    pub fn first_from(&self) -> Option<Date> {
        self.0.first().map(|(from, _)| *from)
    }

    /// The day from which the newest price holds.
    #[must_use]
    pub fn last_from(&self) -> Option<Date> {
        self.0.last().map(|(from, _)| *from)
    }

    /// The price of a window of a period: one for all its days. It is the newest that holds on its first day, else the
    /// first that there was.
    #[must_use]
    pub fn of(&self, window: Period) -> Price {
        let before = self.0.partition_point(|(from, _)| *from <= window.first);
        let price = before
            .checked_sub(1)
            .and_then(|place| self.0.get(place))
            .or(self.0.first());
        price.map_or(Price::ZERO, |(_, price)| *price)
    }
}

/// From which day a price that is changed on that day holds: the first day of the next period; of the first period where
/// it hasn't begun.
#[must_use]
pub fn holds_from(term: Term, length: PeriodType, changed: Date) -> Date {
    // A calendar period may have begun before the contract; its own first one has not.
    if changed < term.start {
        return term.start;
    }
    let next = term
        .period_containing(length, changed)
        .and_then(|period| term.period_after(length, period));
    next.map_or(term.start, |period| period.first)
}
