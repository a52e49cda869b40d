//! Who may import whom.

use super::paths::{Import, Source};
use std::fmt;

/// Every module at the top of `src/`, with those that it may import.
const FLOORS: [(&str, &[&str]); 15] = [
    ("base", &[]),
    ("domain", &["base"]),
    ("entities", &["base"]),
    ("sentences", &["base"]),
    ("query", &["sentences", "entities", "domain", "base"]),
    ("records", &["entities", "domain", "base"]),
    ("config", &["sentences", "base"]),
    ("wire", &["query", "records", "entities", "domain", "base"]),
    (
        "server",
        &[
            "wire",
            "query",
            "records",
            "config",
            "sentences",
            "entities",
            "domain",
            "base",
        ],
    ),
    (
        "replica",
        &["query", "records", "sentences", "entities", "domain", "base"],
    ),
    (
        "remote",
        &["wire", "query", "records", "sentences", "entities", "domain", "base"],
    ),
    (
        "sync",
        &[
            "replica",
            "remote",
            "query",
            "records",
            "sentences",
            "entities",
            "domain",
            "base",
        ],
    ),
    (
        "import",
        &["remote", "query", "config", "sentences", "entities", "domain", "base"],
    ),
    ("export", &["remote", "query", "records", "entities", "domain", "base"]),
    (
        "tui",
        &["query", "records", "config", "sentences", "entities", "domain", "base"],
    ),
];

/// The top: it joins what the floors below it hold apart.
const TOP: &str = "cli";

/// What the console's runner alone imports besides.
const RUNNER: [&str; 2] = ["replica", "sync"];

/// An import that the law forbids.
#[derive(Debug)]
pub struct Violation {
    place: String,
    reason: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.reason)
    }
}

/// Every module at the top of `src/`.
pub fn modules() -> impl Iterator<Item = &'static str> {
    FLOORS.iter().map(|(name, _)| *name).chain([TOP])
}

/// What a module at the top of `src/` may import; none where it is on no floor.
pub fn below(module: &str) -> Option<Vec<&'static str>> {
    if module == TOP {
        return Some(FLOORS.iter().map(|(name, _)| *name).collect());
    }
    FLOORS
        .iter()
        .find(|(name, _)| *name == module)
        .map(|(_, below)| below.to_vec())
}

/// The imports of a file that the law forbids.
pub fn check(source: &Source) -> Vec<Violation> {
    // main.rs starts the program, lib.rs lists the floors.
    let Some(floor) = source.module.first() else {
        return Vec::new();
    };
    let Some(mut below) = below(floor) else {
        let reason = format!("{floor} is on no floor: say in tests/it/floors/law.rs what it may import");
        return vec![violation(source, 1, reason)];
    };
    if source.module.starts_with(&["tui".to_owned(), "runner".to_owned()]) {
        below.extend(RUNNER);
    }
    let forbidden = |import: &Import| reason(source, floor, &below, import);
    source
        .imports
        .iter()
        .filter_map(|import| Some(violation(source, import.line, forbidden(import)?)))
        .collect()
}

fn violation(source: &Source, line: usize, reason: String) -> Violation {
    Violation {
        place: format!("src/{}:{line}", source.name),
        reason,
    }
}

fn reason(source: &Source, floor: &str, below: &[&str], import: &Import) -> Option<String> {
    let path = format!("crate::{}", import.path.join("::"));
    let Some(target) = import.path.first().filter(|target| *target != "*") else {
        return Some(format!("{floor} imports the whole crate: name what is needed"));
    };
    if target != floor && !below.contains(&target.as_str()) {
        let list = if below.is_empty() {
            "nothing".to_owned()
        } else {
            format!("{} only", below.join(" "))
        };
        return Some(format!("{floor} imports {path}: {floor} may import {list}"));
    }
    let inner = match floor {
        "server" => within_server(source, import),
        "tui" => between_panes(source, import),
        _ => None,
    };
    inner.map(|law| format!("{} imports {path}: {law}", source.module.join("::")))
}

/// Inside the server: routes ► operations ► store, and what decides beside them knows no routes.
fn within_server(source: &Source, import: &Import) -> Option<&'static str> {
    let part = |path: &[String]| path.get(1).cloned().unwrap_or_default();
    let (from, to) = (part(&source.module), part(&import.path));
    if import.path.first().is_none_or(|floor| floor != "server") {
        return None;
    }
    match (from.as_str(), to.as_str()) {
        ("store", "operations" | "routes" | "listen" | "jobs") => Some("the store lies below operations and routes"),
        ("operations", "routes" | "listen") => Some("operations lie below routes"),
        ("visible" | "auth" | "jobs", "routes") => Some("only what listens knows the routes"),
        _ => None,
    }
}

/// Panes meet in the app only.
fn between_panes(source: &Source, import: &Import) -> Option<&'static str> {
    let pane = |path: &[String]| match path {
        [tui, panes, pane, ..] if tui == "tui" && panes == "panes" => Some(pane.clone()),
        _ => None,
    };
    let (from, to) = (pane(&source.module)?, pane(&import.path)?);
    (from != to).then_some("panes never import one another")
}
