//! Who somebody is, in full: for themselves, and for the demo's choice of whom to become.

use super::administration::portal;
use super::people::two_factor;
use super::{OperationError, Operations, people, portal_version};
use crate::base::Timestamp;
use crate::domain::{Actor, Agency, Person};
use crate::entities::COMPANY;
use crate::server::store::{StoreError, rows, seed};
use crate::wire::ext::session::Me;
use rusqlite::{Connection, OptionalExtension};

impl Operations {
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

/// The desk's first administrator, where there is one.
///
/// # Errors
/// The database's.
pub(super) fn first_administrator(connection: &Connection) -> Result<Option<Person>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id FROM resource WHERE security_level = 'provider_admin' AND is_active AND license_type IS NOT 7
         ORDER BY id LIMIT 1",
    )?;
    let id = statement.query_row([], |row| row.get(0)).optional()?;
    Ok(id.map(|id| people::person_of("resource", id)))
}

/// Who an actor is, in full.
///
/// # Errors
/// The database's.
pub fn me(connection: &Connection, actor: &Actor, at: Timestamp) -> Result<Me, StoreError> {
    let instance = seed::instance(connection, at)?;
    let company = rows::get(connection, &COMPANY, actor.company.0)?;
    let company_name = company.and_then(|company| company.text("companyName").map(str::to_owned));
    let settings = portal::effective(connection, actor.company)?;
    Ok(Me {
        person: actor.person,
        user_name: people::user_name(connection, actor.person)?,
        name: actor.name.clone(),
        level: actor.level,
        company: actor.company,
        company_name: company_name.unwrap_or_default(),
        branding: portal::named(connection, settings.branding, at)?,
        instance_name: instance.name,
        time_zone: instance.zone.to_string(),
        must_change_password: people::passwords::must_change(connection, actor.person)?,
        two_factor: two_factor::state(connection, actor)?,
        lock_after_minutes: settings.lock_after_minutes,
        has_version_switch: portal_version::is_offered(connection, actor)?,
        portal_version: portal_version::of(connection, actor)?,
    })
}
