//! Measures against goals: the bench fails where the middle of what it measured is over one.

use criterion::Criterion;
use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// What was measured over its goal so far.
#[derive(Debug, Default)]
pub struct Goals(Vec<String>);

impl Goals {
    /// Measures work without the making of what it takes, and compares the middle of the samples with the goal.
    pub fn measure<Input, Output>(
        &mut self,
        criterion: &mut Criterion,
        name: &str,
        goal: Duration,
        mut prepare: impl FnMut() -> Input,
        mut work: impl FnMut(Input) -> Output,
    ) {
        let mut samples = Vec::new();
        criterion.bench_function(name, |bencher| {
            bencher.iter_custom(|runs| {
                let mut took = Duration::ZERO;
                for _ in 0..runs {
                    let input = black_box(prepare());
                    let begun = Instant::now();
                    let output = work(input);
                    took += begun.elapsed();
                    drop(black_box(output));
                }
                samples.push(took.div_f64(runs as f64));
                took
            });
        });
        samples.sort_unstable();
        // Nothing was measured where the command line asks for other benches.
        let Some(middle) = samples.get(samples.len() / 2) else {
            return;
        };
        if *middle > goal {
            self.0.push(format!("{name}: {middle:?}, and the goal is {goal:?}"));
        }
    }

    /// Whether all were met.
    ///
    /// # Errors
    /// Those that were missed.
    pub fn verdict(self) -> Result<(), Box<dyn Error>> {
        if self.0.is_empty() {
            return Ok(());
        }
        Err(self.0.join("\n").into())
    }
}
