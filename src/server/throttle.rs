//! How often somebody may try a password: per name and per address.

use crate::base;
use crate::domain::Person;
use governor::clock::Clock;
use governor::middleware::NoOpMiddleware;
use governor::state::keyed::DashMapStateStore;
use governor::{NotUntil, Quota, RateLimiter};
use std::collections::HashMap;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Attempts on one name: this many at once, then one every few seconds.
const BY_NAME: (u32, Duration) = (10, Duration::from_secs(6));
/// Attempts from one address, behind which a whole company may sit.
const BY_ADDRESS: (u32, Duration) = (60, Duration::from_secs(1));
/// Codes of one person: so many wrong ones in a row, then none is taken for a while. A code has only six digits.
const CODES: (u32, Duration) = (5, Duration::from_secs(15 * 60));
/// Names and addresses that are remembered before those long gone are forgotten.
const REMEMBERED: usize = 10_000;

/// The server's clock as the limiter reads it.
#[derive(Clone)]
struct ServerClock(Arc<dyn base::Clock>);

impl Clock for ServerClock {
    type Instant = Duration;

    fn now(&self) -> Duration {
        let millis = self.0.now().millis();
        Duration::from_millis(u64::try_from(millis).unwrap_or_default())
    }
}

type Limiter<K> = RateLimiter<K, DashMapStateStore<K>, ServerClock, NoOpMiddleware<Duration>>;

/// Counts attempts.
pub struct Throttle {
    clock: ServerClock,
    names: Limiter<String>,
    addresses: Limiter<IpAddr>,
    codes: Mutex<HashMap<Person, Codes>>,
}

/// The codes that somebody tried since the last one that was right.
#[derive(Clone, Copy)]
struct Codes {
    tried: u32,
    last: Duration,
}

impl Throttle {
    /// Without any attempt so far.
    #[must_use]
    pub fn new(clock: Arc<dyn base::Clock>) -> Self {
        let clock = ServerClock(clock);
        Self {
            names: limiter(BY_NAME, &clock),
            addresses: limiter(BY_ADDRESS, &clock),
            codes: Mutex::default(),
            clock,
        }
    }

    /// Takes an attempt on a name from an address.
    ///
    /// # Errors
    /// The seconds to wait where there were too many.
    pub fn attempt(&self, name: &str, address: IpAddr) -> Result<(), u64> {
        if self.names.len() > REMEMBERED || self.addresses.len() > REMEMBERED {
            self.names.retain_recent();
            self.addresses.retain_recent();
        }
        let now = self.clock.now();
        let wait = |not_until: NotUntil<Duration>| not_until.wait_time_from(now).as_secs().max(1);
        self.addresses.check_key(&address).map_err(wait)?;
        self.names.check_key(&name.to_owned()).map_err(wait)
    }

    /// Takes an attempt of this person at a code, which counts as a wrong one until it turns out right.
    ///
    /// # Errors
    /// The seconds to wait where there were too many.
    pub fn code_attempt(&self, person: Person) -> Result<(), u64> {
        let (most, pause) = CODES;
        let now = self.clock.now();
        let mut codes = self.codes.lock().unwrap_or_else(PoisonError::into_inner);
        codes.retain(|_, codes| now < codes.last + pause);
        let before = codes.get(&person).copied();
        let tried = before.map_or(0, |codes| codes.tried);
        if let Some(before) = before.filter(|_| tried >= most) {
            return Err((before.last + pause).saturating_sub(now).as_secs().max(1));
        }
        let tried = tried + 1;
        codes.insert(person, Codes { tried, last: now });
        Ok(())
    }

    /// This person's code was right.
    pub fn code_taken(&self, person: Person) {
        let mut codes = self.codes.lock().unwrap_or_else(PoisonError::into_inner);
        codes.remove(&person);
    }
}

fn limiter<K: Clone + Eq + std::hash::Hash>((burst, pause): (u32, Duration), clock: &ServerClock) -> Limiter<K> {
    let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
    let quota = Quota::with_period(pause)
        .unwrap_or(Quota::per_second(NonZeroU32::MIN))
        .allow_burst(burst);
    RateLimiter::new(quota, DashMapStateStore::default(), clock.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{ManualClock, Timestamp};

    #[test]
    fn a_persons_codes_are_not_taken_for_a_while_after_five_wrong_ones() {
        use crate::base::ids::ContactId;
        let clock = Arc::new(ManualClock::new(Timestamp::from_millis(1_763_632_800_000)));
        let throttle = Throttle::new(clock.clone());
        let (ana, bob) = (Person::Contact(ContactId(1)), Person::Contact(ContactId(2)));
        for _ in 0..4 {
            assert_eq!(throttle.code_attempt(ana), Ok(()));
        }
        throttle.code_taken(ana);
        for _ in 0..5 {
            assert_eq!(throttle.code_attempt(ana), Ok(()));
        }
        assert_eq!(throttle.code_attempt(ana), Err(900));
        assert_eq!(throttle.code_attempt(bob), Ok(()));
        clock.advance(Duration::from_secs(899));
        assert_eq!(throttle.code_attempt(ana), Err(1));
        clock.advance(Duration::from_secs(1));
        assert_eq!(throttle.code_attempt(ana), Ok(()));
    }

    #[test]
    fn guessing_one_name_is_slowed_down_and_others_are_not() {
        let clock = Arc::new(ManualClock::new(Timestamp::from_millis(1_763_632_800_000)));
        let throttle = Throttle::new(clock.clone());
        let address = IpAddr::from([127, 0, 0, 1]);
        for _ in 0..10 {
            assert_eq!(throttle.attempt("tina", address), Ok(()));
        }
        assert!(throttle.attempt("tina", address).is_err_and(|seconds| seconds <= 6));
        assert_eq!(throttle.attempt("ana", address), Ok(()));
        clock.advance(Duration::from_secs(7));
        assert_eq!(throttle.attempt("tina", address), Ok(()));
    }
}
