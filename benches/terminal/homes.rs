//! What a console finds when it starts: a desk of so many tickets and a local copy of it that is filled, once with the
//! backend inside the console and once with a server beside it. Kept between runs, since filling takes far longer than
//! measuring.

use super::Outcome;
use super::desk::{self, PASSWORD, USER};
use super::long_ticket;
use super::process::Process;
use super::pty::{LEAVE, SIZE, Terminal};
use rusqlite::Connection;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;
use tandem::replica::{Replica, Step};

/// So often one looks whether a copy is filled.
const LOOK: Duration = Duration::from_millis(500);

/// The program that was built.
pub fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_tandem"))
}

/// A person's own folder.
pub struct Home {
    folder: PathBuf,
    /// The server that the console is told to work with; none for the backend inside it.
    server: Option<String>,
}

impl Home {
    /// The variables of a process here, and no others.
    pub fn variables(&self) -> Vec<(&'static str, String)> {
        let folder = self.folder.display().to_string();
        vec![
            ("HOME", folder.clone()),
            ("TANDEM_HOME", folder),
            ("PATH", "/usr/bin:/bin".to_owned()),
            ("TERM", "xterm-256color".to_owned()),
            ("LANG", "C.UTF-8".to_owned()),
            ("TZ", "UTC".to_owned()),
        ]
    }

    /// The console.
    pub fn console(&self, size: (u16, u16)) -> Outcome<Terminal> {
        self.start(&[], size)
    }

    /// The console with another setting.
    pub fn console_with(&self, settings: &str, size: (u16, u16)) -> Outcome<Terminal> {
        let file = self.folder.join("bench.toml");
        std::fs::write(&file, settings)?;
        let file = file.display().to_string();
        self.start(&["--config", &file], size)
    }

    fn start(&self, arguments: &[&str], size: (u16, u16)) -> Outcome<Terminal> {
        let server = self.server.iter().flat_map(|url| ["--server", url]);
        let arguments: Vec<&str> = arguments.iter().copied().chain(server).collect();
        Terminal::start(program(), &arguments, &self.variables(), size)
    }

    /// The local copy, wherever it lies.
    pub fn copy(&self) -> Outcome<PathBuf> {
        for server in std::fs::read_dir(self.folder.join("state/servers"))? {
            for file in std::fs::read_dir(server?.path())? {
                let file = file?.path();
                if file.extension().is_some_and(|kind| kind == "sqlite") {
                    return Ok(file);
                }
            }
        }
        Err("there is no local copy".into())
    }

    /// A server on this home's desk.
    pub async fn serve(&self) -> Outcome<Process> {
        Process::start(&self.folder.join("data/desk.db"), &self.folder, None).await
    }
}

/// A desk with its filled copies.
pub struct Prepared {
    /// With the backend inside the console.
    pub embedded: Home,
    folder: PathBuf,
}

/// Prepares a desk of so many tickets, or finds it as the last run left it.
pub async fn prepared(tickets: usize) -> Outcome<Prepared> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("terminal-{tickets}"));
    let embedded = Home {
        folder: folder.join("embedded"),
        server: None,
    };
    if !folder.join("filled").exists() {
        let data = embedded.folder.join("data");
        // What a run left that was stopped is begun again.
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&data)?;
        let desk = data.join("desk.db");
        let kept = Path::new(env!("CARGO_TARGET_TMPDIR"));
        std::fs::rename(desk::prepared(kept, tickets).await?, &desk)?;
        long_ticket::add(&desk).await?;
        fill(&embedded)?;
        std::fs::create_dir_all(folder.join("beside/state/servers"))?;
        std::fs::write(folder.join("filled"), "")?;
    }
    Ok(Prepared { embedded, folder })
}

/// Lets the console fill its copy, words and all.
fn fill(home: &Home) -> Outcome<()> {
    let mut console = home.console(SIZE)?;
    // The cursor stays on the first ticket that came, not on the one that the list begins with later.
    console.wait_for("live")?;
    let replica = Replica::open(&home.copy()?)?;
    while replica.place()?.step < Step::Complete || replica.count_unindexed()? > 0 {
        std::thread::sleep(LOOK);
    }
    console.leave(LEAVE)
}

impl Prepared {
    /// The same with a server beside the console, for as long as that runs.
    pub async fn beside(&self) -> Outcome<(Home, Process)> {
        let server = self.embedded.serve().await?;
        let home = Home {
            folder: self.folder.join("beside"),
            server: Some(server.url.clone()),
        };
        // Before the session is remembered in a folder of its own: the server has another address each time.
        let before = home.copy();
        sign_in(&home, &server)?;
        let servers = std::fs::read_dir(home.folder.join("state/servers"))?;
        let folders: Vec<PathBuf> = servers.map(|server| Ok(server?.path())).collect::<Outcome<_>>()?;
        let is_new = |folder: &&PathBuf| before.as_ref().map_or(true, |copy| !copy.starts_with(folder));
        let new = folders.iter().find(is_new).ok_or("the session is not remembered")?;
        match &before {
            Ok(copy) => {
                let old = copy.parent().ok_or("a copy lies in a folder")?;
                std::fs::rename(copy, new.join(copy.file_name().unwrap_or_default()))?;
                std::fs::remove_dir_all(old)?;
            }
            Err(_) => {
                let copy = self.embedded.copy()?;
                Connection::open(&copy)?.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")?;
                std::fs::copy(&copy, new.join(copy.file_name().unwrap_or_default()))?;
            }
        }
        Ok((home, server))
    }
}

fn sign_in(home: &Home, server: &Process) -> Outcome<()> {
    let mut command = Command::new(program());
    command.args(["--server", &server.url, "sign-in", USER]);
    command.env_clear().envs(home.variables());
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).spawn()?;
    if let Some(mut input) = child.stdin.take() {
        writeln!(input, "{PASSWORD}")?;
    }
    match child.wait()?.success() {
        true => Ok(()),
        false => Err("nobody can sign in".into()),
    }
}
