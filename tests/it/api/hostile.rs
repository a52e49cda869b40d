//! What no well-meaning client sends: each gets a clear refusal, and others don't notice.

use super::autotask::integration::Integration;
use crate::support::Desk;
use reqwest::Method;
use serde_json::json;
use std::time::Duration;
use tandem::server::Limits;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// Longer than anything here takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// Sends bytes as they are and gives what comes back until the server closes.
async fn raw(desk: &Desk, parts: &[&[u8]]) -> String {
    let stream = TcpStream::connect(desk.socket()).await.unwrap();
    let (mut reading, mut writing) = stream.into_split();
    let mut answer = Vec::new();
    let send = async {
        for part in parts {
            // A server that has had enough closes; what it said is read all the same.
            if writing.write_all(part).await.is_err() {
                break;
            }
        }
        std::future::pending::<()>().await;
    };
    let read = tokio::time::timeout(PATIENCE, reading.read_to_end(&mut answer));
    tokio::select! {
        () = send => {}
        read = read => drop(read.expect("the server closes")),
    }
    String::from_utf8_lossy(&answer).into_owned()
}

async fn is_well(api: &Integration) {
    assert_eq!(api.get("Version").await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_of_a_hundred_megabytes_is_refused_with_an_answer_that_arrives() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let ada = desk.person("ada").await;
    let body = vec![b'['; 100 << 20];
    for path in ["Tickets", "Tickets/query"] {
        let request = api.request(Method::POST, path).body(body.clone());
        assert_eq!(api.send(request).await.status, 413, "{path}");
    }
    let wrong = api
        .bare(Method::POST, "/ATServicesRest/V1.0/Tickets")
        .body(body.clone());
    assert_eq!(api.send(wrong).await.status, 401);
    let filter = json!({"filter": [], "after": "x".repeat(20 << 20)});
    assert_eq!(
        ada.post("tickets/query", filter).await.error(),
        (413, "too_large".to_owned())
    );
    is_well(&api).await;
}

#[tokio::test]
async fn names_that_come_twice_and_nuls_are_refused_with_their_place() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let ticket = json!({"companyID": desk.acme, "title": "Printer", "description": "a\0b"});
    let refused = ada.write("tickets", ticket).await;
    assert_eq!(
        (refused.error(), &refused.json()["field"]),
        ((400, "bad_request".to_owned()), &json!("description"))
    );
    for (path, body, name) in [
        ("tickets/query", r#"{"filter": [], "filter": []}"#, "filter"),
        (
            "tickets/query",
            r#"{"filter": [{"op": "in", "field": "id", "value": [{"x": 1, "x": 1}]}]}"#,
            "x",
        ),
        (
            "sessions",
            r#"{"userName": "a", "password": "b", "userName": "c"}"#,
            "userName",
        ),
    ] {
        let answer = ada.send(ada.request(Method::POST, path).body(body)).await;
        assert_eq!(
            (answer.error(), answer.json()),
            (
                (400, "bad_request".to_owned()),
                json!({"code": "bad_request", "message": format!("The name {name} comes twice."), "field": name})
            )
        );
    }
    let cases = r#"{"filter": [], "Filter": []}"#;
    let answer = ada.send(ada.request(Method::POST, "tickets/query").body(cases)).await;
    assert_eq!(answer.status, 200, "names are told apart letter by letter: {answer:?}");
    assert_eq!(ada.ids("tickets", json!([])).await, Vec::<i64>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flood_of_headers_is_refused() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let many: String = (0..500).map(|number| format!("X-{number}: y\r\n")).collect();
    let long = format!("X-Long: {}\r\n", "y".repeat(1 << 20));
    for headers in [many, long] {
        let head = format!("GET /tandem/v1/health HTTP/1.1\r\nHost: x\r\n{headers}\r\n");
        let answer = raw(&desk, &[head.as_bytes()]).await;
        assert!(answer.starts_with("HTTP/1.1 431 "), "{answer}");
    }
    is_well(&api).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_never_ends_and_headers_that_never_come_are_given_up() {
    let desk = Desk::with(|mut settings| {
        settings.limits = Limits {
            request: Duration::from_millis(300),
            silence: Duration::from_millis(300),
            ..Limits::default()
        };
        settings
    })
    .await;
    let api = Integration::new(&desk).await;
    let credential = format!(
        "UserName: {}\r\nSecret: {}\r\nApiIntegrationCode: {}\r\n",
        api.credential.user_name,
        api.credential.secret.expose(),
        api.credential.integration_code.expose()
    );
    for (path, headers) in [
        ("/ATServicesRest/V1.0/Tickets", credential.as_str()),
        ("/tandem/v1/sessions", "Content-Type: application/json\r\n"),
    ] {
        let head =
            format!("POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}Content-Length: 900\r\n\r\n{{");
        let answer = raw(&desk, &[head.as_bytes()]).await;
        assert!(answer.starts_with("HTTP/1.1 503 "), "{path}: {answer}");
    }
    assert_eq!(raw(&desk, &[]).await, "", "who says nothing is hung up on");
    assert_eq!(raw(&desk, &[b"GET / HT"]).await, "", "and who never comes to the point");
    is_well(&api).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn five_thousand_idle_connections_keep_nobody_waiting() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let mut idle = Vec::new();
    for number in 0..5_000 {
        let mut stream = TcpStream::connect(desk.socket()).await.unwrap();
        if number % 2 == 0 {
            stream.write_all(b"GET /tandem/v1/health HTTP/1.1\r\nX-").await.unwrap();
        }
        idle.push(stream);
    }
    for _ in 0..20 {
        is_well(&api).await;
    }
    assert_eq!(desk.stranger().get("health").await.status, 200);
    assert_eq!(idle.len(), 5_000);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_connection_too_many_is_closed_and_the_next_finds_room_again() {
    let desk = Desk::with(|mut settings| {
        settings.limits.connections = 2;
        settings
    })
    .await;
    let mut taken = Vec::new();
    for _ in 0..2 {
        let mut stream = TcpStream::connect(desk.socket()).await.unwrap();
        stream
            .write_all(b"GET /tandem/v1/health HTTP/1.1\r\nHost: x\r\n\r\n")
            .await
            .unwrap();
        let mut answer = [0; 12];
        stream.read_exact(&mut answer).await.unwrap();
        assert_eq!(&answer, b"HTTP/1.1 200");
        taken.push(stream);
    }
    assert_eq!(
        raw(&desk, &[b"GET /tandem/v1/health HTTP/1.1\r\nHost: x\r\n\r\n"]).await,
        ""
    );
    drop(taken);
    let again = tokio::time::timeout(PATIENCE, async {
        let asked = b"GET /tandem/v1/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".as_slice();
        while !raw(&desk, &[asked]).await.starts_with("HTTP/1.1 200") {}
    });
    again.await.unwrap();
}

#[tokio::test]
async fn a_query_that_runs_long_is_stopped() {
    let desk = Desk::with(|mut settings| {
        settings.limits.query = Duration::ZERO;
        settings
    })
    .await;
    let api = Integration::new(&desk).await;
    for _ in 0..30 {
        api.ticket(&desk, json!({})).await;
    }
    let conditions: Vec<_> = (0..400)
        .map(|number| json!({"op": "contains", "field": "description", "value": number}))
        .collect();
    let body = json!({"filter": [{"op": "or", "items": conditions}]});
    let said = "The query takes too long. Narrow it, for example by id, date or queue.";
    for path in ["Tickets/query", "Tickets/query/count"] {
        let answer = api.post(path, body.clone()).await;
        assert_eq!(
            (answer.status, answer.json()),
            (500, json!({"errors": [said]})),
            "{path}"
        );
    }
    let ada = desk.person("ada").await;
    let refused = ada.post("tickets/query", body).await;
    assert_eq!(
        (refused.error(), &refused.json()["message"]),
        ((422, "query_too_long".to_owned()), &json!(said))
    );
    let short = json!({"filter": [{"op": "eq", "field": "id", "value": 1}]});
    assert_eq!(api.post("Tickets/query", short).await.status, 200);
}
