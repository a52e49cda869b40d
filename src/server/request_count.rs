//! How many requests came in the last hour, by the minute.

use crate::base::Timestamp;
use crate::wire::autotask::service::ThresholdInformation;
use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

/// Counts requests; old minutes are forgotten as new ones come.
#[derive(Debug, Default)]
pub struct RequestCount(Mutex<VecDeque<(Timestamp, u64)>>);

impl RequestCount {
    /// Counts one.
    pub fn add(&self, now: Timestamp) {
        let mut minutes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        forget(&mut minutes, now);
        match minutes.back_mut() {
            Some((since, count)) if now.minutes_since(*since) < 1 => *count += 1,
            _ => minutes.push_back((now, 1)),
        }
    }

    /// How many came in the last timeframe, to the minute.
    pub fn recent(&self, now: Timestamp) -> u64 {
        let mut minutes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        forget(&mut minutes, now);
        minutes.iter().map(|(_, count)| count).sum()
    }
}

fn forget(minutes: &mut VecDeque<(Timestamp, u64)>, now: Timestamp) {
    let is_old = |since: Timestamp| now.minutes_since(since) >= ThresholdInformation::TIMEFRAME;
    while minutes.front().is_some_and(|(since, _)| is_old(*since)) {
        minutes.pop_front();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_forgotten_after_an_hour() {
        let count = RequestCount::default();
        let start = Timestamp::from_millis(1_763_632_800_000);
        for minute in [0, 0, 30, 59] {
            count.add(start.plus_minutes(minute));
        }
        assert_eq!(count.recent(start.plus_minutes(59)), 4);
        assert_eq!(count.recent(start.plus_minutes(60)), 2);
        assert_eq!(count.recent(start.plus_minutes(500)), 0);
    }
}
