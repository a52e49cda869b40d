//! The demo desk: `assets/demo` carried out by the server's own operations, each act at its moment, so that the rules
//! themselves produce every state. It is made in one transaction: there is a whole desk or none.

mod contracts;
mod desk;
mod files;
mod keys;
mod people;
mod play;
mod relative;
mod settings;
mod tickets;

use self::desk::{Desk, InstanceEntry};
use self::tickets::TicketFile;
use super::operations::{OperationError, Operations};
use super::store::{Instance, StoreError, Writing};
use crate::base::Timestamp;
use crate::sentences::Sentences;
use serde::de::DeserializeOwned;

/// Notifications older than this are read, in minutes: who starts the demo has the last day's before them.
const READ_AFTER: i64 = 24 * 60;

/// How far the making of the desk has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Laid {
    /// Tickets that are there.
    pub tickets: usize,
    /// Tickets that there will be.
    pub of: usize,
}

/// Why the demo desk can't be made: its files are at fault, or the database.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// A file can't be read.
    #[error("assets/demo/{file}: {message}")]
    File {
        /// Which.
        file: &'static str,
        /// What is wrong, and where.
        message: String,
    },
    /// Something in `desk.toml` is refused.
    #[error("assets/demo/desk.toml: {key}: {error}")]
    Desk {
        /// The entry's key.
        key: String,
        /// Why.
        error: OperationError,
    },
    /// Something that happened to a ticket is refused.
    #[error("assets/demo/{file}: {title:?}: act {act}: {error}")]
    Act {
        /// The file.
        file: &'static str,
        /// The ticket.
        title: String,
        /// Counted from 1; 0 is the creation.
        act: usize,
        /// Why.
        error: OperationError,
    },
    /// A key names nothing.
    #[error("assets/demo/desk.toml: {what} {key:?}")]
    Unknown {
        /// What kind of thing.
        what: &'static str,
        /// The key.
        key: String,
    },
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl DemoError {
    /// The sentence that says so; what is wrong with a file of the desk is for whoever writes it.
    #[must_use]
    pub fn said(&self, sentences: &Sentences) -> String {
        match self {
            Self::Store(error)
            | Self::Desk {
                error: OperationError::Store(error),
                ..
            }
            | Self::Act {
                error: OperationError::Store(error),
                ..
            } => error.said(sentences),
            fault => sentences
                .say("demo-not-made", &[("reason", fault.to_string().into())])
                .into_owned(),
        }
    }
}

/// The provider of the demo desk, for opening its database.
///
/// # Errors
/// When `instance.toml` can't be read.
pub fn instance() -> Result<Instance, DemoError> {
    let entry = read_instance()?;
    let zone = entry.time_zone.parse().map_err(|_| DemoError::File {
        file: files::INSTANCE.0,
        message: format!("there is no time zone {}", entry.time_zone),
    })?;
    Ok(Instance { name: entry.name, zone })
}

/// The user name of the demo's administrator, who is a technician too.
///
/// # Errors
/// When `instance.toml` can't be read.
pub fn administrator() -> Result<String, DemoError> {
    Ok(read_instance()?.sign_in)
}

impl Operations {
    /// Makes the demo desk in a database in which nobody is yet; its times are relative to now. `progress` is told
    /// after each ticket.
    ///
    /// # Errors
    /// The first fault of its files, or the database's; nothing is kept then.
    pub async fn make_demo(&self, progress: impl Fn(Laid) + Send + 'static) -> Result<(), DemoError> {
        let now = self.now();
        self.database()
            .write(move |connection| {
                let (instance, desk) = (read_instance()?, read_desk()?);
                let keys = people::lay(connection, &instance, &desk, now)?;
                let administrator = people::administrator(connection, &keys, &instance.sign_in)?;
                contracts::lay(connection, &keys, &administrator, now)?;
                play::all(connection, &keys, &read_tickets()?, now, &progress)?;
                let writing = Writing::new(connection, now);
                read_old_notifications(&writing)
            })
            .await
    }
}

fn read_old_notifications(writing: &Writing<'_>) -> Result<(), DemoError> {
    let oldest = writing.at().plus_minutes(-READ_AFTER).millis();
    writing
        .execute(
            "UPDATE notification SET read_date_time = create_date_time WHERE create_date_time < ?1",
            [oldest],
        )
        .map_err(StoreError::from)?;
    Ok(())
}

fn read_instance() -> Result<InstanceEntry, DemoError> {
    read(&files::INSTANCE)
}

fn read_desk() -> Result<Desk, DemoError> {
    read(&files::DESK)
}

fn read_tickets() -> Result<Vec<(&'static str, TicketFile)>, DemoError> {
    let read = |file: &files::File| Ok((file.0, read(file)?));
    files::TICKETS.iter().map(read).collect()
}

fn read<T: DeserializeOwned>((file, text): &files::File) -> Result<T, DemoError> {
    toml::from_str(text).map_err(|error| DemoError::File {
        file,
        message: error.to_string(),
    })
}

