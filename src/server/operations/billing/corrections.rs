//! What is owed for closed periods that come to something else since (D-19), and of which totals a correction is the
//! difference.

use super::sold::{Closed, Sold};
use crate::base::{Date, Timestamp};
use crate::domain::licence::correction::correction;
use crate::domain::licence::{Kind, Line, Period};
use crate::domain::money::cents;
use rust_decimal::Decimal;

/// What a correction corrects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Corrected {
    /// The period that it is of.
    pub period: Period,
    /// What was billed for it before.
    pub billed: Decimal,
    /// What it comes to since.
    pub comes_to: Decimal,
    /// When it was last billed or corrected; none where it never was.
    pub since: Option<Timestamp>,
    /// When the correction was billed; none where it isn't yet.
    pub until: Option<Timestamp>,
}

impl Sold {
    /// What the periods until the last closed one come to besides what was billed (D-19). One that was never closed
    /// among them, for there was nothing in it then, owes all that it comes to.
    pub fn corrections(&self) -> &[Line] {
        self.owed.get_or_init(|| self.owed_now())
    }

    fn owed_now(&self) -> Vec<Line> {
        let Some(last) = self.closed.values().next_back() else {
            return Vec::new();
        };
        let owed = |period: Period| {
            let recomputed = self
                .recomputed(period)
                .map_or(Decimal::ZERO, |statement| statement.total());
            let billed = self.billed.get(&period.first).copied().unwrap_or_default();
            correction(period, self.prices.of(period), recomputed, billed)
        };
        self.periods_through(last.period.last)
            .into_iter()
            .filter_map(owed)
            .collect()
    }

    /// What a correction of a period is the difference of: what was billed for it before, and what it came to when the
    /// correction was made. `within` is the closed period in which it was billed; none where it isn't yet.
    pub fn corrected(&self, correction: &Line, within: Option<&Closed>) -> Corrected {
        let earlier = || {
            let is_earlier = |closed: &&Closed| within.is_none_or(|within| closed.id < within.id);
            self.closed.values().filter(is_earlier)
        };
        let billed = match within {
            // Known of every period, also where old lines were left where they are.
            None => self.billed.get(&correction.on).copied().unwrap_or_default(),
            Some(_) => earlier().map(|closed| closed.billed_for(correction.on)).sum(),
        };
        let since = earlier().map(|closed| closed.at).max();
        let closed = self.closed.get(&correction.on).map(|closed| closed.period);
        let scheduled = || self.contract.term.period_containing(self.offer.length, correction.on);
        let alone = Period {
            first: correction.on,
            last: correction.on,
        };
        Corrected {
            period: closed.or_else(scheduled).unwrap_or(alone),
            billed: cents(billed),
            comes_to: cents(billed + correction.amount),
            since,
            until: within.map(|within| within.at),
        }
    }
}

impl Closed {
    /// What was billed in it for the period that begins on that day: its own lines, or corrections.
    fn billed_for(&self, first: Date) -> Decimal {
        let is_own = self.period.first == first;
        let counts = |line: &&Line| match line.kind {
            Kind::Correction => line.on == first,
            _ => is_own,
        };
        self.lines.iter().filter(counts).map(|line| line.amount).sum()
    }
}
