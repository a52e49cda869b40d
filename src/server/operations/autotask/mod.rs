//! What comes by Autotask's routes. What a write changes that rules know of is split into the acts that Tandem's own routes carry out,
//! all in one transaction; what no rule reads is stored as it is.

mod administrative;
mod attachments;
mod body;
mod caller;
mod charges;
mod checklist;
mod contracts;
mod deleting;
mod desk_roles;
mod draft;
mod notes;
mod owned;
mod plain;
mod portal_users;
pub mod reading;
mod secondaries;
mod tickets;
mod time_entries;
mod user_defined;
mod webhooks;

pub use caller::Caller;

use super::{OperationError, Operations, read, support};
use crate::entities::{
    CLIENT_PORTAL_USER, Entity, FieldError, Row, TICKET, TICKET_CHARGE, TICKET_CHECKLIST_ITEM, TICKET_NOTE,
    TICKET_SECONDARY_RESOURCE, TIME_ENTRY, UserDefinedError, Write, holds_files,
};
use crate::sentences::Wording;
use crate::server::store::{StoreError, Writing};
use body::Body;
use serde_json::{Map, Value as Json};

/// Why a write was not carried out. Nothing of it was kept.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// Values don't fit their fields.
    #[error("fields: {}", .0.len())]
    Fields(Vec<FieldError>),
    /// Values don't fit their user-defined fields.
    #[error("user-defined-fields: {}", .0.len())]
    UserDefined(Vec<UserDefinedError>),
    /// A rule, a reference or the database forbids it.
    #[error(transparent)]
    Operation(#[from] OperationError),
}

impl From<StoreError> for WriteError {
    fn from(error: StoreError) -> Self {
        Self::Operation(error.into())
    }
}

impl From<rusqlite::Error> for WriteError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Operation(error.into())
    }
}

impl From<FieldError> for WriteError {
    fn from(error: FieldError) -> Self {
        Self::Fields(vec![error])
    }
}

impl WriteError {
    /// A sentence about a field, as Autotask says it.
    fn about(field: &str, message: impl Into<String>) -> Self {
        OperationError::field(field, Wording::elsewhere(message)).into()
    }
}

/// A write as it was asked for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Of what.
    pub entity: &'static Entity,
    /// The row below which it lies, where it is written at its parent's address.
    pub parent: Option<i64>,
    /// How the body is meant.
    pub write: Write,
    /// The body.
    pub body: Map<String, Json>,
}

impl Operations {
    /// Creates or changes a row and gives its id.
    ///
    /// # Errors
    /// Values that don't fit, the first rule that forbids it, or `not_found`.
    pub async fn autotask_write(&self, caller: Caller, asked: Asked) -> Result<i64, WriteError> {
        // Only a ticket's write is remembered where it was refused; a file's body is too large to be kept twice.
        let again = (*asked.entity == TICKET).then(|| (caller.clone(), asked.clone()));
        let written = self.written(caller, asked).await;
        if let Err(WriteError::Operation(error)) = &written
            && support::refused::asks(error)
            && let Some((asker, again)) = again
        {
            self.autotask_transaction(move |writing| {
                let body = Body::read(writing, again)?;
                let wanted = tickets::wanted(writing, &asker, &body)?;
                support::refused::remember(writing, &asker.actor, &wanted)?;
                Ok(0)
            })
            .await?;
        }
        written
    }

    async fn written(&self, caller: Caller, asked: Asked) -> Result<i64, WriteError> {
        let hash = portal_users::hash(self, &caller, &asked).await?;
        webhooks::check_addresses(self, &caller, &asked).await?;
        self.autotask_transaction(move |writing| {
            writing.by(caller.author());
            contracts::check_amounts(&asked)?;
            let body = Body::read(writing, asked)?;
            if *body.entity() == CLIENT_PORTAL_USER {
                return portal_users::write(writing, &caller, body, hash.as_deref());
            }
            write(writing, &caller, body)
        })
        .await
    }

    async fn autotask_transaction<W>(&self, work: W) -> Result<i64, WriteError>
    where
        W: FnOnce(&Writing<'_>) -> Result<i64, WriteError> + Send + 'static,
    {
        let now = self.now();
        self.database()
            .write(move |connection| {
                let writing = Writing::new(connection, now);
                let id = work(&writing)?;
                super::webhooks::finish(&writing)?;
                Ok(id)
            })
            .await
    }
}

fn write(writing: &Writing<'_>, caller: &Caller, body: Body) -> Result<i64, WriteError> {
    match body.entity() {
        entity if contracts::has(entity) => contracts::write(writing, caller, body),
        entity if desk_roles::has(entity) => desk_roles::write(writing, caller, body),
        entity if *entity == TICKET => tickets::write(writing, caller, body),
        entity if *entity == TICKET_NOTE => notes::write(writing, caller, body),
        entity if *entity == TICKET_SECONDARY_RESOURCE => secondaries::create(writing, caller, &body),
        entity if holds_files(entity) => attachments::create(writing, caller, &body),
        entity if *entity == TICKET_CHECKLIST_ITEM => checklist::write(writing, caller, body),
        entity if *entity == TICKET_CHARGE => charges::write(writing, caller, body),
        entity if *entity == TIME_ENTRY => time_entries::write(writing, caller, body),
        entity if webhooks::has(entity) => webhooks::write(writing, caller, body),
        entity if user_defined::has(entity) => user_defined::write(writing, caller, body),
        _ => plain::write(writing, caller, body),
    }
}

/// The row of that id, if the caller sees it and it lies below that parent.
fn existing(
    writing: &Writing<'_>,
    caller: &Caller,
    entity: &'static Entity,
    parent: Option<i64>,
    id: i64,
) -> Result<Row, WriteError> {
    let row = read::get(writing, &caller.reader(writing)?, entity, id)?;
    let row = row.filter(|row| lies_below(row, parent));
    Ok(row.ok_or(OperationError::NotFound)?)
}

/// Whether a row lies below that row of its parent's; below none in particular every row does.
#[must_use]
pub fn lies_below(row: &Row, parent: Option<i64>) -> bool {
    match (parent, row.entity().parent) {
        (Some(parent), Some(place)) => row.integer(place.field) == Some(parent),
        _ => true,
    }
}
