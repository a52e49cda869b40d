//! Somebody who is not active any more: this machine's copy is deleted at the next contact, after what was never sent has
//! been written to a file (tandem-api 6).

use super::local_copy;
use super::session::SessionFile;
use crate::base::cells::{sanitise, sanitise_lines};
use crate::base::{Clock, Timestamp};
use crate::config::Settings;
use crate::replica::{Replica, ReplicaError};
use crate::sentences::Sentences;
use serde_json::Value as Json;
use std::fs::OpenOptions;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

/// Why a copy could not be deleted; it stays as it is.
#[derive(Debug, thiserror::Error)]
enum Kept {
    #[error(transparent)]
    Replica(#[from] ReplicaError),
    #[error(transparent)]
    File(#[from] std::io::Error),
}

impl Kept {
    fn said(&self, sentences: &Sentences) -> String {
        match self {
            Self::Replica(error) => error.said(sentences),
            Self::File(error) => error.to_string(),
        }
    }
}

/// Deletes the copy of a person at a server and forgets their session; the sentence says what became of what was unsent.
#[must_use]
pub fn delete_copy(settings: &Settings, server: &str, user_name: &str, clock: &dyn Clock) -> String {
    let sentences = Sentences::new(settings.ui.language);
    let copy = local_copy::file(&settings.paths, server, user_name);
    let deleted = write_unsent(&copy, &sentences, clock.now()).and_then(|written| {
        local_copy::delete(&copy)?;
        Ok(written)
    });
    let session = SessionFile::of(&settings.paths, server);
    if session.read().is_some_and(|session| session.me.user_name == user_name)
        && let Err(error) = session.forget()
    {
        tracing::warn!(error = error.sentence, "the session can't be forgotten");
    }
    let name = ("name", user_name.into());
    match deleted {
        Ok(None) => sentences.say("deactivated", &[name]),
        Ok(Some(file)) => sentences.say(
            "deactivated-unsent",
            &[name, ("file", file.display().to_string().into())],
        ),
        Err(error) => sentences.say(
            "deactivated-kept",
            &[
                name,
                ("file", copy.display().to_string().into()),
                ("reason", error.said(&sentences).into()),
            ],
        ),
    }
    .into_owned()
}

/// Writes what is unsent in a copy to a file beside it that only this user can read; none where nothing is.
fn write_unsent(copy: &Path, sentences: &Sentences, now: Timestamp) -> Result<Option<PathBuf>, Kept> {
    if !copy.exists() {
        return Ok(None);
    }
    let text = unsent(&Replica::open(copy)?, sentences)?;
    if text.is_empty() {
        return Ok(None);
    }
    let name = copy.file_stem().unwrap_or_default().to_string_lossy();
    let path = copy.with_file_name(format!("{name}-unsent-{}.txt", now.millis()));
    let mut options = OpenOptions::new();
    let mut file = options.write(true).create_new(true).mode(0o600).open(&path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    Ok(Some(path))
}

/// Changes that were never sent and texts that were begun, for reading.
fn unsent(replica: &Replica, sentences: &Sentences) -> Result<String, ReplicaError> {
    let mut text = String::new();
    for line in replica.outbox()? {
        let heading = [
            ("number", line.number.into()),
            ("title", sanitise(&line.title).into_owned().into()),
            ("act", line.change.act.name().into()),
        ];
        let body = serde_json::to_value(&line.change.act).unwrap_or_default();
        part(&mut text, &sentences.say("unsent-change", &heading), &readable(&body));
    }
    for draft in replica.drafts(None)? {
        let ticket = draft
            .key
            .ticket
            .map(|ticket| replica.line(ticket))
            .transpose()?
            .flatten();
        let heading = [
            ("number", ticket.map(|line| line.number).unwrap_or_default().into()),
            ("kind", draft.key.kind.word().into()),
        ];
        let body = serde_json::from_str(&draft.text).unwrap_or(Json::String(draft.text));
        part(&mut text, &sentences.say("unsent-draft", &heading), &readable(&body));
    }
    Ok(text)
}

fn part(text: &mut String, heading: &str, body: &str) {
    for line in [heading, body, ""] {
        text.push_str(line.trim_end());
        text.push('\n');
    }
}

/// A text as it was typed; the fields of a form or of an act by their names.
fn readable(body: &Json) -> String {
    match body {
        Json::String(text) => sanitise_lines(text).into_owned(),
        Json::Object(fields) => {
            let said = fields.iter().filter(|(name, value)| *name != "do" && !value.is_null());
            let lines = said.map(|(name, value)| format!("{name}: {}", readable(value)));
            lines.collect::<Vec<_>>().join("\n")
        }
        other => sanitise_lines(&other.to_string()).into_owned(),
    }
}
