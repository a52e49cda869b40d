//! Figures against goals, and those of desks of other sizes against those of the usual one.

use super::goal::{Goals, Missed};
use std::collections::BTreeMap;

/// The desk that figures of other desks are compared with.
pub const USUAL: usize = 100_000;
/// No figure may grow by more than this.
const GROWTH: f64 = 1.5;

/// What was measured so far.
#[derive(Default)]
pub struct Figures {
    tickets: usize,
    /// By what was measured, the desk's size.
    all: BTreeMap<String, BTreeMap<usize, Figure>>,
    goals: Goals,
}

#[derive(Clone, Copy)]
struct Figure {
    value: f64,
    unit: Unit,
}

/// In what something is counted.
#[derive(Clone, Copy)]
pub enum Unit {
    Milliseconds,
    Bytes,
    Mebibytes,
    Times,
}

impl Unit {
    fn word(self) -> &'static str {
        match self {
            Self::Milliseconds => "ms",
            Self::Bytes => "bytes",
            Self::Mebibytes => "MiB",
            Self::Times => "times",
        }
    }

    /// Smaller differences are the machine's own.
    fn noise(self) -> f64 {
        match self {
            Self::Milliseconds => 1.0,
            Self::Bytes => 64.0,
            Self::Mebibytes => 4.0,
            Self::Times => 2.0,
        }
    }
}

impl Figures {
    /// What follows is of a desk of so many tickets.
    pub fn of(&mut self, tickets: usize) {
        self.tickets = tickets;
        println!("\na desk of {tickets} tickets");
    }

    /// A figure that may not be more than its goal.
    pub fn at_most(&mut self, what: &str, value: f64, unit: Unit, goal: f64) {
        let (tickets, word) = (self.tickets, unit.word());
        println!("{what:<70} {value:>9.1} {word:<5} (goal {goal})");
        if value > goal {
            let missed = format!("{tickets} tickets: {what}: {value:.1} {word}, and the goal is {goal}");
            self.goals.miss(missed);
        }
        let sizes = self.all.entry(what.to_owned()).or_default();
        sizes.insert(tickets, Figure { value, unit });
    }

    /// A figure without a goal of its own.
    pub fn note(&mut self, what: &str, value: f64, unit: Unit) {
        println!("{what:<70} {value:>9.1} {}", unit.word());
    }

    /// Whether all goals were met, and no figure grew more than it may.
    ///
    /// # Errors
    /// Those that were missed.
    pub fn verdict(mut self) -> Result<(), Missed> {
        for (what, sizes) in &self.all {
            let Some(usual) = sizes.get(&USUAL) else { continue };
            for (tickets, Figure { value, unit }) in sizes {
                let allowed = (usual.value * GROWTH).max(usual.value + unit.noise());
                if *value > allowed {
                    let (usual, word) = (usual.value, unit.word());
                    let missed = format!("{tickets} tickets: {what}: {value:.1} {word}, and {usual:.1} with {USUAL}");
                    self.goals.miss(missed);
                }
            }
        }
        self.goals.verdict()
    }
}

/// The value below which this share of them lies, in hundredths.
pub fn share(values: impl IntoIterator<Item = f64>, hundredths: usize) -> f64 {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_unstable_by(f64::total_cmp);
    let last = values.len().saturating_sub(1);
    values.get(last * hundredths / 100).copied().unwrap_or(f64::NAN)
}
