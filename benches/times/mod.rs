//! How long something took, over many runs.

use std::error::Error;
use std::time::{Duration, Instant};

/// What a measurement gives.
pub type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// The times of many runs, the shortest first.
pub struct Times(Vec<Duration>);

impl Times {
    /// Runs it so often, each time with another number.
    ///
    /// # Errors
    /// What it runs into.
    pub fn of(runs: usize, mut work: impl FnMut(usize) -> Outcome<()>) -> Outcome<Self> {
        let mut times = Vec::with_capacity(runs);
        for run in 0..runs {
            let begun = Instant::now();
            work(run)?;
            times.push(begun.elapsed());
        }
        times.sort_unstable();
        Ok(Self(times))
    }

    /// Prints the median and what 95 of 100 runs stay below.
    pub fn report(&self, what: &str, goal: &str) {
        let at = |share: usize| self.0[(self.0.len() - 1) * share / 100].as_secs_f64() * 1e3;
        println!(
            "{what:<44} p50 {:>8.2} ms   p95 {:>8.2} ms   (goal {goal})",
            at(50),
            at(95)
        );
    }
}
