//! The terminal: whether the console can work in it.

use super::{Findings, Words};
use crate::cli::failure::Ended;
use crate::config::Settings;
use crate::config::terminal::{Letters, can_draw};
use std::io::IsTerminal as _;

/// The smallest screen on which the console draws more than one line.
const SMALLEST: (u16, u16) = (60, 20);

pub(super) fn check(findings: &mut Findings<'_>, words: &Words<'_>, settings: &Settings) -> Ended {
    if !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal() {
        return findings.ok(&words.say("doctor-terminal-none", &[]));
    }
    let term = settings.surroundings.term.as_deref().unwrap_or("dumb");
    let (columns, rows) = crossterm::terminal::size().unwrap_or_default();
    let arguments = [
        ("term", term.into()),
        ("columns", u32::from(columns).into()),
        ("rows", u32::from(rows).into()),
    ];
    if settings.ui.plain {
        return findings.ok(&words.say("doctor-terminal-plain", &arguments));
    }
    if !can_draw(Some(term)) {
        return findings.wrong(&words.say("doctor-terminal-dumb", &arguments));
    }
    if columns < SMALLEST.0 || rows < SMALLEST.1 {
        return findings.wrong(&words.say("doctor-terminal-small", &arguments));
    }
    if settings.surroundings.terminal.letters == Letters::Ascii {
        return findings.ok(&words.say("doctor-terminal-locale", &arguments));
    }
    findings.ok(&words.say("doctor-terminal", &arguments))
}
