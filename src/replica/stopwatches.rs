//! Stopwatches: what a person times by hand, written down when it begins, so that no crash takes it. And their own
//! entries of a day, which are shown beside it.

use super::mirror::conversation::delivery;
use super::{Replica, Result, place};
use crate::base::ids::TicketId;
use crate::base::{Date, Timestamp};
use crate::domain::Person;
use crate::records::own_time::{DayEntry, Reading, Stopwatch};
use crate::records::views::Delivery;
use rusqlite::{Connection, OptionalExtension as _, Row};

/// What a stopwatch is read from.
const STOPWATCH: &str =
    "SELECT stopwatch.ticket_id, ticket.ticket_number, ticket.title, begun_at, spent, runs, running_since
     FROM stopwatch LEFT JOIN ticket ON ticket.id = stopwatch.ticket_id";

impl Replica {
    /// Starts a ticket's stopwatch, or lets it go on; the one that runs stands still from then on, and its ticket is
    /// given back: another console may have started it.
    ///
    /// # Errors
    /// When it can't be written: then it doesn't run.
    pub fn start_stopwatch(&self, ticket: TicketId, now: Timestamp) -> Result<Option<TicketId>> {
        self.write(|transaction| {
            let running = "SELECT ticket_id FROM stopwatch WHERE running_since IS NOT NULL";
            let running = transaction.query_row(running, [], |row| row.get(0).map(TicketId));
            let running = running.optional()?;
            match running {
                Some(running) if running == ticket => return Ok(None),
                Some(running) => stop(transaction, running, now)?,
                None => {}
            }
            transaction.execute(
                "INSERT INTO stopwatch (ticket_id, begun_at, spent, runs, running_since) VALUES (?1, ?2, 0, 1, ?2)
                 ON CONFLICT (ticket_id) DO UPDATE SET runs = runs + 1, running_since = excluded.running_since",
                (ticket.0, now.millis()),
            )?;
            Ok(running)
        })
    }

