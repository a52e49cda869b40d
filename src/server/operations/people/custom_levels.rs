//! The levels that the provider makes after the system's (CPX-07, CPX-09), and which of all levels somebody may assign.

use super::{levels, managing};
use crate::base::ids::CompanyId;
use crate::domain::{Actor, Refusal, SecurityLevel, one_line};
use crate::records::administration::people::{LevelEdit, LevelLine, LevelPage, NewLevel};
use crate::server::operations::administration::{Done, portal};
use crate::server::operations::{OperationError, Operations};
use crate::server::store::{StoreError, Writing};
use rusqlite::{Connection, OptionalExtension};
use serde_json::{Value as Json, json};
use std::collections::HashMap;

/// The first number of a level that isn't the system's.
const FIRST: i64 = 100;
/// The longest name of a level.
const LONGEST_NAME: usize = 100;

impl Operations {
    /// The levels that people can be given.
    ///
    /// # Errors
    /// `forbidden` for who doesn't manage people.
    pub async fn levels(&self, reader: Actor) -> Result<LevelPage, OperationError> {
        managing::require(&reader)?;
        self.read(move |connection| page(connection, &reader)).await
    }
}

fn page(connection: &Connection, reader: &Actor) -> Result<LevelPage, OperationError> {
    let mut items = Vec::new();
    for number in 1..=5 {
        items.extend(SecurityLevel::from_portal_number(number).map(|level| (number, String::new(), level)));
    }
    let mut statement = connection.prepare_cached("SELECT id, name, based_on FROM security_level ORDER BY name")?;
    let made = statement.query_map([], |row| {
        let level = SecurityLevel::from_portal_number(row.get(2)?).unwrap_or(SecurityLevel::PortalBasic);
        Ok((row.get(0)?, row.get(1)?, level))
    })?;
    for level in made {
        items.push(level?);
    }
    let company = (!managing::gives_any_level(reader)).then_some(reader.company);
    if let Some(company) = company {
        // What the provider calls the levels of other clients is nobody else's to know.
        let mut shown = Vec::new();
        for level in items {
            let (id, _, means) = &level;
            let is_theirs = *id < FIRST
                || is_client_assignable(connection, Some(company), *id, *means)?
                || people(connection, *id, Some(company))? > 0;
            shown.extend(is_theirs.then_some(level));
        }
        items = shown;
    }
    let line = |(id, name, security_level)| {
        Ok(LevelLine {
            id,
            name,
            security_level,
            is_system: id < FIRST,
            is_client_assignable: is_client_assignable(connection, company, id, security_level)?,
            people: people(connection, id, company)?,
            is_assignable: require_assignable(connection, reader, reader.company, id).is_ok(),
        })
    };
    let items: Result<_, OperationError> = items.into_iter().map(line).collect();
    Ok(LevelPage { items: items? })
}

/// Makes a level inside a write. Its number is never one that somebody had before.
///
/// # Errors
/// `not_usable` for a provider's level as the pattern, or a name that is taken; `required`, `not_printable`,
/// `out_of_range` for the name.
pub fn create(writing: &Writing<'_>, new: &NewLevel) -> Result<Done, OperationError> {
    let name = name_of(&new.name)?;
    let based_on = new.like.portal_number().ok_or(Refusal::NotUsable { field: "like" })?;
    // For a Taskfire level the flag doesn't apply and is stored as off (CPX-09).
    let is_client_assignable = new.is_client_assignable && !new.like.works_tickets();
    let id: i64 = writing.query_row(
        "SELECT max(coalesce((SELECT max(id) FROM security_level), 0), coalesce((SELECT max(level) FROM level_history), 0),
                    ?1 - 1) + 1",
        [FIRST],
        |row| row.get(0),
    )?;
    let made = writing.execute(
        "INSERT INTO security_level (id, name, based_on, is_client_assignable) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (name) DO NOTHING",
        (id, &name, based_on, is_client_assignable),
    )?;
    if made == 0 {
        return Err(Refusal::NotUsable { field: "name" }.into());
    }
    let after = LevelLine {
        id,
        name: name.clone(),
        security_level: new.like,
        is_system: false,
        is_client_assignable,
        people: 0,
        is_assignable: true,
    };
    Ok(Done {
        company: None,
        subject: name,
        before: Json::Null,
        after: json!(after),
        answer: None,
    })
}

/// A level's name, which is none that a screen would obey.
fn name_of(typed: &str) -> Result<String, Refusal> {
    match one_line::checked("name", typed, LONGEST_NAME)? {
        name if name.is_empty() => Err(Refusal::Required { field: "name" }),
        name => Ok(name),
    }
}

