//! Sessions of people: a random token, kept as SHA-256, valid 12 hours and prolonged by use up to 30 days.

use super::{OperationError, Operations, people};
use crate::base::{Secret, Timestamp};
use crate::domain::{Actor, Agency, Person};
use crate::entities::COMPANY;
use crate::server::store::{StoreError, rows, seed};
use crate::server::visible::kind_word;
use crate::wire::ext::session::{Me, NewSession, Session};
use rusqlite::{Connection, OptionalExtension};

/// How long a session lasts after its last use, in minutes.
const IDLE: i64 = 12 * 60;
/// How long it lasts at most, in minutes.
const LONGEST: i64 = 30 * 24 * 60;

/// A session that a request came with.
#[derive(Clone, Debug)]
pub struct Current {
    /// The session.
    pub id: i64,
    /// Its person, with the level that they have now.
    pub actor: Actor,
    used_at: Timestamp,
}

impl Operations {
    /// Begins a session for a person whose identity is proved.
    ///
    /// # Errors
    /// `unauthorized` where the person may not act any more.
    pub async fn begin_session(&self, person: Person) -> Result<NewSession, OperationError> {
        self.write(move |writing| {
            let actor = people::actor(writing, person, Agency::Human)?.ok_or(OperationError::Unauthorized)?;
            let token = Secret::generate();
            let now = writing.at();
            let expires_at = now.plus_minutes(IDLE);
            writing.execute("DELETE FROM session WHERE expires_at <= ?1", [now.millis()])?;
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
        })
        .await
    }

    /// The session of a token, and its person as they are now. Use prolongs it, noted once a minute.
    ///
    /// # Errors
    /// `unauthorized` where it is unknown, over, or its person may not act any more.
    pub async fn session(&self, token: Secret) -> Result<Current, OperationError> {
        let now = self.now();
        let current = self
            .read(move |connection| find(connection, &token, now)?.ok_or(OperationError::Unauthorized))
            .await?;
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

    /// Who an actor is, in full.
    ///
    /// # Errors
    /// The database's.
    pub async fn me(&self, actor: Actor) -> Result<Me, OperationError> {
        let now = self.now();
        self.read(move |connection| Ok(me(connection, &actor, now)?)).await
    }

    /// Everybody who can sign in and may act, the provider's people first: for the demo's choice of whom to become.
    ///
    /// # Errors
    /// The database's.
    pub async fn everybody(&self) -> Result<Vec<Me>, OperationError> {
        let now = self.now();
        self.read(move |connection| {
            let mut statement = connection
                .prepare_cached("SELECT person_kind, person_id FROM login ORDER BY person_kind DESC, person_id")?;
            let people =
                statement.query_map([], |row| Ok(people::person_of(&row.get::<_, String>(0)?, row.get(1)?)))?;
            let mut everybody = Vec::new();
            for person in people {
                if let Some(actor) = people::actor(connection, person?, Agency::Human)? {
                    everybody.push(me(connection, &actor, now)?);
                }
            }
            Ok(everybody)
        })
        .await
    }

    /// Who has that user name; for none, the desk's first administrator.
    ///
    /// # Errors
    /// `not_found` where there is nobody.
    pub async fn somebody(&self, user_name: Option<String>) -> Result<Person, OperationError> {
        self.read(move |connection| {
            let person = match user_name {
                Some(name) => people::login(connection, &name)?.map(|(person, _)| person),
                None => first_administrator(connection)?,
            };
            person.ok_or(OperationError::NotFound)
        })
        .await
    }
}

fn first_administrator(connection: &Connection) -> Result<Option<Person>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id FROM resource WHERE security_level = 'provider_admin' AND is_active AND license_type IS NOT 7
         ORDER BY id LIMIT 1",
    )?;
    let id = statement.query_row([], |row| row.get(0)).optional()?;
    Ok(id.map(|id| people::person_of("resource", id)))
}

fn find(connection: &Connection, token: &Secret, now: Timestamp) -> Result<Option<Current>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, person_kind, person_id, last_used_at FROM session WHERE token = ?1 AND expires_at > ?2",
    )?;
    let found = statement.query_row((token.digest(), now.millis()), |row| {
        let person = people::person_of(&row.get::<_, String>(1)?, row.get(2)?);
        Ok((row.get(0)?, person, row.get(3)?))
    });
    let Some((id, person, used_at)) = found.optional()? else {
        return Ok(None);
    };
    Ok(people::actor(connection, person, Agency::Human)?.map(|actor| Current {
        id,
        actor,
        used_at: Timestamp::from_millis(used_at),
    }))
}

/// The person of a session that is not over, as they are now.
///
/// # Errors
/// The database's.
pub fn actor(connection: &Connection, session: i64, now: Timestamp) -> Result<Option<Actor>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT person_kind, person_id FROM session WHERE id = ?1 AND expires_at > ?2")?;
    let person = statement.query_row((session, now.millis()), |row| {
        Ok(people::person_of(&row.get::<_, String>(0)?, row.get(1)?))
    });
    match person.optional()? {
        Some(person) => people::actor(connection, person, Agency::Human),
        None => Ok(None),
    }
}

fn me(connection: &Connection, actor: &Actor, at: Timestamp) -> Result<Me, StoreError> {
    let instance = seed::instance(connection, at)?;
    let company = rows::get(connection, &COMPANY, actor.company.0)?;
    let company_name = company.and_then(|company| company.text("companyName").map(str::to_owned));
    Ok(Me {
        person: actor.person,
        user_name: people::user_name(connection, actor.person)?,
        name: actor.name.clone(),
        level: actor.level,
        company: actor.company,
        company_name: company_name.unwrap_or_default(),
        instance_name: instance.name,
        time_zone: instance.zone.to_string(),
    })
}
