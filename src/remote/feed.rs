//! The change feed: server-sent events, as they come.

use super::error::{FeedEnd, RemoteError};
use super::tandem::{Remote, answer};
use crate::entities::{self, Entity, Row};
use crate::wire::ext::feed::{FeedData, FeedEvent};
use reqwest::header::{ACCEPT, ACCEPT_ENCODING};
use reqwest::{Method, Response};
use std::collections::VecDeque;

/// No event is larger.
const LARGEST: usize = 4 * 1024 * 1024;

/// One event.
#[derive(Clone, Debug, PartialEq)]
pub struct FeedItem {
    /// Its place: where to go on from, once it is taken.
    pub place: String,
    /// What it says.
    pub event: FeedEvent,
    /// What about, unless it is about the feed itself; none for an entity that this program doesn't know.
    pub entity: Option<&'static Entity>,
    /// The row's id.
    pub id: i64,
    /// The row as it is now.
    pub row: Option<Row>,
}

/// An open feed.
#[derive(Debug)]
pub struct Feed {
    response: Response,
    parser: Parser,
    ready: VecDeque<FeedItem>,
}

impl Remote {
    /// Opens the feed behind a place; without one it begins with where it stands.
    ///
    /// # Errors
    /// When the server can't be asked.
    pub async fn feed(&self, after: Option<&str>) -> Result<Feed, RemoteError> {
        let request = self
            .patient_request(Method::GET, "changes")
            .header(ACCEPT, "text/event-stream")
            // Packed, events would wait for one another.
            .header(ACCEPT_ENCODING, "identity");
        let request = match after {
            Some(place) => request.header("Last-Event-ID", place),
            None => request,
        };
        Ok(Feed {
            response: answer(request).await?,
            parser: Parser::default(),
            ready: VecDeque::new(),
        })
    }
}

impl Feed {
    /// Waits for the next event. May be dropped while it waits: nothing is lost. A comment every 30 seconds proves the
    /// line; the connection gives up when two are missing.
    ///
    /// # Errors
    /// When the line is gone: it was cut, ended, or silent for too long.
    pub async fn next(&mut self) -> Result<FeedItem, RemoteError> {
        loop {
            if let Some(item) = self.ready.pop_front() {
                return Ok(item);
            }
            match self.response.chunk().await? {
                Some(bytes) => self.ready.extend(self.parser.take(&bytes)?),
                None => return Err(RemoteError::Feed(FeedEnd::Ended)),
            }
        }
    }

    /// An event that has come already, without waiting.
    pub fn ready(&mut self) -> Option<FeedItem> {
        self.ready.pop_front()
    }
}

fn broken(error: serde_json::Error) -> RemoteError {
    RemoteError::Broken(error.to_string())
}

/// Puts lines together to events.
#[derive(Debug, Default)]
struct Parser {
    rest: Vec<u8>,
    id: String,
    event: String,
    data: String,
}

impl Parser {
    /// The events that these bytes complete.
    fn take(&mut self, bytes: &[u8]) -> Result<Vec<FeedItem>, RemoteError> {
        self.rest.extend_from_slice(bytes);
        let mut items = Vec::new();
        let mut begin = 0;
        while let Some(length) = self.rest[begin..].iter().position(|byte| *byte == b'\n') {
            let line = String::from_utf8_lossy(&self.rest[begin..begin + length]).into_owned();
            begin += length + 1;
            items.extend(self.line(line.trim_end_matches('\r'))?);
        }
        self.rest.drain(..begin);
        if self.rest.len() > LARGEST || self.data.len() > LARGEST {
            return Err(RemoteError::Feed(FeedEnd::TooLarge));
        }
        Ok(items)
    }

    fn line(&mut self, line: &str) -> Result<Option<FeedItem>, RemoteError> {
        if line.is_empty() {
            return self.finish();
        }
        let (name, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match name {
            "id" => value.clone_into(&mut self.id),
            "event" => value.clone_into(&mut self.event),
            "data" => {
                if !self.data.is_empty() {
                    self.data.push('\n');
                }
                self.data.push_str(value);
            }
            // Comments have no name; other fields mean nothing here.
            _ => {}
        }
        Ok(None)
    }

    fn finish(&mut self) -> Result<Option<FeedItem>, RemoteError> {
        let (word, data) = (std::mem::take(&mut self.event), std::mem::take(&mut self.data));
        // An event that this program doesn't know is passed over; the next one carries the place on.
        let Some(event) = FeedEvent::from_word(&word) else {
            return Ok(None);
        };
        let data = match data.as_str() {
            "" => FeedData::default(),
            data => serde_json::from_str(data).map_err(broken)?,
        };
        let entity = entities::by_name(&data.entity);
        let row = match (entity, data.row) {
            (Some(entity), Some(row)) => Some(Row::from_json(entity, row).map_err(broken)?),
            _ => None,
        };
        Ok(Some(FeedItem {
            place: self.id.clone(),
            event,
            entity,
            id: data.id,
            row,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Language;
    use crate::entities::TICKET;
    use crate::sentences::Sentences;

    const EVENTS: &str = ": \n\nid: 7\nevent: place\ndata: {\"entity\":\"\",\"id\":0}\n\nid: 8\r\nevent: changed\r\n\
        data: {\"entity\":\"Ticket\",\"id\":3,\"version\":2,\"row\":{\"id\":3,\"title\":\"Ü: b\"}}\r\n\r\n:\n\n\
        id: 9\nevent: removed\ndata: {\"entity\":\"Ticket\",\"id\":3}\n\nid: 10\nevent: later\ndata: x\n\n";

    #[test]
    fn events_are_read_however_the_bytes_are_cut() {
        let mut whole = Parser::default();
        let items = whole.take(EVENTS.as_bytes()).unwrap();
        let seen: Vec<_> = items
            .iter()
            .map(|item| (item.place.as_str(), item.event, item.id))
            .collect();
        let expected = [
            ("7", FeedEvent::Place, 0),
            ("8", FeedEvent::Changed, 3),
            ("9", FeedEvent::Removed, 3),
        ];
        assert_eq!(seen, expected);
        assert_eq!(items[1].row.as_ref().unwrap().text("title"), Some("Ü: b"));
        assert_eq!((items[2].entity, &items[2].row), (Some(&TICKET), &None));
        for size in [1, 2, 3, 7, 50] {
            let mut parser = Parser::default();
            let pieces = EVENTS.as_bytes().chunks(size);
            let cut: Vec<_> = pieces.flat_map(|piece| parser.take(piece).unwrap()).collect();
            assert_eq!(cut, items, "in pieces of {size}");
        }
    }

    #[test]
    fn what_is_no_event_ends_the_feed_with_an_error() {
        let mut parser = Parser::default();
        assert!(parser.take(b"event: changed\ndata: {\n\n").is_err());
    }

    #[test]
    fn an_event_that_is_too_large_is_said_to_be_so() {
        let mut parser = Parser::default();
        let error = parser.take(&vec![b'x'; LARGEST + 1]).unwrap_err();
        assert!(matches!(error, RemoteError::Feed(FeedEnd::TooLarge)), "{error}");
        let said = [Language::English, Language::German].map(|language| error.said(&Sentences::new(language)));
        assert!(said[0].contains("larger than any may be"), "{said:?}");
        assert!(said[1].contains("größer, als eine sein darf"), "{said:?}");
    }
}