/// The moment so many minutes from now.
fn moment(now: Timestamp, relative: relative::Relative) -> Timestamp {
    now.plus_minutes(relative.minutes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Clock as _;
    use crate::base::ids::{CompanyId, ResourceId};
    use crate::base::{Language, ManualClock, SystemClock};
    use crate::domain::contract::State;
    use crate::domain::ticket::Situation;
    use crate::domain::{Actor, Agency, Facts, Person, SecurityLevel, Side, Statuses};
    use crate::entities::{COMPANY, CONTACT, CONTRACT, Entity, QUEUE, RESOURCE, Row, TICKET};
    use crate::query::Filter;
    use crate::records;
    use crate::records::administration::billing::WarningKind;
    use crate::server::store::{Database, rows};
    use std::collections::HashMap;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    async fn all(operations: &Operations, entity: &'static Entity) -> Vec<Row> {
        let filter = Filter::all(entity);
        operations
            .read(move |connection| Ok(rows::find(connection, &filter)?))
            .await
            .unwrap()
    }

    #[tokio::test]
    async fn the_whole_desk_that_ships_is_made_without_a_refusal() {
        let folder = tempfile::tempdir().unwrap();
        let now = SystemClock.now();
        let database = Database::open(&folder.path().join("desk.db"), &instance().unwrap(), now).unwrap();
        let operations = Operations::new(database, Arc::new(ManualClock::new(now)));
        let told = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&told);
        let made = operations.make_demo(move |laid| {
            counted.fetch_add(1, Ordering::Relaxed);
            assert!(laid.tickets <= laid.of);
        });
        made.await.unwrap_or_else(|error| panic!("{error}"));

        let tickets = all(&operations, &TICKET).await;
        assert!(tickets.len() >= 400, "{} tickets", tickets.len());
        assert_eq!(told.load(Ordering::Relaxed), tickets.len());
        let clients = all(&operations, &COMPANY)
            .await
            .iter()
            .filter(|row| row.id() != 0)
            .count();
        let people = all(&operations, &CONTACT).await.len() + all(&operations, &RESOURCE).await.len();
        assert!(clients >= 8 && people >= 25, "{clients} clients, {people} people");
        assert!(all(&operations, &QUEUE).await.len() >= 12);
        every_kind_of_contract(&all(&operations, &CONTRACT).await, now);
        billing_has_something_to_show(&operations).await;
        every_situation(&tickets);
        nothing_lies_ahead(&tickets, now);
    }

    /// One of each state, recurring and prepaid, as the panes of billing show them.
    fn every_kind_of_contract(contracts: &[Row], now: Timestamp) {
        let today = now.date();
        let prepaid: Vec<_> = contracts.iter().filter_map(records::contract::support).collect();
        for state in [State::Active, State::Pending, State::Expired] {
            assert!(prepaid.iter().any(|one| one.state(today) == state), "{state:?}");
        }
        let recurring = contracts.iter().filter(|row| records::contract::carries_services(row));
        assert!(recurring.count() >= 4);
    }

    /// One client's licences are billed, another's contract has ended; months were closed, and something waits to be.
    async fn billing_has_something_to_show(operations: &Operations) {
        let keeper = Actor {
            person: Person::Resource(ResourceId(1)),
            name: administrator().unwrap(),
            level: SecurityLevel::ProviderAdmin,
            company: CompanyId(0),
            agency: Agency::Human,
        };
        let overview = operations.billing_overview(keeper.clone()).await.unwrap();
        let warned = |kind| {
            let warnings = overview.clients.iter().flat_map(|client| &client.warnings);
            warnings.filter(|warning| warning.warning == kind).count()
        };
        assert_eq!(warned(WarningKind::AutomationContractExpired), 1);
        assert_eq!(warned(WarningKind::AutomationContractEndsSoon), 1);
        assert!(overview.to_close > 0);
        let invoices = operations.invoices(keeper, None).await.unwrap();
        assert!(invoices.items.len() > 12, "{} invoices", invoices.items.len());
    }

    #[test]
    fn a_refused_act_is_named_with_file_ticket_and_number() {
        let refused = DemoError::Act {
            file: "tickets-01.toml",
            title: "Kettle hums".to_owned(),
            act: 3,
            error: crate::domain::Refusal::TicketComplete.into(),
        };
        let said = refused.said(&Sentences::new(Language::German));
        let place = "assets/demo/tickets-01.toml: \"Kettle hums\": act 3: ticket_complete";
        assert!(said.contains(place), "{said}");
    }

    /// The four situations of 2.2, open and closed, and shared ones that only one side has completed.
    fn every_situation(tickets: &[Row]) {
        let statuses = Statuses::standard();
        let mut seen: HashMap<(Situation, bool), usize> = HashMap::new();
        let mut half_closed = [0, 0];
        for row in tickets {
            let ticket = records::ticket::read(row, Vec::new());
            *seen
                .entry((
                    ticket.situation(),
                    ticket.is_closed(&Facts::unknown(Arc::new(statuses.clone()))),
                ))
                .or_default() += 1;
            for (count, side) in half_closed.iter_mut().zip(Side::BOTH) {
                let complete = |side| ticket.kind(side, &statuses) == Some(crate::domain::StatusKind::Complete);
                *count += usize::from(ticket.shared && complete(side) && !complete(side.other()));
            }
        }
        for situation in [
            Situation::ClientInternal,
            Situation::ProviderOnly,
            Situation::Escalated,
            Situation::Transferred,
        ] {
            for closed in [false, true] {
                assert!(
                    seen.contains_key(&(situation, closed)),
                    "no {situation:?}, closed {closed}: {seen:?}"
                );
            }
        }
        assert!(half_closed.iter().all(|count| *count > 0), "{half_closed:?}");
    }

    fn nothing_lies_ahead(tickets: &[Row], now: Timestamp) {
        for row in tickets {
            let last = row.time("lastActivityDate").unwrap();
            assert!(last <= now, "{}: {last}", row.text("title").unwrap_or_default());
        }
    }
}
