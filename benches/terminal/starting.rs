//! From the start to a usable list, the console and the bare list in turn, so that what the machine does meanwhile
//! concerns both.

use super::Outcome;
use super::bare::BareList;
use super::figures::{Figures, Unit, share};
use super::homes::Home;
use super::long_ticket::LONG;
use super::pty::{LEAVE, SIZE};
use std::path::Path;

/// How often each is started.
const STARTS: usize = 15;
/// The console may take so many times what the bare list takes.
const TIMES: f64 = 1.5;

/// Starts both.
pub fn measure(home: &Home, copy: &Path, bare: &BareList, figures: &mut Figures) -> Outcome<()> {
    let (mut console, mut list, mut first) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let mut started = home.console(SIZE)?;
        let (took, bytes) = started.wait_for(LONG)?;
        console.push(took.as_secs_f64() * 1e3);
        first.push(bytes as f64);
        started.leave(LEAVE)?;
        let mut started = bare.start(copy, SIZE)?;
        list.push(started.wait_for(LONG)?.0.as_secs_f64() * 1e3);
        started.leave("q")?;
    }
    let ratio = share(console.iter().zip(&list).map(|(console, list)| console / list), 50);
    figures.note("the bare list's first frame: p50", share(list, 50), Unit::Milliseconds);
    figures.note("the console's usable list: p50", share(console, 50), Unit::Milliseconds);
    figures.note("bytes until then: p50", share(first, 50), Unit::Bytes);
    figures.at_most(
        "the console's usable list, in first frames of the bare list",
        ratio,
        Unit::Times,
        TIMES,
    );
    Ok(())
}
