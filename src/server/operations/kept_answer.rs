//! Each write once: the first answer to a person's idempotency key is kept and given again, byte for byte.

use super::{OperationError, webhooks};
use crate::base::Timestamp;
use crate::base::ids::ChangeId;
use crate::base::secret::digest;
use crate::domain::Person;
use crate::server::store::{StoreError, Writing, writer};
use crate::server::visible::kind_word;
use rusqlite::{Connection, OptionalExtension};
use serde_json::Value as Json;

/// How long answers are kept, in minutes.
const KEPT_FOR: i64 = 90 * 24 * 60;

/// An answer as it goes over the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: String,
}

impl Answer {
    /// Whether the same request gets the same answer for good: not what only says "not now" or "not you".
    fn is_final(&self) -> bool {
        !matches!(self.status, 401 | 413 | 429) && self.status < 500
    }
}

/// What a key stands for.
#[derive(Clone, Debug)]
pub struct Request {
    /// The idempotency key.
    pub key: ChangeId,
    digest: String,
}

impl Request {
    /// A request to that address with that body. The order of a body's fields doesn't count.
    #[must_use]
    pub fn new(key: ChangeId, address: &str, body: &Json) -> Self {
        Self {
            key,
            digest: digest(format!("{address}\n{}", sorted(body)).as_bytes()),
        }
    }
}

/// The same JSON with every object's fields in alphabetical order.
fn sorted(json: &Json) -> Json {
    match json {
        Json::Array(items) => items.iter().map(sorted).collect(),
        Json::Object(fields) => {
            let mut names: Vec<_> = fields.keys().collect();
            names.sort();
            let field = |name: &String| (name.clone(), fields.get(name).map(sorted).unwrap_or_default());
            Json::Object(names.into_iter().map(field).collect())
        }
        plain => plain.clone(),
    }
}

/// Gives the kept answer, or does the work and keeps what `encode` makes of it. Work that fails is undone; its answer
/// is kept all the same.
///
/// # Errors
/// `key_reused` where the key came with another request; the work's own where its answer is none to keep.
pub fn once<T>(
    writing: &Writing<'_>,
    person: Person,
    request: &Request,
    encode: impl FnOnce(Result<T, OperationError>) -> Answer,
    work: impl FnOnce(&Writing<'_>) -> Result<T, OperationError>,
) -> Result<Answer, OperationError> {
    if let Some((digest, answer)) = find(writing, person, request)? {
        return if digest == request.digest {
            Ok(answer)
        } else {
            Err(OperationError::KeyReused)
        };
    }
    let at = writing.at();
    let result = writer::in_savepoint(writing, |connection| {
        let writing = Writing::new(connection, at);
        let value = work(&writing)?;
        webhooks::finish(&writing)?;
        Ok(value)
    });
    if let Err(error @ (OperationError::Store(_) | OperationError::Unauthorized)) = result {
        return Err(error);
    }
    // Who wrote over what they had not seen reads it anew, and tries again.
    let is_stale = matches!(result, Err(OperationError::ChangedMeanwhile { .. }));
    let answer = encode(result);
    if answer.is_final() && !is_stale {
        keep(writing, person, request, &answer)?;
    }
    Ok(answer)
}

/// Whether a request was answered.
///
/// # Errors
/// The database's.
pub fn is_kept(connection: &Connection, person: Person, request: &Request) -> Result<bool, OperationError> {
    Ok(find(connection, person, request)?.is_some())
}

fn find(
    connection: &Connection,
    person: Person,
    request: &Request,
) -> Result<Option<(String, Answer)>, OperationError> {
    let mut statement = connection.prepare_cached(
        "SELECT request, status, body FROM kept_answer WHERE person_kind = ?1 AND person_id = ?2 AND key = ?3",
    )?;
    let key = (kind_word(person), person.number(), request.key.to_string());
    let found = statement.query_row(key, |row| {
        let answer = Answer {
            status: row.get(1)?,
            body: row.get(2)?,
        };
        Ok((row.get(0)?, answer))
    });
    Ok(found.optional()?)
}

fn keep(writing: &Writing<'_>, person: Person, request: &Request, answer: &Answer) -> Result<(), OperationError> {
    let mut statement = writing.prepare_cached(
        "INSERT INTO kept_answer (person_kind, person_id, key, request, status, body, answered_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    statement.execute((
        kind_word(person),
        person.number(),
        request.key.to_string(),
        &request.digest,
        answer.status,
        &answer.body,
        writing.at().millis(),
    ))?;
    Ok(())
}

/// Forgets answers that are older than 90 days.
///
/// # Errors
/// The database's.
pub fn forget(connection: &Connection, now: Timestamp) -> Result<(), StoreError> {
    let oldest = now.plus_minutes(-KEPT_FOR).millis();
    connection.execute("DELETE FROM kept_answer WHERE answered_at < ?1", [oldest])?;
    Ok(())
}
