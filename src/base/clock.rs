//! The one place that asks the system for the time.

use super::Timestamp;
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use std::time::Duration;
use tokio::sync::watch;

/// Where "now" comes from; passed in, so that tests can fix it.
pub trait Clock: Send + Sync {
    /// This moment.
    fn now(&self) -> Timestamp;

    /// Waits that long by this clock.
    fn pause(&self, by: Duration) -> BoxFuture<'_, ()>;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that may ask")]
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(chrono::Utc::now().timestamp_millis())
    }

    fn pause(&self, by: Duration) -> BoxFuture<'_, ()> {
        tokio::time::sleep(by).boxed()
    }
}

/// A clock that stands still until it is moved: for tests, and for laying down the demo desk's past.
#[derive(Debug)]
pub struct ManualClock {
    millis: watch::Sender<i64>,
    pausing: watch::Sender<usize>,
}

impl ManualClock {
    /// A clock that shows `at`.
    #[must_use]
    pub fn new(at: Timestamp) -> Self {
        Self {
            millis: watch::Sender::new(at.millis()),
            pausing: watch::Sender::new(0),
        }
    }

    /// Sets the clock, backwards too.
    pub fn set(&self, at: Timestamp) {
        self.millis.send_replace(at.millis());
    }

    /// Moves the clock forward.
    pub fn advance(&self, by: Duration) {
        self.millis.send_modify(|now| *now = now.saturating_add(millis(by)));
    }

    /// Returns once exactly so many wait for this clock.
    pub async fn when_pausing(&self, count: usize) {
        // The sender is this clock's own, so that the channel can't be closed.
        let _ = self.pausing.subscribe().wait_for(|pausing| *pausing == count).await;
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(*self.millis.borrow())
    }

    fn pause(&self, by: Duration) -> BoxFuture<'_, ()> {
        async move {
            let mut now = self.millis.subscribe();
            let until = now.borrow().saturating_add(millis(by));
            let _counted = Pausing::begin(&self.pausing);
            let _ = now.wait_for(|now| *now >= until).await;
        }
        .boxed()
    }
}

/// Somebody who waits for the clock, also where they give up.
struct Pausing<'a>(&'a watch::Sender<usize>);

impl<'a> Pausing<'a> {
    fn begin(count: &'a watch::Sender<usize>) -> Self {
        count.send_modify(|count| *count += 1);
        Self(count)
    }
}

impl Drop for Pausing<'_> {
    fn drop(&mut self) {
        self.0.send_modify(|count| *count -= 1);
    }
}

fn millis(by: Duration) -> i64 {
    i64::try_from(by.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn who_pauses_goes_on_when_the_clock_has_moved_far_enough() {
        let clock = ManualClock::new(Timestamp::from_millis(1_000));
        let mut pause = clock.pause(Duration::from_millis(500));
        assert!((&mut pause).now_or_never().is_none());
        clock.when_pausing(1).await;
        clock.advance(Duration::from_millis(499));
        assert!((&mut pause).now_or_never().is_none());
        clock.advance(Duration::from_millis(1));
        pause.await;
        clock.when_pausing(0).await;
        assert_eq!(clock.now(), Timestamp::from_millis(1_500));
    }
}
