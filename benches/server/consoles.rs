//! What consoles wait for: their first copy of the desk, what happened while they were away, and what happens now.

use super::Outcome;
use super::asking::Client;
use super::pulled::pull;
use super::report::Report;
use serde_json::json;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;
use tandem::base::{Secret, SystemClock};
use tandem::remote::{self, Remote, Through, Way};
use tandem::replica::Replica;

/// Consoles that wait for a change.
const WAITING: usize = 200;
/// Changes that are made while a console is away.
const MISSED: u64 = 1_000;

/// Fills a copy, and lets it catch up.
pub async fn copy(report: &mut Report, client: &Client, folder: &Path) -> Outcome<()> {
    let replica = Arc::new(Replica::open(&folder.join("copy.sqlite"))?);
    let (usable, whole) = pull(&replica, remote(client)?, Arc::new(SystemClock)).await?;
    report.at_most(
        "first copy, until its list is usable",
        (usable.as_secs_f64(), "s"),
        20.0,
        &format!("; notes too after {:.1} s", whole.as_secs_f64()),
    );
    for number in 0..MISSED {
        let body = json!({"audience": "internal", "text": format!("While you were away: {number}.")});
        client.post(&format!("tickets/{}/note", number + 1), &body).await?;
    }
    let (_, caught_up) = pull(&replica, remote(client)?, Arc::new(SystemClock)).await?;
    report.at_most(
        &format!("catching up after {MISSED} changes"),
        (caught_up.as_secs_f64(), "s"),
        1.0,
        "",
    );
    Ok(())
}

fn remote(client: &Client) -> Outcome<Remote> {
    let url = client.address("");
    let way = Way {
        through: Through::Nothing,
        ..Way::default()
    };
    let remote = Remote::new(remote::Client::new(&way)?, url.trim_end_matches('/'));
    Ok(remote.signed_in(Secret::new(&client.token)))
}

/// How long a change takes until the last of many waiting consoles has it.
pub async fn wait(report: &mut Report, client: &Client) -> Outcome<()> {
    let mut feeds = Vec::new();
    for _ in 0..WAITING {
        feeds.push(remote(client)?.feed(None).await?);
    }
    let mut waiting = Vec::new();
    for mut feed in feeds {
        waiting.push(tokio::spawn(async move {
            // The first event that says something of a row: those of the feed itself come before.
            while feed.next().await?.row.is_none() {}
            Outcome::Ok(Instant::now())
        }));
    }
    let begun = Instant::now();
    let body = json!({"audience": "internal", "text": "To all who wait."});
    client.post("tickets/1/note", &body).await?;
    let mut last = begun;
    for console in waiting {
        last = last.max(console.await??);
    }
    report.at_most(
        &format!("a change reaches {WAITING} waiting consoles"),
        ((last - begun).as_secs_f64() * 1e3, "ms"),
        200.0,
        "",
    );
    Ok(())
}
