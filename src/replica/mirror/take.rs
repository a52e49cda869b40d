//! Taking what the server says: pages of a first sync, events of the feed, details of a ticket, answers to changes.

use super::rows::{BASE, BASE_SECONDARIES, SHOWN, SHOWN_SECONDARIES, Table};
use super::{unread, words};
use crate::base::Timestamp;
use crate::base::ids::TicketId;
use crate::entities::{
    Entity, Row, TICKET, TICKET_ATTACHMENT, TICKET_CHECKLIST_ITEM, TICKET_HISTORY, TICKET_NOTE,
    TICKET_SECONDARY_RESOURCE, TIME_ENTRY,
};
use crate::replica::outbox::{overlay, queue};
use crate::replica::place::{self, BEFORE_ALL, Step};
use crate::replica::{Replica, Result};
use rusqlite::{Connection, OptionalExtension};
use std::collections::{HashMap, HashSet};

/// One page of a step of the first sync: the rows with the next higher ids, in ascending order.
#[derive(Clone, Debug)]
pub struct Page {
    /// The step.
    pub step: Step,
    /// The last id before the page.
    pub after: i64,
    /// The rows.
    pub rows: Vec<Row>,
    /// Whether none come behind them.
    pub is_last: bool,
}

/// One event of the feed.
#[derive(Clone, Debug)]
pub struct FeedRow {
    /// Its place.
    pub place: String,
    /// What it is about.
    pub entity: &'static Entity,
    /// The row's id.
    pub id: i64,
    /// The row as it is now; none where it left this person's view.
    pub row: Option<Row>,
}

/// Notes, time and history of some tickets, whole.
#[derive(Clone, Debug, Default)]
pub struct Details {
    /// Whose they are.
    pub tickets: Vec<TicketId>,
    /// The notes that this person may read.
    pub notes: Vec<Row>,
    /// The time.
    pub time_entries: Vec<Row>,
    /// The history.
    pub history: Vec<Row>,
    /// Files and links.
    pub attachments: Vec<Row>,
    /// What is to be ticked off.
    pub checklist_items: Vec<Row>,
}

/// The entities whose rows belong to a ticket and go with it.
const PARTS: [&Entity; 5] = [
    &TICKET_NOTE,
    &TIME_ENTRY,
    &TICKET_HISTORY,
    &TICKET_ATTACHMENT,
    &TICKET_CHECKLIST_ITEM,
];

impl Replica {
    /// Takes a page of the first sync, forgets what stood between its rows and is no more, and notes how far it came.
    ///
    /// # Errors
    /// When the database fails.
    pub fn take_page(&self, page: &Page) -> Result<()> {
        let Some(entity) = page.step.entity() else {
            return Ok(());
        };
        self.write(|transaction| {
            let last = page.rows.last().map_or(page.after, Row::id);
            let end = if page.is_last { i64::MAX } else { last };
            let kept: HashSet<i64> = page.rows.iter().map(Row::id).collect();
            for id in Table::of(entity).ids_between(transaction, page.after, end)? {
                if !kept.contains(&id) {
                    forget(transaction, entity, id)?;
                }
            }
            for row in &page.rows {
                take(transaction, row)?;
            }
            match page.is_last {
                true => place::advance(transaction, page.step.next(), BEFORE_ALL),
                false => place::advance(transaction, page.step, last),
            }
        })
    }

