//! Sessions of people: a random token, kept as SHA-256, valid 12 hours and prolonged by use up to 30 days.

use super::administration::admission::admit;
use super::identity::me;
use super::people::two_factor;
use super::{OperationError, Operations, people};
use crate::base::{Secret, Timestamp};
use crate::domain::{Actor, Agency, Person, Refusal};
use crate::records::administration::people::TwoFactorState;
use crate::server::store::{StoreError, Writing};
use crate::server::visible::kind_word;
use crate::wire::ext::session::{NewSession, Session};
use rusqlite::{Connection, OptionalExtension};

/// How long a session lasts after its last use, in minutes.
const IDLE: i64 = 12 * 60;
/// How long it lasts at most, in minutes.
const LONGEST: i64 = 30 * 24 * 60;
/// How long one that is over is known, in minutes: as long as answers are kept.
const KNOWN_AFTERWARDS: i64 = 90 * 24 * 60;

/// A session that a request came with.
#[derive(Clone, Debug)]
pub struct Current {
    /// The session.
    pub id: i64,
    /// Its person, with the level that they have now.
    pub actor: Actor,
    /// What they must do before anything else: change the password, set up the second factor.
    pub first: Option<Refusal>,
    used_at: Timestamp,
}

impl Operations {
    /// Begins a session for a person whose identity is proved.
    ///
    /// # Errors
    /// `unauthorized` where the person may not act any more.
    pub async fn begin_session(&self, person: Person) -> Result<NewSession, OperationError> {
        self.write(move |writing| begin(writing, person)).await
    }

    /// Begins a session for a person who knows the password with that hash, and the code of the second factor where it is
    /// set up.
    ///
    /// # Errors
    /// As [`Operations::begin_session`], also where the password is another one since it was checked; `code_required`,
    /// `code_refused`.
    pub async fn sign_in(
        &self,
        person: Person,
        hash: String,
        code: Option<String>,
    ) -> Result<NewSession, OperationError> {
        self.write(move |writing| {
            if people::passwords::hash_of(writing, person)? != Some(hash) {
                return Err(OperationError::Unauthorized);
            }
            people::actor(writing, person, Agency::Human)?.ok_or(OperationError::Unauthorized)?;
            two_factor::check(writing, person, code.as_deref())?;
            writing.execute(
                "UPDATE login SET last_sign_in_at = ?3 WHERE person_kind = ?1 AND person_id = ?2",
                (kind_word(person), person.number(), writing.at().millis()),
            )?;
            begin(writing, person)
        })
        .await
    }

    /// The session of a token, and its person as they are now. Use prolongs it, noted once a minute.
    ///
    /// # Errors
    /// `unauthorized` where it is unknown or over; `deactivated` where its person may not act any more, over or not.
    pub async fn session(&self, token: Secret) -> Result<Current, OperationError> {
        let now = self.now();
        let current = self.read(move |connection| find(connection, &token, now)).await?;
        if now.minutes_since(current.used_at) >= 1 {
            self.prolong(current.id, now);
        }
        Ok(current)
    }

    /// Prolongs a session by use: whoever follows the feed uses it too, which is noted once an hour.
    ///
    /// # Errors
    /// `unauthorized` where it is over.
    pub async fn keep_session(&self, session: i64) -> Result<(), OperationError> {
        let now = self.now();
        let used_at = self
            .read(move |connection| {
                let mut statement =
                    connection.prepare_cached("SELECT last_used_at FROM session WHERE id = ?1 AND expires_at > ?2")?;
                let used_at = statement
                    .query_row((session, now.millis()), |row| row.get(0))
                    .optional()?;
                used_at.map(Timestamp::from_millis).ok_or(OperationError::Unauthorized)
            })
            .await?;
        if now.minutes_since(used_at) >= 60 {
            self.prolong(session, now);
        }
        Ok(())
    }

    /// Notes the use of a session. Whoever reads neither waits for that nor fails by it: a disk may be full.
    fn prolong(&self, session: i64, now: Timestamp) {
        let noting = move |connection: &Connection| {
            connection.execute(
                "UPDATE session SET last_used_at = ?2, expires_at = min(?3, created_at + ?4) WHERE id = ?1",
                (session, now.millis(), now.plus_minutes(IDLE).millis(), LONGEST * 60_000),
            )?;
            Ok(())
        };
        let noted = |ended: Result<(), StoreError>| {
            if let Err(error) = ended {
                tracing::warn!(%error, "the use of a session could not be noted");
            }
        };
        if let Err(error) = self.database().write_behind(noting, noted) {
            noted(Err(error));
        }
    }

