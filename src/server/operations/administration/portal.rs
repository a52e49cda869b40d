//! Portal settings: the global ones, and what a client has instead (CP-28, CP-29).

use super::{Done, checked, require, seen, visible_company};
use crate::base::ids::CompanyId;
use crate::base::{Date, Timestamp};
use crate::domain::permission::Action;
use crate::domain::{Actor, Refusal};
use crate::records::administration::portal::{
    Branding, PortalOverrides, PortalPage, PortalSettings, ResourceNames, ShownTime,
};
use crate::records::administration::seeing::{self, Seeing};
use crate::server::operations::{OperationError, Operations};
use crate::server::store::{StoreError, Writing, feed, seed};
use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;

/// The longest time without a key until the screen is locked, in minutes: a day.
const LONGEST_LOCK: u16 = 1440;

impl Operations {
    /// The global settings, or a client's with what they override.
    ///
    /// # Errors
    /// `forbidden` but to the provider's administrators, `not_found` where there is no such client.
    pub async fn portal_page(&self, actor: Actor, company: Option<CompanyId>) -> Result<PortalPage, OperationError> {
        self.read(move |connection| {
            require(&actor, Action::ConfigureInstance)?;
            let (company_name, overrides) = match company {
                Some(id) => {
                    let row = visible_company(connection, &actor, id)?;
                    let name = row.text("companyName").unwrap_or_default().to_owned();
                    (name, overrides(connection, id)?)
                }
                None => Default::default(),
            };
            let global = global(connection)?;
            Ok(PortalPage {
                company,
                company_name,
                seen: match company {
                    Some(_) => seeing::seen(&overrides),
                    None => seeing::seen(&global),
                },
                global,
                overrides,
            })
        })
        .await
    }

    /// How what goes out looks before anybody has signed in, with the provider's name where there is none.
    ///
    /// # Errors
    /// The database's.
    pub async fn branding(&self) -> Result<Branding, OperationError> {
        let now = self.now();
        self.read(move |connection| Ok(named(connection, global(connection)?.branding, now)?))
            .await
    }
}

/// The branding, with the provider's name where it has none.
///
/// # Errors
/// The database's.
pub fn named(connection: &Connection, mut branding: Branding, at: Timestamp) -> Result<Branding, StoreError> {
    if branding.name.is_empty() {
        branding.name = seed::instance(connection, at)?.name;
    }
    Ok(branding)
}

/// What holds at a client: its own settings over the global ones.
///
/// # Errors
/// The database's.
pub fn effective(connection: &Connection, company: CompanyId) -> Result<PortalSettings, StoreError> {
    Ok(global(connection)?.with(&overrides(connection, company)?))
}

/// The settings of every client that has none of its own.
///
/// # Errors
/// The database's.
pub fn global(connection: &Connection) -> Result<PortalSettings, StoreError> {
    load(connection, None)
}

fn overrides(connection: &Connection, company: CompanyId) -> Result<PortalOverrides, StoreError> {
    load(connection, Some(company))
}

fn load<T: Default + DeserializeOwned>(connection: &Connection, company: Option<CompanyId>) -> Result<T, StoreError> {
    let mut statement = connection.prepare_cached("SELECT body FROM portal_setting WHERE company_id IS ?1")?;
    let body: Option<String> = statement
        .query_row([company.map(|company| company.0)], |row| row.get(0))
        .optional()?;
    let Some(body) = body else {
        return Ok(T::default());
    };
    serde_json::from_str(&body).map_err(|error| StoreError::Corrupt(format!("portal_setting: {error}")))
}

fn save(writing: &Writing<'_>, company: Option<CompanyId>, body: &impl Serialize) -> Result<(), OperationError> {
    let company = company.map(|company| company.0);
    writing.execute("DELETE FROM portal_setting WHERE company_id IS ?1", [company])?;
    writing.execute(
        "INSERT INTO portal_setting (company_id, body) VALUES (?1, ?2)",
        (company, json!(body).to_string()),
    )?;
    Ok(())
}

