//! Somebody else's server, to which webhooks send, and a desk that may send there.

use crate::api::autotask::Integration;
use crate::support::Desk;
use axum::Router;
use axum::body::Bytes;
use axum::extract::Request;
use axum::http::StatusCode;
use axum_server::tls_rustls::RustlsConfig;
use rcgen::{CertifiedKey, KeyPair};
use serde_json::{Value as Json, json};
use sha1::{Digest, Sha1};
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

/// What every webhook of these tests is signed with.
pub const SECRET: &str = "Schlüssel, kept by both";

/// A callout as it came.
#[derive(Clone, Debug)]
pub struct Call {
    pub path: String,
    pub signature: String,
    pub bytes: Bytes,
    pub body: Json,
}

/// What is answered; nothing at all where it is `None`.
type Answers = Arc<Mutex<Box<dyn FnMut(&Call) -> Option<u16> + Send>>>;

/// A server that takes callouts.
pub struct Receiver {
    /// Its scheme, host and port.
    pub origin: String,
    calls: UnboundedReceiver<Call>,
    answers: Answers,
}

impl Receiver {
    /// One that takes everything.
    pub async fn new() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let (receiver, app) = Self::taking(origin);
        tokio::spawn(async move { axum::serve(listener, app).await });
        receiver
    }

    /// The same with a certificate of its own for `localhost`.
    pub async fn with_certificate(certificate: &CertifiedKey<KeyPair>) -> Self {
        let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        listener.set_nonblocking(true).unwrap();
        let origin = format!("https://localhost:{}", listener.local_addr().unwrap().port());
        let (chain, key) = (certificate.cert.pem(), certificate.signing_key.serialize_pem());
        let tls = RustlsConfig::from_pem(chain.into(), key.into()).await.unwrap();
        let (receiver, app) = Self::taking(origin);
        let server = axum_server::from_tcp_rustls(listener, tls).unwrap();
        tokio::spawn(server.serve(app.into_make_service()));
        receiver
    }

    fn taking(origin: String) -> (Self, Router) {
        let (sender, calls) = unbounded_channel();
        let answers: Answers = Arc::new(Mutex::new(Box::new(|_| Some(200))));
        let taking = answers.clone();
        let take = move |request: Request| async move {
            let path = request.uri().path().to_owned();
            let signature = request.headers()["x-hook-signature"].to_str().unwrap().to_owned();
            let bytes = axum::body::to_bytes(request.into_body(), 1 << 20).await.unwrap();
            let body = serde_json::from_slice(&bytes).unwrap();
            let call = Call {
                path,
                signature,
                bytes,
                body,
            };
            let answer = taking.lock().unwrap()(&call);
            sender.send(call).unwrap();
            match answer {
                Some(302) => {
                    let elsewhere = [("location", "/elsewhere")];
                    (StatusCode::FOUND, elsewhere, String::new())
                }
                Some(status) => (StatusCode::from_u16(status).unwrap(), [("location", "")], String::new()),
                None => std::future::pending().await,
            }
        };
        (Self { origin, calls, answers }, Router::new().fallback(take))
    }

    /// Answers like that from now on.
    pub fn answer(&self, with: impl FnMut(&Call) -> Option<u16> + Send + 'static) {
        *self.answers.lock().unwrap() = Box::new(with);
    }

    /// The next callout.
    pub async fn next(&mut self) -> Call {
        let next = tokio::time::timeout(Duration::from_secs(60), self.calls.recv());
        next.await.expect("a callout").unwrap()
    }

    /// What came and was not asked for.
    pub fn rest(&mut self) -> Vec<Call> {
        std::iter::from_fn(|| self.calls.try_recv().ok()).collect()
    }

    /// A desk that may send here.
    pub async fn desk(&self) -> Desk {
        let to = vec![self.origin.parse().unwrap()];
        Desk::with(|mut settings| {
            settings.destinations = to.into();
            settings.limits.callout = Duration::from_millis(200);
            settings
        })
        .await
    }

    /// A webhook's body.
    pub fn webhook(&self) -> Json {
        json!({
            "name": "Bridge", "webhookUrl": format!("{}/hook", self.origin),
            "deactivationUrl": format!("{}/off", self.origin), "isActive": true, "secretKey": SECRET,
            "isSubscribedToCreateEvents": true, "isSubscribedToUpdateEvents": true,
            "isSubscribedToDeleteEvents": true,
        })
    }
}

impl Call {
    /// The webhook's and the event's number, which are the event's own.
    pub fn event(&self) -> (String, i64) {
        let guid = self.body["Guid"].as_str().unwrap().to_owned();
        (guid, self.body["SequenceNumber"].as_i64().unwrap())
    }

    /// HMAC as RFC 2104 writes it, in base64.
    pub fn expected_signature(&self) -> String {
        let mut key = [0_u8; 64];
        key[..SECRET.len()].copy_from_slice(SECRET.as_bytes());
        let padded = |pad: u8| key.map(|byte| byte ^ pad);
        let inner = Sha1::new()
            .chain_update(padded(0x36))
            .chain_update(&self.bytes)
            .finalize();
        let outer = Sha1::new().chain_update(padded(0x5c)).chain_update(inner).finalize();
        use base64::Engine as _;
        format!("sha1={}", base64::engine::general_purpose::STANDARD.encode(outer))
    }
}

/// The number of a field, from the picklist of field information.
pub async fn field_id(api: &Integration, entity: &str, field: &str, label: &str) -> i64 {
    let fields = api.get(&format!("{entity}/entityInformation/fields")).await.ok();
    let fields = fields["fields"].as_array().unwrap();
    let found = fields.iter().find(|known| known["name"] == field).unwrap();
    let values = found["picklistValues"].as_array().unwrap();
    let value = values.iter().find(|value| value["label"] == label).unwrap();
    value["value"].as_str().unwrap().parse().unwrap()
}

/// A webhook of tickets that says when these fields change and always tells those.
pub async fn ticket_webhook(api: &Integration, body: Json, subscribed: &[&str], always: &[&str]) -> i64 {
    webhook(api, "TicketWebhook", body, subscribed, always).await
}

/// A webhook of notes.
pub async fn note_webhook(api: &Integration, body: Json, subscribed: &[&str]) -> i64 {
    webhook(api, "TicketNoteWebhook", body, subscribed, &[]).await
}

async fn webhook(api: &Integration, entity: &str, body: Json, subscribed: &[&str], always: &[&str]) -> i64 {
    let id = Integration::created(&api.post(&format!("{entity}s"), body).await);
    let both = subscribed
        .iter()
        .chain(always.iter().filter(|name| !subscribed.contains(name)));
    for name in both {
        let field = field_id(api, &format!("{entity}Fields"), "fieldID", name).await;
        let body = json!({
            "fieldID": field, "isSubscribedField": subscribed.contains(name),
            "isDisplayAlwaysField": always.contains(name),
        });
        api.post(&format!("{entity}s/{id}/Fields"), body).await.ok();
    }
    id
}
