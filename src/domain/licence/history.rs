//! Who held a licence from when to when, made of every assignment and removal (2.9, TF-39).

use super::automation::{Beginning, Spell};
use super::period::Period;
use super::proration::Kind;
use super::units::{DayChange, Ending, Units};
use crate::base::Date;
use crate::base::ids::ContactId;
use std::collections::HashMap;

/// A user got a Taskfire level, or has none any more. A change between Taskfire levels is one that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LicenceEvent {
    /// Whose.
    pub user: ContactId,
    /// The provider's day, as of then.
    pub on: Date,
    /// Whether the user holds a licence afterwards.
    pub holds: bool,
}

/// The days on which a user holds a licence without a break. The day of removal is one of them (D-16).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Whose.
    pub user: ContactId,
    /// The first day.
    pub first: Date,
    /// The last day; none while the licence is held.
    pub last: Option<Date>,
}

impl Span {
    /// Whether the licence is held at the end of that day.
    #[must_use]
    pub fn is_held_after(self, day: Date) -> bool {
        self.first <= day && self.last.is_none_or(|last| last > day)
    }

    /// The days that lie in a spell of automation.
    fn within(self, spell: Spell) -> Option<(Date, Option<Date>)> {
        let first = self.first.max(spell.first);
        let last = match (self.last, spell.last) {
            (Some(own), Some(spell)) => Some(own.min(spell)),
            (own, spell) => own.or(spell),
        };
        Some((first, last)).filter(|(first, last)| last.is_none_or(|last| last >= *first))
    }
}

/// The licences of a client's users.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// By their first days.
    spans: Vec<Span>,
}

impl History {
    /// Reads events in the order in which they happened. A user whose licence is removed and assigned again on one day
    /// has held it throughout; one who gets and loses it on one day held it that day. Where the provider's calendar
    /// went back a day with its time zone, what happened later counts for the later day.
    #[must_use]
    pub fn new(events: impl IntoIterator<Item = LicenceEvent>) -> Self {
        let mut spans: Vec<Span> = Vec::new();
        let mut newest: HashMap<ContactId, (usize, Date)> = HashMap::new();
        for event in events {
            let known = newest.get(&event.user).copied();
            let on = known.map_or(event.on, |(_, before)| before.max(event.on));
            let place = match known {
                Some((place, _)) if event.holds => {
                    // What ended on this very day goes on; else a new one begins.
                    match spans[place].last {
                        Some(last) if last < on => push(&mut spans, event.user, on),
                        _ => {
                            spans[place].last = None;
                            place
                        }
                    }
                }
                Some((place, _)) => {
                    spans[place].last.get_or_insert(on);
                    place
                }
                None if event.holds => push(&mut spans, event.user, on),
                None => continue,
            };
            newest.insert(event.user, (place, on));
        }
        spans.sort_by_key(|span| span.first);
        Self { spans }
    }

    /// Every licence, by its first day.
    #[must_use]
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// How many licences are held at the end of that day.
    #[must_use]
    pub fn held_after(&self, day: Date) -> usize {
        self.spans.iter().filter(|span| span.is_held_after(day)).count()
    }

    /// The licences that are held at the beginning of a day: one removed on it is among them.
    pub fn held_at_beginning(&self, day: Date) -> impl Iterator<Item = Span> {
        let before = day.previous();
        self.spans
            .iter()
            .copied()
            .filter(move |span| span.is_held_after(before))
    }

    /// The units of the automated service, which spells of automation make of the licences.
    #[must_use]
    pub fn units(&self, spells: &[Spell]) -> Units {
        let days = spells.iter().flat_map(|spell| self.changes(*spell));
        Units::new(days, Ending::AfterDay)
    }

    /// What a spell's units do day by day.
    fn changes(&self, spell: Spell) -> impl Iterator<Item = DayChange> {
        self.spans
            .iter()
            .flat_map(move |span| {
                let Some((first, last)) = span.within(spell) else {
                    return [None, None];
                };
                let is_older = span.first < spell.first;
                let opening = is_older && spell.begins == Beginning::Held;
                let mut start = DayChange::on(first);
                if opening {
                    start.held = 1;
                } else {
                    start.added = 1;
                }
                let end = last.map(|last| DayChange {
                    removed: 1,
                    ..DayChange::on(last)
                });
                [Some(start), end]
            })
            .flatten()
    }

    /// The users whose licences make up a line of a period: who held one at the beginning of its base, who got one on
    /// the day of its increase, who lost one on the day of its decrease.
    #[must_use]
    pub fn behind(&self, kind: Kind, on: Date, spells: &[Spell], window: Period) -> Vec<ContactId> {
        let mut users = Vec::new();
        for spell in spells {
            for span in &self.spans {
                let Some((first, last)) = span.within(*spell) else {
                    continue;
                };
                let is_opening = span.first < spell.first && spell.begins == Beginning::Held;
                let fits = match kind {
                    Kind::Base => {
                        (first < on || first == on && is_opening) && last.is_none_or(|last| last >= window.first)
                    }
                    Kind::Increase => first == on && !(is_opening && on == window.first),
                    Kind::Decrease => last == Some(on),
                    Kind::Correction => false,
                };
                if fits {
                    users.push(span.user);
                }
            }
        }
        users.sort_unstable();
        users.dedup();
        users
    }
}

fn push(spans: &mut Vec<Span>, user: ContactId, first: Date) -> usize {
    spans.push(Span {
        user,
        first,
        last: None,
    });
    spans.len() - 1
}
