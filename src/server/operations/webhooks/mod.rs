//! Webhooks (autotask-rest 10): what a write did to tickets and notes becomes events in that same write, each as its
//! owner may see it; whoever sends takes them from here, and says here what became of them.

mod events;
mod failing;
pub mod listeners;
pub mod switching;

use super::people;
use super::{OperationError, Operations};
use crate::base::ids::ResourceId;
use crate::base::{Secret, Timestamp};
use crate::domain::{Actor, Agency, Person};
use crate::entities::Row;
use crate::server::store::webhook_queue::{self, Channel, OF_ITSELF};
use crate::server::store::{StoreError, Writing, rows};
use rusqlite::Connection;
use std::collections::HashSet;

/// Which ticket's events of which channel.
pub type Lane = (i64, i64);

/// How many events of one webhook are sent at the same time.
const AT_ONCE: usize = 4;
/// After so many failures in a row one event at a time shows whether a receiver is there again.
const AILING: u32 = 5;

/// An event that is to be sent now.
#[derive(Clone, Debug)]
pub struct Callout {
    /// Whose turn this is.
    pub lane: Lane,
    /// Which event.
    pub delivery: i64,
    /// Where it goes.
    pub address: String,
    /// The body.
    pub payload: String,
    /// What it is signed with.
    pub secret: Secret,
}

/// What there is to do.
#[derive(Debug, Default)]
pub struct Agenda {
    /// What is to be sent now.
    pub callouts: Vec<Callout>,
    /// When something else is to be sent.
    pub next: Option<Timestamp>,
    /// Channels of deleted webhooks, and of those that were switched off, that have something left to be tidied.
    pub chores: Vec<i64>,
}

/// How a webhook is.
enum State {
    /// It is switched on.
    Open(Row),
    /// It is switched off; what waits behind it is kept.
    Off,
    /// It was deleted.
    Gone,
}

/// Ends a write: what follows from it is brought up to date, and webhooks say what happened.
///
/// # Errors
/// The database's.
pub fn finish(writing: &Writing<'_>) -> Result<(), OperationError> {
    writing.settle()?;
    events::write(writing)
}

impl Operations {
    /// What is to be sent now, besides what is on its way in these lanes.
    ///
    /// # Errors
    /// The database's.
    pub async fn callouts(&self, busy: HashSet<Lane>) -> Result<Agenda, OperationError> {
        let now = self.now();
        self.read(move |connection| {
            let mut look = Look {
                connection,
                busy: &busy,
                now,
                agenda: Agenda::default(),
            };
            for channel in webhook_queue::channels(connection)? {
                look.at(&channel)?;
            }
            Ok(look.agenda)
        })
        .await
    }

    /// Notes that an event arrived.
    ///
    /// # Errors
    /// The database's.
    pub async fn callout_arrived(&self, callout: Callout) -> Result<(), OperationError> {
        self.write(move |writing| {
            webhook_queue::pop(writing, callout.lane, callout.delivery, writing.at())?;
            Ok(webhook_queue::recover(writing, callout.lane.0)?)
        })
        .await
    }

    /// Notes that an event did not arrive, and why. It is tried again, unless that went on for too long.
    ///
    /// # Errors
    /// The database's.
    pub async fn callout_failed(&self, callout: Callout, error: String) -> Result<(), OperationError> {
        self.write(move |writing| failing::note(writing, &callout, &error))
            .await
    }

    /// Tidies a channel a bit.
    ///
    /// # Errors
    /// The database's.
    pub async fn tidy_webhook(&self, channel: i64) -> Result<(), OperationError> {
        self.write(move |writing| {
            let channels = webhook_queue::channels(writing)?;
            let Some(channel) = channels.into_iter().find(|found| found.id == channel) else {
                return Ok(());
            };
            match state(writing, &channel)? {
                State::Gone => drop(webhook_queue::forget_deleted(writing, channel.id)?),
                State::Off => drop(webhook_queue::log_waiting(
                    writing,
                    channel.id,
                    "The webhook was switched off before this could be sent.",
                    writing.at(),
                )?),
                // What is sent is what the owner sees.
                State::Open(row) if owner(writing, &row)?.is_none() => {
                    let why = "The owner is not active any more, or sees nothing.";
                    switching::switch_off(writing, &row, None, why)?;
                }
                State::Open(_) => {}
            }
            Ok(())
        })
        .await
    }
}

