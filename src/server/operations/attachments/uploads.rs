//! Files on their way: what a slow line has brought so far, by person, ticket and digest, so that sending a piece again
//! changes nothing. A file becomes an attachment by the act that names it, once all of it is there.

use super::{OperationError, Operations, of_ticket};
use crate::base::Timestamp;
use crate::base::ids::TicketId;
use crate::domain::attachment::{PIECE, is_digest, require_size};
use crate::domain::conversation::require_audience;
use crate::domain::note::Audience;
use crate::domain::{Actor, Person, Refusal};
use crate::sentences::Wording;
use crate::server::store::{StoreError, Writing};
use crate::server::visible::kind_word;
use crate::wire::ext::upload::UploadState;
use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};

/// How long a file that isn't whole is kept, in minutes: a week.
const KEPT_FOR: i64 = 7 * 24 * 60;
/// How many bytes of files that aren't attached yet one person may have here.
const MOST_WAITING: u64 = 64 << 20;

/// Which file.
#[derive(Clone, Debug)]
pub struct Upload {
    /// The ticket that it is for.
    pub ticket: TicketId,
    /// Of all of it: SHA-256, in hexadecimal.
    pub digest: String,
}

/// A piece of it.
#[derive(Debug)]
pub struct Piece {
    /// The size of all of it, in bytes.
    pub size: u64,
    /// Where it lies.
    pub offset: u64,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Operations {
    /// How much of a file is here.
    ///
    /// # Errors
    /// `not_found` where this person sees no such ticket.
    pub async fn upload_state(&self, actor: Actor, upload: Upload) -> Result<UploadState, OperationError> {
        self.write(move |writing| {
            of_ticket(writing, &actor, upload.ticket)?;
            let kept = find(writing, actor.person, &upload)?;
            Ok(kept.map_or(UploadState::default(), |kept| kept.state()))
        })
        .await
    }

    /// Takes the next piece of a file, and says how much is here then. A piece that lies elsewhere is passed over: the
    /// answer says where to go on.
    ///
    /// # Errors
    /// `not_found`; `forbidden` for who may attach nothing there; a file that is too large, or isn't what its digest says.
    pub async fn take_piece(&self, actor: Actor, upload: Upload, piece: Piece) -> Result<UploadState, OperationError> {
        let taken = self.write(move |writing| {
            let (_, ticket) = of_ticket(writing, &actor, upload.ticket)?;
            let may = |audience| require_audience(&ticket, &actor, audience);
            may(Audience::Public).or_else(|_| may(Audience::Internal))?;
            check(&upload, &piece)?;
            let kept = begun(writing, actor.person, &upload, piece.size)?;
            if piece.offset != kept.received || piece.bytes.is_empty() {
                return Ok(Ok(kept.state()));
            }
            let kept = append(writing, &kept, &piece)?;
            if kept.received == kept.size && !is_what_was_named(writing, &kept, &upload.digest)? {
                // It has to be sent afresh, so what came of it goes.
                forget_one(writing, kept.id)?;
                let message = Wording::of("unfit-digest");
                return Ok(Err(OperationError::field("digest", message)));
            }
            Ok(Ok(kept.state()))
        });
        taken.await?
    }
}

/// A file as far as it is here.
struct Kept {
    id: i64,
    size: u64,
    received: u64,
}

impl Kept {
    fn state(&self) -> UploadState {
        UploadState {
            received: self.received,
            size: self.size,
        }
    }
}

fn check(upload: &Upload, piece: &Piece) -> Result<(), OperationError> {
    require_size(piece.size)?;
    if !is_digest(&upload.digest) {
        return Err(Refusal::NotUsable { field: "digest" }.into());
    }
    let length = u64::try_from(piece.bytes.len()).unwrap_or(u64::MAX);
    let end = piece.offset.saturating_add(length);
    // Pieces lie in the database as they come; all have one length but the last.
    if end > piece.size || (piece.bytes.len() != PIECE && end != piece.size) {
        let message = Wording::of("unfit-offset").with("bytes", PIECE);
        return Err(OperationError::field("offset", message));
    }
    Ok(())
}

fn find(connection: &Connection, person: Person, upload: &Upload) -> Result<Option<Kept>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, size, received FROM attachment_upload
         WHERE person_kind = ?1 AND person_id = ?2 AND ticket_id = ?3 AND digest = ?4",
    )?;
    let key = (kind_word(person), person.number(), upload.ticket.0, &upload.digest);
    let kept = statement.query_row(key, |row| {
        Ok(Kept {
            id: row.get(0)?,
            size: row.get(1)?,
            received: row.get(2)?,
        })
    });
    Ok(kept.optional()?)
}

