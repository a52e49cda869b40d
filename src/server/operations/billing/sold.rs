//! What is sold to a client under a recurring contract, a service or a bundle, and what it comes to: computed for open
//! periods, as it was billed for closed ones.

use crate::base::ids::{CompanyId, ContractId};
use crate::base::{Date, Timestamp};
use crate::domain::licence::period::month;
use crate::domain::licence::proration::prorate;
use crate::domain::licence::{History, Line, Period, PeriodType, Prices, Spell, Statement, Term, Units};
use rust_decimal::Decimal;
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// A recurring contract, as far as billing needs it.
#[derive(Clone, Debug)]
pub struct Recurring {
    pub id: ContractId,
    pub company: CompanyId,
    pub name: String,
    pub term: Term,
    /// One that is not active bills nothing yet.
    pub is_active: bool,
    /// The contract that it renews.
    pub renews: Option<ContractId>,
}

/// What the catalogue says of what is sold.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The service's id, or the bundle's.
    pub id: i64,
    pub is_bundle: bool,
    pub name: String,
    /// What an invoice says of it besides: the contract's own words, else the catalogue's.
    pub invoice_description: Option<String>,
    pub length: PeriodType,
    pub billing_code: Option<i64>,
}

/// A service or a bundle on a contract.
#[derive(Clone, Debug)]
pub struct Sold {
    /// The contract service, or the contract service bundle: both draw their ids from one sequence.
    pub id: i64,
    pub contract: Recurring,
    pub offer: Offer,
    pub prices: Prices,
    /// Units set by hand or by usage.
    pub by_hand: Units,
    /// Days on which licences are billed through it.
    pub spells: Vec<Spell>,
    /// The units that those make.
    pub licences: Units,
    /// Its closed periods, by their first days.
    pub closed: BTreeMap<Date, Closed>,
    /// What has been billed for each period, corrections of it included, by the period's first day.
    pub billed: BTreeMap<Date, Decimal>,
    /// [`Sold::corrections`], once they were asked for: they take every period that was ever closed.
    pub owed: OnceCell<Vec<Line>>,
}

/// A closed period.
#[derive(Clone, Debug)]
pub struct Closed {
    pub id: i64,
    pub period: Period,
    pub total: Decimal,
    pub invoice: i64,
    /// When it was closed.
    pub at: Timestamp,
    /// As they were billed; of old ones they are left where they are.
    pub lines: Vec<Line>,
}

/// What is sold comes to in one period.
#[derive(Clone, Debug)]
pub struct Computed {
    pub statement: Statement,
    /// The closed period that it is.
    pub closed: Option<Closed>,
}

impl Computed {
    /// What it comes to.
    pub fn total(&self) -> Decimal {
        match &self.closed {
            Some(closed) => closed.total,
            None => self.statement.total(),
        }
    }
}

impl Sold {
    /// The licences' units by the spells that it has.
    pub fn count(&mut self, history: &History) {
        self.licences = history.units(&self.spells);
    }

    /// Whether automation bills licences through it on that day, or will.
    pub fn is_automated(&self, today: Date) -> bool {
        self.spells.iter().any(|spell| spell.is_current(today))
    }

    /// Its units at the end of a day.
    pub fn units_after(&self, day: Date) -> i64 {
        self.by_hand.after(day) + self.licences.after(day)
    }

    /// The first day of the period that contains that day; of the first that isn't closed, where a closed one does.
    pub fn first_open(&self, day: Date) -> Date {
        let closed = self.closed.values().next_back().map(|closed| closed.period.last.next());
        let day = closed.map_or(day, |closed| closed.max(day));
        self.period_containing(day).map_or(day, |period| period.first)
    }

    /// The last day from which on something is known to be another: units or price.
    pub fn last_change(&self) -> Option<Date> {
        let units = [&self.by_hand, &self.licences];
        let units = units
            .iter()
            .filter_map(|units| units.days().last())
            .map(|change| change.on);
        units.chain(self.prices.last_from()).max()
    }

    /// The period that contains a day.
    pub fn period_containing(&self, day: Date) -> Option<Period> {
        let period = self.contract.term.period_containing(self.offer.length, day)?;
        Some(self.closed_containing(day).map_or(period, |closed| closed.period))
    }

    /// The month in which a period counts, by its first day: that of the first day of the period that the contract covers.
    /// The chart of months, a client's page and the overview all go by it, so that what they say adds up.
    pub fn month_of(&self, period: Period) -> Date {
        let window = self.contract.term.window(period).unwrap_or(period);
        month(window.first).first
    }

    /// The month that a day's page is about: that of the period in which the day lies where it is billed by the month,
    /// else the day's own.
    pub fn month_at(&self, day: Date) -> Date {
        let by_the_month = self.offer.length.months() == Some(1);
        let period = self.period_containing(day).filter(|_| by_the_month);
        period.map_or(month(day).first, |period| self.month_of(period))
    }

    /// The period of several months that runs on a day and counts in another month than that one.
    pub fn running(&self, day: Date, this_month: Date) -> Option<Period> {
        let period = self.period_containing(day).filter(|_| self.is_long())?;
        Some(period).filter(|period| self.month_of(*period) != this_month)
    }

    /// Whether a period of it is longer than a month.
    pub fn is_long(&self) -> bool {
        self.offer.length.months().is_some_and(|months| months > 1)
    }

