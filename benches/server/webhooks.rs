//! Somebody else's server, which webhooks tell of every ticket and note.

use super::Outcome;
use super::asking::Client;
use axum::Router;
use axum::routing::any;
use serde_json::{Value, json};
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use tokio::net::TcpListener;

/// How long no callout comes where none is left.
const QUIET: Duration = Duration::from_secs(2);

/// What takes callouts, all of them.
pub struct Receiver {
    /// Its scheme, host and port.
    pub origin: String,
    taken: Arc<AtomicU64>,
}

impl Receiver {
    /// One that listens from now on.
    pub async fn start() -> Outcome<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let taken = Arc::new(AtomicU64::new(0));
        let counted = Arc::clone(&taken);
        let take = move || async move {
            counted.fetch_add(1, Ordering::Relaxed);
        };
        let app = Router::new().fallback(any(take));
        tokio::spawn(async move { axum::serve(listener, app).await });
        Ok(Self { origin, taken })
    }

    /// Has the server tell of each new ticket, each new note and each change of a status.
    pub async fn subscribe(&self, administrator: &Client) -> Outcome<()> {
        for entity in ["TicketWebhook", "TicketNoteWebhook"] {
            let address = format!("{}/{entity}", self.origin);
            let body = json!({"name": entity, "webhookUrl": address, "deactivationUrl": address, "isActive": true,
                "secretKey": "measured", "isSubscribedToCreateEvents": true, "isSubscribedToUpdateEvents": true,
                "isSubscribedToDeleteEvents": true});
            let made: Value = serde_json::from_slice(&administrator.autotask(&format!("{entity}s"), &body).await?)?;
            if entity == "TicketWebhook" {
                let field = status_field(administrator).await?;
                let body = json!({"fieldID": field, "isSubscribedField": true, "isDisplayAlwaysField": false});
                let path = format!("{entity}s/{}/Fields", made["itemId"]);
                administrator.autotask(&path, &body).await?;
            }
        }
        Ok(())
    }

    /// Waits until no more come: how many came, and how long that took from now on.
    pub async fn wait(&self) -> (u64, Duration) {
        let begun = Instant::now();
        let mut last = (self.taken.load(Ordering::Relaxed), begun);
        while last.1.elapsed() < QUIET {
            tokio::time::sleep(QUIET / 20).await;
            let taken = self.taken.load(Ordering::Relaxed);
            if taken != last.0 {
                last = (taken, Instant::now());
            }
        }
        (last.0, last.1 - begun)
    }
}

/// The number by which webhooks know a ticket's status.
async fn status_field(client: &Client) -> Outcome<i64> {
    let path = "TicketWebhookFields/entityInformation/fields";
    let fields: Value = serde_json::from_slice(&client.autotask_get(path).await?)?;
    let fields = fields["fields"].as_array().ok_or("no fields in the answer")?;
    let field = fields.iter().find(|field| field["name"] == "fieldID");
    let values = field.and_then(|field| field["picklistValues"].as_array());
    let status = values.and_then(|values| values.iter().find(|value| value["label"] == "status"));
    let number = status.and_then(|status| status["value"].as_str()).ok_or("no status")?;
    Ok(number.parse()?)
}
