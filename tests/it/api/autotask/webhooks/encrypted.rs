//! Callouts over HTTPS: to a receiver whose certificate the server's host trusts, and to no other.

use super::receiver::{Receiver, ticket_webhook};
use super::restart::{listening, serving};
use crate::api::autotask::Integration;
use crate::command_line::program::Home;
use serde_json::json;
use tokio::io::{AsyncBufReadExt as _, BufReader};

#[tokio::test]
async fn a_callout_goes_to_a_receiver_whose_certificate_is_trusted_and_waits_for_any_other() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let named = || rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    let (own, strangers) = (named(), named());
    let mut receiver = Receiver::with_certificate(&own).await;
    let mut desk = receiver.desk().await;
    let mut api = Integration::new(&desk).await;
    let hook = ticket_webhook(&api, receiver.webhook(), &["title"], &[]).await;
    desk.stop().await;

    let home = Home::new();
    std::fs::write(home.path("own.pem"), own.cert.pem()).unwrap();
    std::fs::write(home.path("strangers.pem"), strangers.cert.pem()).unwrap();
    let database = format!("sqlite:{}", desk.database().display());
    let to = receiver.origin.clone();
    let serve = async |trusted: &str| {
        let mut command = serving(&home, &database, &to, "tandem=info");
        listening(command.env("SSL_CERT_FILE", home.path(trusted))).await
    };
    let (mut child, origin) = serve("strangers.pem").await;
    api.origin = origin;
    let body = json!({"companyID": desk.acme, "title": "Printer", "status": 1, "priority": 2, "queueID": 5});
    let ticket = Integration::created(&api.post("Tickets", body).await);
    let mut log = BufReader::new(child.stderr.take().unwrap()).lines();
    let said = loop {
        let line = log.next_line().await.unwrap().expect("the server goes on");
        if line.contains("did not arrive") {
            break line;
        }
    };
    assert!(said.contains("invalid peer certificate"), "{said}");
    child.kill().await.unwrap();
    assert_eq!(receiver.rest().len(), 0);

    let (_child, origin) = serve("own.pem").await;
    api.origin = origin;
    // Switched on anew, it doesn't wait for its next attempt.
    for is_active in [false, true] {
        let body = json!({"id": hook, "isActive": is_active});
        api.patch("TicketWebhooks", body).await.ok();
    }
    let call = loop {
        let call = receiver.next().await;
        if call.path == "/hook" {
            break call;
        }
    };
    assert_eq!(
        (&call.body["Action"], &call.body["Id"]),
        (&json!("Create"), &json!(ticket))
    );
    assert_eq!(call.signature, call.expected_signature());
}
