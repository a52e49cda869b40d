//! A machine on which Tandem is used for the first time, or on which the demo desk was made before.

use super::patiently;
use serde_json::Value as Json;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// What SQLite keeps of the demo desk: made once for all journeys, since making it takes seconds.
static DESK: OnceLock<Vec<(&str, Vec<u8>)>> = OnceLock::new();

/// A person's own folders on a machine, and the variables that lead there.
pub struct Home {
    folder: tempfile::TempDir,
    more: Vec<(&'static str, String)>,
}

impl Home {
    /// Nothing is there yet.
    pub fn empty() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            more: Vec::new(),
        }
    }

    /// The embedded backend has its demo desk already; nobody has worked on it.
    pub fn with_desk() -> Self {
        let home = Self::empty();
        let folder = home.path("data");
        std::fs::DirBuilder::new().mode(0o700).create(&folder).unwrap();
        for (name, bytes) in DESK.get_or_init(demo_desk) {
            std::fs::write(folder.join(name), bytes).unwrap();
        }
        home
    }

    /// With another variable for whatever is started here.
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.more.retain(|(other, _)| *other != name);
        self.more.push((name, value.to_owned()));
        self
    }

    /// A place in this home.
    pub fn path(&self, below: &str) -> PathBuf {
        self.folder.path().join(below)
    }

    /// The variables of a process here, and no others.
    pub fn variables(&self) -> Vec<(&'static str, String)> {
        let folder = self.folder.path().display().to_string();
        let mut variables = vec![
            ("HOME", folder.clone()),
            ("TANDEM_HOME", folder),
            ("PATH", "/usr/bin:/bin".to_owned()),
            ("TERM", "xterm-256color".to_owned()),
            ("LANG", "C.UTF-8".to_owned()),
            ("TZ", "UTC".to_owned()),
        ];
        variables.retain(|(name, _)| self.more.iter().all(|(other, _)| name != other));
        variables.extend(self.more.iter().cloned());
        variables
    }

    /// The program by itself, without a terminal.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(program());
        command.args(arguments).env_clear().envs(self.variables());
        command.stdin(Stdio::null());
        command
    }

    /// What a command writes.
    pub fn says(&self, arguments: &[&str]) -> String {
        let output = self.command(arguments).output().unwrap();
        let notes = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {notes}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// The number of the one ticket that a filter selects.
    pub fn number(&self, filter: &str) -> String {
        self.number_at(&[], filter)
    }

    /// The same; `at` goes before the command.
    pub fn number_at(&self, at: &[&str], filter: &str) -> String {
        let found = self.says(&[at, &["ticket", "list", filter, "--json"]].concat());
        let found: Json = serde_json::from_str(&found).unwrap();
        assert_eq!(found.as_array().map(Vec::len), Some(1), "{filter}");
        found[0]["ticketNumber"].as_str().unwrap().to_owned()
    }

    /// A ticket with its notes, time and history, as the server has it; `at` goes before the command.
    pub fn ticket(&self, at: &[&str], number: &str) -> Json {
        let shown = self.says(&[at, &["ticket", "show", number, "--json"]].concat());
        serde_json::from_str(&shown).unwrap()
    }

    /// The same, once it is as it should be: what a console shows as sent has reached the server, or is about to.
    #[track_caller]
    pub fn ticket_when(&self, at: &[&str], number: &str, is: impl Fn(&Json) -> bool) -> Json {
        let mut ticket = Json::Null;
        patiently(
            || {
                ticket = self.ticket(at, number);
                is(&ticket)
            },
            |_| {},
        )
        .unwrap_or_else(|()| panic!("the server has it otherwise: {}", self.ticket(at, number)));
        ticket
    }
}

/// The program that was built.
pub fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_tandem"))
}

/// The texts of a ticket's notes.
pub fn notes(ticket: &Json) -> Vec<&str> {
    let notes = ticket["notes"].as_array().map(Vec::as_slice).unwrap_or_default();
    notes.iter().filter_map(|note| note["description"].as_str()).collect()
}

fn demo_desk() -> Vec<(&'static str, Vec<u8>)> {
    let home = Home::empty();
    home.says(&["queue", "list"]);
    let read = |name| Some((name, std::fs::read(home.path("data").join(name)).ok()?));
    ["desk.db", "desk.db-wal"].into_iter().filter_map(read).collect()
}