/// Looks at one thing after the other: what is on its way, what time it is, what is found.
struct Look<'a> {
    connection: &'a Connection,
    busy: &'a HashSet<Lane>,
    now: Timestamp,
    agenda: Agenda,
}

impl Look<'_> {
    fn at(&mut self, channel: &Channel) -> Result<(), OperationError> {
        match state(self.connection, channel)? {
            State::Open(row) if owner(self.connection, &row)?.is_none() => self.agenda.chores.push(channel.id),
            State::Open(_) if channel.due > self.now => self.wait_until(channel.due),
            State::Open(row) => {
                if let Some(due) = webhook_queue::next_due(self.connection, channel.id, self.now)? {
                    self.wait_until(due);
                }
                for ticket in self.due(channel)? {
                    self.send(channel, ticket, row.text("webhookUrl").unwrap_or_default())?;
                }
            }
            State::Off => {
                let has_chore = webhook_queue::has_unlogged(self.connection, channel.id)?;
                self.agenda.chores.extend(has_chore.then_some(channel.id));
                self.last_word(channel)?;
            }
            // What was deleted is done with once the last word about it is.
            State::Gone => match self.last_word(channel)? && !webhook_queue::has_lanes(self.connection, channel.id)? {
                true => {}
                false => self.agenda.chores.push(channel.id),
            },
        }
        Ok(())
    }

    /// The tickets of an open channel whose next event can be sent now: one to begin with where the receiver ails.
    fn due(&self, channel: &Channel) -> Result<Vec<i64>, StoreError> {
        let on_their_way = self.busy.iter().filter(|(of, _)| *of == channel.id).count();
        let room = if channel.failures >= AILING { 1 } else { AT_ONCE };
        let mut due = webhook_queue::due(self.connection, channel.id, self.now, room + on_their_way)?;
        due.retain(|ticket| !self.busy.contains(&(channel.id, *ticket)));
        due.truncate(room.saturating_sub(on_their_way));
        Ok(due)
    }

    /// Sends what a closed channel says about itself; whether there is something to be said.
    fn last_word(&mut self, channel: &Channel) -> Result<bool, OperationError> {
        let Some(due) = webhook_queue::own_due(self.connection, channel.id)? else {
            return Ok(false);
        };
        if due > self.now {
            self.wait_until(due);
        } else if !self.busy.contains(&(channel.id, OF_ITSELF)) {
            self.send(channel, OF_ITSELF, "")?;
        }
        Ok(true)
    }

    /// Puts a lane's first event on the agenda.
    fn send(&mut self, channel: &Channel, ticket: i64, address: &str) -> Result<(), StoreError> {
        let Some(delivery) = webhook_queue::head(self.connection, channel.id, ticket)? else {
            return Ok(());
        };
        self.agenda.callouts.push(Callout {
            lane: (channel.id, ticket),
            delivery: delivery.id,
            address: delivery.address.unwrap_or_else(|| address.to_owned()),
            payload: delivery.payload,
            secret: channel.secret.clone(),
        });
        Ok(())
    }

    fn wait_until(&mut self, due: Timestamp) {
        self.agenda.next = Some(self.agenda.next.map_or(due, |next| next.min(due)));
    }
}

fn state(connection: &Connection, channel: &Channel) -> Result<State, StoreError> {
    Ok(match rows::get(connection, channel.entity, channel.webhook)? {
        Some(row) if row.boolean("isActive") == Some(true) => State::Open(row),
        Some(_) => State::Off,
        None => State::Gone,
    })
}

/// The owner of a webhook, where they may see anything at all: what is sent is what they see.
///
/// # Errors
/// The database's.
pub fn owner(connection: &Connection, webhook: &Row) -> Result<Option<Actor>, StoreError> {
    let Some(owner) = webhook.integer("ownerResourceID") else {
        return Ok(None);
    };
    let owner = Person::Resource(ResourceId(owner));
    match people::actor(connection, owner, Agency::Automation)? {
        Some(actor) => Ok(Some(actor)),
        None => people::actor(connection, owner, Agency::Human),
    }
}
