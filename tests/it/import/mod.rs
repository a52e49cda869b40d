//! Bringing another desk's events over with the built program, on the demo desk.

mod broken;
mod forms;
mod incidents;
mod rejects;
mod running;
mod sizes;
mod stopped;

use crate::command_line::program::{Ended, Home};
use serde_json::Value as Json;

const EVENTS: &str = include_str!("events.csv");
const MAPPING: &str = include_str!("mapping.toml");

/// A home with the mapping and a file of events.
async fn home(events: &str) -> Home {
    let home = Home::with_desk().await;
    std::fs::write(home.path("mapping.toml"), MAPPING).unwrap();
    std::fs::write(home.path("events.csv"), events).unwrap();
    home
}

async fn import(home: &Home, file: &str, more: &[&str]) -> Ended {
    let mut arguments = vec!["import", file, "--mapping", "mapping.toml"];
    arguments.extend(more);
    home.run(&arguments).await
}

/// The imported ticket of that number there, with its history.
async fn ticket(home: &Home, number: &str) -> Json {
    let filter = format!("externalID:={number}");
    let found = home.run(&["ticket", "list", &filter, "--json"]).await.json();
    assert_eq!(found.as_array().map(Vec::len), Some(1), "{number}");
    let number = found[0]["ticketNumber"].as_str().unwrap();
    home.run(&["ticket", "show", number, "--json"]).await.json()
}

/// Event, field, before and after of each line of history.
fn told(ticket: &Json) -> Vec<String> {
    let word = |entry: &Json, name: &str| entry[name].as_str().unwrap_or("–").to_owned();
    let entries = ticket["history"].as_array().unwrap().iter();
    let line = |entry: &Json| {
        ["authorName", "event", "field", "before", "after"]
            .map(|name| word(entry, name))
            .join(" | ")
    };
    entries.map(line).collect()
}
