//! Imports that are stopped on their way, by whatever: the next run goes on, and nothing is there twice.

use super::{home, import};
use crate::command_line::program::Home;
use std::fmt::Write as _;

const TICKETS: usize = 4000;

/// Many tickets of two events each, the second of each far behind the first.
fn events() -> String {
    let header = super::EVENTS.lines().next().unwrap();
    let mut text = format!("{header}\n");
    for (state, day) in [("New", 1), ("Done", 2)] {
        for ticket in 0..TICKETS {
            writeln!(
                text,
                "K{ticket},{state},?,?,0,0,true,Printing,2,01-03-2026 08:00,0{day}-03-2026 09:00,Ann,?,?"
            )
            .unwrap();
        }
    }
    text
}

async fn count(home: &Home, filter: &str) -> usize {
    let found = home
        .run(&["ticket", "list", filter, "--limit", "100000", "--json"])
        .await
        .json();
    found.as_array().map_or(0, Vec::len)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_that_is_killed_goes_on_and_adds_nothing_twice() {
    let home = home(&events()).await;
    for _ in 0..3 {
        let mut child = home.start(&["import", "events.csv", "--mapping", "mapping.toml"]);
        // It has written something, and is not done.
        let database = home.path("data/desk.sqlite-wal");
        let before = std::fs::metadata(&database).map_or(0, |found| found.len());
        while std::fs::metadata(&database).map_or(0, |found| found.len()) < before + 200_000
            && child.try_wait().unwrap().is_none()
        {
            tokio::task::yield_now().await;
        }
        child.kill().await.unwrap();
    }
    let done = import(&home, "events.csv", &[]).await.done();
    assert!(done.contains("rows are in"), "{done}");
    assert_eq!(count(&home, "queue:Imported is:closed").await, TICKETS);
    let again = import(&home, "events.csv", &[]).await.done();
    assert!(
        again.contains("0 rows are in, 0 tickets were made; 8000 rows were there"),
        "{again}"
    );
}
