//! Who reads, and what the portal settings of their company let them see (CPX-12 to CPX-14): found out once a request.

use super::operations::administration::portal;
use super::operations::user_defined;
use super::store::{StoreError, rows, seed};
use crate::base::{Date, Timestamp};
use crate::domain::{Actor, Side};
use crate::entities::RESOURCE;
use crate::query::Filter;
use crate::records::administration::portal::{ResourceNames, ShownTime};
use rusqlite::Connection;
use std::collections::{HashMap, HashSet};
use std::ops::Deref;

/// Somebody who reads.
#[derive(Clone, Debug)]
pub struct Reader {
    actor: Actor,
    /// Tickets created before that moment are hidden (CPX-14).
    pub since: Option<Timestamp>,
    /// What they see of the provider's time (CPX-12).
    pub time: ShownTime,
    /// How the provider's people are named to them (CPX-13).
    pub names: Names,
    /// The user-defined fields that they are given; none is said of the provider's, who are given all.
    user_defined: Option<HashSet<i64>>,
}

/// How the provider's people are named.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Names {
    /// As they are.
    #[default]
    Full,
    /// By the first name, which is found by the full one; the provider's stands for those who are not there any more.
    First {
        /// The first names by the full ones.
        given: HashMap<String, String>,
        /// The provider's.
        provider: String,
    },
    /// The provider's name for all of them.
    Provider(String),
}

impl Deref for Reader {
    type Target = Actor;

    fn deref(&self) -> &Actor {
        &self.actor
    }
}

impl Reader {
    /// This person as a reader at that moment. The settings are about clients' people: the provider's see everything.
    ///
    /// # Errors
    /// The database's.
    pub fn of(connection: &Connection, actor: &Actor, at: Timestamp) -> Result<Self, StoreError> {
        let mut reader = Self {
            actor: actor.clone(),
            since: None,
            time: ShownTime::default(),
            names: Names::default(),
            user_defined: None,
        };
        if actor.side() == Side::Autotask {
            return Ok(reader);
        }
        reader.user_defined = Some(user_defined::of_clients(connection)?);
        let settings = portal::effective(connection, actor.company)?;
        reader.time = settings.shown_time;
        if let Some(day) = &settings.tickets_since {
            let day = Date::parse(day).map_err(|error| StoreError::Corrupt(format!("portal_setting: {error}")))?;
            reader.since = Some(seed::instance(connection, at)?.zone.beginning(day));
        }
        let provider = || Ok::<_, StoreError>(seed::instance(connection, at)?.name);
        reader.names = match settings.resource_names {
            ResourceNames::Full => Names::Full,
            ResourceNames::First => Names::First {
                given: given_names(connection)?,
                provider: provider()?,
            },
            ResourceNames::Provider => Names::Provider(provider()?),
        };
        Ok(reader)
    }
}

impl Reader {
    /// Whether they are given the values of a user-defined field.
    #[must_use]
    pub fn sees_user_defined(&self, definition: i64) -> bool {
        self.user_defined.as_ref().is_none_or(|seen| seen.contains(&definition))
    }

    /// The user-defined fields that they are given, where not all.
    pub fn user_defined(&self) -> impl Iterator<Item = i64> {
        self.user_defined.iter().flatten().copied()
    }
}

fn given_names(connection: &Connection) -> Result<HashMap<String, String>, StoreError> {
    let resources = rows::find(connection, &Filter::all(&RESOURCE))?;
    let names = resources.iter().map(|row| {
        let part = |name: &str| row.text(name).unwrap_or_default();
        let full = format!("{} {}", part("firstName"), part("lastName"));
        (full.trim().to_owned(), part("firstName").trim().to_owned())
    });
    Ok(names.collect())
}

impl Names {
    /// The name that stands for this one of the provider's.
    #[must_use]
    pub fn said<'a>(&'a self, name: &'a str) -> &'a str {
        match self {
            Self::Full => name,
            Self::First { given, provider } => match given.get(name).map(String::as_str) {
                Some("") | None => provider,
                Some(given) => given,
            },
            Self::Provider(provider) => provider,
        }
    }
}
