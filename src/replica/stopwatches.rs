//! Stopwatches: what a person times by hand, written down when it begins, so that no crash takes it. And their own
//! entries of a day, which are shown beside it.

use super::mirror::conversation::delivery;
use super::{Replica, Result, place};
use crate::base::ids::TicketId;
use crate::base::{Date, Timestamp};
use crate::domain::Person;
use crate::records::own_time::{DayEntry, Stopwatch};
use crate::records::views::Delivery;
use rusqlite::{Connection, Row};

impl Replica {
    /// Starts a ticket's stopwatch, or lets it go on; the one that runs stands still from then on.
    ///
    /// # Errors
    /// When it can't be written: then it doesn't run.
    pub fn start_stopwatch(&self, ticket: TicketId, now: Timestamp) -> Result<()> {
        self.write(|transaction| {
            let runs = "SELECT EXISTS (SELECT 1 FROM stopwatch WHERE ticket_id = ?1 AND running_since IS NOT NULL)";
            if transaction.query_row(runs, [ticket.0], |row| row.get(0))? {
                return Ok(());
            }
            stop(transaction, now)?;
            transaction.execute(
                "INSERT INTO stopwatch (ticket_id, begun_at, spent, runs, running_since) VALUES (?1, ?2, 0, 1, ?2)
                 ON CONFLICT (ticket_id) DO UPDATE SET runs = runs + 1, running_since = excluded.running_since",
                (ticket.0, now.millis()),
            )?;
            Ok(())
        })
    }

    /// Stops the one that runs; what is on it stays.
    ///
    /// # Errors
    /// When it can't be written: then it runs on.
    pub fn stop_stopwatch(&self, now: Timestamp) -> Result<()> {
        self.write(|transaction| stop(transaction, now))
    }

    /// Takes a ticket's stopwatch away with what is on it.
    ///
    /// # Errors
    /// When it can't be written: then it is still there.
    pub fn clear_stopwatch(&self, ticket: TicketId) -> Result<()> {
        self.write(|transaction| {
            transaction.execute("DELETE FROM stopwatch WHERE ticket_id = ?1", [ticket.0])?;
            Ok(())
        })
    }

