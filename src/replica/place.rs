//! How far the copy has come: the step of its first sync, its place in the feed, and what it is "as of".

use super::{Replica, Result, kept_answers};
use crate::base::Timestamp;
use crate::domain::Actor;
use crate::entities::{
    COMPANY, CONTACT, Entity, NOTIFICATION, QUEUE, REQUEST_TYPE, RESOURCE, STATUS, TICKET, TICKET_SECONDARY_RESOURCE,
    USER_DEFINED_FIELD_DEFINITION, USER_DEFINED_FIELD_LIST_ITEM,
};
use rusqlite::{Connection, OptionalExtension};

/// The steps of a first sync, in their order: names before tickets, so that counts and lists are whole as they come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Statuses of both sides.
    Statuses,
    /// Queues of both sides.
    Queues,
    /// Request types.
    RequestTypes,
    /// Definitions of user-defined fields.
    UserDefinedFields,
    /// Entries of lists among them.
    UserDefinedItems,
    /// Organisations.
    Companies,
    /// The provider's people.
    Resources,
    /// Clients' people.
    Contacts,
    /// Every ticket that the person may see.
    Tickets,
    /// Their secondary resources.
    Secondaries,
    /// What the person was told.
    Notifications,
    /// Notes, time and history of open and recently closed tickets.
    Details,
    /// Done: from here the feed keeps the copy.
    Complete,
}

impl Step {
    const ALL: [Self; 13] = [
        Self::Statuses,
        Self::Queues,
        Self::RequestTypes,
        Self::UserDefinedFields,
        Self::UserDefinedItems,
        Self::Companies,
        Self::Resources,
        Self::Contacts,
        Self::Tickets,
        Self::Secondaries,
        Self::Notifications,
        Self::Details,
        Self::Complete,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Statuses => "statuses",
            Self::Queues => "queues",
            Self::RequestTypes => "request_types",
            Self::UserDefinedFields => "user_defined_fields",
            Self::UserDefinedItems => "user_defined_items",
            Self::Companies => "companies",
            Self::Resources => "resources",
            Self::Contacts => "contacts",
            Self::Tickets => "tickets",
            Self::Secondaries => "secondaries",
            Self::Notifications => "notifications",
            Self::Details => "details",
            Self::Complete => "complete",
        }
    }

    /// The entity whose pages this step takes; none for details, which go by ticket, and after the end.
    #[must_use]
    pub fn entity(self) -> Option<&'static Entity> {
        match self {
            Self::Statuses => Some(&STATUS),
            Self::Queues => Some(&QUEUE),
            Self::RequestTypes => Some(&REQUEST_TYPE),
            Self::UserDefinedFields => Some(&USER_DEFINED_FIELD_DEFINITION),
            Self::UserDefinedItems => Some(&USER_DEFINED_FIELD_LIST_ITEM),
            Self::Companies => Some(&COMPANY),
            Self::Resources => Some(&RESOURCE),
            Self::Contacts => Some(&CONTACT),
            Self::Tickets => Some(&TICKET),
            Self::Secondaries => Some(&TICKET_SECONDARY_RESOURCE),
            Self::Notifications => Some(&NOTIFICATION),
            Self::Details | Self::Complete => None,
        }
    }

    /// The step after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL
            .into_iter()
            .find(|step| *step > self)
            .unwrap_or(Self::Complete)
    }
}

/// How far the copy has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The last event of the feed that is in the copy; none before the first sync began.
    pub feed: Option<String>,
    /// The step that the first sync is at.
    pub step: Step,
    /// The last id of that step that is in the copy.
    pub after: i64,
    /// The last moment at which the copy was what the server had; none before the first sync was through.
    pub as_of: Option<Timestamp>,
}

/// Before every id: the provider's company has 0.
pub(super) const BEFORE_ALL: i64 = -1;

impl Replica {
    /// How far the copy has come.
    ///
    /// # Errors
    /// When the database fails, as everywhere here.
    pub fn place(&self) -> Result<Place> {
        self.read(|transaction| {
            Ok(
                transaction.query_row("SELECT feed_place, step, step_after, as_of FROM copy", [], |row| {
                    Ok(Place {
                        feed: row.get(0)?,
                        step: step(&row.get::<_, String>(1)?),
                        after: row.get(2)?,
                        as_of: row.get::<_, Option<i64>>(3)?.map(Timestamp::from_millis),
                    })
                })?,
            )
        })
    }

    /// Begins a first sync, or begins it afresh. `feed` is the place taken before the first page, so that nothing
    /// that happens meanwhile is missed. What is here stays readable until its page comes.
    ///
    /// # Errors
    /// When the database fails.
    pub fn begin(&self, feed: &str) -> Result<()> {
        self.write(|transaction| {
            transaction.execute("DELETE FROM held", [])?;
            transaction.execute(
                "UPDATE copy SET feed_place = ?1, step = ?2, step_after = ?3",
                (feed, Step::Statuses.word(), BEFORE_ALL),
            )?;
            Ok(())
        })
    }

    /// Notes that the copy was what the server had at this moment.
    ///
    /// # Errors
    /// When the database fails.
    pub fn confirm(&self, now: Timestamp) -> Result<()> {
        self.write(|transaction| {
            transaction.execute("UPDATE copy SET as_of = ?1", [now.millis()])?;
            Ok(())
        })
    }

    /// Who has signed in to this copy, as of the last time.
    ///
    /// # Errors
    /// When the database fails.
    pub fn actor(&self) -> Result<Option<Actor>> {
        self.read(|transaction| actor(transaction))
    }

    /// Says who has signed in. Nothing is written where that is known.
    ///
    /// # Errors
    /// When the database fails.
    pub fn sign_in(&self, actor: &Actor) -> Result<()> {
        if self.actor()?.as_ref() == Some(actor) {
            return Ok(());
        }
        let json = serde_json::to_string(actor)?;
        self.write(|transaction| {
            let before = self::actor(transaction)?;
            // Another level may not read what this one could.
            if before.is_some_and(|before| before.level != actor.level || before.company != actor.company) {
                kept_answers::forget(transaction)?;
            }
            transaction.execute("UPDATE copy SET actor = ?1", [json])?;
            Ok(())
        })
    }
}

/// A word that a later program wrote means that the sync has to begin again.
fn step(word: &str) -> Step {
    Step::ALL
        .into_iter()
        .find(|step| step.word() == word)
        .unwrap_or(Step::Statuses)
}

/// The step that the first sync is at.
pub(super) fn step_of(connection: &Connection) -> Result<Step> {
    let word: String = connection.query_row("SELECT step FROM copy", [], |row| row.get(0))?;
    Ok(step(&word))
}

/// Sets the step and the last id of it that is in the copy.
pub(super) fn advance(connection: &Connection, step: Step, after: i64) -> Result<()> {
    connection.execute("UPDATE copy SET step = ?1, step_after = ?2", (step.word(), after))?;
    Ok(())
}

/// Who has signed in.
pub(super) fn actor(connection: &Connection) -> Result<Option<Actor>> {
    let json: Option<String> = connection
        .query_row("SELECT actor FROM copy", [], |row| row.get(0))
        .optional()?
        .flatten();
    Ok(json.as_deref().map(serde_json::from_str).transpose()?)
}
