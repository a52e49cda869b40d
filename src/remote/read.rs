//! Reading rows.

use super::error::RemoteError;
use super::tandem::Remote;
use crate::base::ids::CompanyId;
use crate::entities::{Entity, Row, TICKET_HISTORY, TICKET_NOTE, TIME_ENTRY};
use crate::query::Query;
use crate::wire::address;
use crate::wire::ext::picklist::KeptValue;
use crate::wire::ext::taskfire::TaskfireState;
use crate::wire::page::{Count, Page};
use serde_json::Value as Json;

/// What hangs on a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TicketPart {
    /// The conversation.
    Notes,
    /// Time of the own side.
    Time,
    /// What happened.
    History,
}

impl TicketPart {
    fn segment(self) -> &'static str {
        match self {
            Self::Notes => "notes",
            Self::Time => "time",
            Self::History => "history",
        }
    }

    fn entity(self) -> &'static Entity {
        match self {
            Self::Notes => &TICKET_NOTE,
            Self::Time => &TIME_ENTRY,
            Self::History => &TICKET_HISTORY,
        }
    }
}

impl Remote {
    /// A page of rows; `after` is where the page before says that it ends.
    ///
    /// # Errors
    /// The server's.
    pub async fn page(&self, query: &Query, after: Option<&str>) -> Result<Page<Row>, RemoteError> {
        let entity = query.filter.entity();
        let mut body = query.to_json();
        if let (Some(after), Some(fields)) = (after, body.as_object_mut()) {
            fields.insert("after".to_owned(), after.into());
        }
        let path = format!("{}/query", address::of(entity));
        let page: Page<Json> = self.post(&path, &body).await?;
        Ok(Page {
            items: rows(entity, page.items)?,
            next: page.next,
        })
    }

    /// How many rows a query selects.
    ///
    /// # Errors
    /// The server's.
    pub async fn count(&self, query: &Query) -> Result<u64, RemoteError> {
        let path = format!("{}/query/count", address::of(query.filter.entity()));
        let count: Count = self.post(&path, &query.to_json()).await?;
        Ok(count.query_count)
    }

    /// One row.
    ///
    /// # Errors
    /// `Refused` with `not_found` where it is absent or invisible.
    pub async fn row(&self, entity: &'static Entity, id: i64) -> Result<Row, RemoteError> {
        let json = self.get(&format!("{}/{id}", address::of(entity))).await?;
        row(entity, json)
    }

    /// What hangs on a ticket and this person may see, oldest first.
    ///
    /// # Errors
    /// As [`Remote::row`].
    pub async fn parts(&self, ticket: i64, part: TicketPart) -> Result<Vec<Row>, RemoteError> {
        let page: Page<Json> = self.get(&format!("tickets/{ticket}/{}", part.segment())).await?;
        rows(part.entity(), page.items)
    }

    /// What the numbers mean that tickets hold of lists which are no rows of an entity.
    ///
    /// # Errors
    /// The server's.
    pub async fn kept_values(&self) -> Result<Vec<KeptValue>, RemoteError> {
        let page: Page<KeptValue> = self.get("picklists").await?;
        Ok(page.items)
    }

    /// The state of a company's Taskfire.
    ///
    /// # Errors
    /// As [`Remote::row`].
    pub async fn taskfire(&self, company: CompanyId) -> Result<TaskfireState, RemoteError> {
        self.get(&format!("companies/{company}/taskfire")).await
    }
}

fn rows(entity: &'static Entity, list: Vec<Json>) -> Result<Vec<Row>, RemoteError> {
    list.into_iter().map(|json| row(entity, json)).collect()
}

fn row(entity: &'static Entity, json: Json) -> Result<Row, RemoteError> {
    Row::from_json(entity, json).map_err(|error| RemoteError::Broken(error.to_string()))
}
