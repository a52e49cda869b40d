//! The use cases, each in one transaction. Routes call them; so do `tandem user`, the demo desk and tests, in process.

pub mod administration;
pub mod attachments;
pub mod autotask;
pub mod billing;
pub mod change;
mod checklist;
pub mod contracts;
mod days;
mod error;
pub mod facts;
pub mod identity;
pub mod import;
pub mod kept_answer;
mod labels;
mod leaving;
mod moved;
mod notices;
mod open_tickets;
pub mod organisation;
pub mod people;
pub mod picklists;
pub mod portal_version;
pub mod read;
mod save;
mod service_desk;
pub mod sessions;
pub mod support;
pub mod taskfire;
#[cfg(test)]
mod tests;
pub mod user_defined;
pub mod webhooks;

pub use error::OperationError;

use super::destinations::Destinations;
use super::store::zones::Zones;
use super::store::{Database, StoreError, Writing, audit_log, feed, webhook_queue};
use crate::base::{Clock, Date, Timestamp};
use rusqlite::Connection;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Semaphore, SemaphorePermit};

/// Everything that can be done with a desk's database. Clones share it.
#[derive(Clone)]
pub struct Operations {
    database: Database,
    clock: Arc<dyn Clock>,
    /// Passwords that are hashed and checked at the same time.
    checks: Arc<Semaphore>,
    /// Who works on the server's own host, past its routes.
    host_user: Arc<str>,
    /// How long a query from outside may run.
    longest_query: Duration,
    /// Where webhooks may send to.
    destinations: Arc<Destinations>,
}

/// Passwords that are hashed and checked at the same time: each takes 19 MiB and a core.
pub const CHECKS: usize = 2;

impl Operations {
    /// The use cases on this database, dated by this clock.
    #[must_use]
    pub fn new(database: Database, clock: Arc<dyn Clock>) -> Self {
        Self {
            database,
            clock,
            checks: Arc::new(Semaphore::new(CHECKS)),
            host_user: Arc::from(audit_log::SYSTEM),
            longest_query: Duration::MAX,
            destinations: Arc::default(),
        }
    }

    /// The same where webhooks may send there.
    #[must_use]
    pub fn sending_to(self, destinations: Destinations) -> Self {
        Self {
            destinations: Arc::new(destinations),
            ..self
        }
    }

    /// Where webhooks may send to.
    #[must_use]
    pub fn destinations(&self) -> &Destinations {
        &self.destinations
    }

    /// The same where queries from outside are stopped that run longer.
    #[must_use]
    pub fn stopping_queries_after(self, longest_query: Duration) -> Self {
        Self { longest_query, ..self }
    }

    /// The same for this user of the server's host, whom the log of administrative acts names.
    #[must_use]
    pub fn by_host_user(self, name: &str) -> Self {
        Self {
            host_user: Arc::from(name),
            ..self
        }
    }

    /// Who works on the server's own host.
    fn host_user(&self) -> Arc<str> {
        Arc::clone(&self.host_user)
    }

    /// Waits until one more password may be hashed or checked.
    ///
    /// # Errors
    /// When the server stops.
    pub async fn check_of_password(&self) -> Result<SemaphorePermit<'_>, OperationError> {
        let permit = self.checks.acquire().await;
        Ok(permit.map_err(|_| StoreError::Closed)?)
    }

    /// The database.
    #[must_use]
    pub fn database(&self) -> &Database {
        &self.database
    }

    /// This moment.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Does the work in one transaction; nothing of it is kept unless it returns `Ok`.
    ///
    /// # Errors
    /// The work's own, or that of the database.
    pub async fn write<T, W>(&self, work: W) -> Result<T, OperationError>
    where
        T: Send + 'static,
        W: FnOnce(&Writing<'_>) -> Result<T, OperationError> + Send + 'static,
    {
        let clock = Arc::clone(&self.clock);
        self.database
            .write(move |connection| {
                let writing = Writing::new(connection, clock.now());
                let value = work(&writing)?;
                webhooks::finish(&writing)?;
                Ok(value)
            })
            .await
    }

    /// Forgets what is no longer kept: old answers and old places of the feed. Lets the database count its rows anew
    /// where that would choose better indexes.
    ///
    /// # Errors
    /// The database's.
    pub async fn forget_old(&self) -> Result<(), OperationError> {
        self.write(|writing| {
            kept_answer::forget(writing, writing.at())?;
            attachments::uploads::forget(writing, writing.at())?;
            feed::forget(writing, feed::oldest(writing.at()))?;
            webhook_queue::forget_old(writing, feed::oldest(writing.at()))?;
            Ok(writing.execute_batch("PRAGMA analysis_limit = 1000; PRAGMA optimize;")?)
        })
        .await
    }

    /// The provider's calendar day, and how long it still lasts.
    ///
    /// # Errors
    /// The database's.
    pub async fn today(&self) -> Result<(Date, Duration), OperationError> {
        let now = self.now();
        self.read(move |connection| {
            let zones = Zones::load(connection)?;
            let zone = zones.at(now);
            let today = zone.date(now);
            let left = zone.beginning(today.next()).millis() - now.millis();
            Ok((today, Duration::from_millis(u64::try_from(left).unwrap_or_default())))
        })
        .await
    }

    /// Reads one state of the database.
    ///
    /// # Errors
    /// The work's own, or that of the database.
    pub async fn read<T, W>(&self, work: W) -> Result<T, OperationError>
    where
        T: Send + 'static,
        W: FnOnce(&Connection) -> Result<T, OperationError> + Send + 'static,
    {
        self.database.read(work).await
    }

    /// Answers a query from outside, which is stopped where it runs too long.
    ///
    /// # Errors
    /// `query_too_long`; the work's own, or that of the database.
    pub async fn answer_query<T, W>(&self, work: W) -> Result<T, OperationError>
    where
        T: Send + 'static,
        W: FnOnce(&Connection) -> Result<T, OperationError> + Send + 'static,
    {
        self.database.read_within(self.longest_query, work).await
    }
}

impl From<rusqlite::Error> for OperationError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}
