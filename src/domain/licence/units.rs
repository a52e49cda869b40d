//! Units of a service day by day, from wherever they come: licences that automation counts, or changes by hand and by
//! usage.

use crate::base::Date;
use std::collections::BTreeMap;

/// The most units that a service may have, and that one change may name.
pub const MOST: i64 = 1_000_000;

/// How many units began and ended on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayChange {
    /// The day.
    pub on: Date,
    /// Units with which automation begins as if they had been there before: the base of the period that begins here.
    pub held: i64,
    /// Units added.
    pub added: i64,
    /// Units removed.
    pub removed: i64,
}

impl DayChange {
    /// A day on which nothing changes.
    #[must_use]
    pub fn on(on: Date) -> Self {
        Self {
            on,
            held: 0,
            added: 0,
            removed: 0,
        }
    }
}

/// A change of units by hand or by usage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitChange {
    /// From which day it holds.
    pub on: Date,
    /// How many more; fewer where negative.
    pub delta: i64,
}

/// The day that a unit's removal is dated: what engine and history of both kinds share but for this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It is the last day that is billed: licences (D-16).
    AfterDay,
    /// It is the first day that isn't billed any more: units set by hand (BLX-02).
    OnDay,
}

/// The units of one service over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Units {
    /// One a day, by day.
    days: Vec<DayChange>,
    /// Units at the end of each of these days.
    after: Vec<i64>,
    ending: Ending,
}

impl Units {
    /// Brings changes together, day by day, in any order.
    #[must_use]
    pub fn new(changes: impl IntoIterator<Item = DayChange>, ending: Ending) -> Self {
        let mut merged: BTreeMap<Date, DayChange> = BTreeMap::new();
        for change in changes {
            let day = merged.entry(change.on).or_insert_with(|| DayChange::on(change.on));
            day.held += change.held;
            day.added += change.added;
            day.removed += change.removed;
        }
        let days: Vec<_> = merged.into_values().collect();
        let after = days
            .iter()
            .scan(0, |units, day| {
                *units += day.held + day.added - day.removed;
                Some(*units)
            })
            .collect();
        Self { days, after, ending }
    }

    /// Units that are changed by hand or by usage.
    #[must_use]
    pub fn by_hand(changes: impl IntoIterator<Item = UnitChange>) -> Self {
        let days = changes.into_iter().map(|change| DayChange {
            added: change.delta.max(0),
            removed: (-change.delta).max(0),
            ..DayChange::on(change.on)
        });
        Self::new(days, Ending::OnDay)
    }

    /// The units at the end of a day.
    #[must_use]
    pub fn after(&self, day: Date) -> i64 {
        let place = self.days.partition_point(|change| change.on <= day);
        place.checked_sub(1).map_or(0, |last| self.after[last])
    }

    /// The units with which a window begins: those of the day before, and those with which automation begins.
    #[must_use]
    pub fn at_beginning(&self, first: Date) -> i64 {
        let opening = self.on(first).map_or(0, |change| change.held);
        self.after(first.previous()) + opening
    }

    /// The changes of the days from the first to the last.
    #[must_use]
    pub fn between(&self, first: Date, last: Date) -> &[DayChange] {
        let begin = self.days.partition_point(|change| change.on < first);
        let end = self.days.partition_point(|change| change.on <= last);
        &self.days[begin..end.max(begin)]
    }

    /// Every day on which something changes.
    #[must_use]
    pub fn days(&self) -> &[DayChange] {
        &self.days
    }

    /// The last day before that one on which there were any.
    #[must_use]
    pub fn last_held_before(&self, day: Date) -> Option<Date> {
        let before = day.previous();
        if self.after(before) != 0 {
            return Some(before);
        }
        let earlier = self.days.partition_point(|change| change.on < day);
        let held = |change: &&DayChange| self.after(change.on.previous()) != 0;
        let ended = self.days[..earlier].iter().rev().find(held);
        ended.map(|change| change.on.previous())
    }

    /// Which day a removal is dated.
    #[must_use]
    pub fn ending(&self) -> Ending {
        self.ending
    }

    fn on(&self, day: Date) -> Option<&DayChange> {
        let place = self.days.binary_search_by_key(&day, |change| change.on).ok()?;
        self.days.get(place)
    }
}
