//! The terminal: whether the console can work in it.

use super::{Findings, Words};
use crate::cli::failure::Ended;
use crate::config::{Environment, Settings};
use std::io::IsTerminal as _;

/// The smallest screen on which the console draws more than one line.
const SMALLEST: (u16, u16) = (60, 20);

pub(super) fn check(
    findings: &mut Findings<'_>,
    words: &Words<'_>,
    settings: &Settings,
    environment: &Environment,
) -> Ended {
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
    if term == "dumb" {
        return findings.wrong(&words.say("doctor-terminal-dumb", &arguments));
    }
    if columns < SMALLEST.0 || rows < SMALLEST.1 {
        return findings.wrong(&words.say("doctor-terminal-small", &arguments));
    }
    if !speaks_utf8(environment) {
        return findings.wrong(&words.say("doctor-terminal-locale", &arguments));
    }
    findings.ok(&words.say("doctor-terminal", &arguments))
}

/// Whether the locale says UTF-8; the first that is set counts.
fn speaks_utf8(environment: &Environment) -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find_map(|name| environment.get(name));
    let locale = locale.unwrap_or_default().to_lowercase();
    locale.contains("utf-8") || locale.contains("utf8")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_locale_that_is_set_counts() {
        for (variables, utf8) in [
            (vec![("LANG", "de_DE.UTF-8")], true),
            (vec![("LANG", "de_DE.UTF-8"), ("LC_ALL", "C")], false),
            (vec![("LC_ALL", ""), ("LC_CTYPE", "C.utf8")], true),
            (vec![], false),
        ] {
            assert_eq!(speaks_utf8(&Environment::of(variables.clone())), utf8, "{variables:?}");
        }
    }
}
