//! Changes that log what was on a stopwatch: the time goes off it with the change, and back where the change is thrown
//! away.

use super::queue::{self, Item};
use super::record;
use crate::base::Timestamp;
use crate::domain::{Act, Change};
use crate::records::own_time::Reading;
use crate::replica::{Recorded, Replica, Result, stopwatches};
use rusqlite::{Connection, OptionalExtension as _};

impl Replica {
    /// Writes a change to the outbox that logs what was read off its ticket's stopwatch, and takes that off it: both, or
    /// with an error neither.
    ///
    /// # Errors
    /// As [`Replica::record`].
    pub fn record_timed(&self, change: &Change, reading: &Reading) -> Result<Recorded> {
        self.write(|transaction| {
            let recorded = record::record(transaction, change)?;
            if stopwatches::take_off(transaction, recorded.ticket, reading)? {
                let item = queue::expect(transaction, change.id)?;
                remember(transaction, item.position, reading)?;
            }
            Ok(recorded)
        })
    }
}

fn remember(connection: &Connection, position: i64, reading: &Reading) -> Result<()> {
    connection.execute(
        "INSERT INTO outbox_time (position, at, begun_at, spent, runs, is_running) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (
            position,
            reading.at.millis(),
            reading.begun_at.millis(),
            reading.spent,
            reading.runs,
            reading.is_running,
        ),
    )?;
    Ok(())
}

/// Gives the stopwatch back what a change took off it that is about to be thrown away. Says whether it did: of a ticket
/// that goes with its creation no stopwatch is left.
pub(super) fn give_back(connection: &Connection, item: &Item) -> Result<bool> {
    let ticket = item.change.ticket;
    let taken = "SELECT at, begun_at, spent, runs, is_running FROM outbox_time WHERE position = ?1";
    let taken = connection.query_row(taken, [item.position], |row| {
        Ok(Reading {
            ticket,
            at: Timestamp::from_millis(row.get(0)?),
            begun_at: Timestamp::from_millis(row.get(1)?),
            spent: row.get(2)?,
            runs: row.get(3)?,
            is_running: row.get(4)?,
        })
    });
    let Some(taken) = taken.optional()? else {
        return Ok(false);
    };
    let creates = |item: &Item| matches!(item.change.act, Act::Create(_));
    if ticket.is_temporary() && !queue::of(connection, ticket)?.iter().any(creates) {
        return Ok(false);
    }
    stopwatches::put_back(connection, &taken)?;
    Ok(true)
}
