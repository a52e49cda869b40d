//! Clients that ask all the time, each again as soon as it was answered.

use super::Outcome;
use reqwest::RequestBuilder;
use serde_json::{Value, json};
use std::future::Future;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tandem::server::operations::people::ApiCredential;
use uuid::Uuid;

/// Connections that ask at the same time.
pub const CONNECTIONS: usize = 8;
/// How long each kind of request is measured.
const SPAN: Duration = Duration::from_secs(4);
/// How long it is asked before that, so that caches are as in use.
const WARMING: Duration = Duration::from_millis(500);

/// A signed-in client.
#[derive(Clone)]
pub struct Client {
    pub http: reqwest::Client,
    url: String,
    /// The session's bearer token.
    pub token: String,
    credential: ApiCredential,
}

impl Client {
    /// Signs in.
    pub async fn sign_in(url: &str, name: &str, password: &str, credential: ApiCredential) -> Outcome<Self> {
        // As a console asks a server on its own host: nothing is compressed that doesn't leave it.
        let http = reqwest::Client::builder().no_zstd();
        let http = http.pool_max_idle_per_host(CONNECTIONS).build()?;
        let body = json!({"userName": name, "password": password});
        let request = http.post(format!("{url}/tandem/v1/sessions")).json(&body);
        let answer: Value = request.send().await?.json().await?;
        let token = answer["token"]
            .as_str()
            .ok_or("no token in the answer to the sign-in")?;
        Ok(Self {
            http,
            url: url.to_owned(),
            token: token.to_owned(),
            credential,
        })
    }

    /// An address of the server.
    pub fn address(&self, path: &str) -> String {
        format!("{}/{path}", self.url)
    }

    /// Reads from Tandem's own routes.
    pub async fn get(&self, path: &str) -> Outcome<()> {
        let request = self.http.get(self.address(&format!("tandem/v1/{path}")));
        finish(request.bearer_auth(&self.token)).await.map(drop)
    }

    /// Asks or writes by Tandem's own routes.
    pub async fn post(&self, path: &str, body: &Value) -> Outcome<Vec<u8>> {
        let request = self.http.post(self.address(&format!("tandem/v1/{path}")));
        let request = request.bearer_auth(&self.token).json(body);
        finish(request.header("Idempotency-Key", Uuid::now_v7().to_string())).await
    }

    /// Asks or writes by Autotask's routes.
    pub async fn autotask(&self, path: &str, body: &Value) -> Outcome<Vec<u8>> {
        finish(self.as_program(self.http.post(self.autotask_address(path))).json(body)).await
    }

    /// Reads by Autotask's routes.
    pub async fn autotask_get(&self, path: &str) -> Outcome<Vec<u8>> {
        finish(self.as_program(self.http.get(self.autotask_address(path)))).await
    }

    /// The same client with another credential of Autotask's.
    pub fn with(&self, credential: ApiCredential) -> Self {
        Self {
            credential,
            ..self.clone()
        }
    }

    fn autotask_address(&self, path: &str) -> String {
        self.address(&format!("ATServicesRest/V1.0/{path}"))
    }

    fn as_program(&self, request: RequestBuilder) -> RequestBuilder {
        request
            .header("UserName", &self.credential.user_name)
            .header("Secret", self.credential.secret.expose())
            .header("ApiIntegrationCode", self.credential.integration_code.expose())
    }
}

async fn finish(request: RequestBuilder) -> Outcome<Vec<u8>> {
    let answer = request.send().await?;
    let status = answer.status();
    let body = answer.bytes().await?;
    if status.is_success() {
        Ok(body.to_vec())
    } else {
        Err(format!("{status}: {}", String::from_utf8_lossy(&body)).into())
    }
}

/// The better of two rounds, for what is compared between desks that are measured minutes apart on a machine that others
/// use too.
pub async fn best_rate<F, Fut>(client: &Client, ask: F) -> Outcome<f64>
where
    F: Fn(Client, u64) -> Fut + Clone + Send + Sync + 'static,
    Fut: Future<Output = Outcome<()>> + Send,
{
    let first = rate(client, ask.clone()).await?;
    Ok(first.max(rate(client, ask).await?))
}

/// Requests a second that all connections together get answered. Each request gets a number of its own.
pub async fn rate<F, Fut>(client: &Client, ask: F) -> Outcome<f64>
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
            let (mut asked, mut counted) = (0_u64, 0_u64);
            while begun.elapsed() < WARMING + SPAN {
                ask(client.clone(), worker * 1_000_000 + asked).await?;
                asked += 1;
                counted += u64::from(begun.elapsed() >= WARMING);
            }
            Outcome::Ok(counted)
        }));
    }
    let mut answered = 0;
    for worker in workers {
        answered += worker.await??;
    }
    Ok(answered as f64 / (begun.elapsed() - WARMING).as_secs_f64())
}
