//! How much each API credential asks for by Autotask's routes, and what becomes of what is too much: section 8's hourly
//! allowance, added delay and requests at a time. Only those limits hold that the credential has; Tandem's own routes,
//! people's sessions and imports have none.

use crate::base::ids::ResourceId;
use crate::base::{Clock, Timestamp};
use crate::entities::Entity;
use crate::server::operations::autotask::Caller;
use crate::wire::autotask::service::ThresholdInformation;
use std::collections::{HashMap, VecDeque};
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// What is added to an answer from half the allowance on, and from three quarters on.
const DELAYS: [(u64, Duration); 2] = [(75, Duration::from_secs(1)), (50, Duration::from_millis(500))];

/// Why a request is not answered now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exceeded {
    /// The hour's allowance is used up.
    Hourly {
        /// How many requests an hour has.
        limit: u32,
        /// After how many seconds the next one is taken.
        seconds: u64,
    },
    /// So many requests to the entity are being answered already.
    AtOnce {
        /// How many may be.
        limit: u32,
    },
}

/// What each credential has asked for.
pub struct Allowances {
    clock: Arc<dyn Clock>,
    asked: Mutex<HashMap<ResourceId, Minutes>>,
    running: Arc<Mutex<Running>>,
}

/// How many requests of a credential to an entity are being answered.
type Running = HashMap<(ResourceId, &'static str), u32>;

/// A request that was let in, until it is answered.
pub struct Entered {
    running: Arc<Mutex<Running>>,
    key: Option<(ResourceId, &'static str)>,
}

impl Drop for Entered {
    fn drop(&mut self) {
        let Some(key) = self.key else { return };
        let mut running = locked(&self.running);
        if let Some(count) = running.get_mut(&key) {
            *count -= 1;
            if *count == 0 {
                running.remove(&key);
            }
        }
    }
}

impl Allowances {
    /// Nothing was asked for so far.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self {
            clock,
            asked: Mutex::default(),
            running: Arc::default(),
        }
    }

    /// Lets a request in, to an entity or to the service itself, after the delay that the credential has earned.
    ///
    /// # Errors
    /// Where one of the credential's limits is reached; such a request doesn't count.
    pub async fn enter(&self, caller: &Caller, entity: Option<&Entity>) -> Result<Entered, Exceeded> {
        let entered = self.at_once(caller, entity)?;
        let delay = self.count(caller)?;
        if !delay.is_zero() {
            self.clock.pause(delay).await;
        }
        Ok(entered)
    }

    /// What the service tells a caller about it.
    #[must_use]
    pub fn information(&self, caller: &Caller) -> ThresholdInformation {
        let mut asked = locked(&self.asked);
        let minutes = asked.entry(caller.api_user).or_default();
        minutes.forget(self.clock.now());
        ThresholdInformation::after(minutes.count(), allowance(caller))
    }

    fn at_once(&self, caller: &Caller, entity: Option<&Entity>) -> Result<Entered, Exceeded> {
        let limited = caller.thresholds.at_once.map(NonZeroU32::get).zip(entity);
        let mut entered = Entered {
            running: Arc::clone(&self.running),
            key: None,
        };
        if let Some((limit, entity)) = limited {
            let key = (caller.api_user, entity.plural);
            let mut running = locked(&self.running);
            let count = running.entry(key).or_default();
            if *count >= limit {
                return Err(Exceeded::AtOnce { limit });
            }
            *count += 1;
            entered.key = Some(key);
        }
        Ok(entered)
    }

    /// Counts a request; how long its answer is held back.
    fn count(&self, caller: &Caller) -> Result<Duration, Exceeded> {
        let now = self.clock.now();
        let mut asked = locked(&self.asked);
        let minutes = asked.entry(caller.api_user).or_default();
        minutes.forget(now);
        let before = minutes.count();
        if let Some(limit) = caller.thresholds.hourly.map(NonZeroU32::get)
            && before >= u64::from(limit)
        {
            let seconds = minutes.until_forgotten(now);
            return Err(Exceeded::Hourly { limit, seconds });
        }
        minutes.add(now);
        let share = before * 100 / allowance(caller);
        let delay = DELAYS.into_iter().find(|(from, _)| share >= *from);
        let delay = delay.filter(|_| caller.thresholds.is_delayed);
        Ok(delay.map_or(Duration::ZERO, |(_, delay)| delay))
    }
}

fn allowance(caller: &Caller) -> u64 {
    let hourly = caller.thresholds.hourly.map(|limit| u64::from(limit.get()));
    hourly.unwrap_or(ThresholdInformation::ALLOWANCE)
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The requests of the last hour, by the minute.
#[derive(Debug, Default)]
struct Minutes(VecDeque<(Timestamp, u64)>);

impl Minutes {
    fn add(&mut self, now: Timestamp) {
        match self.0.back_mut() {
            Some((since, count)) if now.minutes_since(*since) < 1 => *count += 1,
            _ => self.0.push_back((now, 1)),
        }
    }

    fn count(&self) -> u64 {
        self.0.iter().map(|(_, count)| count).sum()
    }

    fn forget(&mut self, now: Timestamp) {
        let is_old = |since: Timestamp| now.minutes_since(since) >= ThresholdInformation::TIMEFRAME;
        while self.0.front().is_some_and(|(since, _)| is_old(*since)) {
            self.0.pop_front();
        }
    }

    /// The seconds until the oldest minute is forgotten, of which there is one where anything is counted.
    fn until_forgotten(&self, now: Timestamp) -> u64 {
        let oldest = self.0.front().map_or(now, |(since, _)| *since);
        let millis = oldest.plus_minutes(ThresholdInformation::TIMEFRAME).millis() - now.millis();
        u64::try_from(millis).unwrap_or_default().div_ceil(1000).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_forgotten_after_an_hour() {
        let start = Timestamp::from_millis(1_763_632_800_000);
        let mut minutes = Minutes::default();
        for minute in [0, 0, 30, 59] {
            minutes.add(start.plus_minutes(minute));
        }
        let recent = |minutes: &mut Minutes, minute: i64| {
            minutes.forget(start.plus_minutes(minute));
            minutes.count()
        };
        assert_eq!(recent(&mut minutes, 59), 4);
        assert_eq!(minutes.until_forgotten(start.plus_minutes(59)), 60);
        assert_eq!(recent(&mut minutes, 60), 2);
        assert_eq!(recent(&mut minutes, 500), 0);
    }
}
