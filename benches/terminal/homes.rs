//! What a console finds when it starts: a desk of so many tickets and a local copy of it that is filled, once with the
//! backend inside the console and once with a server beside it. Kept between runs, since filling takes far longer than
//! measuring.

use super::Outcome;
use super::desk::{self, NOW, PASSWORD, USER};
use super::process::Process;
use super::pty::{LEAVE, SIZE, Terminal};
use rusqlite::Connection;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;
use tandem::base::{ManualClock, Timestamp, Zone};
use tandem::domain::statuses::system;
use tandem::domain::{SecurityLevel, Side};
use tandem::entities::{Row, TICKET};
use tandem::replica::{Replica, Step};
use tandem::server::operations::Operations;
use tandem::server::store::{Database, Instance};

/// How the title of the ticket with many notes begins, which is the first of the technician's list: as much of it as the
/// narrowest list shows.
pub const LONG: &str = "The projector in the ";
/// As many notes as it has.
pub const NOTES: i64 = 500;
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
        let arguments: Vec<&str> = self.server.iter().flat_map(|url| ["--server", url]).collect();
        Terminal::start(program(), &arguments, &self.variables(), size)
    }

    /// The console with another setting.
    pub fn console_with(&self, settings: &str, size: (u16, u16)) -> Outcome<Terminal> {
        let file = self.folder.join("bench.toml");
        std::fs::write(&file, settings)?;
        let file = file.display().to_string();
        let mut arguments = vec!["--config", &file];
        arguments.extend(self.server.iter().flat_map(|url| ["--server", url]));
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
        add_long_ticket(&desk).await?;
        fill(&embedded)?;
        std::fs::create_dir_all(folder.join("beside/state/servers"))?;
        std::fs::write(folder.join("filled"), "")?;
    }
    Ok(Prepared { embedded, folder })
}

/// The technician becomes the desk's administrator, as whom the console signs in by itself, and has a ticket on which
/// much was said.
async fn add_long_ticket(desk: &Path) -> Outcome<()> {
    let now = Timestamp::parse(NOW)?;
    let name = "Northwind Managed IT".to_owned();
    let database = Database::open(desk, &Instance { name, zone: Zone::UTC }, now)?;
    let operations = Operations::new(database, Arc::new(ManualClock::new(now)));
    let connection = Connection::open(desk)?;
    let level = SecurityLevel::ProviderAdmin.word();
    connection.execute(
        "UPDATE resource SET security_level = ?1 WHERE user_name = ?2",
        (level, USER),
    )?;
    let technician: i64 =
        connection.query_row("SELECT id FROM resource WHERE user_name = ?1", [USER], |row| row.get(0))?;
    let queue: i64 = connection.query_row("SELECT id FROM queue WHERE name = 'Level 1'", [], |row| row.get(0))?;
    let opened = now.plus_minutes(-60 * 24 * 800);
    let mut ticket = Row::new(&TICKET);
    for (field, number) in [
        ("version", 1),
        ("companyID", 1),
        ("queueID", queue),
        ("priority", 2),
        ("status", system::AUTOTASK_IN_PROGRESS.0),
        ("assignedResourceID", technician),
    ] {
        ticket.set(field, number);
    }
    for field in ["createDate", "statusSince", "lastActivityDate", "dueDateTime"] {
        ticket.set(field, opened);
    }
    ticket.set("ticketNumber", "T20240101.0001");
    ticket.set("title", format!("{LONG}great hall, from the beginning"));
    ticket.set("description", "It flickers. ".repeat(20));
    ticket.set("holder", Side::Autotask.word());
    operations
        .write(move |writing| {
            let id = writing.insert(&mut ticket)?;
            for number in 0..NOTES {
                let text = format!("Looked at it for the {number}th time. It flickers still. ").repeat(8);
                let mut note = desk::note(technician, opened.plus_minutes(number), text);
                note.set("ticketID", id);
                writing.insert(&mut note)?;
            }
            Ok(())
        })
        .await?;
    Ok(())
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