    /// A person's sessions, the newest first.
    ///
    /// # Errors
    /// The database's.
    pub async fn sessions(&self, current: Current) -> Result<Vec<Session>, OperationError> {
        let now = self.now();
        self.read(move |connection| {
            let mut statement = connection.prepare_cached(
                "SELECT id, created_at, last_used_at, expires_at FROM session
                 WHERE person_kind = ?1 AND person_id = ?2 AND expires_at > ?3 ORDER BY id DESC",
            )?;
            let person = current.actor.person;
            let rows = statement.query_map((kind_word(person), person.number(), now.millis()), |row| {
                Ok(Session {
                    id: row.get(0)?,
                    created_at: Timestamp::from_millis(row.get(1)?),
                    last_used_at: Timestamp::from_millis(row.get(2)?),
                    expires_at: Timestamp::from_millis(row.get(3)?),
                    current: row.get::<_, i64>(0)? == current.id,
                })
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// Ends a session of that person.
    ///
    /// # Errors
    /// `not_found` where they have no such session.
    pub async fn end_session(&self, person: Person, session: i64) -> Result<(), OperationError> {
        self.write(move |writing| {
            let ended = writing.execute(
                "DELETE FROM session WHERE id = ?1 AND person_kind = ?2 AND person_id = ?3",
                (session, kind_word(person), person.number()),
            )?;
            if ended == 1 {
                Ok(())
            } else {
                Err(OperationError::NotFound)
            }
        })
        .await
    }
}

fn begin(writing: &Writing<'_>, person: Person) -> Result<NewSession, OperationError> {
    let actor = people::actor(writing, person, Agency::Human)?.ok_or(OperationError::Unauthorized)?;
    admit(writing, &actor)?;
    let token = Secret::generate();
    let now = writing.at();
    let expires_at = now.plus_minutes(IDLE);
    end_expired(writing)?;
    writing.execute(
        "INSERT INTO session (token, person_kind, person_id, created_at, last_used_at, expires_at)
         VALUES (?1, ?2, ?3, ?4, ?4, ?5)",
        (
            token.digest(),
            kind_word(person),
            person.number(),
            now.millis(),
            expires_at.millis(),
        ),
    )?;
    let session = Session {
        id: writing.last_insert_rowid(),
        created_at: now,
        last_used_at: now,
        expires_at,
        current: true,
    };
    Ok(NewSession {
        token: token.expose().to_owned(),
        session,
        me: me(writing, &actor, now)?,
    })
}

/// Ends a person's sessions, all but one where one is named.
///
/// # Errors
/// The database's.
pub fn end_all(writing: &Writing<'_>, person: Person, but: Option<i64>) -> Result<(), OperationError> {
    let now = writing.at().millis();
    let which = (kind_word(person), person.number(), but);
    writing.execute(
        "INSERT OR IGNORE INTO ended_session (token, person_kind, person_id, ended_at)
         SELECT token, person_kind, person_id, ?4 FROM session
         WHERE person_kind = ?1 AND person_id = ?2 AND id IS NOT ?3",
        (which.0, which.1, which.2, now),
    )?;
    writing.execute(
        "DELETE FROM session WHERE person_kind = ?1 AND person_id = ?2 AND id IS NOT ?3",
        which,
    )?;
    Ok(())
}

/// Ends what has expired, and forgets what ended long ago.
fn end_expired(writing: &Writing<'_>) -> Result<(), OperationError> {
    let now = writing.at();
    writing.execute(
        "INSERT OR IGNORE INTO ended_session (token, person_kind, person_id, ended_at)
         SELECT token, person_kind, person_id, expires_at FROM session WHERE expires_at <= ?1",
        [now.millis()],
    )?;
    writing.execute("DELETE FROM session WHERE expires_at <= ?1", [now.millis()])?;
    let oldest = now.plus_minutes(-KNOWN_AFTERWARDS);
    writing.execute("DELETE FROM ended_session WHERE ended_at <= ?1", [oldest.millis()])?;
    Ok(())
}

fn find(connection: &Connection, token: &Secret, now: Timestamp) -> Result<Current, OperationError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, person_kind, person_id, last_used_at FROM session WHERE token = ?1 AND expires_at > ?2",
    )?;
    let found = statement.query_row((token.digest(), now.millis()), |row| {
        let person = people::person_of(&row.get::<_, String>(1)?, row.get(2)?);
        Ok((row.get(0)?, person, row.get(3)?))
    });
    let Some((id, person, used_at)) = found.optional()? else {
        return Err(over(connection, token)?);
    };
    let actor = people::actor(connection, person, Agency::Human)?.ok_or(OperationError::Deactivated)?;
    admit(connection, &actor)?;
    Ok(Current {
        id,
        first: first(connection, &actor)?,
        actor,
        used_at: Timestamp::from_millis(used_at),
    })
}

/// Why a session that is over, or that never was, lets nobody in.
fn over(connection: &Connection, token: &Secret) -> Result<OperationError, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT person_kind, person_id FROM ended_session WHERE token = ?1
         UNION ALL SELECT person_kind, person_id FROM session WHERE token = ?1",
    )?;
    let person = statement.query_row([token.digest()], |row| {
        Ok(people::person_of(&row.get::<_, String>(0)?, row.get(1)?))
    });
    let is_gone = match person.optional()? {
        Some(person) => people::actor(connection, person, Agency::Human)?.is_none(),
        None => false,
    };
    Ok(match is_gone {
        true => OperationError::Deactivated,
        false => OperationError::Unauthorized,
    })
}

/// The person of a session that is not over, as they are now; none while they have something else to do first.
///
/// # Errors
/// The database's.
pub fn actor(connection: &Connection, session: i64, now: Timestamp) -> Result<Option<Actor>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT person_kind, person_id FROM session WHERE id = ?1 AND expires_at > ?2")?;
    let person = statement.query_row((session, now.millis()), |row| {
        Ok(people::person_of(&row.get::<_, String>(0)?, row.get(1)?))
    });
    let Some(person) = person.optional()? else {
        return Ok(None);
    };
    let Some(actor) = people::actor(connection, person, Agency::Human)? else {
        return Ok(None);
    };
    Ok(first(connection, &actor)?.is_none().then_some(actor))
}

/// What this person must do before anything else.
fn first(connection: &Connection, actor: &Actor) -> Result<Option<Refusal>, StoreError> {
    Ok(if people::passwords::must_change(connection, actor.person)? {
        Some(Refusal::PasswordMustChange)
    } else if two_factor::state(connection, actor)? == TwoFactorState::NotConfigured {
        Some(Refusal::TwoFactorRequired)
    } else {
        None
    })
}
