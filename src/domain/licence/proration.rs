//! A period's lines (2.9): one a date and direction, each rounded once. The sums before rounding stay available as
//! unit-days, which are whole numbers.

use super::period::{Period, PeriodType, Term};
use super::price::Prices;
use super::units::{Ending, Units};
use crate::base::Date;
use crate::domain::money::{Price, cents};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The units with which the window begins.
    Base,
    /// Units added on a day, for the rest of the window.
    Increase,
    /// Units removed on a day: the credit for the rest of the window.
    Decrease,
    /// What a closed period should have come to besides (D-19).
    Correction,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Base, Self::Increase, Self::Decrease, Self::Correction];

    /// The word on the wire and in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Base => "base",
            Self::Increase => "increase",
            Self::Decrease => "decrease",
            Self::Correction => "correction",
        }
    }

    /// Reads [`Kind::word`].
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// A line of an invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Line {
    /// What it is.
    pub kind: Kind,
    /// Its day; of a correction the first day of the period that it corrects.
    pub on: Date,
    /// Units; negative where they are credited. A correction has none.
    pub units: i64,
    /// The days that are billed.
    pub days: i64,
    /// The days of the whole period, which the price is for.
    pub period_days: i64,
    /// The price of a unit for the whole period.
    pub unit_price: Price,
    /// Units times price times days of the period's days, in cents.
    pub amount: Decimal,
}

impl Line {
    fn new(kind: Kind, on: Date, units: i64, days: i64, period: Period, price: Price) -> Option<Self> {
        let period_days = period.days();
        // Far from what a decimal holds: 28 digits, of which `units::MOST` takes 7, the days 3 and the price 11.
        let whole = Decimal::from(units) * Decimal::from(days) * price.amount();
        (units != 0 && days > 0).then(|| Self {
            kind,
            on,
            units,
            days,
            period_days,
            unit_price: price,
            amount: cents(whole / Decimal::from(period_days)),
        })
    }
}

/// What a service comes to in one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The whole period.
    pub period: Period,
    /// The days of it that the contract covers.
    pub window: Period,
    /// The price of a unit for the whole period.
    pub price: Price,
    /// The lines, by day.
    pub lines: Vec<Line>,
}

impl Statement {
    /// What the invoice says: the sum of the lines as they are printed.
    #[must_use]
    pub fn total(&self) -> Decimal {
        cents(self.lines.iter().map(|line| line.amount).sum())
    }

    /// Units times the days on which each was held: licence-days.
    #[must_use]
    pub fn unit_days(&self) -> i64 {
        self.lines.iter().map(|line| line.units * line.days).sum()
    }

    /// The sum without any rounding, but for what a decimal number can't hold.
    #[must_use]
    pub fn unrounded(&self) -> Decimal {
        self.whole(|line| line.days) / Decimal::from(self.period.days())
    }

    /// Units times their prices times the days that count of each line.
    fn whole(&self, days: impl Fn(&Line) -> i64) -> Decimal {
        let of_line = |line: &Line| Decimal::from(line.units * days(line)) * line.unit_price.amount();
        self.lines.iter().map(of_line).sum()
    }

    /// How much of the total the days up to that one, it included, have used up, in cents: what a chart of the period
    /// shows. The lines themselves always run to the window's end; a correction is of days that are over.
    #[must_use]
    pub fn accrued(&self, through: Date) -> Decimal {
        let ahead = self.window.last.days_since(through.min(self.window.last));
        let used = self.whole(|line| (line.days - ahead).max(0));
        let corrections = self.lines.iter().filter(|line| line.kind == Kind::Correction);
        let corrected: Decimal = corrections.map(|line| line.amount).sum();
        cents(used / Decimal::from(self.period.days()) + corrected)
    }
}

/// Prorates a period of a service, of which each day's units that are billed once are one, by the price of its window; none
/// where the contract covers no day of it.
#[must_use]
pub fn prorate(term: Term, length: PeriodType, period: Period, prices: &Prices, units: &Units) -> Option<Statement> {
    let window = term.window(period)?;
    let price = prices.of(window);
    let mut lines = Vec::new();
    if length == PeriodType::OneTime {
        once(&mut lines, period, prices, units);
    } else {
        recurring(&mut lines, period, window, price, units);
    }
    Some(Statement {
        period,
        window,
        price,
        lines,
    })
}

/// Base, then each day's increase and decrease.
fn recurring(lines: &mut Vec<Line>, period: Period, window: Period, price: Price, units: &Units) {
    let base = units.at_beginning(window.first);
    lines.extend(Line::new(Kind::Base, window.first, base, window.days(), period, price));
    for change in units.between(window.first, window.last) {
        let rest = window.last.days_since(change.on);
        // What automation begins with is the base, unless it begins within the window.
        let opening = if change.on == window.first { 0 } else { change.held };
        let added = change.added + opening;
        lines.extend(Line::new(Kind::Increase, change.on, added, rest + 1, period, price));
        let credited = match units.ending() {
            Ending::AfterDay => rest,
            Ending::OnDay => rest + 1,
        };
        lines.extend(Line::new(
            Kind::Decrease,
            change.on,
            -change.removed,
            credited,
            period,
            price,
        ));
    }
}

/// A service that is billed once: each day's units in full, on their date. What is taken back is credited at the price at
/// which it was charged, the newest charge first (BLX-02); a line for each of these prices.
fn once(lines: &mut Vec<Line>, period: Period, prices: &Prices, units: &Units) {
    let mut charged: Vec<(Price, i64)> = Vec::new();
    for change in units.days().iter().take_while(|change| change.on <= period.last) {
        let price = prices.of(Period {
            first: change.on,
            last: change.on,
        });
        let added = change.held + change.added;
        charged.push((price, added));
        let credited = take_back(&mut charged, change.removed);
        if change.on < period.first {
            continue;
        }
        lines.extend(Line::new(Kind::Increase, change.on, added, 1, period, price));
        let credits = credited.into_iter();
        lines.extend(
            credits.filter_map(|(price, units)| Line::new(Kind::Decrease, change.on, -units, 1, period, price)),
        );
    }
}

/// Takes so many units off the newest charges, and says how many at which price.
fn take_back(charged: &mut Vec<(Price, i64)>, mut removed: i64) -> Vec<(Price, i64)> {
    let mut credited: Vec<(Price, i64)> = Vec::new();
    while removed > 0
        && let Some((price, left)) = charged.pop()
    {
        let taken = left.min(removed);
        removed -= taken;
        if left > taken {
            charged.push((price, left - taken));
        }
        match credited.last_mut() {
            Some((known, units)) if *known == price => *units += taken,
            _ => credited.push((price, taken)),
        }
    }
    credited
}