    /// Stops a ticket's stopwatch where it runs; what is on it stays. Another ticket's runs on.
    ///
    /// # Errors
    /// When it can't be written: then it runs on.
    pub fn stop_stopwatch(&self, ticket: TicketId, now: Timestamp) -> Result<()> {
        self.write(|transaction| stop(transaction, ticket, now))
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
            let text = format!("{STOPWATCH} ORDER BY running_since IS NULL, begun_at");
            let mut statement = transaction.prepare_cached(&text)?;
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
                 ORDER BY time_entry.id < 0, abs(time_entry.id)"
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

fn stop(connection: &Connection, ticket: TicketId, now: Timestamp) -> Result<()> {
    connection.execute(
        "UPDATE stopwatch SET spent = spent + max(0, ?2 - running_since), running_since = NULL
         WHERE ticket_id = ?1 AND running_since IS NOT NULL",
        (ticket.0, now.millis()),
    )?;
    Ok(())
}

/// Takes what was read off a ticket's stopwatch; what ran since stays on it. Says whether it was still there.
pub(super) fn take_off(connection: &Connection, ticket: TicketId, reading: &Reading) -> Result<bool> {
    let Some(watch) = of(connection, ticket)?.filter(|watch| watch.holds(reading)) else {
        return Ok(false);
    };
    match watch.without(reading) {
        None => drop(connection.execute("DELETE FROM stopwatch WHERE ticket_id = ?1", [ticket.0])?),
        Some(left) => set(connection, &left)?,
    }
    Ok(true)
}

/// Puts back on its ticket's stopwatch what was taken off it; where there is none any more, it stands still with that.
pub(super) fn put_back(connection: &Connection, taken: &Reading) -> Result<()> {
    match of(connection, taken.ticket)? {
        Some(watch) => set(connection, &watch.with(taken)),
        None => {
            connection.execute(
                "INSERT INTO stopwatch (ticket_id, begun_at, spent, runs) VALUES (?1, ?2, ?3, ?4)",
                (taken.ticket.0, taken.begun_at.millis(), taken.spent, taken.runs),
            )?;
            Ok(())
        }
    }
}

fn of(connection: &Connection, ticket: TicketId) -> Result<Option<Stopwatch>> {
    let text = format!("{STOPWATCH} WHERE stopwatch.ticket_id = ?1");
    Ok(connection.query_row(&text, [ticket.0], stopwatch).optional()?)
}

fn set(connection: &Connection, watch: &Stopwatch) -> Result<()> {
    connection.execute(
        "UPDATE stopwatch SET begun_at = ?2, spent = ?3, runs = ?4, running_since = ?5 WHERE ticket_id = ?1",
        (
            watch.ticket.0,
            watch.begun_at.millis(),
            watch.spent,
            watch.runs,
            watch.running_since.map(Timestamp::millis),
        ),
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
    use super::super::fixture::{self, Desk, change, ticket};
    use super::*;
    use crate::domain::{Act, Change};
    use crate::replica::Followers;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_millis(minute * 60_000)
    }

    /// An entry of so many minutes on the first ticket.
    fn log(minutes: i64) -> Change {
        change(
            1,
            Act::LogTime {
                worked_on: fixture::at(60).date(),
                started_at: None,
                minutes,
                summary: "Fuser swapped".to_owned(),
                internal_notes: String::new(),
            },
        )
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
        copy.stop_stopwatch(TicketId(1), at(30)).unwrap();
        copy.clear_stopwatch(TicketId(1)).unwrap();
        assert_eq!(minutes(at(99)), [(2, 10, false)]);
    }

    #[test]
    fn a_stopwatch_that_another_console_started_is_not_stopped_without_a_word() {
        let desk = Desk::with(vec![ticket(1), ticket(2)]);
        let (here, there) = (&desk.replica, desk.again());
        assert_eq!(here.start_stopwatch(TicketId(1), at(0)).unwrap(), None);
        assert_eq!(
            there.start_stopwatch(TicketId(2), at(10)).unwrap(),
            Some(TicketId(1)),
            "whoever asked can say so"
        );
        // Here the first still seems to run.
        here.stop_stopwatch(TicketId(1), at(20)).unwrap();
        let watches = here.stopwatches().unwrap();
        assert_eq!(
            (watches[0].ticket, watches[0].running_since),
            (TicketId(2), Some(at(10)))
        );
        assert_eq!(watches[1].minutes(at(20)), 10, "it stood still since the other one ran");
    }

    #[test]
    fn time_that_is_logged_goes_off_its_stopwatch_with_the_change_and_what_ran_since_stays() {
        let desk = Desk::with(vec![ticket(1)]);
        let copy = &desk.replica;
        copy.start_stopwatch(TicketId(1), at(0)).unwrap();
        let reading = copy.stopwatches().unwrap()[0].reading(at(30));
        // The rules refuse no time at all: then nothing goes off.
        copy.record_timed(&log(0), &reading).unwrap_err();
        assert_eq!(copy.stopwatches().unwrap()[0].minutes(at(34)), 34);
        copy.record_timed(&log(30), &reading).unwrap();
        let watch = copy.stopwatches().unwrap().remove(0);
        assert_eq!((watch.running_since, watch.minutes(at(34))), (Some(at(30)), 4));
        assert_eq!(copy.outbox().unwrap().len(), 1);
        // The same reading once more, from another console that had it open: there is nothing of it left.
        copy.record_timed(&log(30), &reading).unwrap();
        assert_eq!(copy.stopwatches().unwrap().remove(0), watch);
        // Time by hand leaves it alone.
        copy.record(&log(15)).unwrap();
        assert_eq!(copy.stopwatches().unwrap().remove(0), watch);
        copy.stop_stopwatch(TicketId(1), at(40)).unwrap();
        let reading = copy.stopwatches().unwrap()[0].reading(at(50));
        copy.record_timed(&log(10), &reading).unwrap();
        assert!(copy.stopwatches().unwrap().is_empty());
    }

    #[test]
    fn time_whose_entry_is_thrown_away_is_on_the_stopwatch_again() {
        let desk = Desk::with(vec![ticket(1)]);
        let copy = &desk.replica;
        let told = || {
            let watch = copy.stopwatches().unwrap().pop();
            watch.map(|watch| {
                (
                    watch.begun_at,
                    watch.minutes(at(34)),
                    watch.runs,
                    watch.running_since.is_some(),
                )
            })
        };
        let throw_away = |change: &Change| copy.discard(change.id, Followers::Keep, at(34)).unwrap();
        copy.start_stopwatch(TicketId(1), at(0)).unwrap();
        // It runs on while the entry waits: all of it is one run again.
        let first = log(30);
        let reading = copy.stopwatches().unwrap()[0].reading(at(30));
        copy.record_timed(&first, &reading).unwrap();
        assert_eq!(told(), Some((at(30), 4, 1, true)));
        // What a second console logs of the same reading took nothing off.
        let twice = log(30);
        copy.record_timed(&twice, &reading).unwrap();
        for draft in throw_away(&twice) {
            copy.forget_draft(&draft).unwrap();
        }
        assert_eq!(told(), Some((at(30), 4, 1, true)));
        throw_away(&first);
        assert_eq!(told(), Some((at(0), 34, 1, true)));
        // Where all of it was logged it is there again and stands still, also if the entry was done anyway before.
        copy.stop_stopwatch(TicketId(1), at(34)).unwrap();
        let reading = copy.stopwatches().unwrap()[0].reading(at(40));
        let all = log(34);
        copy.record_timed(&all, &reading).unwrap();
        assert_eq!(told(), None);
        let again = change(1, all.act.clone()).id;
        copy.again(all.id, again, fixture::at(61)).unwrap();
        let drafts = copy.discard(again, Followers::Keep, at(41)).unwrap();
        assert_eq!(told(), Some((at(0), 34, 1, false)));
        // The words become a draft; how long it took is the stopwatch's to say.
        let draft = copy.draft(&drafts[0]).unwrap().unwrap().text;
        assert!(draft.contains("Fuser swapped") && !draft.contains("minutes"), "{draft}");
        // Time by hand is no stopwatch's.
        let by_hand = log(15);
        copy.record(&by_hand).unwrap();
        throw_away(&by_hand);
        assert_eq!(told(), Some((at(0), 34, 1, false)));
    }

    #[test]
    fn time_that_was_read_before_older_time_was_put_back_goes_off_and_the_older_stays() {
        let desk = Desk::with(vec![ticket(1)]);
        let (here, there) = (&desk.replica, desk.again());
        let told = |now| {
            let watch = here.stopwatches().unwrap().pop();
            watch.map(|watch| (watch.begun_at, watch.minutes(now), watch.is_in_one_go()))
        };
        here.start_stopwatch(TicketId(1), at(0)).unwrap();
        let first = log(30);
        let reading = here.stopwatches().unwrap()[0].reading(at(30));
        here.record_timed(&first, &reading).unwrap();
        // There the dialog is open while the entry is thrown away here.
        let reading = there.stopwatches().unwrap()[0].reading(at(40));
        here.discard(first.id, Followers::Keep, at(41)).unwrap();
        assert_eq!(told(at(45)), Some((at(0), 45, true)));
        let second = log(10);
        there.record_timed(&second, &reading).unwrap();
        assert_eq!(told(at(45)), Some((at(0), 35, false)), "30 that were put back, 5 since");
        there.discard(second.id, Followers::Keep, at(46)).unwrap();
        assert_eq!(
            told(at(50)),
            Some((at(0), 50, false)),
            "nothing is lost and nothing doubled"
        );
    }

    #[test]
    fn time_that_says_no_hour_is_in_its_day() {
        let desk = Desk::with(vec![ticket(1)]);
        let day = fixture::at(60).date();
        for started_at in [None, Some(fixture::at(0))] {
            desk.record(
                1,
                Act::LogTime {
                    worked_on: day,
                    started_at,
                    minutes: 20,
                    summary: "Called".to_owned(),
                    internal_notes: String::new(),
                },
            );
        }
        let entries = desk.replica.own_day(day).unwrap();
        let told: Vec<_> = entries.iter().map(|entry| (entry.started_at, entry.minutes)).collect();
        assert_eq!(told, [(None, 20), (Some(fixture::at(0)), 20)]);
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
