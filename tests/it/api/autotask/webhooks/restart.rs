//! A server that is killed in the middle: nothing that was answered goes unsaid, and what is said twice is known by its
//! number.

use super::receiver::{Receiver, ticket_webhook};
use crate::api::autotask::Integration;
use crate::command_line::program::Home;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// Starts the built program on a database; its address.
async fn serve(home: &Home, database: &str, origin: &str) -> (Child, String) {
    listening(&mut serving(home, database, origin, "error")).await
}

/// The command that serves a database whose webhooks may send there.
pub fn serving(home: &Home, database: &str, origin: &str, log: &str) -> Command {
    let to = ["--database", database, "--webhooks-to", origin];
    home.command(&[&["serve", "--listen", "127.0.0.1:0", "--log", log], &to[..]].concat())
}

/// Starts that command; the program once it answers, and its address.
pub async fn listening(command: &mut Command) -> (Child, String) {
    let mut child = command.spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let said = lines.next_line().await.unwrap().unwrap();
    (child, said.split_whitespace().last().unwrap().to_owned())
}

#[tokio::test]
async fn a_server_that_is_killed_in_the_middle_says_everything_in_its_order() {
    let mut receiver = Receiver::new().await;
    let mut desk = receiver.desk().await;
    let mut api = Integration::new(&desk).await;
    ticket_webhook(&api, receiver.webhook(), &["title"], &[]).await;
    desk.stop().await;
    let home = Home::new();
    let database = format!("sqlite:{}", desk.database().display());

    let mut written: BTreeMap<i64, usize> = BTreeMap::new();
    let mut calls = Vec::new();
    for round in 0..4_usize {
        // One event of each round is on its way when the server is killed.
        let mut left = 3 + round;
        receiver.answer(move |_| {
            left = left.saturating_sub(1);
            (left > 0).then_some(200)
        });
        let (mut child, origin) = serve(&home, &database, &receiver.origin).await;
        api.origin = origin;
        for _ in 0..3 {
            let body = json!({"companyID": desk.acme, "title": "0", "status": 1, "priority": 2, "queueID": 5});
            let ticket = Integration::created(&api.post("Tickets", body).await);
            written.insert(ticket, 0);
            for title in 1..4_usize {
                let body = json!({"id": ticket, "title": title.to_string()});
                api.patch("Tickets", body).await.ok();
                written.insert(ticket, title);
            }
        }
        for _ in 0..3 + round {
            calls.push(receiver.next().await);
        }
        child.kill().await.unwrap();
        calls.extend(receiver.rest());
    }
    receiver.answer(|_| Some(200));
    let (_child, _) = serve(&home, &database, &receiver.origin).await;
    let expected: usize = written.values().map(|last| last + 1).sum();
    let mut numbers: BTreeSet<i64> = calls.iter().map(|call| call.event().1).collect();
    while numbers.len() < expected {
        let call = receiver.next().await;
        numbers.insert(call.event().1);
        calls.push(call);
    }
    assert_eq!(numbers, (1..=i64::try_from(expected).unwrap()).collect());
    assert!(calls.len() > expected, "some are said twice");
    for (ticket, last) in written {
        let mut titles: Vec<String> = Vec::new();
        let mut seen = BTreeSet::new();
        for call in calls.iter().filter(|call| call.body["Id"] == ticket) {
            if seen.insert(call.event()) {
                titles.push(call.body["Fields"]["title"].as_str().unwrap().to_owned());
            }
        }
        let expected: Vec<String> = (0..=last).map(|title| title.to_string()).collect();
        assert_eq!(titles, expected, "ticket {ticket}");
    }
}
