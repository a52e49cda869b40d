//! A person's day in its order: what was logged, what is on the stopwatch, and the gaps between.

use crate::base::Timestamp;
use crate::records::own_time::{DayEntry, Stopwatch};

/// A part of the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// Time that was logged, from when to when.
    Entry(&'a DayEntry, Timestamp, Timestamp),
    /// What runs on the stopwatch, since when.
    Running(&'a Stopwatch, Timestamp),
    /// Nothing: from when to when.
    Gap(Timestamp, Timestamp),
    /// Time that was logged without saying when.
    Sometime(&'a DayEntry),
    /// What stands on a stopwatch and is not logged yet.
    Standing(&'a Stopwatch),
}

/// The day's parts: first those whose time is known, with the gaps between them and up to now, then the others.
#[must_use]
pub fn parts<'a>(entries: &'a [DayEntry], watches: &'a [Stopwatch], now: Timestamp) -> Vec<Part<'a>> {
    let dated = entries.iter().filter_map(|entry| {
        let from = entry.started_at?;
        Some((
            from,
            from.plus_minutes(entry.minutes),
            Part::Entry(entry, from, from.plus_minutes(entry.minutes)),
        ))
    });
    let running = watches.iter().filter_map(|watch| {
        let from = watch.running_since?;
        Some((from, now.max(from), Part::Running(watch, from)))
    });
    let mut known: Vec<_> = dated.chain(running).collect();
    known.sort_by_key(|(from, to, _)| (*from, *to));
    let mut parts = Vec::with_capacity(known.len() * 2);
    let mut until: Option<Timestamp> = None;
    for (from, to, part) in known {
        parts.extend(gap(until, from));
        parts.push(part);
        until = Some(until.map_or(to, |until| until.max(to)));
    }
    parts.extend(gap(until, now));
    parts.extend(
        entries
            .iter()
            .filter(|entry| entry.started_at.is_none())
            .map(Part::Sometime),
    );
    parts.extend(
        watches
            .iter()
            .filter(|watch| watch.running_since.is_none())
            .map(Part::Standing),
    );
    parts
}

/// The gap between what is known and what comes next; less than a minute is none.
fn gap<'a>(until: Option<Timestamp>, next: Timestamp) -> Option<Part<'a>> {
    let until = until.filter(|until| next.minutes_since(*until) > 0)?;
    Some(Part::Gap(until, next))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::ids::TicketId;
    use crate::records::views::Delivery;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_millis(minute * 60_000)
    }

    fn entry(from: Option<i64>, minutes: i64) -> DayEntry {
        DayEntry {
            ticket: TicketId(minutes),
            number: String::new(),
            title: String::new(),
            started_at: from.map(at),
            minutes,
            summary: String::new(),
            delivery: Delivery::Delivered,
        }
    }

    fn watch(running_since: Option<i64>) -> Stopwatch {
        Stopwatch {
            ticket: TicketId(1),
            number: String::new(),
            title: String::new(),
            begun_at: at(0),
            spent: 0,
            runs: 1,
            running_since: running_since.map(at),
        }
    }

    #[test]
    fn gaps_stand_between_what_is_known_and_up_to_now() {
        let entries = [
            entry(Some(100), 20),
            entry(None, 45),
            entry(Some(0), 60),
            entry(Some(30), 10),
        ];
        let watches = [watch(Some(150)), watch(None)];
        assert_eq!(
            parts(&entries, &watches, at(170)),
            [
                Part::Entry(&entries[2], at(0), at(60)),
                Part::Entry(&entries[3], at(30), at(40)),
                Part::Gap(at(60), at(100)),
                Part::Entry(&entries[0], at(100), at(120)),
                Part::Gap(at(120), at(150)),
                Part::Running(&watches[0], at(150)),
                Part::Sometime(&entries[1]),
                Part::Standing(&watches[1]),
            ]
        );
        let alone = [entry(Some(0), 30)];
        assert_eq!(parts(&alone, &[], at(90))[1], Part::Gap(at(30), at(90)));
        assert!(
            parts(&[], &[], at(90)).is_empty(),
            "a day that has not begun has no gap"
        );
        assert_eq!(parts(&alone, &[], at(20)).len(), 1, "what is logged ahead leaves none");
    }
}
