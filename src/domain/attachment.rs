//! Files on tickets: who may attach one follows from who may write a note for the same readers.

use super::conversation::require_audience;
use super::note::{Audience, Readers};
use super::{Actor, Outcome, Person, Refusal, Ticket, one_line};
use crate::base::Timestamp;

/// The largest file, in bytes: 7 MiB.
pub const LARGEST: u64 = 7 << 20;
/// The length of every piece of a file but the last, in bytes: it fits through a slow line within a request's time.
pub const PIECE: usize = 64 * 1024;
/// The longest name of a file, in characters (TicketAttachments.title).
pub const LONGEST_NAME: usize = 255;
/// SHA-256 in hexadecimal has so many letters.
const DIGEST: usize = 64;

/// A file that an act attaches. What is in it goes another way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Who attached it.
    pub author: Person,
    /// Their name as of then.
    pub author_name: String,
    /// Who sees it.
    pub readers: Readers,
    /// The file's name.
    pub name: String,
    /// In bytes.
    pub size: u64,
    /// Of what is in it: SHA-256, in hexadecimal.
    pub digest: String,
    /// When the server took it.
    pub at: Timestamp,
}

/// A file as an act names it.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// Its name.
    pub name: &'a str,
    /// In bytes.
    pub size: u64,
    /// SHA-256, in hexadecimal.
    pub digest: &'a str,
}

/// Attaches a file.
///
/// # Errors
/// A name that is none, a file that is too large, or a level that may not write for this audience.
pub fn attach(
    ticket: &Ticket,
    actor: &Actor,
    audience: Audience,
    file: File<'_>,
    at: Timestamp,
) -> Result<Outcome, Refusal> {
    require_audience(ticket, actor, audience)?;
    let name = one_line::checked("name", file.name, LONGEST_NAME)?;
    if name.is_empty() {
        return Err(Refusal::Required { field: "name" });
    }
    require_size(file.size)?;
    if !is_digest(file.digest) {
        return Err(Refusal::NotUsable { field: "digest" });
    }
    let mut outcome = Outcome::unchanged(ticket);
    outcome.attachments.push(Attachment {
        author: actor.person,
        author_name: actor.name.clone(),
        readers: Readers::of(audience, actor.side()),
        name,
        size: file.size,
        digest: file.digest.to_owned(),
        at,
    });
    Ok(outcome)
}

/// Refuses a file that is too large.
///
/// # Errors
/// `out_of_range`.
pub fn require_size(size: u64) -> Result<(), Refusal> {
    if size > LARGEST {
        let limit = i64::try_from(LARGEST).unwrap_or(i64::MAX);
        return Err(Refusal::OutOfRange { field: "size", limit });
    }
    Ok(())
}

/// Whether a text is SHA-256 in hexadecimal, in small letters.
#[must_use]
pub fn is_digest(text: &str) -> bool {
    text.len() == DIGEST && text.bytes().all(|letter| matches!(letter, b'0'..=b'9' | b'a'..=b'f'))
}
