//! The console's log: a file, since the screen is taken. Never what people wrote.

use crate::config::Paths;
use crate::config::paths::private_folder;
use tracing_appender::non_blocking::{NonBlockingBuilder, WorkerGuard};
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::filter::LevelFilter;

/// Days that are kept.
const DAYS: usize = 7;
/// Lines that wait for the disk: room for them is made at the start.
const LINES: usize = 1_000;

/// Begins to log; what is pending is written when the guard is dropped. Without a log the console works all the same.
#[must_use]
pub fn start(paths: &Paths) -> Option<WorkerGuard> {
    let folder = paths.state.join("log");
    private_folder(&folder).ok()?;
    let file = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("tandem")
        .filename_suffix("log")
        .max_log_files(DAYS)
        .build(folder)
        .ok()?;
    let (writer, guard) = NonBlockingBuilder::default().buffered_lines_limit(LINES).finish(file);
    let log = tracing_subscriber::fmt()
        .with_max_level(LevelFilter::WARN)
        .with_ansi(false)
        .with_writer(writer);
    log.try_init().ok()?;
    Some(guard)
}
