//! How many requests a second the server answers, over loopback with keep-alive, on a desk of a given size:
//! `cargo bench --bench server -- [TICKETS]` (100,000 unless said). Load generator and server share the machine; an
//! fdatasync probe stands beside the writes, since disks differ by a factor of a hundred.

#![expect(clippy::print_stdout, reason = "what it measures is printed")]

mod desk;

use desk::{NOW, PASSWORD, USER};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};
use std::error::Error;
use std::future::Future;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tandem::base::{ManualClock, Timestamp};
use tandem::server::{Server, Settings};
use uuid::Uuid;

/// Connections that ask at the same time.
const CONNECTIONS: usize = 8;
/// How long each kind of request is measured.
const SPAN: Duration = Duration::from_secs(4);

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// A signed-in client.
#[derive(Clone)]
struct Client {
    http: reqwest::Client,
    base: String,
    token: String,
}

impl Client {
    async fn sign_in(address: std::net::SocketAddr) -> Outcome<Self> {
        let http = reqwest::Client::builder().pool_max_idle_per_host(CONNECTIONS).build()?;
        let base = format!("http://{address}/tandem/v1");
        let body = json!({"userName": USER, "password": PASSWORD});
        let answer: Value = http
            .post(format!("{base}/sessions"))
            .json(&body)
            .send()
            .await?
            .json()
            .await?;
        let token = answer["token"]
            .as_str()
            .ok_or("no token in the answer to the sign-in")?
            .to_owned();
        Ok(Self { http, base, token })
    }

    async fn post(&self, path: &str, body: &Value) -> Outcome<()> {
        let request = self.http.post(format!("{}/{path}", self.base)).bearer_auth(&self.token);
        let answer = request
            .header("Idempotency-Key", Uuid::now_v7().to_string())
            .json(body)
            .send()
            .await?;
        finish(answer).await
    }

    /// The provider's own queues, by their ids.
    async fn queues(&self) -> Outcome<Vec<i64>> {
        let body = json!({"filter": [{"op": "beginsWith", "field": "name", "value": "Level "}]});
        let request = self
            .http
            .post(format!("{}/queues/query", self.base))
            .bearer_auth(&self.token)
            .json(&body);
        let answer: Value = request.send().await?.json().await?;
        let items = answer["items"].as_array().ok_or("no items in the answer")?;
        Ok(items.iter().filter_map(|queue| queue["id"].as_i64()).collect())
    }

    async fn get(&self, path: &str) -> Outcome<()> {
        finish(
            self.http
                .get(format!("{}/{path}", self.base))
                .bearer_auth(&self.token)
                .send()
                .await?,
        )
        .await
    }
}

async fn finish(answer: reqwest::Response) -> Outcome<()> {
    let status = answer.status();
    let body = answer.bytes().await?;
    if status.is_success() {
        Ok(())
    } else {
        Err(format!("{status}: {}", String::from_utf8_lossy(&body)).into())
    }
}

/// Requests a second that `CONNECTIONS` clients get answered, each asking again as soon as it was answered.
async fn rate<F, Fut>(client: &Client, ask: F) -> Outcome<f64>
where
    F: Fn(Client, u64) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Outcome<()>> + Send,
{
    let ask = Arc::new(ask);
    let begun = Instant::now();
    let mut workers = Vec::new();
    for worker in 0..CONNECTIONS as u64 {
        let (client, ask) = (client.clone(), Arc::clone(&ask));
        workers.push(tokio::spawn(async move {
            let mut answered = 0_u64;
            while begun.elapsed() < SPAN {
                ask(client.clone(), worker * 1_000_000 + answered).await?;
                answered += 1;
            }
            Outcome::Ok(answered)
        }));
    }
    let mut answered = 0;
    for worker in workers {
        answered += worker.await??;
    }
    Ok(answered as f64 / begun.elapsed().as_secs_f64())
}

fn generator(seed: u64) -> StdRng {
    StdRng::seed_from_u64(seed)
}

async fn measure(client: &Client, tickets: u64, database: &Path) -> Outcome<()> {
    let list = |field: &str, value: Value| {
        json!({"filter": [{"op": "eq", "field": field, "value": value}, {"op": "notExist", "field": "closedDate"}],
            "maxRecords": 50, "sort": [{"field": "id", "descending": true}]})
    };
    let queues = client.queues().await?;
    let first = queues[0];
    let newest = rate(client, move |client, number| {
        let body = list("queueID", json!(queues[number as usize % queues.len()]));
        async move { client.post("tickets/query", &body).await }
    });
    report("50 newest open tickets of a queue", newest.await?, 3_000.0);
    let read = rate(client, move |client, number| async move {
        let id = generator(number).random_range(1..=tickets);
        client.get(&format!("tickets/{id}")).await
    });
    report("read one ticket", read.await?, 5_000.0);
    let words = rate(client, |client, number| async move {
        let word = desk::word(&mut generator(number));
        let body = json!({"filter": [{"op": "words", "value": word}], "maxRecords": 50,
            "sort": [{"field": "id", "descending": true}]});
        client.post("tickets/query", &body).await
    });
    report("words anywhere", words.await?, 2_000.0);
    let sync = fdatasync(database)?;
    let floor = (1_000.0_f64).min(CONNECTIONS as f64 / sync / 2.0);
    println!("one fdatasync takes {:.0} µs", sync * 1e6);
    let note = rate(client, move |client, number| async move {
        let id = generator(number).random_range(1..=tickets);
        let body = json!({"audience": "internal", "text": format!("Measured {number}.")});
        client.post(&format!("tickets/{id}/note"), &body).await
    });
    report("add a note, durable", note.await?, floor);
    let create = rate(client, move |client, number| async move {
        let body = json!({"companyID": 1, "title": format!("measured {number}"), "queueID": first});
        client.post("tickets", &body).await
    });
    report("create a ticket, durable", create.await?, floor);
    Ok(())
}

fn report(what: &str, rate: f64, goal: f64) {
    println!("{what:<36} {rate:>8.0} a second   (goal {goal:.0})");
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

#[tokio::main]
async fn main() -> Outcome<()> {
    let tickets = std::env::args()
        .filter_map(|word| word.parse().ok())
        .next()
        .unwrap_or(100_000);
    // Fails only where it was installed before.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let database = desk::prepared(tickets).await?;
    let begun = Instant::now();
    let mut settings = Settings::new(database.clone(), ([127, 0, 0, 1], 0).into(), "Northwind Managed IT");
    settings.clock = Arc::new(ManualClock::new(Timestamp::parse(NOW)?));
    let running = Server::start(settings).await?;
    println!(
        "ready to answer {:.0} ms after the start",
        begun.elapsed().as_secs_f64() * 1e3
    );
    let client = Client::sign_in(running.address()).await?;
    measure(&client, tickets as u64, &database).await?;
    running.stop().await;
    Ok(())
}
