//! What was measured, printed beside what it should be, and judged.

use super::Outcome;
use crate::goal::Goals;

/// The size of desk that the goals are about.
pub const JUDGED: usize = 100_000;
/// How many times slower one size may be than another where the desk must not matter.
const STEADY: f64 = 1.3;

/// All that was measured, on desks of several sizes.
#[derive(Debug, Default)]
pub struct Report {
    goals: Goals,
    tickets: usize,
    /// What must not depend on the size: its name, the size and the rate.
    steady: Vec<(&'static str, usize, f64)>,
}

impl Report {
    /// What follows is about a desk of that size.
    pub fn desk(&mut self, tickets: usize) {
        self.tickets = tickets;
        println!("\na desk of {tickets} tickets");
    }

    /// How often something could be done, and how often it should be at least.
    pub fn rate(&mut self, what: &str, rate: f64, goal: f64) {
        println!("{what:<44} {rate:>8.0} a second   (goal {goal:.0})");
        if rate < goal {
            self.miss(format!("{what}: {rate:.0} a second, and the goal is {goal:.0}"));
        }
    }

    /// The same for what must not take longer because the desk is large.
    pub fn steady_rate(&mut self, what: &'static str, rate: f64, goal: f64) {
        self.rate(what, rate, goal);
        self.steady.push((what, self.tickets, rate));
    }

    /// What something took, and may take at most. `besides` is said behind it.
    pub fn at_most(&mut self, what: &str, (taken, unit): (f64, &str), goal: f64, besides: &str) {
        let digits = if goal < 10.0 { 2 } else { 0 };
        println!("{what:<44} {taken:>8.digits$} {unit}   (goal {goal:.0}{besides})");
        if taken > goal {
            self.miss(format!("{what}: {taken:.digits$} {unit}, and the goal is {goal:.0}"));
        }
    }

    fn miss(&mut self, what: String) {
        if self.tickets == JUDGED {
            self.goals.miss(format!("{} tickets, {what}", self.tickets));
        }
    }

    /// Whether all goals were met.
    ///
    /// # Errors
    /// Those that were missed.
    pub fn verdict(mut self) -> Outcome<()> {
        for (at, (what, tickets, rate)) in self.steady.iter().enumerate() {
            for (_, others, other) in self.steady[..at].iter().filter(|(name, ..)| name == what) {
                let times = (rate / other).max(other / rate);
                println!("{what}: {times:.2} times between {others} and {tickets} tickets   (goal {STEADY})");
                if times > STEADY {
                    let missed = format!("{what}: {rate:.0} a second at {tickets} tickets, {other:.0} at {others}");
                    self.goals.miss(missed);
                }
            }
        }
        Ok(self.goals.verdict()?)
    }
}
