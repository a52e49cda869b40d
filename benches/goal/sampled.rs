//! Measures by samples: the middle of them is compared with the goal.

use super::goal::Goals;
use criterion::Criterion;
use std::hint::black_box;
use std::time::{Duration, Instant};

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
            self.miss(format!("{name}: {middle:?}, and the goal is {goal:?}"));
        }
    }
}
