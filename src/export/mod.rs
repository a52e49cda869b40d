//! Getting a desk out: the records that the asking person sees, page by page from the server, as CSV or JSON lines, with
//! the mapping that brings them into another desk. What `portable` says is what is written and what can be taken again.

mod cells;
mod mapping;
mod sheet;

#[cfg(test)]
mod tests;

pub use sheet::Form;

use crate::entities::{
    COMPANY, Entity, RESOURCE, Row, Surface, TICKET, USER_DEFINED_FIELD_DEFINITION, USER_DEFINED_FIELD_LIST_ITEM,
    UserDefinedFields,
};
use crate::query::{Comparison, Direction, Filter, FilterError, PAGE_SIZE, Query, Sort};
use crate::records::history::SYSTEM_RESOURCE;
use crate::remote::Page;
use crate::remote::{Portable, Remote, RemoteError};
use backon::{ExponentialBuilder, Retryable as _};
use cells::{Names, UserDefined};
use sheet::Sheet;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::time::Duration;

/// The id of the provider's own company.
const OWN_COMPANY: i64 = 0;
/// How often a page is asked for again while the line is down: about two minutes.
const TRIES: usize = 16;

/// What is to be written, and how.
pub struct Job<'a> {
    /// Where from, as whom.
    pub remote: &'a Remote,
    /// CSV or JSON lines.
    pub form: Form,
    /// The records that are wanted, in the order in which they refer to one another.
    pub wanted: Vec<&'static Portable>,
}

/// Whoever watches.
pub trait Watcher {
    /// So many rows were written.
    fn written(&mut self, rows: u64);
}

/// What was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Rows by entity.
    pub rows: BTreeMap<&'static str, u64>,
    /// The mapping that brings them into another desk.
    pub mapping: String,
}

/// Why an export stops. What was written until then is not whole.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The server.
    #[error(transparent)]
    Remote(#[from] RemoteError),
    /// A question to the server could not be put.
    #[error(transparent)]
    Filter(#[from] FilterError),
    /// The file.
    #[error(transparent)]
    Write(#[from] io::Error),
}

impl Job<'_> {
    /// Writes the records.
    ///
    /// # Errors
    /// What stops it.
    pub async fn run(self, out: &mut dyn Write, watcher: &mut dyn Watcher) -> Result<Report, ExportError> {
        let mut reading = Reading {
            remote: self.remote,
            names: Names::with(self.remote.kept_values().await?),
            newest: newest_ticket(self.remote).await?,
        };
        let user_defined = reading.user_defined(&self.wanted).await?;
        let mut sheet = Sheet::begin(self.form, out, &self.wanted, &user_defined)?;
        let mut report = Report::default();
        for portable in named_by(&self.wanted) {
            let is_wanted = self.wanted.iter().any(|wanted| wanted.entity == portable.entity);
            let mut written = 0;
            let mut after = None;
            loop {
                let page = reading.page(portable.entity, after.as_deref()).await?;
                for row in &page.items {
                    if !reading.belongs(row) {
                        continue;
                    }
                    reading.names.learn(row);
                    if is_wanted {
                        sheet.write(portable, row, (&reading.names, &user_defined))?;
                        written += 1;
                    }
                }
                watcher.written(report.rows.values().sum::<u64>() + written);
                after = page.next;
                if after.is_none() {
                    break;
                }
            }
            if is_wanted {
                report.rows.insert(portable.entity.plural, written);
            }
        }
        sheet.end()?;
        report.mapping = mapping::of(self.form, &self.wanted, (&reading.names, &user_defined));
        Ok(report)
    }
}

/// What has to be read: what is wanted, and what it names.
fn named_by(wanted: &[&'static Portable]) -> impl Iterator<Item = &'static Portable> {
    let wanted: Vec<&Entity> = wanted.iter().map(|portable| portable.entity).collect();
    crate::remote::PORTABLE
        .iter()
        .filter(move |portable| wanted.contains(&portable.entity) || cells::gives_names(portable.entity))
}

/// Reading rows off the server.
struct Reading<'a> {
    remote: &'a Remote,
    names: Names,
    /// The newest ticket at the beginning: those that come while the rest is read are left out, with their parts.
    newest: i64,
}

impl Reading<'_> {
    async fn page(&self, entity: &'static Entity, after: Option<&str>) -> Result<Page<Row>, ExportError> {
        let filter = match entity {
            entity if *entity == TICKET => Filter::compare(&TICKET, "id", Comparison::LessOrEqual, self.newest)?,
            entity => Filter::all(entity),
        };
        let mut query = Query::new(filter, Surface::Tandem);
        query.max_records = PAGE_SIZE;
        Ok(page(self.remote, &query, after).await?)
    }

    /// The user-defined fields of what is wanted: their columns stand in the first line.
    async fn user_defined(&self, wanted: &[&'static Portable]) -> Result<UserDefined, ExportError> {
        let definitions = self.all(&USER_DEFINED_FIELD_DEFINITION).await?;
        let items = self.all(&USER_DEFINED_FIELD_LIST_ITEM).await?;
        let of = |portable: &&'static Portable| {
            let entity = portable.entity;
            (entity.name, UserDefinedFields::of(entity, &definitions, &items))
        };
        Ok(wanted.iter().map(of).collect())
    }

    /// All rows of an entity of which there are few.
    async fn all(&self, entity: &'static Entity) -> Result<Vec<Row>, ExportError> {
        let (mut rows, mut after) = (Vec::new(), None);
        loop {
            let page = self.page(entity, after.as_deref()).await?;
            rows.extend(page.items);
            after = page.next;
            if after.is_none() {
                return Ok(rows);
            }
        }
    }

    /// Whether a row is none of a ticket that came meanwhile.
    fn belongs(&self, row: &Row) -> bool {
        let Some(field) = row.entity().field("ticketID") else {
            return true;
        };
        match row.value(field) {
            crate::entities::Value::Integer(ticket) => *ticket <= self.newest,
            _ => true,
        }
    }
}

/// A page, asked for again while the server can't at the moment.
async fn page(remote: &Remote, query: &Query, after: Option<&str>) -> Result<Page<Row>, RemoteError> {
    let pauses = ExponentialBuilder::default()
        .with_jitter()
        .with_min_delay(Duration::from_millis(500))
        .with_max_delay(Duration::from_secs(10))
        .with_max_times(TRIES);
    let ask = || remote.page(query, after);
    ask.retry(pauses).when(RemoteError::is_passing).await
}

async fn newest_ticket(remote: &Remote) -> Result<i64, ExportError> {
    let mut query = Query::new(Filter::all(&TICKET), Surface::Tandem);
    query.sort = Sort::by(&TICKET, &[("id", Direction::Descending)])?;
    query.max_records = 1;
    let newest = page(remote, &query, None).await?;
    Ok(newest.items.first().map(Row::id).unwrap_or_default())
}

/// Whether an id means what every desk has: the provider itself, and what the system does.
fn is_everywhere(entity: &Entity, id: i64, names: &Names) -> bool {
    (*entity == COMPANY && id == OWN_COMPANY)
        || (*entity == RESOURCE && id == SYSTEM_RESOURCE && names.of(entity, id).is_none())
}
