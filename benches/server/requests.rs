//! Reads and durable writes by many connections at once.

use super::asking::{CONNECTIONS, Client, best_rate, rate};
use super::report::Report;
use super::{Outcome, desk};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};
use std::io::Write as _;
use std::path::Path;
use std::time::Instant;

const IN_PROGRESS: i64 = 8;
const WAITING_CUSTOMER: i64 = 7;

/// What people and programs read.
pub async fn read(report: &mut Report, client: &Client, tickets: u64) -> Outcome<()> {
    let queues = queues(client).await?;
    let newest = best_rate(client, move |client, number| {
        let queue = queues[number as usize % queues.len()];
        let body = json!({"filter": [{"op": "eq", "field": "queueID", "value": queue},
            {"op": "notExist", "field": "closedDate"}],
            "maxRecords": 50, "sort": [{"field": "id", "descending": true}]});
        async move { client.post("tickets/query", &body).await.map(drop) }
    });
    report.steady_rate("50 newest open tickets of a queue", newest.await?, 3_000.0);
    let by_id = rate(client, move |client, number| async move {
        let id = generator(number).random_range(1..=tickets);
        let body = json!({"filter": [{"op": "eq", "field": "id", "value": id}]});
        client.autotask("Tickets/query", &body).await.map(drop)
    });
    report.rate("Autotask's query by id", by_id.await?, 3_000.0);
    let one = best_rate(client, move |client, number| async move {
        let id = generator(number).random_range(1..=tickets);
        client.get(&format!("tickets/{id}")).await
    });
    report.steady_rate("one ticket", one.await?, 5_000.0);
    let words = rate(client, |client, number| async move {
        let word = desk::word(&mut generator(number));
        let body = json!({"filter": [{"op": "words", "value": word}], "maxRecords": 50,
            "sort": [{"field": "id", "descending": true}]});
        client.post("tickets/query", &body).await.map(drop)
    });
    report.rate("words anywhere, 50 newest", words.await?, 2_000.0);
    Ok(())
}

/// What is on the disk before it is answered. `how` is said of each figure.
pub async fn write(report: &mut Report, client: &Client, how: &str, tickets: u64, database: &Path) -> Outcome<()> {
    let queue = queues(client).await?[0];
    let goal = floor(database)?;
    let note = rate(client, move |client, number| async move {
        let id = generator(number).random_range(1..=tickets);
        let body = json!({"audience": "internal", "text": format!("Measured {number}.")});
        client.post(&format!("tickets/{id}/note"), &body).await.map(drop)
    });
    report.rate(&format!("add a note, {how}"), note.await?, goal);
    let goal = floor(database)?;
    let open = open(client, queue).await?;
    let each = open.len() / CONNECTIONS;
    let status = rate(client, move |client, number| {
        let (worker, turn) = ((number / 1_000_000) as usize, (number % 1_000_000) as usize);
        // Each connection has tickets of its own and goes round among them, so that every status is another one.
        let id = open[worker * each + turn % each];
        let to = if (turn / each).is_multiple_of(2) {
            WAITING_CUSTOMER
        } else {
            IN_PROGRESS
        };
        let body = json!({"status": to});
        async move { client.post(&format!("tickets/{id}/status"), &body).await.map(drop) }
    });
    report.rate(&format!("set a status, {how}"), status.await?, goal);
    let goal = floor(database)?;
    let create = rate(client, move |client, number| async move {
        let body = json!({"companyID": 1, "title": format!("measured {number}"), "queueID": queue});
        client.post("tickets", &body).await.map(drop)
    });
    report.rate(&format!("create a ticket, {how}"), create.await?, goal);
    Ok(())
}

/// The provider's own queues, by their ids.
async fn queues(client: &Client) -> Outcome<Vec<i64>> {
    let body = json!({"filter": [{"op": "beginsWith", "field": "name", "value": "Level "}]});
    ids(&client.post("queues/query", &body).await?)
}

/// Tickets of a queue that are in progress.
async fn open(client: &Client, queue: i64) -> Outcome<Vec<i64>> {
    let body = json!({"filter": [{"op": "eq", "field": "queueID", "value": queue},
        {"op": "eq", "field": "status", "value": IN_PROGRESS}], "maxRecords": 400, "includeFields": ["id"]});
    ids(&client.post("tickets/query", &body).await?)
}

fn ids(page: &[u8]) -> Outcome<Vec<i64>> {
    let page: Value = serde_json::from_slice(page)?;
    let items = page["items"].as_array().ok_or("no items in the answer")?;
    Ok(items.iter().filter_map(|item| item["id"].as_i64()).collect())
}

fn generator(seed: u64) -> StdRng {
    StdRng::seed_from_u64(seed)
}

/// Writes a second that this disk allows by half, at most 1,000; prints what one flush takes.
fn floor(beside: &Path) -> Outcome<f64> {
    let each = fdatasync(beside)?;
    println!("{:<44} {:>8.0} µs", "  one fdatasync takes", each * 1e6);
    Ok((1_000.0_f64).min(CONNECTIONS as f64 / each / 2.0))
}

/// Seconds that one small write takes until the disk has it: the floor under every durable write.
fn fdatasync(beside: &Path) -> std::io::Result<f64> {
    let path = beside.with_extension("probe");
    let mut file = std::fs::File::create(&path)?;
    let begun = Instant::now();
    for _ in 0..50 {
        file.write_all(&[7; 4096])?;
        file.sync_data()?;
    }
    let each = begun.elapsed().as_secs_f64() / 50.0;
    std::fs::remove_file(path)?;
    Ok(each)
}