/// Writes the global settings inside a write.
///
/// # Errors
/// The first value that doesn't fit.
pub fn write(writing: &Writing<'_>, wanted: &Seeing<PortalSettings>) -> Result<Done, OperationError> {
    let today = today(writing)?;
    let before = global(writing)?;
    seen::check(wanted, &before)?;
    let wanted = &wanted.value;
    check_lock(wanted.lock_after_minutes)?;
    let after = PortalSettings {
        tickets_since: day(wanted.tickets_since.as_deref(), today)?,
        branding: branding(&wanted.branding)?,
        ..wanted.clone()
    };
    save(writing, None, &after)?;
    restart_where(writing, |own| shown(&before.with(own)) != shown(&after.with(own)))?;
    Ok(Done {
        company: None,
        subject: seed::instance(writing, writing.at())?.name,
        before: json!(before),
        after: json!(after),
        answer: None,
    })
}

/// Writes what a client has instead of the global settings, inside a write.
///
/// # Errors
/// `not_found`, or the first value that doesn't fit.
pub fn override_settings(
    writing: &Writing<'_>,
    actor: &Actor,
    company: CompanyId,
    wanted: &Seeing<PortalOverrides>,
) -> Result<Done, OperationError> {
    let row = visible_company(writing, actor, company)?;
    let today = today(writing)?;
    let before = overrides(writing, company)?;
    seen::check(wanted, &before)?;
    let wanted = &wanted.value;
    check_lock(wanted.lock_after_minutes)?;
    let after = PortalOverrides {
        tickets_since: day(wanted.tickets_since.as_deref(), today)?,
        branding: wanted.branding.as_ref().map(branding).transpose()?,
        ..wanted.clone()
    };
    save(writing, Some(company), &after)?;
    let global = global(writing)?;
    if shown(&global.with(&before)) != shown(&global.with(&after)) {
        feed::restart(writing, writing.at(), company.0)?;
    }
    Ok(Done {
        company: Some(company),
        subject: row.text("companyName").unwrap_or_default().to_owned(),
        before: json!(before),
        after: json!(after),
        answer: None,
    })
}

/// What of the settings decides which rows clients' people are given, and in which form.
fn shown(settings: &PortalSettings) -> (ShownTime, ResourceNames, Option<&str>) {
    let since = settings.tickets_since.as_deref();
    (settings.shown_time, settings.resource_names, since)
}

/// Makes the people of clients whom the provider's name reaches in place of its people's start afresh: it is another.
///
/// # Errors
/// The database's.
pub fn restart_for_new_name(writing: &Writing<'_>) -> Result<(), StoreError> {
    let global = global(writing)?;
    restart_where(writing, |own| global.with(own).resource_names != ResourceNames::Full)
}

/// Makes the people of each client start afresh for whom that holds of what the client has of its own.
fn restart_where(writing: &Writing<'_>, differs: impl Fn(&PortalOverrides) -> bool) -> Result<(), StoreError> {
    let mut statement = writing.prepare_cached("SELECT DISTINCT company_id FROM contact WHERE is_portal_active")?;
    let companies: Vec<i64> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for company in companies {
        if differs(&overrides(writing, CompanyId(company))?) {
            feed::restart(writing, writing.at(), company)?;
        }
    }
    Ok(())
}

fn today(writing: &Writing<'_>) -> Result<Date, StoreError> {
    Ok(seed::instance(writing, writing.at())?.zone.date(writing.at()))
}

fn check_lock(minutes: Option<u16>) -> Result<(), Refusal> {
    let field = "lockAfterMinutes";
    match minutes {
        Some(minutes) if !(1..=LONGEST_LOCK).contains(&minutes) => Err(Refusal::Invalid { field }),
        _ => Ok(()),
    }
}

/// A day that has come: what is written later than it would vanish from those who wrote it.
fn day(text: Option<&str>, today: Date) -> Result<Option<String>, Refusal> {
    let Some(text) = text else {
        return Ok(None);
    };
    let day = Date::parse(text.trim()).ok().filter(|day| *day <= today);
    let day = day.ok_or(Refusal::Invalid { field: "ticketsSince" })?;
    Ok(Some(day.to_string()))
}

fn branding(wanted: &Branding) -> Result<Branding, Refusal> {
    let colour = wanted.colour.trim().to_ascii_lowercase();
    let is_colour = match colour.strip_prefix('#') {
        Some(digits) => digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()),
        None => colour.is_empty(),
    };
    if !is_colour {
        return Err(Refusal::Invalid { field: "colour" });
    }
    Ok(Branding {
        name: checked::line("name", &wanted.name)?,
        logo_text: checked::line("logoText", &wanted.logo_text)?,
        colour,
    })
}
