//! Folders: there, writable, and closed to others.

use super::{Findings, Words};
use crate::cli::failure::Ended;
use crate::config::Settings;
use crate::config::paths::private_folder;
use std::path::Path;

pub(super) fn check(findings: &mut Findings<'_>, words: &Words<'_>, settings: &Settings) -> Ended {
    for (what, folder) in settings.paths.each() {
        folder_line(findings, words, what, folder)?;
    }
    Ok(())
}

fn folder_line(findings: &mut Findings<'_>, words: &Words<'_>, what: &str, folder: &Path) -> Ended {
    let named = [("what", what.into()), ("folder", folder.display().to_string().into())];
    let tried = private_folder(folder).and_then(|()| {
        let probe = folder.join(".doctor");
        std::fs::write(&probe, "")?;
        std::fs::remove_file(probe)
    });
    match tried {
        Ok(()) => findings.ok(&words.say("doctor-folder", &named)),
        Err(error) => {
            let [what, folder] = named;
            let arguments = [what, folder, ("reason", error.to_string().into())];
            findings.wrong(&words.say("doctor-folder-wrong", &arguments))
        }
    }
}
