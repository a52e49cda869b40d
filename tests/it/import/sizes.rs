//! Rows and batches that are too large for the server, or for the way to it.

use super::{EVENTS, MAPPING, home, import};
use crate::offline::console::remote;
use crate::support::Desk;
use axum::body::Bytes;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tandem::base::Language;
use tandem::import::{Job, Mapping, Progress, Reject, Report, Rows, Watcher};
use tandem::remote::ImportMode;
use tandem::sentences::Sentences;

#[tokio::test]
async fn a_row_with_an_enormous_cell_is_named_and_the_rest_goes_in() {
    let mut lines: Vec<String> = EVENTS.lines().map(str::to_owned).collect();
    lines[4] = lines[4].replace("Printing", &"x".repeat(9 * 1024 * 1024));
    let home = home(&lines.join("\n")).await;
    let ended = import(&home, "events.csv", &[]).await;
    assert_eq!(ended.code, Some(1), "{}", ended.err);
    assert!(ended.out.contains("8 rows are in"), "{}", ended.out);
    assert!(
        ended.err.contains("events.csv:5:1: row: the row has 94"),
        "{}",
        ended.err
    );
}

struct Nobody;

impl Watcher for Nobody {
    fn progress(&mut self, _: Progress) {}
    fn rejected(&mut self, reject: &Reject) {
        panic!("{reject:?}")
    }
}

/// A proxy before the desk that takes small requests only; counts those that it refused.
async fn narrow_proxy(desk: &Desk, most: usize) -> (String, Arc<AtomicUsize>) {
    let refused = Arc::new(AtomicUsize::new(0));
    let (server, counted) = (desk.address(), Arc::clone(&refused));
    let import = move |headers: HeaderMap, body: Bytes| async move {
        if body.len() > most {
            counted.fetch_add(1, Ordering::Relaxed);
            return (StatusCode::PAYLOAD_TOO_LARGE, Bytes::from("Request Entity Too Large"));
        }
        let asked = reqwest::Client::new().post(format!("{server}/import")).body(body);
        let headers = ["authorization", "content-type"].map(|name| (name, headers[name].clone()));
        let asked = headers
            .into_iter()
            .fold(asked, |asked, (name, value)| asked.header(name, value));
        let answer = asked.send().await.unwrap();
        (answer.status(), answer.bytes().await.unwrap())
    };
    let router = axum::Router::new()
        .route("/tandem/v1/import", post(import))
        .layer(DefaultBodyLimit::disable());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await });
    (url, refused)
}

/// Imports the events by way of a proxy.
async fn import_through(desk: &Desk, proxy: &str, watcher: &mut dyn Watcher) -> Report {
    let (remote, _) = remote(desk, "ada", proxy).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("events.csv");
    std::fs::write(&file, EVENTS).unwrap();
    let mapping = Mapping::parse("mapping.toml", MAPPING).unwrap();
    let job = Job {
        remote: &remote,
        mapping: &mapping,
        mode: ImportMode::Write,
        rejects: None,
    };
    job.run(Rows::open(&file).unwrap(), watcher).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_that_a_proxy_does_not_let_through_goes_in_halves() {
    let desk = Desk::new().await;
    let (url, refused) = narrow_proxy(&desk, 3000).await;
    let report = import_through(&desk, &url, &mut Nobody).await;
    assert_eq!((report.added, report.created), (9, 2));
    assert!(refused.load(Ordering::Relaxed) > 0);
}

/// Keeps why rows were rejected.
#[derive(Default)]
struct Reasons(Vec<String>);

impl Watcher for Reasons {
    fn progress(&mut self, _: Progress) {}
    fn rejected(&mut self, reject: &Reject) {
        let sentences = Sentences::new(Language::English);
        self.0.push(reject.message.said(&sentences).into_owned());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_no_proxy_lets_through_is_rejected_with_its_reason() {
    let desk = Desk::new().await;
    let (url, _) = narrow_proxy(&desk, 10).await;
    let mut reasons = Reasons::default();
    import_through(&desk, &url, &mut reasons).await;
    assert_eq!(reasons.0.len(), 9);
    let why = "The request is larger than what the way to the server lets through; make it shorter.";
    assert!(reasons.0.iter().all(|reason| reason == why), "{:?}", reasons.0);
}