/// The file as far as it is here; it begins where nothing is, or where another size was named before.
fn begun(writing: &Writing<'_>, person: Person, upload: &Upload, size: u64) -> Result<Kept, OperationError> {
    match find(writing, person, upload)? {
        Some(kept) if kept.size == size => return Ok(kept),
        Some(kept) => forget_one(writing, kept.id)?,
        None => {}
    }
    let key = (kind_word(person), person.number());
    let waiting: u64 = writing
        .prepare_cached(
            "SELECT coalesce(sum(size), 0) FROM attachment_upload WHERE person_kind = ?1 AND person_id = ?2",
        )?
        .query_row(key, |row| row.get(0))?;
    if waiting.saturating_add(size) > MOST_WAITING {
        let message = Wording::of("unfit-waiting");
        return Err(OperationError::field("size", message));
    }
    let mut statement = writing.prepare_cached(
        "INSERT INTO attachment_upload (person_kind, person_id, ticket_id, digest, size, begun_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6) RETURNING id",
    )?;
    let row = (
        key.0,
        key.1,
        upload.ticket.0,
        &upload.digest,
        size,
        writing.at().millis(),
    );
    let id = statement.query_row(row, |row| row.get(0))?;
    Ok(Kept { id, size, received: 0 })
}

fn append(writing: &Writing<'_>, kept: &Kept, piece: &Piece) -> Result<Kept, StoreError> {
    let position = piece.offset / u64::try_from(PIECE).unwrap_or(1);
    writing
        .prepare_cached("INSERT INTO upload_piece (upload_id, position, bytes) VALUES (?1, ?2, ?3)")?
        .execute((kept.id, position, &piece.bytes))?;
    let received = kept.received + u64::try_from(piece.bytes.len()).unwrap_or_default();
    writing
        .prepare_cached("UPDATE attachment_upload SET received = ?2 WHERE id = ?1")?
        .execute((kept.id, received))?;
    Ok(Kept { received, ..*kept })
}

/// Whether what came is what its digest says.
fn is_what_was_named(writing: &Writing<'_>, kept: &Kept, digest: &str) -> Result<bool, OperationError> {
    let mut statement =
        writing.prepare_cached("SELECT bytes FROM upload_piece WHERE upload_id = ?1 ORDER BY position")?;
    let mut pieces = statement.query([kept.id])?;
    let mut hasher = Sha256::new();
    while let Some(piece) = pieces.next()? {
        hasher.update(piece.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?);
    }
    let found: String = hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(found == digest)
}

/// Puts what was brought into an attachment, and forgets it as an upload.
///
/// # Errors
/// `upload_incomplete` where not all of it is here.
pub fn finish(
    writing: &Writing<'_>,
    person: Person,
    upload: &Upload,
    size: u64,
    attachment: i64,
) -> Result<(), OperationError> {
    if size == 0 {
        return Ok(());
    }
    let kept = find(writing, person, upload)?.filter(|kept| kept.size == size && kept.received == size);
    let kept = kept.ok_or(Refusal::UploadIncomplete)?;
    writing
        .prepare_cached(
            "INSERT INTO attachment_piece (attachment_id, position, bytes)
             SELECT ?2, position, bytes FROM upload_piece WHERE upload_id = ?1",
        )?
        .execute((kept.id, attachment))?;
    Ok(forget_one(writing, kept.id)?)
}

fn forget_one(connection: &Connection, id: i64) -> Result<(), StoreError> {
    for delete in [
        "DELETE FROM upload_piece WHERE upload_id = ?1",
        "DELETE FROM attachment_upload WHERE id = ?1",
    ] {
        connection.prepare_cached(delete)?.execute([id])?;
    }
    Ok(())
}

/// Forgets what nobody has gone on with.
///
/// # Errors
/// The database's.
pub fn forget(connection: &Connection, now: Timestamp) -> Result<(), StoreError> {
    let oldest = now.plus_minutes(-KEPT_FOR).millis();
    let mut statement = connection.prepare_cached("SELECT id FROM attachment_upload WHERE begun_at < ?1")?;
    let ids: Vec<i64> = statement
        .query_map([oldest], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    ids.into_iter().try_for_each(|id| forget_one(connection, id))
}
