//! The server as a process of its own, as people run it: how soon it answers, how much memory it takes.

use super::Outcome;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A server that runs until it is dropped.
pub struct Process {
    child: Child,
    /// Where it listens: `http://127.0.0.1:40123`.
    pub url: String,
    /// From its start to its first answer.
    pub ready: Duration,
}

impl Process {
    /// Starts a server on this database, whose webhooks may send there too, and waits for its first answer.
    pub async fn start(database: &Path, home: &Path, webhooks_to: Option<&str>) -> Outcome<Self> {
        let begun = Instant::now();
        let mut child = Command::new(env!("CARGO_BIN_EXE_tandem"))
            .args(["serve", "--listen", "127.0.0.1:0", "--log", "error", "--database"])
            .arg(format!("sqlite:{}", database.display()))
            .args(webhooks_to.into_iter().flat_map(|address| ["--webhooks-to", address]))
            .env_clear()
            .env("HOME", home)
            .stdout(Stdio::piped())
            .spawn()?;
        let out = child.stdout.take().ok_or("the server has no output")?;
        let mut line = String::new();
        BufReader::new(out).read_line(&mut line)?;
        let at = line.find("http://").ok_or_else(|| format!("no address in {line:?}"))?;
        let url = line[at..].trim().to_owned();
        let mut process = Self {
            child,
            ready: Duration::ZERO,
            url,
        };
        reqwest::get(format!("{}/tandem/v1/health", process.url))
            .await?
            .error_for_status()?;
        process.ready = begun.elapsed();
        Ok(process)
    }

    /// Its resident memory, in MiB: now, and the most so far.
    pub fn memory(&self) -> Outcome<(f64, f64)> {
        memory(self.child.id())
    }
}

/// The resident memory of a process, in MiB: now, and the most so far.
pub fn memory(process: u32) -> Outcome<(f64, f64)> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let of = |name| Outcome::Ok(counted(&status, name)? as f64 / 1024.0);
    Ok((of("VmRSS:")?, of("VmHWM:")?))
}

/// The number that stands behind a name in what the system says of a process or a thread.
pub fn counted(status: &str, name: &str) -> Outcome<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let word = line.and_then(|rest| rest.split_whitespace().next());
    Ok(word
        .ok_or_else(|| format!("the system says nothing of {name}"))?
        .parse()?)
}

impl Drop for Process {
    fn drop(&mut self) {
        // Nothing can be done about one that is gone already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
