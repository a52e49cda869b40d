//! The person's own editor for a text: the terminal is given to it, and taken back with what they wrote.
//!
//! Whoever calls this has stopped reading the terminal's input before, so that the editor gets every key.

use super::guard::Guard;
use super::signals::suspend_kind;
use crate::sentences::{Sentences, Value};
use rustix::process::Signal;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitStatus;
use tokio::process::{Child, Command};

/// No text that comes back is larger, in bytes.
const LARGEST: u64 = 1 << 20;

/// Which editor, and where texts may lie while it has them.
#[derive(Clone, Debug, Default)]
pub struct Editor {
    /// As `VISUAL` or `EDITOR` says it, arguments included.
    pub command: Option<String>,
    /// A folder that nobody else may read.
    pub folder: PathBuf,
}

/// Why no text came back. The text that was given is unchanged.
#[derive(Debug, thiserror::Error)]
pub enum EditorError {
    /// None is named.
    #[error("not-set")]
    NotSet,
    /// The one named is not there.
    #[error("not-found: {0}")]
    NotFound(String),
    /// It ended with an error, so what it left is not taken.
    #[error("{0}: {1}")]
    Failed(String, ExitStatus),
    /// What it left is larger than 1 MiB.
    #[error("too-large: {0}")]
    TooLarge(String),
    /// What it left is no UTF-8.
    #[error("no-text: {0}")]
    NoText(String),
    /// The file or the editor could not be handled.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl EditorError {
    /// The sentence that says so, and what to do next.
    #[must_use]
    pub fn said(&self, sentences: &Sentences) -> String {
        let say = |key: &str, arguments: &[(&str, Value<'_>)]| sentences.say(key, arguments).into_owned();
        let of = |key: &str, command: &str| say(key, &[("command", command.into())]);
        match self {
            Self::NotSet => say("editor-not-set", &[]),
            Self::NotFound(command) => of("editor-not-found", command),
            Self::TooLarge(command) => of("editor-too-large", command),
            Self::NoText(command) => of("editor-no-text", command),
            Self::Failed(command, status) => match status.code() {
                Some(code) => say(
                    "editor-failed",
                    &[("command", command.as_str().into()), ("code", code.to_string().into())],
                ),
                None => of("editor-killed", command),
            },
            Self::Io(error) => say("editor-unusable", &[("reason", error.to_string().into())]),
        }
    }
}

impl Editor {
    /// Gives the terminal to the editor with this text in a file of this name, waits, takes the terminal again, and
    /// gives back what was written. The screen must be drawn whole afterwards.
    ///
    /// # Errors
    /// When no text came back; the terminal is taken again all the same.
    pub async fn edit(&self, guard: &Guard, name: &str, text: &str) -> Result<String, EditorError> {
        let command = self
            .command
            .as_deref()
            .filter(|command| !command.trim().is_empty())
            .ok_or(EditorError::NotSet)?;
        guard.leave();
        let written = self.write_and_run(command, name, text).await;
        guard.reenter()?;
        written
    }

    /// Everything but the terminal's modes.
    async fn write_and_run(&self, command: &str, name: &str, text: &str) -> Result<String, EditorError> {
        // Folder and file are made readable for nobody else, and go when this ends, whatever happened.
        let folder = tempfile::Builder::new().prefix("tandem-").tempdir_in(&self.folder)?;
        let file = folder.path().join(file_name(name));
        private_file(&file, text)?;
        // As other programs do it: the shell takes the command apart, and the file is its last argument.
        let script = format!("{command} \"$1\"");
        let child = Command::new("/bin/sh")
            .args(["-c", &script, "editor"])
            .arg(&file)
            .spawn()?;
        let status = wait(child).await?;
        match status.code() {
            Some(0) => read(command, &file),
            Some(126 | 127) => Err(EditorError::NotFound(command.to_owned())),
            _ => Err(EditorError::Failed(command.to_owned(), status)),
        }
    }
}

/// Waits for the editor; when Ctrl-Z in it stops everything, this process stops too, so that the shell comes back.
async fn wait(mut child: Child) -> io::Result<ExitStatus> {
    let mut suspend = tokio::signal::unix::signal(suspend_kind())?;
    loop {
        tokio::select! {
            status = child.wait() => return status,
            _ = suspend.recv() => rustix::process::kill_current_process_group(Signal::STOP)?,
        }
    }
}

fn private_file(file: &Path, text: &str) -> io::Result<()> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let mut file = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(file)?;
    file.write_all(text.as_bytes())
}

fn read(command: &str, file: &Path) -> Result<String, EditorError> {
    if std::fs::metadata(file)?.len() > LARGEST {
        return Err(EditorError::TooLarge(command.to_owned()));
    }
    let text = String::from_utf8(std::fs::read(file)?).map_err(|_| EditorError::NoText(command.to_owned()))?;
    // Editors end the last line; a text box doesn't.
    Ok(text.strip_suffix('\n').unwrap_or(&text).to_owned())
}

/// The name without whatever could lead elsewhere.
fn file_name(name: &str) -> String {
    let kept: String = name
        .chars()
        .map(|letter| {
            if letter.is_ascii_alphanumeric() || letter == '.' {
                letter
            } else {
                '-'
            }
        })
        .collect();
    format!("{}.txt", kept.trim_start_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Language;
    use std::os::unix::fs::PermissionsExt;

    async fn edited(command: &str, text: &str) -> Result<String, EditorError> {
        let folder = tempfile::tempdir().unwrap();
        let editor = Editor {
            command: None,
            folder: folder.path().to_owned(),
        };
        let result = editor.write_and_run(command, "T2026/../0007", text).await;
        assert_eq!(
            std::fs::read_dir(folder.path()).unwrap().count(),
            0,
            "nothing is left behind"
        );
        result
    }

    #[tokio::test]
    async fn what_the_editor_wrote_comes_back() {
        assert_eq!(
            edited("printf 'line two\\n' >>", "line one\n").await.unwrap(),
            "line one\nline two"
        );
        assert_eq!(edited("true", "unchanged").await.unwrap(), "unchanged");
        assert_eq!(edited("printf '' >", "gone").await.unwrap(), "");
    }

    #[tokio::test]
    async fn an_editor_that_is_missing_or_fails_is_named_with_what_to_do() {
        let missing = edited("no-such-editor-here 2>/dev/null", "kept").await.unwrap_err();
        let said = missing.said(&Sentences::new(Language::Spanish));
        assert!(said.starts_with("no hay ningún editor `no-such-editor-here"), "{said}");
        let failed = edited("false", "kept").await.unwrap_err();
        let said = failed.said(&Sentences::new(Language::German));
        assert_eq!(said, "`false` endete mit 1, darum blieb der Text, wie er war");
        let binary = edited("printf '\\377' >", "kept").await.unwrap_err();
        assert!(matches!(binary, EditorError::NoText(_)), "{binary}");
    }

    #[test]
    fn the_file_is_for_nobody_else_and_stays_in_its_folder() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(file_name("../../etc/passwd"));
        private_file(&file, "secret").unwrap();
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(file.parent(), Some(folder.path()));
    }
}
