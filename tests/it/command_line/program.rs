//! The built program in a home of its own.

use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;
use tokio::io::AsyncWriteExt;
use tokio::process::{Child, Command};
use tokio::sync::OnceCell;

/// A home with settings, database and copies of its own; clones share it.
#[derive(Clone)]
pub struct Home(Arc<tempfile::TempDir>);

/// How a command ended.
#[derive(Debug)]
pub struct Ended {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Ended {
    /// The output as JSON.
    pub fn json(&self) -> serde_json::Value {
        assert_eq!(self.code, Some(0), "{self:?}");
        serde_json::from_str(&self.out).unwrap()
    }

    /// The output of a command that did what it should.
    pub fn done(self) -> String {
        assert_eq!(self.code, Some(0), "{self:?}");
        self.out
    }
}

impl Home {
    pub fn new() -> Self {
        Self(Arc::new(tempfile::tempdir().unwrap()))
    }

    /// A home whose demo desk is there already: a copy of one that was made once for all tests.
    pub async fn with_desk() -> Self {
        static MADE: OnceCell<Home> = OnceCell::const_new();
        let made = MADE.get_or_init(async || {
            let home = Self::new();
            home.run(&["queue", "list"]).await.done();
            home
        });
        let (made, home) = (made.await, Self::new());
        std::fs::create_dir(home.path("data")).unwrap();
        for file in std::fs::read_dir(made.path("data")).unwrap() {
            let file = file.unwrap();
            std::fs::copy(file.path(), home.path("data").join(file.file_name())).unwrap();
        }
        home
    }

    pub fn path(&self, below: &str) -> PathBuf {
        self.0.path().join(below)
    }

    /// A command in this home, with nothing else of the environment that it could depend on.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tandem"));
        command
            .args(arguments)
            .env_clear()
            .env("TANDEM_HOME", self.0.path())
            .env("TZ", "UTC")
            .current_dir(self.0.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true);
        command
    }

    /// Runs a command to its end.
    pub async fn run(&self, arguments: &[&str]) -> Ended {
        let output = self.command(arguments).output().await.unwrap();
        ended(output)
    }

    /// Runs a command that reads this.
    pub async fn run_reading(&self, arguments: &[&str], input: &str) -> Ended {
        let mut child = self.command(arguments).stdin(Stdio::piped()).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        // A command that refuses at once reads nothing.
        let _ = stdin.write_all(input.as_bytes()).await;
        drop(stdin);
        ended(child.wait_with_output().await.unwrap())
    }

    /// Starts a command that goes on.
    pub fn start(&self, arguments: &[&str]) -> Child {
        self.command(arguments).spawn().unwrap()
    }
}

pub fn ended(output: std::process::Output) -> Ended {
    Ended {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}
