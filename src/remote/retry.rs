//! Pauses between attempts: growing, jittered, without end.

use super::RemoteError;
use backon::{BackoffBuilder, ExponentialBackoff, ExponentialBuilder};
use std::time::Duration;

/// The first pause, about.
const FIRST: Duration = Duration::from_millis(250);
/// The longest pause, about.
const LONGEST: Duration = Duration::from_secs(30);

/// Pauses that grow and never end; each a different one, so that many consoles don't come back at the same moment.
#[derive(Debug)]
pub struct Pauses(ExponentialBackoff);

impl Default for Pauses {
    fn default() -> Self {
        let growing = ExponentialBuilder::default()
            .with_min_delay(FIRST)
            .with_max_delay(LONGEST);
        Self(growing.with_jitter().without_max_times().build())
    }
}

impl Pauses {
    /// The next pause; at least what the server asked for.
    #[must_use = "a pause is to be waited for"]
    pub fn after(&mut self, error: &RemoteError) -> Duration {
        let pause = self.longer();
        match error {
            RemoteError::Busy {
                retry_after: Some(wanted),
            } => pause.max(*wanted),
            _ => pause,
        }
    }

    /// The next pause.
    #[must_use = "a pause is to be waited for"]
    pub fn longer(&mut self) -> Duration {
        self.0.next().unwrap_or(LONGEST)
    }

    /// Begins with short pauses again, after something went well.
    pub fn reset(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_up_to_a_limit_and_never_end() {
        let mut pauses = Pauses::default();
        let lost = RemoteError::Unreachable(String::new());
        let first = pauses.after(&lost);
        assert!(first >= FIRST && first <= FIRST * 2);
        let later: Vec<_> = (0..100).map(|_| pauses.after(&lost)).collect();
        let is_longest = |pause: &Duration| *pause >= LONGEST && *pause <= LONGEST * 2;
        assert!(later.last().is_some_and(is_longest));
        let busy = RemoteError::Busy {
            retry_after: Some(Duration::from_secs(300)),
        };
        assert_eq!(pauses.after(&busy), Duration::from_secs(300));
        pauses.reset();
        assert!(pauses.after(&lost) <= FIRST * 2);
    }
}
