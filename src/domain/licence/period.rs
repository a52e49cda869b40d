//! Billing periods of a contract (2.9): where they begin and end, and which part of one a contract covers.

use crate::base::Date;
use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// What periods are counted from (D-17).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    /// The contract's first day: from the 17th to the 16th.
    #[default]
    ContractStart,
    /// The first of the month.
    Calendar,
}

impl Anchor {
    /// The word on the wire and in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::ContractStart => "contract_start",
            Self::Calendar => "calendar",
        }
    }

    /// Reads [`Anchor::word`].
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::ContractStart, Self::Calendar]
            .into_iter()
            .find(|anchor| anchor.word() == word)
    }
}

/// How long a service's period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PeriodType {
    /// Billed once, on its date.
    OneTime,
    /// A month.
    Monthly,
    /// Three months.
    Quarterly,
    /// Six months.
    SemiAnnual,
    /// Twelve months.
    Yearly,
}

impl PeriodType {
    /// Its months; none for what is billed once.
    #[must_use]
    pub fn months(self) -> Option<u32> {
        match self {
            Self::OneTime => None,
            Self::Monthly => Some(1),
            Self::Quarterly => Some(3),
            Self::SemiAnnual => Some(6),
            Self::Yearly => Some(12),
        }
    }
}

/// A contract's days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// The first.
    pub start: Date,
    /// The last; none for a contract without an end.
    pub end: Option<Date>,
    /// What its periods are counted from.
    pub anchor: Anchor,
}

/// Days from the first to the last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Period {
    /// The first.
    pub first: Date,
    /// The last.
    pub last: Date,
}

impl Period {
    /// How many days it has.
    #[must_use]
    pub fn days(self) -> i64 {
        self.last.days_since(self.first) + 1
    }

    /// Whether the day is one of them.
    #[must_use]
    pub fn contains(self, day: Date) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// Whether both have a day in common.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}

impl Term {
    /// Whether the contract runs on that day.
    #[must_use]
    pub fn contains(self, day: Date) -> bool {
        self.start <= day && !self.is_over(day)
    }

    /// Whether the contract has ended before that day (D-18, D-24: its last day is still covered).
    #[must_use]
    pub fn is_over(self, on: Date) -> bool {
        self.end.is_some_and(|end| end < on)
    }

    /// The period in which a day lies; none before the first period. Every day is the only one of its period where a
    /// service is billed once.
    #[must_use]
    pub fn period_containing(self, length: PeriodType, day: Date) -> Option<Period> {
        let Some(months) = length.months() else {
            return Some(Period { first: day, last: day }).filter(|_| day >= self.start);
        };
        let origin = self.origin();
        if day < origin {
            return None;
        }
        let between = month_number(day).checked_sub(month_number(origin))?;
        let count = between / months;
        let first = plus_months(origin, count.checked_mul(months)?)?;
        let number = if first > day { count.checked_sub(1)? } else { count };
        self.period(months, number)
    }

    /// The period after that one.
    #[must_use]
    pub fn period_after(self, length: PeriodType, period: Period) -> Option<Period> {
        self.period_containing(length, period.last.next())
    }

    /// The periods that begin with the first one and cover days up to that one. A service that is billed once has none
    /// of its own: each day on which its units change is one.
    pub fn periods_through(self, length: PeriodType, through: Date) -> impl Iterator<Item = Period> {
        let months = length.months();
        let last = self.end.map_or(through, |end| end.min(through));
        (0..)
            .map_while(move |number| self.period(months?, number))
            .take_while(move |period| period.first <= last)
    }

    /// The days of a period that the contract covers; none where it covers none of them.
    #[must_use]
    pub fn window(self, period: Period) -> Option<Period> {
        let first = period.first.max(self.start);
        let last = self.end.map_or(period.last, |end| end.min(period.last));
        Some(Period { first, last }).filter(|window| window.first <= window.last)
    }

    /// The day that periods are counted from.
    fn origin(self) -> Date {
        match self.anchor {
            Anchor::ContractStart => self.start,
            Anchor::Calendar => Date(self.start.0.with_day(1).unwrap_or(self.start.0)),
        }
    }

    /// A period by its number. The day is clamped to the month's length, and always counted from the first day's own
    /// number: after 28 February comes 31 March.
    fn period(self, months: u32, number: u32) -> Option<Period> {
        let origin = self.origin();
        let first = plus_months(origin, number.checked_mul(months)?)?;
        let next = plus_months(origin, number.checked_add(1)?.checked_mul(months)?);
        let last = next.map_or(Date(NaiveDate::MAX), Date::previous);
        Some(Period { first, last })
    }
}

/// The calendar month of a day.
#[must_use]
pub fn month(day: Date) -> Period {
    let first = Date(day.0.with_day(1).unwrap_or(day.0));
    let last = plus_months(first, 1).map_or(Date(NaiveDate::MAX), Date::previous);
    Period { first, last }
}

fn plus_months(day: Date, months: u32) -> Option<Date> {
    day.0.checked_add_months(Months::new(months)).map(Date)
}

/// Months since the year 0.
fn month_number(day: Date) -> u32 {
    u32::try_from(day.0.year()).unwrap_or(0) * 12 + day.0.month0()
}
