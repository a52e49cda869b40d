//! A real server on loopback with a database of its own, and how the cases talk to it.

use reqwest::{Client, Method};
use serde_json::Value;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use tandem::base::ids::ChangeId;
use tandem::base::{ManualClock, Timestamp};
use tandem::domain::Person;
use tandem::server::operations::people::ApiCredential;
use tandem::server::{Operations, RunningServer, Server, Settings};
use tempfile::TempDir;

/// The server of one case.
pub struct Desk {
    pub operations: Operations,
    pub clock: Arc<ManualClock>,
    server: Option<RunningServer>,
    client: Client,
    base: String,
    // The database lies in it.
    _folder: TempDir,
}

/// What the server said.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub body: Value,
}

impl Answer {
    pub fn is_done(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// The refusal's code.
    pub fn code(&self) -> Option<&str> {
        if self.is_done() {
            None
        } else {
            self.body.get("code").and_then(Value::as_str)
        }
    }
}

impl Desk {
    /// Starts a server whose clock shows `now`.
    ///
    /// # Errors
    /// What keeps it from starting.
    pub async fn start(now: Timestamp) -> Result<Self, String> {
        // reqwest wants one even where nothing is encrypted; a second time changes nothing.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let clock = Arc::new(ManualClock::new(now));
        let any_port = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let settings = Settings {
            clock: clock.clone(),
            ..Settings::new(folder.path().join("desk.sqlite"), any_port, "The provider")
        };
        let server = Server::start(settings).await.map_err(|error| error.to_string())?;
        let client = Client::builder()
            .no_proxy()
            .build()
            .map_err(|error| error.to_string())?;
        Ok(Self {
            operations: server.operations().clone(),
            clock,
            base: format!("http://{}", server.address()),
            server: Some(server),
            client,
            _folder: folder,
        })
    }

    /// Ends the server in order.
    pub async fn stop(&mut self) {
        if let Some(server) = self.server.take() {
            server.stop().await;
        }
    }

    /// A token for a person, as their sign-in would give it.
    ///
    /// # Errors
    /// A person who may not sign in.
    pub async fn session(&self, person: Person) -> Result<String, String> {
        let session = self.operations.begin_session(person).await;
        session
            .map(|session| session.token)
            .map_err(|error| format!("{person:?} can't sign in: {error:?}"))
    }

    /// Asks for something below `/tandem/v1/`; what writes has a key and a body.
    ///
    /// # Errors
    /// No answer.
    pub async fn send(
        &self,
        method: Method,
        path: &str,
        token: &str,
        body: Option<(ChangeId, Value)>,
    ) -> Result<Answer, String> {
        let address = format!("{}/tandem/v1/{path}", self.base);
        let mut request = self.client.request(method, address).bearer_auth(token);
        if let Some((key, body)) = body {
            request = request.header("Idempotency-Key", key.to_string()).json(&body);
        }
        answer(request).await
    }

    /// Changes something by Autotask's own routes, with an API user's credential.
    ///
    /// # Errors
    /// No answer.
    pub async fn patch_as_program(&self, who: &ApiCredential, entity: &str, body: Value) -> Result<Answer, String> {
        let address = format!("{}/ATServicesRest/V1.0/{entity}", self.base);
        let request = self
            .client
            .patch(address)
            .header("UserName", &who.user_name)
            .header("Secret", who.secret.expose())
            .header("ApiIntegrationCode", who.integration_code.expose());
        answer(request.json(&body)).await
    }
}

async fn answer(request: reqwest::RequestBuilder) -> Result<Answer, String> {
    let response = request.send().await.map_err(|error| format!("no answer: {error:?}"))?;
    let status = response.status().as_u16();
    let text = response
        .text()
        .await
        .map_err(|error| format!("half an answer: {error:?}"))?;
    let body = if text.is_empty() {
        Ok(Value::Null)
    } else {
        serde_json::from_str(&text)
    };
    let body = body.map_err(|error| format!("no JSON ({error}): {text}"))?;
    Ok(Answer { status, body })
}
