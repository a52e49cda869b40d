//! The change feed as a reader of server-sent events gets it.

use reqwest::Response;
use serde_json::Value as Json;

/// An event.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its place.
    pub place: i64,
    /// Its word: `changed`, `removed`, `reset`, `place`.
    pub word: String,
    /// Its data.
    pub data: Json,
}

impl Event {
    /// Word, entity and id in one text: `changed Ticket 7`.
    pub fn short(&self) -> String {
        let entity = self.data["entity"].as_str().unwrap_or_default();
        if entity.is_empty() {
            return self.word.clone();
        }
        format!("{} {entity} {}", self.word, self.data["id"])
    }
}

/// An open feed.
pub struct Feed {
    response: Response,
    received: String,
}

impl Feed {
    /// The feed that a response brings.
    pub fn new(response: Response) -> Self {
        assert_eq!(response.status().as_u16(), 200);
        Self {
            response,
            received: String::new(),
        }
    }

    /// The next event; none when the server has closed the feed.
    pub async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some((block, rest)) = self.received.split_once("\n\n") {
                let event = parse(block);
                self.received = rest.to_owned();
                match event {
                    Some(event) => return Some(event),
                    None => continue,
                }
            }
            let chunk = self.response.chunk().await.ok().flatten()?;
            self.received.push_str(&String::from_utf8_lossy(&chunk));
        }
    }

    /// The next events up to the first whose short text is this one, as short texts.
    pub async fn until(&mut self, short: &str) -> Vec<String> {
        let mut events = Vec::new();
        while let Some(event) = self.next().await {
            events.push(event.short());
            if event.short() == short {
                break;
            }
        }
        events
    }
}

/// An event of its lines; a block that is only a comment is none.
fn parse(block: &str) -> Option<Event> {
    let field = |name: &str| {
        let line = block
            .lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        line.map(|value| value.trim_start().to_owned())
    };
    Some(Event {
        place: field("id")?.parse().ok()?,
        word: field("event")?,
        data: serde_json::from_str(&field("data")?).ok()?,
    })
}
