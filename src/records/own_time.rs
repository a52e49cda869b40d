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
        (self.reading(now).spent / MINUTE).max(1)
    }

    /// Whether it was never interrupted: then it says when the work began.
    #[must_use]
    pub fn is_in_one_go(&self) -> bool {
        self.runs == 1
    }

    /// What is on it at this moment.
    #[must_use]
    pub fn reading(&self, at: Timestamp) -> Reading {
        let running = self.running_since.map_or(0, |since| at.millis() - since.millis());
        // A clock that was put back takes nothing away.
        let spent = self.spent.saturating_add(running.max(0));
        Reading {
            ticket: self.ticket,
            at,
            begun_at: self.begun_at,
            spent,
            runs: self.runs,
            is_running: self.running_since.is_some(),
        }
    }

    /// Whether what was read is on it: not on one that was begun anew since, but also on one that something older was put
    /// back on since.
    #[must_use]
    pub fn holds(&self, reading: &Reading) -> bool {
        self.begun_at <= reading.begun_at
    }

    /// What is left on it without what was read: what ran since then, and runs on, and what was put back meanwhile. None
    /// where nothing is. One that doesn't hold it stays as it is.
    #[must_use]
    pub fn without(self, reading: &Reading) -> Option<Self> {
        if !self.holds(reading) {
            return Some(self);
        }
        // The run that was read goes on from that moment.
        let (spent, running_since) = match self.running_since {
            Some(since) if reading.is_running && since <= reading.at => {
                let read = reading.at.millis() - since.millis();
                (self.spent.saturating_add(read), Some(reading.at))
            }
            running_since => (self.spent, running_since),
        };
        let spent = spent.saturating_sub(reading.spent).max(0);
        if spent == 0 && running_since.is_none() {
            return None;
        }
        let runs = self.runs - reading.runs + i64::from(reading.is_running);
        let (begun_at, runs) = match (reading.is_running, running_since) {
            // What was put back began it, and what was read is missing in between.
            _ if self.begun_at < reading.begun_at => (self.begun_at, runs.max(2)),
            (true, _) => (reading.at, runs),
            (false, Some(since)) => (since, runs),
            // When a run began that is over is not written down: it doesn't say.
            (false, None) => (reading.at, runs.max(2)),
        };
        Some(Self {
            begun_at,
            spent,
            runs,
            running_since,
            ..self
        })
    }

    /// The same with what was taken off it put back. The run that was read and went on is one run again.
    #[must_use]
    pub fn with(self, taken: &Reading) -> Self {
        let went_on = taken.is_running && self.begun_at == taken.at;
        Self {
            begun_at: self.begun_at.min(taken.begun_at),
            spent: self.spent.saturating_add(taken.spent),
            runs: self.runs.saturating_add(taken.runs) - i64::from(went_on),
            ..self
        }
    }
}

/// What was on a stopwatch at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The ticket.
    pub ticket: TicketId,
    /// The moment.
    pub at: Timestamp,
    /// When it had been started first: tells it from one that was begun anew.
    pub begun_at: Timestamp,
    /// Milliseconds on it.
    pub spent: i64,
    /// How often it had been started.
    pub runs: i64,
    /// Whether it ran.
    pub is_running: bool,
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

    #[test]
    fn without_what_was_read_a_stopwatch_has_what_ran_since() {
        let at = |minute: i64| Timestamp::from_millis(minute * MINUTE);
        let running = Stopwatch {
            ticket: TicketId(7),
            number: String::new(),
            title: String::new(),
            begun_at: at(0),
            spent: 20 * MINUTE,
            runs: 2,
            running_since: Some(at(100)),
        };
        let standing = Stopwatch {
            running_since: None,
            ..running.clone()
        };
        let told = |watch: Option<Stopwatch>| {
            watch.map(|watch| (watch.begun_at, watch.spent / MINUTE, watch.runs, watch.running_since))
        };
        // Read while it ran, at 110: 30 minutes.
        let read = running.reading(at(110));
        assert_eq!(read.spent, 30 * MINUTE);
        assert_eq!(
            told(running.clone().without(&read)),
            Some((at(110), 0, 1, Some(at(110)))),
            "it runs on from there"
        );
        let stopped = Stopwatch {
            spent: 34 * MINUTE,
            ..standing.clone()
        };
        assert_eq!(told(stopped.clone().without(&read)), Some((at(110), 4, 1, None)));
        let again = Stopwatch {
            runs: 3,
            running_since: Some(at(130)),
            ..stopped
        };
        assert_eq!(
            told(again.without(&read)),
            Some((at(110), 4, 2, Some(at(130)))),
            "not in one go"
        );
        // Read while it stood, at 110: 20 minutes.
        let read = standing.reading(at(110));
        assert_eq!(standing.clone().without(&read), None);
        let again = Stopwatch {
            runs: 3,
            running_since: Some(at(120)),
            ..standing.clone()
        };
        assert_eq!(told(again.clone().without(&read)), Some((at(120), 0, 1, Some(at(120)))));
        let over = Stopwatch {
            spent: 25 * MINUTE,
            running_since: None,
            ..again
        };
        assert_eq!(
            told(over.without(&read)),
            Some((at(110), 5, 2, None)),
            "nobody knows when that began"
        );
        // What was thrown away and begun anew meanwhile was not read.
        let anew = Stopwatch {
            begun_at: at(111),
            spent: 0,
            runs: 1,
            running_since: Some(at(111)),
            ..standing
        };
        assert_eq!(anew.clone().without(&read), Some(anew));
    }
}
