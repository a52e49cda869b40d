//! What is kept of a panic: on a jump host the screen it is printed on is often gone by the time that somebody asks.

use crate::base::Clock;
use crate::config::Paths;
use crate::config::paths::private_folder;
use crate::sentences::Sentences;
use std::backtrace::Backtrace;
use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// From here on a panic leaves a report beside the log, for this user only; what was installed before is called first,
/// so that the place of the report is the last thing printed.
pub fn keep(paths: &Paths, clock: Arc<dyn Clock>, sentences: Sentences) {
    let folder = paths.state.join("log");
    let former = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let kept = write(&folder, clock.as_ref(), panic);
        former(panic);
        let said = match kept {
            Ok(file) => sentences.say("crash-kept", &[("file", file.display().to_string().into())]),
            Err(error) => sentences.say("crash-not-kept", &[("reason", error.to_string().into())]),
        };
        let _ = writeln!(io::stderr(), "tandem: {said}");
    }));
}

/// One file a panic. Several threads may panic in one millisecond, so each has its number.
fn write(folder: &Path, clock: &dyn Clock, panic: &PanicHookInfo<'_>) -> io::Result<PathBuf> {
    private_folder(folder)?;
    let at = clock.now();
    let (file, mut report) = (0..100)
        .map(|number| folder.join(format!("crash-{}-{number}.txt", at.millis())))
        .find_map(|file| match create(&file) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => None,
            created => Some(created.map(|report| (file, report))),
        })
        .unwrap_or_else(|| Err(io::Error::from(io::ErrorKind::AlreadyExists)))?;
    writeln!(report, "tandem {}, {at}", env!("CARGO_PKG_VERSION"))?;
    let thread = std::thread::current();
    writeln!(report, "thread {}", thread.name().unwrap_or("unnamed"))?;
    writeln!(report, "{panic}\n")?;
    writeln!(report, "{}", Backtrace::force_capture())?;
    Ok(file)
}

fn create(file: &Path) -> io::Result<std::fs::File> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{ManualClock, Timestamp};
    use std::os::unix::fs::PermissionsExt as _;

    #[test]
    fn a_panic_in_any_thread_leaves_a_report_for_this_user_only() {
        let folder = tempfile::tempdir().unwrap();
        let paths = Paths {
            config: folder.path().to_owned(),
            data: folder.path().to_owned(),
            state: folder.path().to_owned(),
            runtime: folder.path().to_owned(),
        };
        keep(
            &paths,
            Arc::new(ManualClock::new(Timestamp::from_millis(1_795_000_000_000))),
            Sentences::new(crate::base::Language::English),
        );
        for _ in 0..2 {
            let work = std::thread::Builder::new().name("runner".to_owned());
            work.spawn(|| panic!("the reports are meant"))
                .unwrap()
                .join()
                .unwrap_err();
        }
        let reports = (0..2).map(|number| folder.path().join(format!("log/crash-1795000000000-{number}.txt")));
        for report in reports {
            let text = std::fs::read_to_string(&report).unwrap();
            assert!(
                text.starts_with(concat!("tandem ", env!("CARGO_PKG_VERSION"))),
                "{text}"
            );
            assert!(
                text.contains("thread runner") && text.contains("the reports are meant"),
                "{text}"
            );
            assert!(text.contains("crash.rs"), "where it happened: {text}");
            assert_eq!(std::fs::metadata(&report).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }
}
