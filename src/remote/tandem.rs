//! A server, as one person reaches it.

use super::client::Client;
use super::error::RemoteError;
use crate::base::Secret;
use reqwest::header::ACCEPT_LANGUAGE;
use reqwest::{Method, RequestBuilder, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A server, as one person reaches it. Clones share their connections.
#[derive(Clone, Debug)]
pub struct Remote {
    client: Client,
    url: String,
    token: Option<Secret>,
}

impl Remote {
    /// The server at that address, nobody signed in.
    #[must_use]
    pub fn new(client: Client, url: &str) -> Self {
        Self {
            client,
            url: url.trim_end_matches('/').to_owned(),
            token: None,
        }
    }

    /// The same with that session.
    #[must_use]
    pub fn signed_in(mut self, token: Secret) -> Self {
        self.token = Some(token);
        self
    }

    /// The same server at another address: an embedded one that another process took over.
    #[must_use]
    pub fn moved(mut self, url: &str) -> Self {
        url.trim_end_matches('/').clone_into(&mut self.url);
        self
    }

    /// Its address.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The session's token.
    #[must_use]
    pub fn token(&self) -> Option<&Secret> {
        self.token.as_ref()
    }

    /// Whether nothing may be changed from here.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.client.is_read_only()
    }

    /// The same, for whatever changes something: the one place that decides whether it may.
    ///
    /// # Errors
    /// `ReadOnly`.
    pub(super) fn writing(&self) -> Result<&Self, RemoteError> {
        match self.client.is_read_only() {
            true => Err(RemoteError::ReadOnly),
            false => Ok(self),
        }
    }

    /// A request to a path below `/tandem/v1/`.
    pub(super) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.of_person(self.client.answers(&self.url).request(method, self.address(path)))
    }

    /// A request whose answer may take long, or goes on as long as the line holds.
    pub(super) fn patient_request(&self, method: Method, path: &str) -> RequestBuilder {
        self.of_person(self.client.patient(&self.url).request(method, self.address(path)))
    }

    pub(super) async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, RemoteError> {
        read(self.request(Method::GET, path)).await
    }

    pub(super) async fn post<T: DeserializeOwned>(&self, path: &str, body: &impl Serialize) -> Result<T, RemoteError> {
        read(self.request(Method::POST, path).json(body)).await
    }

    fn address(&self, path: &str) -> String {
        format!("{}/tandem/v1/{path}", self.url)
    }

    /// The request of whoever is signed in, in the language that they speak now.
    fn of_person(&self, request: RequestBuilder) -> RequestBuilder {
        let request = request.header(ACCEPT_LANGUAGE, self.client.language().tag());
        match &self.token {
            Some(token) => request.bearer_auth(token.expose()),
            None => request,
        }
    }
}

/// The answer to a request that was carried out.
pub(super) async fn answer(request: RequestBuilder) -> Result<Response, RemoteError> {
    let response = request.send().await?;
    if response.status().is_success() {
        Ok(response)
    } else {
        Err(RemoteError::of(response).await)
    }
}

/// The answer's body.
pub(super) async fn read<T: DeserializeOwned>(request: RequestBuilder) -> Result<T, RemoteError> {
    let body = answer(request).await?.bytes().await?;
    serde_json::from_slice(&body).map_err(|error| RemoteError::Broken(error.to_string()))
}
