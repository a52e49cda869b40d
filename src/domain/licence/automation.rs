//! From which day licence billing automation bills, and until when (D-18, D-19, TF-42).

use super::period::{Anchor, PeriodType, Term};
use crate::base::Date;
use serde::{Deserialize, Serialize};

/// How a spell of automation begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Beginning {
    /// The licences held before are the base of the first period.
    Held,
    /// The licences held before are an increase on the first day: another contract or service billed them until the day
    /// before, so that the base is 0.
    Increase,
}

impl Beginning {
    /// The word in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Increase => "increase",
        }
    }

    /// Reads [`Beginning::word`].
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Held, Self::Increase]
            .into_iter()
            .find(|begins| begins.word() == word)
    }
}

/// Days on which automation bills licences through one service of one contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spell {
    /// The first.
    pub first: Date,
    /// The last, on which all units end; none while automation is on. Before the first where it never billed.
    pub last: Option<Date>,
    /// How it begins.
    pub begins: Beginning,
}

/// What whoever sets automation up is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notice {
    /// The first period follows the contract's start and is no calendar month; the calendar anchor is the cure (TF-42,
    /// D-17).
    FirstPeriodNotCalendarAligned,
}

impl Notice {
    /// The notice of a contract, if there is one.
    #[must_use]
    pub fn of(term: Term) -> Option<Self> {
        use chrono::Datelike as _;
        let is_aligned = term.anchor == Anchor::Calendar || term.start.0.day() == 1;
        (!is_aligned).then_some(Self::FirstPeriodNotCalendarAligned)
    }
}

impl Spell {
    /// The spell of automation that is saved on a day and replaces none: it bills from the later of the contract's start
    /// and the first day of the contract's month in which it is saved; earlier periods are never billed (D-19).
    /// `billed_until` is the last day that a former spell of this client has billed or will: no day is billed twice,
    /// so one that begins after it within the period begins with an increase on the day it is saved.
    #[must_use]
    pub fn saved(term: Term, on: Date, billed_until: Option<Date>) -> Self {
        let period = term.period_containing(PeriodType::Monthly, on);
        let first = period.map_or(term.start, |period| period.first.max(term.start));
        match billed_until {
            Some(until) if until >= first => Self::taking_over(on.max(until.next())),
            _ => Self {
                first,
                last: None,
                begins: Beginning::Held,
            },
        }
    }

    /// This spell of a service whose units by hand stood until that day: no day is billed twice, so it begins after them,
    /// with an increase.
    #[must_use]
    pub fn after_units(self, until: Option<Date>) -> Self {
        match until {
            Some(until) if until >= self.first => Self::taking_over(until.next()),
            _ => self,
        }
    }

    /// The spell of automation that is saved on a day after the contract of the one before has ended: within the month in
    /// which it is saved no day since then is left out (D-18, D-19).
    #[must_use]
    pub fn following(term: Term, on: Date, billed_until: Date) -> Self {
        let saved = Self::saved(term, on, None);
        match billed_until < saved.first {
            true => saved,
            false => Self::taking_over(billed_until.next()),
        }
    }

    /// The day on which one that took over from another contract does so, once its own contract had the first of these days
    /// and has the second, or the former one ends on another: where its own begins if it did so before, never earlier than
    /// that nor than the day on which it was chosen (D-19), and never after a day on which only its own runs.
    #[must_use]
    pub fn handed_over(self, (was, is): (Term, Term), former_end: Option<Date>, chosen_on: Date) -> Date {
        let first = match self.first == was.start {
            true => is.start.max(chosen_on),
            false => self.first.max(is.start),
        };
        match former_end {
            Some(end) => first.min(end.next().max(is.start)),
            None => first,
        }
    }

    /// The spell that follows another contract's or service's on a day (D-19).
    #[must_use]
    pub fn taking_over(on: Date) -> Self {
        Self {
            first: on,
            last: None,
            begins: Beginning::Increase,
        }
    }

    /// This spell when another one follows on a day, or nothing does: all its units end the day before.
    #[must_use]
    pub fn ending_before(self, on: Date) -> Self {
        Self {
            last: Some(on.previous()),
            ..self
        }
    }

    /// Whether it bills or billed any day.
    #[must_use]
    pub fn bills(self) -> bool {
        self.last.is_none_or(|last| last >= self.first)
    }

    /// Whether it bills on that day or later.
    #[must_use]
    pub fn is_current(self, today: Date) -> bool {
        self.bills() && self.last.is_none_or(|last| last >= today)
    }

    /// Whether it bills on that day, as far as its contract does.
    #[must_use]
    pub fn is_on(self, day: Date) -> bool {
        self.first <= day && self.last.is_none_or(|last| last >= day)
    }
}
