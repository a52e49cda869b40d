//! Writes that are asked of a server which is killed meanwhile.

use super::{Desk, Person};
use crate::command_line::program::Home;
use reqwest::{Method, RequestBuilder};
use serde_json::Value as Json;
use std::time::Duration;
use tandem::base::ids::{ChangeId, Ids, UniqueIds};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::Child;
use tokio::task::JoinSet;

/// A write, and what was answered as far as anything was.
pub struct Asked {
    pub key: ChangeId,
    pub method: Method,
    pub path: String,
    pub body: Json,
    pub answer: Option<(u16, Json)>,
}

impl Asked {
    pub fn new(method: Method, path: String, body: Json) -> Self {
        Self {
            key: UniqueIds.change(),
            method,
            path,
            body,
            answer: None,
        }
    }

    fn request(&self, ada: &Person) -> RequestBuilder {
        let request = ada.request(self.method.clone(), &self.path).json(&self.body);
        request.header("idempotency-key", self.key.to_string())
    }

    /// What was answered once is answered again.
    fn answered(&mut self, answer: Option<(u16, Json)>) {
        let Some(answer) = answer else { return };
        assert!((200..300).contains(&answer.0), "{} {answer:?}", self.path);
        if let Some(before) = &self.answer {
            assert_eq!(before, &answer, "{}", self.path);
        }
        self.answer = Some(answer);
    }
}

/// The server of a desk as a process of its own, and the person of a session.
pub async fn start(home: &Home, desk: &Desk, token: &str) -> (Child, Person) {
    let database = format!("sqlite:{}", desk.database().display());
    let arguments = ["serve", "--listen", "127.0.0.1:0", "--database", &database];
    let mut server = home.start(&[&arguments[..], &["--log", "error"]].concat());
    let mut lines = BufReader::new(server.stdout.take().unwrap()).lines();
    let said = lines.next_line().await.unwrap().expect("it serves");
    let url = said.split_whitespace().last().unwrap();
    (server, Person::new(format!("{url}/tandem/v1"), Some(token.to_owned())))
}

/// The answer, unless the server is gone before it is whole.
async fn answer(request: RequestBuilder) -> Option<(u16, Json)> {
    let response = request.send().await.ok()?;
    let status = response.status().as_u16();
    Some((status, response.json().await.ok()?))
}

/// Asks all at once and waits so long at most.
pub async fn ask(person: &Person, asked: &mut [Asked], patience: Duration) {
    let mut answers = JoinSet::new();
    for (place, one) in asked.iter().enumerate() {
        let request = one.request(person);
        answers.spawn(async move { (place, answer(request).await) });
    }
    // What isn't answered by then never is.
    let _ = tokio::time::timeout(patience, async {
        while let Some(answered) = answers.join_next().await {
            let (place, answer) = answered.unwrap();
            asked[place].answered(answer);
        }
    })
    .await;
}
