//! What a console costs that nobody uses: bytes, time on a processor, wake-ups, memory.

use super::Outcome;
use super::figures::{Figures, Unit};
use super::pty::Terminal;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// How long nothing is done: more than the feed's comments are apart.
const SPAN: Duration = Duration::from_secs(40);
/// Longer than the preview waits, and than a thread stays that has nothing to do: one that ends takes away what was
/// counted of it.
const REST: Duration = Duration::from_secs(15);
/// Wake-ups in that time: a comment of the feed passes a few threads.
const WAKE_UPS: f64 = 40.0;

/// Leaves the console alone within a minute, so that no age changes.
pub fn measure(console: &Terminal, figures: &mut Figures) -> Outcome<()> {
    std::thread::sleep(REST);
    let into_the_minute = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs() % 60;
    if into_the_minute > 15 {
        std::thread::sleep(Duration::from_secs(62 - into_the_minute));
    }
    let (before, written) = (console.counted()?, console.written());
    std::thread::sleep(SPAN);
    let after = console.counted()?;
    let seconds = SPAN.as_secs();
    figures.at_most(
        &format!("idle for {seconds} s"),
        (console.written() - written) as f64,
        Unit::Bytes,
        0.0,
    );
    let worked = (after.worked - before.worked).as_secs_f64() * 1e3;
    // A hundredth of a percent, since reading a comment is work too.
    figures.at_most(
        &format!("idle for {seconds} s: processor"),
        worked,
        Unit::Milliseconds,
        SPAN.as_secs_f64() * 1e3 / 1e4,
    );
    figures.at_most(
        &format!("idle for {seconds} s: wake-ups"),
        (after.waits - before.waits) as f64,
        Unit::Times,
        WAKE_UPS,
    );
    Ok(())
}

/// Its memory after all that was done with it.
pub fn memory(console: &Terminal, figures: &mut Figures, what: &str, goal: f64) -> Outcome<()> {
    figures.at_most(
        &format!("resident memory, {what}"),
        console.memory()?,
        Unit::Mebibytes,
        goal,
    );
    Ok(())
}