    /// Every stopwatch with something on it, the running one first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn stopwatches(&self) -> Result<Vec<Stopwatch>> {
        self.read(|transaction| {
            let mut statement = transaction.prepare_cached(
                "SELECT stopwatch.ticket_id, ticket.ticket_number, ticket.title, begun_at, spent, runs, running_since
                 FROM stopwatch LEFT JOIN ticket ON ticket.id = stopwatch.ticket_id
                 ORDER BY running_since IS NULL, begun_at",
            )?;
            let watches = statement.query_map([], stopwatch)?;
            Ok(watches.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// What the person who has signed in worked on a day, in the order in which it was entered; unsent entries too.
    ///
    /// # Errors
    /// When the database fails.
    pub fn own_day(&self, day: Date) -> Result<Vec<DayEntry>> {
        self.read(|transaction| {
            let Some(actor) = place::actor(transaction)? else {
                return Ok(Vec::new());
            };
            let mine = match actor.person {
                Person::Resource(_) => "time_entry.resource_id",
                Person::Contact(_) => "time_entry.author_contact_id",
            };
            let text = format!(
                "SELECT time_entry.id, time_entry.ticket_id, ticket.ticket_number, ticket.title,
                   time_entry.start_date_time, time_entry.minutes, time_entry.summary_notes
                 FROM time_entry LEFT JOIN ticket ON ticket.id = time_entry.ticket_id
                 WHERE time_entry.date_worked >= ?1 AND time_entry.date_worked < ?2 AND {mine} = ?3
                 ORDER BY time_entry.id < 0, time_entry.id"
            );
            let bounds = (
                day.midnight().millis(),
                day.next().midnight().millis(),
                actor.person.number(),
            );
            let mut statement = transaction.prepare_cached(&text)?;
            let entries = statement.query_map(bounds, |row| Ok((row.get::<_, i64>(0)?, entry(row)?)))?;
            let mut day = Vec::new();
            for found in entries {
                let (id, entry) = found?;
                day.push(DayEntry {
                    delivery: delivery(transaction, id)?,
                    ..entry
                });
            }
            Ok(day)
        })
    }
}

/// Lets a stopwatch follow its ticket to its number.
pub(super) fn renumber(connection: &Connection, from: TicketId, to: TicketId) -> Result<()> {
    connection.execute(
        "UPDATE OR REPLACE stopwatch SET ticket_id = ?2 WHERE ticket_id = ?1",
        (from.0, to.0),
    )?;
    Ok(())
}

fn stop(connection: &Connection, now: Timestamp) -> Result<()> {
    connection.execute(
        "UPDATE stopwatch SET spent = spent + max(0, ?1 - running_since), running_since = NULL
         WHERE running_since IS NOT NULL",
        [now.millis()],
    )?;
    Ok(())
}

fn stopwatch(row: &Row<'_>) -> rusqlite::Result<Stopwatch> {
    let ticket: i64 = row.get(0)?;
    Ok(Stopwatch {
        ticket: TicketId(ticket),
        number: number(ticket, row.get(1)?),
        title: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
        begun_at: Timestamp::from_millis(row.get(3)?),
        spent: row.get(4)?,
        runs: row.get(5)?,
        running_since: row.get::<_, Option<i64>>(6)?.map(Timestamp::from_millis),
    })
}

fn entry(row: &Row<'_>) -> rusqlite::Result<DayEntry> {
    let ticket: i64 = row.get::<_, Option<i64>>(1)?.unwrap_or_default();
    Ok(DayEntry {
        ticket: TicketId(ticket),
        number: number(ticket, row.get(2)?),
        title: row.get::<_, Option<String>>(3)?.unwrap_or_default(),
        started_at: row.get::<_, Option<i64>>(4)?.map(Timestamp::from_millis),
        minutes: row.get::<_, Option<i64>>(5)?.unwrap_or_default(),
        summary: row.get::<_, Option<String>>(6)?.unwrap_or_default(),
        delivery: Delivery::Delivered,
    })
}

/// A ticket's number; one that is not here goes by its id.
fn number(ticket: i64, number: Option<String>) -> String {
    number.unwrap_or_else(|| format!("#{ticket}"))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Desk, ticket};
    use super::*;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_millis(minute * 60_000)
    }

    #[test]
    fn one_stopwatch_runs_at_a_time_and_each_keeps_what_is_on_it() {
        let desk = Desk::with(vec![ticket(1), ticket(2)]);
        let copy = &desk.replica;
        copy.start_stopwatch(TicketId(1), at(0)).unwrap();
        copy.start_stopwatch(TicketId(2), at(10)).unwrap();
        let minutes = |now| -> Vec<(i64, i64, bool)> {
            let watches = copy.stopwatches().unwrap();
            let told = watches.iter();
            told.map(|watch| (watch.ticket.0, watch.minutes(now), watch.running_since.is_some()))
                .collect()
        };
        assert_eq!(minutes(at(15)), [(2, 5, true), (1, 10, false)]);
        copy.start_stopwatch(TicketId(1), at(20)).unwrap();
        copy.start_stopwatch(TicketId(1), at(25)).unwrap();
        assert_eq!(minutes(at(30)), [(1, 20, true), (2, 10, false)]);
        let watch = copy.stopwatches().unwrap().remove(0);
        assert_eq!(
            (watch.runs, watch.begun_at),
            (2, at(0)),
            "started while it runs it only runs on"
        );
        copy.stop_stopwatch(at(30)).unwrap();
        copy.clear_stopwatch(TicketId(1)).unwrap();
        assert_eq!(minutes(at(99)), [(2, 10, false)]);
    }

    #[test]
    fn a_stopwatch_follows_a_ticket_made_here_to_its_number() {
        let desk = Desk::with(vec![ticket(1)]);
        desk.replica.start_stopwatch(TicketId(-1), at(0)).unwrap();
        desk.replica
            .write(|write| renumber(write, TicketId(-1), TicketId(1)))
            .unwrap();
        let watches = desk.replica.stopwatches().unwrap();
        assert_eq!((watches.len(), watches[0].ticket), (1, TicketId(1)));
        assert_eq!(watches[0].title, "Printer 1 prints blank pages");
    }
}
