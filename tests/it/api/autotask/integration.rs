//! A program that talks to Autotask's routes.

use crate::support::{Answer, Desk};
use reqwest::{Client, Method, RequestBuilder, Url};
use serde_json::{Value as Json, json};
use tandem::base::Language;
use tandem::domain::SecurityLevel;
use tandem::sentences::Sentences;
use tandem::server::operations::people::{ApiCredential, NewResource};

/// An API user with its credential.
#[derive(Clone)]
pub struct Integration {
    client: Client,
    /// Where the server is, without a slash at the end.
    pub origin: String,
    /// What it signs in with.
    pub credential: ApiCredential,
    /// Its own resource id.
    pub id: i64,
    impersonated: Option<i64>,
}

impl Integration {
    /// An administrators' API user.
    pub async fn new(desk: &Desk) -> Self {
        Self::of_level(desk, SecurityLevel::ProviderAdmin).await
    }

    /// An API user of that level.
    pub async fn of_level(desk: &Desk, level: SecurityLevel) -> Self {
        let new = NewResource {
            user_name: "api@northwind.test".to_owned(),
            first_name: "Monitoring".to_owned(),
            last_name: "Bridge".to_owned(),
            email: "api@northwind.test".to_owned(),
            level,
            password: None,
        };
        let (id, credential) = desk.operations().create_api_user(new).await.unwrap();
        let _ = rustls::crypto::ring::default_provider().install_default();
        Self {
            client: Client::new(),
            origin: desk.address().trim_end_matches("/tandem/v1").to_owned(),
            credential,
            id: id.0,
            impersonated: None,
        }
    }

    /// The same program on behalf of a resource.
    pub fn impersonating(&self, resource: i64) -> Self {
        Self {
            impersonated: Some(resource),
            ..self.clone()
        }
    }

    /// A request to a path below the version segment, with the credential.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self
            .bare(method, &format!("/ATServicesRest/V1.0/{path}"))
            .header("UserName", &self.credential.user_name)
            .header("Secret", self.credential.secret.expose())
            .header("ApiIntegrationCode", self.credential.integration_code.expose());
        match self.impersonated {
            Some(resource) => request.header("ImpersonationResourceId", resource),
            None => request,
        }
    }

    /// A request to a path of the server, or to an address that it gave, without the credential.
    pub fn bare(&self, method: Method, path: &str) -> RequestBuilder {
        let address = match path.starts_with('/') {
            true => format!("{}{path}", self.origin),
            false => path.to_owned(),
        };
        self.client.request(method, address)
    }

    /// A `GET` with a query in the address.
    pub fn search(&self, path: &str, name: &str, query: &Json) -> RequestBuilder {
        let address = format!("{}/{path}", self.origin);
        let address = Url::parse_with_params(&address, [(name, query.to_string())]).unwrap();
        let path = address
            .as_str()
            .trim_start_matches(&self.origin)
            .trim_start_matches('/');
        self.request(Method::GET, path)
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

    /// Follows an address that the server gave, with the credential.
    pub async fn follow(&self, method: Method, address: &str, body: Option<&Json>) -> Answer {
        let path = address.strip_prefix(&format!("{}/ATServicesRest/V1.0/", self.origin));
        let request = self.request(method, path.expect("an address of this server"));
        match body {
            Some(body) => self.send(request.json(body)).await,
            None => self.send(request).await,
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

    /// A request with a body.
    pub async fn call(&self, method: Method, path: &str, body: Json) -> Answer {
        self.send(self.request(method, path).json(&body)).await
    }

    /// `POST`.
    pub async fn post(&self, path: &str, body: Json) -> Answer {
        self.call(Method::POST, path, body).await
    }

    /// `PATCH`.
    pub async fn patch(&self, path: &str, body: Json) -> Answer {
        self.call(Method::PATCH, path, body).await
    }

    /// `PUT`.
    pub async fn put(&self, path: &str, body: Json) -> Answer {
        self.call(Method::PUT, path, body).await
    }

    /// A row that is known to be there.
    pub async fn row(&self, path: &str) -> Json {
        self.get(path).await.ok()["item"].take()
    }

    /// A new row's id.
    #[track_caller]
    pub fn created(answer: &Answer) -> i64 {
        answer.ok()["itemId"].as_i64().expect("an id")
    }

    /// A new ticket's id: of Acme, with what is given besides.
    pub async fn ticket(&self, desk: &Desk, fields: Json) -> i64 {
        let mut body = json!({"companyID": desk.acme, "title": "Printer", "status": 1, "priority": 2, "queueID": 5});
        for (name, value) in fields.as_object().into_iter().flatten() {
            body[name] = value.clone();
        }
        Self::created(&self.post("Tickets", body).await)
    }

    /// The ids that a filter selects, as they come.
    pub async fn ids(&self, entity: &str, filter: Json) -> Vec<i64> {
        let answer = self
            .post(&format!("{entity}/query"), json!({ "filter": filter }))
            .await
            .ok();
        ids(&answer)
    }
}

/// The ids on a page.
pub fn ids(page: &Json) -> Vec<i64> {
    let items = page["items"].as_array().cloned().unwrap_or_default();
    items.iter().filter_map(|item| item["id"].as_i64()).collect()
}

/// The status and the sentences of an error.
pub fn refusal(answer: &Answer) -> (u16, Vec<String>) {
    let errors = answer.json()["errors"].as_array().cloned().unwrap_or_default();
    let text = |error: &Json| error.as_str().unwrap_or_default().to_owned();
    (answer.status, errors.iter().map(text).collect())
}

/// What [`refusal`] gives for one sentence.
pub fn said(text: &str) -> (u16, Vec<String>) {
    (500, vec![text.to_owned()])
}

/// What [`refusal`] gives for a refusal of the rules.
pub fn rule(code: &str) -> (u16, Vec<String>) {
    let sentences = Sentences::new(Language::English);
    let sentence = sentences
        .find(&format!("refusal-{code}"), &[("side", "Taskfire".into())])
        .unwrap_or_else(|| sentences.say("refusal-unknown", &[("code", code.into())]));
    said(&sentence)
}