    /// All periods that begin on that day or before, as they are counted or were closed.
    pub fn periods_through(&self, through: Date) -> Vec<Period> {
        let mut periods = if self.offer.length == PeriodType::OneTime {
            self.charges(self.contract.term.start, through)
        } else {
            let scheduled = self.contract.term.periods_through(self.offer.length, through);
            scheduled.collect()
        };
        // Closed ones stand as they were, however the contract is counted since.
        let closed: Vec<Period> = self.closed.values().map(|closed| closed.period).collect();
        periods.retain(|period| !closed.iter().any(|closed| closed.overlaps(*period)));
        periods.extend(closed);
        periods.sort_unstable();
        periods
    }

    /// The days on which something is charged, of what is billed once.
    pub fn charge_days(&self) -> Vec<Date> {
        if self.offer.length != PeriodType::OneTime {
            return Vec::new();
        }
        let days = self.by_hand.days().iter();
        days.filter(|change| change.added != change.removed)
            .map(|change| change.on)
            .collect()
    }

    /// Days on which units of what is billed once change.
    fn charges(&self, first: Date, last: Date) -> Vec<Period> {
        let days = self.by_hand.between(first, last);
        days.iter()
            .map(|change| Period {
                first: change.on,
                last: change.on,
            })
            .collect()
    }

    fn closed_containing(&self, day: Date) -> Option<&Closed> {
        let before = self.closed.range(..=day).next_back();
        before
            .map(|(_, closed)| closed)
            .filter(|closed| closed.period.contains(day))
    }

    /// What a period comes to by the history as it is now, corrections left out.
    pub fn recomputed(&self, period: Period) -> Option<Statement> {
        let term = self.contract.term;
        let mut statement = prorate(term, self.offer.length, period, &self.prices, &self.by_hand)?;
        if !self.spells.is_empty() {
            let licences = prorate(term, self.offer.length, period, &self.prices, &self.licences)?;
            statement.lines.extend(licences.lines);
            statement.lines.sort_by_key(|line| (line.on, line.kind));
        }
        Some(statement)
    }

    /// What a period comes to: as it was billed, or as it would be now with what is owed for closed ones. None where
    /// there is nothing to say about it: the contract covers no day of it, or isn't active, or what it comes to is owed as
    /// a correction, for later ones are closed already.
    pub fn computed(&self, period: Period) -> Option<Computed> {
        let closed = self.closed.get(&period.first).cloned();
        let last = self.closed.values().next_back().map(|closed| closed.period.last);
        let is_owed = last.is_some_and(|last| period.first <= last);
        if closed.is_none() && (is_owed || !self.contract.is_active) {
            return None;
        }
        let corrections = if self.takes_corrections(period) {
            self.corrections().to_vec()
        } else {
            Vec::new()
        };
        let statement = match self.recomputed(period) {
            Some(mut statement) => {
                statement.lines.extend(corrections);
                statement
            }
            None if corrections.is_empty() && closed.is_none() => return None,
            None => Statement {
                period,
                window: period,
                price: self.prices.of(period),
                lines: corrections,
            },
        };
        let statement = match &closed {
            Some(closed) => Statement {
                lines: closed.lines.clone(),
                ..statement
            },
            None => statement,
        };
        Some(Computed { statement, closed })
    }

    /// The first period that comes after the closed ones.
    pub fn next_open(&self) -> Option<Period> {
        let last = self.closed.values().next_back()?.period;
        if self.offer.length == PeriodType::OneTime {
            // Its charges stand for themselves; what is owed for one comes with the day after.
            return Some(Period {
                first: last.last.next(),
                last: last.last.next(),
            });
        }
        self.contract
            .term
            .period_containing(self.offer.length, last.last.next())
    }

    /// The period that stands for nothing but what is owed: after the contract's days, or between charges that are billed
    /// once. No day's own periods have it, so it is due from its first day on until it is closed.
    pub fn owed_alone(&self, through: Date) -> Option<Period> {
        let next = self.next_open().filter(|next| next.first <= through)?;
        let is_charge = || self.charges(next.first, next.last).contains(&next);
        let has_own = match self.offer.length {
            PeriodType::OneTime => is_charge(),
            _ => self.contract.term.window(next).is_some(),
        };
        (!has_own && !self.corrections().is_empty()).then_some(next)
    }

    /// Whether corrections stand in that period.
    fn takes_corrections(&self, period: Period) -> bool {
        self.next_open().is_some_and(|next| next.first == period.first)
    }

    /// The periods that are over on that day and not closed, from the first in which something happened; after all of
    /// the contract's, one that has only corrections.
    pub fn to_close(&self, through: Date) -> Vec<Computed> {
        let begins = [&self.by_hand, &self.licences];
        let first = begins
            .iter()
            .filter_map(|units| units.days().first())
            .map(|change| change.on)
            .min();
        let after = self.closed.values().next_back().map(|closed| closed.period.last);
        let mut open: Vec<Period> = self
            .periods_through(through)
            .into_iter()
            .filter(|period| period.last <= through && after.is_none_or(|after| period.first > after))
            .filter(|period| first.is_some_and(|first| period.last >= first))
            .collect();
        let next = self.next_open().filter(|next| next.last <= through);
        open.extend(next.filter(|_| !self.corrections().is_empty()));
        open.extend(self.owed_alone(through));
        open.sort_unstable();
        open.dedup();
        open.into_iter().filter_map(|period| self.computed(period)).collect()
    }
}
