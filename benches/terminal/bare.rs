//! The list without anything around it, which cargo builds beside this bench.

use super::Outcome;
use super::pty::Terminal;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// How its file's name begins; what follows is cargo's.
const NAME: &str = "bare_list-";

/// The program.
pub struct BareList(PathBuf);

impl BareList {
    /// Finds the newest one beside this bench.
    pub fn find() -> Outcome<Self> {
        let here = std::env::current_exe()?;
        let folder = here.parent().ok_or("a program lies in a folder")?;
        let mut newest: Option<(SystemTime, PathBuf)> = None;
        for file in std::fs::read_dir(folder)? {
            let file = file?;
            let path = file.path();
            let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
            // Beside each program lies a file that says what it is made of.
            if name.starts_with(NAME) && path.extension().is_none() {
                let made = file.metadata()?.modified()?;
                newest = newest.max(Some((made, path)));
            }
        }
        let (_, program) = newest.ok_or("build the bare list first: cargo bench --no-run --bench bare_list")?;
        Ok(Self(program))
    }

    /// Starts it on a local copy.
    pub fn start(&self, copy: &Path, size: (u16, u16)) -> Outcome<Terminal> {
        let variables = [("TERM", "xterm-256color".to_owned())];
        Terminal::start(&self.0, &[&copy.display().to_string()], &variables, size)
    }
}