/// Gives a level that nobody has another name, or says who may assign it, inside a write; what it lets people do stays
/// (CPX-09).
///
/// # Errors
/// As `unused`; `not_usable` for a name that is taken; `required`, `not_printable`, `out_of_range` for the name.
pub fn edit(writing: &Writing<'_>, level: i64, edit: &LevelEdit) -> Result<Done, OperationError> {
    let before = unused(writing, level)?;
    let after = LevelLine {
        name: name_of(&edit.name)?,
        is_client_assignable: edit.is_client_assignable && !before.security_level.works_tickets(),
        ..before.clone()
    };
    let written = writing.execute(
        "UPDATE OR IGNORE security_level SET name = ?2, is_client_assignable = ?3 WHERE id = ?1",
        (level, &after.name, after.is_client_assignable),
    )?;
    if written == 0 {
        return Err(Refusal::NotUsable { field: "name" }.into());
    }
    Ok(Done {
        company: None,
        subject: after.name.clone(),
        before: json!(before),
        after: json!(after),
        answer: None,
    })
}

/// Deletes a level that nobody has, inside a write.
///
/// # Errors
/// As `unused`.
pub fn delete(writing: &Writing<'_>, level: i64) -> Result<Done, OperationError> {
    let before = unused(writing, level)?;
    writing.execute("DELETE FROM security_level WHERE id = ?1", [level])?;
    Ok(Done {
        company: None,
        subject: before.name.clone(),
        before: json!(before),
        after: Json::Null,
        answer: None,
    })
}

/// One of the provider's own levels that nobody has.
///
/// # Errors
/// `system_level`; `level_in_use`; `not_found`.
fn unused(connection: &Connection, level: i64) -> Result<LevelLine, OperationError> {
    if SecurityLevel::from_portal_number(level).is_some() {
        return Err(Refusal::SystemLevel.into());
    }
    let mut statement =
        connection.prepare_cached("SELECT name, based_on, is_client_assignable FROM security_level WHERE id = ?1")?;
    let found = statement.query_row([level], |row| {
        Ok(LevelLine {
            id: level,
            name: row.get(0)?,
            security_level: SecurityLevel::from_portal_number(row.get(1)?).unwrap_or(SecurityLevel::PortalBasic),
            is_system: false,
            is_client_assignable: row.get(2)?,
            people: 0,
            is_assignable: true,
        })
    });
    let line = found.optional()?.ok_or(OperationError::NotFound)?;
    if people(connection, level, None)? > 0 {
        return Err(Refusal::LevelInUse.into());
    }
    Ok(line)
}

/// How many people have a level, active or not; of one company where one is named.
fn people(connection: &Connection, level: i64, company: Option<CompanyId>) -> Result<u64, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT count(*) FROM contact
         WHERE coalesce(custom_level_id, security_level) = ?1 AND (?2 IS NULL OR company_id = ?2)",
    )?;
    Ok(statement.query_row((level, company.map(|company| company.0)), |row| row.get(0))?)
}

/// The names of the provider's own levels, by their numbers.
///
/// # Errors
/// The database's.
pub fn names(connection: &Connection) -> Result<HashMap<i64, String>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT id, name FROM security_level")?;
    let names = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(names.collect::<Result<_, _>>()?)
}

/// Refuses a level that this person may not assign at this company: Taskfire levels are the provider's to give
/// (CPX-02), others a client's where they are flagged (CPX-09).
///
/// # Errors
/// `level_by_provider_only`, `level_not_assignable`; `not_usable` for a level that there isn't.
pub fn require_assignable(
    connection: &Connection,
    actor: &Actor,
    company: CompanyId,
    level: i64,
) -> Result<(), OperationError> {
    let means = levels::meaning(connection, level)?.ok_or(Refusal::NotUsable { field: "level" })?;
    if managing::gives_any_level(actor) {
        return Ok(());
    }
    if means.works_tickets() {
        return Err(Refusal::LevelByProviderOnly.into());
    }
    if is_client_assignable(connection, Some(company), level, means)? {
        Ok(())
    } else {
        Err(Refusal::LevelNotAssignable.into())
    }
}

/// Whether a client's people may assign a level: the system's by the portal settings, which a company may override.
fn is_client_assignable(
    connection: &Connection,
    company: Option<CompanyId>,
    level: i64,
    means: SecurityLevel,
) -> Result<bool, StoreError> {
    if means.works_tickets() {
        return Ok(false);
    }
    if level >= FIRST {
        let mut statement =
            connection.prepare_cached("SELECT is_client_assignable FROM security_level WHERE id = ?1")?;
        return Ok(statement
            .query_row([level], |row| row.get(0))
            .optional()?
            .unwrap_or(false));
    }
    let settings = match company {
        Some(company) => portal::effective(connection, company)?,
        None => portal::global(connection)?,
    };
    let [basic, advanced, manager] = settings.assignable_levels;
    Ok(match means {
        SecurityLevel::PortalBasic => basic,
        SecurityLevel::PortalAdvanced => advanced,
        _ => manager,
    })
}
