//! A client's people as whoever manages them sees them.

use super::{licences, managing, two_factor};
use crate::base::Timestamp;
use crate::base::fold;
use crate::base::ids::{CompanyId, ContactId};
use crate::domain::{Actor, SecurityLevel};
use crate::records::administration::people::{PeoplePage, PersonFields, PersonLine, TwoFactorState};
use crate::records::administration::portal::PortalSettings;
use crate::records::administration::seeing;
use crate::server::operations::administration::portal;
use crate::server::operations::{OperationError, Operations};
use crate::server::store::StoreError;
use crate::server::store::zones;
use rusqlite::{Connection, Row as Columns};
use std::collections::HashMap;

impl Operations {
    /// A client's people, by name.
    ///
    /// # Errors
    /// `forbidden` for who doesn't manage people; `not_found` for another company than a client's own.
    pub async fn people(&self, reader: Actor, company: CompanyId) -> Result<PeoplePage, OperationError> {
        let now = self.now();
        self.read(move |connection| {
            managing::company(connection, &reader, company)?;
            let mut items = lines(connection, company, None)?;
            items.sort_by_cached_key(|line| {
                let fields = &line.fields;
                (fold::fold(&fields.last_name), fold::fold(&fields.first_name), line.id.0)
            });
            for line in &mut items {
                line.seen = seeing::seen(&line.fields);
            }
            let today = zones::today(connection, now)?.to_string();
            Ok(PeoplePage { items, today })
        })
        .await
    }
}

/// One contact.
///
/// # Errors
/// `not_found`.
pub fn line(connection: &Connection, contact: ContactId) -> Result<PersonLine, OperationError> {
    let mut statement = connection.prepare_cached("SELECT company_id FROM contact WHERE id = ?1")?;
    let company: Option<i64> = statement.query_row([contact.0], |row| row.get(0))?;
    let company = CompanyId(company.unwrap_or_default());
    let line = lines(connection, company, Some(contact))?.pop();
    line.ok_or(OperationError::NotFound)
}

/// What a company's lines share.
struct Shared {
    licences: HashMap<ContactId, String>,
    settings: PortalSettings,
}

fn lines(
    connection: &Connection,
    company: CompanyId,
    only: Option<ContactId>,
) -> Result<Vec<PersonLine>, OperationError> {
    let shared = Shared {
        licences: licences::since(connection, company)?.into_iter().collect(),
        settings: portal::effective(connection, company)?,
    };
    let mut statement = connection.prepare_cached(
        "SELECT contact.id, first_name, last_name, email_address, phone, contact.is_active, is_portal_active, user_name,
                security_level, custom_level_id, security_level.name, totp_confirmed, must_change, last_sign_in_at
         FROM contact
         LEFT JOIN login ON login.person_kind = 'contact' AND login.person_id = contact.id
         LEFT JOIN security_level ON security_level.id = contact.custom_level_id
         WHERE company_id = ?1 AND (?2 IS NULL OR contact.id = ?2)",
    )?;
    let found = statement.query_map((company.0, only.map(|contact| contact.0)), |row| read(row, &shared))?;
    let lines: Result<Vec<_>, rusqlite::Error> = found.collect();
    Ok(lines.map_err(StoreError::from)?)
}

fn read(row: &Columns<'_>, shared: &Shared) -> rusqlite::Result<PersonLine> {
    let text = |column: usize| Ok::<_, rusqlite::Error>(row.get::<_, Option<String>>(column)?.unwrap_or_default());
    let flag = |column: usize| Ok::<_, rusqlite::Error>(row.get::<_, Option<bool>>(column)?.unwrap_or_default());
    let id = ContactId(row.get(0)?);
    let number: Option<i64> = row.get(8)?;
    let security_level = number.and_then(SecurityLevel::from_portal_number);
    let two_factor = match security_level {
        _ if flag(11)? => TwoFactorState::Configured,
        Some(level) if two_factor::applies(shared.settings.two_factor, level) => TwoFactorState::NotConfigured,
        _ => TwoFactorState::NotRequired,
    };
    Ok(PersonLine {
        id,
        fields: PersonFields {
            first_name: text(1)?,
            last_name: text(2)?,
            email: text(3)?,
            phone: text(4)?,
        },
        is_active: flag(5)?,
        is_portal_active: flag(6)?,
        user_name: text(7)?,
        level: row.get::<_, Option<i64>>(9)?.or(number),
        security_level,
        level_name: text(10)?,
        licence_since: shared.licences.get(&id).cloned(),
        two_factor,
        must_change_password: flag(12)?,
        last_sign_in: row.get::<_, Option<i64>>(13)?.map(Timestamp::from_millis),
        seen: String::new(),
    })
}
