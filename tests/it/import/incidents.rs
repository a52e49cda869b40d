//! A file in the form of a ServiceNow desk's event log, through the mapping that ships.

use super::{home, ticket, told};
use crate::command_line::program::Home;
use serde_json::Value as Json;

const INCIDENTS: &str = include_str!("incidents.csv");
const MAPPING: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/import/servicenow.toml");

/// Number, queue, verdict, priority, reassignments and reopenings of each incident after its last event.
const OUTCOMES: [(&str, &str, bool, i64, usize, usize); 7] = [
    ("INC9000001", "Group 20", true, 2, 0, 0),
    ("INC9000002", "Group 23", false, 1, 2, 0),
    ("INC9000003", "Imported", true, 3, 0, 0),
    ("INC9000004", "Group 24", false, 2, 1, 2),
    ("INC9000005", "Group 21", false, 1, 0, 0),
    ("INC9000006", "Group 23", true, 3, 1, 0),
    ("INC9000007", "Group 20", true, 2, 1, 0),
];

async fn import(home: &Home, more: &[&str]) -> String {
    let mut arguments = vec!["import", "incidents.csv", "--mapping", MAPPING];
    arguments.extend(more);
    home.run(&arguments).await.done()
}

/// How often the history tells an event; of moves those from one group to another, or by the other desk's count.
fn count(ticket: &Json, event: &str) -> usize {
    let is_told = |entry: &&Json| entry["event"] == event && (event != "moved" || !entry["before"].is_null());
    ticket["history"].as_array().unwrap().iter().filter(is_told).count()
}

#[tokio::test]
async fn an_event_log_goes_through_the_mapping_that_ships_with_its_history_intact() {
    let home = home("").await;
    std::fs::write(home.path("incidents.csv"), INCIDENTS).unwrap();
    let made = "1 companies, 4 contacts, 4 people of the provider, 5 queues, 3 request types";
    let would = import(&home, &["--dry-run"]).await;
    assert!(
        would.contains("40 rows would go in, 7 tickets would be made; 0 rows"),
        "{would}"
    );
    assert!(would.contains(made), "{would}");
    let done = import(&home, &[]).await;
    assert!(done.contains("40 rows are in, 7 tickets were made; 0 rows"), "{done}");
    assert!(done.contains(made), "{done}");
    for (number, queue, verdict, priority, moves, reopenings) in OUTCOMES {
        let ticket = ticket(&home, number).await;
        let row = &ticket["ticket"];
        assert!(row["completedDate"].is_string(), "{number}");
        assert_eq!(row["serviceLevelAgreementHasBeenMet"], verdict, "{number}");
        assert_eq!(row["priority"], priority, "{number}");
        let there = format!("externalID:={number} queue:\"{queue}\" is:closed");
        let found = home.run(&["ticket", "list", &there, "--json"]).await.json();
        assert_eq!(found.as_array().map(Vec::len), Some(1), "{number} in {queue}");
        assert_eq!(count(&ticket, "moved"), moves, "{number}: {:?}", told(&ticket));
        assert_eq!(count(&ticket, "reopened"), reopenings, "{number}: {:?}", told(&ticket));
    }
    let again = import(&home, &[]).await;
    assert!(again.contains("0 rows are in, 0 tickets were made; 40 rows"), "{again}");
    assert!(!again.contains("New with them"), "{again}");
}
