//! What a person worked: what stands on their stopwatches, and their entries of a day.

use super::views::Delivery;
use crate::base::Timestamp;
use crate::base::ids::TicketId;

/// Milliseconds of a minute.
const MINUTE: i64 = 60_000;

/// A ticket's stopwatch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stopwatch {
    /// The ticket.
    pub ticket: TicketId,
    /// Its number, or its id where it is not here any more.
    pub number: String,
    /// Its title.
    pub title: String,
    /// When it was started first since it stood at nothing.
    pub begun_at: Timestamp,
    /// Milliseconds of the runs that are over.
    pub spent: i64,
    /// How often it was started since it stood at nothing.
    pub runs: i64,
    /// Since when it runs; none while it stands still.
    pub running_since: Option<Timestamp>,
}

impl Stopwatch {
    /// Whole minutes on it; a run that has just begun counts for one already, since that is the least that is logged.
    #[must_use]
    pub fn minutes(&self, now: Timestamp) -> i64 {
        let running = self.running_since.map_or(0, |since| now.millis() - since.millis());
        // A clock that was put back takes nothing away.
        let spent = self.spent.saturating_add(running.max(0));
        (spent / MINUTE).max(1)
    }

    /// Whether it was never interrupted: then it says when the work began.
    #[must_use]
    pub fn is_in_one_go(&self) -> bool {
        self.runs == 1
    }
}

/// One of the person's own time entries of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayEntry {
    /// The ticket.
    pub ticket: TicketId,
    /// Its number, or its id where it is not here.
    pub number: String,
    /// Its title.
    pub title: String,
    /// When the work began, where that was said.
    pub started_at: Option<Timestamp>,
    /// How long it took.
    pub minutes: i64,
    /// What was done.
    pub summary: String,
    /// Whether the server has it.
    pub delivery: Delivery,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stopwatch_adds_its_runs_and_never_counts_backwards() {
        let at = |minute: i64| Timestamp::from_millis(minute * MINUTE);
        let mut watch = Stopwatch {
            ticket: TicketId(7),
            number: "T20261120.0007".to_owned(),
            title: String::new(),
            begun_at: at(0),
            spent: 0,
            runs: 1,
            running_since: Some(at(0)),
        };
        assert_eq!(watch.minutes(at(0)), 1, "the least that is logged");
        assert_eq!(watch.minutes(at(35)), 35);
        watch = Stopwatch {
            spent: 20 * MINUTE,
            runs: 2,
            running_since: Some(at(100)),
            ..watch
        };
        assert_eq!(watch.minutes(at(105)), 25);
        assert_eq!(watch.minutes(at(90)), 20, "the clock was put back");
        assert!(!watch.is_in_one_go());
    }
}