    /// The next tickets of the step [`Step::Details`]: open ones, and those closed since then, by id.
    ///
    /// # Errors
    /// When the database fails.
    pub fn next_without_details(&self, after: i64, closed_since: Timestamp, limit: usize) -> Result<Vec<TicketId>> {
        self.read(|transaction| {
            let mut statement = transaction.prepare_cached(
                "SELECT id FROM (
                   SELECT id FROM ticket WHERE closed_date IS NULL AND id > ?1
                   UNION ALL SELECT id FROM ticket WHERE closed_date >= ?2 AND id > ?1
                 ) WHERE id > 0 ORDER BY id LIMIT ?3",
            )?;
            let ids = statement.query_map((after, closed_since.millis(), limit), |row| row.get(0).map(TicketId))?;
            Ok(ids.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// How many tickets [`Replica::next_without_details`] would give in all.
    ///
    /// # Errors
    /// When the database fails.
    pub fn count_without_details(&self, after: i64, closed_since: Timestamp) -> Result<u64> {
        self.read(|transaction| {
            Ok(transaction.query_row(
                "SELECT (SELECT count(*) FROM ticket WHERE closed_date IS NULL AND id > max(?1, 0))
                   + (SELECT count(*) FROM ticket WHERE closed_date >= ?2 AND id > max(?1, 0))",
                (after, closed_since.millis()),
                |row| row.get(0),
            )?)
        })
    }

    /// Takes single rows that were asked for.
    ///
    /// # Errors
    /// When the database fails.
    pub fn take_rows(&self, rows: &[Row]) -> Result<()> {
        self.write(|transaction| rows.iter().try_for_each(|row| take(transaction, row).map(|_| ())))
    }

    /// Takes the details of some tickets in place of those that are here. What the feed has brought since they were
    /// asked for stays: its ids are higher.
    ///
    /// # Errors
    /// When the database fails.
    pub fn take_details(&self, details: &Details) -> Result<()> {
        self.write(|transaction| take_details(transaction, details))
    }

    /// Takes the details of the next tickets of the first sync, and notes how far it came.
    ///
    /// # Errors
    /// When the database fails.
    pub fn take_details_step(&self, details: &Details) -> Result<()> {
        self.write(|transaction| {
            take_details(transaction, details)?;
            match details.tickets.last() {
                Some(last) => place::advance(transaction, Step::Details, last.0),
                None => place::advance(transaction, Step::Complete, BEFORE_ALL),
            }
        })
    }

    /// Whether notes, time and history of a ticket are here.
    ///
    /// # Errors
    /// When the database fails.
    pub fn holds_details(&self, ticket: TicketId) -> Result<bool> {
        self.read(|transaction| {
            let held = transaction
                .prepare_cached("SELECT 1 FROM held WHERE ticket_id = ?1")?
                .exists([ticket.0])?;
            Ok(held || ticket.is_temporary())
        })
    }

    /// Takes events of the feed in their order, and their last place.
    ///
    /// # Errors
    /// When the database fails.
    pub fn take_events(&self, events: &[FeedRow], now: Timestamp) -> Result<()> {
        self.write(|transaction| {
            for event in events {
                match &event.row {
                    Some(row) => take_event(transaction, row, now)?,
                    None => forget(transaction, event.entity, event.id)?,
                }
            }
            if let Some(last) = events.last() {
                transaction.execute(
                    "UPDATE copy SET feed_place = ?1, as_of = ?2",
                    (&last.place, now.millis()),
                )?;
            }
            Ok(())
        })
    }
}

fn take_details(connection: &Connection, details: &Details) -> Result<()> {
    let lists = [
        &details.notes,
        &details.time_entries,
        &details.history,
        &details.attachments,
        &details.checklist_items,
    ];
    for (part, rows) in PARTS.into_iter().zip(lists) {
        let mut kept: HashMap<i64, HashSet<i64>> = HashMap::new();
        for row in rows {
            let ids = kept.entry(ticket_of(row).unwrap_or_default()).or_default();
            ids.insert(row.id());
            Table::of(part).save(connection, row)?;
        }
        for (ticket, ids) in kept {
            forget_others(connection, part, ticket, &ids)?;
        }
    }
    for ticket in &details.tickets {
        hold(connection, *ticket)?;
        words::mark(connection, ticket.0)?;
    }
    Ok(())
}

/// Forgets a ticket's parts that are no more: those with lower ids than the newest that is.
fn forget_others(connection: &Connection, part: &'static Entity, ticket: i64, kept: &HashSet<i64>) -> Result<()> {
    let newest = kept.iter().copied().max().unwrap_or_default();
    for row in Table::of(part).of_ticket(connection, ticket)? {
        if row.id() > 0 && row.id() < newest && !kept.contains(&row.id()) {
            Table::of(part).delete(connection, row.id())?;
        }
    }
    Ok(())
}

fn hold(connection: &Connection, ticket: TicketId) -> Result<()> {
    connection
        .prepare_cached("INSERT OR IGNORE INTO held (ticket_id) VALUES (?1)")?
        .execute([ticket.0])?;
    Ok(())
}

fn take_event(connection: &Connection, row: &Row, now: Timestamp) -> Result<()> {
    let actor = place::actor(connection)?;
    if row.entity() == &TICKET {
        let before = SHOWN.load(connection, row.id())?;
        if take(connection, row)? {
            // What comes into view is followed by its notes, time and history.
            if before.is_none() {
                hold(connection, TicketId(row.id()))?;
            }
            if let Some(actor) = actor {
                unread::after_ticket(connection, before.as_ref(), row, &actor, now)?;
            }
        }
        return Ok(());
    }
    take(connection, row)?;
    match actor {
        Some(actor) if row.entity() == &TICKET_NOTE => unread::after_note(connection, row, &actor, now),
        _ => Ok(()),
    }
}

/// Takes a row; of a ticket only a higher version than the one that is here. Says whether it was taken.
pub(in crate::replica) fn take(connection: &Connection, row: &Row) -> Result<bool> {
    if row.entity() == &TICKET {
        return take_ticket(connection, row);
    }
    if row.entity() == &TICKET_SECONDARY_RESOURCE {
        return take_secondary(connection, row);
    }
    Table::of(row.entity()).save(connection, row)?;
    if let (true, Some(ticket)) = (row.entity() == &TICKET_NOTE, ticket_of(row)) {
        words::mark(connection, ticket)?;
    }
    Ok(true)
}

/// The ticket that a row belongs to, for entities whose rows do.
fn ticket_of(row: &Row) -> Option<i64> {
    row.entity().field("ticketID")?;
    row.integer("ticketID")
}

fn take_ticket(connection: &Connection, row: &Row) -> Result<bool> {
    let id = row.id();
    let known: Option<i64> = connection
        .prepare_cached(
            "SELECT version FROM ticket_base WHERE id = ?1
             UNION ALL SELECT version FROM ticket WHERE id = ?1 LIMIT 1",
        )?
        .query_row([id], |row| row.get(0))
        .optional()?;
    if known.is_some_and(|known| row.integer("version").unwrap_or_default() <= known) {
        return Ok(false);
    }
    match overlay::is_laid(connection, TicketId(id))? {
        true => BASE.save(connection, row)?,
        false => SHOWN.save(connection, row)?,
    }
    if queue::has_changes(connection, TicketId(id))? {
        overlay::lay(connection, TicketId(id))?;
    }
    words::mark(connection, id)?;
    Ok(true)
}

fn take_secondary(connection: &Connection, row: &Row) -> Result<bool> {
    match ticket_of(row).map(TicketId) {
        Some(ticket) if overlay::is_laid(connection, ticket)? => {
            BASE_SECONDARIES.save(connection, row)?;
            overlay::lay(connection, ticket)?;
        }
        _ => SHOWN_SECONDARIES.save(connection, row)?,
    }
    Ok(true)
}

/// Forgets a row that is no more, or that this person may no longer see.
pub(in crate::replica) fn forget(connection: &Connection, entity: &'static Entity, id: i64) -> Result<()> {
    if entity == &TICKET {
        return forget_ticket(connection, id);
    }
    let row = Table::of(entity).load(connection, id)?;
    Table::of(entity).delete(connection, id)?;
    if entity == &TICKET_SECONDARY_RESOURCE {
        BASE_SECONDARIES.delete(connection, id)?;
    }
    match row.as_ref().and_then(ticket_of) {
        Some(ticket) if entity == &TICKET_NOTE => words::mark(connection, ticket),
        Some(ticket) if entity == &TICKET_SECONDARY_RESOURCE && overlay::is_laid(connection, TicketId(ticket))? => {
            overlay::lay(connection, TicketId(ticket))
        }
        _ => Ok(()),
    }
}

/// Forgets a ticket with its parts. Its unsent changes and drafts stay: the person decides about them.
pub(in crate::replica) fn forget_ticket(connection: &Connection, id: i64) -> Result<()> {
    SHOWN.delete(connection, id)?;
    BASE.delete(connection, id)?;
    for table in PARTS.map(Table::of) {
        table.delete_of_ticket(connection, id)?;
    }
    SHOWN_SECONDARIES.delete_of_ticket(connection, id)?;
    BASE_SECONDARIES.delete_of_ticket(connection, id)?;
    for table in ["held", "unread", "unindexed"] {
        connection
            .prepare_cached(&format!("DELETE FROM {table} WHERE ticket_id = ?1"))?
            .execute([id])?;
    }
    words::forget(connection, id)
}
