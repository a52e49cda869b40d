//! Somebody who talks to the server over HTTP.

use super::Feed;
use reqwest::{Client, Method, RequestBuilder};
use serde_json::{Value as Json, json};
use tandem::base::ids::{ChangeId, Ids, UniqueIds};

/// Somebody at a program that talks to the server.
#[derive(Clone)]
pub struct Person {
    client: Client,
    address: String,
    token: Option<String>,
}

/// An answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body as it came.
    pub text: String,
    /// `Content-Type`.
    pub media_type: String,
    /// `Retry-After`.
    pub retry_after: Option<String>,
}

impl Answer {
    /// The body as JSON; null where it is none.
    pub fn json(&self) -> Json {
        serde_json::from_str(&self.text).unwrap_or_default()
    }

    /// The code of an error.
    pub fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or_default().to_owned()
    }

    /// The body of a success.
    #[track_caller]
    pub fn ok(&self) -> Json {
        assert!((200..300).contains(&self.status), "{} {}", self.status, self.text);
        self.json()
    }

    /// The status and code of an error.
    pub fn error(&self) -> (u16, String) {
        (self.status, self.code())
    }
}

impl Person {
    /// Somebody with that token at that address.
    pub fn new(address: String, token: Option<String>) -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        Self {
            client: Client::new(),
            address,
            token,
        }
    }

    /// The same program with another token.
    pub fn with_token(&self, token: &str) -> Self {
        Self {
            token: Some(token.to_owned()),
            ..self.clone()
        }
    }

    /// A request to a path below `/tandem/v1`.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.client.request(method, format!("{}/{path}", self.address));
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    /// Sends a request.
    pub async fn send(&self, request: RequestBuilder) -> Answer {
        let response = request.send().await.unwrap();
        let header = |name: &str| {
            let value = response.headers().get(name).and_then(|value| value.to_str().ok());
            value.map(str::to_owned)
        };
        Answer {
            status: response.status().as_u16(),
            media_type: header("content-type").unwrap_or_default(),
            retry_after: header("retry-after"),
            text: response.text().await.unwrap(),
        }
    }

    /// `GET`.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path)).await
    }

    /// `DELETE`.
    pub async fn delete(&self, path: &str) -> Answer {
        self.send(self.request(Method::DELETE, path)).await
    }

    /// `POST` without a key.
    pub async fn post(&self, path: &str, body: Json) -> Answer {
        self.send(self.request(Method::POST, path).json(&body)).await
    }

    /// A write with a new key.
    pub async fn write(&self, path: &str, body: Json) -> Answer {
        self.write_as(UniqueIds.change(), path, body).await
    }

    /// A write with that key.
    pub async fn write_as(&self, key: ChangeId, path: &str, body: Json) -> Answer {
        let request = self.request(Method::POST, path).json(&body);
        self.send(request.header("idempotency-key", key.to_string())).await
    }

    /// An administrative act with a new key.
    pub async fn administer(&self, method: Method, path: &str, body: Json) -> Answer {
        let request = self.request(method, path).json(&body);
        self.send(request.header("idempotency-key", UniqueIds.change().to_string()))
            .await
    }

    /// Writes what is there, with a new key.
    pub async fn put(&self, path: &str, body: Json) -> Answer {
        self.administer(Method::PUT, path, body).await
    }

    /// A new ticket's row.
    pub async fn create(&self, body: Json) -> Json {
        self.write("tickets", body).await.ok()["ticket"].take()
    }

    /// Does an act to a ticket; the answer to it.
    pub async fn act(&self, ticket: &Json, act: &str, body: Json) -> Answer {
        self.write(&format!("tickets/{}/{act}", ticket["id"]), body).await
    }

    /// The ids that a filter selects of an entity, ascending.
    pub async fn ids(&self, entity: &str, filter: Json) -> Vec<i64> {
        let answer = self
            .post(&format!("{entity}/query"), json!({ "filter": filter }))
            .await
            .ok();
        let items = answer["items"].as_array().cloned().unwrap_or_default();
        items.iter().filter_map(|item| item["id"].as_i64()).collect()
    }

    /// The feed from that place.
    pub async fn follow(&self, place: Option<i64>) -> Feed {
        let mut request = self.request(Method::GET, "changes");
        if let Some(place) = place {
            request = request.header("last-event-id", place);
        }
        Feed::new(request.send().await.unwrap())
    }
}
