//! Progress on the error output while a person watches; nothing where nobody does.

use super::embedded::Starting;
use crate::server::demo::Laid;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::Write as _;

/// A bar with its words before and its count behind. Silent where the error output is no terminal.
pub fn bar(of: u64, template: &str) -> ProgressBar {
    let bar = ProgressBar::new(of);
    // A template that can't be read leaves the plain bar.
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style.progress_chars("=> "));
    }
    bar
}

/// Follows the making of the demo desk; shows nothing where none is made.
pub fn demo_bar(words: &str) -> (ProgressBar, impl Fn(Laid) + Send + Sync + 'static) {
    let bar = bar(0, "{msg} [{bar:30}] {pos}/{len}");
    bar.set_draw_target(ProgressDrawTarget::hidden());
    bar.set_message(words.to_owned());
    let told = bar.clone();
    let tell = move |laid: Laid| {
        if laid.tickets == 1 {
            told.set_draw_target(ProgressDrawTarget::stderr());
        }
        told.set_length(u64::try_from(laid.of).unwrap_or_default());
        told.set_position(u64::try_from(laid.tickets).unwrap_or_default());
    };
    (bar, tell)
}

/// The same for the embedded backend; that somebody else is waited for is said in these words.
pub fn starting_bar(words: &str, waiting: String) -> (ProgressBar, impl Fn(Starting) + Send + Sync + 'static) {
    let (bar, tell) = demo_bar(words);
    let shown = bar.clone();
    let tell = move |starting| match starting {
        Starting::Waiting => say_above(&shown, &waiting),
        Starting::Making(laid) => tell(laid),
    };
    (bar, tell)
}

/// Writes a line on the error output without disturbing the bar.
pub fn say_above(bar: &ProgressBar, line: &str) {
    let line = crate::base::cells::sanitise_lines(line).into_owned();
    // Where the error output is closed nobody is left to tell.
    let _ = bar.suspend(|| writeln!(std::io::stderr(), "{line}"));
}
